//! One scale's score as it stands in a result file and in the output of the commands.

use crate::instrument::{Band, Instrument};
use crate::scoring::{ScaleScore, Scores};
use serde::{Deserialize, Serialize};

/// How every score is computed: percent of maximum possible.
const METHOD: &str = "pomp";

/// An entry of `scores`. Where there is no score everything that rests on it is null, and
/// `reason` says why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreEntry {
    /// The scale's frozen id.
    pub scale_id: String,
    /// Sum of the keyed answers.
    pub raw: Option<u32>,
    /// Lowest sum the answered items allow.
    pub raw_min: Option<u32>,
    /// Highest sum the answered items allow.
    pub raw_max: Option<u32>,
    /// Percent of maximum possible, 0 to 100 (Cohen, Cohen, Aiken and West, 1999).
    pub percent: Option<f64>,
    /// Conditional standard error, in points (Brennan, 1998); null where the instrument
    /// gives none.
    pub standard_error: Option<f64>,
    /// The 80 % interval, low and high, within 0 to 100.
    pub interval80: Option<[f64; 2]>,
    /// Items answered.
    pub answered: u32,
    /// Items the scale has.
    pub total: u32,
    /// The region of the answer scale; not a norm.
    pub band: Option<Band>,
    /// Whether the score lies within one answer step of a cut between bands.
    pub border: Option<bool>,
    /// How the score is computed: `pomp`.
    pub method: String,
    /// From how many answers on there is a score, and what stands for the missing ones.
    pub missing_rule: String,
    /// Why there is no score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The entries of one person, in the instrument's order of scales.
pub fn score_entries(instrument: &Instrument, scores: &Scores) -> Vec<ScoreEntry> {
    let scales = instrument.scales().iter().zip(&scores.scales);
    scales
        .map(|(scale, score)| entry(&scale.id, score))
        .collect()
}

fn entry(scale_id: &str, score: &ScaleScore) -> ScoreEntry {
    let ScaleScore {
        answered,
        total,
        needed,
        ..
    } = *score;
    let scored = score.scored.as_ref();
    let precision = scored.and_then(|scored| scored.precision);
    ScoreEntry {
        scale_id: scale_id.into(),
        raw: scored.map(|scored| scored.raw),
        raw_min: scored.map(|scored| scored.raw_min),
        raw_max: scored.map(|scored| scored.raw_max),
        percent: scored.map(|scored| scored.percent),
        standard_error: precision.map(|precision| precision.standard_error),
        interval80: precision.map(|precision| [precision.low, precision.high]),
        answered,
        total,
        band: scored.map(|scored| scored.band),
        border: scored.map(|scored| scored.border),
        method: METHOD.into(),
        missing_rule: format!("at least {needed} of {total}; mean of answered"),
        reason: scored
            .is_none()
            .then(|| format!("{answered} of {total} answered; at least {needed} are needed")),
    }
}
