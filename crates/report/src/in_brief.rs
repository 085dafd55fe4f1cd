//! Two strengths and one lever: the page that is read in a minute.

use model::{Answers, Band, Instrument, Polarity, ranked};
use scoring::{ScaleScore, Scores, keyed};

/// One thing to build on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A scale in its favourable band.
    Clear(usize),
    /// A scale with a mixed picture.
    Mixed(usize),
    /// One firm answer, where no further scale can be named honestly.
    Answer(usize),
}

/// What is said first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InBrief {
    /// At most two, the firmest first; empty when the answers point to none.
    pub strengths: Vec<Strength>,
    /// The scale with most to gain; `None` when no scale has a score, or all have the same.
    pub lever: Option<usize>,
}

/// How favourable a score is, as steps of the possible steps. A scale of limiting beliefs
/// is turned round for this comparison only, never for display.
fn favour(score: &ScaleScore, polarity: Polarity) -> Option<(u32, u32)> {
    let scored = score.scored.as_ref()?;
    let most = scored.raw_max - scored.raw_min;
    let steps = match polarity {
        Polarity::Supporting => scored.raw - scored.raw_min,
        Polarity::Limiting => scored.raw_max - scored.raw,
    };
    Some((steps, most))
}

/// Whether a band is favourable for this polarity, mixed, or neither.
fn strength(scale: usize, band: Band, polarity: Polarity) -> Option<Strength> {
    match (band, polarity) {
        (Band::High, Polarity::Supporting) | (Band::Low, Polarity::Limiting) => {
            Some(Strength::Clear(scale))
        }
        (Band::Mid, _) => Some(Strength::Mixed(scale)),
        _ => None,
    }
}

pub(super) fn in_brief(instrument: &Instrument, answers: &Answers, scores: &Scores) -> InBrief {
    let scales = instrument.scales();
    let favours = scales
        .iter()
        .zip(&scores.scales)
        .enumerate()
        .filter_map(|(n, (scale, score))| Some((n, favour(score, scale.polarity)?)));
    let of_scale = |scale: usize| {
        let band = scores.scales[scale].scored.as_ref()?.band;
        strength(scale, band, scales[scale].polarity)
    };
    let is_clear = |scale: usize| matches!(of_scale(scale), Some(Strength::Clear(_)));
    // Shares of different totals are compared crosswise, in integers.
    let ranked = ranked(favours, |(_, a), (_, b)| a.0 * b.1 > b.0 * a.1);
    let is_one_apart = match &ranked[..] {
        [(_, first), .., (_, last)] => first.0 * last.1 > last.0 * first.1,
        // A scale on its own is what to build on where it is favourable, and else what to gain with.
        [(scale, _)] => !is_clear(*scale),
        [] => false,
    };
    let lever = ranked.last().filter(|_| is_one_apart);
    let lever = lever.map(|(scale, _)| *scale);
    let mut strengths: Vec<Strength> = ranked
        .iter()
        .filter(|(scale, _)| Some(*scale) != lever)
        .filter_map(|(scale, _)| of_scale(*scale))
        .take(2)
        .collect();
    if strengths.len() < 2 {
        strengths.extend(firmest_answer(instrument, answers, &strengths));
    }
    InBrief { strengths, lever }
}

/// The most supportive answer to an item of a supporting scale that is not named yet;
/// only one beyond the midpoint counts, and the first presented wins a tie.
fn firmest_answer(
    instrument: &Instrument,
    answers: &Answers,
    named: &[Strength],
) -> Option<Strength> {
    let response = instrument.response_scale();
    let middle = u32::from(response.min) + u32::from(response.max);
    let taken = |scale: usize| {
        named
            .iter()
            .any(|one| matches!(one, Strength::Clear(n) | Strength::Mixed(n) if *n == scale))
    };
    let mut best: Option<(u8, usize)> = None;
    for index in instrument.order() {
        let item = &instrument.items()[index];
        // Only an answer that agrees with what it says can be quoted as a strength.
        if item.key != model::Key::Plus
            || instrument.scales()[item.scale].polarity != Polarity::Supporting
            || taken(item.scale)
        {
            continue;
        }
        let Some(rating) = answers.rating(index) else {
            continue;
        };
        let value = keyed(rating, item.key, response);
        if 2 * u32::from(value) > middle && best.is_none_or(|(most, _)| value > most) {
            best = Some((value, index));
        }
    }
    best.map(|(_, index)| Strength::Answer(index))
}
