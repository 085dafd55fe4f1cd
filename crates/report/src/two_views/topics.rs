//! What the two differ on most, and the question to begin with.

use super::{Joint, Pair, ScaleViews, Side};
use crate::CoachQuestion;
use crate::facets::facets;
use model::{Instrument, ranked};
use scoring::score_form;
use std::cmp::Ordering;

/// Most topics of one talk.
pub const MAX_TOPICS: usize = 3;

/// Most statements behind one topic.
pub const MAX_STATEMENTS: usize = 3;

/// What a topic rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicKind {
    /// The scores of a scale, which lie a full answer step apart on average.
    Scale,
    /// Statements of one facet, which lie half of the answer scale apart or more; of its scale the
    /// scores do not differ that much, or are not compared.
    Facet,
}

/// Something that the two see differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it rests on.
    pub kind: TopicKind,
    /// Scale index.
    pub scale: usize,
    /// The facet that most of the difference lies in, as an index into the scale's list; `None`
    /// where the two have answered different statements, so that none can be named.
    pub facet: Option<usize>,
    /// Who sees it higher, in the direction of the scale; `None` where the statements of a facet
    /// differ both ways, as much the one way as the other.
    pub higher: Option<Side>,
    /// The statements behind it that lie half of the answer scale apart or more, the largest
    /// difference first, at most [`MAX_STATEMENTS`]. Those behind a scale differ in its direction;
    /// there are none where the difference is spread over many small ones.
    pub statements: Vec<StatementViews>,
    /// What to begin with; `None` where the instrument has no question for this scale.
    pub question: Option<CoachQuestion>,
}

/// One statement in both views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementViews {
    /// Item index.
    pub item: usize,
    /// The rep's answer, as given.
    pub rep: u8,
    /// The manager's answer, as given.
    pub manager: u8,
    /// How many answer steps they lie apart; at least 1.
    pub steps: u8,
    /// Whose answer is higher in the direction of the scale.
    pub higher: Side,
}

/// A question about a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleQuestion {
    /// Scale index.
    pub scale: usize,
    /// Which of its questions.
    pub question: CoachQuestion,
}

/// The topics: first the highlighted scales, the largest difference first; then facets of other
/// scales with statements that lie far apart, by the largest of those, and then by their sum. Equals
/// stand in the instrument's order, in which the mindset comes before skills.
pub(super) fn topics(
    instrument: &Instrument,
    scales: &[ScaleViews],
    joint: &[Joint],
) -> Vec<Topic> {
    let size = |views: &&ScaleViews| views.difference.map_or(0.0, |one| one.difference.abs());
    let is_highlighted = |views: &&ScaleViews| views.difference.is_some_and(|one| one.highlighted);
    let highlighted = ranked(scales.iter().filter(is_highlighted), |one, other| {
        size(one) > size(other)
    });
    let others = scales.iter().filter(|views| !is_highlighted(views));
    let facets = others.flat_map(|views| {
        let facets = 0..instrument.scales()[views.scale].facets.len();
        facets.filter_map(|facet| facet_topic(instrument, views.scale, facet, joint))
    });
    let facets = ranked(facets, |one, other| one.size > other.size);
    let of_scales = highlighted
        .into_iter()
        .map(|views| scale_topic(instrument, views, joint));
    of_scales
        .chain(facets.into_iter().map(|facet| facet.topic))
        .take(MAX_TOPICS)
        .collect()
}

fn scale_topic(instrument: &Instrument, views: &ScaleViews, joint: &[Joint]) -> Topic {
    let (scale, higher) = (views.scale, views.higher());
    let facet = widest_facet(instrument, scale, higher, joint);
    let behind = joint.iter().filter(|one| {
        instrument.items()[one.item].scale == scale && side(one.difference()) == higher
    });
    Topic {
        kind: TopicKind::Scale,
        scale,
        facet,
        higher,
        statements: far_apart(instrument, behind),
        question: CoachQuestion::about(&instrument.scales()[scale], facet),
    }
}

/// The facet of which the answers differ most on average in the direction of the scale; the first of
/// equals, and none where no facet differs that way.
fn widest_facet(
    instrument: &Instrument,
    scale: usize,
    higher: Option<Side>,
    joint: &[Joint],
) -> Option<usize> {
    let facets = 0..instrument.scales()[scale].facets.len();
    let sums = facets.filter_map(|facet| {
        let differences = of_facet(instrument, scale, facet, joint).map(Joint::difference);
        let (sum, count) = differences.fold((0, 0), |(sum, count), one| (sum + one, count + 1));
        (side(sum).is_some() && side(sum) == higher).then_some((facet, sum.abs(), count))
    });
    // Means of different numbers of answers are compared crosswise, in integers.
    let widest = ranked(sums, |one, other| one.1 * other.2 > other.1 * one.2);
    widest.first().map(|(facet, ..)| *facet)
}

/// A topic of one facet, with what it is put in order by: its largest difference, and the sum of
/// those that are far apart.
struct FacetTopic {
    size: (u32, u32),
    topic: Topic,
}

/// The topic that the statements of a facet make; `None` where none lies far apart.
fn facet_topic(
    instrument: &Instrument,
    scale: usize,
    facet: usize,
    joint: &[Joint],
) -> Option<FacetTopic> {
    let far = of_facet(instrument, scale, facet, joint).filter(|one| one.is_far_apart(instrument));
    let differences: Vec<i32> = far.map(Joint::difference).collect();
    let sizes = differences.iter().map(|one| one.unsigned_abs());
    Some(FacetTopic {
        size: (sizes.clone().max()?, sizes.sum()),
        topic: Topic {
            kind: TopicKind::Facet,
            scale,
            facet: Some(facet),
            higher: side(differences.iter().sum()),
            statements: far_apart(instrument, of_facet(instrument, scale, facet, joint)),
            question: CoachQuestion::about(&instrument.scales()[scale], Some(facet)),
        },
    })
}

fn of_facet<'a>(
    instrument: &'a Instrument,
    scale: usize,
    facet: usize,
    joint: &'a [Joint],
) -> impl Iterator<Item = &'a Joint> {
    joint.iter().filter(move |one| {
        let item = &instrument.items()[one.item];
        (item.scale, item.facet) == (scale, facet)
    })
}

/// Those of the statements that lie far apart, the largest difference first.
fn far_apart<'a>(
    instrument: &Instrument,
    joint: impl Iterator<Item = &'a Joint>,
) -> Vec<StatementViews> {
    let far = joint.filter(|one| one.is_far_apart(instrument));
    let statements = far.filter_map(|one| {
        let [rep, manager] = one.given;
        Some(StatementViews {
            item: one.item,
            rep,
            manager,
            steps: rep.abs_diff(manager),
            higher: side(one.difference())?,
        })
    });
    let mut statements = ranked(statements, |one, other| one.steps > other.steps);
    statements.truncate(MAX_STATEMENTS);
    statements
}

/// Who is higher by a difference of the rep's minus the manager's.
fn side(difference: i32) -> Option<Side> {
    match difference.cmp(&0) {
        Ordering::Greater => Some(Side::Rep),
        Ordering::Less => Some(Side::Manager),
        Ordering::Equal => None,
    }
}

/// What can be asked where nothing differs: about the scale that the rep scores lowest of those that
/// both share, and within it about the facet with most to gain. The rep's score, because it is the
/// rep who takes the next step.
pub(super) fn one_question(pair: &Pair, scales: &[ScaleViews]) -> Option<ScaleQuestion> {
    let instrument = pair.instrument();
    let answers = pair.rep().answers();
    let scores = score_form(instrument, pair.rep().form(), answers).scales;
    let shared = scales
        .iter()
        .filter(|views| views.not_shared_by().is_none());
    let steps = |views: &ScaleViews| {
        let scored = scores[views.scale].scored.as_ref()?;
        Some((scored.raw - scored.raw_min, scored.raw_max - scored.raw_min))
    };
    // Shares of different totals are compared crosswise, in integers; without a score comes last.
    let by_score = ranked(shared, |one, other| match (steps(one), steps(other)) {
        (Some(one), Some(other)) => one.0 * other.1 < other.0 * one.1,
        (one, other) => one.is_some() && other.is_none(),
    });
    by_score.into_iter().find_map(|views| {
        let scale = views.scale;
        let to_gain = facets(instrument, answers, scale).to_gain;
        let definition = &instrument.scales()[scale];
        let question = CoachQuestion::about(definition, to_gain.first().copied())?;
        Some(ScaleQuestion { scale, question })
    })
}
