//! The page that embeds this one, if there is one.

use std::rc::Rc;

use super::Subscription;
use embedding::{Config, HostEvent, Logo};
use records::FileFormat;

/// Whether a reader can be taken to have read what a yes would be said to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// It has not been in sight for a second.
    #[default]
    Hidden,
    /// It has, unless the page around this one has made it invisible: the browser does not say.
    Unsure,
    /// The browser says that nothing lay over it and nothing made it invisible.
    Sure,
}

/// A command of the embedding page. None of it gives it anything: it only puts a screen
/// before the reader, who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostCommand {
    /// To the first screen, unless an attempt or a result is on screen.
    Start,
    /// To the first screen. Nothing is deleted.
    Restart,
    /// Show the file of the result that the reader has opened, to be saved by the reader; where
    /// none was opened, what is stored.
    Export(FileFormat),
    /// Show this file.
    Import(Vec<u8>),
    /// Change how it looks: a name as in the address, and a value.
    Set(String, String),
    /// Ask whether everything is to be deleted.
    DeleteAll,
    /// Not of the embedding page: whether its request for the scores is seen, as `web/frame.ts`
    /// finds.
    Seen(Sight),
    /// Its logo, for the printed sheet.
    Logo(Logo),
}

/// The page around this one.
pub trait Host {
    /// What it asked for in the address. The defaults where nothing embeds this page.
    fn config(&self) -> Rc<Config>;

    /// Whether a page around this one listens.
    fn listens(&self) -> bool;

    /// The origin of the page around this one, as the browser says it; empty where none is known.
    fn origin(&self) -> String;

    /// The definition of a custom questionnaire that it has handed over: the bytes of the file.
    fn custom_questionnaire(&self) -> Option<Vec<u8>>;

    /// Sends it an event.
    fn emit(&self, event: &HostEvent);

    /// Calls with each of its commands.
    fn on_command(&self, on_command: Rc<dyn Fn(HostCommand)>) -> Subscription;
}
