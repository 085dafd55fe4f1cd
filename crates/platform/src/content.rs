//! The questionnaires and the interface's texts that lie compiled beside the page, and the compiler
//! for a custom questionnaire.

use model::{InstrumentRef, Language};

/// Why a compiled file did not come.
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
    ///
    /// Its first fault with the place, such as `items[3].key`, as a sentence for whoever wrote it;
    /// in every language, in the order of [`Language::ALL`].
    Refused([String; Language::ALL.len()]),
}

/// Called once, with a compiled file or the reason.
pub type ContentDone = Box<dyn FnOnce(Result<Vec<u8>, ContentError>)>;

/// Called once, with a compiled file or the reason.
pub type CompileDone = Box<dyn FnOnce(Result<Vec<u8>, CompileError>)>;

/// Compiled files beside the page. No request for one says anything about the reader.
pub trait Content {
    /// The interface's texts that were loaded with the page, as a compiled file; empty where none
    /// were.
    fn first_interface(&self) -> Vec<u8>;

    /// Fetches the interface's texts in another language.
    fn fetch_interface(&self, language: Language, done: ContentDone);

    /// Every questionnaire and version that lies beside the page, each once.
    fn listed(&self) -> Vec<InstrumentRef>;

    /// The compiled questionnaire that was loaded with the page; empty where none was.
    fn first(&self) -> Vec<u8>;

    /// Fetches a compiled questionnaire that was not loaded with the page.
    fn fetch(&self, reference: &InstrumentRef, language: Language, done: ContentDone);

    /// Checks a custom definition and compiles it in every language, beside the page.
    fn compile(&self, definition: &[u8], done: CompileDone);
}
