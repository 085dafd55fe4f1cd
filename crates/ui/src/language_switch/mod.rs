//! The buttons that change the language of a page.

use crate::button::button_with;
use crate::element::{element_with, fragment, keyed, nodes, text, text_element};
use model::Language;
use yew::prelude::*;

const NAMES: &[&str; 5] = &["type", "class", "data-language", "lang", "aria-pressed"];

/// A button for each language, of which `chosen` is pressed; `label` names the group.
pub fn language_switch(
    label: &'static str,
    chosen: Language,
    on_choose: &Callback<Language>,
) -> Html {
    let buttons = Language::ALL.into_iter().map(|language| {
        let (short, rest) = match language {
            Language::Nl => ("NL", " – Nederlands"),
            Language::En => ("EN", " – English"),
        };
        let rest = text_element("span", "visually-hidden", rest);
        let label = fragment([text(short), rest]);
        let label = element_with("span", &["translate"], ["no"], label);
        let pressed = (language == chosen).to_string();
        let tag = language.tag();
        let choose = on_choose.reform(move |_: MouseEvent| language);
        let values = ["button", "language", tag, tag, &pressed];
        keyed(short, button_with(NAMES, values, label, choose))
    });
    let names = &["class", "role", "aria-label"];
    element_with("div", names, ["languages", "group", label], nodes(buttons))
}
