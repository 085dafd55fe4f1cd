//! Earlier results beside the one on screen.

use super::{Earlier, Since, Taken};
use crate::shell::{Shell, Stored};
use records::Attempt;
use report::{compare, history};
use yew::AttrValue;

impl Shell {
    /// The result on screen beside an earlier one of the same version of the instrument: the
    /// chosen one, or else the last. `None` where there is no earlier one.
    pub fn since(&self, attempt: &Attempt, chosen: Option<&str>) -> Option<Since> {
        // An instrument without a rule for it has no such section.
        attempt.instrument.rules().change?;
        let earlier = self.earlier_than(attempt);
        let chosen = earlier
            .iter()
            .find(|one| Some(one.id()) == chosen)
            .or(earlier.first())?;
        Some(Since {
            comparison: compare(&attempt.instrument, &chosen.session, &attempt.session),
            chosen: AttrValue::from(chosen.id().to_owned()),
            taken: self.taken(&earlier, attempt),
            earlier: earlier.iter().map(|one| self.named(one)).collect(),
        })
    }

    /// Completed results of the same content that were completed before this one, the latest first.
    fn earlier_than(&self, attempt: &Attempt) -> Vec<Stored<Attempt>> {
        let mut earlier = self.earlier_of_any_version(attempt);
        earlier.retain(|one| one.instrument.digest() == attempt.instrument.digest());
        earlier
    }

    /// Completed results of any version of the instrument that were completed before this one, the
    /// latest first.
    pub(super) fn earlier_of_any_version(&self, attempt: &Attempt) -> Vec<Stored<Attempt>> {
        self.persistence.completed_before(attempt)
    }

    /// The earlier results, the first one first, and then this one.
    fn taken(&self, earlier: &[Stored<Attempt>], attempt: &Attempt) -> Vec<Taken> {
        let mut all: Vec<&Attempt> = earlier.iter().rev().map(|one| &**one).collect();
        all.push(attempt);
        let sessions: Vec<_> = all.iter().map(|one| &one.session).collect();
        let moments = history(&attempt.instrument, &sessions).into_iter();
        let taken = all.into_iter().zip(moments);
        taken
            .map(|(one, moment)| Taken {
                date: self.named(one).date,
                short_date: self.short_day_of(one).into(),
                moment,
            })
            .collect()
    }

    fn named(&self, attempt: &Attempt) -> Earlier {
        Earlier {
            id: AttrValue::from(attempt.id().to_owned()),
            date: self.day_of(attempt).into(),
        }
    }
}
