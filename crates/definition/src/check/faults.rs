//! The collector that every check reports to, and the checks that many parts share.

use crate::limits::{MAX_NAME, MAX_TEXT};
use crate::raw::{RawItem, RawReserveItem, RawShare, RawText};
use crate::read::{is_id, is_version};
use crate::{Fault, InstrumentError, Problem};
use model::{Language, Text, comparable_id};
use untrusted::{is_blank, is_unsafe, names_other_scheme};

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
        self.text_within(place, raw, MAX_TEXT)
    }

    /// A title, name, label or answer.
    pub(super) fn name(&mut self, place: &str, raw: &RawText) -> Text {
        self.text_within(place, raw, MAX_NAME)
    }

    /// A text of at most `longest` characters in every language. Markup in it is text.
    pub(super) fn text_within(&mut self, place: &str, raw: &RawText, longest: usize) -> Text {
        let mut get = |language: Language| match raw.get(language.tag()) {
            Some(text) if !is_blank(text) => {
                if let Some(problem) = unfit(text, longest) {
                    self.add([place, ".", language.tag()].concat(), problem);
                }
                text.as_str()
            }
            _ => {
                self.add(place, Problem::MissingLanguage(language.tag()));
                ""
            }
        };
        let nl = get(Language::Nl);
        let en = get(Language::En);
        Text::new(nl, en)
    }

    /// A line that is the same in every language, such as the title of a book.
    pub(super) fn line(&mut self, place: &str, name: &'static str, text: &str) -> String {
        let unseen = is_blank(text).then_some(Problem::MissingText(name));
        if let Some(problem) = unseen.or_else(|| unfit(text, MAX_NAME)) {
            self.add(place, problem);
        }
        text.to_owned()
    }

    pub(super) fn texts(&mut self, place: &str, raw: &[RawText]) -> Vec<Text> {
        raw.iter()
            .enumerate()
            .map(|(n, text)| self.text(&format!("{place}[{n}]"), text))
            .collect()
    }

    /// What a word of a fixed list means; another word is a fault, which says the whole list.
    pub(super) fn word<T: Copy>(
        &mut self,
        place: &str,
        word: &str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let found = words.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            let value = word.to_owned();
            let allowed = words.iter().map(|(name, _)| *name).collect();
            self.add(place, Problem::UnknownValue { value, allowed });
        }
        found.map(|(_, meaning)| *meaning)
    }

    pub(super) fn id(&mut self, place: &str, id: &str) {
        if !is_id(id) {
            self.add(place, Problem::BadId(id.into()));
        }
    }

    pub(super) fn version(&mut self, place: &str, version: &str) {
        if !is_version(version) {
            self.add(place, Problem::BadVersion(version.into()));
        }
    }

    /// Ids of one list: each one allowed, and unlike every other one of the list even where
    /// capitals and punctuation do not count.
    pub(super) fn ids<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: Vec<String> = Vec::new();
        for (n, id) in ids.enumerate() {
            self.id(&format!("{place}[{n}].id"), id);
            let comparable = comparable_id(id);
            if seen.contains(&comparable) {
                self.add(format!("{place}[{n}].id"), Problem::DuplicateId(id.into()));
            }
            seen.push(comparable);
        }
        if seen.is_empty() {
            self.add(place, Problem::Empty);
        }
    }

    /// Ids of items in reserve, which may take the place of one that is asked: allowed, and unlike
    /// those of all others.
    pub(super) fn reserve_ids(&mut self, items: &[RawItem], reserve: &[RawReserveItem]) {
        let mut seen: Vec<String> = items.iter().map(|item| comparable_id(&item.id)).collect();
        for (n, item) in reserve.iter().enumerate() {
            let place = format!("reserve_items[{n}].id");
            self.id(&place, &item.id);
            let comparable = comparable_id(&item.id);
            if seen.contains(&comparable) {
                self.add(place, Problem::DuplicateId(item.id.clone()));
            }
            seen.push(comparable);
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

/// What keeps a text from being shown, if anything does.
fn unfit(text: &str, longest: usize) -> Option<Problem> {
    if text.chars().nth(longest).is_some() {
        return Some(Problem::TooLong(longest));
    }
    if text.chars().any(is_unsafe) {
        return Some(Problem::HiddenCharacter);
    }
    names_other_scheme(text).then_some(Problem::NotHttps)
}
