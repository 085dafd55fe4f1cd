//! What outlives a screen, and the moves between screens.
//!
//! [`TalkPage`] is the one component with state: it hands each message to the screen that it belongs
//! to. Views read and never change.

use crate::agreements::{AgreementsMsg, AgreementsState, Incoming};
use crate::device::{Device, DeviceMsg};
use crate::frame;
use crate::hand_over::{HandOverMsg, HandOverState};
use crate::home::{self, HomeMsg, HomeState};
use crate::library::{Arrival, Arrived, Library};
use crate::ports::TalkPorts;
use crate::review::{REVIEW, ReviewMsg, ReviewState};
use crate::table::{Table, TableMsg};
use crate::two_views::{TwoViewsMsg, TwoViewsState};
use file_jobs::{FileJob, FileOutcome, FileTask};
use i18n::{Messages, TalkPageTexts};
use model::{Instrument, Language};
use platform::{ReadError, Subscription, WorkerFailed};
use std::rc::Rc;
use ui::ViewContext;
use yew::prelude::*;

/// The surroundings of the page.
#[derive(Properties, PartialEq)]
pub struct TalkPageProps {
    /// The outside world.
    pub ports: TalkPorts,
}

/// Everything that can happen.
pub enum Msg {
    /// On the first screen.
    Home(HomeMsg),
    /// While a view is handed over.
    HandOver(HandOverMsg),
    /// Before a call review.
    Review(ReviewMsg),
    /// On the table.
    Table(TableMsg),
    /// With both views open.
    TwoViews(TwoViewsMsg),
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
    /// The job of this number has opened or made a file, or not.
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
    /// The table.
    Table,
    /// The two views on it, opened.
    TwoViews,
    /// The conversation sheet made of them.
    Sheet,
    /// The agreements of the talk.
    Agreements,
    /// The page on which forms are filled in, at the attempt with this session id.
    Attempt(AttrValue),
}

/// Which screen is open, with the state that belongs to it alone.
pub(crate) enum Screen {
    Home(HomeState),
    HandOver(Box<HandOverState>),
    Review(ReviewState),
    Table,
    TwoViews,
    Sheet,
    Agreements,
}

/// What every screen needs.
pub(crate) struct Shell {
    pub ports: TalkPorts,
    pub device: Device,
    pub library: Library,
    pub send: Callback<Msg>,
    /// What is said quietly below.
    pub toast: Option<String>,
    /// What takes the last deletion back, for as long as that is said.
    pub undo: Option<store::Undo>,
    /// How many jobs the worker for files has been given.
    file_jobs: u32,
    /// The attempt to leave the page for, once it is durable.
    pub leaving_for: Option<String>,
    /// Whether the reader has moved on: before that, nothing takes the focus.
    pub moved: bool,
    /// What lies on the table; it stays there while something else is on screen.
    pub table: Table,
    /// The two views, while they are open.
    pub opened: Option<Box<TwoViewsState>>,
    /// The agreements of the talk.
    pub agreements: AgreementsState,
}

impl Shell {
    /// On opening the page. Nothing is written.
    pub fn open(props: &TalkPageProps, send: Callback<Msg>) -> Self {
        let ports = &props.ports;
        Self {
            device: Device::open(ports, send.clone()),
            library: Library::new(ports.content.clone(), send.reform(Msg::Content)),
            ports: ports.clone(),
            send,
            toast: None,
            undo: None,
            file_jobs: 0,
            leaving_for: None,
            moved: false,
            table: Table::default(),
            opened: None,
            agreements: AgreementsState::default(),
        }
    }

    /// The texts of this page.
    pub fn talk(&self) -> &'static TalkPageTexts {
        self.library.talk()
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        self.library.messages()
    }

    /// What a view of this instrument needs.
    pub fn context(&self, instrument: &Rc<Instrument>) -> ViewContext {
        ViewContext {
            language: self.library.language,
            texts: self.messages(),
            instrument: instrument.clone(),
            keyboard: self.ports.page.keyboard_likely(),
            moved: self.moved,
        }
    }

    /// The questionnaire that was loaded with the page: the scan.
    pub fn scan(&self) -> &Instrument {
        &self.library.catalogue.all()[0]
    }

    /// What a button does that sends this message.
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
        self.file_jobs += 1;
        let (number, send) = (self.file_jobs, self.send.clone());
        let job = FileJob {
            questionnaires: self.library.compiled.clone(),
            task,
        };
        let done = Box::new(move |outcome| send.emit(Msg::FileJobDone(number, outcome)));
        self.ports.file_jobs.run(&job, done);
        number
    }

    /// Copies a text; [`Msg::Copied`] follows.
    pub fn copy(&self, text: &str) {
        let send = self.send.reform(Msg::Copied);
        self.ports
            .sharing
            .copy(text, Box::new(move |copied| send.emit(copied)));
    }

    /// The address of this page without what follows it.
    pub fn address(&self) -> String {
        let mut address = self.ports.page.address();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        address
    }
}

/// The one component with state.
pub struct TalkPage {
    shell: Shell,
    screen: Screen,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    _subscriptions: [Subscription; 4],
}

impl Component for TalkPage {
    type Message = Msg;
    type Properties = TalkPageProps;

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
                ports.page.on_show(on(|| Msg::Visible)),
            ],
            shell,
            screen: Screen::Home(HomeState::default()),
            arrivals: 0,
        };
        page.announce_language();
        page
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Home(message) => self.home(message),
            Msg::HandOver(message) => {
                if let Screen::HandOver(state) = &mut self.screen {
                    state.update(&mut self.shell, message);
                }
            }
            Msg::Review(message) => {
                if let Screen::Review(state) = &mut self.screen {
                    state.update(&mut self.shell, message);
                }
            }
            Msg::Table(message) => self.table(message),
            Msg::TwoViews(message) => {
                if let Some(opened) = &mut self.shell.opened {
                    opened.update(message);
                }
            }
            Msg::Agreements(AgreementsMsg::LearningGoal(text)) => {
                self.go(Place::Agreements);
                AgreementsState::take_learning_goal(&mut self.shell, &text);
            }
            Msg::Agreements(message) => AgreementsState::update(&mut self.shell, message),
            Msg::Go(place) => self.go(place),
            Msg::Device(message) => self.device(message),
            Msg::Content(arrival) => self.content(arrival),
            Msg::FileRead(read) => self.shell.file_read(read),
            Msg::FileJobDone(number, outcome) => self.file_job_done(number, outcome),
            Msg::Language(language) => {
                self.shell.library.want(language);
                self.announce_language();
            }
            Msg::Copied(copied) => {
                let t = &self.shell.talk().hand_over;
                self.shell.announce(match copied {
                    true => t.copied,
                    false => t.not_copied,
                });
            }
            Msg::Brought => self.take_what_was_brought(),
            Msg::Undo => {
                self.shell.toast = None;
                if let Some(undo) = self.shell.undo.take() {
                    self.shell.device.undo(undo);
                    AgreementsState::read_again(&mut self.shell);
                }
            }
            Msg::BrowserBack => {
                let place = match self.screen {
                    Screen::TwoViews => Place::Table,
                    Screen::Sheet => Place::TwoViews,
                    Screen::Agreements if self.shell.opened.is_some() => Place::TwoViews,
                    _ => Place::Home,
                };
                self.go(place);
            }
            Msg::Hidden => AgreementsState::settle(&mut self.shell),
            Msg::Visible => self.shell.device.refresh(),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        frame::frame(&self.shell, &self.screen, self.arrivals)
    }
}

impl TalkPage {
    fn announce_language(&self) {
        let library = &self.shell.library;
        let title = library.talk().talk.page_title;
        self.shell.ports.page.set_language(library.language, title);
    }

    fn home(&mut self, message: HomeMsg) {
        if let Screen::Home(state) = &mut self.screen
            && let Some(place) = home::update(state, &mut self.shell, message)
        {
            self.go(place);
        }
    }

    fn table(&mut self, message: TableMsg) {
        if Table::update(&mut self.shell, message) {
            self.go(Place::TwoViews);
        }
    }

    fn device(&mut self, message: DeviceMsg) {
        let is_opening = matches!(message, DeviceMsg::Opened(_));
        let shell = &mut self.shell;
        match message {
            DeviceMsg::Opened(store) => shell.device.opened(store, &shell.library.catalogue),
            DeviceMsg::Changed => shell.device.read(&shell.library.catalogue),
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
                AgreementsState::committed(shell, &key, result);
            }
        }
        for (id, version) in shell.device.missing().to_vec() {
            shell.library.fetch_named(&id, &version);
        }
        AgreementsState::follow(shell);
        if is_opening {
            self.take_what_was_brought();
        }
    }

    fn content(&mut self, arrival: Arrival) {
        let shell = &mut self.shell;
        let language = shell.library.language;
        let arrived = shell.library.arrived(arrival);
        shell.device.read(&shell.library.catalogue);
        shell.table.use_catalogue(&shell.library.catalogue);
        if let Some(opened) = &mut shell.opened {
            opened.use_catalogue(&shell.library.catalogue);
        }
        if let Screen::HandOver(state) = &mut self.screen {
            state.use_catalogue(&shell.library.catalogue);
        }
        if shell.library.language != language {
            self.announce_language();
        }
        if arrived == Arrived::Settled {
            self.shell.table_settled();
            // A view that was asked for may wait for its questionnaire.
            if matches!(self.screen, Screen::Home(_)) {
                self.take_what_was_brought();
            }
        }
    }

    fn file_job_done(&mut self, number: u32, outcome: Result<FileOutcome, WorkerFailed>) {
        let shell = &mut self.shell;
        if shell.table.takes(number) {
            shell.file_opened(outcome);
        } else if let Screen::HandOver(state) = &mut self.screen {
            state.file_made(shell, number, outcome);
        } else {
            AgreementsState::file_made(shell, number, outcome);
        }
    }

    /// Goes to what the address has brought, once the records are open.
    fn take_what_was_brought(&mut self) {
        if self.shell.device.is_loading() {
            return;
        }
        let page = self.shell.ports.page.clone();
        if let Some(id) = page.brought("view").or_else(|| page.brought("give")) {
            match self.shell.device.attempt(&id) {
                Some(_) => self.go(Place::HandOver(id.into())),
                None if self.shell.library.is_waiting() => {}
                None => {
                    let text = self.shell.talk().hand_over.not_here;
                    self.shell.announce(text);
                }
            }
        }
        if let Some(code) = page.brought("code") {
            // A link that is followed once more while its view lies there changes nothing.
            if !self.shell.table.has_brought(&code) {
                self.shell.table.brought(code.clone());
                self.go(Place::Table);
                self.table(TableMsg::Open(code));
            }
        }
        if let Some(text) = page.brought("agreements") {
            let incoming = Incoming::of_link(&text);
            AgreementsState::take_incoming(&mut self.shell, incoming);
            self.go(Place::Agreements);
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
            Place::Table => Screen::Table,
            Place::TwoViews if shell.opened.is_some() => Screen::TwoViews,
            Place::Sheet if shell.opened.is_some() => Screen::Sheet,
            Place::TwoViews | Place::Sheet => Screen::Table,
            Place::Agreements => {
                AgreementsState::begin(shell);
                Screen::Agreements
            }
            Place::Attempt(id) => {
                let address = ["./#attempt=", &id].concat();
                shell.ports.page.leave_for(&address);
                return;
            }
        };
        self.screen = screen;
        self.arrivals += 1;
        shell.moved = true;
        shell.ports.page.turn();
        match self.screen {
            Screen::Home(_) => shell.ports.history.release(),
            _ => shell.ports.history.push(),
        }
        shell.device.refresh();
    }
}
