//! What a coach has chosen, field by field, and what is wrong with it.

use embedding::{Accent, Colour, Config};

/// One choice on the page: the attribute of the tag that it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The language to begin in.
    Lang,
    /// Light or dark.
    Theme,
    /// How long what a rep makes is stored.
    Persist,
    /// Whether the site may ask for the scores.
    Share,
    /// The colour of buttons and marks.
    Accent,
    /// Who offers it.
    Coach,
    /// Their privacy statement.
    Privacy,
    /// Their logo.
    Logo,
    /// A custom questionnaire.
    Source,
    /// Whether an xAPI statement is offered.
    Xapi,
}

impl Field {
    /// All, in the order of the page and of the tag.
    pub const ALL: [Self; 10] = [
        Self::Lang,
        Self::Theme,
        Self::Persist,
        Self::Share,
        Self::Accent,
        Self::Coach,
        Self::Privacy,
        Self::Logo,
        Self::Source,
        Self::Xapi,
    ];

    /// The attribute's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::Persist => "persist",
            Self::Share => "share",
            Self::Accent => "accent",
            Self::Coach => "coach",
            Self::Privacy => "privacy",
            Self::Logo => "logo",
            Self::Source => "src",
            Self::Xapi => "xapi",
        }
    }

    /// What can be chosen, the default first; empty where something is typed.
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::Lang => &["", "nl", "en"],
            Self::Theme => &["auto", "light", "dark"],
            Self::Persist => &["device", "session", "none"],
            Self::Share => &["none", "summary"],
            Self::Xapi => &["off", "on"],
            _ => &[],
        }
    }

    /// Whether a plain frame can do it too. The host's page fetches a logo and a custom
    /// questionnaire with the element's script, which a plain frame does without.
    pub fn in_frame(self) -> bool {
        !matches!(self, Self::Logo | Self::Source | Self::Share)
    }
}

/// Everything that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes([String; 10]);

impl Attributes {
    /// What stands in a field, as typed.
    pub fn get(&self, field: Field) -> &str {
        &self.0[field as usize]
    }

    /// The same with a field changed.
    pub fn with(&self, field: Field, value: &str) -> Self {
        let mut changed = self.clone();
        value.clone_into(&mut changed.0[field as usize]);
        changed
    }

    /// Whether what stands in a field can be used.
    pub fn is_sound(&self, field: Field) -> bool {
        let value = self.get(field).trim();
        let name = match field {
            // The same rule for every address.
            Field::Logo | Field::Source => "privacy",
            other => other.name(),
        };
        value.is_empty() || Config::default().take(name, value).is_some()
    }

    /// Names and values that go into the snippet: what can be used and is not the default.
    pub fn said(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::ALL.into_iter().filter_map(|field| {
            let value = self.get(field).trim();
            let default = field.options().first().is_some_and(|first| *first == value);
            let said = !value.is_empty() && !default && self.is_sound(field);
            said.then_some((field, value))
        })
    }

    /// The accent on light and on dark where it had to be changed to be legible.
    pub fn changed_accent(&self) -> Option<(Option<Colour>, Option<Colour>)> {
        let requested = Colour::read(self.get(Field::Accent).trim())?;
        let Accent { light, dark } = Accent::of(requested);
        let changed = |made: Colour| (made != requested).then_some(made);
        let both = (changed(light.accent), changed(dark.accent));
        (both != (None, None)).then_some(both)
    }
}
