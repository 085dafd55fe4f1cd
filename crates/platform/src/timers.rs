//! Doing something a little later.

use super::Subscription;

/// Calls once, later.
pub trait Timers {
    /// Calls after so many milliseconds, unless the subscription is dropped before.
    fn after(&self, milliseconds: u32, call: Box<dyn FnOnce()>) -> Subscription;
}
