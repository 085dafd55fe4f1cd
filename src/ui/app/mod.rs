//! The app: all state in one place, and what each message does to it.
//!
//! `state.rs` holds the state and its small steps, `keep.rs` saving and deleting, `files.rs` what goes in and out as a
//! file, `view.rs` what is shown; this page only says which message leads where.

mod by_key;
mod files;
mod history;
mod host;
mod journey;
mod keep;
mod look;
mod on_data;
mod on_host;
mod on_result;
mod own;
mod rows;
mod seal;
mod state;
mod time;
mod view;
mod viewed;
mod whole;

use crate::ui::screens::{DataAction, ResultAction, StartAction};
use model::Language;
use model::{Action, Step};
use platform::{Listener, Ports, ReadError, SealError, StorageError, Wish};
use records::Document;
use state::{Screen, State};
use std::rc::Rc;
use yew::prelude::*;

/// The app's surroundings.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The outside world.
    pub ports: Ports,
}

/// Everything that can happen.
pub enum Msg {
    /// Something on the first screen was chosen.
    Start(StartAction),
    /// The respondent did something in the journey.
    Act(Action),
    /// The respondent asks for the result.
    Complete,
    /// A number key, from 0 for the first option.
    Digit(usize),
    /// Something about a result was chosen.
    Result(ResultAction),
    /// Something about what is stored was chosen.
    Data(DataAction),
    /// A chosen file has been read, or not.
    Read(Result<Vec<u8>, ReadError>),
    /// This file has been sealed, or not.
    Sealed(Document, Result<Vec<u8>, SealError>),
    /// A sealed file has been opened, or not.
    Unsealed(Result<Vec<u8>, SealError>),
    /// A save has become durable, or failed.
    Saved(Result<(), StorageError>),
    /// To the first screen.
    ToStart,
    /// To what is stored.
    ToData,
    /// The interface's language.
    Speak(Language),
    /// The browser's back key.
    BrowserBack,
    /// Undo the last deletion.
    Undo,
    /// The page is hidden or left.
    Hidden,
    /// The page is shown again.
    Shown,
    /// The page around this one asks for something.
    Wish(Wish),
}

/// The one component with state.
pub struct App {
    state: State,
    _listeners: [Listener; 5],
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ports = &ctx.props().ports;
        let state = State::open(ports.clone(), ctx.link().callback(Msg::Saved));
        let link = ctx.link().clone();
        let on = |message: fn() -> Msg| -> Rc<dyn Fn()> {
            let link = link.clone();
            Rc::new(move || link.send_message(message()))
        };
        let options = state.options.clone();
        let digits = link.clone();
        let wishes = link.clone();
        let listeners = [
            ports.history.on_back(on(|| Msg::BrowserBack)),
            ports.page.on_hide(on(|| Msg::Hidden)),
            ports.page.on_show(on(|| Msg::Shown)),
            ports
                .host
                .on_wish(Rc::new(move |wish| wishes.send_message(Msg::Wish(wish)))),
            ports.page.on_key(Rc::new(move |key| {
                let digit = key
                    .parse::<usize>()
                    .ok()
                    .filter(|n| (1..=options.get()).contains(n));
                if let Some(digit) = digit {
                    digits.send_message(Msg::Digit(digit - 1));
                }
                digit.is_some()
            })),
        ];
        Self {
            state,
            _listeners: listeners,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        let state = &mut self.state;
        let place = state.place();
        match message {
            Msg::Start(action) => match action {
                StartAction::Begin => state.begin(),
                StartAction::Resume(id) | StartAction::Open(id) => state.resume(&id),
                StartAction::Example => state.show_example(),
                StartAction::File(field) => state.read_file(&field, ctx.link().callback(Msg::Read)),
            },
            Msg::Act(action) => state.act(action),
            Msg::Complete => {
                let at = state.ports.clock.now();
                state.act(Action::Complete { at });
            }
            Msg::Digit(n) => state.answer_by_key(n),
            Msg::Result(action) => on_result::update(state, action, ctx.link()),
            Msg::Data(action) => on_data::update(state, action, ctx.link()),
            Msg::Read(read) => state.open_file(read),
            Msg::Sealed(document, sealed) => state.sealed(&document, sealed),
            Msg::Unsealed(opened) => state.unsealed(opened),
            Msg::Saved(result) => {
                state.tell_saved(&result);
                return state.saved(result);
            }
            Msg::ToStart => state.go(Screen::Start),
            Msg::ToData => state.go(Screen::Data),
            Msg::Speak(language) => state.speak(language),
            Msg::BrowserBack => back(state),
            Msg::Undo => state.undo(),
            Msg::Wish(Wish::Restart) => state.go(Screen::Start),
            Msg::Wish(Wish::Set(name, value)) => state.set(&name, &value),
            Msg::Wish(wish) => state.grant(wish),
            Msg::Hidden => state.spend_time(),
            Msg::Shown => state.restart_time(),
        }
        state.tell_host();
        if state.place() != place {
            state.arrived();
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::view(&self.state, ctx.link())
    }
}

/// The phone's back key goes one screen back in the journey, and from anywhere else to the
/// first screen; from there it leaves.
fn back(state: &mut State) {
    let first = matches!(state.step(), Some(Step::Result | Step::Context(0)) | None);
    if state.screen == Screen::Journey && !first {
        state.act(Action::Back);
    } else {
        state.go(Screen::Start);
    }
    if state.screen != Screen::Start {
        state.ports.history.push();
    }
}
