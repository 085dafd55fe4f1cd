//! The shell: what outlives a screen, and the moves between screens.
//!
//! [`App`] is the one component with state. It hands each message to the screen it belongs to; the
//! screen answers with an [`Effect`], and leaving a screen drops its state. `shell.rs` has what
//! stays, `persistence.rs` is the one way to the records, `frame.rs` is what stands around every
//! screen.

mod appearance;
mod content;
mod custom_questionnaire;
mod derived;
mod file_jobs;
mod frame;
mod persistence;
mod screen;
mod shell;

use crate::data::DataMsg;
use crate::host;
use crate::importing;
use crate::questions::QuestionsMsg;
use crate::result::ResultMsg;
use crate::start::StartMsg;
use ::file_jobs::FileOutcome;
use model::Language;
use platform::{HostCommand, Ports, ReadError, Subscription, WorkerFailed};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

pub use content::Arrival;
pub(crate) use custom_questionnaire::CustomQuestionnaire;
pub(crate) use derived::Derived;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use frame::Surroundings;
pub use persistence::Committed;
pub(crate) use screen::{Destination, Screen};
pub(crate) use shell::Shell;

/// The surroundings of the app.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The outside world.
    pub ports: Ports,
}

/// Everything that can happen.
pub enum Msg {
    /// On the first screen.
    Start(StartMsg),
    /// While questions are answered.
    Questions(QuestionsMsg),
    /// On a result.
    Result(ResultMsg),
    /// On the screen with what is stored.
    Data(DataMsg),
    /// A chosen file has been read, or not.
    FileRead(Result<Vec<u8>, ReadError>),
    /// The job of this number has opened a file, or not.
    FileOpened(u32, Result<FileOutcome, WorkerFailed>),
    /// Try to open the same file once more.
    OpenAgain,
    /// A commit is durable, or has failed.
    Committed(Committed),
    /// To the first screen.
    ToStart,
    /// To what is stored.
    ToData,
    /// The interface's language.
    Language(Language),
    /// Something from beside the page has come, or not.
    Content(Arrival),
    /// The browser's back key.
    BrowserBack,
    /// Take back what the toast offers to take back.
    Undo,
    /// The page is hidden or left.
    Hidden,
    /// The page is visible again.
    Visible,
    /// A command of the embedding page.
    Host(HostCommand),
}

/// What comes of a message.
pub(crate) enum Effect {
    /// Nothing on screen changes.
    Quiet,
    /// The screen is rendered again.
    Show,
    /// To another screen.
    Go(Destination),
}

/// The one component with state.
pub struct App {
    shell: Shell,
    screen: Screen,
    /// Digits that mean an answer now; read by the listener for keys.
    number_keys: Rc<RefCell<Vec<u8>>>,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    _subscriptions: [Subscription; 5],
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ports = &ctx.props().ports;
        let send = ctx.link().callback(|message| message);
        let number_keys = Rc::<RefCell<Vec<u8>>>::default();
        let mut app = Self {
            shell: Shell::open(ports.clone(), send.clone()),
            screen: Screen::default(),
            _subscriptions: subscribe(ports, &send, number_keys.clone()),
            number_keys,
            arrivals: 0,
        };
        app.screen.refresh(&app.shell);
        app
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let before = self.place();
        let render = match self.handle(message) {
            Effect::Quiet => false,
            Effect::Show => true,
            Effect::Go(destination) => {
                self.go(destination);
                true
            }
        };
        self.screen.refresh(&self.shell);
        self.screen.report(&mut self.shell);
        self.number_keys.replace(self.screen.number_keys());
        if self.place() != before {
            self.arrived();
        }
        render
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        frame::frame(&self.shell, &self.screen, self.arrivals, ctx.link())
    }
}

/// Listens for as long as the app lives.
fn subscribe(
    ports: &Ports,
    send: &Callback<Msg>,
    number_keys: Rc<RefCell<Vec<u8>>>,
) -> [Subscription; 5] {
    let on = |message: fn() -> Msg| -> Rc<dyn Fn()> {
        let send = send.clone();
        Rc::new(move || send.emit(message()))
    };
    let commands = send.reform(Msg::Host);
    let digits = send.reform(|digit| Msg::Questions(QuestionsMsg::Digit(digit)));
    [
        ports.history.on_back(on(|| Msg::BrowserBack)),
        ports.page.on_hide(on(|| Msg::Hidden)),
        ports.page.on_show(on(|| Msg::Visible)),
        ports
            .host
            .on_command(Rc::new(move |command| commands.emit(command))),
        ports.page.on_key(Rc::new(move |key| {
            let digit = match key.as_bytes() {
                [digit @ b'0'..=b'9'] => digit - b'0',
                _ => return false,
            };
            let offered = number_keys.borrow().contains(&digit);
            if offered {
                digits.emit(digit);
            }
            offered
        })),
    ]
}

impl App {
    fn handle(&mut self, message: Msg) -> Effect {
        let shell = &mut self.shell;
        match (message, &mut self.screen) {
            (Msg::Start(message), Screen::Start(_)) => crate::start::update(shell, message),
            (Msg::Questions(message), Screen::Questions(state)) => state.update(shell, message),
            (Msg::Result(message), Screen::Result(state)) => state.update(shell, message),
            (Msg::Data(message), Screen::Data(state)) => state.update(shell, message),
            // For a screen that has been left in the meantime.
            (Msg::Start(_) | Msg::Questions(_) | Msg::Result(_) | Msg::Data(_), _) => Effect::Quiet,
            (Msg::FileRead(read), _) => importing::open_file(shell, read),
            (Msg::FileOpened(number, outcome), _) => importing::file_opened(shell, number, outcome),
            (Msg::OpenAgain, _) => importing::open_again(shell),
            (Msg::Committed(result), _) => {
                host::report_commit(shell, &result);
                match shell.persistence.committed(result) {
                    true => Effect::Show,
                    false => Effect::Quiet,
                }
            }
            (Msg::ToStart, _) => Effect::Go(Destination::Start),
            (Msg::ToData, _) => Effect::Go(Destination::Data),
            (Msg::Language(language), screen) => {
                shell.change_language(screen, language, true);
                Effect::Show
            }
            (Msg::Content(arrival), screen) => {
                shell.content_arrived(screen, arrival);
                Effect::Show
            }
            (Msg::BrowserBack, screen) => screen.browser_back(shell),
            (Msg::Undo, _) => undo(shell),
            (Msg::Hidden, screen) => {
                screen.settle(shell);
                Effect::Quiet
            }
            (Msg::Visible, screen) => {
                screen.arrived(shell);
                Effect::Quiet
            }
            (Msg::Host(command), screen) => host::obey(shell, screen, command),
        }
    }

    /// To another screen. The state of the one that is left is dropped.
    fn go(&mut self, destination: Destination) {
        self.screen.settle(&mut self.shell);
        self.shell.announcement = Default::default();
        let destination = match destination {
            // Answers to another questionnaire than the host means would be of no use.
            Destination::Begin if self.shell.custom != CustomQuestionnaire::Settled => {
                Destination::Start
            }
            destination => destination,
        };
        self.screen = Screen::open(destination, &mut self.shell);
    }

    /// Where the reader is: when this changes, a new screen arrives.
    fn place(&self) -> (screen::Place, bool) {
        let refused = self.shell.announcement.file_error.is_some();
        (self.screen.place(), refused)
    }

    /// A new screen has arrived: the focus and the top of the page belong to it.
    fn arrived(&mut self) {
        let shell = &mut self.shell;
        shell.moved = true;
        self.arrivals += 1;
        self.screen.arrived(shell);
        shell.ports.page.turn();
        match self.screen {
            Screen::Start(_) => shell.ports.history.release(),
            _ => shell.ports.history.push(),
        }
    }
}

fn undo(shell: &mut Shell) -> Effect {
    let Some(undo) = shell.announcement.undo.take() else {
        return Effect::Quiet;
    };
    shell.persistence.undo(undo);
    shell.announce(shell.messages().data.undone);
    Effect::Show
}
