//! Findings and faults as sentences to a coach: what is the matter, and what to do.

mod en;
mod nl;

use super::{Finding, place::language_name, say_place};
use crate::Fault;
use model::Language;

/// A finding in words, without its place.
pub fn say(finding: &Finding, language: Language) -> String {
    match language {
        Language::Nl => nl::remark(&finding.remark, finding.advice),
        Language::En => en::remark(&finding.remark, finding.advice),
    }
}

/// Why the loader refuses a definition, without the place.
pub fn say_fault(fault: &Fault, language: Language) -> String {
    match language {
        Language::Nl => nl::problem(&fault.problem),
        Language::En => en::problem(&fault.problem),
    }
}

/// The same after its place, counted as people count and as a path.
pub fn say_placed_fault(fault: &Fault, language: Language) -> String {
    let sentence = say_fault(fault, language);
    let (said, path) = (say_place(&fault.place, language), &fault.place);
    match (path.is_empty(), said.is_empty()) {
        (true, _) => sentence,
        (false, true) => format!("{path}: {sentence}"),
        // A line and a column need no path beside them.
        (false, false) if path.starts_with("line ") => format!("{said}: {sentence}"),
        (false, false) => format!("{said} ({path}): {sentence}"),
    }
}

/// Words of which one is to be used, each in quotes: ‘a’, ‘b’ or ‘c’.
fn one_of(words: &[&str], or: &str) -> String {
    let mut said = String::new();
    for (n, word) in words.iter().enumerate() {
        match words.len() - n {
            _ if n == 0 => {}
            1 => said.push_str(&format!(" {or} ")),
            _ => said.push_str(", "),
        }
        said.push_str(&format!("‘{word}’"));
    }
    said
}

/// The language that a text lacks, in `language`.
fn lacking(tag: &str, language: Language) -> &str {
    Language::from_tag(tag).map_or(tag, |named| language_name(named, language))
}
