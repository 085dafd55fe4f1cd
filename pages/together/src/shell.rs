//! What outlives a screen, and the moves between screens.
//!
//! [`TogetherPage`] is the one component with state: it hands each message to the screen that it
//! belongs to. Views read and never change.

use crate::agreements::{self, AgreementsMsg, AgreementsState, Incoming};
use crate::device::{Device, DeviceMsg};
use crate::hand_over::{self, HandOverMsg, HandOverState};
use crate::home::{self, HomeMsg, HomeState};
use crate::ports::TogetherPorts;
use crate::review::{self, ReviewMsg, ReviewState};
use ::hand_over::questionnaire_of;
use device_records::RecordsEvent;
use file_jobs::{FileJob, FileOutcome, FileTask};
use i18n::{Messages, TalkPageTexts};
use model::{Instrument, Language};
use platform::{ReadError, Subscription, WorkerFailed};
use std::rc::Rc;
use talk_parts::{
    Arrival, Arrived, Frame, Library, NumberedJobs, REVIEW, TALK_PAGE, TalkLink, framed, own_tab,
};
use ui::{ViewContext, status};
use yew::prelude::*;

/// The surroundings of the page.
#[derive(Properties, PartialEq)]
pub struct TogetherPageProps {
    /// The outside world.
    pub ports: TogetherPorts,
}

/// Everything that can happen.
pub enum Msg {
    /// On the first screen.
    Home(HomeMsg),
    /// While a view is handed over.
    HandOver(HandOverMsg),
    /// Before a call review.
    Review(ReviewMsg),
    /// With the agreements.
    Agreements(AgreementsMsg),
    /// To another screen.
    Go(Place),
    /// Something comes back from the records.
    Device(DeviceMsg),
    /// Something from beside the page has come, or not.
    Content(Arrival),
    /// A chosen file has been read, or not.
    FileRead(Result<Vec<u8>, ReadError>),
    /// The job of this number has made a file, or not.
    FileJobDone(u32, Result<FileOutcome, WorkerFailed>),
    /// The interface's language.
    Language(Language),
    /// Whether what was to be copied has been.
    Copied(bool),
    /// The address has brought something.
    Brought,
    /// Take the last deletion back.
    Undo,
    /// The browser's back key.
    BrowserBack,
    /// The page is hidden or left.
    Hidden,
    /// The page is left, perhaps for the back/forward cache.
    Left,
    /// The page is visible again.
    Visible,
}

/// Where one can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first screen.
    Home,
    /// Handing over the view with this session id.
    HandOver(AttrValue),
    /// Before a call review.
    Review,
    /// The agreements.
    Agreements,
    /// The page on which forms are filled in, at the attempt with this session id.
    Attempt(AttrValue),
    /// The page with the table, on which this code is laid where one is given.
    Table(AttrValue),
}

/// Which screen is open, with the state that belongs to it alone.
pub(crate) enum Screen {
    Home(HomeState),
    HandOver(Box<HandOverState>),
    Review(ReviewState),
    Agreements,
}

/// What every screen needs.
pub(crate) struct Shell {
    pub ports: TogetherPorts,
    pub device: Device,
    pub library: Library,
    pub send: Callback<Msg>,
    /// What is said quietly below.
    pub toast: Option<String>,
    /// What takes the last deletion back, for as long as that is said.
    pub undo: Option<store::Undo>,
    /// The jobs that the worker for files has been given.
    file_jobs: NumberedJobs,
    /// The attempt to leave the page for, once it is durable.
    pub leaving_for: Option<String>,
    /// Whether the reader has moved on: before that, nothing takes the focus.
    pub moved: bool,
    /// The codes of the talk that has led here, the rep's first.
    pub talk: Option<[String; 2]>,
    /// The agreements.
    pub agreements: AgreementsState,
}

impl Shell {
    /// On opening the page. Nothing is written.
    pub fn open(props: &TogetherPageProps, send: Callback<Msg>) -> Self {
        let ports = &props.ports;
        Self {
            device: Device::open(ports, send.clone()),
            library: Library::new(ports.content.clone(), send.reform(Msg::Content)),
            ports: ports.clone(),
            send,
            toast: None,
            undo: None,
            file_jobs: NumberedJobs::default(),
            leaving_for: None,
            moved: false,
            talk: None,
            agreements: AgreementsState::default(),
        }
    }

    /// The texts of a talk.
    pub fn texts(&self) -> &'static TalkPageTexts {
        self.library.own()
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        self.library.messages()
    }

    /// What a view of this instrument needs.
    pub fn context(&self, instrument: &Rc<Instrument>) -> ViewContext {
        let keyboard = self.ports.page.keyboard_likely();
        self.library.context(instrument, keyboard, self.moved)
    }

    /// The questionnaire that was loaded with the page: the scan.
    pub fn scan(&self) -> &Instrument {
        &self.library.catalogue.all()[0]
    }

    /// What a button does that leads to another screen.
    pub fn go(&self, place: Place) -> Callback<MouseEvent> {
        self.send.reform(move |_| Msg::Go(place.clone()))
    }

    /// Says something quietly below.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.toast = Some(text.into());
        self.undo = None;
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

    /// The address of a page beside this one.
    pub fn address_of(&self, page: &str) -> String {
        let mut address = self.ports.page.address();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        let folder = address.rfind('/').map_or(0, |at| at + 1);
        address.truncate(folder);
        address + page
    }
}

/// The one component with state.
pub struct TogetherPage {
    shell: Shell,
    screen: Screen,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    /// Whether what the address brought has been looked at.
    looked: bool,
    _subscriptions: [Subscription; 5],
}

impl Component for TogetherPage {
    type Message = Msg;
    type Properties = TogetherPageProps;

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
        let page = Self {
            _subscriptions: [
                ports.history.on_back(on(|| Msg::BrowserBack)),
                ports.page.on_brought(on(|| Msg::Brought)),
                ports.page.on_hide(on(|| Msg::Hidden)),
                ports.page.on_leave(on(|| Msg::Left)),
                ports.page.on_show(on(|| Msg::Visible)),
            ],
            shell,
            screen: Screen::Home(HomeState::default()),
            arrivals: 0,
            looked: false,
        };
        page.announce_language();
        page
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let shell = &mut self.shell;
        match message {
            Msg::Home(message) => {
                if let Screen::Home(state) = &mut self.screen {
                    home::update(state, shell, message);
                }
            }
            Msg::HandOver(message) => {
                if let Screen::HandOver(state) = &mut self.screen {
                    state.update(shell, message);
                }
            }
            Msg::Review(message) => {
                if let Screen::Review(state) = &mut self.screen {
                    state.update(shell, message);
                }
            }
            Msg::Agreements(message) => AgreementsState::update(shell, message),
            Msg::Go(place) => self.go(place),
            Msg::Device(message) => self.device(message),
            Msg::Content(arrival) => self.content(arrival),
            Msg::FileRead(Ok(bytes)) => {
                AgreementsState::take_incoming(shell, Incoming::of_file(&bytes));
                self.go(Place::Agreements);
            }
            Msg::FileRead(Err(ReadError::NothingChosen)) => {}
            Msg::FileRead(Err(error)) => {
                let t = &shell.messages().errors;
                shell.announce(match error {
                    ReadError::TooLarge { .. } => t.file_too_big,
                    ReadError::Failed | ReadError::NothingChosen => t.file_unreadable,
                });
            }
            Msg::FileJobDone(number, outcome) => match &mut self.screen {
                Screen::HandOver(state) => state.file_made(shell, number, outcome),
                _ => AgreementsState::file_made(shell, number, outcome),
            },
            Msg::Language(language) => {
                shell.library.want(language);
                self.announce_language();
            }
            Msg::Copied(copied) => {
                let t = &shell.texts().hand_over;
                shell.announce(match copied {
                    true => t.copied,
                    false => t.not_copied,
                });
            }
            Msg::Brought => {
                self.looked = false;
                self.take_what_was_brought();
            }
            Msg::Undo => {
                shell.toast = None;
                if let Some(undo) = shell.undo.take() {
                    shell.device.undo(undo);
                    AgreementsState::read_again(shell);
                }
            }
            Msg::BrowserBack => self.go(Place::Home),
            Msg::Hidden => AgreementsState::settle(shell),
            // After what `Hidden` has begun.
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
        Screen::Home(_) => "together",
        Screen::HandOver(_) => "hand-over",
        Screen::Review(_) => "call-review",
        Screen::Agreements => "agreements",
    };
    let is_home = matches!(screen, Screen::Home(_));
    let undo = shell.undo.as_ref();
    let undo = undo.map(|_| shell.send.reform(|_| Msg::Undo));
    let frame = Frame {
        library: &shell.library,
        name,
        wide: false,
        arrivals,
        to_start: (!is_home && !is_framed).then(|| shell.go(Place::Home)),
        on_language: shell.send.reform(Msg::Language),
        toast: shell.toast.as_deref().map(|said| (said, undo)),
    };
    let content = match screen {
        _ if is_framed => own_tab(&shell.library, &shell.ports.page.address()),
        _ if shell.device.is_loading() => status("muted", shell.messages().common.loading),
        Screen::Home(state) => home::view(shell, state),
        Screen::HandOver(state) => hand_over::view(shell, state),
        Screen::Review(state) => review::view(shell, state),
        Screen::Agreements => agreements::view(shell),
    };
    framed(frame, content)
}

impl TogetherPage {
    fn announce_language(&self) {
        let library = &self.shell.library;
        let title = library.own().talk.page_title;
        self.shell.ports.page.set_language(library.language, title);
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
            DeviceMsg::Deleted(undo) => {
                shell.device.read(&shell.library.catalogue);
                shell.announce(match undo {
                    Some(_) => shell.messages().work.removed,
                    None => shell.messages().data.not_deleted,
                });
                shell.undo = undo;
            }
            DeviceMsg::Committed(key, result) => {
                shell.device.read(&shell.library.catalogue);
                match shell.leaving_for.take_if(|id| key.id() == Some(&**id)) {
                    Some(id) => self.begun(&id, result.is_ok()),
                    None => AgreementsState::committed(shell, &key, result),
                }
            }
        }
        let shell = &mut self.shell;
        for (id, version) in shell.device.missing().to_vec() {
            shell.library.fetch_named(&id, &version);
        }
        AgreementsState::follow(shell);
        self.take_what_was_brought();
    }

    /// An attempt that was begun here is durable, or not: it is filled in on the rep's page.
    fn begun(&mut self, id: &str, is_durable: bool) {
        let shell = &mut self.shell;
        match is_durable {
            true => shell.ports.page.leave_for(&["./#attempt=", id].concat()),
            false => shell.announce(shell.messages().errors.storage_failed),
        }
    }

    fn content(&mut self, arrival: Arrival) {
        let shell = &mut self.shell;
        let language = shell.library.language;
        let arrived = shell.library.arrived(arrival);
        shell.device.read(&shell.library.catalogue);
        if let Screen::HandOver(state) = &mut self.screen {
            state.use_catalogue(&shell.library.catalogue);
        }
        if shell.library.language != language {
            self.announce_language();
        }
        if arrived == Arrived::Settled {
            // What was brought may have waited for its questionnaire.
            self.take_what_was_brought();
        }
    }

    /// Goes to what the address has brought, once the records are open and its questionnaire is here.
    fn take_what_was_brought(&mut self) {
        let shell = &mut self.shell;
        if self.looked || shell.device.is_loading() || shell.library.is_waiting() {
            return;
        }
        self.looked = true;
        let page = shell.ports.page.clone();
        if let Some(id) = page.brought("view").or_else(|| page.brought("give")) {
            match shell.device.attempt(&id) {
                Some(_) => self.go(Place::HandOver(id.into())),
                None => {
                    let text = shell.texts().hand_over.not_here;
                    shell.announce(text);
                }
            }
        } else if let Some(codes) = page.brought("talk") {
            self.begin_talk(&codes);
        } else if let Some(text) = page.brought("agreements") {
            AgreementsState::take_incoming(shell, Incoming::of_link(&text));
            self.go(Place::Agreements);
        }
    }

    /// The agreements of the talk that a link is of; what a call review has come to begins a learning
    /// goal.
    fn begin_talk(&mut self, text: &str) {
        let Some(link) = TalkLink::read(text) else {
            return;
        };
        let shell = &mut self.shell;
        let known = shell.library.listed();
        if let Ok(reference) = questionnaire_of(&link.rep, &known)
            && shell.library.fetch(reference)
        {
            // It is looked at again once the questionnaire is here.
            self.looked = false;
            return;
        }
        let goal = review::goal_of(shell, &link);
        shell.talk = Some([link.rep, link.manager]);
        self.go(Place::Agreements);
        if let Some(goal) = goal {
            AgreementsState::take_learning_goal(&mut self.shell, &goal);
        }
    }

    fn go(&mut self, place: Place) {
        let shell = &mut self.shell;
        AgreementsState::settle(shell);
        shell.toast = None;
        let screen = match place {
            Place::Home => Screen::Home(HomeState::default()),
            Place::HandOver(id) => match shell.device.attempt(&id).cloned() {
                Some(attempt) => {
                    shell.ports.file_jobs.prepare();
                    Screen::HandOver(Box::new(HandOverState::new(shell, attempt)))
                }
                None => Screen::Home(HomeState::default()),
            },
            Place::Review => {
                if let Some(reference) = shell.library.newest(REVIEW) {
                    shell.library.try_again();
                    shell.library.fetch(reference);
                }
                Screen::Review(ReviewState::default())
            }
            Place::Agreements => {
                AgreementsState::begin(shell);
                Screen::Agreements
            }
            Place::Attempt(id) => {
                let address = ["./#attempt=", &id].concat();
                shell.ports.page.leave_for(&address);
                return;
            }
            Place::Table(fragment) => {
                let address = [TALK_PAGE, &*fragment].concat();
                shell.ports.page.leave_for(&address);
                return;
            }
        };
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
