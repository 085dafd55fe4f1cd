//! What is shown as a file, or on paper.

use super::{TeamContext, send};
use crate::desk::DeskMsg;
use crate::shell::Shell;
use team_jobs::TeamFormat;
use ui::{actions, button, element, fragment, named_section, on_click, text_element};
use yew::prelude::*;

/// The section.
pub(crate) fn saving(shell: &Shell, context: &TeamContext) -> Html {
    let (t, send) = (context.t, send(shell));
    let save = |label, format| button("button", label, on_click(&send, DeskMsg::Save(format)));
    let print = on_click(&send, DeskMsg::Print);
    let content = [
        text_element("p", "muted no-print", t.save_hint),
        actions([
            button("button button-primary", t.print, print),
            save(t.save_csv, TeamFormat::Csv),
            save(t.save_codebook, TeamFormat::Codebook),
            save(t.save_json, TeamFormat::Json),
        ]),
    ];
    let foot = [
        text_element("p", "small", t.not_validated),
        text_element("p", "small", t.printed_foot),
    ];
    fragment([
        element(
            "div",
            "no-print",
            named_section("save", t.save, fragment(content)),
        ),
        element("div", "team-printed", foot),
    ])
}
