//! Where the truth is, and reading it: at the opening of a store and ever after.

use std::rc::Rc;

use crate::backend::Rows;
use crate::decide::{self, Finding, Operation, View};
use crate::stand_in::MirrorDatabase;
use crate::store::{Event, Inner, Persistence, Standing};
use crate::transaction::Place;
use crate::{Refused, Trouble};

/// After how many milliseconds, one after the other, a database that was too slow is asked again.
const ASK_AGAIN: [u32; 7] = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

impl Inner {
    /// Finds out where the truth is, and takes in what only the mirror has.
    pub(crate) async fn settle(self: &Rc<Self>) {
        let number = self.state_mut().next_number();
        let places = self.places();
        let mut trouble = None;
        if places.is_empty() && self.options.persistence != Persistence::None {
            trouble = Some(Trouble::Denied);
        }
        for place in places {
            match self.merge_all(&place).await {
                Ok(rows) => {
                    let mut state = self.state_mut();
                    (state.truth, state.standing) = (place.truth, place.standing);
                    state.trouble = trouble;
                    drop(state);
                    self.take(&rows, number);
                    return;
                }
                Err(failed) => trouble = trouble.or(Some(failed)),
            }
        }
        self.state_mut().trouble = trouble;
    }

    /// Where the truth could be, the best place first.
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        let limit = self.options.opening_limit;
        let backends = &self.backends;
        let (mirror, standing) = match self.options.persistence {
            Persistence::Device => (&backends.mirror, Standing::Mirror),
            Persistence::Session => (&backends.session, Standing::Session),
            Persistence::None => return places,
        };
        if let (Some(database), Standing::Mirror) = (&backends.database, standing) {
            places.push(Place {
                truth: database.clone(),
                standing: Standing::Database,
                limit,
            });
        }
        if let Some(mirror) = mirror {
            places.push(Place {
                truth: Rc::new(MirrorDatabase(mirror.clone())),
                standing,
                limit,
            });
        }
        places
    }

    /// Merges until the mirror has nothing more: this tab may have gone on writing there.
    async fn merge_all(self: &Rc<Self>, place: &Place) -> Result<Rows, Trouble> {
        let mut merged = false;
        loop {
            let rows = match self.perform_in(place, Operation::Look).await {
                Ok(Finding::Rows(rows)) => rows,
                Err(Refused::Trouble(trouble)) => return Err(trouble),
                Ok(_) | Err(_) => return Err(Trouble::Failed),
            };
            if !self.is_mergeable(place, &rows, merged) {
                return Ok(rows);
            }
            if let Err(Refused::Trouble(trouble)) = self.perform_in(place, Operation::Merge).await {
                return Err(trouble);
            }
            merged = true;
        }
    }

    /// Whether these rows and the mirror have something to bring together.
    fn is_mergeable(&self, place: &Place, rows: &Rows, merged: bool) -> bool {
        // A mirror that cannot be read has nothing to say.
        let mirror = self.copy(place.standing);
        let mirror = mirror.and_then(|mirror| mirror.read_all().ok());
        let plan = decide::merge(&View {
            rows,
            mirror: &mirror.unwrap_or_default(),
            writer: &self.writer(place.standing),
        });
        // A mirror without room stays as it is, however often it is written.
        !plan.writes.is_empty() || !merged && !plan.mirror.is_empty()
    }

    /// Reads the truth, and finds a better one if there is one now.
    pub(crate) async fn read(self: &Rc<Self>) -> Result<(), Trouble> {
        let device = self.options.persistence == Persistence::Device;
        let standing = self.state().standing;
        if device && standing != Standing::Database && self.backends.database.is_some() {
            self.settle().await;
            return self.state().trouble.map_or(Ok(()), Err);
        }
        match self.perform(Operation::Read).await {
            Err(Refused::Trouble(trouble)) => Err(trouble),
            _ => Ok(()),
        }
    }

    /// Asks a database again that was too slow for the opening, which somebody waits for: what stands
    /// in for it is older after a crash, and less durable.
    pub(crate) fn ask_again(self: &Rc<Self>) {
        let slow = self.state().trouble == Some(Trouble::TimedOut);
        if !slow || self.state().standing == Standing::Database {
            return;
        }
        let inner = Rc::downgrade(self);
        let clock = self.backends.clock.clone();
        (self.backends.spawn)(Box::pin(async move {
            for wait in ASK_AGAIN {
                clock.sleep(wait).await;
                let Some(inner) = inner.upgrade() else { return };
                if inner.state().standing == Standing::Database {
                    return;
                }
                // The next time tries again.
                let _ = inner.read().await;
            }
        }));
    }

    pub(crate) fn take(&self, rows: &Rows, number: u32) {
        let changed = self.state_mut().take(rows, number);
        if !changed.is_empty() {
            self.say(&Event::Changed(changed));
        }
    }

    /// Follows a notice of another tab. Notices during a reading are one more reading.
    pub(crate) fn follow(self: &Rc<Self>) {
        if self.state().suspended {
            return;
        }
        let reading = self.following.replace(Following::ReadAgain);
        if reading != Following::Idle {
            return;
        }
        let inner = self.clone();
        (self.backends.spawn)(Box::pin(async move {
            while inner.following.get() == Following::ReadAgain {
                inner.following.set(Following::Reading);
                // The next notice or refresh tries again.
                let _ = inner.read().await;
                // What another tab deleted meanwhile is refused now, and not once this one is left.
                drop(inner.retry());
            }
            inner.following.set(Following::Idle);
        }));
    }
}

/// Whether a notice of another tab is being followed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Following {
    #[default]
    Idle,
    Reading,
    /// Another notice has come since.
    ReadAgain,
}
