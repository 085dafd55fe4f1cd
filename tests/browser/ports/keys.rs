//! Which key presses are the app's business.

use std::cell::RefCell;
use std::rc::Rc;

use platform_web::ports;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

use super::support::{document, element};

/// Presses a key on an element; true when the default action was prevented.
fn press(on: &HtmlElement, key: &str, change: impl FnOnce(&KeyboardEventInit)) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    change(&init);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
    let event = event.expect("a valid event");
    !on.dispatch_event(&event).expect("it can be dispatched")
}

#[wasm_bindgen_test]
fn only_plain_keys_outside_fields_are_heard_and_handled_ones_kept_from_the_browser() {
    let heard = Rc::<RefCell<Vec<String>>>::default();
    let notes = heard.clone();
    let listener = ports().page.on_key(Rc::new(move |key| {
        notes.borrow_mut().push(key.to_owned());
        key == "4"
    }));
    let body = document().body().expect("a page has a body");
    assert!(press(&body, "4", |_| ()));
    assert!(!press(&body, "5", |_| ()));
    assert!(
        press(&body, "4", |init| init.set_shift_key(true)),
        "as on a Belgian keyboard"
    );
    assert_eq!(heard.take(), ["4", "5", "4"]);

    press(&body, "4", |init| init.set_ctrl_key(true));
    press(&body, "4", |init| init.set_alt_key(true));
    press(&body, "4", |init| init.set_meta_key(true));
    press(&body, "4", |init| init.set_repeat(true));
    press(&body, "Enter", |init| init.set_shift_key(true));
    assert_eq!(heard.take(), [""; 0]);

    let field = element("input");
    press(&field, "4", |_| ());
    let text = element("textarea");
    press(&text, "4", |_| ());
    let button = element("button");
    press(&button, "Enter", |_| ());
    assert_eq!(heard.take(), [""; 0]);
    assert!(press(&button, "4", |_| ()));
    field.set_attribute("type", "radio").expect("a valid name");
    press(&field, "Enter", |_| ());
    assert_eq!(heard.take(), ["4", "Enter"]);

    drop(listener);
    assert!(!press(&body, "4", |_| ()));
    assert_eq!(heard.take(), [""; 0]);
    [field, text, button].iter().for_each(|made| made.remove());
}
