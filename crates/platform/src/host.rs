//! The page that embeds this one, if there is one.

use std::rc::Rc;

use super::Listener;
use documents::Form;
use embedding::{Config, Told};

/// What an embedding page may ask for. None of it gives it anything: it only puts a screen
/// before the reader, who decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Begin, or go on where an attempt was left.
    Start,
    /// To the first screen. Nothing is deleted.
    Restart,
    /// Show the file of the result on screen, to be saved by the reader.
    Export(Form),
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

    /// The definition of a questionnaire of its own that it has handed over, as text.
    fn own(&self) -> Option<String>;

    /// Tells it something.
    fn tell(&self, told: &Told);

    /// Calls with what it asks for.
    fn on_wish(&self, wished: Rc<dyn Fn(Wish)>) -> Listener;
}
