//! The attempt on screen: whether this tab may change it, and what could not be saved of it.

use super::persistence::{Commit, Stored};
use super::shell::Shell;
use records::Attempt;
use records::saved;
use std::rc::Rc;
use store::{Claim, RecordKey, Refused, WriteGuard};

/// Whether this tab may change the attempt on screen.
enum Access {
    /// It has been asked for. Meanwhile the comparison at each commit decides.
    Asked,
    /// It may, until the guard is dropped.
    Writer { _guard: WriteGuard },
    /// Another tab does.
    ReadOnly,
}

/// The attempt on screen.
pub(crate) struct OpenAttempt {
    id: String,
    access: Access,
    /// Whether it has been asked for, and not been answered yet: asked for twice at once, a lock
    /// would be refused as this tab itself has it.
    asking: bool,
    /// Whether it is to be taken from the other tab when the answer is that it has it.
    takes_over: bool,
}

/// Why something that was done here is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RefusalReason {
    /// It was deleted in another tab.
    Deleted,
    /// Another tab changed it.
    Changed,
    /// Another tab has taken it over.
    Elsewhere,
}

/// Something that was done here and is not stored. It is offered as a file.
pub(crate) struct RefusedChange {
    pub key: RecordKey,
    pub body: Rc<str>,
    pub reason: RefusalReason,
}

impl RefusalReason {
    fn of(refused: &Refused) -> Option<Self> {
        match refused {
            Refused::Deleted => Some(Self::Deleted),
            Refused::Changed(_) => Some(Self::Changed),
            Refused::ReadOnly => Some(Self::Elsewhere),
            // It is in memory, and is tried again.
            Refused::Trouble(_) => None,
        }
    }
}

impl Shell {
    /// Whether another tab has the attempt on screen open for answering.
    pub fn is_read_only(&self) -> bool {
        let open = self.open_attempt.as_ref();
        open.is_some_and(|open| matches!(open.access, Access::ReadOnly))
    }

    /// Says which attempt is on screen now. The right to change the last one is given up, and
    /// that for a new one is asked for.
    pub fn set_open_attempt(&mut self, id: Option<&str>) {
        let open = self.open_attempt.as_ref();
        if open.map(|open| open.id.as_str()) != id {
            self.open_attempt = id.map(|id| OpenAttempt {
                id: id.to_owned(),
                access: Access::Asked,
                asking: true,
                takes_over: false,
            });
            if let Some(id) = id {
                self.persistence.claim(id);
            }
        }
    }

    /// The right to change the attempt with this id was given, or not.
    pub fn claimed(&mut self, id: &str, claim: Claim) {
        let open = self.open_attempt.as_mut();
        let Some(open) = open.filter(|open| open.id == id) else {
            return;
        };
        open.asking = false;
        open.access = match claim {
            Claim::Writer(guard) => Access::Writer { _guard: guard },
            Claim::ReadOnly => Access::ReadOnly,
        };
        if std::mem::take(&mut open.takes_over) && self.is_read_only() {
            self.continue_here();
        }
    }

    /// Another tab has taken over the writing of this record.
    pub fn claim_lost(&mut self, key: &RecordKey) {
        let open = self.open_attempt.as_mut();
        if let Some(open) = open.filter(|open| key.id() == Some(&open.id)) {
            open.access = Access::ReadOnly;
        }
    }

    /// Asks again for what another tab had when it was asked for last.
    pub fn claim_again(&mut self) {
        let read_only = self.is_read_only();
        let open = self.open_attempt.as_mut();
        if let Some(open) = open.filter(|open| read_only && !open.asking) {
            open.asking = true;
            self.persistence.claim_again(&open.id);
        }
    }

    /// Takes the attempt on screen over from the tab that has it.
    pub fn continue_here(&mut self) {
        let open = self.open_attempt.as_mut();
        if let Some(open) = open {
            open.takes_over = open.asking;
            if open.asking {
                self.persistence.stop_waiting(&open.id);
            } else {
                open.asking = true;
                self.persistence.take_over(&open.id);
            }
        }
    }

    /// Offers a change that was refused as a file; whether it was refused for good.
    pub fn add_refused_change(
        &mut self,
        key: &RecordKey,
        body: &Rc<str>,
        refused: &Refused,
    ) -> bool {
        let is_preference = key.id().is_none();
        match RefusalReason::of(refused).filter(|_| !is_preference) {
            Some(reason) => {
                self.add_change(key, body.clone(), reason);
                true
            }
            None => false,
        }
    }

    /// Offers an attempt as a file that has vanished from the records while it was on screen.
    pub fn add_vanished(&mut self, attempt: &Attempt) {
        if let Some(key) = Stored::<Attempt>::key_of(attempt) {
            self.add_change(&key, saved::write(attempt).into(), RefusalReason::Deleted);
        }
    }

    fn add_change(&mut self, key: &RecordKey, body: Rc<str>, reason: RefusalReason) {
        // The last one contains those before it.
        self.refused_changes.retain(|one| one.key != *key);
        let key = key.clone();
        self.refused_changes
            .push(RefusedChange { key, body, reason });
    }

    /// Offers a refused change as a backup, from which it can be restored.
    pub fn save_refused(&mut self, place: usize) {
        let Some(refused) = self.refused_changes.get(place) else {
            return;
        };
        let file = self.persistence.backup_of_body(&refused.key, &refused.body);
        if self.offer(&file.name, file.media_type, &file.bytes) {
            self.dismiss_refused(place);
        }
    }

    /// The reader does not need it.
    pub fn dismiss_refused(&mut self, place: usize) {
        if place < self.refused_changes.len() {
            self.refused_changes.remove(place);
        }
    }

    /// What has become of a commit; whether it was refused, and what stands there is another version.
    /// What was done here is offered as a file then.
    pub fn committed(&mut self, commit: &Commit) -> bool {
        self.persistence.committed(commit);
        match &commit.result {
            Ok(_) => false,
            // Another version stands there than the one that was saved as a file: nothing is lost.
            Err(refused) if commit.only_stamps => RefusalReason::of(refused).is_some(),
            Err(refused) => self.add_refused_change(&commit.key, &commit.body, refused),
        }
    }
}
