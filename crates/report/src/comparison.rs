//! What has changed between two results of one person.

use model::Instrument;
use model::Session;
use scoring::{classical_sem, minimal_steps, reliable_change, score_form};

/// How far apart two scores are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No further than chance explains, by the instrument's assumption.
    WithinNoise,
    /// Further than that.
    Changed,
    /// One of the two has no score.
    NoScore,
}

/// One scale at two moments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleChange {
    /// The score of then, 0 to 100.
    pub then: Option<f64>,
    /// The score of now, 0 to 100.
    pub now: Option<f64>,
    /// How far apart they are.
    pub verdict: Verdict,
}

/// One answer that moved two steps or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Item index.
    pub item: usize,
    /// The answer of then, as given.
    pub then: u8,
    /// The answer of now, as given.
    pub now: u8,
}

/// Two results side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One entry a scale, in the instrument's order.
    pub scales: Vec<ScaleChange>,
    /// Answers that moved two steps or more, in the instrument's order.
    pub moved: Vec<Move>,
    /// The difference, in points, from which on a scale counts as changed; of the shortest
    /// scale, which takes the largest.
    pub threshold: f64,
}

/// Why two results are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// The statements were read in another language.
    Language,
    /// The instrument gives no rule for it.
    NoRule,
}

/// Compares two results on the same version of an instrument by the reliable change index
/// (Jacobson and Truax, 1991), with the SD and the reliability that the instrument assumes.
pub fn compare(
    instrument: &Instrument,
    then: &Session,
    now: &Session,
) -> Result<Comparison, NotComparable> {
    let (sd, reliability) = instrument.rules().change.ok_or(NotComparable::NoRule)?;
    if then.parts().language != now.parts().language {
        return Err(NotComparable::Language);
    }
    let sem = classical_sem(sd, reliability);
    let percents = |session: &Session| {
        let scores = score_form(instrument, session.form(), session.answers())
            .scales
            .into_iter();
        scores.map(|scale| scale.scored.map(|scored| scored.percent))
    };
    let scales = percents(then).zip(percents(now)).map(|(then, now)| {
        let verdict = match (then, now) {
            (Some(then), Some(now)) if reliable_change(then, now, sem).reliable => Verdict::Changed,
            (Some(_), Some(_)) => Verdict::WithinNoise,
            _ => Verdict::NoScore,
        };
        ScaleChange { then, now, verdict }
    });
    let moved = (0..instrument.items().len()).filter_map(|item| {
        let [then, now] = [then, now].map(|session| session.answers().rating(item));
        let (then, now) = (then?.value(), now?.value());
        (then.abs_diff(now) >= 2).then_some(Move { item, then, now })
    });
    Ok(Comparison {
        scales: scales.collect(),
        moved: moved.collect(),
        threshold: threshold(instrument, sem),
    })
}

fn threshold(instrument: &Instrument, sem: f64) -> f64 {
    let shortest = instrument
        .scales()
        .iter()
        .map(|scale| scale.items.len())
        .min();
    let range = shortest.unwrap_or(1) as u32 * instrument.response_scale().steps();
    100.0 * f64::from(minimal_steps(sem, range)) / f64::from(range)
}
