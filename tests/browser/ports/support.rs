//! What several browser tests need.

use std::cell::RefCell;
use std::rc::Rc;

use platform::{Done, PREFIX, StorageError};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("tests run on a page")
}

pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The real local storage, past the port.
pub fn raw() -> web_sys::Storage {
    let storage = window().local_storage().expect("the test page may store");
    storage.expect("local storage is there")
}

/// Empties what a test left: our prefix, and the keys of strangers that tests make up.
pub fn tidy() {
    let raw = raw();
    let keys = (0..raw.length().unwrap_or(0)).filter_map(|n| raw.key(n).ok().flatten());
    let keys: Vec<String> = keys.collect();
    for key in keys {
        if key.starts_with(PREFIX) || key.starts_with("stranger") {
            raw.remove_item(&key).expect("removing is allowed");
        }
    }
}

/// What was acknowledged, in turn.
pub type Heard = Rc<RefCell<Vec<Result<(), StorageError>>>>;

/// An acknowledgement for each call, and what they heard.
pub fn listen() -> (Heard, impl Fn() -> Done) {
    let heard = Heard::default();
    let notes = heard.clone();
    let done = move || -> Done {
        let notes = notes.clone();
        Box::new(move |result| notes.borrow_mut().push(result))
    };
    (heard, done)
}

/// A new element at the end of the page.
pub fn element(tag: &str) -> HtmlElement {
    let new = document().create_element(tag).expect("a valid tag");
    let body = document().body().expect("a page has a body");
    body.append_child(&new).expect("the body takes elements");
    new.unchecked_into()
}
