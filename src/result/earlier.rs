//! Earlier results beside the one on screen.

use super::{Agreed, Earlier, Since, Taken};
use crate::shell::{Shell, Stored};
use records::Attempt;
use report::{compare, history};
use std::rc::Rc;
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

    /// Completed results that were begun before this one, the latest first.
    fn earlier_than(&self, attempt: &Attempt) -> Vec<Stored<Attempt>> {
        let attempts = self.persistence.attempts().into_iter();
        let comparable = attempts
            .skip_while(|one| one.id() != attempt.id())
            .skip(1)
            .filter(|one| {
                one.session.parts().completed_at.is_some()
                    && one.instrument.digest() == attempt.instrument.digest()
            });
        comparable.collect()
    }

    /// The earlier results, the first one first, and then this one.
    fn taken(&self, earlier: &[Stored<Attempt>], attempt: &Attempt) -> Vec<Taken> {
        let past = earlier.iter().rev().map(|one| &**one);
        let all: Vec<&Attempt> = past.chain([attempt]).collect();
        let sessions: Vec<_> = all.iter().map(|one| &one.session).collect();
        let moments = history(&attempt.instrument, &sessions).into_iter();
        let dates = all.into_iter().map(|one| self.named(one).date);
        let taken = dates.zip(moments);
        taken.map(|(date, moment)| Taken { date, moment }).collect()
    }

    /// The agreements to come back to: those on this result once a day has passed, or else the
    /// last ones of an earlier result.
    pub fn agreed(&self, attempt: &Attempt) -> Option<Agreed> {
        let now = self.ports.clock.now();
        let made = attempt.session.parts().completed_at.as_deref();
        let passed = made.and_then(|made| made.get(..10)) != now.get(..10);
        let earlier = self.earlier_than(attempt);
        let this = passed.then_some(attempt);
        let agreed = this
            .into_iter()
            .chain(earlier.iter().map(|one| &**one))
            .find(|one| !one.session.parts().work.agreements.is_empty())?;
        let Earlier { id, date } = self.named(agreed);
        let work = Rc::new(agreed.session.parts().work.clone());
        Some(Agreed { id, date, work })
    }

    fn named(&self, attempt: &Attempt) -> Earlier {
        Earlier {
            id: AttrValue::from(attempt.id().to_owned()),
            date: self.day_of(attempt).into(),
        }
    }
}
