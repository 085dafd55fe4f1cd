//! What is noticed about entries of one list that nobody can tell apart.

use super::{Advice, Entry, Finding, Remark};
use model::{Instrument, Language, ResponseOption, Text};
use untrusted::is_invisible;

pub(super) fn same_texts(instrument: &Instrument, findings: &mut Vec<Finding>) {
    let mut look = |entry, list: &str, part: &str, texts: &mut dyn Iterator<Item = &Text>| {
        let texts = texts
            .enumerate()
            .map(|(n, text)| (format!("{list}[{n}]{part}"), text));
        told_apart(findings, entry, &texts.collect::<Vec<_>>());
    };
    for (n, scale) in instrument.scales().iter().enumerate() {
        let at = |list: &str| format!("scales[{n}].{list}");
        let mut facets = scale.facets.iter().map(|facet| &facet.name);
        look(Entry::Aspect, &at("facets"), ".name", &mut facets);
        let mut questions = scale.coach_questions.iter();
        look(
            Entry::Question,
            &at("manager_questions"),
            "",
            &mut questions,
        );
        let mut questions = scale.self_questions.iter();
        look(Entry::Question, &at("rep_reflection"), "", &mut questions);
    }
    let scales = instrument.scales();
    let mut names = scales.iter().map(|scale| &scale.name);
    look(Entry::Theme, "scales", ".name", &mut names);
    let mut names = scales.iter().map(|scale| &scale.short_name);
    look(Entry::Theme, "scales", ".short_name", &mut names);
    let mut statements = instrument.items().iter().map(|item| &item.text);
    look(Entry::Statement, "items", ".text", &mut statements);
    let questions = instrument.context_questions();
    let mut texts = questions.iter().map(|question| &question.text);
    look(Entry::Question, "context_questions", ".text", &mut texts);
    for (n, question) in questions.iter().enumerate() {
        let list = format!("context_questions[{n}].options");
        let mut options = question.options.iter().map(|option| &option.text);
        look(Entry::Answer, &list, ".text", &mut options);
    }
    answers(instrument, findings);
}

/// The answers of each form, and beside them what leaves a statement out.
fn answers(instrument: &Instrument, findings: &mut Vec<Finding>) {
    let scale = instrument.response_scale();
    let skip = ("response_scale.skip".to_owned(), &scale.skip);
    let cannot_judge = scale.cannot_judge.iter();
    let cannot_judge =
        cannot_judge.map(|text| ("response_scale.manager_not_observed".to_owned(), text));
    let mut own = placed("labels", &scale.options);
    own.push(skip);
    match &scale.manager_options {
        None => own.extend(cannot_judge),
        Some(options) => {
            let mut of_manager = placed("manager_labels", options);
            of_manager.extend(cannot_judge);
            told_apart(findings, Entry::Answer, &of_manager);
        }
    }
    told_apart(findings, Entry::Answer, &own);
}

fn placed<'a>(list: &str, options: &'a [ResponseOption]) -> Vec<(String, &'a Text)> {
    let place = |n| format!("response_scale.{list}[{n}].text");
    let options = options.iter().enumerate();
    options
        .map(|(n, option)| (place(n), &option.label))
        .collect()
}

/// Finds each of these texts that an earlier one looks like, in every language.
fn told_apart(findings: &mut Vec<Finding>, entry: Entry, texts: &[(String, &Text)]) {
    for language in Language::ALL {
        let mut seen: Vec<String> = Vec::new();
        for (place, text) in texts {
            let said = seen_as(text.get(language));
            if seen.contains(&said) {
                findings.push(Finding {
                    advice: Advice::Warning,
                    place: [place, ".", language.tag()].concat(),
                    remark: Remark::SameText(entry),
                });
            }
            seen.push(said);
        }
    }
}

/// A text by what a reader sees of it, capitals aside.
fn seen_as(text: &str) -> String {
    let visible: String = text.chars().filter(|one| !is_invisible(*one)).collect();
    visible.trim().to_lowercase()
}
