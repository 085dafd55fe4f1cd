//! The guard entry that catches the back key.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Promise;
use platform_web::ports;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::window;

/// Does something, and waits until the history has moved by it.
async fn moved(act: impl FnOnce()) {
    let mut listener = None;
    let promise = Promise::new(&mut |resolve, _| {
        let moved = EventListener::once(&window(), "popstate", move |_| {
            let _ = resolve.call0(&JsValue::NULL);
        });
        listener = Some(moved);
    });
    act();
    JsFuture::from(promise).await.expect("it is never rejected");
}

#[wasm_bindgen_test]
async fn going_back_takes_the_one_guard_entry_off_and_a_fragment_does_not() {
    let history = window().history().expect("a page has a history");
    let port = ports().history;
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let listener = port.on_back(Rc::new(move || count.set(count.get() + 1)));

    let before = history.length();
    port.push();
    port.push();
    assert_eq!(history.length(), before.map(|entries| entries + 1));
    moved(|| history.back().expect("allowed")).await;
    assert_eq!(heard.get(), 1);

    port.push();
    let location = window().location();
    moved(|| location.set_hash("main").expect("allowed")).await;
    moved(|| history.back().expect("allowed")).await;
    assert_eq!(
        heard.get(),
        1,
        "to a part of the page and back is not the back key"
    );
    moved(|| history.back().expect("allowed")).await;
    assert_eq!(heard.get(), 2);

    drop(listener);
    port.push();
    moved(|| history.back().expect("allowed")).await;
    assert_eq!(heard.get(), 2);
}

#[wasm_bindgen_test]
async fn a_released_guard_comes_off_unheard_and_can_be_put_up_meanwhile() {
    let history = window().history().expect("a page has a history");
    let port = ports().history;
    let guarded = || history.state().is_ok_and(|state| !state.is_null());
    let heard = Rc::new(Cell::new(0));
    let count = heard.clone();
    let _listener = port.on_back(Rc::new(move || count.set(count.get() + 1)));

    port.release();
    assert!(!guarded(), "what is not up stays down");
    port.push();
    assert!(guarded());
    // Twice: once more going back would leave the page.
    moved(|| (port.release(), port.release()).0).await;
    assert!(!guarded());

    port.push();
    moved(|| (port.release(), port.push()).1).await;
    assert!(guarded(), "put up again as soon as it was down");
    assert_eq!(heard.get(), 0);
    moved(|| history.back().expect("allowed")).await;
    assert_eq!(heard.get(), 1, "the back key itself is heard");
}
