//! Every text of the interface, in every language.
//!
//! One [`Messages`] a language, so that a text that is missing does not compile. Texts that
//! belong to an instrument are in its definition, not here.

mod date;
mod document_texts;
mod en;
mod en_documents;
mod en_host;
mod en_work;
mod host_texts;
mod messages;
mod negotiate;
mod nl;
mod nl_documents;
mod nl_host;
mod nl_work;
mod number;
mod work_texts;

pub use date::long_date;
pub use document_texts::{DocumentTexts, FileTexts, SinceTexts};
pub use host_texts::HostTexts;
pub use messages::{
    CommonTexts, DataTexts, ErrorTexts, JourneyTexts, Messages, ResultTexts, StartTexts,
};
pub use negotiate::negotiate;
pub use number::{decimal, score_text};
pub use work_texts::WorkTexts;

use model::Language;

/// The texts that stand in files alone, in one language. They are no part of [`Messages`], so that a
/// page that makes no files does not hold them.
pub fn document_texts(language: Language) -> &'static DocumentTexts {
    match language {
        Language::Nl => &nl_documents::DOCUMENTS,
        Language::En => &en_documents::DOCUMENTS,
    }
}

/// All texts in one language.
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Nl => &nl::MESSAGES,
        Language::En => &en::MESSAGES,
    }
}
