//! A definition: read, checked, linted, and everything said about it in both languages.

use definition::lint::{lint, say, say_fault, say_place};
use model::Language;

/// Most characters of a sentence about a definition.
const LONGEST_SENTENCE: usize = 400;

/// Reads a definition.
pub(crate) fn read(bytes: &[u8]) {
    let said: Vec<(String, String)> = match definition::from_bytes(bytes) {
        Ok(instrument) => lint(&instrument)
            .iter()
            .flat_map(|found| Language::ALL.map(|to| (found.place.clone(), say(found, to))))
            .collect(),
        Err(error) => {
            assert!(!error.faults.is_empty(), "refused without a fault");
            let faults = error.faults.iter();
            faults
                .flat_map(|fault| {
                    Language::ALL.map(|to| (fault.place.clone(), say_fault(fault, to)))
                })
                .collect()
        }
    };
    for (place, sentence) in said {
        let places = Language::ALL.map(|to| say_place(&place, to));
        for text in places.iter().chain([&place, &sentence]) {
            assert!(text.chars().count() < LONGEST_SENTENCE, "{text}");
            assert!(!crate::is_unsafe(text), "{text:?}");
        }
    }
}
