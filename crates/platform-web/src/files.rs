//! The files port: reads what was chosen in a file input.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::document;
use crate::promise::settled;
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
    Some(file)
}

/// Reads a file; one that is too large is refused by its size, before it takes memory.
fn read(file: &File, max: u32, done: ReadDone) {
    // A size is a whole number, and no file has more bytes than a double counts exactly.
    let size = file.size() as u64;
    if size > u64::from(max) {
        return done(Err(ReadError::TooLarge { size }));
    }
    settled(&file.array_buffer(), move |read| {
        done(match read {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Err(ReadError::Failed),
        });
    });
}
