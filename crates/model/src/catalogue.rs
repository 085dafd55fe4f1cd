//! Questionnaires side by side: several of them, several versions of each, and the same version
//! with another content.

use crate::{Instrument, InstrumentRef};
use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

/// All questionnaires that are at hand. Cheap to clone; a clone is not changed by
/// [`Catalogue::add`] on the original.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Rc<Vec<Rc<Instrument>>>);

/// What a catalogue has for a reference.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The questionnaire asked for: id, version and digest are the same.
    Exact(Rc<Instrument>),
    /// The same id and version with another digest. It is another questionnaire: it must not
    /// score answers that were given on the one asked for.
    OtherDigest(Rc<Instrument>),
    /// Nothing of this id and version.
    Unknown,
}

impl Found {
    /// The questionnaire asked for, and no other.
    pub fn exact(self) -> Option<Rc<Instrument>> {
        match self {
            Found::Exact(instrument) => Some(instrument),
            Found::OtherDigest(_) | Found::Unknown => None,
        }
    }
}

/// An id that a reader could not tell from one that is there: they differ only in case or
/// punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmbiguousId {
    /// The id that was to be added.
    pub added: String,
    /// The one that is there.
    pub present: String,
}

impl fmt::Display for AmbiguousId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { added, present } = self;
        write!(
            to,
            "{added} differs from {present} only in case or punctuation"
        )
    }
}

impl std::error::Error for AmbiguousId {}

impl Catalogue {
    /// An empty catalogue.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a questionnaire in the place of the one of the same reference, whose texts it has in
    /// other languages; nothing where there is none.
    pub fn replace(&mut self, instrument: &Rc<Instrument>) {
        for known in Rc::make_mut(&mut self.0) {
            if known.is(&instrument.reference()) {
                *known = instrument.clone();
            }
        }
    }

    /// Adds a questionnaire. One that is there already, by id, version and digest, is not
    /// added again; the same id and version with another digest stands beside the first.
    ///
    /// # Errors
    /// An id that differs from a known one only in case or punctuation.
    pub fn add(&mut self, instrument: Rc<Instrument>) -> Result<(), AmbiguousId> {
        let added = instrument.id();
        let alike = |known: &&Rc<Instrument>| {
            known.id() != added && comparable_id(known.id()) == comparable_id(added)
        };
        if let Some(known) = self.0.iter().find(alike) {
            return Err(AmbiguousId {
                added: added.to_owned(),
                present: known.id().to_owned(),
            });
        }
        if !self.0.iter().any(|known| known.is(&instrument.reference())) {
            Rc::make_mut(&mut self.0).push(instrument);
        }
        Ok(())
    }

    /// Takes a questionnaire out; whether it was there.
    pub fn remove(&mut self, reference: &InstrumentRef) -> bool {
        let before = self.0.len();
        Rc::make_mut(&mut self.0).retain(|known| !known.is(reference));
        self.0.len() < before
    }

    /// What there is for a reference. Of several with another digest the one added last is
    /// given.
    pub fn find(&self, reference: &InstrumentRef) -> Found {
        if let Some(exact) = self.0.iter().find(|known| known.is(reference)) {
            return Found::Exact(exact.clone());
        }
        let same_version = |known: &&Rc<Instrument>| {
            known.id() == reference.id && known.version() == reference.version
        };
        match self.0.iter().rev().find(same_version) {
            Some(other) => Found::OtherDigest(other.clone()),
            None => Found::Unknown,
        }
    }

    /// Everything of this id and version, whatever the digest, in the order of adding. A file
    /// of before digests were recorded names no more than this.
    pub fn named(&self, id: &str, version: &str) -> Vec<Rc<Instrument>> {
        let named = |known: &&Rc<Instrument>| known.id() == id && known.version() == version;
        self.0.iter().filter(named).cloned().collect()
    }

    /// The newest version of a questionnaire; of several contents of it the one added last.
    pub fn newest(&self, id: &str) -> Option<Rc<Instrument>> {
        self.versions(id).pop()
    }

    /// Every version of a questionnaire, ascending; contents of one version in the order of
    /// adding.
    pub fn versions(&self, id: &str) -> Vec<Rc<Instrument>> {
        let mut versions: Vec<_> = self
            .0
            .iter()
            .filter(|one| one.id() == id)
            .cloned()
            .collect();
        versions.sort_by(|a, b| compare_versions(a.version(), b.version()));
        versions
    }

    /// All questionnaires, in the order of adding.
    pub fn all(&self) -> &[Rc<Instrument>] {
        &self.0
    }
}

impl FromIterator<Rc<Instrument>> for Catalogue {
    /// A catalogue of these; of ids that differ only in case or punctuation the first stays.
    fn from_iter<I: IntoIterator<Item = Rc<Instrument>>>(instruments: I) -> Self {
        let mut catalogue = Self::new();
        for instrument in instruments {
            // The same as for a reader: the later of two like ids cannot be told apart.
            let _ = catalogue.add(instrument);
        }
        catalogue
    }
}

impl PartialEq for Catalogue {
    /// By reference: the digest stands for the content.
    fn eq(&self, other: &Self) -> bool {
        let references = |one: &Self| {
            one.0
                .iter()
                .map(|each| each.reference())
                .collect::<Vec<_>>()
        };
        Rc::ptr_eq(&self.0, &other.0) || references(self) == references(other)
    }
}

/// An id as ids are compared for uniqueness: lower-case letters and digits only.
pub fn comparable_id(id: &str) -> String {
    let characters = id.chars().filter(char::is_ascii_alphanumeric);
    characters.map(|one| one.to_ascii_lowercase()).collect()
}

/// The order of two dotted versions. Parts that are numbers compare as numbers (`0.9` comes
/// before `0.10`), a number comes after a word (`1.0-beta` before `1.0`), and what is left
/// equal is ordered as text so that the order is total.
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.split(['.', '-', '+']), b.split(['.', '-', '+']));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (one, other) => rank(one).cmp(&rank(other)),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// A part of a version: words first, then nothing (which counts as zero), then numbers.
fn rank(part: Option<&str>) -> (u8, u64, &str) {
    match part.map(|part| (part, part.parse::<u64>())) {
        None => (1, 0, ""),
        Some((_, Ok(number))) => (1, number, ""),
        Some((word, Err(_))) => (0, 0, word),
    }
}
