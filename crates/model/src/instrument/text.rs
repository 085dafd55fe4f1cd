//! Text in the languages an instrument is written in.

use serde::{Deserialize, Serialize};
use std::fmt;

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

/// One text in the languages that are loaded: every one in a checked definition, which is refused
/// where it lacks one, and a single one in a compiled file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ByLanguage", into = "ByLanguage")]
pub struct Text(ByLanguage);

/// A text for each language, in the order of [`Language::ALL`].
type ByLanguage = [Option<Box<str>>; Language::ALL.len()];

/// A text without any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLanguage;

impl fmt::Display for NoLanguage {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a text has no language")
    }
}

impl std::error::Error for NoLanguage {}

impl TryFrom<ByLanguage> for Text {
    type Error = NoLanguage;

    fn try_from(texts: ByLanguage) -> Result<Self, NoLanguage> {
        match texts.iter().any(Option::is_some) {
            true => Ok(Self(texts)),
            false => Err(NoLanguage),
        }
    }
}

impl From<Text> for ByLanguage {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl Text {
    /// The text in both languages.
    pub fn new(nl: &str, en: &str) -> Self {
        Self([Some(nl.into()), Some(en.into())])
    }

    /// The text in `language`; where that is not loaded, in the language that is.
    pub fn get(&self, language: Language) -> &str {
        let in_language = self.0[language as usize].as_deref();
        in_language
            .or_else(|| self.0.iter().flatten().next().map(|text| &**text))
            .unwrap_or_default()
    }

    /// Whether the text is loaded in `language`.
    pub fn has(&self, language: Language) -> bool {
        self.0[language as usize].is_some()
    }

    /// Leaves only the text in `language`, where that is loaded.
    pub(super) fn keep_only(&mut self, language: Language) {
        if self.has(language) {
            for other in Language::ALL {
                if other != language {
                    self.0[other as usize] = None;
                }
            }
        }
    }

    /// Takes the languages that `other` has and this text lacks.
    pub(super) fn join(&mut self, other: &mut Self) {
        for (text, joined) in self.0.iter_mut().zip(&mut other.0) {
            if text.is_none() {
                *text = joined.take();
            }
        }
    }
}
