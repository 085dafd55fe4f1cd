//! The page's surroundings: its language, what it is called, and which day it is.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the page has ports of its own in this file"
)]

use i18n::negotiate;
use model::{Day, Language};
use web_sys::{Document, Element, UrlSearchParams, Window};

fn window() -> Window {
    web_sys::window().expect("the program runs on a page")
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

/// Where the page is mounted.
pub fn mount_point() -> Element {
    let found = document().get_element_by_id("balance");
    found.expect("the page has a place for it")
}

/// The language that the address asks for by `lang`, as a link from a page in that language does;
/// else the one that the reader prefers.
pub fn language() -> Language {
    let asked = window().location().search();
    let asked = asked.and_then(|query| UrlSearchParams::new_with_str(&query));
    let asked = asked.ok().and_then(|query| query.get("lang"));
    if let Some(language) = asked.and_then(|tag| Language::from_tag(&tag)) {
        return language;
    }
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

/// The day that the device says it is.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let two = |number: u32| match number {
        0..10 => ["0", &number.to_string()].concat(),
        _ => number.to_string(),
    };
    let [month, day] = [now.get_month() + 1, now.get_date()].map(two);
    Day::parse(&[&now.get_full_year().to_string(), "-", &month, "-", &day].concat())
}
