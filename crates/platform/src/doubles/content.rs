//! Compiled questionnaires and texts in memory.

use crate::{CompileDone, CompileError, Content, ContentDone, ContentError};
use model::{InstrumentRef, Language};
use std::cell::{Cell, RefCell};

/// Compiles a definition in a test.
pub type Compiler = fn(&[u8]) -> Result<Vec<u8>, CompileError>;

/// Gives the files that a test puts in.
#[derive(Default)]
pub struct MemoryContent {
    /// The interface's texts beside the page, a compiled file a language.
    pub interface: RefCell<Vec<(Language, Vec<u8>)>>,
    /// The languages in which they were fetched, in order.
    pub fetched_interface: RefCell<Vec<Language>>,
    /// The error that every fetch of them gives, where there is one.
    pub interface_error: Cell<Option<ContentError>>,
    /// The questionnaires beside the page.
    pub files: RefCell<Vec<(InstrumentRef, Language, Vec<u8>)>>,
    /// The language that the page was loaded in.
    pub loaded: Cell<Language>,
    /// The error that every fetch of a questionnaire gives, where there is one.
    pub error: Cell<Option<ContentError>>,
    /// Nothing is answered until [`MemoryContent::answer`].
    pub slow: Cell<bool>,
    /// The questionnaires that were fetched, in order.
    pub fetched: RefCell<Vec<(InstrumentRef, Language)>>,
    /// Compiles custom definitions.
    pub compiler: Cell<Option<Compiler>>,
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl MemoryContent {
    /// Answers what waits, in the order of asking.
    pub fn answer(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|answer| answer());
    }

    fn soon(&self, answer: Box<dyn FnOnce()>) {
        match self.slow.get() {
            true => self.waiting.borrow_mut().push(answer),
            false => answer(),
        }
    }
}

impl MemoryContent {
    fn interface_in(&self, language: Language) -> Option<Vec<u8>> {
        let files = self.interface.borrow();
        let mut files = files.iter();
        let found = files.find(|(speaks, _)| *speaks == language);
        found.map(|(_, bytes)| bytes.clone())
    }
}

impl Content for MemoryContent {
    fn first_interface(&self) -> Vec<u8> {
        self.interface_in(self.loaded.get()).unwrap_or_default()
    }

    fn fetch_interface(&self, language: Language, done: ContentDone) {
        let result = match self.interface_error.get() {
            Some(error) => Err(error),
            None => self.interface_in(language).ok_or(ContentError::Unknown),
        };
        self.fetched_interface.borrow_mut().push(language);
        self.soon(Box::new(move || done(result)));
    }

    fn listed(&self) -> Vec<InstrumentRef> {
        let files = self.files.borrow();
        let mut listed: Vec<_> = files.iter().map(|(of, ..)| of.clone()).collect();
        listed.dedup();
        listed
    }

    fn first(&self) -> Vec<u8> {
        let files = self.files.borrow();
        let mut files = files.iter();
        let first = files.find(|(_, language, _)| *language == self.loaded.get());
        first.map_or_else(Vec::new, |(_, _, bytes)| bytes.clone())
    }

    fn fetch(&self, reference: &InstrumentRef, language: Language, done: ContentDone) {
        let request = (reference.clone(), language);
        let files = self.files.borrow();
        let mut files = files.iter();
        let found = files.find(|(of, speaks, _)| (of, *speaks) == (reference, language));
        let result = match (self.error.get(), found) {
            (Some(error), _) => Err(error),
            (None, None) => Err(ContentError::Unknown),
            (None, Some((_, _, bytes))) => Ok(bytes.clone()),
        };
        self.fetched.borrow_mut().push(request);
        self.soon(Box::new(move || done(result)));
    }

    fn compile(&self, definition: &[u8], done: CompileDone) {
        let compiled = match self.compiler.get() {
            Some(compile) => compile(definition),
            None => Err(CompileError::NotLoaded),
        };
        self.soon(Box::new(move || done(compiled)));
    }
}
