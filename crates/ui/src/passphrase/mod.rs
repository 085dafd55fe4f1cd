//! A field for a passphrase.

use crate::element::{element, element_with, fragment, text};
use crate::field_id::field_id;
use yew::prelude::*;

/// The field with this id, and what it holds so far. The browser is asked to offer none and to
/// keep none. A form, so that the enter key does what the button in it does; it is sent nowhere.
pub fn passphrase(
    id: &'static str,
    label: &'static str,
    value: &AttrValue,
    on_input: &Callback<String>,
    on_submit: &Callback<()>,
    button: Html,
) -> Html {
    let onsubmit = on_submit.reform(|event: SubmitEvent| event.prevent_default());
    let oninput = on_input.reform(|event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        field.value()
    });
    let id = field_id(id);
    let label = element_with("label", &["for"], [&id], text(label));
    let field = html! {
        <input {id} type="password" autocomplete="new-password" maxlength="200" {value} {oninput} />
    };
    let content = fragment([
        // Browsers ask for it in a form with a password; there is no name to fill in.
        html! { <input type="text" autocomplete="username" hidden=true /> },
        element("div", "field", [label, field]),
        button,
    ]);
    html! { <form class="stack" {onsubmit}>{ content }</form> }
}
