//! The files port: reads what was chosen in a file input.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, File};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::document;
use platform::{Files, ReadDone, ReadError};

/// Reads from the file inputs of this page.
pub struct InputFiles;

impl Files for InputFiles {
    fn read(&self, input: &str, max: u32, done: ReadDone) {
        match chosen(input) {
            None => done(Err(ReadError::NothingChosen)),
            Some(file) => read(&file, max, done),
        }
    }
}

fn chosen(input: &str) -> Option<File> {
    let input = document().get_element_by_id(input)?;
    let input = input.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    // The same file chosen again is a change again.
    input.set_value("");
    Some(file.into())
}

/// Reads a blob; one that is too large is refused by its size, before it takes memory.
fn read(blob: &Blob, max: u32, done: ReadDone) {
    let size = blob.size();
    if size > u64::from(max) {
        return done(Err(ReadError::TooLarge { size }));
    }
    // The reader stops when it is dropped, so it is kept until it calls.
    let reader: Rc<RefCell<Option<FileReader>>> = Rc::default();
    let finished = reader.clone();
    let started = read_as_bytes(blob, move |result| {
        done(result.map_err(|_| ReadError::Failed));
        finished.take();
    });
    *reader.borrow_mut() = Some(started);
}
