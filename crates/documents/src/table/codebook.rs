//! The codebook: what every column of the sessions' table means.

use super::columns::{Columns, FIRST, OF_SCALE};
use super::sheet::Sheet;
use super::{CANNOT_JUDGE, NO_ANSWER, NO_SCORE, NOT_SHARED, SKIPPED, variable};
use interface_texts::{document_texts, messages};
use model::{Band, Form, Instrument, Key, Language, Text};

pub(super) fn codebook(sheet: &mut Sheet, instrument: &Instrument, language: Language) {
    for name in [
        "variable", "text", "values", "labels", "reversed", "scale", "missing",
    ] {
        sheet.text(name);
    }
    sheet.end_row();
    let t = document_texts(language);
    let not_shared = messages(language).files.not_shared;
    for (name, meaning) in FIRST.iter().zip(t.columns_of_session) {
        row(sheet, name, meaning, Vec::new(), None, "", "");
    }
    let missing = |codes: &[(&str, i32)]| {
        let texts: Vec<String> = codes
            .iter()
            .map(|(label, code)| [*label, " = ", &code.to_string()].concat())
            .collect();
        texts.join(", ")
    };
    let mut codes = vec![
        (t.skipped, SKIPPED),
        (t.no_answer, NO_ANSWER),
        (not_shared, NOT_SHARED),
    ];
    let another = [Form::Manager, Form::Observer].map(|form| instrument.has_form(form));
    if another.contains(&true) {
        let said = instrument.response_scale().cannot_judge.as_ref();
        let said = said.map_or(t.cannot_judge, |text| text.get(language));
        codes.insert(2, (said, CANNOT_JUDGE));
    }
    let unanswered = missing(&codes);
    let options = &instrument.response_scale().options;
    let columns = Columns::of(instrument);
    for n in instrument.order() {
        let item = &instrument.items()[n];
        let labels = options
            .iter()
            .map(|option| (i32::from(option.value), &option.label))
            .collect();
        let scale = variable(&instrument.scales()[item.scale].id);
        let reversed = Some(item.key == Key::Minus);
        row(
            sheet,
            &columns.items[n],
            item.text.get(language),
            labelled(labels, language),
            reversed,
            &scale,
            &unanswered,
        );
    }
    for (question, name) in instrument
        .context_questions()
        .iter()
        .zip(&columns.questions)
    {
        let labels = question.options.iter().map(|option| &option.text);
        let labels = (1..).zip(labels).collect();
        let text = question.text.get(language);
        let none = missing(&[(t.no_answer, NO_ANSWER), (not_shared, NOT_SHARED)]);
        row(
            sheet,
            name,
            text,
            labelled(labels, language),
            None,
            "",
            &none,
        );
    }
    let too_few = missing(&[(t.no_score, NO_SCORE), (not_shared, NOT_SHARED)]);
    let hidden = missing(&[(not_shared, NOT_SHARED)]);
    for (scale, names) in instrument.scales().iter().zip(&columns.scales) {
        let parts = OF_SCALE.iter().zip(t.columns_of_scale).zip(names);
        for ((part, meaning), name) in parts {
            let labels = match *part {
                "band" => (1..)
                    .zip([Band::Low, Band::Mid, Band::High].map(|band| &scale.band(band).label))
                    .collect(),
                _ => Vec::new(),
            };
            let text = [scale.name.get(language), ": ", meaning].concat();
            let missing = if *part == "answered" {
                &hidden
            } else {
                &too_few
            };
            row(
                sheet,
                name,
                &text,
                labelled(labels, language),
                None,
                &variable(&scale.id),
                missing,
            );
        }
    }
}

fn labelled(labels: Vec<(i32, &Text)>, language: Language) -> Vec<(String, &str)> {
    labels
        .into_iter()
        .map(|(value, text)| (value.to_string(), text.get(language)))
        .collect()
}

fn row(
    sheet: &mut Sheet,
    name: &str,
    text: &str,
    labels: Vec<(String, &str)>,
    reversed: Option<bool>,
    scale: &str,
    missing: &str,
) {
    sheet.text(name);
    sheet.text(text);
    let values: Vec<&str> = labels.iter().map(|(value, _)| value.as_str()).collect();
    sheet.text(&values.join(" "));
    let labels: Vec<String> = labels
        .iter()
        .map(|(value, label)| [value, " = ", label].concat())
        .collect();
    sheet.text(&labels.join(", "));
    match reversed {
        Some(reversed) => sheet.number(reversed.into()),
        None => sheet.text(""),
    }
    sheet.text(scale);
    sheet.text(missing);
    sheet.end_row();
}
