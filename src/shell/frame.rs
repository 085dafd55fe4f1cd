//! What stands around every screen: the header, what is announced, and the footer.

use super::{App, CustomQuestionnaire, Msg, Screen, Shell};
use crate::data;
use crate::questions::questions;
use crate::result::result;
use crate::start::{Start, StartState};
use model::Step;
use platform::StorageError;
use ui::{Notice, ViewContext, button, language_switch};
use yew::html::Scope;
use yew::prelude::*;

/// The whole page.
pub(super) fn frame(shell: &Shell, screen: &Screen, arrivals: u32, link: &Scope<App>) -> Html {
    let view = match screen {
        Screen::Questions(state) => shell.context(&state.attempt().instrument),
        Screen::Result(state) => shell.context(&state.attempt().instrument),
        Screen::Start(_) | Screen::Data(_) => shell.context(&shell.catalogue[0]),
    };
    let common = &view.messages().common;
    let (name, class) = screen_name(screen);
    html! {
        <div
            class="app"
            data-part="root"
            data-screen={name}
            lang={view.language.tag()}
        >
            <a class="skip-link" href="#main">{ common.skip_link }</a>
            { header(screen, &view, link) }
            <main id="main" class={classes!("screen", class)} tabindex="-1">
                { storage_notice(shell) }
                { file_error(shell) }
                <div key={arrivals.to_string()}>{ body(shell, screen, &view) }</div>
            </main>
            { toast(shell, link) }
            <footer class="footer">
                <p>{ common.development_only }</p>
                if leads_to_data(screen) {
                    { button("button-link", common.my_data, link.callback(|_| Msg::ToData)) }
                }
            </footer>
        </div>
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

fn progress(screen: &Screen, view: &ViewContext) -> Html {
    let Screen::Questions(state) = screen else {
        return Html::default();
    };
    let instrument = &state.attempt().instrument;
    let total = instrument.items().len();
    let done = match state.step() {
        Step::Context(_) => 0,
        Step::Item(position) => position,
        Step::Interlude(page) => instrument.pages()[..page].iter().map(Vec::len).sum(),
        Step::Review | Step::Result => total,
    };
    html! {
        <progress
            class="journey-progress"
            data-part="progress"
            aria-label={view.messages().journey.progress}
            max={total.to_string()}
            value={done.to_string()}
        ></progress>
    }
}

fn header(screen: &Screen, view: &ViewContext, link: &Scope<App>) -> Html {
    let common = &view.messages().common;
    // Among the questions the way out is the one that says that nothing is lost.
    let leaves = matches!(screen, Screen::Data(_) | Screen::Result(_));
    let on_language = link.callback(Msg::Language);
    html! {
        <header class="header" data-part="header">
            { progress(screen, view) }
            <p class={classes!("header-title", leaves.then_some("header-title-short"))}>
                <svg class="header-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" stroke-width="3" />
                    <path d="M12 1.5a10.5 10.5 0 0 0 0 21z" fill="currentColor" />
                </svg>
                <span>{ view.text(view.instrument.title()) }</span>
            </p>
            <div class="header-nav">
                if leaves {
                    { button("button-quiet small", common.to_start, link.callback(|_| Msg::ToStart)) }
                }
                { language_switch(common.language, view.language, &on_language) }
            </div>
        </header>
    }
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
    html! { <Notice><p role="status">{ text }</p></Notice> }
}

fn file_error(shell: &Shell) -> Html {
    let t = &shell.messages().errors;
    let Some(error) = &shell.announcement.file_error else {
        return Html::default();
    };
    html! {
        <Notice title={t.file_title} error={true}>
            <p>{ error.sentence(t) }</p>
            <p>{ t.nothing_changed }</p>
        </Notice>
    }
}

fn body(shell: &Shell, screen: &Screen, view: &ViewContext) -> Html {
    match screen {
        Screen::Start(state) => match &shell.custom {
            CustomQuestionnaire::Settled => start(shell, state, view),
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
    html! {
        <Notice title={t.own_refused} error={true}>
            <p>{ t.own_advice }</p>
            if !place.is_empty() {
                <p><code translate="no">{ place.to_owned() }</code></p>
            }
        </Notice>
    }
}

fn toast(shell: &Shell, link: &Scope<App>) -> Html {
    let announcement = &shell.announcement;
    let class = announcement.toast.is_some().then_some("toast");
    html! {
        <div role="status" aria-live="polite" class={classes!(class)}>
            if let Some(text) = &announcement.toast {
                <span>{ text }</span>
                if announcement.undo.is_some() {
                    { button("button-link", shell.messages().common.undo, link.callback(|_| Msg::Undo)) }
                }
            }
        </div>
    }
}
