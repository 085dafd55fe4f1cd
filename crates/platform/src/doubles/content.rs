//! Compiled questionnaires in memory.

use crate::{CompileDone, CompileError, Content, ContentDone, ContentError};
use model::{InstrumentRef, Language};
use std::cell::{Cell, RefCell};

/// Compiles a definition in a test.
pub type Compiler = fn(&str) -> Result<Vec<u8>, CompileError>;

/// Gives the files that a test puts in.
#[derive(Default)]
pub struct MemoryContent {
    /// What lies beside the page.
    pub files: RefCell<Vec<(InstrumentRef, Language, Vec<u8>)>>,
    /// The language that the page was loaded in.
    pub loaded: Cell<Language>,
    /// The error that every fetch gives, where there is one.
    pub error: Cell<Option<ContentError>>,
    /// Nothing is answered until [`MemoryContent::answer`].
    pub slow: Cell<bool>,
    /// What was fetched, in order.
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

impl Content for MemoryContent {
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
        let asked = (reference.clone(), language);
        let files = self.files.borrow();
        let mut files = files.iter();
        let found = files.find(|(of, speaks, _)| (of, *speaks) == (reference, language));
        let result = match (self.error.get(), found) {
            (Some(error), _) => Err(error),
            (None, None) => Err(ContentError::Unknown),
            (None, Some((_, _, bytes))) => Ok(bytes.clone()),
        };
        self.fetched.borrow_mut().push(asked);
        self.soon(Box::new(move || done(result)));
    }

    fn compile(&self, definition: &str, done: CompileDone) {
        let compiled = match self.compiler.get() {
            Some(compile) => compile(definition),
            None => Err(CompileError::NotLoaded),
        };
        self.soon(Box::new(move || done(compiled)));
    }
}
