//! Fields that change what was written about a result, each of them one thing.

use super::{Edit, Origin, ResultMsg, ResultProps, Typed};
use model::{Day, MAX_TEXT};
use std::rc::Rc;
use ui::{TextField, TextKind, ViewContext};
use yew::prelude::*;

/// The edit that a value makes. A pointer, because the markup of every field would otherwise be
/// compiled anew.
pub(super) type MakeEdit<T> = Rc<dyn Fn(T) -> Edit>;

/// What fields need.
pub(super) struct Fields<'a> {
    pub view: &'a ViewContext,
    /// Whether they can be changed: only what was taken here.
    pub editable: bool,
    send: &'a Callback<ResultMsg>,
}

impl<'a> Fields<'a> {
    /// The fields of the result on screen.
    pub fn new(props: &'a ResultProps) -> Self {
        Self {
            view: &props.view,
            editable: props.origin == Origin::Device && !props.read_only,
            send: &props.on_message,
        }
    }

    /// What a button sends.
    pub fn on_click(&self, message: ResultMsg) -> Callback<MouseEvent> {
        self.send.reform(move |_| message.clone())
    }

    /// Sends what a choice means.
    pub fn on<T: 'static>(&self, message: impl Fn(T) -> ResultMsg + 'static) -> Callback<T> {
        self.send.reform(message)
    }

    /// Sends the edit of a choice.
    pub fn on_edit<T: 'static>(&self, edit: MakeEdit<T>) -> Callback<T> {
        self.send.reform(move |given| ResultMsg::Edit(edit(given)))
    }

    /// A text of several lines.
    pub fn area(
        &self,
        id: String,
        label: &'static str,
        value: &str,
        edit: MakeEdit<String>,
    ) -> Html {
        self.field(id, TextKind::Lines, label, value.to_owned(), edit)
    }

    /// A text of one line.
    pub fn line(
        &self,
        id: String,
        label: &'static str,
        value: &str,
        edit: MakeEdit<String>,
    ) -> Html {
        self.field(id, TextKind::Line, label, value.to_owned(), edit)
    }

    /// A day, or none.
    pub fn day(
        &self,
        id: String,
        label: &'static str,
        value: Option<Day>,
        edit: MakeEdit<Option<Day>>,
    ) -> Html {
        let value = value.map(String::from).unwrap_or_default();
        let edit = Rc::new(move |text: String| edit(Day::parse(&text)));
        self.field(id, TextKind::Date, label, value, edit)
    }

    fn field(
        &self,
        id: String,
        kind: TextKind,
        label: &'static str,
        value: String,
        edit: MakeEdit<String>,
    ) -> Html {
        let id = AttrValue::from(id);
        let field = id.clone();
        let on_input = self
            .send
            .reform(move |text| ResultMsg::Type(field.clone(), Typed::Edit(edit(text))));
        html! {
            <TextField
                {id}
                {kind}
                {label}
                {value}
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
        on: &Callback<usize>,
    ) -> Html {
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
        on: &Callback<bool>,
    ) -> Html {
        let onchange = on.reform(move |_: Event| !checked);
        html! {
            <div class="choice">
                <input type="checkbox" id={id.clone()} {checked} disabled={!self.editable} {onchange} />
                <label for={id}>{ label }</label>
            </div>
        }
    }
}
