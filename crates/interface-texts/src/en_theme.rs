//! English: a theme, and the thoughts that belong to one.

use i18n::{Template, ThemeTexts};

pub(crate) const THEME: ThemeTexts = ThemeTexts {
    coach_question: "A question your coach can ask",
    team_question: "A question for your team",
    facets_unsaid: Template::new("The other parts are {names}."),
    facets_nothing: "Within this theme nothing stands out.",
    names: Template::new("{first} and {last}"),
    helping_thoughts: "Thoughts that help",
};
