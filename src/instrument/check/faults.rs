//! The collector that every check reports to, and the checks that many parts share.

use crate::instrument::raw::{RawShare, RawText};
use crate::instrument::{Fault, InstrumentError, Language, Problem, Text};

/// The largest whole number a rule may use, so that products with item counts stay far
/// below the end of a `u32`.
pub(super) const LARGEST: u32 = 1000;

/// All faults found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, place: impl Into<String>, problem: Problem) {
        self.0.push(Fault {
            place: place.into(),
            problem,
        });
    }

    pub(super) fn text(&mut self, place: &str, raw: &RawText) -> Text {
        let mut get = |language: Language| match raw.get(language.tag()) {
            Some(text) if !text.trim().is_empty() => text.as_str(),
            _ => {
                self.add(place, Problem::MissingLanguage(language.tag()));
                ""
            }
        };
        let nl = get(Language::Nl);
        let en = get(Language::En);
        Text::new(nl, en)
    }

    pub(super) fn texts(&mut self, place: &str, raw: &[RawText]) -> Vec<Text> {
        raw.iter()
            .enumerate()
            .map(|(n, text)| self.text(&format!("{place}[{n}]"), text))
            .collect()
    }

    pub(super) fn id(&mut self, place: &str, id: &str) {
        if id.is_empty() || id.len() > 64 {
            self.add(place, Problem::BadId(id.into()));
        }
    }

    pub(super) fn ids<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: Vec<&str> = Vec::new();
        for (n, id) in ids.enumerate() {
            self.id(&format!("{place}[{n}].id"), id);
            if seen.contains(&id) {
                self.add(format!("{place}[{n}].id"), Problem::DuplicateId(id.into()));
            }
            seen.push(id);
        }
        if seen.is_empty() {
            self.add(place, Problem::Empty);
        }
    }

    /// The error that says all faults, if there are any.
    pub(super) fn finish(self) -> Result<(), InstrumentError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(InstrumentError { faults: self.0 })
        }
    }

    pub(super) fn share(&mut self, place: &str, share: RawShare) -> (u32, u32) {
        let sensible = 1..=LARGEST;
        if !(sensible.contains(&share.numerator) && sensible.contains(&share.denominator)) {
            self.add(place, Problem::BadNumber);
        }
        (share.numerator, share.denominator)
    }
}
