//! Even-odd consistency, for research only.

use super::numbers::{correlation, mean};

/// How little the odd and the even items of a person's scales agree: their correlation over
/// the scales, stepped up by Spearman-Brown, not below -1, sign turned (Johnson, 2005; the
/// R package careless). From -1, consistent, to 1. `None` where a half does not vary over
/// the scales, or a scale has fewer than two items.
///
/// With four scales this rests on four points a person: never a flag, never on a screen.
pub fn even_odd(keyed_by_scale: &[&[u8]]) -> Option<f64> {
    let half = |from: usize| -> Option<Vec<f64>> {
        keyed_by_scale
            .iter()
            .map(|items| {
                let values: Vec<f64> = items
                    .iter()
                    .skip(from)
                    .step_by(2)
                    .map(|&value| f64::from(value))
                    .collect();
                mean(&values)
            })
            .collect()
    };
    let r = correlation(&half(0)?, &half(1)?)?;
    Some(-(2.0 * r / (1.0 + r)).max(-1.0))
}
