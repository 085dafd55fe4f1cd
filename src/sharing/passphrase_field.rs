//! The passphrase that the result file is saved under.

use super::SharingMsg;
use crate::result::{ResultMsg, ResultProps};
use ui::{element, element_with, fragment, nodes, passphrase, status, text_element};
use yew::prelude::*;

/// Fewest characters of a passphrase.
pub(super) const SHORTEST: usize = 12;

/// From so many characters on, of at least four words, it is called strong.
const STRONG: usize = 20;

/// The field, with how strong what was typed is.
pub(super) fn passphrase_field(props: &ResultProps) -> Html {
    let t = &props.view.messages().files;
    let on_input = props
        .on_message
        .reform(|typed| ResultMsg::Sharing(SharingMsg::Passphrase(typed)));
    let length = props.sharing.passphrase.chars().count();
    let words = props.sharing.passphrase.split_whitespace().count();
    let (strength, steps) = match (length, words) {
        (0, _) => (t.seal_advice, 0),
        (length, _) if length < SHORTEST => (t.seal_weak, 1),
        (length, words) if length >= STRONG && words >= 4 => (t.seal_strong, 3),
        _ => (t.seal_fair, 2),
    };
    let next = match props.sharing.preview.is_made() {
        true if length >= SHORTEST => SharingMsg::Save,
        true => SharingMsg::Passphrase(props.sharing.passphrase.to_string()),
        false => SharingMsg::Preview,
    };
    let on_submit = props
        .on_message
        .reform(move |()| ResultMsg::Sharing(next.clone()));
    let marks = (1..=3).map(|step| {
        let class = match step <= steps {
            true => "reached",
            false => "",
        };
        element("span", class, Html::default())
    });
    let below = fragment([
        element_with(
            "div",
            &["class", "aria-hidden"],
            ["strength", "true"],
            nodes(marks),
        ),
        status("muted small", strength),
    ]);
    let typed = &props.sharing.passphrase;
    let field = passphrase(
        "passphrase",
        t.passphrase,
        typed,
        &on_input,
        &on_submit,
        below,
    );
    element(
        "div",
        "stack seal",
        [text_element("p", "", t.seal_lead), field],
    )
}
