//! Figures of a group: sums over its people, and what may be said of them.
//!
//! `sums.rs` adds one person after another, by means of `scale_sums.rs` and `item_sums.rs`. A group
//! takes as much memory as its questionnaire is long, however many people are in it; groups can be
//! put together, and the order in which people come makes no difference to any figure.
//! `thresholds.rs` says from how many people on a figure is given, and `figures.rs` gives it.

mod figures;
mod item_sums;
mod scale_sums;
mod sums;
pub mod thresholds;

pub use figures::{GroupFacet, GroupItem, GroupScale, ItemDistribution};
pub use item_sums::ItemSums;
pub use scale_sums::{FacetSums, ScaleSums};
pub use sums::{GroupSums, ItemCounts};
