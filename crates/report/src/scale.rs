//! What is said about one scale.

use model::{Answer, Answers, Band, Instrument, Key, ranked};
use scoring::{ScaleScore, Scores, keyed};

/// How many answers are named on each side.
const NAMED: usize = 3;

/// An item whose answer moved the score away from its midpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Item index.
    pub item: usize,
    /// Raw answer, as given.
    pub value: u8,
}

/// One item as it entered the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemLine {
    /// Item index.
    pub item: usize,
    /// The answer, as given; `None` if not seen.
    pub answer: Option<Answer>,
    /// Whether the item is reverse-keyed.
    pub reversed: bool,
    /// What it counts as; `None` if it does not count.
    pub counts_as: Option<u8>,
}

/// One scale, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleReport {
    /// Scale index.
    pub scale: usize,
    /// Its score, or why there is none.
    pub score: ScaleScore,
    /// Whether its owner left it out of the file that is read.
    pub withheld: bool,
    /// Up to three answers that raised it, the strongest first.
    pub lifted: Vec<Contribution>,
    /// Up to three answers that lowered it, the strongest first.
    pub lowered: Vec<Contribution>,
    /// Every item and how it counted.
    pub items: Vec<ItemLine>,
    /// Which of the scale's questions to oneself fits this band.
    pub self_question: usize,
}

pub(super) fn scale_report(
    instrument: &Instrument,
    answers: &Answers,
    scores: &Scores,
    scale: usize,
) -> ScaleReport {
    let response = instrument.response_scale();
    let definition = &instrument.scales()[scale];
    let score = scores.scales[scale].clone();
    let items: Vec<ItemLine> = definition
        .items
        .iter()
        .map(|&item| {
            let key = instrument.items()[item].key;
            ItemLine {
                item,
                answer: answers.get(item),
                reversed: key == Key::Minus,
                counts_as: answers
                    .rating(item)
                    .map(|rating| keyed(rating, key, response)),
            }
        })
        .collect();
    let middle = i32::from(response.min) + i32::from(response.max);
    // Twice the distance from the midpoint, so that it stays an integer.
    let moved = ranked(
        items.iter().filter_map(|line| {
            let away = 2 * i32::from(line.counts_as?) - middle;
            let value = answers.rating(line.item)?.value();
            let item = line.item;
            Some((away, Contribution { item, value }))
        }),
        |(one, _): &(i32, Contribution), (other, _)| one.abs() > other.abs(),
    );
    let side = |sign: i32| -> Vec<Contribution> {
        moved
            .iter()
            .filter(|(away, _)| away.signum() == sign)
            .map(|(_, contribution)| *contribution)
            .take(NAMED)
            .collect()
    };
    let band = score
        .scored
        .as_ref()
        .map_or(Band::Mid, |scored| scored.band);
    ScaleReport {
        scale,
        lifted: side(1),
        lowered: side(-1),
        self_question: band as usize % definition.self_questions.len().max(1),
        items,
        score,
        withheld: false,
    }
}
