//! Text in the languages an instrument is written in.

use serde::{Deserialize, Serialize};

/// A language of the interface and of instruments, as a BCP 47 primary subtag.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, the language the content is written in first.
    #[default]
    Nl,
    /// English, an unvalidated translation.
    En,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// The BCP 47 tag, as it stands in `lang` attributes and in files.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language of a tag such as `nl`, `nl-BE` or `EN_us`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// One text in every language; complete by construction, since a definition that lacks
/// a language is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text([Box<str>; Language::ALL.len()]);

impl Text {
    /// The text in both languages.
    pub fn new(nl: &str, en: &str) -> Self {
        Self([nl.into(), en.into()])
    }

    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}
