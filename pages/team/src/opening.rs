//! The ways to open results: files, a folder, codes, links and lines of JSON.

use crate::desk::{Desk, DeskMsg, Reading};
use crate::shell::{Msg, Shell};
use ui::{
    TextFieldProps, TextKind, actions, button, disclosure, element, element_with, error_notice,
    field_id, fragment, list, named_section, nodes, screen_head, text, text_element, text_field,
    when,
};
use yew::prelude::*;

/// What a button does here.
pub(crate) fn on_click(shell: &Shell, message: DeskMsg) -> Callback<MouseEvent> {
    shell.send.reform(move |_| Msg::Desk(message.clone()))
}

/// The screen before anything is open.
pub(crate) fn view(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let content = [
        screen_head(t.title.into(), text(t.lead), shell.moved),
        named_section("open", t.open_title, ways(shell, &shell.desk, true)),
        named_section("promises", t.promises_title, promises(shell)),
        named_section("round", t.round_title, round(shell)),
        further(shell),
    ];
    element("div", "sections team-opening", content)
}

/// The place to drop files, the ways to choose some, and what may be pasted; or how far reading is.
pub(crate) fn ways(shell: &Shell, desk: &Desk, is_first: bool) -> Html {
    let t = &shell.texts().team;
    let failed = when(desk.has_failed, || {
        error_notice("", text_element("p", "", t.worker_failed))
    });
    let hint = match desk.read {
        Some(_) => t.add_hint,
        None => t.open_hint,
    };
    let content = match desk.reading {
        Some(reading) => progress(shell, reading),
        None => fragment([
            text_element("p", "", hint),
            actions([
                file_input(
                    match is_first {
                        true => FileInput::FirstFiles,
                        false => FileInput::Files,
                    },
                    t.choose_files,
                ),
                file_input(FileInput::Folder, t.choose_folder),
            ]),
        ]),
    };
    let names = &["class", "data-team-drop"];
    let place = element_with("div", names, ["team-drop", "files"], content);
    let pasted = when(desk.reading.is_none(), || pasting(shell, desk));
    fragment([failed, place, pasted])
}

/// What a field for files is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileInput {
    /// Results, as the one thing to do.
    FirstFiles,
    /// Results.
    Files,
    /// A folder of results.
    Folder,
    /// The result of a manager.
    Mirror,
}

/// A native field for files that looks like a button. The script of the page takes what is chosen in it.
pub(crate) fn file_input(of: FileInput, label: &'static str) -> Html {
    let (is_folder, kind) = match of {
        FileInput::FirstFiles | FileInput::Files => (false, "files"),
        FileInput::Folder => (true, "folder"),
        FileInput::Mirror => (false, "mirror"),
    };
    let id = field_id(&["team-", kind].concat());
    let multiple = of != FileInput::Mirror;
    let field = html! {
        <input
            id={id.clone()}
            type="file"
            {multiple}
            webkitdirectory={is_folder}
            data-team-input={kind}
        />
    };
    let (class, part) = match of {
        FileInput::FirstFiles => ("button button-primary", "button-primary"),
        _ => ("button", "button"),
    };
    let names = &["class", "data-part", "for"];
    let label = element_with("label", names, [class, part, &id], text(label));
    element("div", "file-button", [field, label])
}

fn progress(shell: &Shell, reading: Reading) -> Html {
    let t = &shell.texts().team;
    let Reading { done, total } = reading;
    let said = match total {
        0 => t.reading.to_owned(),
        _ => t.reading_of(done as usize, total as usize),
    };
    let bar = when(total > 0, || {
        let names = &["max", "value", "aria-label"];
        let values = [&*total.to_string(), &*done.to_string(), t.reading];
        element_with("progress", names, values, Html::default())
    });
    let cancel = button("button", t.cancel, on_click(shell, DeskMsg::Cancel));
    let content = [text_element("p", "", said), bar, actions(cancel)];
    element("div", "team-progress", content)
}

fn pasting(shell: &Shell, desk: &Desk) -> Html {
    let t = &shell.texts().team;
    let field = text_field(TextFieldProps {
        id: "team-pasted".into(),
        kind: TextKind::Lines,
        label: t.paste.into(),
        value: desk.typed.clone().into(),
        max: MAX_PASTED,
        readonly: false,
        hint: Some(t.paste_hint.into()),
        on_input: shell.send.reform(|typed| Msg::Desk(DeskMsg::Typed(typed))),
        on_leave: Callback::noop(),
    });
    let open = button("button", t.paste_open, on_click(shell, DeskMsg::OpenTyped));
    disclosure(t.paste, [field, actions(open)])
}

/// The most characters that can be pasted at once.
const MAX_PASTED: usize = 4_000_000;

fn promises(shell: &Shell) -> Html {
    let promises = shell.texts().team.promises.into_iter();
    let promises = promises.map(|one| text_element("li", "", one));
    list("team-promises", nodes(promises))
}

/// The way to a picture of a team for which nobody hands a file over.
fn round(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let link = element_with(
        "a",
        &["class", "href"],
        ["button", "round.html"],
        text(t.round),
    );
    fragment([text_element("p", "", t.round_lead), actions(link)])
}

/// The ways on from here: a manager comes from there.
pub(crate) fn further(shell: &Shell) -> Html {
    let t = &shell.texts().team;
    let tag = shell.library.language.tag();
    let link = |address: &str, label: &'static str| {
        let link = element_with("a", &["href"], [address], text(label));
        element("li", "", link)
    };
    let links = [
        link(&["manager-", tag, ".html"].concat(), t.manager_page),
        link(&["guidance-talk-", tag, ".html"].concat(), t.guidance),
        link("index.html", t.to_scan),
    ];
    let names = &["class", "aria-label"];
    let values = ["team-further no-print", t.further];
    element_with("nav", names, values, list("", fragment(links)))
}
