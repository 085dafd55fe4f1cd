//! The codebook of a team's table: one row a column, a figure, a reason and an id.

use super::figures::{COLUMNS, FIGURES, REASONS};
use crate::table::Sheet;
use i18n::DocumentTexts;
use model::{Instrument, Language, Text};
use team::View;

pub(super) fn codebook(
    sheet: &mut Sheet,
    (instrument, view): (&Instrument, &View),
    t: &DocumentTexts,
    language: Language,
) {
    for name in ["of", "name", "text", "values"] {
        sheet.text(name);
    }
    sheet.end_row();
    for (of, names, texts) in [
        ("column", &COLUMNS[..], &t.team_columns[..]),
        ("figure", &FIGURES[..], &t.team_figures[..]),
        ("reason", &REASONS[..], &t.team_reasons[..]),
    ] {
        for (name, text) in names.iter().zip(texts) {
            row(sheet, (of, name, text), "");
        }
    }
    let options = &instrument.response_scale().options;
    let labels: Vec<&Text> = options.iter().map(|option| &option.label).collect();
    let labels = numbered(&labels, language);
    for scale in &view.scales {
        let Some(known) = instrument.scales().get(scale.scale) else {
            continue;
        };
        row(sheet, ("scale", &scale.id, known.name.get(language)), "");
        for facet in &scale.facets {
            let name = known.facets.get(facet.facet).map(|facet| &facet.name);
            let name = name.map_or("", |name| name.get(language));
            row(sheet, ("facet", &facet.id, name), "");
        }
        for item in &scale.items {
            let text = instrument.item_text(view.selection.pool.form, item.item);
            row(sheet, ("item", &item.id, text.get(language)), &labels);
        }
    }
    for question in &view.questions {
        let Some(known) = instrument.context_questions().get(question.question) else {
            continue;
        };
        let options: Vec<&Text> = known.options.iter().map(|option| &option.text).collect();
        let options = numbered(&options, language);
        let text = known.text.get(language);
        row(sheet, ("question", &question.id, text), &options);
    }
}

fn row(sheet: &mut Sheet, (of, name, text): (&str, &str, &str), values: &str) {
    for cell in [of, name, text, values] {
        sheet.text(cell);
    }
    sheet.end_row();
}

/// Labels with their numbers from 1, as the figures of options count them.
fn numbered(labels: &[&Text], language: Language) -> String {
    let labels = labels.iter().enumerate();
    let labels = labels.map(|(n, label)| format!("{} = {}", n + 1, label.get(language)));
    labels.collect::<Vec<_>>().join(", ")
}
