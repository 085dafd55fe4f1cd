//! Everything that is kept on this device, in memory and in the store behind it.

mod backup;
mod entries;
mod entry;
mod joined;
mod shelf;

pub use backup::{Restore, plan_restore};
pub use entry::{Preferences, Quarantined, SetAside};
pub use shelf::{Shelf, Undo};
