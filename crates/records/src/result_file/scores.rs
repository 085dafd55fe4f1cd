//! The entries of `scores`, as they stand in a file and in the output of the commands.

use model::{Band, Instrument};
use scoring::{ScaleScore, Scores};
use serde::Serialize;

/// One scale's score in the published form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreEntry<'a> {
    /// Id of the scale.
    pub scale_id: &'a str,
    /// Sum of the keyed answers; null without a score, as are the others up to `interval80`.
    pub raw: Option<u32>,
    /// Lowest sum the answered items allow.
    pub raw_min: Option<u32>,
    /// Highest sum the answered items allow.
    pub raw_max: Option<u32>,
    /// Percent of maximum possible, 0 to 100.
    pub percent: Option<f64>,
    /// Conditional standard error, in points.
    pub standard_error: Option<f64>,
    /// 80 % interval, lower and upper end.
    pub interval80: Option<[f64; 2]>,
    /// Items answered.
    pub answered: u32,
    /// Items of the scale.
    pub total: u32,
    /// `low`, `mid` or `high`; null without a score.
    pub band: Option<&'static str>,
    /// Whether the score lies within one answer step of a cut; null without a score.
    pub border: Option<bool>,
    /// How `percent` came about.
    pub method: &'static str,
    /// What was done about items without an answer, and from how many a score is given.
    pub missing_rule: String,
    /// Why there is no score; only then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

/// The entries of all scales, in the instrument's order.
pub fn score_entries<'a>(instrument: &'a Instrument, scores: &Scores) -> Vec<ScoreEntry<'a>> {
    let scales = instrument.scales().iter().zip(&scores.scales);
    scales
        .map(|(scale, score)| entry(&scale.id, score))
        .collect()
}

fn entry<'a>(scale_id: &'a str, score: &ScaleScore) -> ScoreEntry<'a> {
    let scored = score.scored.as_ref();
    let precision = scored.and_then(|scored| scored.precision);
    let mut missing_rule = String::from("person-mean-from-");
    missing_rule.push_str(&score.needed.to_string());
    missing_rule.push_str("-of-");
    missing_rule.push_str(&score.total.to_string());
    ScoreEntry {
        scale_id,
        raw: scored.map(|scored| scored.raw),
        raw_min: scored.map(|scored| scored.raw_min),
        raw_max: scored.map(|scored| scored.raw_max),
        percent: scored.map(|scored| scored.percent),
        standard_error: precision.map(|precision| precision.standard_error),
        interval80: precision.map(|precision| [precision.low, precision.high]),
        answered: score.answered,
        total: score.total,
        band: scored.map(|scored| band_name(scored.band)),
        border: scored.map(|scored| scored.border),
        method: "pomp",
        missing_rule,
        reason: scored.is_none().then_some(match score.total {
            0 => "not_asked",
            _ => "too_few_answered",
        }),
    }
}

fn band_name(band: Band) -> &'static str {
    match band {
        Band::Low => "low",
        Band::Mid => "mid",
        Band::High => "high",
    }
}
