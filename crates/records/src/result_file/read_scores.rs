//! The scores stored in a file, held against the ones its answers give.

use super::ImportError;
use super::format::MAX_ID;
use super::place::At;
use super::scores::{ScoreEntry, score_entries};
use model::Instrument;
use scoring::Scores;

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

/// Checks the stored scores and lists the scales where they differ from the computed ones.
pub(super) fn differences(
    list: &At,
    instrument: &Instrument,
    scores: &Scores,
) -> Result<Vec<Difference>, ImportError> {
    let computed = score_entries(instrument, scores);
    // By scale: the stored percent, and whether another figure differs. A scale that the
    // file leaves out has no stored score.
    let mut stored: Vec<Option<(Option<f64>, bool)>> = vec![None; computed.len()];
    for entry in list.list()? {
        let named = entry.field("scaleId")?;
        let id = named.id()?;
        let scale = computed
            .iter()
            .position(|known| known.scale_id == id)
            .ok_or_else(|| named.bad())?;
        let percent = entry.field("percent")?.nullable(points)?;
        let other = others_differ(&entry, &computed[scale])?;
        if stored[scale].replace((percent, other)).is_some() {
            return Err(named.twice());
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

fn others_differ(entry: &At, computed: &ScoreEntry) -> Result<bool, ImportError> {
    let mut differs = false;
    for (name, computed) in [
        ("raw", computed.raw),
        ("rawMin", computed.raw_min),
        ("rawMax", computed.raw_max),
        ("answered", Some(computed.answered)),
        ("total", Some(computed.total)),
    ] {
        if let Some(stated) = entry.optional(name)? {
            differs |= stated.nullable(|at| at.integer(0, MAX_SUM))? != computed;
        }
    }
    if let Some(stated) = entry.optional("band")? {
        differs |= stated.nullable(|at| at.one_of(&["low", "mid", "high"]))? != computed.band;
    }
    if let Some(stated) = entry.optional("border")? {
        differs |= stated.nullable(At::flag)? != computed.border;
    }
    // Precision is compared where both sides give it: a file may leave it out.
    if let Some(stated) = entry.optional("standardError")?
        && let Some(stored) = stated.nullable(points)?
    {
        differs |= apart(stored, computed.standard_error);
    }
    if let Some(stated) = entry.optional("interval80")?
        && let Some(ends) = stated.nullable(At::list)?
    {
        let [low, high] = &ends[..] else {
            return Err(stated.bad());
        };
        let (low, high) = (points(low)?, points(high)?);
        differs |= apart(low, computed.interval80.map(|ends| ends[0]))
            || apart(high, computed.interval80.map(|ends| ends[1]));
    }
    for name in ["method", "missingRule", "reason"] {
        if let Some(stated) = entry.optional(name)? {
            stated.nullable(|at| at.text(MAX_ID))?;
        }
    }
    Ok(differs)
}

fn points(at: &At) -> Result<f64, ImportError> {
    at.number(0.0, 100.0)
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
