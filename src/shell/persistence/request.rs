//! What is asked of the store in the background, and what comes of it.

use super::restoration::Replacement;
use super::{Deletion, StoreMsg, joined, preferences};
use records::{Attempt, StoredRecord};
use store::{Quarantined, Record, RecordKey, Store, Undo};

/// Something that is asked of the store. One function answers all of it: each of its own would
/// be compiled into a state machine of its own.
pub(super) enum Request {
    /// Reads the records anew.
    Refresh,
    /// The same for a page that comes back from being left for this many times, and asks again
    /// for what it gave up.
    Resume(u32),
    /// Asks for the right to change an attempt.
    Claim(RecordKey),
    /// Asks for it once more, after it was refused.
    ClaimAgain(RecordKey),
    /// Takes that right from the tab that has it.
    TakeOver(RecordKey),
    /// Deletes an attempt, with what belongs to it alone, or one agreement or influence.
    Delete(RecordKey),
    /// Deletes everything.
    DeleteEverything,
    /// Puts back what was deleted.
    Undo(Undo),
    /// Writes what a backup holds.
    Restore(Vec<Replacement>),
    /// Moves records that cannot be read to quarantine, and those out of it that can be read by now.
    LookIntoQuarantine {
        /// Each with the reason that is stored with it.
        set_apart: Vec<(Record, &'static str)>,
        readable: Vec<Quarantined>,
    },
}

impl Request {
    /// Does what is asked for.
    pub(super) async fn perform(self, store: &Store) -> StoreMsg {
        if self.begins_by_reading() {
            // What could not be read stays as it was, and is read at the next opening.
            let _ = store.refresh().await;
        }
        match self {
            Self::Refresh => StoreMsg::Refreshed,
            Self::Resume(suspensions) => {
                store.resume().await;
                StoreMsg::Resumed(suspensions)
            }
            Self::Claim(key) => StoreMsg::Claimed(id_of(&key), store.claim(&key).await),
            Self::ClaimAgain(key) => StoreMsg::Claimed(id_of(&key), store.claim_again(&key).await),
            Self::TakeOver(key) => StoreMsg::Claimed(id_of(&key), store.take_over(&key).await),
            Self::Delete(key) => {
                let (deletion, keys) = match is_attempt(&key) {
                    true => (Deletion::Attempt, keys_with(key, store)),
                    false => (Deletion::Joined, vec![key]),
                };
                StoreMsg::Deleted(deletion, store.delete(&keys).await)
            }
            Self::DeleteEverything => {
                StoreMsg::Deleted(Deletion::Everything, store.delete_all().await)
            }
            Self::Undo(undo) => {
                let undone = store.undo(&undo).await;
                StoreMsg::Undone(undo, undone)
            }
            Self::Restore(replacements) => {
                let mut refused = 0;
                for one in replacements {
                    let restored = store.restore(one.incoming, one.over.as_ref()).await;
                    refused += usize::from(restored.is_err());
                }
                StoreMsg::Restored(refused)
            }
            Self::LookIntoQuarantine {
                set_apart,
                readable,
            } => {
                for (record, reason) in &set_apart {
                    // Where it cannot be moved it stays under its own name, and is offered all
                    // the same.
                    let _ = store.quarantine(record, reason).await;
                }
                for one in &readable {
                    let _ = store.release(one).await;
                }
                StoreMsg::Refreshed
            }
        }
    }

    /// Whether the records are read anew first. Before an attempt is deleted another tab may have
    /// stored something that belongs to it.
    fn begins_by_reading(&self) -> bool {
        match self {
            Self::Refresh => true,
            Self::Delete(key) => is_attempt(key),
            _ => false,
        }
    }
}

fn is_attempt(key: &RecordKey) -> bool {
    key.kind() == Attempt::KIND
}

fn id_of(key: &RecordKey) -> String {
    key.id().unwrap_or_default().to_owned()
}

/// The names of an attempt and of what belongs to it alone; with the last record goes the
/// language too.
fn keys_with(attempt: RecordKey, store: &Store) -> Vec<RecordKey> {
    let snapshot = store.snapshot();
    let mut keys = joined::keys_only_of(&id_of(&attempt), &snapshot);
    keys.push(attempt);
    let language = preferences::key();
    let is_other = |key: &RecordKey| !keys.contains(key) && Some(key) != language.as_ref();
    let others = snapshot.records().any(|record| is_other(&record.key))
        || !store.quarantined().is_empty()
        || !store.unreadable().is_empty();
    if !others {
        keys.extend(language);
    }
    keys
}
