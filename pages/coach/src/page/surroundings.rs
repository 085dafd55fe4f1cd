//! The page's surroundings: where it stands, its language, and the clipboard.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the coach's page has ports of its own in this file"
)]

use crate::snippets::Place;
use i18n::negotiate;
use model::Language;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlMetaElement, Window};

fn window() -> Window {
    web_sys::window().expect("the program runs on a page")
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

/// Where the page is mounted.
pub fn mount_point() -> Element {
    let found = document().get_element_by_id("builder");
    found.expect("the page has a place for it")
}

/// The language the reader prefers.
pub fn language() -> Language {
    let tags = window().navigator().languages();
    let tags: Vec<String> = tags.iter().filter_map(|tag| tag.as_string()).collect();
    negotiate(tags.iter().map(String::as_str))
}

/// Says in which language the page is, and how it is called.
pub fn announce(language: Language, title: &str) {
    let document = document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Fails only for a malformed name of an attribute.
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// The folder of this page, and the integrity of the script beside it.
pub fn place() -> Place {
    let location = window().location();
    let address = location.href().unwrap_or_default();
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let folder = address.rfind('/').map_or("", |slash| &address[..=slash]);
    let meta = document().query_selector("meta[name='embed-integrity']");
    let meta = meta.ok().flatten();
    let meta = meta.and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok());
    Place {
        folder: folder.to_owned(),
        integrity: meta.map(|meta| meta.content()).unwrap_or_default(),
    }
}

/// Puts a text on the clipboard. A browser that refuses leaves it as it was; the text can be
/// selected by hand all the same.
pub fn copy(text: &str) {
    let _ = window().navigator().clipboard().write_text(text);
}
