//! What a person makes of a result: fields that change it, and what they change.

pub(super) mod agreements;
pub(super) mod belief;
pub(super) mod influences;
pub(super) mod look_back;

use super::{Origin, ResultMsg, ResultProps, Typed, WorkEdit};
use model::{MAX_TEXT, Work};
use std::rc::Rc;
use ui::{TextField, TextKind, ViewContext};
use yew::prelude::*;

/// What a field does with its text. A pointer, because the markup of every field would
/// otherwise be compiled anew.
type Change<T> = Rc<dyn Fn(&mut Work, T)>;

/// What is worked on.
pub(super) struct Bench<'a> {
    pub view: &'a ViewContext,
    pub work: &'a Work,
    /// Whether it can be changed: only what was taken here.
    pub editable: bool,
    /// The session it belongs to; `None` for the one on screen.
    session: Option<AttrValue>,
    send: &'a Callback<ResultMsg>,
}

impl<'a> Bench<'a> {
    /// The work on the result on screen.
    pub fn new(props: &'a ResultProps) -> Self {
        Self {
            view: &props.view,
            work: &props.session.parts().work,
            editable: props.origin == Origin::Device && !props.read_only,
            session: None,
            send: &props.on_message,
        }
    }

    /// A button that changes something.
    pub fn on_click(&self, change: impl Fn(&mut Work) + 'static) -> Callback<MouseEvent> {
        let edit = WorkEdit {
            session: self.session.clone(),
            change: Rc::new(change),
        };
        self.send.reform(move |_| ResultMsg::Edit(edit.clone()))
    }

    fn on<T: Clone + 'static>(&self, change: Change<T>) -> Callback<T> {
        let session = self.session.clone();
        self.send
            .reform(move |given| ResultMsg::Edit(work_edit(&session, &change, given)))
    }

    /// A text of several lines.
    pub fn area(
        &self,
        id: String,
        label: &'static str,
        value: &str,
        change: Change<String>,
    ) -> Html {
        self.field(id, TextKind::Lines, label, value, change)
    }

    /// A text of one line, or a day.
    pub fn line(
        &self,
        id: String,
        kind: &'static str,
        label: &'static str,
        value: &str,
        change: Change<String>,
    ) -> Html {
        let kind = match kind {
            "date" => TextKind::Date,
            _ => TextKind::Line,
        };
        self.field(id, kind, label, value, change)
    }

    fn field(
        &self,
        id: String,
        kind: TextKind,
        label: &'static str,
        value: &str,
        change: Change<String>,
    ) -> Html {
        let id = AttrValue::from(id);
        let (field, session) = (id.clone(), self.session.clone());
        let on_input = self.send.reform(move |text| {
            let typed = Typed::Work(work_edit(&session, &change, text));
            ResultMsg::Type(field.clone(), typed)
        });
        html! {
            <TextField
                {id}
                {kind}
                {label}
                value={value.to_owned()}
                max={MAX_TEXT}
                readonly={!self.editable}
                {on_input}
                on_leave={self.send.reform(|()| ResultMsg::LeaveField)}
            />
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

fn work_edit<T: Clone + 'static>(
    session: &Option<AttrValue>,
    change: &Change<T>,
    given: T,
) -> WorkEdit {
    let change = change.clone();
    WorkEdit {
        session: session.clone(),
        change: Rc::new(move |work| change(work, given.clone())),
    }
}
