//! The storage port against the real local storage: sound, full, refused, and beside others.

use platform::{Storage, StorageError};
use platform_web::LocalStorage;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlIFrameElement;

use super::support::{document, listen, raw, tidy, window};

fn storage() -> LocalStorage {
    tidy();
    LocalStorage::of_device(window())
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[wasm_bindgen_test]
fn what_is_written_is_there_under_the_prefix_until_it_is_removed() {
    let storage = storage();
    let (heard, done) = listen();
    storage.write("attempt:1", "één 🪞 \u{0} text", done());
    assert_eq!(
        raw().get_item("mindset:attempt:1"),
        Ok(Some("één 🪞 \u{0} text".to_owned()))
    );
    assert_eq!(
        storage.load(),
        Ok(vec![pair("attempt:1", "één 🪞 \u{0} text")])
    );
    storage.write("attempt:1", "two", done());
    assert_eq!(storage.load(), Ok(vec![pair("attempt:1", "two")]));
    storage.remove("attempt:1", done());
    storage.remove("attempt:1", done());
    assert_eq!(storage.load(), Ok(vec![]));
    assert_eq!(*heard.borrow(), [Ok(()); 4]);
}

#[wasm_bindgen_test]
fn entries_come_in_the_order_of_their_keys_and_without_those_of_strangers() {
    let storage = storage();
    raw().set_item("stranger", "stays").expect("there is room");
    let (_, done) = listen();
    for key in ["c", "a", "b"] {
        storage.write(key, key, done());
    }
    let expected = vec![pair("a", "a"), pair("b", "b"), pair("c", "c")];
    assert_eq!(storage.load(), Ok(expected));
    assert_eq!(raw().get_item("stranger"), Ok(Some("stays".to_owned())));
    tidy();
}

/// Fills the real storage to the last byte, from large pieces to single letters.
fn fill() {
    let mut size = 1 << 20;
    let mut n = 0;
    while size > 0 {
        match raw().set_item(&format!("stranger {n}"), &"x".repeat(size)) {
            Ok(()) => n += 1,
            Err(_) => size /= 2,
        }
    }
}

#[wasm_bindgen_test]
fn a_store_that_is_really_full_says_so_and_keeps_what_it_had() {
    let storage = storage();
    let (heard, done) = listen();
    storage.write("attempt:1", "before", done());
    fill();
    storage.write("attempt:1", &"after".repeat(100), done());
    storage.write("attempt:2", &"new".repeat(100), done());
    let full = Err(StorageError::Full);
    assert_eq!(*heard.borrow(), [Ok(()), full, full]);
    assert_eq!(storage.load(), Ok(vec![pair("attempt:1", "before")]));
    storage.remove("attempt:1", done());
    assert_eq!(heard.borrow().last(), Some(&Ok(())));
    tidy();
}

#[wasm_bindgen_test]
fn a_frame_that_may_not_store_is_refused_without_a_panic() {
    let frame = document().create_element("iframe").expect("a valid tag");
    // Before the frame is on the page: its first, empty document is to be sandboxed too.
    frame.set_attribute("sandbox", "").expect("a valid name");
    let body = document().body().expect("a page has a body");
    body.append_child(&frame).expect("the body takes elements");
    let frame: HtmlIFrameElement = frame.unchecked_into();
    let inside = frame.content_window().expect("a frame has a window");
    let storage = LocalStorage::of_device(inside);
    let (heard, done) = listen();
    assert_eq!(storage.load(), Err(StorageError::Denied));
    storage.write("attempt:1", "one", done());
    storage.remove("attempt:1", done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Denied); 2]);
    frame.remove();
}
