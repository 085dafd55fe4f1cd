//! Which version of a record descends from which.

use std::fmt;
use std::rc::Rc;

/// A version of a record: for every tab that ever changed it, the number of that tab's last
/// change (a version vector). A tab numbers its changes from 1 and its name is never used
/// again, so two versions are equal, one descends from the other, or both sides changed.
/// Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Revision(Rc<[(Rc<str>, u32)]>);

/// What a name ends with under which a tab stamps a record, and no other name does.
pub(crate) const STAMP: &str = "-stamp";

/// How one version stands to another one, stamps aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descent {
    /// The same version.
    Same,
    /// It contains every change of the other one, and more.
    Newer,
    /// The other one contains every change of it, and more.
    Older,
    /// Each has changes that the other one lacks.
    Diverged,
}

impl Revision {
    /// The first version of a record, or the one after `base`.
    pub(crate) fn next(base: Option<&Self>, tab: &str, change: u32) -> Self {
        let mut changes = base.map_or_else(Vec::new, |base| base.0.to_vec());
        match changes.binary_search_by(|(name, _)| (**name).cmp(tab)) {
            Ok(at) => changes[at].1 = change,
            Err(at) => changes.insert(at, (tab.into(), change)),
        }
        Self(changes.into())
    }

    /// The number of the last change under this name, 0 where there is none.
    pub(crate) fn last_of(&self, name: &str) -> u32 {
        let found = self.0.binary_search_by(|(one, _)| (**one).cmp(name));
        found.map_or(0, |at| self.0[at].1)
    }

    /// A version that contains every change of both.
    pub(crate) fn join(&self, other: &Self) -> Self {
        other.0.iter().fold(self.clone(), |joined, (tab, change)| {
            let found = joined.0.binary_search_by(|(name, _)| name.cmp(tab));
            let change = found.map_or(*change, |at| joined.0[at].1.max(*change));
            Self::next(Some(&joined), tab, change)
        })
    }

    /// How this version stands to `other`. Stamps do not count: nobody has written them.
    pub fn descent(&self, other: &Self) -> Descent {
        match (self.has(other, true), other.has(self, true)) {
            (true, true) => Descent::Same,
            (true, false) => Descent::Newer,
            (false, true) => Descent::Older,
            (false, false) => Descent::Diverged,
        }
    }

    /// Whether every change of `other` is in this version too.
    pub fn contains(&self, other: &Self) -> bool {
        self.has(other, false)
    }

    fn has(&self, other: &Self, but_for_stamps: bool) -> bool {
        other.0.iter().all(|(tab, change)| {
            self.last_of(tab) >= *change || (but_for_stamps && tab.ends_with(STAMP))
        })
    }

    /// The revision that [`fmt::Display`] wrote; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let mut changes: Vec<(Rc<str>, u32)> = Vec::new();
        for part in text.split(',') {
            let (tab, change) = part.split_once('.')?;
            let ordered = changes.last().is_none_or(|(last, _)| **last < *tab);
            let change = crate::row::number(change).filter(|change| *change > 0)?;
            if !ordered || !crate::key::is_id(tab) {
                return None;
            }
            changes.push((tab.into(), change));
        }
        Some(Self(changes.into()))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (tab, change)) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            for part in [comma, tab, ".", &change.to_string()] {
                f.write_str(part)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
