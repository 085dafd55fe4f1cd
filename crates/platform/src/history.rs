//! The back key.

use std::rc::Rc;

use super::Subscription;

/// Lets the back key go one statement, or one part of a result, back instead of leaving the page. One
/// guard entry stands on top of the page's own; going back takes it off.
pub trait History {
    /// Puts the guard entry up, unless it is up already.
    fn push(&self);

    /// Takes the guard entry down, so that the next back leaves the page.
    fn release(&self);

    /// Keeps a place with the guard entry, whenever that is up: a reload keeps the entry. It is seen by
    /// nobody, unlike an address.
    fn remember(&self, place: &str);

    /// The place that was kept before a reload, until the guard entry is taken down.
    fn remembered(&self) -> Option<String>;

    /// Calls when the guard entry has been taken off by going back. Whoever wants to
    /// catch the next one too calls [`History::push`] again.
    fn on_back(&self, back: Rc<dyn Fn()>) -> Subscription;
}
