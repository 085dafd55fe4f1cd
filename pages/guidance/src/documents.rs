//! The documents: their names, and their texts in each language.

use model::Language::{self, En, Nl};

/// A document of one or two pages, in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guidance {
    /// How to hold the talk, and what not to do.
    Talk,
    /// What client and coach agree.
    ClientAndCoach,
    /// Input for a data-protection impact assessment.
    DataProtection,
    /// What a works council asks and gets to know.
    WorksCouncil,
    /// What the scan measures, how, and what is known of it.
    Manual,
}

impl Guidance {
    /// Every document, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Talk,
        Self::ClientAndCoach,
        Self::DataProtection,
        Self::WorksCouncil,
        Self::Manual,
    ];

    /// Its name in `docs/guidance`, without the ending.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::ClientAndCoach => "client-and-coach",
            Self::DataProtection => "data-protection",
            Self::WorksCouncil => "works-council",
            Self::Manual => "manual",
        }
    }

    /// The document of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The name of its page in a language, beside the scan.
    pub fn file_name(self, language: Language) -> String {
        format!("guidance-{}-{}.html", self.name(), language.tag())
    }

    /// Its text in a language, as Markdown.
    pub const fn source(self, language: Language) -> &'static str {
        macro_rules! text {
            ($language:literal, $name:literal) => {
                include_str!(concat!(
                    "../../../docs/guidance/",
                    $language,
                    "/",
                    $name,
                    ".md"
                ))
            };
        }
        match (self, language) {
            (Self::Talk, Nl) => text!("nl", "talk"),
            (Self::Talk, En) => text!("en", "talk"),
            (Self::ClientAndCoach, Nl) => text!("nl", "client-and-coach"),
            (Self::ClientAndCoach, En) => text!("en", "client-and-coach"),
            (Self::DataProtection, Nl) => text!("nl", "data-protection"),
            (Self::DataProtection, En) => text!("en", "data-protection"),
            (Self::WorksCouncil, Nl) => text!("nl", "works-council"),
            (Self::WorksCouncil, En) => text!("en", "works-council"),
            (Self::Manual, Nl) => text!("nl", "manual"),
            (Self::Manual, En) => text!("en", "manual"),
        }
    }

    /// Its title in a language: the heading that it begins with.
    pub fn title(self, language: Language) -> &'static str {
        let first = self.source(language).lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }
}
