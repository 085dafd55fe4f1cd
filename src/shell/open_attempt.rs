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
}

/// Why something that was done here is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeldReason {
    /// It was deleted in another tab.
    Deleted,
    /// Another tab changed it.
    Changed,
    /// Another tab has taken it over.
    Elsewhere,
}

/// Something that was done here and is not stored. It is offered as a file.
pub(crate) struct Held {
    pub key: RecordKey,
    pub body: Rc<str>,
    pub reason: HeldReason,
}

impl HeldReason {
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
            });
            if let Some(id) = id {
                self.persistence.claim(id);
            }
        }
    }

    /// The right to change the attempt with this id was given, or not.
    pub fn claimed(&mut self, id: &str, claim: Claim) {
        if let Some(open) = self.open_attempt.as_mut().filter(|open| open.id == id) {
            open.access = match claim {
                Claim::Writer(guard) => Access::Writer { _guard: guard },
                Claim::ReadOnly => Access::ReadOnly,
            };
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
    pub fn claim_again(&self) {
        if let Some(open) = self.open_attempt.as_ref().filter(|_| self.is_read_only()) {
            self.persistence.claim(&open.id);
        }
    }

    /// Takes the attempt on screen over from the tab that has it.
    pub fn continue_here(&self) {
        if let Some(open) = &self.open_attempt {
            self.persistence.take_over(&open.id);
        }
    }

    /// Holds back what was refused; whether it was.
    pub fn hold_refused(&mut self, key: &RecordKey, body: &Rc<str>, refused: &Refused) -> bool {
        let is_preference = key.id().is_none();
        match HeldReason::of(refused).filter(|_| !is_preference) {
            Some(reason) => {
                self.hold(key, body.clone(), reason);
                true
            }
            None => false,
        }
    }

    /// Holds back an attempt that has vanished from the records while it was on screen.
    pub fn hold_vanished(&mut self, attempt: &Attempt) {
        if let Some(key) = Stored::<Attempt>::key_of(attempt) {
            self.hold(&key, saved::write(attempt).into(), HeldReason::Deleted);
        }
    }

    fn hold(&mut self, key: &RecordKey, body: Rc<str>, reason: HeldReason) {
        // The last one holds what the ones before it do.
        self.held.retain(|held| held.key != *key);
        let key = key.clone();
        self.held.push(Held { key, body, reason });
    }

    /// Offers what is held back as a backup, from which it can be restored.
    pub fn save_held(&mut self, place: usize) {
        let Some(held) = self.held.get(place) else {
            return;
        };
        let file = self.persistence.backup_of_body(&held.key, &held.body);
        if self.offer(&file.name, file.media_type, &file.bytes) {
            self.dismiss_held(place);
        }
    }

    /// The reader does not need what is held back.
    pub fn dismiss_held(&mut self, place: usize) {
        if place < self.held.len() {
            self.held.remove(place);
        }
    }

    /// What has become of a commit: what was refused is held back.
    pub fn committed(&mut self, commit: &Commit) -> bool {
        self.persistence.committed(commit);
        match &commit.result {
            Ok(_) => false,
            Err(refused) => self.hold_refused(&commit.key, &commit.body, refused),
        }
    }
}
