//! What a questionnaire is based on, in a language: where a line comes from, and how sure it is.

use i18n::SourcesTexts;
use model::{Certainty, SourceNote};

/// Who wrote it, when, and what it is called; of what names nobody, that it is the article itself.
pub fn source_line(t: &SourcesTexts, note: &SourceNote) -> String {
    let Some(authors) = &note.authors else {
        return t.no_author.to_owned();
    };
    let mut line = authors.clone();
    if let Some(year) = note.year {
        line.push_str(" (");
        line.push_str(&year.to_string());
        line.push(')');
    }
    if let Some(title) = &note.title {
        line.push_str(". ");
        line.push_str(title);
    }
    line
}

/// How sure a line is, in a few words.
pub fn certainty_words(t: &SourcesTexts, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Model => t.certainty_model,
        Certainty::Survey => t.certainty_survey,
        Certainty::PracticeEstimate => t.certainty_practice_estimate,
        Certainty::Disputed => t.certainty_disputed,
    }
}
