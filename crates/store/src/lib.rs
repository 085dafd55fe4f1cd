//! The records of this device: one truth for every tab.
//!
//! Start with [`Store`]: open, snapshot, commit, delete, undo, refresh, claim. What it needs
//! of the browser is in [`backend`]. What one transaction decides is in `decide`: an operation is
//! a value, and its rules are pure functions of rows. `transaction` runs it, `copies` brings it
//! into the mirror. What a tab knows is in `state`, where the truth is in `opening`, who may write
//! in `claims`. How a record becomes a text is in `row`; which version descends from which is
//! [`Revision`].
//!
//! What holds, by construction:
//! - A record is written only in a transaction that compares: it must descend from what stands
//!   there. A record that is gone is never written again by a save.
//! - Saved is said when the transaction has completed, not before.
//! - What a tab could not save stays in its memory and in the mirror, and is tried again.
//! - A deletion leaves a mark, or raises the epoch, so that no old copy comes back.
//! - Only names under our prefix and in our form are touched.
//!
//! The store knows records, not questionnaires: a body is a text whose meaning is above.

pub mod backend;
mod claims;
mod copies;
mod decide;
#[cfg(feature = "doubles")]
pub mod doubles;
mod key;
mod opening;
mod restore;
mod revision;
mod row;
mod rows;
mod stand_in;
mod state;
mod store;
mod transaction;

use std::rc::Rc;

pub use backend::{Backends, Durability, LocalBoxFuture, Trouble};
pub use claims::{Claim, WriteGuard};
pub use decide::{Quarantined, Undo};
pub use key::{PREFIX, RecordKey};
pub use restore::{Incoming, Restore, plan_restore};
pub use revision::{Descent, Revision};
pub use store::{
    Event, NotDeleted, Options, Persistence, Refused, Snapshot, Standing, Store, Subscription,
    Undone, Writing,
};

/// One version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub key: RecordKey,
    /// Which version this is.
    pub revision: Revision,
    /// When its body last changed, in milliseconds since 1970-01-01T00:00Z, and later than
    /// every record that the changing tab knew, even with the clock set back. For order and
    /// comparison; a date for readers belongs into the body.
    pub changed_at: i64,
    /// What it says.
    pub body: Rc<str>,
}
