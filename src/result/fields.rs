//! Fields that change what was written about a result, each of them one thing.

use super::{Edit, Origin, ResultMsg, ResultProps, Typed};
use model::{Day, MAX_TEXT};
use std::rc::Rc;
use ui::{
    Choice, Content, TextFieldProps, TextKind, ViewContext, actions, button, choice, choices,
    element_with, field_id, fragment, keyed, nodes, text, text_element, text_field, when,
};
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
        ui::on_click(self.send, message)
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
        text_field(TextFieldProps {
            id,
            kind,
            label: label.into(),
            value: value.into(),
            max: MAX_TEXT,
            readonly: !self.editable,
            hint: None,
            on_input,
            on_leave: self.send.reform(|()| ResultMsg::LeaveField),
        })
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
            choice(Choice {
                kind: "radio",
                id: [id, "-", &n.to_string()].concat(),
                name: Some(id.to_owned()),
                label: option.clone(),
                checked: chosen == Some(n),
                disabled: !self.editable,
                on_change: on.reform(move |_| n),
            })
        });
        choices(legend, nodes(rows))
    }

    /// Yes or no.
    pub fn check(
        &self,
        id: String,
        label: &'static str,
        checked: bool,
        on: &Callback<bool>,
    ) -> Html {
        choice(Choice {
            kind: "checkbox",
            id,
            name: None,
            label: label.into(),
            checked,
            disabled: !self.editable,
            on_change: on.reform(move |_| !checked),
        })
    }

    /// The button that takes an entry out, where it can be.
    pub fn remove(&self, message: ResultMsg) -> Html {
        let t = &self.view.messages().work;
        when(self.editable, || {
            button("button-link", t.remove, self.on_click(message))
        })
    }
}

/// An entry of what was written, under its kind; `name` is for tests and styles.
pub(super) fn work_card(
    name: &'static str,
    id: &str,
    kind: &'static str,
    content: impl Content,
) -> Html {
    framed(
        name,
        id,
        text_element("h3", "kicker", kind),
        content.into_html(),
    )
}

#[inline(never)]
fn framed(name: &'static str, id: &str, kind: Html, content: Html) -> Html {
    let names = &["class", "data-entry"];
    let card = element_with("li", names, ["card work", name], fragment([kind, content]));
    keyed(id, card)
}

/// The buttons with which an entry is added, under what they are for.
pub(super) fn to_add(id: &'static str, label: &'static str, buttons: Html) -> Html {
    let id = &*field_id(id);
    let content = [
        element_with("p", &["id", "class"], [id, "muted small"], text(label)),
        actions(buttons),
    ];
    let names = &["role", "aria-labelledby", "class"];
    element_with("div", names, ["group", id, "stack"], fragment(content))
}
