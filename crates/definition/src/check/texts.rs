//! Checks of the context questions and of the texts that must be said.

use super::faults::Faults;
use crate::Problem;
use crate::program_texts::program_text;
use crate::raw::{RawContextQuestion, RawText};
use crate::read::Named;
use model::{ContextOption, ContextQuestion, Text};

/// Texts that standards and law ask to be said. A definition without one is refused, unless the
/// program has words of its own for it.
const REQUIRED_TEXTS: [&str; 12] = [
    "purpose",
    "limits",
    "not_for_decisions",
    "voluntary",
    "privacy_local",
    "share_notice",
    "rights",
    "band_basis",
    "uncertainty",
    "change_assumed",
    "quality_soft",
    "no_ai",
];

/// Texts that a definition may say, and that are shown where it does.
const OPTIONAL_TEXTS: [&str; 1] = ["manager_conduct"];

pub(super) fn context_questions(
    faults: &mut Faults,
    raw: &[RawContextQuestion],
) -> Vec<ContextQuestion> {
    if !raw.is_empty() {
        faults.ids(
            "context_questions",
            raw.iter().map(|question| question.id.as_str()),
        );
    }
    raw.iter()
        .enumerate()
        .map(|(n, question)| {
            let place = format!("context_questions[{n}]");
            let ids = question.options.iter().map(|option| option.id.as_str());
            faults.ids(&format!("{place}.options"), ids);
            ContextQuestion {
                id: question.id.clone(),
                text: faults.text(&format!("{place}.text"), &question.text),
                options: question
                    .options
                    .iter()
                    .enumerate()
                    .map(|(o, option)| ContextOption {
                        id: option.id.clone(),
                        text: faults.name(&format!("{place}.options[{o}].text"), &option.text),
                        comment: option.comment.as_ref().map(|comment| {
                            faults.text(&format!("{place}.options[{o}].comment"), comment)
                        }),
                    })
                    .collect(),
            }
        })
        .collect()
}

pub(super) fn ui_texts(faults: &mut Faults, raw: &Named<RawText>) -> Vec<(String, Text)> {
    // Every text is checked, also those that nothing shows yet.
    let mut texts: Vec<(String, Text)> = raw
        .iter()
        .map(|(name, text)| (name.clone(), faults.text(&format!("ui_texts.{name}"), text)))
        .filter(|(name, _)| {
            let known = REQUIRED_TEXTS.iter().chain(&OPTIONAL_TEXTS);
            known.into_iter().any(|one| one == name)
        })
        .collect();
    for name in REQUIRED_TEXTS {
        if raw.get(name).is_none() {
            match program_text(name) {
                Some(text) => texts.push((name.to_owned(), text)),
                None => faults.add("ui_texts", Problem::MissingText(name)),
            }
        }
    }
    texts
}
