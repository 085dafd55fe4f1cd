//! A subscription that ends when it is dropped.

use std::any::Any;

/// Holds a subscription to an event; dropping it removes the listener.
#[must_use = "dropping the listener removes it"]
pub struct Subscription {
    _ends_when_dropped: Box<dyn Any>,
}

impl Subscription {
    /// Wraps whatever ends the subscription when it is dropped.
    pub fn new(subscription: impl Any) -> Self {
        Self {
            _ends_when_dropped: Box::new(subscription),
        }
    }
}
