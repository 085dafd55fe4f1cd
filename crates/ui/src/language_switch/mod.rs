//! The buttons that change the language of a page.

use crate::element::{nodes, text_element};
use model::Language;
use yew::prelude::*;

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
        html! {
            <button
                key={short}
                type="button"
                class="language"
                data-language={language.tag()}
                lang={language.tag()}
                aria-pressed={(language == chosen).to_string()}
                onclick={on_choose.reform(move |_: MouseEvent| language)}
            >
                <span translate="no">{ short }{ text_element("span", "visually-hidden", rest) }</span>
            </button>
        }
    });
    html! {
        <div class="languages" role="group" aria-label={label}>{ nodes(buttons) }</div>
    }
}
