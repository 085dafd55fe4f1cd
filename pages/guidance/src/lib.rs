//! The guidance of `docs/guidance` as pages: what a manager, a coach, HR and a works council read
//! before they use the scan.
//!
//! No program and no script: the build renders a file a document and language, once. [`Guidance`]
//! lists the documents, [`markdown`] reads them, [`page`] makes the HTML.

mod documents;
pub mod markdown;
pub mod page;
pub mod texts;

pub use documents::Guidance;
