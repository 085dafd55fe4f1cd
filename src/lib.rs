//! Mindset Mirror: a sales-mindset self-assessment that runs entirely in the browser.
//!
//! Data flows one way, and the modules are best read in that order:
//!
//! 1. [`instrument`]: what is asked. Content is data; here it is checked.
//! 2. [`assessment`]: what was answered, and the session as a small state machine.
//! 3. [`scoring`]: what it means in numbers.
//! 4. [`i18n`]: every text of the interface, in every language.
//! 5. [`report`]: what is said about a result.
//! 6. [`export`]: a result as a document, and back again.
//! 7. [`embedding`]: what a page around this one may ask for and is told.
//! 8. [`ports`]: what the app asks of the outside world, and the record it keeps.
//! 9. `browser`: those ports in a real browser; the only place that knows one.
//! 10. `ui`: the screens.
//!
//! Beside them stands [`lint`]: what a coach is told about a definition of their own. It knows
//! [`instrument`] alone, and no answers.
//!
//! All but the last two are pure and run anywhere.

pub mod assessment;
#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod browser;
pub mod embedding;
pub mod export;
pub mod i18n;
pub mod instrument;
pub mod lint;
pub mod ports;
pub mod report;
pub mod scoring;
#[cfg(feature = "app")]
pub mod ui;
