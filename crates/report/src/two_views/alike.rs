//! What both see alike, which a talk begins with.

use super::{Joint, ScaleViews, Topic};
use model::{Instrument, ranked};

/// Most statements that are named as alike.
pub const MAX_ALIKE: usize = 5;

/// What both see alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// The scales of which the scores lie less than half an answer step apart on average and that
    /// are no topic, in the instrument's order: 12.5 points on a scale of 1 to 5.
    pub scales: Vec<usize>,
    /// The statements to which both gave a clear answer to the same side, the clearest first, at
    /// most [`MAX_ALIKE`].
    pub statements: Vec<AlikeStatement>,
}

/// A statement to which both gave a clear answer to the same side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlikeStatement {
    /// Item index.
    pub item: usize,
    /// The rep's answer, as given.
    pub rep: u8,
    /// The manager's answer, as given.
    pub manager: u8,
    /// Whether both are high in the direction of the scale; both are low where it is not.
    pub is_high: bool,
}

/// What both see alike. Statements to the same side of the middle lie less than half of the answer
/// scale apart, so that none of them is behind a topic.
pub(super) fn alike(
    instrument: &Instrument,
    scales: &[ScaleViews],
    joint: &[Joint],
    topics: &[Topic],
) -> Alike {
    let is_alike = |views: &&ScaleViews| {
        views.difference.is_some_and(|one| one.alike)
            && topics.iter().all(|topic| topic.scale != views.scale)
    };
    let scales = scales.iter().filter(is_alike).map(|views| views.scale);
    Alike {
        scales: scales.collect(),
        statements: statements(instrument, joint),
    }
}

/// The statements on which both are clear and on the same side. The further both lie from the middle
/// of the answer scale together, the more it tells; equals stand in the instrument's order.
fn statements(instrument: &Instrument, joint: &[Joint]) -> Vec<AlikeStatement> {
    let response = instrument.response_scale();
    let middle = i32::from(response.min) + i32::from(response.max);
    let clear = joint.iter().filter_map(|one| {
        // Twice the distance from the middle, so that it stays an integer.
        let [rep, manager] = one.keyed.map(|value| 2 * i32::from(value) - middle);
        let is_same_side = rep.signum() == manager.signum() && rep != 0;
        let statement = AlikeStatement {
            item: one.item,
            rep: one.given[0],
            manager: one.given[1],
            is_high: rep > 0,
        };
        is_same_side.then_some(((rep + manager).abs(), statement))
    });
    let clearest = ranked(clear, |(one, _), (other, _)| one > other);
    let statements = clearest.into_iter().map(|(_, statement)| statement);
    statements.take(MAX_ALIKE).collect()
}
