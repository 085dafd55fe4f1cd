//! The time of the browser.

use gloo_timers::future::TimeoutFuture;
use store::LocalBoxFuture;
use store::backend::Clock;

/// The clock of the device, and the timers of the page.
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<()> {
        Box::pin(TimeoutFuture::new(milliseconds))
    }
}
