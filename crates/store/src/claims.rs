//! One writer a record: a lock held while it is open for answering.

use std::any::Any;
use std::rc::{Rc, Weak};

use crate::backend::{Ask, Asked};
use crate::store::{Event, Inner};
use crate::{RecordKey, Store};

/// How long, in milliseconds, and how often a claim waits for a lock that this very tab has
/// just given up, or one that was closed.
const RELEASE_WAIT: u32 = 40;
const RELEASE_TRIES: u32 = 25;

/// Whether this tab may write a record that several tabs could have open.
#[derive(Debug)]
pub enum Claim {
    /// It may, until the guard is dropped or another tab takes over.
    Writer(WriteGuard),
    /// Another tab writes it: show it, and offer to continue here with
    /// [`Store::take_over`].
    ReadOnly,
}

/// Keeps the right to write a record; dropping it gives the right up.
#[must_use = "dropping it gives the right to write up"]
pub struct WriteGuard {
    release: Rc<Release>,
}

/// Gives the right up once no screen of this tab has it any more.
pub(crate) struct Release {
    store: Weak<Inner>,
    key: RecordKey,
    number: u32,
}

impl std::fmt::Debug for WriteGuard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WriteGuard({})", self.release.key)
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        if let Some(store) = self.store.upgrade() {
            let mut state = store.state_mut();
            let slot = state.slot(&self.key);
            // A right that another tab has stays refused until it is asked for again.
            let held = slot
                .claim
                .take_if(|held| held.number == self.number && !matches!(held.right, Right::Lost));
            slot.awaits_release |= held.is_some();
            drop(state);
            drop(held);
        }
    }
}

/// What a tab knows about its right to write one record.
pub(crate) struct Held {
    /// Which claim of this tab it is.
    pub(crate) number: u32,
    pub(crate) right: Right,
    release: Weak<Release>,
}

pub(crate) enum Right {
    /// The lock itself; without locks in this browser there is nothing to hold.
    Writer { _lock: Option<Box<dyn Any>> },
    /// Given up while the page is hidden for good or cached; asked for again on return.
    Suspended,
    /// Another tab has it.
    Lost,
}

impl Store {
    /// Asks for the right to write this record, as its screen opens. Where the browser has no
    /// locks everyone gets it, and the comparison at each commit decides.
    pub async fn claim(&self, key: &RecordKey) -> Claim {
        self.ask(key, Ask::IfFree).await
    }

    /// Asks once more, when a screen that was refused it is shown again. A browser gives up the lock
    /// of a closed tab later than it shows the next one, so this waits for up to a second.
    pub async fn claim_again(&self, key: &RecordKey) -> Claim {
        self.0.state_mut().slot(key).awaits_release = true;
        self.ask(key, Ask::IfFree).await
    }

    /// Has a claim of this record that waits for a release wait no longer, and be refused unless
    /// it is free by now: its reader has said to take it over.
    pub fn stop_waiting(&self, key: &RecordKey) {
        self.0.state_mut().slot(key).awaits_release = false;
    }

    /// Takes the right to write this record from the tab that has it; that tab hears
    /// [`Event::ClaimLost`], and this one reads the truth anew.
    pub async fn take_over(&self, key: &RecordKey) -> Claim {
        let claim = self.ask(key, Ask::Steal).await;
        // What could not be read is found at the first commit.
        let _ = self.refresh().await;
        claim
    }

    async fn ask(&self, key: &RecordKey, ask: Ask) -> Claim {
        if let Some(guard) = self.0.claimed(key) {
            return Claim::Writer(guard);
        }
        let number = self.0.state_mut().next_number();
        let mut tries = RELEASE_TRIES;
        let right = loop {
            let right = self.request(key, number, ask).await;
            // Perhaps it is the lock of this tab or of a closed one, which the browser is still giving up.
            let waits = self.0.state_mut().slot(key).awaits_release;
            if !matches!(right, Right::Lost) || !waits || tries == 0 {
                break right;
            }
            tries -= 1;
            self.0.backends.clock.sleep(RELEASE_WAIT).await;
        };
        let release = Rc::new(Release {
            store: Rc::downgrade(&self.0),
            key: key.clone(),
            number,
        });
        let mut state = self.0.state_mut();
        // The page may have left while the lock was on its way: it is asked for on return.
        let right = match right {
            Right::Writer { .. } if state.suspended => Right::Suspended,
            right => right,
        };
        let slot = state.slot(key);
        slot.awaits_release = false;
        let read_only = matches!(right, Right::Lost);
        let held = Held {
            number,
            right,
            release: Rc::downgrade(&release),
        };
        let before = slot.claim.replace(held);
        drop(state);
        drop(before);
        match read_only {
            true => Claim::ReadOnly,
            false => Claim::Writer(WriteGuard { release }),
        }
    }

    async fn request(&self, key: &RecordKey, number: u32, ask: Ask) -> Right {
        let Some(locks) = self.0.backends.locks.clone() else {
            return Right::Writer { _lock: None };
        };
        let (store, lost_key) = (Rc::downgrade(&self.0), key.clone());
        let lost = Box::new(move || {
            if let Some(store) = store.upgrade() {
                store.lose(&lost_key, number);
            }
        });
        let name = [crate::PREFIX, key.as_str()].concat();
        match locks.request(&name, ask, lost).await {
            Asked::Held(guard) => Right::Writer { _lock: Some(guard) },
            Asked::Taken => Right::Lost,
            Asked::Unsupported => Right::Writer { _lock: None },
        }
    }

    /// Gives up what keeps a page out of the back/forward cache, on `pagehide`. Until
    /// [`Self::resume`] every commit is refused with [`crate::Refused::ReadOnly`]: nothing is
    /// begun on leaving that was not begun before. What is under way goes on, and a copy of it
    /// is in the mirror.
    pub fn suspend(&self) {
        let mut locks = Vec::new();
        let mut state = self.0.state_mut();
        state.suspended = true;
        for (_, slot) in state.slots.iter_mut() {
            let claim = slot.claim.as_mut();
            if let Some(held) = claim.filter(|held| matches!(held.right, Right::Writer { .. })) {
                locks.push(std::mem::replace(&mut held.right, Right::Suspended));
            }
        }
        drop(state);
        drop(locks);
        self.0.leave_pending();
    }

    /// Asks again for what [`Self::suspend`] gave up, on `pageshow`, and reads the truth anew.
    /// A right that another tab has taken meanwhile is lost: [`Event::ClaimLost`].
    pub async fn resume(&self) {
        let returning = self.0.returning();
        for (key, number) in returning {
            let right = self.request(&key, number, Ask::IfFree).await;
            if matches!(right, Right::Lost) {
                self.0.lose(&key, number);
                continue;
            }
            let mut state = self.0.state_mut();
            let suspended = state.suspended;
            let current = state.slot(&key).claim.as_mut();
            let unused = match current.filter(|held| held.number == number) {
                Some(held) if !suspended => std::mem::replace(&mut held.right, right),
                _ => right,
            };
            drop(state);
            drop(unused);
        }
        // What could not be read is found at the first commit.
        let _ = self.refresh().await;
    }
}

impl Inner {
    /// The right that another screen of this tab has, shared.
    fn claimed(&self, key: &RecordKey) -> Option<WriteGuard> {
        let state = self.state();
        let held = state.slots.get(key)?.claim.as_ref()?;
        let writes = matches!(held.right, Right::Writer { .. });
        let release = held.release.upgrade().filter(|_| writes)?;
        Some(WriteGuard { release })
    }

    /// The claims to ask for again, now that the page is back.
    fn returning(&self) -> Vec<(RecordKey, u32)> {
        let mut state = self.state_mut();
        state.suspended = false;
        let mut returning = Vec::new();
        for (key, slot) in &state.slots {
            if let Some(held) = &slot.claim
                && matches!(held.right, Right::Suspended)
            {
                returning.push((key.clone(), held.number));
            }
        }
        returning
    }

    fn lose(&self, key: &RecordKey, number: u32) {
        let mut state = self.state_mut();
        let current = state.slot(key).claim.as_mut();
        let Some(held) = current.filter(|held| held.number == number) else {
            return;
        };
        let before = std::mem::replace(&mut held.right, Right::Lost);
        drop(state);
        drop(before);
        self.say(&Event::ClaimLost(key.clone()));
    }
}
