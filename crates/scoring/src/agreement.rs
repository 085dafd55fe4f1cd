//! How a person's own view and a manager's view of that person compare: talking points,
//! in both directions. Difference scores are less reliable than either score (Edwards,
//! 2001), so no test of significance is given.

use super::numbers::{correlation, mean};
use super::{Scored, keyed};
use model::Answers;
use model::{Instrument, ResponseScale};

/// Items both have answered that the shape measures need at least.
pub const MIN_JOINT: u32 = 18;

/// One scale in both views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleDifference {
    /// Own score minus the manager's, in points; rounded once, so that differences that are equal
    /// compare as equal.
    pub difference: f64,
    /// Whether the two lie a full answer step apart on average, or more: an anchor in the
    /// content, not a test. On a scale of 1 to 5 that is 25 points.
    pub highlighted: bool,
    /// Whether the two lie less than half an answer step apart on average, so that whole answers
    /// would mostly be the same; an anchor too. On a scale of 1 to 5 that is less than 12.5 points.
    pub alike: bool,
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

/// Compares two scores of one scale. The anchors are compared in integers.
pub fn scale_difference(own: &Scored, other: &Scored, response: &ResponseScale) -> ScaleDifference {
    let share = |one: &Scored| {
        let (steps, most) = (one.raw - one.raw_min, one.raw_max - one.raw_min);
        (i64::from(steps), i64::from(most))
    };
    let ((own, own_most), (other, other_most)) = (share(own), share(other));
    // The difference as a share of the range is `apart / range`.
    let (apart, range) = (own * other_most - other * own_most, own_most * other_most);
    let in_steps = apart.abs() * i64::from(response.steps());
    ScaleDifference {
        difference: (100 * apart) as f64 / range as f64,
        highlighted: in_steps >= range,
        alike: 2 * in_steps < range,
    }
}

/// Compares scores, `(own, manager's)`. Give only scales that a manager can observe: beliefs
/// are not. `None` when no scale is scored in both.
pub fn scale_agreement(
    scores: &[(Option<&Scored>, Option<&Scored>)],
    response: &ResponseScale,
) -> Option<ScaleAgreement> {
    let scales: Vec<Option<ScaleDifference>> = scores
        .iter()
        .map(|&(own, other)| Some(scale_difference(own?, other?, response)))
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
    let joint = own.iter().zip(other);
    let joint: Vec<(u8, u8)> = joint
        .filter_map(|(&own, &other)| Some((own?, other?)))
        .collect();
    let numbers = joint.iter().map(|&(a, b)| (f64::from(a), f64::from(b)));
    let (own, other): (Vec<f64>, Vec<f64>) = numbers.unzip();
    let differences: Vec<f64> = own.iter().zip(&other).map(|(a, b)| a - b).collect();
    let sizes: Vec<f64> = differences.iter().map(|value| value.abs()).collect();
    let close = sizes.iter().filter(|&&size| size <= 1.0).count();
    let enough = joint.len() as u32 >= MIN_JOINT;
    let shape = enough.then(|| correlation(&own, &other)).flatten();
    Some(ItemAgreement {
        joint: joint.len() as u32,
        mean_absolute: mean(&sizes)?,
        within_one: close as f64 / own.len() as f64,
        elevation: mean(&differences)?,
        pearson: shape,
        double_entry: shape.map(|_| double_entry(&joint)),
    })
}

/// Pearson's correlation after entering every pair in both orders, which both vary. One division of
/// whole numbers: a value that lies at a cut is not moved across it by rounding.
fn double_entry(joint: &[(u8, u8)]) -> f64 {
    let (mut sum, mut products, mut squares) = (0, 0, 0);
    for &(own, other) in joint {
        let (own, other) = (i64::from(own), i64::from(other));
        sum += own + other;
        products += own * other;
        squares += own * own + other * other;
    }
    let twice = 2 * joint.len() as i64;
    (2 * twice * products - sum * sum) as f64 / (twice * squares - sum * sum) as f64
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
