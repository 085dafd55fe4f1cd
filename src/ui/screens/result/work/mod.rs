//! What a person makes of a result: fields that change it, and what they change.

pub(super) mod agreements;
pub(super) mod belief;
pub(super) mod influences;
pub(super) mod look_back;

use super::{Origin, ResultAction, ResultProps};
use crate::ui::scene::Scene;
use model::{MAX_TEXT, Work};
use std::rc::Rc;
use yew::prelude::*;

/// What a field does with its text. A pointer, because the markup of every field would
/// otherwise be compiled anew.
type Change<T> = Rc<dyn Fn(&mut Work, T)>;

/// What is worked on.
pub(super) struct Bench<'a> {
    pub scene: &'a Scene,
    pub work: &'a Work,
    /// Whether it can be changed: only what was taken here.
    pub editable: bool,
    on_work: Callback<Work>,
}

impl<'a> Bench<'a> {
    /// The work on the result on screen.
    pub fn new(props: &'a ResultProps) -> Self {
        let changed = |work| ResultAction::Work(Box::new(work));
        Self {
            scene: &props.scene,
            work: &props.session.parts().work,
            editable: props.origin == Origin::Own,
            on_work: props.on_action.reform(changed),
        }
    }

    /// A button that changes something.
    pub fn on_click(&self, change: impl Fn(&mut Work) + 'static) -> Callback<MouseEvent> {
        self.on(Rc::new(move |work, _: MouseEvent| change(work)))
    }

    fn on<T: 'static>(&self, change: Change<T>) -> Callback<T> {
        let work = self.work.clone();
        self.on_work.reform(move |given| {
            let mut work = work.clone();
            change(&mut work, given);
            work
        })
    }

    /// A text of several lines.
    pub fn area(
        &self,
        id: String,
        label: &'static str,
        value: &str,
        change: Change<String>,
    ) -> Html {
        let oninput = self.on(change).reform(|event: InputEvent| {
            let field: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
            field.value()
        });
        html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <textarea
                    {id}
                    rows="2"
                    maxlength={MAX_TEXT.to_string()}
                    readonly={!self.editable}
                    value={value.to_string()}
                    {oninput}
                />
            </div>
        }
    }

    /// A text of one line, or, with the type `date`, a date.
    pub fn line(
        &self,
        id: String,
        kind: &'static str,
        label: &'static str,
        value: &str,
        change: Change<String>,
    ) -> Html {
        let oninput = self.on(change).reform(|event: InputEvent| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            field.value()
        });
        html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <input
                    {id}
                    type={kind}
                    autocomplete="off"
                    maxlength={MAX_TEXT.to_string()}
                    readonly={!self.editable}
                    value={value.to_string()}
                    {oninput}
                />
            </div>
        }
    }

    /// One of a few, as native radios beside each other.
    pub fn choice(
        &self,
        id: &str,
        legend: &'static str,
        options: &[AttrValue],
        chosen: Option<usize>,
        change: Change<usize>,
    ) -> Html {
        let on = self.on(change);
        let rows = options.iter().enumerate().map(|(n, option)| {
            let field = [id, "-", &n.to_string()].concat();
            html! {
                <div key={n} class="choice">
                    <input
                        type="radio"
                        id={field.clone()}
                        name={id.to_string()}
                        checked={chosen == Some(n)}
                        disabled={!self.editable}
                        onchange={on.reform(move |_: Event| n)}
                    />
                    <label for={field}>{ option }</label>
                </div>
            }
        });
        html! {
            <fieldset class="choices">
                <legend>{ legend }</legend>
                { for rows }
            </fieldset>
        }
    }

    /// Yes or no.
    pub fn check(
        &self,
        id: String,
        label: &'static str,
        checked: bool,
        change: Change<bool>,
    ) -> Html {
        let onchange = self.on(change).reform(move |_: Event| !checked);
        html! {
            <div class="choice">
                <input type="checkbox" id={id.clone()} {checked} disabled={!self.editable} {onchange} />
                <label for={id}>{ label }</label>
            </div>
        }
    }
}
