//! How a person's own view and a manager's view of that person compare: talking points,
//! in both directions. Difference scores are less reliable than either score (Edwards,
//! 2001), so no test of significance is given.

use super::keyed;
use super::numbers::{correlation, mean};
use model::Answers;
use model::{Instrument, ResponseScale};

/// Items both have answered that the shape measures need at least.
pub const MIN_JOINT: u32 = 18;

/// One scale in both views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleDifference {
    /// Own score minus the manager's, in points.
    pub difference: f64,
    /// Whether the two lie a full answer step apart on average, or more: an anchor in the
    /// content, not a test.
    pub highlighted: bool,
}

/// Scales in both views.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleAgreement {
    /// One entry a scale given; `None` where either view has no score.
    pub scales: Vec<Option<ScaleDifference>>,
    /// Mean difference over the scales both have, in points.
    pub mean: f64,
    /// Profile distance D, the root of the summed squares (Cronbach and Gleser, 1953).
    pub distance: f64,
    /// The same per scale: the root of the mean square.
    pub root_mean_square: f64,
}

/// Compares scores, `(own, manager's)` in points. Give only scales that a manager can
/// observe: beliefs are not. `None` when no scale is scored in both.
pub fn scale_agreement(
    scores: &[(Option<f64>, Option<f64>)],
    response: &ResponseScale,
) -> Option<ScaleAgreement> {
    let full_step = 100.0 / f64::from(response.steps());
    let scales: Vec<Option<ScaleDifference>> = scores
        .iter()
        .map(|&(own, other)| {
            let difference = own? - other?;
            Some(ScaleDifference {
                difference,
                highlighted: difference.abs() >= full_step,
            })
        })
        .collect();
    let both = scales.iter().flatten().map(|scale| scale.difference);
    let differences: Vec<f64> = both.collect();
    let squares: f64 = differences.iter().map(|value| value * value).sum();
    Some(ScaleAgreement {
        mean: mean(&differences)?,
        distance: squares.sqrt(),
        root_mean_square: (squares / differences.len() as f64).sqrt(),
        scales,
    })
}

/// Items in both views, over those that both have answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemAgreement {
    /// Items both have answered.
    pub joint: u32,
    /// Mean absolute difference, in steps of the response scale.
    pub mean_absolute: f64,
    /// Share of items at most one step apart, 0 to 1.
    pub within_one: f64,
    /// Mean difference, own minus the manager's, in steps.
    pub elevation: f64,
    /// Pearson correlation: likeness of shape. `None` below [`MIN_JOINT`] items, or where
    /// either does not vary.
    pub pearson: Option<f64>,
    /// Double-entry intraclass correlation: likeness of shape, level and spread together
    /// (McCrae, 2008; Furr, 2010). `None` as above.
    pub double_entry: Option<f64>,
}

/// Compares keyed answers item by item, in one order. `None` without a joint item.
pub fn item_agreement(own: &[Option<u8>], other: &[Option<u8>]) -> Option<ItemAgreement> {
    let joint = own.iter().zip(other).filter_map(|(&own, &other)| {
        let (own, other) = (own?, other?);
        Some((f64::from(own), f64::from(other)))
    });
    let (own, other): (Vec<f64>, Vec<f64>) = joint.unzip();
    let differences: Vec<f64> = own.iter().zip(&other).map(|(a, b)| a - b).collect();
    let sizes: Vec<f64> = differences.iter().map(|value| value.abs()).collect();
    let close = sizes.iter().filter(|&&size| size <= 1.0).count();
    let enough = own.len() as u32 >= MIN_JOINT;
    let shape = enough.then(|| correlation(&own, &other)).flatten();
    Some(ItemAgreement {
        joint: own.len() as u32,
        mean_absolute: mean(&sizes)?,
        within_one: close as f64 / own.len() as f64,
        elevation: mean(&differences)?,
        pearson: shape,
        double_entry: shape.and_then(|_| double_entry(&own, &other)),
    })
}

/// Pearson's correlation after entering every pair in both orders.
fn double_entry(own: &[f64], other: &[f64]) -> Option<f64> {
    let (mut left, mut right) = (own.to_vec(), other.to_vec());
    left.extend_from_slice(other);
    right.extend_from_slice(own);
    correlation(&left, &right)
}

/// All answers of one person in the direction of their scales, in the instrument's item
/// order; `None` where an item is not answered.
pub fn keyed_answers(instrument: &Instrument, answers: &Answers) -> Vec<Option<u8>> {
    let items = instrument.items().iter().enumerate();
    items
        .map(|(index, item)| {
            let rating = answers.rating(index)?;
            Some(keyed(rating, item.key, instrument.response_scale()))
        })
        .collect()
}
