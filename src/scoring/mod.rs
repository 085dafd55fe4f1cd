//! What the answers mean in numbers.
//!
//! Start with `scores.rs`: reverse keying, POMP, the missing rule and the bands of one
//! person's scales. Everything here takes checked answers of a known instrument.

mod scores;

pub use scores::{Precision, ScaleScore, Scored, Scores, keyed, score};
