//! What stands around every screen: the header, what is announced, and the footer.

use super::{CustomQuestionnaire, Msg, RefusalReason, Screen, Shell};
use crate::data;
use crate::importing::FileError;
use crate::questions::questions;
use crate::result::result;
use crate::start::{StartProps, StartState, offered, start_screen};
use model::{Language, Step};
use store::Trouble;
use ui::{
    ViewContext, actions, button, element, element_with, error_notice, fragment, keyed,
    language_switch, nodes, notice, status, text, text_element, when,
};
use yew::prelude::*;

/// The whole page.
pub(super) fn frame(shell: &Shell, screen: &Screen, arrivals: u32) -> Html {
    let view = match screen {
        Screen::Questions(state) => shell.context(&state.attempt().instrument),
        Screen::Result(state) => shell.context(&state.attempt().instrument),
        Screen::Start(_) | Screen::Data(_) => shell.context(&shell.current()),
    };
    // A result that comes back, the example too, does so once the records are open. What is stored is
    // read only until then, and not each time something is shown.
    let waits = shell.persistence.is_loading()
        && (shell.reopening.is_some() || shell.persistence.expects_records());
    let (name, class) = match waits {
        true => ("loading", ""),
        false => screen_name(screen),
    };
    let surroundings = Surroundings {
        name,
        class,
        view: &view,
        progress: progress(screen),
        // Beside what a link brought, a link could say who offers it too.
        offered: when(
            matches!(screen, Screen::Start(start) if !start.is_check_in()),
            || offered(&view, &shell.ports.host.config()),
        ),
        leads_to_start: leads_to_start(screen),
        leads_to_data: leads_to_data(screen),
        on_start: shell.on_click(|| Msg::ToStart),
        on_data: shell.on_click(|| Msg::ToData),
        on_language: shell.send.reform(Msg::Language),
    };
    let screen = match waits {
        true => status("muted", view.messages().common.loading),
        false => body(shell, screen, &view),
    };
    let content = fragment([
        storage_notice(shell),
        file_error(shell),
        refused_notices(shell),
        read_only_notice(shell),
        keyed(&arrivals.to_string(), element("div", "", screen)),
    ]);
    surroundings.around(content, toast(shell))
}

impl Shell {
    /// What a button does that sends this message.
    fn on_click(&self, message: fn() -> Msg) -> Callback<MouseEvent> {
        self.send.reform(move |_| message())
    }
}

/// What a page has around the content of its screen.
pub(crate) struct Surroundings<'a> {
    /// The name of the screen for tests and styles.
    pub name: &'static str,
    /// The class of `main` besides `screen`.
    pub class: &'static str,
    /// The language and the questionnaire.
    pub view: &'a ViewContext,
    /// How many items are done, of how many; only among the questions.
    pub progress: Option<[usize; 2]>,
    /// Who offers the questionnaire here; only on the first screen.
    pub offered: Html,
    /// Whether the header has a button to the start.
    pub leads_to_start: bool,
    /// Whether the footer has a button to the stored data.
    pub leads_to_data: bool,
    /// The button to the start was pressed.
    pub on_start: Callback<MouseEvent>,
    /// The button to the stored data was pressed.
    pub on_data: Callback<MouseEvent>,
    /// A language was chosen.
    pub on_language: Callback<Language>,
}

impl Surroundings<'_> {
    /// The page with this content and what is announced after it.
    pub(crate) fn around(&self, content: Html, announcement: Html) -> Html {
        let common = &self.view.messages().common;
        let foot = [
            text_element("p", "", common.development_only),
            when(self.leads_to_data, || {
                button("button-link", common.my_data, self.on_data.clone())
            }),
        ];
        let skip_link = text(common.skip_link);
        let main = match self.class {
            "" => "screen".to_owned(),
            class => ["screen ", class].concat(),
        };
        let content = [
            element_with("a", &["class", "href"], ["skip-link", "#main"], skip_link),
            self.header(),
            element_with(
                "main",
                &["id", "class", "tabindex"],
                ["main", &main, "-1"],
                content,
            ),
            announcement,
            element("footer", "footer", foot),
        ];
        let names = &["class", "data-part", "data-screen", "lang"];
        let values = ["app", "root", self.name, self.view.language.tag()];
        element_with("div", names, values, fragment(content))
    }

    fn header(&self) -> Html {
        let common = &self.view.messages().common;
        // Among the questions the way out is the one that says that nothing is lost.
        let class = match self.leads_to_start {
            true => "header-title header-title-short",
            false => "header-title",
        };
        let nav = [
            when(self.leads_to_start, || {
                button("button-quiet small", common.to_start, self.on_start.clone())
            }),
            language_switch(common.language, self.view.language, &self.on_language),
        ];
        let progress = self.progress.map(|[done, total]| {
            let names = &["class", "data-part", "aria-label", "max", "value"];
            let label = self.view.messages().journey.progress;
            let [done, total] = [done, total].map(|count| count.to_string());
            let values = ["journey-progress", "progress", label, &total, &done];
            element_with("progress", names, values, Html::default())
        });
        let title = self.view.text(self.view.instrument.title());
        let content = [
            progress.unwrap_or_default(),
            element("p", class, [header_mark(), text_element("span", "", title)]),
            self.offered.clone(),
            element("div", "header-nav", nav),
        ];
        let names = &["class", "data-part"];
        element_with("header", names, ["header", "header"], fragment(content))
    }
}

/// A circle that is half full.
fn header_mark() -> Html {
    let names = &["cx", "cy", "r", "fill", "stroke", "stroke-width"];
    let values = ["12", "12", "10.5", "none", "currentColor", "3"];
    let circle = element_with("circle", names, values, Html::default());
    let values = ["M12 1.5a10.5 10.5 0 0 0 0 21z", "currentColor"];
    let half = element_with("path", &["d", "fill"], values, Html::default());
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["header-mark", "0 0 24 24", "true", "false"];
    element_with("svg", names, values, fragment([circle, half]))
}

/// The name of the screen for tests and styles, and its class.
fn screen_name(screen: &Screen) -> (&'static str, &'static str) {
    let Screen::Questions(state) = screen else {
        return match screen {
            Screen::Data(_) => ("data", ""),
            Screen::Result(_) => ("result", "screen-wide"),
            Screen::Start(state) if state.is_check_in() => ("check-in", ""),
            _ => ("start", "screen-wide"),
        };
    };
    match state.step() {
        Step::Context(_) => ("context", "question-screen"),
        Step::Item(_) => ("question", "question-screen"),
        Step::Interlude(_) | Step::ContextInterlude => ("interlude", ""),
        Step::Review | Step::Result => ("review", ""),
    }
}

/// What a reminder brought stands in the place of the start.
fn leads_to_start(screen: &Screen) -> bool {
    match screen {
        Screen::Data(_) | Screen::Result(_) => true,
        Screen::Start(state) => state.is_check_in(),
        Screen::Questions(_) => false,
    }
}

/// A question has no way to the data beside it.
fn leads_to_data(screen: &Screen) -> bool {
    match screen {
        Screen::Data(_) => false,
        Screen::Questions(state) => !matches!(state.step(), Step::Item(_) | Step::Context(_)),
        Screen::Start(_) | Screen::Result(_) => true,
    }
}

/// How many items are done, of how many; only among the questions.
fn progress(screen: &Screen) -> Option<[usize; 2]> {
    let Screen::Questions(state) = screen else {
        return None;
    };
    let (instrument, form) = (&state.attempt().instrument, state.attempt().session.form());
    let total = instrument.form_items(form).len();
    let done = match state.step() {
        Step::Context(_) if state.asks_context_first() => 0,
        Step::Item(position) => position,
        Step::Interlude(page) => {
            let pages = instrument.form_pages(form);
            pages[..page].iter().map(Vec::len).sum()
        }
        Step::Context(_) | Step::ContextInterlude | Step::Review | Step::Result => total,
    };
    Some([done, total])
}

fn storage_notice(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let Some(trouble) = shell.persistence.trouble() else {
        return Html::default();
    };
    let text = match trouble {
        Trouble::Denied => t.storage_denied,
        Trouble::Full => t.storage_full,
        Trouble::TimedOut | Trouble::Failed => t.storage_failed,
    };
    notice("", status("", text))
}

/// What was done here and could not be saved, as another tab came first.
fn refused_notices(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let refused = shell.refused_changes.iter().enumerate();
    let notices = refused.map(|(place, refused)| {
        let text = match refused.reason {
            RefusalReason::Deleted => t.unsaved_deleted,
            RefusalReason::Changed => t.unsaved_changed,
            RefusalReason::Elsewhere => t.unsaved_elsewhere,
        };
        let save = shell.send.reform(move |_| Msg::SaveRefused(place));
        let dismiss = shell.send.reform(move |_| Msg::DismissRefused(place));
        let buttons = [
            button("button button-primary", t.unsaved_save, save),
            button("button", t.unsaved_dismiss, dismiss),
        ];
        notice(t.unsaved_title, [status("", text), actions(buttons)])
    });
    nodes(notices)
}

/// Another tab has the attempt on screen open.
fn read_only_notice(shell: &Shell) -> Html {
    if !shell.is_read_only() {
        return Html::default();
    }
    let t = &shell.messages().common;
    let go_on = shell.on_click(|| Msg::ContinueHere);
    let buttons = [
        button("button button-primary", t.continue_here, go_on),
        button("button", t.to_start, shell.on_click(|| Msg::ToStart)),
    ];
    notice("", [status("", t.open_elsewhere), actions(buttons)])
}

fn file_error(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let Some(error) = &shell.announcement.file_error else {
        return Html::default();
    };
    let again = || {
        let again = shell.on_click(|| Msg::OpenAgain);
        actions(button("button", shell.messages().files.try_again, again))
    };
    let content = [
        text_element("p", "", error.sentence(t, shell.language)),
        text_element("p", "", t.nothing_changed),
        when(*error == FileError::NotLoaded, again),
    ];
    error_notice(t.file_title, content)
}

fn body(shell: &Shell, screen: &Screen, view: &ViewContext) -> Html {
    match screen {
        Screen::Start(state) => match &shell.custom {
            CustomQuestionnaire::None | CustomQuestionnaire::Accepted => start(shell, state, view),
            CustomQuestionnaire::Checking => status("muted", view.messages().host.custom_checking),
            CustomQuestionnaire::Refused(why) => custom_refused(view, &why[view.language as usize]),
        },
        Screen::Questions(state) => questions(shell, state, view, &shell.send),
        Screen::Result(state) => result(shell, state, view, &shell.send),
        Screen::Data(state) => data::screen(state, view, &shell.send),
    }
}

fn start(shell: &Shell, state: &StartState, view: &ViewContext) -> Html {
    let Some(rows) = state.rows.get() else {
        return Html::default();
    };
    start_screen(&StartProps {
        view: view.clone(),
        resume: rows.resume.clone(),
        earlier: rows.earlier.clone(),
        example: state.example.get().cloned().flatten(),
        reminder: state.reminder.clone(),
        awaits_records: shell.persistence.is_loading() || !shell.persistence.waits_for().is_empty(),
        host: shell.ports.host.config(),
        on_message: shell.send.reform(Msg::Start),
    })
}

/// In place of the first screen: a custom questionnaire that cannot be used.
fn custom_refused(view: &ViewContext, why: &str) -> Html {
    let t = &view.messages().host;
    let why = text_element("p", "", why.to_owned());
    error_notice(
        t.custom_refused,
        [text_element("p", "", t.custom_advice), why],
    )
}

fn toast(shell: &Shell) -> Html {
    let announcement = &shell.announcement;
    let undo = || {
        let undo = shell.on_click(|| Msg::Undo);
        button("button-link", shell.messages().common.undo, undo)
    };
    let offered = announcement.undo.as_ref();
    let said = announcement.toast.clone();
    let said = said.or_else(|| offered.map(|(said, _)| said(shell.messages()).to_owned()));
    let (class, content) = match said {
        Some(said) => {
            let content = [
                text_element("span", "", said),
                when(offered.is_some(), undo),
            ];
            ("toast", fragment(content))
        }
        None => ("", Html::default()),
    };
    let names = &["role", "aria-live", "class"];
    element_with("div", names, ["status", "polite", class], content)
}
