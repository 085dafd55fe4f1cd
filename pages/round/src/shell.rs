//! What outlives a screen, and the moves between screens.
//!
//! [`RoundPage`] is the one component with state: it hands each message to the screen that it belongs
//! to. Views read and never change. What an act makes is shown only once it is stored.

use crate::closing::{self, ClosingMsg, ClosingState};
use crate::device::{Device, DeviceMsg};
use crate::home::{self, HomeMsg, HomeState};
use crate::own::{self, OwnMsg, OwnState};
use crate::pass_on::{self, PassOnMsg, PassOnState};
use crate::picture::{self, PictureState};
use crate::ports::RoundPorts;
use crate::sentences::Refusal;
use device_records::RecordsEvent;
use file_jobs::{FileJob, FileOutcome, FileTask};
use i18n::{RoundMessages, RoundPageTexts};
use model::{Instrument, InstrumentRef, Language};
use platform::{ReadError, Subscription, WorkerFailed};
use round::{CodeFault, FRAGMENT, RoundCode, RoundMemory, questionnaire_of};
use std::rc::Rc;
use talk_parts::{Arrival, Arrived, Frame, Library, NumberedJobs, framed, own_tab};
use yew::prelude::*;

/// The surroundings of the page.
#[derive(Properties, PartialEq)]
pub struct RoundPageProps {
    /// The outside world.
    pub ports: RoundPorts,
}

/// Everything that can happen.
pub enum Msg {
    /// On the first screen.
    Home(HomeMsg),
    /// While one's own result is chosen.
    Own(OwnMsg),
    /// While the code is passed on.
    PassOn(PassOnMsg),
    /// With a code in which one is counted already.
    Closing(ClosingMsg),
    /// To another screen.
    Go(Place),
    /// Something comes back from the records.
    Device(DeviceMsg),
    /// Something from beside the page has come, or not.
    Content(Arrival),
    /// A chosen file has been read, or not.
    FileRead(Result<Vec<u8>, ReadError>),
    /// The job of this number has opened a file, or not.
    FileJobDone(u32, Result<FileOutcome, WorkerFailed>),
    /// The interface's language.
    Language(Language),
    /// Whether what was to be copied has been.
    Copied(bool),
    /// The address has brought something.
    Brought,
    /// The browser's back key.
    BrowserBack,
    /// The page is left, perhaps for the back/forward cache.
    Left,
    /// The page is visible again.
    Visible,
}

/// Where one can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first screen.
    Home,
    /// Choosing the result that a round begins with.
    Begin,
    /// Passing on the last code that was made here of the round that has this number.
    PassOn(u64),
    /// What a closed round says.
    Picture(u64),
}

/// Where an act leads once it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// To the code that was made.
    PassOn(u64),
    /// To what the round says.
    Picture(u64),
    /// Nowhere else.
    Stay,
}

/// Which screen is open, with the state that belongs to it alone.
pub(crate) enum Screen {
    Home(HomeState),
    Own(Box<OwnState>),
    PassOn(Box<PassOnState>),
    Closing(Box<ClosingState>),
    Picture(Box<PictureState>),
}

/// What every screen needs.
pub(crate) struct Shell {
    pub ports: RoundPorts,
    pub device: Device,
    pub library: Library<RoundMessages>,
    pub send: Callback<Msg>,
    /// What is said quietly below.
    pub toast: Option<String>,
    /// The jobs that the worker for files has been given.
    file_jobs: NumberedJobs,
    /// Where the act leads that is being stored. Until then no other one begins.
    pending: Option<Then>,
    /// Whether the reader has moved on: before that, nothing takes the focus.
    pub moved: bool,
}

impl Shell {
    /// On opening the page. Nothing is written.
    pub fn open(props: &RoundPageProps, send: Callback<Msg>) -> Self {
        let ports = &props.ports;
        Self {
            device: Device::open(ports, send.clone()),
            library: Library::new(ports.content.clone(), send.reform(Msg::Content)),
            ports: ports.clone(),
            send,
            toast: None,
            file_jobs: NumberedJobs::default(),
            pending: None,
            moved: false,
        }
    }

    /// The texts of this page.
    pub fn texts(&self) -> &'static RoundPageTexts {
        self.library.own()
    }

    /// What a button does that leads to another screen.
    pub fn go(&self, place: Place) -> Callback<MouseEvent> {
        self.send.reform(move |_| Msg::Go(place))
    }

    /// Stores the rounds as an act has made them, and goes on from there.
    pub fn commit(&mut self, rounds: RoundMemory, then: Then) {
        if self.pending.is_none() && !self.device.is_loading() {
            self.pending = Some(then);
            self.device.commit_rounds(&rounds);
        }
    }

    /// Has the worker for files do something; its number, with which [`Msg::FileJobDone`] follows.
    pub fn run_file_job(&mut self, task: FileTask) -> u32 {
        let job = FileJob {
            questionnaires: self.library.compiled.clone(),
            task,
        };
        let (worker, send) = (self.ports.file_jobs.clone(), self.send.clone());
        self.file_jobs.run(&*worker, &job, move |number, outcome| {
            send.emit(Msg::FileJobDone(number, outcome));
        })
    }

    /// Copies a text; [`Msg::Copied`] follows.
    pub fn copy(&self, text: &str) {
        let send = self.send.reform(Msg::Copied);
        let done = Box::new(move |copied| send.emit(copied));
        self.ports.sharing.copy(text, done);
    }

    /// The address of this page, without what it was asked for.
    pub fn own_address(&self) -> String {
        let mut address = self.ports.page.address();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        address
    }

    /// Every questionnaire that lies beside the page or is at hand.
    pub fn known(&self) -> Vec<InstrumentRef> {
        let mut known = self.library.listed();
        let at_hand = self.library.catalogue.all().iter();
        for reference in at_hand.map(|one| one.reference()) {
            if !known.contains(&reference) {
                known.push(reference);
            }
        }
        known
    }

    /// The questionnaire of a round's code, where it is at hand.
    pub fn instrument_at_hand(&self, code: &str) -> Option<Rc<Instrument>> {
        let reference = questionnaire_of(code, &self.known()).ok()?;
        self.library.find(&reference)
    }

    /// The questionnaire of a round's code; `None` while it is fetched.
    fn instrument_of(&mut self, code: &str) -> Result<Option<Rc<Instrument>>, CodeFault> {
        let reference = questionnaire_of(code, &self.known())?;
        if let Some(instrument) = self.library.find(&reference) {
            return Ok(Some(instrument));
        }
        match self.library.fetch(reference) {
            true => Ok(None),
            false => Err(CodeFault::UnknownQuestionnaire),
        }
    }
}

/// The title of a questionnaire.
pub(crate) fn named(shell: &Shell, instrument: &Instrument) -> String {
    instrument.title().get(shell.library.language).to_owned()
}

/// The one component with state.
pub struct RoundPage {
    shell: Shell,
    screen: Screen,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    /// A code that was opened and waits for the records or its questionnaire.
    waiting: Option<String>,
    /// A place to go to once its questionnaire is here.
    waiting_place: Option<Place>,
    _subscriptions: [Subscription; 4],
}

impl Component for RoundPage {
    type Message = Msg;
    type Properties = RoundPageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|message| message);
        let shell = Shell::open(ctx.props(), send.clone());
        let ports = &ctx.props().ports;
        ports.page.apply_theme(ports.config.theme, None);
        ports.history.release();
        let on = |message: fn() -> Msg| -> Rc<dyn Fn()> {
            let send = send.clone();
            Rc::new(move || send.emit(message()))
        };
        let mut page = Self {
            _subscriptions: [
                ports.history.on_back(on(|| Msg::BrowserBack)),
                ports.page.on_brought(on(|| Msg::Brought)),
                ports.page.on_leave(on(|| Msg::Left)),
                ports.page.on_show(on(|| Msg::Visible)),
            ],
            shell,
            screen: Screen::Home(HomeState::default()),
            arrivals: 0,
            waiting: None,
            waiting_place: None,
        };
        page.announce_language();
        page.take_what_was_brought();
        page
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let shell = &mut self.shell;
        match message {
            Msg::Home(message) => self.home(message),
            Msg::Own(message) => {
                if let Screen::Own(state) = &mut self.screen {
                    state.update(shell, message);
                }
            }
            Msg::PassOn(message) => match &self.screen {
                Screen::PassOn(state) => state.update(shell, message),
                Screen::Closing(state) => state.pass_on.update(shell, message),
                _ => {}
            },
            Msg::Closing(message) => {
                if let Screen::Closing(state) = &mut self.screen {
                    state.update(shell, message);
                }
            }
            Msg::Go(place) => self.go(place),
            Msg::Device(message) => self.device(message),
            Msg::Content(arrival) => self.content(arrival),
            Msg::FileRead(read) => {
                if let Screen::Own(state) = &mut self.screen {
                    state.file_read(shell, read);
                }
            }
            Msg::FileJobDone(number, outcome) => {
                if let Screen::Own(state) = &mut self.screen {
                    state.file_opened(shell, number, outcome);
                }
            }
            Msg::Language(language) => {
                shell.library.want(language);
                self.announce_language();
            }
            Msg::Copied(copied) => {
                let t = &shell.texts().round;
                let said = match copied {
                    true => t.copied,
                    false => t.not_copied,
                };
                shell.toast = Some(said.to_owned());
            }
            Msg::Brought => self.take_what_was_brought(),
            Msg::BrowserBack => self.go(Place::Home),
            Msg::Left => shell.device.suspend(),
            Msg::Visible => shell.device.resume(),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        view(&self.shell, &self.screen, self.arrivals)
    }
}

/// The whole page.
pub(crate) fn view(shell: &Shell, screen: &Screen, arrivals: u32) -> Html {
    let is_framed = shell.ports.page.is_framed();
    let name = match screen {
        _ if is_framed => "own-tab",
        Screen::Home(_) => "round",
        Screen::Own(_) => "round-own",
        Screen::PassOn(_) => "round-pass-on",
        Screen::Closing(_) => "round-closing",
        Screen::Picture(_) => "round-picture",
    };
    let is_home = matches!(screen, Screen::Home(_));
    let frame = Frame {
        library: &shell.library,
        name,
        wide: false,
        arrivals,
        to_start: (!is_home && !is_framed).then(|| shell.go(Place::Home)),
        on_language: shell.send.reform(Msg::Language),
        toast: shell.toast.as_deref().map(|said| (said, None)),
    };
    let content = match screen {
        _ if is_framed => own_tab(&shell.library, &shell.ports.page.address()),
        Screen::Home(state) => home::view(shell, state),
        Screen::Own(state) => own::view(shell, state),
        Screen::PassOn(state) => pass_on::view(shell, state),
        Screen::Closing(state) => closing::view(shell, state),
        Screen::Picture(state) => picture::view(shell, state),
    };
    framed(frame, content)
}

/// The screen of a place; `None` where it waits for a questionnaire.
pub(crate) fn screen_of(shell: &mut Shell, place: Place) -> Option<Screen> {
    let round = |nonce| shell.device.rounds()?.round(nonce).cloned();
    let home = || Some(Screen::Home(HomeState::default()));
    match place {
        Place::Home => home(),
        Place::Begin => Some(Screen::Own(Box::new(OwnState::new(None)))),
        Place::PassOn(nonce) => match round(nonce) {
            Some(round) => Some(Screen::PassOn(Box::new(PassOnState::of_round(
                shell, &round,
            )))),
            None => home(),
        },
        Place::Picture(nonce) => {
            let Some(round) = round(nonce) else {
                return home();
            };
            let instrument = match shell.instrument_of(&round.code()) {
                Ok(instrument) => instrument?,
                Err(_) => return home(),
            };
            match round.closed_round(&instrument) {
                Some(closed) => Some(Screen::Picture(Box::new(PictureState::new(
                    closed, instrument,
                )))),
                None => home(),
            }
        }
    }
}

/// The screen for the code in a text, once the records are open; `Ok(None)` while it waits for a
/// questionnaire.
pub(crate) fn screen_of_code(shell: &mut Shell, text: &str) -> Result<Option<Screen>, CodeFault> {
    let Some(instrument) = shell.instrument_of(text)? else {
        return Ok(None);
    };
    let code = RoundCode::read(text, &instrument)?;
    let known = shell.device.rounds();
    let known = known.and_then(|memory| memory.round(code.nonce())).cloned();
    Ok(match known {
        Some(round) if round.is_closed() => screen_of(shell, Place::Picture(round.nonce())),
        Some(round) if round.has_added() || round.is_begun_here() => {
            let state = ClosingState::new(shell, code, instrument, &round);
            Some(Screen::Closing(Box::new(state)))
        }
        _ => Some(Screen::Own(Box::new(OwnState::new(Some(code))))),
    })
}

impl RoundPage {
    fn announce_language(&self) {
        let library = &self.shell.library;
        let title = library.own().round.page_title;
        self.shell.ports.page.set_language(library.language, title);
    }

    fn home(&mut self, message: HomeMsg) {
        let Screen::Home(state) = &mut self.screen else {
            return;
        };
        match message {
            HomeMsg::Typed(typed) => state.typed = typed,
            HomeMsg::Open => {
                let typed = state.typed.clone();
                self.open_code(typed);
            }
        }
    }

    fn device(&mut self, message: DeviceMsg) {
        let shell = &mut self.shell;
        match message {
            DeviceMsg::Records(RecordsEvent::Opened(store)) => {
                shell.device.opened(store, &shell.library.catalogue)
            }
            DeviceMsg::Records(RecordsEvent::Changed) => {
                shell.device.read(&shell.library.catalogue)
            }
            DeviceMsg::Committed(result) => {
                shell.device.read(&shell.library.catalogue);
                match (result, shell.pending.take()) {
                    (Ok(_), Some(Then::PassOn(nonce))) => self.go(Place::PassOn(nonce)),
                    (Ok(_), Some(Then::Picture(nonce))) => self.go(Place::Picture(nonce)),
                    (Ok(_), _) => {}
                    (Err(_), _) => {
                        let text = shell.texts().round.not_stored;
                        shell.toast = Some(text.to_owned());
                    }
                }
                return;
            }
        }
        for (id, version) in shell.device.missing().to_vec() {
            shell.library.fetch_named(&id, &version);
        }
        self.go_on();
    }

    fn content(&mut self, arrival: Arrival) {
        let shell = &mut self.shell;
        let language = shell.library.language;
        let arrived = shell.library.arrived(arrival);
        shell.device.read(&shell.library.catalogue);
        if shell.library.language != language {
            self.announce_language();
        }
        if arrived != Arrived::Settled {
            return;
        }
        let shell = &mut self.shell;
        match &mut self.screen {
            Screen::Own(state) => state.settled(shell),
            Screen::Picture(state) => state.settled(shell),
            _ => {}
        }
        self.go_on();
    }

    /// Opens the code that the address has brought. In a frame nothing is taken from the address.
    fn take_what_was_brought(&mut self) {
        if self.shell.ports.page.is_framed() {
            return;
        }
        if let Some(code) = self.shell.ports.page.brought("round") {
            self.waiting = Some([FRAGMENT, &code].concat());
            self.go_on();
        }
    }

    /// Goes on with what waits for the records or for a questionnaire.
    fn go_on(&mut self) {
        if self.shell.device.is_loading() {
            return;
        }
        if let Some(place) = self.waiting_place.take() {
            self.go(place);
        }
        if let Some(text) = self.waiting.take() {
            self.open_code(text);
        }
    }

    fn open_code(&mut self, text: String) {
        let shell = &mut self.shell;
        shell.toast = None;
        if shell.device.rounds().is_none() {
            return;
        }
        match screen_of_code(shell, &text) {
            Ok(Some(screen)) => self.arrive(screen),
            Ok(None) => self.waiting = Some(text),
            Err(fault) => {
                let state = HomeState {
                    typed: text.trim_start_matches(FRAGMENT).to_owned(),
                    refused: Some(Refusal::Code(fault)),
                };
                match &mut self.screen {
                    Screen::Home(home) => *home = state,
                    _ => self.arrive(Screen::Home(state)),
                }
            }
        }
    }

    fn go(&mut self, place: Place) {
        self.shell.toast = None;
        match screen_of(&mut self.shell, place) {
            Some(screen) => self.arrive(screen),
            None => self.waiting_place = Some(place),
        }
    }

    fn arrive(&mut self, screen: Screen) {
        let shell = &mut self.shell;
        self.screen = screen;
        self.arrivals += 1;
        let moved = std::mem::replace(&mut shell.moved, true);
        shell.ports.page.turn();
        // From a screen that the address led to, the back key leads to where one came from.
        match self.screen {
            _ if !moved => shell.ports.history.release(),
            Screen::Home(_) => shell.ports.history.release(),
            _ => shell.ports.history.push(),
        }
        shell.device.refresh();
    }
}
