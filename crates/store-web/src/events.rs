//! Waiting for events of the browser.

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A function that the browser calls with an event.
pub(crate) type Listener = Closure<dyn Fn(Event)>;

/// Has a listener hear these events.
pub(crate) fn listen(target: &EventTarget, types: [&str; 2], listener: &Listener) {
    for one in types {
        // Fails for no type of ours.
        let _ = target.add_event_listener_with_callback(one, listener.as_ref().unchecked_ref());
    }
}

/// The events of one transaction and its requests, one after the other. In the task that an
/// event wakes, the transaction is still active.
pub(crate) struct Events {
    heard: Rc<Heard>,
    listener: Listener,
}

#[derive(Default)]
struct Heard {
    waiting: Cell<Option<Waker>>,
    /// Whether the transaction has completed, once it has ended.
    completed: Cell<Option<bool>>,
}

impl Events {
    pub(crate) fn new() -> Self {
        let heard = Rc::new(Heard::default());
        let hearing = heard.clone();
        let listener = Closure::new(move |event: Event| {
            match &*event.type_() {
                "complete" => hearing.completed.set(Some(true)),
                "abort" => hearing.completed.set(Some(false)),
                _ => (),
            }
            if let Some(waiting) = hearing.waiting.take() {
                waiting.wake();
            }
        });
        Self { heard, listener }
    }

    /// Hears these events from now on.
    pub(crate) fn of(&self, target: &EventTarget, types: [&str; 2]) {
        listen(target, types, &self.listener);
    }

    /// Waits for an answer, which is looked for after every event.
    pub(crate) fn until<T>(&self, answer: impl Fn() -> Option<T>) -> impl Future<Output = T> {
        poll_fn(move |context| match answer() {
            Some(answer) => Poll::Ready(answer),
            None => {
                self.heard.waiting.set(Some(context.waker().clone()));
                Poll::Pending
            }
        })
    }

    /// Waits for the end of the transaction. Whether it has completed.
    pub(crate) fn ended(&self) -> impl Future<Output = bool> {
        self.until(|| self.heard.completed.get())
    }
}
