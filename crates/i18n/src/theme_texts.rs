//! The list of texts of a theme, and of the thoughts that belong to one.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts of a theme, and of the thoughts that belong to one.
    ThemeTexts {
        coach_question: Text,
        team_question: Text,
        facets_unsaid(names: &str),
        facets_nothing: Text,
        names(first: &str, last: &str),
        helping_thoughts: Text,
    }
}

impl ThemeTexts {
    /// Names after each other, each between quotation marks.
    pub fn quoted_names(&self, names: &[&str]) -> String {
        let quoted: Vec<String> = names.iter().map(|name| ["‘", name, "’"].concat()).collect();
        match &quoted[..] {
            [before @ .., last] if !before.is_empty() => self.names(&before.join(", "), last),
            _ => quoted.concat(),
        }
    }
}
