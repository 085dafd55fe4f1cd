//! The scale scores of one person.

use super::precision::{EIGHTY, Precision, conditional_precision};
use model::{Answers, Form, Rating};
use model::{Band, Instrument, Key, ResponseScale, ScoringRules};

/// The scores of one person on every scale of the instrument, in the instrument's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// One entry a scale.
    pub scales: Vec<ScaleScore>,
}

/// One scale's score, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleScore {
    /// Items answered.
    pub answered: u32,
    /// Items the scale has.
    pub total: u32,
    /// Items that must be answered before a score is given.
    pub needed: u32,
    /// The score; `None` when too few items are answered. Never 0 in its place.
    pub scored: Option<Scored>,
}

/// A score that could be given.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Sum of the keyed answers.
    pub raw: u32,
    /// Lowest sum the answered items allow.
    pub raw_min: u32,
    /// Highest sum the answered items allow.
    pub raw_max: u32,
    /// Percent of maximum possible, 0 to 100 (POMP; Cohen, Cohen, Aiken and West, 1999).
    pub percent: f64,
    /// Its region of the answer scale; not a norm.
    pub band: Band,
    /// Whether the score lies within one answer step of a cut.
    pub border: bool,
    /// Standard error and 80 % interval, where the instrument allows one and at least two
    /// items are answered. Not to be shown while the quality notice is.
    pub precision: Option<Precision>,
}

/// The answer in the direction of the item's scale. The only home of reverse keying.
pub fn keyed(rating: Rating, key: Key, scale: &ResponseScale) -> u8 {
    match key {
        Key::Plus => rating.value(),
        Key::Minus => scale.max - (rating.value() - scale.min),
    }
}

/// Scores every scale. Too few answers give no score: the mean of the answered items stands
/// for a scale only when most are answered (person-mean proration; Mazza, Enders and
/// Ruehlman, 2015).
///
/// Of a self-report; see [`score_form`].
pub fn score(instrument: &Instrument, answers: &Answers) -> Scores {
    score_form(instrument, Form::SelfReport, answers)
}

/// The same over the items that a form asks. A scale of which it asks nothing has a total of 0
/// and no score.
pub fn score_form(instrument: &Instrument, form: Form, answers: &Answers) -> Scores {
    let response = instrument.response_scale();
    let rules = instrument.rules();
    let scales = instrument
        .scales()
        .iter()
        .map(|scale| {
            let in_form = |&item: &usize| instrument.is_asked(form, item);
            let items: Vec<usize> = scale.items.iter().copied().filter(in_form).collect();
            let values: Vec<u8> = items
                .iter()
                .filter_map(|&item| {
                    let rating = answers.rating(item)?;
                    Some(keyed(rating, instrument.items()[item].key, response))
                })
                .collect();
            let total = items.len() as u32;
            let needed = needed(rules, total);
            let answered = values.len() as u32;
            ScaleScore {
                answered,
                total,
                needed,
                scored: (total > 0 && answered >= needed).then(|| scored(&values, response, rules)),
            }
        })
        .collect();
    Scores { scales }
}

/// Items of `total` that must be answered before there is a score.
pub(super) fn needed(rules: &ScoringRules, total: u32) -> u32 {
    let (numerator, denominator) = rules.min_answered;
    (total * numerator).div_ceil(denominator)
}

fn scored(values: &[u8], response: &ResponseScale, rules: &ScoringRules) -> Scored {
    let n = values.len() as u32;
    let raw: u32 = values.iter().map(|&value| u32::from(value)).sum();
    let (raw_min, raw_max) = (n * u32::from(response.min), n * u32::from(response.max));
    let cuts = rules.cuts;
    let (steps, most) = (raw - raw_min, raw_max - raw_min);
    let (low, high) = (cuts.low_below * most, cuts.high_above * most);
    let at = cuts.parts * steps;
    let band = if at < low {
        Band::Low
    } else if at > high {
        Band::High
    } else {
        Band::Mid
    };
    Scored {
        raw,
        raw_min,
        raw_max,
        percent: 100.0 * f64::from(steps) / f64::from(most),
        band,
        border: at.abs_diff(low).min(at.abs_diff(high)) <= cuts.parts,
        precision: rules
            .precision
            .then(|| conditional_precision(values, response, EIGHTY))
            .flatten(),
    }
}
