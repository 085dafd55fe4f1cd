//! What outlives a screen, and the moves between screens.
//!
//! [`TeamPage`] is the one component with state: it hands each message to the screen that it belongs
//! to. Views read and never change. Nothing is stored.

use crate::desk::{self, Desk, DeskMsg};
use crate::ports::TeamPorts;
use i18n::{TeamMessages, TeamPageTexts};
use model::Language;
use platform::Subscription;
use std::rc::Rc;
use talk_parts::{Arrival, Arrived, Frame, Library, framed, own_tab};
use yew::prelude::*;

/// The surroundings of the page.
#[derive(Properties, PartialEq)]
pub struct TeamPageProps {
    /// The outside world.
    pub ports: TeamPorts,
}

/// Everything that can happen.
pub enum Msg {
    /// On the first screen.
    Desk(DeskMsg),
    /// To another screen.
    Go(Place),
    /// Something from beside the page has come, or not.
    Content(Arrival),
    /// The interface's language.
    Language(Language),
    /// The browser's back key.
    BrowserBack,
}

/// Where one can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The results that are open, or the ways to open some.
    Desk,
}

/// Which screen is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    Desk,
}

/// What every screen needs.
pub(crate) struct Shell {
    pub ports: TeamPorts,
    pub library: Library<TeamMessages>,
    pub send: Callback<Msg>,
    /// What is said quietly below.
    pub toast: Option<String>,
    /// Whether the reader has moved on: before that, nothing takes the focus.
    pub moved: bool,
    /// What is open.
    pub desk: Desk,
}

impl Shell {
    /// On opening the page.
    pub fn open(props: &TeamPageProps, send: Callback<Msg>) -> Self {
        let ports = &props.ports;
        Self {
            library: Library::new(ports.content.clone(), send.reform(Msg::Content)),
            ports: ports.clone(),
            send,
            toast: None,
            moved: false,
            desk: Desk::default(),
        }
    }

    /// The texts of this page.
    pub fn texts(&self) -> &'static TeamPageTexts {
        self.library.own()
    }

    /// What a button does that leads to another screen.
    pub fn go(&self, place: Place) -> Callback<MouseEvent> {
        self.send.reform(move |_| Msg::Go(place))
    }

    /// Says something quietly below.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.toast = Some(text.into());
    }
}

/// The one component with state.
pub struct TeamPage {
    shell: Shell,
    screen: Screen,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    arrivals: u32,
    _subscriptions: [Subscription; 2],
}

impl Component for TeamPage {
    type Message = Msg;
    type Properties = TeamPageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|message| message);
        let shell = Shell::open(ctx.props(), send.clone());
        let ports = &ctx.props().ports;
        ports.page.apply_theme(ports.config.theme, None);
        let back: Rc<dyn Fn()> = {
            let send = send.clone();
            Rc::new(move || send.emit(Msg::BrowserBack))
        };
        let page = Self {
            _subscriptions: [ports.history.on_back(back), desk::listen(ports, &send)],
            shell,
            screen: Screen::Desk,
            arrivals: 0,
        };
        page.announce_language();
        page
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        let shell = &mut self.shell;
        match message {
            Msg::Desk(message) => Desk::update(shell, message),
            Msg::Go(place) => self.go(place),
            Msg::Content(arrival) => self.content(arrival),
            Msg::Language(language) => {
                shell.library.want(language);
                self.announce_language();
            }
            Msg::BrowserBack => self.go(Place::Desk),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        view(&self.shell, self.screen, self.arrivals)
    }
}

/// The whole page.
pub(crate) fn view(shell: &Shell, screen: Screen, arrivals: u32) -> Html {
    let is_framed = shell.ports.page.is_framed();
    let name = match screen {
        _ if is_framed => "own-tab",
        Screen::Desk => "team",
    };
    let frame = Frame {
        library: &shell.library,
        name,
        wide: !is_framed && screen == Screen::Desk,
        arrivals,
        to_start: (!is_framed && screen != Screen::Desk).then(|| shell.go(Place::Desk)),
        on_language: shell.send.reform(Msg::Language),
        toast: shell.toast.as_deref().map(|said| (said, None)),
    };
    let content = match screen {
        _ if is_framed => own_tab(&shell.library, &shell.ports.page.address()),
        Screen::Desk => desk::view(shell),
    };
    framed(frame, content)
}

impl TeamPage {
    fn announce_language(&self) {
        let library = &self.shell.library;
        let title = library.own().team.page_title;
        self.shell.ports.page.set_language(library.language, title);
    }

    fn go(&mut self, place: Place) {
        let screen = match place {
            Place::Desk => Screen::Desk,
        };
        self.shell.toast = None;
        if self.screen != screen {
            self.screen = screen;
            self.arrivals += 1;
            self.shell.moved = true;
            self.shell.ports.page.turn();
        }
    }

    fn content(&mut self, arrival: Arrival) {
        let shell = &mut self.shell;
        let language = shell.library.language;
        let arrived = shell.library.arrived(arrival);
        if shell.library.language != language {
            self.announce_language();
        }
        if arrived == Arrived::Settled {
            Desk::settled(&mut self.shell);
        }
    }
}
