//! What is shown: the frame around every screen, and which screen stands in it.

use super::journey::journey;
use super::own::Own;
use super::state::{Screen, State};
use super::{App, Msg, on_data, on_result};
use crate::ui::parts::{Notice, button};
use crate::ui::scene::Scene;
use crate::ui::screens::Start;
use model::Language;
use model::Step;
use platform::StorageError;
use yew::html::Scope;
use yew::prelude::*;

pub(super) fn view(state: &State, link: &Scope<App>) -> Html {
    let scene = state.scene();
    let common = &scene.messages().common;
    let (name, class) = screen_name(state);
    html! {
        <div
            class="app"
            data-part="root"
            data-screen={name}
            lang={scene.language.tag()}
        >
            <a class="skip-link" href="#main">{ common.skip_link }</a>
            { header(state, &scene, link) }
            <main id="main" class={classes!("screen", class)} tabindex="-1">
                { storage_notice(state) }
                { file_error(state) }
                <div key={state.arrivals.to_string()}>{ screen(state, &scene, link) }</div>
            </main>
            { toast(state, link) }
            <footer class="footer">
                <p>{ common.development_only }</p>
                if state.screen != Screen::Data && !matches!(state.step(), Some(Step::Item(_) | Step::Context(_))) {
                    { button("button-link", common.my_data, link.callback(|_| Msg::ToData)) }
                }
            </footer>
        </div>
    }
}

fn screen_name(state: &State) -> (&'static str, &'static str) {
    match (state.screen, state.step()) {
        (Screen::Start, _) | (Screen::Journey, None) => ("start", ""),
        (Screen::Data, _) => ("data", ""),
        (Screen::Viewed, _) | (_, Some(Step::Result)) => ("result", "screen-wide"),
        (_, Some(Step::Context(_))) => ("context", "question-screen"),
        (_, Some(Step::Item(_))) => ("question", "question-screen"),
        (_, Some(Step::Breath(_))) => ("breath", ""),
        (_, Some(Step::Review)) => ("review", ""),
    }
}

fn progress(state: &State, scene: &Scene) -> Html {
    let (Some(open), Some(step)) = (&state.open, state.step()) else {
        return Html::default();
    };
    let total = open.instrument.items().len();
    let done = match step {
        Step::Context(_) => 0,
        Step::Item(position) => position,
        Step::Breath(page) => open.instrument.pages()[..page].iter().map(Vec::len).sum(),
        Step::Review => total,
        Step::Result => return Html::default(),
    };
    html! {
        <progress
            class="journey-progress"
            data-part="progress"
            aria-label={scene.messages().journey.progress}
            max={total.to_string()}
            value={done.to_string()}
        ></progress>
    }
}

fn header(state: &State, scene: &Scene, link: &Scope<App>) -> Html {
    let common = &scene.messages().common;
    // In the journey the way out is the one that says that nothing is lost.
    let leaves =
        matches!(state.screen, Screen::Data | Screen::Viewed) || state.step() == Some(Step::Result);
    let languages = Language::ALL.iter().map(|&language| {
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
                aria-pressed={(language == scene.language).to_string()}
                onclick={link.callback(move |_| Msg::Speak(language))}
            >
                <span translate="no">{ short }<span class="visually-hidden">{ rest }</span></span>
            </button>
        }
    });
    html! {
        <header class="header" data-part="header">
            { progress(state, scene) }
            <p class={classes!("header-title", leaves.then_some("header-title-short"))}>
                <svg class="header-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" stroke-width="3" />
                    <path d="M12 1.5a10.5 10.5 0 0 0 0 21z" fill="currentColor" />
                </svg>
                <span>{ scene.text(scene.instrument.title()) }</span>
            </p>
            <div class="header-nav">
                if leaves {
                    { button("button-quiet small", common.to_start, link.callback(|_| Msg::ToStart)) }
                }
                <div class="languages" role="group" aria-label={common.language}>
                    { for languages }
                </div>
            </div>
        </header>
    }
}

fn storage_notice(state: &State) -> Html {
    let t = &state.messages().errors;
    let Some(trouble) = state.trouble else {
        return Html::default();
    };
    let text = match trouble {
        StorageError::Denied => t.storage_denied,
        StorageError::Full => t.storage_full,
        StorageError::Failed => t.storage_failed,
    };
    html! { <Notice><p role="status">{ text }</p></Notice> }
}

fn file_error(state: &State) -> Html {
    let t = &state.messages().errors;
    let Some(error) = &state.file_error else {
        return Html::default();
    };
    html! {
        <Notice title={t.file_title} error={true}>
            <p>{ error.sentence(t) }</p>
            <p>{ t.nothing_changed }</p>
        </Notice>
    }
}

/// In place of the first screen: a questionnaire of the host's own that is not there.
fn own(state: &State, scene: &Scene) -> Html {
    let t = &scene.messages().host;
    let Own::Refused(place) = &state.own else {
        return Html::default();
    };
    html! {
        <Notice title={t.own_refused} error={true}>
            <p>{ t.own_advice }</p>
            if !place.is_empty() {
                <p><code translate="no">{ place.clone() }</code></p>
            }
        </Notice>
    }
}

fn screen(state: &State, scene: &Scene, link: &Scope<App>) -> Html {
    match state.screen {
        Screen::Start if state.own != Own::Settled => own(state, scene),
        Screen::Start => html! {
            <Start
                scene={scene.clone()}
                resume={state.resumable()}
                earlier={state.earlier()}
                host={state.ports.host.config()}
                on_action={link.callback(Msg::Start)}
            />
        },
        Screen::Data => on_data::data(state, scene, link),
        Screen::Viewed => match &state.viewed {
            Some(viewed) => on_result::viewed(state, scene, viewed, link),
            None => Html::default(),
        },
        Screen::Journey => journey(state, scene, link),
    }
}

/// The file that is looked at before it is saved: its name and its text.
pub(super) fn preview(state: &State) -> Option<(AttrValue, AttrValue)> {
    let document = state.preview.as_ref()?;
    let text = String::from_utf8_lossy(&document.bytes).into_owned();
    Some((document.name.clone().into(), text.into()))
}

fn toast(state: &State, link: &Scope<App>) -> Html {
    html! {
        <div role="status" aria-live="polite" class={classes!(state.toast.is_some().then_some("toast"))}>
            if let Some(text) = &state.toast {
                <span>{ text }</span>
                if state.undo.is_some() || state.removed.is_some() {
                    { button("button-link", state.messages().common.undo, link.callback(|_| Msg::Undo)) }
                }
            }
        </div>
    }
}
