//! What the answers mean in numbers.
//!
//! Start with `scores.rs`: reverse keying, POMP, the missing rule and the bands of one
//! person's scales, with `precision.rs` for the interval beside a score. Then what else
//! one person's answers say: `quality.rs` (how the questionnaire was filled in),
//! `change.rs` (two moments), `agreement.rs` (self and manager). Last, several people:
//! `group/` adds people up and decides what may be shown, `reliability.rs` and `omega.rs` compute it.
//! `numbers.rs` and `quantiles.rs` hold the statistics they share. `effort.rs` stands apart:
//! from four numbers of the reader's own to conversations a week.
//!
//! Everything here takes checked answers of a known instrument, or plain numbers.

mod agreement;
mod change;
mod effort;
mod even_odd;
mod group;
mod index;
mod numbers;
mod omega;
mod precision;
mod quality;
mod quantiles;
mod reliability;
mod scores;

pub use agreement::{
    ItemAgreement, MIN_JOINT, ScaleAgreement, ScaleDifference, item_agreement, keyed_answers,
    scale_agreement, scale_difference,
};
pub use change::{
    ItemChange, ReliableChange, classical_interval, classical_sem, minimal_change, minimal_steps,
    paired_change, reliable_change,
};
pub use effort::{About, Amount, EFFORT_MAX, Effort, EffortNumbers, Flow, effort};
pub use even_odd::even_odd;
pub use group::{
    FacetSums, GroupFacet, GroupItem, GroupScale, GroupSums, ItemCounts, ItemDistribution,
    ItemSums, ScaleSums, thresholds,
};
pub use index::mindset_index;
pub use omega::{OneFactor, one_factor};
pub use precision::{Precision, conditional_precision};
pub use quality::{Flags, Quality, flags, quality};
pub use reliability::{alpha, alpha_if_dropped, feldt_interval, item_rest};
pub use scores::{ScaleScore, Scored, Scores, keyed, score, score_form};
