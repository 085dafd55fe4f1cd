//! Clock, chance, downloads and the page's own language.

use js_sys::{Function, Object, Reflect};
use model::Language;
use platform::new_id;
use platform_web::ports;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlAnchorElement;

use super::support::{document, window};

#[wasm_bindgen_test]
fn now_is_the_time_that_the_browser_itself_reads_from_it() {
    let clock = ports().clock;
    let before = (js_sys::Date::now() / 1000.0).floor() * 1000.0;
    let now = clock.now();
    let after = js_sys::Date::now();
    assert_eq!(
        now.as_str().len(),
        "2026-03-02T09:30:00+01:00".len(),
        "{now}"
    );
    let read = js_sys::Date::parse(now.as_str());
    assert!((before..=after).contains(&read), "{before} {now} {after}");
}

#[wasm_bindgen_test]
fn seconds_never_go_back() {
    let clock = ports().clock;
    let first = clock.seconds();
    assert!(first > 0.0 && clock.seconds() >= first);
}

#[wasm_bindgen_test]
fn a_thousand_ids_are_a_thousand_different_ones() {
    let random = ports().random;
    let mut ids: Vec<String> = (0..1000).map(|_| new_id(&*random)).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
    assert!(
        ids.iter()
            .all(|id| id.len() == 36 && id.as_bytes()[14] == b'4')
    );
}

#[wasm_bindgen_test]
fn a_download_is_a_click_on_a_link_with_the_name_and_a_blob_of_this_page() {
    // The link is never on the page, so its click is caught where all links have theirs.
    let link = document().create_element("a").expect("a valid tag");
    let links = Object::get_prototype_of(&link);
    let catch = Function::new_no_args("globalThis.clicked = this");
    Reflect::set(&links, &"click".into(), &catch).expect("links can be changed");
    let taken = ports()
        .downloads
        .save("a name.json", "application/json", b"{}");
    Reflect::delete_property(&links, &"click".into()).expect("and changed back");
    let clicked = Reflect::get(&window(), &"clicked".into()).expect("a property");
    let clicked: HtmlAnchorElement = clicked.dyn_into().expect("a link was clicked");
    assert!(taken);
    assert_eq!(clicked.download(), "a name.json");
    let origin = window().location().origin().expect("a page has an origin");
    assert!(clicked.href().starts_with(&format!("blob:{origin}/")));
}

#[wasm_bindgen_test]
fn the_page_says_its_language_and_title() {
    let page = ports().page;
    page.set_language(Language::En, "A title");
    let root = document().document_element().expect("a page has a root");
    assert_eq!(root.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(document().title(), "A title");
    assert!(!page.languages().is_empty());
}
