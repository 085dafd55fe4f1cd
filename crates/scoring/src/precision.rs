//! How precise one person's score is, from that person's own answers alone.

use super::numbers::whole_variance;
use super::quantiles::student;
use model::ResponseScale;

/// How far the items of a scale agree with each other in this person's answers. It covers
/// the choice of items only, not how the person varies from day to day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// Conditional standard error of the score, in points (Brennan, 1998).
    pub standard_error: f64,
    /// Lower end of the interval, not below 0.
    pub low: f64,
    /// Upper end of the interval, not above 100.
    pub high: f64,
}

/// The t quantile of an 80 % interval.
pub(super) const EIGHTY: f64 = 0.9;

/// The variance of rounding to whole answers: equal answers are not perfect knowledge.
const FLOOR: f64 = 1.0 / 12.0;

/// The conditional standard error of a POMP score and its interval (absolute error;
/// Brennan, 1998, Applied Psychological Measurement 22, 307-331).
///
/// `keyed` are the answered items of one scale in its direction, `quantile` the upper t
/// quantile from 0.85 to below 1: 0.9 for an 80 % interval. `None` for fewer than two
/// answers.
pub fn conditional_precision(
    keyed: &[u8],
    response: &ResponseScale,
    quantile: f64,
) -> Option<Precision> {
    let n = keyed.len() as u32;
    let point = 100.0 / f64::from(response.steps());
    let spread = whole_variance(keyed.iter().copied())?.max(FLOOR);
    let standard_error = point * (spread / f64::from(n)).sqrt();
    let sum: u32 = keyed.iter().map(|&value| u32::from(value)).sum();
    let steps = sum - n * u32::from(response.min);
    let percent = 100.0 * f64::from(steps) / f64::from(n * response.steps());
    let half = student(quantile, n - 1) * standard_error;
    Some(Precision {
        standard_error,
        low: (percent - half).max(0.0),
        high: (percent + half).min(100.0),
    })
}
