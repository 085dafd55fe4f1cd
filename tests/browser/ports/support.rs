//! What several browser tests need.

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

/// A new element at the end of the page.
pub fn element(tag: &str) -> HtmlElement {
    let new = document().create_element(tag).expect("a valid tag");
    let body = document().body().expect("a page has a body");
    body.append_child(&new).expect("the body takes elements");
    new.unchecked_into()
}
