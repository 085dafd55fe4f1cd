//! The questionnaires that lie compiled beside the page, and the compiler for a custom one.

use model::{InstrumentRef, Language};

/// Why a compiled questionnaire did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentError {
    /// It could not be loaded, or was not the file that was built.
    NotLoaded,
    /// Nothing of this reference lies beside the page.
    Unknown,
}

/// Why a custom definition was not compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompileError {
    /// The compiler could not be loaded, or did not answer in time.
    NotLoaded,
    /// The definition is not sound.
    Refused {
        /// The place of its first fault, such as `items[3].key`; empty for the whole of it.
        place: String,
        /// Every fault with its place, a line each, for whoever wrote it.
        faults: String,
    },
}

/// Called once, with a compiled file or the reason.
pub type ContentDone = Box<dyn FnOnce(Result<Vec<u8>, ContentError>)>;

/// Called once, with a compiled file or the reason.
pub type CompileDone = Box<dyn FnOnce(Result<Vec<u8>, CompileError>)>;

/// Questionnaires beside the page.
pub trait Content {
    /// Every questionnaire and version that lies beside the page, each once.
    fn listed(&self) -> Vec<InstrumentRef>;

    /// The compiled file that was loaded with the page; empty where none was.
    fn first(&self) -> Vec<u8>;

    /// Fetches a compiled file that was not loaded with the page. The request says nothing about
    /// the reader.
    fn fetch(&self, reference: &InstrumentRef, language: Language, done: ContentDone);

    /// Checks a custom definition and compiles it in every language, beside the page.
    fn compile(&self, definition: &str, done: CompileDone);
}
