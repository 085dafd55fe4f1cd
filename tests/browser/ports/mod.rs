//! The ports against a real browser, one module a subject.

mod content;
mod devices;
mod files;
mod history;
mod keys;
mod panic;
mod records;
mod support;
