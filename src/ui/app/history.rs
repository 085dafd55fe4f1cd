//! Earlier results beside the one on screen.

use super::state::State;
use crate::ui::screens::{Agreed, Earlier, Since, Taken};
use model::{Action, Work};
use records::Attempt;
use report::{compare, history};
use std::rc::Rc;
use yew::AttrValue;

impl State {
    /// The result on screen beside an earlier one of the same version of the instrument: the
    /// chosen one, or else the last. `None` where there is no earlier one.
    pub fn since(&self, attempt: &Attempt) -> Option<Since> {
        // An instrument without a rule for it has no such section.
        attempt.instrument.rules().change?;
        let earlier = self.earlier_than(attempt);
        let chosen = earlier
            .iter()
            .find(|one| Some(one.id()) == self.compared.as_deref())
            .or(earlier.first())?;
        Some(Since {
            comparison: compare(&attempt.instrument, &chosen.session, &attempt.session),
            chosen: AttrValue::from(chosen.id().to_owned()),
            taken: self.taken(&earlier, attempt),
            earlier: earlier.iter().map(|one| self.named(one)).collect(),
        })
    }

    /// Completed results that were begun before this one, the latest first.
    fn earlier_than(&self, attempt: &Attempt) -> Vec<Rc<Attempt>> {
        let kept = self.shelf.attempts().into_iter();
        let comparable = kept
            .skip_while(|one| one.id() != attempt.id())
            .skip(1)
            .filter(|one| {
                one.session.parts().completed_at.is_some()
                    && one.instrument.digest() == attempt.instrument.digest()
            });
        comparable.collect()
    }

    /// The earlier results, the first one first, and then this one.
    fn taken(&self, earlier: &[Rc<Attempt>], attempt: &Attempt) -> Vec<Taken> {
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
        let own = passed.then_some(attempt);
        let agreed = own
            .into_iter()
            .chain(earlier.iter().map(|one| &**one))
            .find(|one| !one.session.parts().work.agreements.is_empty())?;
        let Earlier { id, date } = self.named(agreed);
        let work = Rc::new(agreed.session.parts().work.clone());
        Some(Agreed { id, date, work })
    }

    /// Changes what was made of the result on screen; what is removed can be brought back.
    pub fn work_on(&mut self, work: Box<Work>) {
        let before = self
            .open
            .as_ref()
            .map(|open| open.session.parts().work.clone());
        let before = before.filter(|before| {
            work.influences.len() < before.influences.len()
                || work.agreements.len() < before.agreements.len()
        });
        self.act(Action::Work(work));
        if before.is_some() {
            self.toast = Some(self.messages().work.removed.to_string());
            self.undo = None;
            self.removed = before;
        }
    }

    /// Changes what was made of the result of this id, which need not be the one on screen.
    pub fn look_back(&mut self, id: &str, work: Box<Work>) {
        if self.open.as_ref().is_some_and(|open| open.id() == id) {
            self.act(Action::Work(work));
        } else if let Some(found) = self.shelf.attempt(id) {
            let mut attempt = Attempt::clone(&found);
            attempt
                .session
                .update(&found.instrument, Action::Work(work));
            self.shelf.save(attempt, self.done());
        }
    }

    fn named(&self, attempt: &Attempt) -> Earlier {
        Earlier {
            id: AttrValue::from(attempt.id().to_owned()),
            date: self.day_of(attempt).into(),
        }
    }
}
