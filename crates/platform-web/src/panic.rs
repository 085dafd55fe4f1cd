//! Makes a panic known to the page.
//!
//! After a panic nothing that the components hold can be trusted. `web/boot.ts` hears the event, takes the
//! app off the screen and shows, in static markup, that the answers are kept.

use std::sync::Once;

use web_sys::{CustomEvent, console};

use super::window;

/// The event on the window that announces a panic. It carries nothing: an answer must not
/// slip out with it.
pub const EVENT: &str = "mindset-panic";

/// Announces every panic from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|info| announce(&info.to_string()))));
}

/// Writes the message to the console and dispatches [`EVENT`].
pub fn announce(message: &str) {
    console::error_1(&message.into());
    // A failure to announce it has nowhere left to be reported.
    let _ = CustomEvent::new(EVENT).and_then(|event| window().dispatch_event(&event));
}
