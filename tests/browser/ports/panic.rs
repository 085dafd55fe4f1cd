//! The event that tells the page of a panic.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use platform_web::panic;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CustomEvent;

use super::support::window;

#[wasm_bindgen_test]
fn a_panic_is_announced_on_the_window_and_carries_nothing() {
    assert_eq!(panic::EVENT, "mindset-panic", "web/boot.ts listens for it");
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let listener = EventListener::new(&window(), panic::EVENT, move |event| {
        let event: &CustomEvent = event.unchecked_ref();
        assert!(event.detail().is_null());
        count.set(count.get() + 1);
    });
    panic::announce("a test says that it panicked");
    drop(listener);
    panic::announce("nobody listens any more");
    assert_eq!(heard.get(), 1);
}
