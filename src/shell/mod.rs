//! The shell: what outlives a screen, and the moves between screens.
//!
//! [`App`] is the one component with state. It hands each message to the screen it belongs to; the
//! screen answers with an [`Effect`], and leaving a screen drops its state. `shell.rs` has what
//! stays, `persistence` is the one way to the records, `open_attempt.rs` says who may change the
//! attempt on screen, `frame.rs` is what stands around every screen.

mod appearance;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod backup_tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod check_in_tests;
mod content;
mod custom_questionnaire;
mod derived;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod example_tests;
mod file_jobs;
mod frame;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod manager_form_tests;
mod open_attempt;
mod persistence;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod preview_tests;
mod screen;
mod shell;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod test_tab;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod typing_tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod undo_tests;

use crate::data::DataMsg;
use crate::host;
use crate::importing;
use crate::questions::QuestionsMsg;
use crate::result::ResultMsg;
use crate::start::{StartMsg, StartState};
use ::file_jobs::FileOutcome;
use model::Language;
use persistence::left_newer;
use platform::{HostCommand, Ports, ReadError, Subscription, WorkerFailed};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

pub use content::Arrival;
pub(crate) use custom_questionnaire::CustomQuestionnaire;
pub(crate) use derived::Derived;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use frame::Surroundings;
pub(crate) use open_attempt::RefusalReason;
pub use persistence::{Commit, Deletion, StoreMsg, UnreadableReason};
pub(crate) use persistence::{ConflictSubject, Restoration, Stored, Version, Versions};
pub use screen::ResultPlace;
pub(crate) use screen::{Destination, Screen};
pub(crate) use shell::{Said, Shell};

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
    /// The job of this number has opened or made a file, or not.
    FileJobDone(u32, Result<FileOutcome, WorkerFailed>),
    /// Try to open the same file once more.
    OpenAgain,
    /// Something comes back from the store.
    Stored(StoreMsg),
    /// Change the attempt on screen here, and no longer in the tab that has it.
    ContinueHere,
    /// Save a change that was refused as a file, by its place.
    SaveRefused(usize),
    /// It is not needed.
    DismissRefused(usize),
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
    /// The browser's search has found a text in the hidden part of this name, and shows it.
    Found(String),
    /// The result that was on screen before a reload.
    Reopen(ResultPlace),
    /// An address that brings something was followed in this tab.
    Brought,
    /// Take back what the toast offers to take back.
    Undo,
    /// The page is hidden or left.
    Hidden,
    /// The page is left.
    Left,
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
    /// What was done before the records were open.
    early: Vec<Msg>,
    _subscriptions: [Subscription; 9],
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ports = &ctx.props().ports;
        let send = ctx.link().callback(|message| message);
        let number_keys = Rc::<RefCell<Vec<u8>>>::default();
        let place = ResultPlace::brought(&*ports.page).or_else(|| {
            let place = ports.history.remembered();
            place.and_then(|place| ResultPlace::read(&place))
        });
        if let Some(place) = &place {
            ctx.link().send_message(Msg::Reopen(place.clone()));
        }
        let mut shell = Shell::open(ports.clone(), send.clone());
        shell.reopening = place;
        let mut app = Self {
            screen: Screen::Start(Box::new(StartState::on_opening(&shell))),
            shell,
            _subscriptions: subscribe(ports, &send, number_keys.clone()),
            number_keys,
            arrivals: 0,
            early: Vec::new(),
        };
        app.screen.refresh(&app.shell);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        if self.shell.persistence.is_loading() && waits_for_records(&message) {
            self.early.push(message);
            return false;
        }
        let before = self.place();
        let reopens = matches!(message, Msg::Reopen(_));
        let render = match handle(&mut self.shell, &mut self.screen, message) {
            Effect::Quiet => false,
            Effect::Show => true,
            Effect::Go(destination) => {
                go(&mut self.shell, &mut self.screen, destination);
                true
            }
        };
        self.shell.set_open_attempt(self.screen.open_attempt());
        self.screen.refresh(&self.shell);
        self.screen.report(&mut self.shell);
        self.number_keys.replace(self.screen.number_keys());
        if self.place() != before {
            self.arrived();
            // A reload is no move of the reader: nothing takes the focus.
            self.shell.moved = !reopens;
        }
        // Until a reload has brought back its place, that is still the one to keep.
        if self.shell.reopening.is_none() {
            let place = self.screen.remembered(&self.shell);
            self.shell.ports.history.remember(&place);
        }
        if !self.shell.persistence.is_loading() {
            let early = std::mem::take(&mut self.early);
            early
                .into_iter()
                .for_each(|message| ctx.link().send_message(message));
        }
        render
    }

    fn view(&self, _: &Context<Self>) -> Html {
        frame::frame(&self.shell, &self.screen, self.arrivals)
    }
}

/// Listens for as long as the app lives.
fn subscribe(
    ports: &Ports,
    send: &Callback<Msg>,
    number_keys: Rc<RefCell<Vec<u8>>>,
) -> [Subscription; 9] {
    let on = |message: fn() -> Msg| -> Rc<dyn Fn()> {
        let send = send.clone();
        Rc::new(move || send.emit(message()))
    };
    let commands = send.reform(Msg::Host);
    let found = send.reform(Msg::Found);
    let returned = send.reform(Msg::Reopen);
    let digits = send.reform(|digit| Msg::Questions(QuestionsMsg::Digit(digit)));
    [
        ports.history.on_back(on(|| Msg::BrowserBack)),
        ports.history.on_return(Rc::new(move |place| {
            if let Some(place) = ResultPlace::read(&place) {
                returned.emit(place);
            }
        })),
        ports.page.on_brought(on(|| Msg::Brought)),
        ports.page.on_hide(on(|| Msg::Hidden)),
        ports.page.on_leave(on(|| Msg::Left)),
        ports.page.on_show(on(|| Msg::Visible)),
        ports.page.on_found(Rc::new(move |part| found.emit(part))),
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

/// What comes of a message.
fn handle(shell: &mut Shell, screen: &mut Screen, message: Msg) -> Effect {
    match (message, screen) {
        (Msg::Start(message), Screen::Start(_)) => crate::start::update(shell, message),
        (Msg::Questions(message), Screen::Questions(state)) => state.update(shell, message),
        (Msg::Result(message), Screen::Result(state)) => state.update(shell, message),
        (Msg::Data(message), Screen::Data(state)) => state.update(shell, message),
        // For a screen that has been left in the meantime.
        (Msg::Start(_) | Msg::Questions(_) | Msg::Result(_) | Msg::Data(_), _) => Effect::Quiet,
        (Msg::FileRead(read), _) => importing::open_file(shell, read),
        (Msg::FileJobDone(number, outcome), screen) => {
            if shell
                .announcement
                .opening
                .take_if(|one| *one == number)
                .is_some()
            {
                return importing::file_opened(shell, outcome);
            }
            screen.file_made(number, outcome);
            Effect::Show
        }
        (Msg::OpenAgain, _) => importing::open_again(shell),
        (Msg::Stored(message), screen) => stored(shell, screen, message),
        (Msg::ContinueHere, _) => {
            shell.continue_here();
            Effect::Quiet
        }
        (Msg::SaveRefused(place), _) => {
            shell.save_refused(place);
            Effect::Show
        }
        (Msg::DismissRefused(place), _) => {
            shell.dismiss_refused(place);
            Effect::Show
        }
        (Msg::ToStart, _) => Effect::Go(Destination::Start),
        (Msg::ToData, _) => Effect::Go(Destination::Data),
        (Msg::Language(language), screen) => {
            shell.change_language(screen, language, true);
            Effect::Show
        }
        (Msg::Content(arrival), screen) => shell.content_arrived(screen, arrival),
        (Msg::BrowserBack, screen) => screen.browser_back(shell),
        (Msg::Found(part), Screen::Result(state)) => state.found(&part),
        (Msg::Found(_), _) => Effect::Quiet,
        (Msg::Reopen(place), Screen::Start(_)) => reopen(shell, place),
        // The reader has gone on in the meantime.
        (Msg::Reopen(_), _) => Effect::Quiet,
        (Msg::Brought, _) => {
            if let Some(place) = ResultPlace::brought(&*shell.ports.page) {
                shell.send.emit(Msg::Reopen(place));
            }
            Effect::Go(Destination::Reminder)
        }
        (Msg::Undo, _) => undo(shell),
        (Msg::Hidden, screen) => {
            screen.settle(shell);
            Effect::Quiet
        }
        (Msg::Left, _) => {
            // After what `Hidden` has begun.
            shell.persistence.suspend();
            Effect::Quiet
        }
        (Msg::Visible, screen) => {
            screen.arrived(shell);
            shell.persistence.resume();
            shell.claim_again();
            Effect::Quiet
        }
        (Msg::Host(command), screen) => host::obey(shell, screen, command),
    }
}

/// To another screen, or to the same one anew. The state of the one that is left is dropped.
fn go(shell: &mut Shell, screen: &mut Screen, destination: Destination) {
    shell.leads_to = None;
    let destination = match destination {
        Destination::Attempt(attempt) if screen::is_for_talk(&attempt) => {
            return shell.lead_to_talk(attempt.id());
        }
        destination => destination,
    };
    screen.settle(shell);
    shell.reopening = None;
    shell.ports.sealing.stop();
    let announced = std::mem::take(&mut shell.announcement);
    shell.fetched.forget_file();
    let destination = match destination {
        // Answers to another questionnaire than the host means would be of no use.
        Destination::Begin if !shell.custom.allows_begin() => Destination::Start,
        destination => destination,
    };
    let left = screen.place();
    *screen = Screen::open(destination, shell);
    if screen.place() == left {
        // A backup that waits for a yes is looked at where something has just been deleted.
        shell.announcement.undo = announced.undo;
    }
    shell.persistence.refresh();
}

/// Brings an attempt back at its place: once its questionnaire is there, where that is still fetched.
fn reopen(shell: &mut Shell, place: ResultPlace) -> Effect {
    let effect = place.reopen(shell);
    if !matches!(effect, Effect::Quiet) {
        shell.reopening = None;
        return effect;
    }
    // Another tab may have stored it just now.
    shell.fetch_for_stored_records();
    let waits = shell.awaits_questionnaires();
    if let Some(id) = place.brought_attempt().filter(|_| !waits) {
        let t = shell.messages();
        shell.announce(match shell.persistence.contains(id) {
            true => t.data.waiting_text,
            false => t.check_in.unreadable,
        });
    }
    shell.reopening = Some(place).filter(|_| waits);
    Effect::Show
}

fn undo(shell: &mut Shell) -> Effect {
    // A second press finds nothing to take back.
    let Some((_, undo)) = shell.announcement.undo.take() else {
        return Effect::Quiet;
    };
    shell.dismiss();
    shell.persistence.undo(undo);
    Effect::Show
}

/// Whether a message has to wait until the records are open: it would be about nothing.
fn waits_for_records(message: &Msg) -> bool {
    !matches!(
        message,
        Msg::Stored(_) | Msg::Content(_) | Msg::Hidden | Msg::Left | Msg::Visible
    )
}

/// What comes of a message of the store.
fn stored(shell: &mut Shell, screen: &mut Screen, message: StoreMsg) -> Effect {
    match message {
        StoreMsg::Opened(store) => {
            shell.persistence.opened(store);
            shell.fetch_for_stored_records();
            let wanted = shell.wanted_language();
            if wanted != shell.language {
                shell.change_language(screen, wanted, false);
            }
            Effect::Show
        }
        StoreMsg::Committed(commit) => {
            host::report_commit(shell, &commit);
            let is_followed = shell.committed(&commit);
            shell.say_what_is_saved();
            shell.leave_once_saved();
            match is_followed {
                true => screen.follow(shell, true),
                false => Effect::Show,
            }
        }
        StoreMsg::Heard(event) => heard(shell, screen, &event),
        StoreMsg::Refreshed => followed(shell, screen),
        StoreMsg::Resumed(suspensions) => {
            shell.persistence.resumed(suspensions);
            // A browser may free the lock that this page gave up a little later.
            shell.claim_again();
            followed(shell, screen)
        }
        StoreMsg::Claimed(id, claim) => {
            shell.claimed(&id, claim);
            shell.persistence.follow();
            screen.follow(shell, false)
        }
        StoreMsg::Deleted(deletion, result) => {
            deleted(shell, deletion, result);
            Effect::Show
        }
        StoreMsg::Undone(undo, undone) => {
            // A text that cannot be read is no record, so that nothing else says that it is back.
            shell.persistence.touch();
            shell.persistence.follow();
            let t = &shell.messages().data;
            match undone {
                Ok(undone) if left_newer(&undone) => shell.announce(t.undone_except),
                Ok(_) => shell.announce(t.undone),
                Err(_) => shell.announce_not_undone(|t| t.data.not_undone, undo),
            }
            Effect::Show
        }
        StoreMsg::Restored(refused) => {
            shell.persistence.follow();
            let t = &shell.messages().data;
            shell.announce(match refused {
                0 => t.restored,
                _ => t.restored_partly,
            });
            Effect::Show
        }
    }
}

fn heard(shell: &mut Shell, screen: &mut Screen, event: &store::Event) -> Effect {
    match event {
        store::Event::Changed(_) => {
            shell.persistence.touch();
            shell.persistence.follow();
            while let Some((deletion, undo)) = shell.persistence.happened_deletion() {
                deleted(shell, deletion, Ok(undo));
            }
            screen.follow(shell, false)
        }
        store::Event::ClaimLost(key) => {
            shell.claim_lost(key);
            // What was typed and is not saved is refused, and kept to be offered as a file.
            screen.settle(shell);
            Effect::Show
        }
        store::Event::Refused { unsaved, refused } => {
            shell.persistence.follow();
            let is_refused = shell.add_refused_change(&unsaved.key, &unsaved.body, refused);
            screen.follow(shell, is_refused)
        }
    }
}

/// The records have been read anew.
fn followed(shell: &mut Shell, screen: &mut Screen) -> Effect {
    match shell.persistence.follow() {
        true => {
            shell.fetch_for_stored_records();
            screen.follow(shell, false)
        }
        false => Effect::Quiet,
    }
}

fn deleted(shell: &mut Shell, deletion: Deletion, result: Result<store::Undo, store::NotDeleted>) {
    shell.persistence.touch();
    shell.persistence.follow();
    let said: Said = match deletion {
        Deletion::Everything => |t| t.data.deleted_all,
        Deletion::Attempt => |t| t.data.deleted_one,
        Deletion::Joined => |t| t.work.removed,
    };
    match result {
        Ok(undo) => {
            if deletion == Deletion::Everything {
                shell.refused_changes.clear();
            }
            shell.announce_deletion(said, undo);
        }
        Err(not_deleted) => {
            shell.persistence.not_deleted(deletion, not_deleted);
            shell.announce(shell.messages().data.not_deleted);
        }
    }
}
