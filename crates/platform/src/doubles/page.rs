//! In-memory doubles of what calls back: the back key, the embedding page and the page.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::{History, Host, HostCommand, Page, Subscription};
use embedding::{Accent, Config, HostEvent, Theme};
use model::Language;

/// Listeners that come and go; a listener that was dropped is no longer called.
struct Listeners<F: ?Sized>(RefCell<Vec<Weak<Rc<F>>>>);

impl<F: ?Sized> Default for Listeners<F> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<F: ?Sized> Listeners<F>
where
    Rc<F>: Any,
{
    fn add(&self, listener: Rc<F>) -> Subscription {
        let listener = Rc::new(listener);
        self.0.borrow_mut().push(Rc::downgrade(&listener));
        Subscription::new(listener)
    }

    fn all(&self) -> Vec<Rc<F>> {
        let listeners = self.0.borrow();
        let alive = listeners.iter().filter_map(Weak::upgrade);
        alive.map(|listener| (*listener).clone()).collect()
    }
}

/// A history with room for the one guard entry.
#[derive(Default)]
pub struct MemoryHistory {
    /// Whether the guard entry is up.
    pub guarded: Cell<bool>,
    /// The place that is kept with it.
    pub place: RefCell<Option<String>>,
    listeners: Listeners<dyn Fn()>,
    returning: Listeners<dyn Fn(String)>,
}

impl MemoryHistory {
    /// Goes onto a guard entry that keeps this place.
    pub fn return_to(&self, place: &str) {
        self.guarded.set(true);
        self.place.replace(Some(place.to_owned()));
        let returning = self.returning.all();
        returning
            .iter()
            .for_each(|returned| returned(place.to_owned()));
    }

    /// Presses the back key; false when that leaves the page.
    pub fn go_back(&self) -> bool {
        let stays = self.guarded.replace(false);
        self.place.replace(None);
        if stays {
            self.listeners.all().iter().for_each(|listener| listener());
        }
        stays
    }
}

impl History for MemoryHistory {
    fn push(&self) {
        self.guarded.set(true);
    }

    fn release(&self) {
        self.guarded.set(false);
        self.place.replace(None);
    }

    fn remember(&self, place: &str) {
        if self.guarded.get() {
            self.place.replace(Some(place.to_owned()));
        }
    }

    fn remembered(&self) -> Option<String> {
        self.place.borrow().clone()
    }

    fn on_back(&self, back: Rc<dyn Fn()>) -> Subscription {
        self.listeners.add(back)
    }

    fn on_return(&self, returned: Rc<dyn Fn(String)>) -> Subscription {
        self.returning.add(returned)
    }
}

/// A page around this one, which remembers the events it is sent.
#[derive(Default)]
pub struct MemoryHost {
    /// What it asks for from the start.
    pub config: RefCell<Rc<Config>>,
    /// The definition that it has handed over.
    pub custom_questionnaire: RefCell<Option<Vec<u8>>>,
    /// Whether it listens.
    pub listens: Cell<bool>,
    /// The events it has been sent, in order.
    pub events: RefCell<Vec<HostEvent>>,
    commands: Listeners<dyn Fn(HostCommand)>,
}

impl MemoryHost {
    /// Asks for something.
    pub fn command(&self, command: &HostCommand) {
        let all = self.commands.all();
        all.iter().for_each(|listener| listener(command.clone()));
    }
}

impl Host for MemoryHost {
    fn config(&self) -> Rc<Config> {
        self.config.borrow().clone()
    }

    fn origin(&self) -> String {
        "https://coach.example".to_owned()
    }

    fn custom_questionnaire(&self) -> Option<Vec<u8>> {
        self.custom_questionnaire.borrow().clone()
    }

    fn listens(&self) -> bool {
        self.listens.get()
    }

    fn emit(&self, event: &HostEvent) {
        self.events.borrow_mut().push(event.clone());
    }

    fn on_command(&self, on_command: Rc<dyn Fn(HostCommand)>) -> Subscription {
        self.commands.add(on_command)
    }
}

/// A page without a browser.
#[derive(Default)]
pub struct MemoryPage {
    /// The reader's languages.
    pub languages: RefCell<Vec<String>>,
    /// The page's address.
    pub address: RefCell<String>,
    /// Whether it is in a frame.
    pub framed: Cell<bool>,
    /// What the address brought: its name and its value.
    pub brought: RefCell<Option<(String, String)>>,
    /// The addresses that it was left for.
    pub left_for: RefCell<Vec<String>>,
    /// Language and title as last set.
    pub titled: RefCell<Option<(Language, String)>>,
    /// Theme and accent as last applied.
    pub theme: RefCell<Option<(Theme, Option<Accent>)>>,
    /// How often print was asked for.
    pub printed: Cell<u32>,
    /// How often it turned to a new screen.
    pub scrolled: Cell<u32>,
    /// The id of what was given the focus last.
    pub focused: RefCell<String>,
    /// Whether a keyboard is likely.
    pub keyboard: Cell<bool>,
    hiding: Listeners<dyn Fn()>,
    leaving: Listeners<dyn Fn()>,
    showing: Listeners<dyn Fn()>,
    finding: Listeners<dyn Fn(String)>,
    following: Listeners<dyn Fn()>,
    keys: Listeners<dyn Fn(&str) -> bool>,
}

impl MemoryPage {
    /// Follows an address of the page that brings this, in its tab.
    pub fn follow(&self, name: &str, value: &str) {
        self.brought
            .replace(Some((name.to_owned(), value.to_owned())));
        self.following.all().iter().for_each(|followed| followed());
    }

    /// Hides the page.
    pub fn hide(&self) {
        self.hiding.all().iter().for_each(|listener| listener());
    }

    /// Leaves it, as for another page in the same tab.
    pub fn leave(&self) {
        self.hide();
        self.leaving.all().iter().for_each(|listener| listener());
    }

    /// Shows it again.
    pub fn show(&self) {
        self.showing.all().iter().for_each(|listener| listener());
    }

    /// Finds a text in the hidden part of this name.
    pub fn find(&self, part: &str) {
        let listeners = self.finding.all();
        listeners
            .iter()
            .for_each(|listener| listener(part.to_owned()));
    }

    /// Presses a key; true when a listener handled it.
    pub fn press(&self, key: &str) -> bool {
        self.keys.all().iter().any(|listener| listener(key))
    }
}

impl Page for MemoryPage {
    fn languages(&self) -> Vec<String> {
        self.languages.borrow().clone()
    }

    fn address(&self) -> String {
        self.address.borrow().clone()
    }

    fn is_framed(&self) -> bool {
        self.framed.get()
    }

    fn brought(&self, name: &str) -> Option<String> {
        let brought = self.brought.borrow();
        let (_, value) = brought.as_ref().filter(|(known, _)| known == name)?;
        Some(value.clone())
    }

    fn leave_for(&self, address: &str) {
        self.left_for.borrow_mut().push(address.to_owned());
    }

    fn set_language(&self, language: Language, title: &str) {
        *self.titled.borrow_mut() = Some((language, title.to_owned()));
    }

    fn apply_theme(&self, theme: Theme, accent: Option<&Accent>) {
        *self.theme.borrow_mut() = Some((theme, accent.copied()));
    }

    fn print(&self) {
        self.printed.set(self.printed.get() + 1);
    }

    fn turn(&self) {
        self.scrolled.set(self.scrolled.get() + 1);
    }

    fn focus(&self, id: &str) {
        *self.focused.borrow_mut() = id.to_owned();
    }

    fn keyboard_likely(&self) -> bool {
        self.keyboard.get()
    }

    fn on_hide(&self, hidden: Rc<dyn Fn()>) -> Subscription {
        self.hiding.add(hidden)
    }

    fn on_leave(&self, callback: Rc<dyn Fn()>) -> Subscription {
        self.leaving.add(callback)
    }

    fn on_show(&self, callback: Rc<dyn Fn()>) -> Subscription {
        self.showing.add(callback)
    }

    fn on_found(&self, found: Rc<dyn Fn(String)>) -> Subscription {
        self.finding.add(found)
    }

    fn on_brought(&self, followed: Rc<dyn Fn()>) -> Subscription {
        self.following.add(followed)
    }

    fn on_key(&self, pressed: Rc<dyn Fn(&str) -> bool>) -> Subscription {
        self.keys.add(pressed)
    }
}
