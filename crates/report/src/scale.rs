//! What is said about one scale.

use crate::facets::{FacetsReport, facets};
use model::{Answer, Answers, Band, Instrument, Key, Scale, ScoringRules, Text, ranked};
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

/// A question that a manager or coach can ask about one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoachQuestion {
    /// That of the facet with this index.
    OfFacet(usize),
    /// That with this index in the scale's own list.
    OfScale(usize),
}

impl CoachQuestion {
    /// The question to ask about a facet of this scale, or about the scale alone. Where the facet has
    /// none of its own it is one of the scale's, another one for the next facet; `None` where there
    /// is none at all.
    pub fn about(scale: &Scale, facet: Option<usize>) -> Option<Self> {
        if let Some(facet) = facet
            && Self::OfFacet(facet).text(scale).is_some()
        {
            return Some(Self::OfFacet(facet));
        }
        let question = facet.unwrap_or(0).checked_rem(scale.coach_questions.len());
        question.map(Self::OfScale)
    }

    /// The question itself; `None` where this scale has none such.
    pub fn text(self, scale: &Scale) -> Option<&Text> {
        match self {
            Self::OfFacet(n) => {
                let texts = scale.facets.get(n)?.texts.as_ref()?;
                Some(&texts.coach_question)
            }
            Self::OfScale(n) => scale.coach_questions.get(n),
        }
    }
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
    /// Which of the scale's questions to oneself fits this band; none without a score.
    pub self_question: Option<usize>,
    /// What a manager or coach can ask: about the facet with most to gain, or else the first
    /// question of the scale; none without a score.
    pub coach_question: Option<CoachQuestion>,
    /// Where the score lies close to a cut that the reader is told of, the band on the other side
    /// of it.
    pub neighbour: Option<Band>,
    /// What is said about its facets.
    pub facets: FacetsReport,
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
    let facets = facets(instrument, answers, scale);
    let coach_question = CoachQuestion::about(definition, facets.to_gain.first().copied());
    ScaleReport {
        scale,
        lifted: side(1),
        lowered: side(-1),
        self_question: self_question(definition, &score),
        neighbour: neighbour(instrument.rules(), &score),
        coach_question: coach_question.filter(|_| score.scored.is_some()),
        facets,
        items,
        score,
        withheld: false,
    }
}

/// Which of the scale's questions to oneself fits the band of a score.
pub(super) fn self_question(scale: &Scale, score: &ScaleScore) -> Option<usize> {
    let band = score.scored.as_ref()?.band;
    (band as usize).checked_rem(scale.self_questions.len())
}

/// The band on the other side of the cut that a score lies close to; of two cuts the nearer one, and
/// halfway between them the upper.
fn neighbour(rules: &ScoringRules, score: &ScaleScore) -> Option<Band> {
    let scored = score.scored.as_ref()?;
    let cuts = rules.cuts;
    let at = cuts.parts * (scored.raw - scored.raw_min);
    let [low, high] = [cuts.low_below, cuts.high_above]
        .map(|cut| at.abs_diff(cut * (scored.raw_max - scored.raw_min)));
    (scored.border && rules.show_border).then_some(match scored.band {
        Band::Mid if low < high => Band::Low,
        Band::Mid => Band::High,
        Band::Low | Band::High => Band::Mid,
    })
}
