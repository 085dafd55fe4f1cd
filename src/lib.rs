//! Mindset Mirror: a sales-mindset self-assessment that runs entirely in the browser.
//!
//! This package is the rep's page. Start with `shell`, which moves between the screens and holds
//! what outlives them; then a folder each for what a rep meets: `start`, `questions`, `result` with
//! `sharing`, and `data`. `importing` opens files, and `host` talks to the embedding page. A
//! feature's folder has its state, its messages, its update and its view; views only read.
//!
//! Everything that does not need a screen is a crate of its own; data flows one way, and they are
//! best read in this order: `model`, `definition`, `scoring`, `report`, `records`, `documents`,
//! `i18n`, `embedding`, `platform`, `ui`.

pub mod data;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
pub mod host;
pub mod importing;
pub mod questions;
pub mod result;
pub mod sharing;
mod shell;
pub mod start;

pub use shell::{App, AppProps};
