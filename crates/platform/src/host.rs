//! The page that embeds this one, if there is one.

use std::rc::Rc;

use super::Subscription;
use embedding::{Config, HostEvent};
use records::FileFormat;

/// A command of the embedding page. None of it gives it anything: it only puts a screen
/// before the reader, who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostCommand {
    /// Begin, or go on where an attempt was left.
    Start,
    /// To the first screen. Nothing is deleted.
    Restart,
    /// Show the file of the result on screen, to be saved by the reader.
    Export(FileFormat),
    /// Show this file.
    Import(Vec<u8>),
    /// Change how it looks: a name as in the address, and a value.
    Set(String, String),
    /// Ask whether everything is to be deleted.
    DeleteAll,
}

/// The page around this one.
pub trait Host {
    /// What it asked for in the address. The defaults where nothing embeds this page.
    fn config(&self) -> Rc<Config>;

    /// Whether a page around this one listens.
    fn listens(&self) -> bool;

    /// The definition of a custom questionnaire that it has handed over, as text.
    fn custom_questionnaire(&self) -> Option<String>;

    /// Sends it an event.
    fn emit(&self, event: &HostEvent);

    /// Calls with each of its commands.
    fn on_command(&self, on_command: Rc<dyn Fn(HostCommand)>) -> Subscription;
}
