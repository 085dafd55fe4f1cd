//! Makes a panic known to the page.
//!
//! After a panic the components run on without sense. `web/boot.ts` hears the event, takes the
//! app off the screen and shows, in static markup, that the answers are kept.

use std::sync::Once;

use web_sys::{CustomEvent, console};

use super::window;

/// The event on the window that tells of a panic. It carries nothing: an answer must not
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
    // There is nobody left to tell that telling failed.
    let _ = CustomEvent::new(EVENT).and_then(|event| window().dispatch_event(&event));
}
