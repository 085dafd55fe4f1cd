//! Notices to other tabs over a broadcast channel; without one, over the events that the
//! writes of the mirror cause in them.

use std::cell::RefCell;
use std::rc::Rc;

use store::PREFIX;
use store::backend::Channel;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Event, StorageEvent, Window};

type Listener = Closure<dyn Fn(Event)>;

/// A channel of this name between the tabs of this origin.
pub struct Broadcast {
    window: Window,
    channel: Option<BroadcastChannel>,
    listener: RefCell<Option<Listener>>,
}

impl Broadcast {
    /// Joins the channel.
    pub fn new(window: &Window, name: &str) -> Self {
        let is_there = js_sys::Reflect::has(window, &JsValue::from_str("BroadcastChannel"));
        let channel = match is_there {
            Ok(true) => BroadcastChannel::new(name).ok(),
            _ => None,
        };
        Self::over(window, channel)
    }

    /// Without a broadcast channel, as in an old browser: follows storage events.
    pub fn by_storage_events(window: &Window) -> Self {
        Self::over(window, None)
    }

    fn over(window: &Window, channel: Option<BroadcastChannel>) -> Self {
        Self {
            window: window.clone(),
            channel,
            listener: RefCell::new(None),
        }
    }
}

impl Channel for Broadcast {
    fn post(&self) {
        if let Some(channel) = &self.channel {
            // A notice that is not sent costs a tab its freshness until it reads anew.
            let _ = channel.post_message(&JsValue::from_str("changed"));
        }
    }

    fn listen(&self, heard: Rc<dyn Fn()>) {
        let by_storage = self.channel.is_none();
        let listener: Listener = Closure::new(move |event: Event| {
            let of_ours = |event: &StorageEvent| {
                // No key: everything was cleared.
                event.key().is_none_or(|key| key.starts_with(PREFIX))
            };
            if !by_storage || event.dyn_ref().is_some_and(of_ours) {
                heard();
            }
        });
        let function = listener.as_ref().unchecked_ref();
        match &self.channel {
            Some(channel) => channel.set_onmessage(Some(function)),
            None => {
                let _ = self
                    .window
                    .add_event_listener_with_callback("storage", function);
            }
        }
        self.listener.replace(Some(listener));
    }
}

impl Drop for Broadcast {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        } else if let Some(listener) = &*self.listener.borrow() {
            let function = listener.as_ref().unchecked_ref();
            let _ = self
                .window
                .remove_event_listener_with_callback("storage", function);
        }
    }
}
