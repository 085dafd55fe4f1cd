//! Timers that run when a test says so.

use crate::{Subscription, Timers};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

type Call = RefCell<Option<Box<dyn FnOnce()>>>;

/// Timers whose time passes when [`MemoryTimers::elapse`] is called.
#[derive(Default)]
pub struct MemoryTimers(RefCell<Vec<Weak<Call>>>);

impl MemoryTimers {
    /// Lets the time of every timer pass that has not been dropped; how many were called.
    pub fn elapse(&self) -> usize {
        let waiting = std::mem::take(&mut *self.0.borrow_mut());
        let calls = waiting.iter().filter_map(Weak::upgrade);
        let calls: Vec<_> = calls.filter_map(|call| call.take()).collect();
        let called = calls.len();
        calls.into_iter().for_each(|call| call());
        called
    }
}

impl Timers for MemoryTimers {
    fn after(&self, _: u32, call: Box<dyn FnOnce()>) -> Subscription {
        let call: Rc<Call> = Rc::new(RefCell::new(Some(call)));
        self.0.borrow_mut().push(Rc::downgrade(&call));
        Subscription::new(call)
    }
}
