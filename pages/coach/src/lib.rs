//! The page on which a coach makes the snippet for their own site.
//!
//! A program of its own: whoever takes the questionnaire loads nothing of it. [`attributes`] holds
//! what the coach chose, [`snippets`] makes the text to paste of it, [`texts`] says everything
//! in two languages, and [`page`] shows it with the element itself as a preview. `fixtures` has the
//! states that the gallery shows.

pub mod attributes;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
pub mod page;
pub mod snippets;
pub mod texts;
