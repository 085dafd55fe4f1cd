//! Dutch: a theme, and the thoughts that belong to one.

use i18n::{Template, ThemeTexts};

pub(crate) const THEME: ThemeTexts = ThemeTexts {
    coach_question: "Vraag die je coach kan stellen",
    team_question: "Vraag voor je team",
    facets_unsaid: Template::new("De andere onderdelen zijn {names}."),
    facets_nothing: "Binnen dit thema springt niets eruit.",
    names: Template::new("{first} en {last}"),
    helping_thoughts: "Gedachten die helpen",
};
