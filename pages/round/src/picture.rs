//! What a closed round says: the number of people, themes, parts and statements, as drawings with their
//! numbers as text.

use crate::shell::Shell;
use i18n::{decimal, score_text, whole_score};
use model::{Instrument, Polarity};
use round::{ClosedRound, EXACT_FROM, Mean, Picture};
use std::rc::Rc;
use ui::{
    element, element_with, fragment, head_cell, heads, list, named_section, nodes, screen_head,
    table, text, text_element,
};
use yew::prelude::*;

/// A closed round with its questionnaire.
pub(crate) struct PictureState {
    closed: ClosedRound,
    instrument: Rc<Instrument>,
}

impl PictureState {
    /// Of a round that was closed here.
    pub fn new(closed: ClosedRound, instrument: Rc<Instrument>) -> Self {
        Self { closed, instrument }
    }

    /// Uses the instrument as it is now, which may speak another language.
    pub fn settled(&mut self, shell: &Shell) {
        if let Some(instrument) = shell.library.find(&self.instrument.reference()) {
            self.instrument = instrument;
        }
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell, state: &PictureState) -> Html {
    let t = &shell.texts().round;
    let Some(picture) = state.closed.picture(&state.instrument) else {
        return Html::default();
    };
    let count = [
        text_element("strong", "round-count", picture.people.to_string()),
        text(" "),
        text_element("span", "", t.picture_people),
    ];
    let content = [
        screen_head(t.picture_title.into(), text(t.picture_lead), shell.moved),
        element("p", "round-people", count),
        named_section("themes", t.themes, themes(shell, state, &picture)),
        named_section("not-shown", t.not_shown_title, not_shown(shell, &picture)),
        named_section("parts", t.parts, parts(shell, state, &picture)),
        named_section(
            "statements",
            t.statements,
            statements(shell, state, &picture),
        ),
    ];
    element("div", "sections round-picture", content)
}

/// A mean as text: whole below ten people, else with one decimal.
fn number(shell: &Shell, mean: Option<&Mean>) -> String {
    match mean {
        None => shell.texts().round.too_few.to_owned(),
        Some(mean) if mean.answered < EXACT_FROM => whole_score(mean.points),
        Some(mean) => score_text(mean.points, shell.library.language),
    }
}

/// The mean on a line from 0 to 100.
fn drawing(mean: Option<&Mean>) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    let values = ["bar-track", "0", "100%", "50%", "50%"];
    let line = element_with("line", names, values, Html::default());
    let dot = mean.map(|mean| {
        let place = decimal(mean.points, 2) + "%";
        let names = &["class", "cx", "cy", "r"];
        let values = ["mark-rep", &*place, "50%", "7"];
        element_with("circle", names, values, Html::default())
    });
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    let values = ["view-bar", "chart", "true", "false"];
    let content = fragment([line, dot.unwrap_or_default()]);
    element_with("svg", names, values, content)
}

/// One row: a name, the drawing, and the number; `id` is that of the scale.
fn row(shell: &Shell, id: &str, name: Html, mean: Option<&Mean>) -> Html {
    let names = &["class", "data-part", "data-scale", "data-mean"];
    let number = number(shell, mean);
    let points = mean.map_or_else(String::new, |mean| decimal(mean.points, 1));
    let values = ["number", "score", id, &*points];
    let content = [
        element("span", "view-name", name),
        drawing(mean),
        element_with("span", names, values, text(number)),
    ];
    element("div", "view-row", content)
}

fn themes(shell: &Shell, state: &PictureState, picture: &Picture) -> Html {
    let t = &shell.texts().round;
    let language = shell.library.language;
    let scales = state.instrument.scales().iter().zip(&picture.scales);
    let rows = scales.map(|(scale, mean)| {
        let lower = match scale.polarity {
            Polarity::Limiting => text_element("span", "muted small", t.lower),
            Polarity::Supporting => Html::default(),
        };
        let name = [
            text(scale.short_name.get(language).to_owned()),
            text(" "),
            lower,
        ];
        row(shell, &scale.id, fragment(name), mean.as_ref())
    });
    element("div", "view-rows", nodes(rows))
}

fn not_shown(shell: &Shell, picture: &Picture) -> Html {
    let t = &shell.texts().round;
    let is_whole = picture.people < EXACT_FROM;
    let facets = picture.facets.iter().flatten();
    let mut all = picture.scales.iter().chain(facets).chain(&picture.items);
    let is_missing = all.any(Option::is_none);
    let said = [
        Some(t.no_spread),
        is_whole.then_some(t.whole),
        is_missing.then_some(t.skipped),
        Some(t.means),
    ];
    let items = said.into_iter().flatten();
    list(
        "round-list",
        nodes(items.map(|one| text_element("li", "", one))),
    )
}

fn parts(shell: &Shell, state: &PictureState, picture: &Picture) -> Html {
    let t = &shell.texts().round;
    let language = shell.library.language;
    let scales = state.instrument.scales().iter().zip(&picture.facets);
    let rows = scales.flat_map(|(scale, means)| {
        scale.facets.iter().zip(means).map(|(facet, mean)| {
            let theme = [" (", scale.short_name.get(language), ")"].concat();
            let name = [facet.name.get(language), &*theme].concat();
            let cells = [
                head_cell("row", "", name),
                text_element("td", "number", number(shell, mean.as_ref())),
            ];
            element("tr", "", cells)
        })
    });
    let columns = [("", t.column_part), ("number", t.column_points)];
    table(t.parts, heads(&columns), nodes(rows))
}

fn statements(shell: &Shell, state: &PictureState, picture: &Picture) -> Html {
    let t = &shell.texts().round;
    let language = shell.library.language;
    let asked = state.instrument.form_items(model::Form::SelfReport);
    let rows = asked.into_iter().filter_map(|item| {
        let statement = state
            .instrument
            .item_text(model::Form::SelfReport, item)
            .get(language)
            .to_owned();
        let mean = picture.items.get(item)?.as_ref();
        let answered = mean.map_or_else(|| "–".to_owned(), |mean| mean.answered.to_string());
        let cells = [
            head_cell("row", "", statement),
            text_element("td", "number", number(shell, mean)),
            text_element("td", "number", answered),
        ];
        Some(element("tr", "", cells))
    });
    let scale = state.instrument.response_scale();
    let label = |value| {
        let option = scale.option(value);
        option.map_or("", |option| option.label.get(language))
    };
    let ends = t.statements_lead(label(scale.min), label(scale.max));
    let columns = [
        ("", t.column_statement),
        ("number", t.column_points),
        ("number", t.column_answered),
    ];
    fragment([
        text_element("p", "muted", ends),
        table(t.statements, heads(&columns), nodes(rows)),
    ])
}
