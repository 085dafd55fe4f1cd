//! Whether a score has changed between two moments by more than chance explains.
//!
//! Compare only results of one instrument, version, language and form.

use super::numbers::{mean, variance};

/// Beyond this index a change is reliable: the figure that Jacobson and Truax print.
const CRITICAL: f64 = 1.96;

/// The same quantile of the normal distribution in full, as it stands in an MDC95.
const Z95: f64 = 1.959_963_984_540_054;

/// The classical standard error of measurement, SD times the root of 1 - r, in points
/// (Lord and Novick, 1968). `reliability` lies from 0 to 1. With an assumed SD and
/// reliability the result is an assumption too and must be labelled so.
pub fn classical_sem(sd: f64, reliability: f64) -> f64 {
    sd * (1.0 - reliability).sqrt()
}

/// A score with `z` standard errors on each side, kept within 0 to 100.
pub fn classical_interval(percent: f64, sem: f64, z: f64) -> (f64, f64) {
    ((percent - z * sem).max(0.0), (percent + z * sem).min(100.0))
}

/// The difference between two scores of one person against its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliableChange {
    /// Standard error of the difference, in points.
    pub standard_error: f64,
    /// Second score minus first, in standard errors.
    pub index: f64,
    /// Whether the index lies beyond 1.96 on either side.
    pub reliable: bool,
}

/// The reliable change index (Jacobson and Truax, 1991; on the choice of the standard error
/// Maassen, 2004). Scores and `sem`, which is above 0, are in points.
pub fn reliable_change(first: f64, second: f64, sem: f64) -> ReliableChange {
    let standard_error = sem * 2.0_f64.sqrt();
    let index = (second - first) / standard_error;
    ReliableChange {
        standard_error,
        index,
        reliable: index.abs() > CRITICAL,
    }
}

/// The minimal detectable change, in points (MDC95): what 95 % of differences without a real
/// change stay below.
pub fn minimal_change(sem: f64) -> f64 {
    Z95 * 2.0_f64.sqrt() * sem
}

/// How many answer steps a scale must move to pass the minimal detectable change. `range` is
/// the number of answer steps from its lowest to its highest score: 32 for 8 items of 1 to 5.
pub fn minimal_steps(sem: f64, range: u32) -> u32 {
    (minimal_change(sem) * f64::from(range) / 100.0).floor() as u32 + 1
}

/// How the answers to the items of one scale moved; descriptive only.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// Second minus first keyed answer, item by item.
    pub moves: Vec<i32>,
    /// Mean move, in steps of the response scale.
    pub mean: f64,
    /// The same in points of the score.
    pub points: f64,
    /// Standard deviation of the moves; `None` for fewer than two items.
    pub sd: Option<f64>,
    /// Mean move in its standard errors, with one degree of freedom fewer than items;
    /// `None` where every item moved alike.
    pub t: Option<f64>,
    /// Items that moved two steps or more.
    pub moved_two: u32,
}

/// Compares the keyed answers to items answered both times, in one order. `steps` is the
/// number of steps of the response scale. `None` without items.
pub fn paired_change(first: &[u8], second: &[u8], steps: u32) -> Option<ItemChange> {
    let pairs = first.iter().zip(second);
    let moves: Vec<i32> = pairs.map(|(&a, &b)| i32::from(b) - i32::from(a)).collect();
    let values: Vec<f64> = moves.iter().map(|&moved| f64::from(moved)).collect();
    let mean = mean(&values)?;
    let sd = variance(&values).map(f64::sqrt);
    Some(ItemChange {
        mean,
        points: 100.0 * mean / f64::from(steps),
        sd,
        t: sd
            .filter(|&sd| sd > 0.0)
            .map(|sd| mean * (values.len() as f64).sqrt() / sd),
        moved_two: moves.iter().filter(|moved| moved.abs() >= 2).count() as u32,
        moves,
    })
}
