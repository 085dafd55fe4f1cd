//! Mindset Mirror: a sales-mindset self-assessment that runs entirely in the browser.
//!
//! This package is the rep's page. Everything that does not need a screen is a crate of its own; data
//! flows one way, and they are best read in this order: `model`, `definition`, `scoring`, `report`,
//! `records`, `documents`, `i18n`, `embedding`, `platform`.

pub mod shelf;
pub mod ui;
