//! Earlier results beside the one on screen.

use super::state::State;
use crate::i18n::long_date;
use crate::ports::Attempt;
use crate::report::compare;
use crate::ui::screens::{Earlier, Since};
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
                    && one.instrument.id() == attempt.instrument.id()
                    && one.instrument.version() == attempt.instrument.version()
            });
        comparable.collect()
    }

    fn named(&self, attempt: &Attempt) -> Earlier {
        let parts = attempt.session.parts();
        let at = parts.completed_at.as_deref().unwrap_or(&parts.started_at);
        Earlier {
            id: AttrValue::from(attempt.id().to_owned()),
            date: long_date(at, self.language).into(),
        }
    }
}
