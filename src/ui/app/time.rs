//! How long a statement was on screen.

use super::state::State;
use model::{Action, Step};

impl State {
    /// The time since the statement came on screen, to be booked on its page.
    pub(super) fn time_spent(&mut self) -> Option<Action> {
        let now = self.ports.clock.seconds();
        let seconds = now - self.since;
        self.since = now;
        let Some(Step::Item(position)) = self.step() else {
            return None;
        };
        let page = {
            let open = self.open.as_ref()?;
            open.session.page_of(&open.instrument, position)
        };
        Some(Action::Spend { page, seconds })
    }

    /// Books that time at once: the reader is leaving the statement without an answer.
    pub fn spend_time(&mut self) {
        if let Some(spent) = self.time_spent() {
            self.carry_out([spent].into_iter());
        }
    }

    /// Time while the page was hidden is nobody's.
    pub fn restart_time(&mut self) {
        self.since = self.ports.clock.seconds();
    }
}
