//! The page port on window and document.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, VisibilityState};

use super::{document, keys, window};
use crate::instrument::Language;
use crate::ports::{Listener, Page};

/// The page the app is on.
pub struct BrowserPage;

impl Page for BrowserPage {
    fn languages(&self) -> Vec<String> {
        let tags = window().navigator().languages();
        tags.iter().filter_map(|tag| tag.as_string()).collect()
    }

    fn set_language(&self, language: Language, title: &str) {
        let document = document();
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // Fails only for a malformed attribute name, which "lang" is not.
            let _ = root.set_attribute("lang", language.tag());
        }
    }

    fn print(&self) {
        // A sandboxed frame may not; the reader then sees that nothing opens.
        let _ = window().print();
    }

    fn turn(&self) {
        // An element that has the focus while it is removed costs a layout of both screens.
        let active = document().active_element();
        if let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
            // Refused only to what never had the focus.
            let _ = active.blur();
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn keyboard_likely(&self) -> bool {
        let query = window().match_media("(hover: hover) and (pointer: fine)");
        matches!(query, Ok(Some(query)) if query.matches())
    }

    fn whole(&self) -> bool {
        let root = document().document_element();
        root.is_some_and(|root| root.has_attribute("data-whole"))
    }

    fn on_whole(&self, arrived: Rc<dyn Fn()>) -> Listener {
        let call = move |_: &web_sys::Event| arrived();
        Listener::new(EventListener::new(&window(), "mindset-whole", call))
    }

    fn on_hide(&self, hidden: Rc<dyn Fn()>) -> Listener {
        coming_and_going("pagehide", VisibilityState::Hidden, hidden)
    }

    fn on_show(&self, shown: Rc<dyn Fn()>) -> Listener {
        coming_and_going("pageshow", VisibilityState::Visible, shown)
    }

    fn on_key(&self, pressed: Rc<dyn Fn(&str) -> bool>) -> Listener {
        keys::on_key(pressed)
    }
}

/// Two events, because neither is enough: a phone that switches to another app tells only
/// the visibility, and some browsers on leaving only the page event.
fn coming_and_going(event: &'static str, state: VisibilityState, call: Rc<dyn Fn()>) -> Listener {
    let also = call.clone();
    Listener::new((
        EventListener::new(&window(), event, move |_| call()),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == state {
                also();
            }
        }),
    ))
}
