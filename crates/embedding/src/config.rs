//! What a host asks for: the parameters of the page's address, checked.

use super::Colour;
use model::Language;
use untrusted::is_unsafe;

/// How long what a reader makes is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persist {
    /// On the device, until it is deleted there.
    #[default]
    Device,
    /// Until the browser's tab is closed.
    Session,
    /// Not at all: it is gone when the page is left.
    None,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the host may receive of a result, if the reader says yes as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sharing {
    /// Nothing.
    #[default]
    None,
    /// The scores of the scales.
    Summary,
}

/// The most characters of a coach's name.
const LONGEST_NAME: usize = 80;

/// The most bytes of a link.
const LONGEST_LINK: usize = 2000;

/// What the embedding page asks for. Every value has been checked; what was not understood has
/// its default and stands in [`Config::ignored`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The language to begin in; `None` leaves it to the reader's browser.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How long what is made is stored.
    pub persist: Persist,
    /// What the host may receive of a result.
    pub sharing: Sharing,
    /// The colour of buttons and marks, as asked for.
    pub accent: Option<Colour>,
    /// Who offers the questionnaire, to be shown on its first screen; may be empty.
    pub coach: String,
    /// The privacy statement of whoever offers it: an https address.
    pub privacy: Option<String>,
    /// Whether a result can be saved as an xAPI statement too.
    pub xapi: bool,
    /// Whether a custom questionnaire is handed over.
    pub custom: bool,
    /// Names of the parameters that were not understood, each once.
    pub ignored: Vec<String>,
}

impl Config {
    /// Reads the pairs of a query. Unknown names are passed over: an address may carry parameters
    /// of others.
    pub fn read(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut config = Self::default();
        for (name, value) in pairs {
            if config.take(&name, &value).is_none() && !config.ignored.contains(&name) {
                config.ignored.push(name);
            }
        }
        config
    }

    /// Takes one parameter; `None` if its value is not understood. A later one replaces an earlier.
    pub fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "lang" => self.language = Some(Language::from_tag(value)?),
            "theme" => {
                self.theme = match value {
                    "auto" => Theme::Auto,
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => return None,
                }
            }
            "persist" => {
                self.persist = match value {
                    "device" => Persist::Device,
                    "session" => Persist::Session,
                    "none" => Persist::None,
                    // What was meant to be kept nowhere must not be kept.
                    _ => {
                        self.persist = Persist::None;
                        return None;
                    }
                }
            }
            "share" => {
                self.sharing = match value {
                    "none" => Sharing::None,
                    "summary" => Sharing::Summary,
                    _ => return None,
                }
            }
            "accent" => self.accent = Some(Colour::read(value)?),
            "xapi" => {
                self.xapi = match value {
                    "off" => false,
                    "on" => true,
                    _ => return None,
                }
            }
            "custom" => self.custom = value == "1",
            "coach" => self.coach = name_of(value)?,
            "privacy" => self.privacy = Some(https(value)?),
            _ => {}
        }
        Some(())
    }
}

/// A name in one line, without what could turn the text around it.
fn name_of(value: &str) -> Option<String> {
    let name = value.trim();
    let plain = !name.chars().any(is_unsafe);
    (plain && name.chars().count() <= LONGEST_NAME).then(|| name.to_owned())
}

/// An https address with a host and no name or password before it.
fn https(value: &str) -> Option<String> {
    let rest = value.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let sound = !host.is_empty()
        && !host.contains(['@', '\\'])
        && value.len() <= LONGEST_LINK
        && !value.chars().any(|c| c.is_whitespace() || is_unsafe(c));
    sound.then(|| value.to_owned())
}
