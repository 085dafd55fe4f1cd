//! A result on screen that is not stored on this device.

use super::Origin;
use crate::shell::Shell;
use i18n::long_date;
use model::Timestamp;
use records::{Attempt, JoinedRecords};
use yew::AttrValue;

/// A result that is shown without being stored here.
pub struct OpenedFile {
    /// As it would be stored.
    pub attempt: Attempt,
    /// The agreements made and the influences named on it.
    pub joined: JoinedRecords,
    /// Where it comes from.
    pub from: OpenedFrom,
}

/// Where a result that is only shown comes from.
pub enum OpenedFrom {
    /// It is the fictional example.
    Example,
    /// It was opened from a file.
    File {
        /// When the file was made.
        exported_at: Timestamp,
        /// Scales whose stored figures are not what the answers give.
        differing: Vec<usize>,
        /// Scales that were left out of the file.
        withheld: Vec<usize>,
    },
}

impl OpenedFile {
    /// Scales that were left out of the file it was opened from.
    pub fn withheld(&self) -> &[usize] {
        match &self.from {
            OpenedFrom::Example => &[],
            OpenedFrom::File { withheld, .. } => withheld,
        }
    }

    /// Where it comes from, for the reader, in the language of the moment.
    pub(crate) fn origin(&self, shell: &Shell) -> Origin {
        let OpenedFrom::File {
            exported_at,
            differing,
            withheld,
        } = &self.from
        else {
            return Origin::Example;
        };
        let scales = self.attempt.instrument.scales();
        let names = |indices: &[usize]| {
            let name = |scale: &usize| scales[*scale].short_name.get(shell.language);
            let names: Vec<&str> = indices.iter().map(name).collect();
            AttrValue::from(names.join(", "))
        };
        Origin::File {
            date: long_date(exported_at.as_str(), shell.language).into(),
            differences: names(differing),
            withheld: names(withheld),
            known: shell.persistence.contains(self.attempt.id()),
        }
    }
}
