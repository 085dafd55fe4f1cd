//! One number over all scales, which the product does not show.

use model::Polarity;

/// The mean of all scales, limiting ones turned round; `None` if any has no score.
///
/// Nothing says that the scales form one dimension, and a single number hides the profile
/// and invites ranking. It is for a person's own screen at most: it must never reach an
/// export or a group view, and it is off unless someone turns it on.
pub fn mindset_index(scales: &[(Polarity, Option<f64>)]) -> Option<f64> {
    let sum: f64 = scales
        .iter()
        .map(|&(polarity, percent)| match polarity {
            Polarity::Supporting => percent,
            Polarity::Limiting => percent.map(|percent| 100.0 - percent),
        })
        .sum::<Option<f64>>()?;
    (!scales.is_empty()).then(|| sum / scales.len() as f64)
}
