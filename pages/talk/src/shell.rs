//! What outlives a screen, and the moves between screens.
//!
//! [`TalkPage`] is the one component with state: it hands each message to the screen that it belongs
//! to. Views read and never change. Nothing is stored: a reload brings the table back from the entry of
//! the session history, which no address says.

use crate::ports::TalkPorts;
use crate::sheet;
use crate::table::{self, Table, TableMsg};
use crate::two_views::{self, TwoViewsMsg, TwoViewsState};
use file_jobs::{FileJob, FileOutcome, FileTask};
use i18n::{Messages, TalkPageTexts};
use model::{Instrument, Language};
use platform::{ReadError, Subscription, WorkerFailed};
use report::Side;
use std::rc::Rc;
use talk_parts::{
    Arrival, Arrived, Frame, Library, NumberedJobs, TOGETHER_PAGE, TalkLink, framed, own_tab,
};
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
    /// On the table.
    Table(TableMsg),
    /// With both views open.
    TwoViews(TwoViewsMsg),
    /// To another screen.
    Go(Place),
    /// Something from beside the page has come, or not.
    Content(Arrival),
    /// A chosen file has been read, or not.
    FileRead(Result<Vec<u8>, ReadError>),
    /// The job of this number has opened a file, or not.
    FileJobDone(u32, Result<FileOutcome, WorkerFailed>),
    /// The interface's language.
    Language(Language),
    /// The address has brought something.
    Brought,
    /// The browser's back key.
    BrowserBack,
}

/// Where one can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The table.
    Table,
    /// The two views on it, opened.
    TwoViews,
    /// The conversation sheet made of them.
    Sheet,
    /// The page with the agreements.
    Agreements,
    /// The page on which views are begun and handed over.
    Together,
}

/// Which screen is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    Table,
    TwoViews,
    Sheet,
}

/// What every screen needs.
pub(crate) struct Shell {
    pub ports: TalkPorts,
    pub library: Library,
    pub send: Callback<Msg>,
    /// What is said quietly below.
    pub toast: Option<String>,
    /// The jobs that the worker for files has been given.
    file_jobs: NumberedJobs,
    /// Whether the reader has moved on: before that, nothing takes the focus.
    pub moved: bool,
    /// What lies on the table.
    pub table: Table,
    /// What lies on the table, compared; shown once both views are opened.
    pub two_views: Option<Box<TwoViewsState>>,
}

impl Shell {
    /// On opening the page.
    pub fn open(props: &TalkPageProps, send: Callback<Msg>) -> Self {
        let ports = &props.ports;
        Self {
            library: Library::new(ports.content.clone(), send.reform(Msg::Content)),
            ports: ports.clone(),
            send,
            toast: None,
            file_jobs: NumberedJobs::default(),
            moved: false,
            table: Table::default(),
            two_views: None,
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

    /// What a button does that leads to another screen.
    pub fn go(&self, place: Place) -> Callback<MouseEvent> {
        self.send.reform(move |_| Msg::Go(place))
    }

    /// Says something quietly below.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.toast = Some(text.into());
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

    /// The way to the agreements of the talk that is open, with what a call review has come to.
    fn agreements(&self) -> Option<String> {
        let two_views = self.two_views.as_ref()?;
        let code = |side| two_views.laid(side).code.text().to_owned();
        let (keep, next) = two_views.kept_and_tried();
        let link = TalkLink {
            rep: code(Side::Rep),
            manager: code(Side::Manager),
            kept: keep,
            tried: next,
        };
        Some([TOGETHER_PAGE, &link.fragment()].concat())
    }
}

/// After so many milliseconds a screen has been painted.
const PAINTED: u32 = 40;

/// The one component with state.
pub struct TalkPage {
    shell: Shell,
    screen: Screen,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    /// What a reload brings back once its questionnaires are here.
    coming_back: Option<String>,
    /// The rest of two views that have just been opened follows what shows first.
    rest: Option<Subscription>,
    _subscriptions: [Subscription; 2],
}

impl Component for TalkPage {
    type Message = Msg;
    type Properties = TalkPageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|message| message);
        let shell = Shell::open(ctx.props(), send.clone());
        let ports = &ctx.props().ports;
        ports.page.apply_theme(ports.config.theme, None);
        let coming_back = ports.history.remembered();
        let on = |message: fn() -> Msg| -> Rc<dyn Fn()> {
            let send = send.clone();
            Rc::new(move || send.emit(message()))
        };
        let mut page = Self {
            _subscriptions: [
                ports.history.on_back(on(|| Msg::BrowserBack)),
                ports.page.on_brought(on(|| Msg::Brought)),
            ],
            shell,
            screen: Screen::Table,
            arrivals: 0,
            rest: None,
            coming_back,
        };
        page.announce_language();
        page.come_back();
        page.take_what_was_brought();
        page.remember();
        page
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let shell = &mut self.shell;
        match message {
            Msg::Table(message) => {
                if Table::update(shell, message) {
                    self.go(Place::TwoViews);
                }
            }
            Msg::TwoViews(message) => {
                if matches!(message, TwoViewsMsg::Rest) {
                    self.rest = None;
                }
                if let Some(two_views) = &mut shell.two_views {
                    two_views.update(message);
                }
            }
            Msg::Go(place) => self.go(place),
            Msg::Content(arrival) => self.content(arrival),
            Msg::FileRead(read) => shell.file_read(read),
            Msg::FileJobDone(number, outcome) => shell.file_opened(number, outcome),
            Msg::Language(language) => {
                shell.library.want(language);
                self.announce_language();
            }
            Msg::Brought => self.take_what_was_brought(),
            Msg::BrowserBack => match self.screen {
                Screen::Table => {}
                Screen::TwoViews => self.go(Place::Table),
                Screen::Sheet => self.go(Place::TwoViews),
            },
        }
        // Writing into the history takes as long as drawing: it follows with the rest.
        if !self.waits_for_rest() {
            self.remember();
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        view(&self.shell, self.screen, self.arrivals)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.waits_for_rest() && self.rest.is_none() {
            let rest = ctx.link().callback(|()| Msg::TwoViews(TwoViewsMsg::Rest));
            let later = Box::new(move || rest.emit(()));
            self.rest = Some(self.shell.ports.timers.after(PAINTED, later));
        }
    }
}

/// The whole page.
pub(crate) fn view(shell: &Shell, screen: Screen, arrivals: u32) -> Html {
    let is_framed = shell.ports.page.is_framed();
    let (name, wide) = match screen {
        _ if is_framed => ("own-tab", false),
        Screen::Table => ("table", false),
        Screen::TwoViews => ("two-views", true),
        Screen::Sheet => ("sheet", false),
    };
    let frame = Frame {
        library: &shell.library,
        name,
        wide,
        arrivals,
        to_start: (!is_framed).then(|| shell.go(Place::Together)),
        on_language: shell.send.reform(Msg::Language),
        toast: shell.toast.as_deref().map(|said| (said, None)),
    };
    let content = match (screen, &shell.two_views) {
        _ if is_framed => own_tab(&shell.library, &shell.ports.page.address()),
        (Screen::TwoViews, Some(both)) => two_views::view(shell, both),
        (Screen::Sheet, Some(both)) => sheet::view(shell, both),
        _ => table::view(shell),
    };
    framed(frame, content)
}

impl TalkPage {
    fn announce_language(&self) {
        let library = &self.shell.library;
        let title = library.own().talk.page_title;
        self.shell.ports.page.set_language(library.language, title);
    }

    fn content(&mut self, arrival: Arrival) {
        let shell = &mut self.shell;
        let language = shell.library.language;
        let arrived = shell.library.arrived(arrival);
        shell.table.use_catalogue(&shell.library.catalogue);
        if let Some(two_views) = &mut shell.two_views {
            two_views.use_catalogue(&shell.library.catalogue);
        }
        if shell.library.language != language {
            self.announce_language();
        }
        if arrived == Arrived::Settled {
            self.shell.settled();
            self.come_back();
        }
    }

    /// Whether both views are open, and only what shows first is drawn.
    fn waits_for_rest(&self) -> bool {
        let two_views = self.shell.two_views.as_ref();
        self.screen == Screen::TwoViews && two_views.is_some_and(|two_views| !two_views.is_whole)
    }

    /// Keeps what lies on the table with the entry of the history, where something does.
    fn remember(&self) {
        let shell = &self.shell;
        if self.coming_back.is_some() {
            return;
        }
        let is_open = self.screen != Screen::Table;
        let place = shell.table.write(is_open);
        match place.is_empty() {
            true => shell.ports.history.release(),
            false => {
                shell.ports.history.push();
                shell.ports.history.remember(&place);
            }
        }
    }

    /// Lays what a reload brings back, once its questionnaires are here.
    fn come_back(&mut self) {
        let Some(place) = self.coming_back.take() else {
            return;
        };
        let Some(is_open) = self.shell.lay_again(&place) else {
            // Something is still fetched.
            self.coming_back = Some(place);
            return;
        };
        if is_open && self.shell.lift() {
            self.screen = Screen::TwoViews;
        }
    }

    /// Lays what the address has brought.
    fn take_what_was_brought(&mut self) {
        if let Some(code) = self.shell.ports.page.brought("code") {
            self.go(Place::Table);
            Table::update(&mut self.shell, TableMsg::Open(["#code=", &code].concat()));
        }
    }

    fn go(&mut self, place: Place) {
        let shell = &mut self.shell;
        shell.toast = None;
        let screen = match place {
            Place::Table => Screen::Table,
            Place::TwoViews if shell.two_views.is_some() => Screen::TwoViews,
            Place::Sheet if shell.two_views.is_some() => Screen::Sheet,
            Place::TwoViews | Place::Sheet => Screen::Table,
            Place::Agreements => {
                if let Some(address) = shell.agreements() {
                    shell.ports.page.leave_for(&address);
                }
                return;
            }
            Place::Together => return shell.ports.page.leave_for(TOGETHER_PAGE),
        };
        if screen == self.screen {
            return;
        }
        self.screen = screen;
        self.arrivals += 1;
        shell.moved = true;
        shell.ports.page.turn();
    }
}
