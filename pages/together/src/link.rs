//! A link that is handed to the other: its text, which anybody can select, and the buttons.

use crate::shell::Shell;
use ui::{button, element_with, fragment, text, when};
use yew::prelude::*;

/// The link as it is written; `name` is for tests and styles.
pub(crate) fn link_text(name: &'static str, link: String) -> Html {
    let names = &["class", "translate", "data-part"];
    element_with("p", names, ["link-text", "no", name], text(link))
}

/// Shares it where the browser can, and copies it in any case.
pub(crate) fn link_buttons(
    shell: &Shell,
    share: Callback<MouseEvent>,
    copy: Callback<MouseEvent>,
) -> Html {
    let t = &shell.texts().hand_over;
    let can_share = shell.ports.sharing.can_share();
    let copy_class = match can_share {
        true => "button",
        false => "button button-primary",
    };
    fragment([
        when(can_share, || {
            button("button button-primary", t.share_link, share)
        }),
        button(copy_class, t.copy_link, copy),
    ])
}
