//! What a result is based on: each line with where it comes from and how sure it is.

use model::SourceNote;
use report::{certainty_words, source_line};
use ui::{
    ViewContext, element, element_with, keyed, list, nodes, section, text, text_element, when,
};
use yew::prelude::*;

/// Nothing where the questionnaire names no sources.
pub(super) fn sources(view: &ViewContext) -> Html {
    let t = &view.messages().sources;
    let notes = &view.instrument.parts().sources;
    when(!notes.is_empty(), || {
        let rows = notes.iter().map(|note| row(view, note));
        let lead = text_element("p", "", t.lead);
        section(t.title, [lead, list("sources", nodes(rows))])
    })
}

fn row(view: &ViewContext, note: &SourceNote) -> Html {
    let t = &view.messages().sources;
    let source = source_line(t, note);
    let source = match &note.authors {
        // A title is in the language of its book.
        Some(_) => element_with("span", &["translate"], ["no"], text(source)),
        None => text(source),
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
