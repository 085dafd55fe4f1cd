//! What a result is based on: each line with where it comes from and how sure it is.

use model::SourceNote;
use report::{certainty_words, source_line};
use ui::{
    ViewContext, element, element_with, fragment, keyed, list, nodes, section, text, text_element,
    when,
};
use yew::prelude::*;

/// Nothing where the questionnaire names no sources.
pub(super) fn sources(view: &ViewContext) -> Html {
    let t = &view.messages().sources;
    let notes = &view.instrument.parts().sources;
    when(!notes.is_empty(), || {
        // What has no author is named by its title, and that only once.
        let rows = notes.iter().enumerate().map(|(n, note)| {
            let is_new = notes[..n].iter().all(|before| before.title != note.title);
            row(view, note, is_new)
        });
        let lead = text_element("p", "", t.lead);
        section(t.title, [lead, list("sources", nodes(rows))])
    })
}

fn row(view: &ViewContext, note: &SourceNote, is_new: bool) -> Html {
    let t = &view.messages().sources;
    let source = source_line(t, note);
    // A title is in the language of its book.
    let in_its_language = |line| element_with("span", &["translate"], ["no"], text(line));
    let source = match (&note.authors, &note.title) {
        (Some(_), _) => in_its_language(source),
        (None, Some(title)) if is_new => {
            let title = in_its_language(titled(title, note.year));
            fragment([text(source), text(". "), title])
        }
        (None, _) => text(source),
    };
    let asked = text_element("span", "visually-hidden", t.certainty);
    let sure = text(certainty_words(t, note.certainty));
    let content = [
        text_element("p", "", view.text(&note.text)),
        element("p", "source-certainty", [asked, text(" "), sure]),
        text_element("p", "small", view.text(&note.certainty_text)),
        element("p", "muted small", [text(t.source), text(": "), source]),
    ];
    keyed(&note.id, element("li", "source-note", content))
}

fn titled(title: &str, year: Option<u32>) -> String {
    let year = year.map_or_else(String::new, |year| [" (", &year.to_string(), ")"].concat());
    [title, &year].concat()
}
