//! The page on what a sales manager can do: the recommendations of the article behind the scan.
//!
//! No program and no script: the build renders a file a language, once. [`guide`] reads and checks
//! the content, [`page`] makes the document.

pub mod guide;
pub mod page;
