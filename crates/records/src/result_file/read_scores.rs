//! The scores stored in a file, held against the ones its answers give.

use super::ImportError;
use super::fields::{Points, ShortText, Text, Whole, present};
use super::format::MAX_ID;
use super::read::{bad, twice};
use super::scores::{ScoreEntry, score_entries};
use model::Instrument;
use scoring::Scores;
use serde::Deserialize;

/// Two figures closer than this are the same; below what any reader could see.
const TOLERANCE: f64 = 1e-6;

/// Highest sum or count that is read.
const MAX_SUM: u32 = 1_000_000;

/// One scale whose stored figures are not what the answers give.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Scale index.
    pub scale: usize,
    /// Percent in the file; `None` if the file gives no score.
    pub stored: Option<f64>,
    /// Percent computed from the answers; `None` if they give no score.
    pub computed: Option<f64>,
    /// Whether a figure other than the percent differs: a sum, a count, the band, the
    /// border flag, the standard error or the interval.
    pub other_figures: bool,
}

/// An entry of `scores` as it is read: a figure that is absent is not compared, and one that is
/// null is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StoredScore {
    scale_id: ShortText,
    #[serde(default, deserialize_with = "present")]
    raw: Option<Option<Sum>>,
    #[serde(default, deserialize_with = "present")]
    raw_min: Option<Option<Sum>>,
    #[serde(default, deserialize_with = "present")]
    raw_max: Option<Option<Sum>>,
    #[serde(deserialize_with = "Option::deserialize")]
    percent: Option<Points>,
    standard_error: Option<Points>,
    interval80: Option<Vec<Points>>,
    #[serde(default, deserialize_with = "present")]
    answered: Option<Option<Sum>>,
    #[serde(default, deserialize_with = "present")]
    total: Option<Option<Sum>>,
    #[serde(default, deserialize_with = "present")]
    band: Option<Option<StoredBand>>,
    #[serde(default, deserialize_with = "present")]
    border: Option<Option<bool>>,
    #[serde(rename = "method")]
    _method: Option<Text<MAX_ID>>,
    #[serde(rename = "missingRule")]
    _missing_rule: Option<Text<MAX_ID>>,
    #[serde(rename = "reason")]
    _reason: Option<Text<MAX_ID>>,
}

type Sum = Whole<0, MAX_SUM>;

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StoredBand {
    Low,
    Mid,
    High,
}

impl StoredBand {
    fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Mid => "mid",
            Self::High => "high",
        }
    }
}

/// Lists the scales where the stored scores differ from the computed ones.
pub(super) fn differences(
    list: &[StoredScore],
    instrument: &Instrument,
    scores: &Scores,
) -> Result<Vec<Difference>, ImportError> {
    let computed = score_entries(instrument, scores);
    // By scale: the stored percent, and whether another figure differs. A scale that the
    // file leaves out has no stored score.
    let mut stored: Vec<Option<(Option<f64>, bool)>> = vec![None; computed.len()];
    for (n, entry) in list.iter().enumerate() {
        let named = || format!("scores[{n}].scaleId");
        let scale = computed
            .iter()
            .position(|known| known.scale_id == entry.scale_id.0)
            .ok_or_else(|| bad(named()))?;
        let ends = match entry.interval80.as_deref() {
            None => None,
            Some([low, high]) => Some([low.0, high.0]),
            Some(_) => return Err(bad(format!("scores[{n}].interval80"))),
        };
        let percent = entry.percent.map(|percent| percent.0);
        let other = others_differ(entry, ends, &computed[scale]);
        if stored[scale].replace((percent, other)).is_some() {
            return Err(twice(named()));
        }
    }
    let each = computed.iter().zip(stored).enumerate();
    Ok(each
        .filter_map(|(scale, (computed, stored))| {
            let (stored, other_figures) = stored.unwrap_or_default();
            (other_figures || !same(stored, computed.percent)).then_some(Difference {
                scale,
                stored,
                computed: computed.percent,
                other_figures,
            })
        })
        .collect())
}

fn others_differ(entry: &StoredScore, ends: Option<[f64; 2]>, computed: &ScoreEntry) -> bool {
    let sums = [
        (entry.raw, computed.raw),
        (entry.raw_min, computed.raw_min),
        (entry.raw_max, computed.raw_max),
        (entry.answered, Some(computed.answered)),
        (entry.total, Some(computed.total)),
    ];
    let sums = sums
        .into_iter()
        .any(|(stored, computed)| stored.is_some_and(|stored| stored.map(|sum| sum.0) != computed));
    let band = entry.band;
    let band = band.is_some_and(|band| band.map(StoredBand::name) != computed.band);
    let border = entry.border.is_some_and(|border| border != computed.border);
    // Precision is compared where both sides give it: a file may leave it out.
    let error = entry.standard_error;
    let error = error.is_some_and(|stored| apart(stored.0, computed.standard_error));
    let interval = ends.is_some_and(|stored| {
        let end = |n: usize| apart(stored[n], computed.interval80.map(|ends| ends[n]));
        end(0) || end(1)
    });
    sums || band || border || error || interval
}

fn apart(stored: f64, computed: Option<f64>) -> bool {
    computed.is_some_and(|computed| (stored - computed).abs() > TOLERANCE)
}

fn same(stored: Option<f64>, computed: Option<f64>) -> bool {
    match (stored, computed) {
        (Some(stored), Some(computed)) => !apart(stored, Some(computed)),
        (stored, computed) => stored.is_none() && computed.is_none(),
    }
}
