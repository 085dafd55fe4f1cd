//! Doing something a little later, with the browser's own timer.

use gloo::timers::callback::Timeout;
use platform::{Subscription, Timers};

/// The browser's timer.
pub struct BrowserTimers;

impl Timers for BrowserTimers {
    fn after(&self, milliseconds: u32, call: Box<dyn FnOnce()>) -> Subscription {
        Subscription::new(Timeout::new(milliseconds, call))
    }
}
