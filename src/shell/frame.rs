//! What stands around every screen: the header, what is announced, and the footer.

use super::{App, CustomQuestionnaire, Msg, Screen, Shell};
use crate::data;
use crate::importing::FileError;
use crate::questions::questions;
use crate::result::result;
use crate::start::{Start, StartState};
use model::{Language, Step};
use platform::StorageError;
use ui::{
    ViewContext, button, element, error_notice, language_switch, notice, text_element,
    untranslated_element,
};
use yew::html::Scope;
use yew::prelude::*;

/// The whole page.
pub(super) fn frame(shell: &Shell, screen: &Screen, arrivals: u32, link: &Scope<App>) -> Html {
    let view = match screen {
        Screen::Questions(state) => shell.context(&state.attempt().instrument),
        Screen::Result(state) => shell.context(&state.attempt().instrument),
        Screen::Start(_) | Screen::Data(_) => shell.context(&shell.catalogue[0]),
    };
    let (name, class) = screen_name(screen);
    let surroundings = Surroundings {
        name,
        class,
        view: &view,
        progress: progress(screen),
        leads_to_start: matches!(screen, Screen::Data(_) | Screen::Result(_)),
        leads_to_data: leads_to_data(screen),
        on_start: link.callback(|_| Msg::ToStart),
        on_data: link.callback(|_| Msg::ToData),
        on_language: link.callback(Msg::Language),
    };
    let content = html! {
        <>
            { storage_notice(shell) }
            { file_error(shell) }
            <div key={arrivals.to_string()}>{ body(shell, screen, &view) }</div>
        </>
    };
    surroundings.around(content, toast(shell, link))
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
        html! {
            <div
                class="app"
                data-part="root"
                data-screen={self.name}
                lang={self.view.language.tag()}
            >
                <a class="skip-link" href="#main">{ common.skip_link }</a>
                { self.header() }
                <main id="main" class={classes!("screen", self.class)} tabindex="-1">
                    { content }
                </main>
                { announcement }
                <footer class="footer">
                    { text_element("p", "", common.development_only) }
                    if self.leads_to_data {
                        { button("button-link", common.my_data, self.on_data.clone()) }
                    }
                </footer>
            </div>
        }
    }

    fn header(&self) -> Html {
        let common = &self.view.messages().common;
        // Among the questions the way out is the one that says that nothing is lost.
        let short = self.leads_to_start.then_some("header-title-short");
        html! {
            <header class="header" data-part="header">
                if let Some([done, total]) = self.progress {
                    <progress
                        class="journey-progress"
                        data-part="progress"
                        aria-label={self.view.messages().journey.progress}
                        max={total.to_string()}
                        value={done.to_string()}
                    ></progress>
                }
                <p class={classes!("header-title", short)}>
                    <svg class="header-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                        <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" stroke-width="3" />
                        <path d="M12 1.5a10.5 10.5 0 0 0 0 21z" fill="currentColor" />
                    </svg>
                    { text_element("span", "", self.view.text(self.view.instrument.title())) }
                </p>
                <div class="header-nav">
                    if self.leads_to_start {
                        { button("button-quiet small", common.to_start, self.on_start.clone()) }
                    }
                    { language_switch(common.language, self.view.language, &self.on_language) }
                </div>
            </header>
        }
    }
}

/// The name of the screen for tests and styles, and its class.
fn screen_name(screen: &Screen) -> (&'static str, &'static str) {
    let Screen::Questions(state) = screen else {
        return match screen {
            Screen::Data(_) => ("data", ""),
            Screen::Result(_) => ("result", "screen-wide"),
            _ => ("start", ""),
        };
    };
    match state.step() {
        Step::Context(_) => ("context", "question-screen"),
        Step::Item(_) => ("question", "question-screen"),
        Step::Interlude(_) => ("interlude", ""),
        Step::Review | Step::Result => ("review", ""),
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
    let instrument = &state.attempt().instrument;
    let total = instrument.items().len();
    let done = match state.step() {
        Step::Context(_) => 0,
        Step::Item(position) => position,
        Step::Interlude(page) => instrument.pages()[..page].iter().map(Vec::len).sum(),
        Step::Review | Step::Result => total,
    };
    Some([done, total])
}

fn storage_notice(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let Some(trouble) = shell.persistence.trouble() else {
        return Html::default();
    };
    let text = match trouble {
        StorageError::Denied => t.storage_denied,
        StorageError::Full => t.storage_full,
        StorageError::Failed => t.storage_failed,
    };
    notice("", html! { <p role="status">{ text }</p> })
}

fn file_error(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let Some(error) = &shell.announcement.file_error else {
        return Html::default();
    };
    error_notice(
        t.file_title,
        html! {
            <>
                { text_element("p", "", error.sentence(t)) }
                { text_element("p", "", t.nothing_changed) }
                if *error == FileError::NotLoaded {
                    { element("div", "actions", button("button", shell.messages().files.try_again, shell.send.reform(|_: MouseEvent| Msg::OpenAgain))) }
                }
            </>
        },
    )
}

fn body(shell: &Shell, screen: &Screen, view: &ViewContext) -> Html {
    match screen {
        Screen::Start(state) => match &shell.custom {
            CustomQuestionnaire::Settled => start(shell, state, view),
            CustomQuestionnaire::Checking => {
                html! { <p class="muted" role="status">{ view.messages().host.own_checking }</p> }
            }
            CustomQuestionnaire::Refused(place) => custom_refused(view, place),
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
    html! {
        <Start
            view={view.clone()}
            resume={rows.resume.clone()}
            earlier={rows.earlier.clone()}
            host={shell.ports.host.config()}
            on_message={shell.send.reform(Msg::Start)}
        />
    }
}

/// In place of the first screen: a custom questionnaire that cannot be used.
fn custom_refused(view: &ViewContext, place: &str) -> Html {
    let t = &view.messages().host;
    error_notice(
        t.own_refused,
        html! {
            <>
                { text_element("p", "", t.own_advice) }
                if !place.is_empty() {
                    { element("p", "", untranslated_element("code", "", place.to_owned())) }
                }
            </>
        },
    )
}

fn toast(shell: &Shell, link: &Scope<App>) -> Html {
    let announcement = &shell.announcement;
    let class = announcement.toast.is_some().then_some("toast");
    html! {
        <div role="status" aria-live="polite" class={classes!(class)}>
            if let Some(text) = &announcement.toast {
                { text_element("span", "", text.clone()) }
                if announcement.undo.is_some() {
                    { button("button-link", shell.messages().common.undo, link.callback(|_| Msg::Undo)) }
                }
            }
        </div>
    }
}
