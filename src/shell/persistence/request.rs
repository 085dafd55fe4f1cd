//! What is asked of the store in the background, and what comes of it.

use super::restoration::Replacement;
use super::{CONFLICT, Deletion, OLDER, StoreMsg, joined, preferences};
use records::{AgreementRecord, Attempt, InfluenceRecord, StoredRecord};
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
    /// Deletes an attempt, with what belongs to it alone, one agreement or influence, or a piece
    /// that cannot be opened here; each with what was set aside of it.
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
                let deletion = match key.kind() {
                    AgreementRecord::KIND | InfluenceRecord::KIND => Deletion::Joined,
                    _ => Deletion::Attempt,
                };
                let keys = keys_with(key, store);
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
                let contained = contained_in(&replacements, store);
                for one in replacements {
                    let restored = store.restore(one.incoming, one.over.as_ref()).await;
                    refused += usize::from(restored.is_err());
                }
                // One record of an older schema is restored as several: where one of them was
                // refused, only what was set aside has all of it.
                if refused == 0 && !contained.is_empty() {
                    // What cannot be deleted is offered on, and has a button of its own.
                    let _ = store.delete(&contained).await;
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

/// The names of a record, of what belongs to it alone where it is an attempt, and of what was set
/// aside of any of them; with the last record goes the language too.
fn keys_with(key: RecordKey, store: &Store) -> Vec<RecordKey> {
    let (snapshot, quarantined) = (store.snapshot(), store.quarantined());
    let mut keys = match is_attempt(&key) {
        true => joined::keys_only_of(&id_of(&key), &snapshot),
        false => Vec::new(),
    };
    keys.push(key);
    for one in &quarantined {
        if keys.contains(&one.original) {
            keys.push(one.key.clone());
        }
    }
    let language = preferences::key().filter(|language| !keys.contains(language));
    let is_other = |key: &RecordKey| !keys.contains(key) && Some(key) != language.as_ref();
    let is_other_row = |name: &String| keys.iter().all(|key| key.as_str() != name);
    let others = snapshot.records().any(|record| is_other(&record.key))
        || quarantined.iter().any(|one| is_other(&one.key))
        || store.unreadable().keys().any(is_other_row);
    if !others {
        keys.extend(language);
    }
    keys
}

/// Where the versions lie in quarantine that these contain. A damaged one says of no version what
/// was in it.
fn contained_in(replacements: &[Replacement], store: &Store) -> Vec<RecordKey> {
    let mut contained = Vec::new();
    for aside in store.quarantined() {
        let is_version = [CONFLICT, OLDER].contains(&aside.reason.as_str());
        let contains = |one: &Replacement| {
            let revision = one.incoming.revision.as_ref();
            one.incoming.key == aside.original
                && revision.is_some_and(|revision| revision.contains(&aside.revision))
        };
        if is_version && replacements.iter().any(contains) {
            contained.push(aside.key);
        }
    }
    contained
}
