//! How two views of one rep compare: what both see alike, what they differ on most, and how like
//! each other the two are.
//!
//! Read `pair.rs` first: which two views may be compared. Two people who work together agree only
//! loosely on a form like these (self and supervisor ratings correlate .22; Heidemeier and Moser,
//! 2009), so that a difference is something to talk about and never a fault of either.

mod alike;
mod pair;
mod scales;
mod similarity;
mod topics;

pub use alike::{Alike, AlikeStatement, MAX_ALIKE};
pub use pair::{By, NotPaired, Pair, Side, View, pair};
pub use scales::{ScaleView, ScaleViews};
pub use similarity::{Likeness, Similarity};
pub use topics::{MAX_STATEMENTS, MAX_TOPICS, ScaleQuestion, StatementViews, Topic, TopicKind};

use model::Instrument;
use scoring::keyed_answers;

/// Two views side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoViews {
    /// The scales that the manager's form asks about, in the instrument's order; never beliefs.
    pub scales: Vec<ScaleViews>,
    /// What both see alike.
    pub alike: Alike,
    /// The largest differences, at most [`MAX_TOPICS`].
    pub topics: Vec<Topic>,
    /// What can be asked where there is no topic.
    pub one_question: Option<ScaleQuestion>,
    /// How like each other the two are over all statements that both have answered; `None` under
    /// [`scoring::MIN_JOINT`] of them.
    pub similarity: Option<Similarity>,
}

impl TwoViews {
    /// Compares the two views of a pair.
    pub fn new(pair: &Pair) -> Self {
        let instrument = pair.instrument();
        let scales = scales::scale_views(pair);
        let joint = joint_answers(pair);
        let topics = topics::topics(instrument, &scales, &joint);
        let one_question = match topics.is_empty() {
            true => topics::one_question(pair, &scales),
            false => None,
        };
        Self {
            alike: alike::alike(instrument, &scales, &joint, &topics),
            similarity: similarity::similarity(pair),
            scales,
            topics,
            one_question,
        }
    }
}

/// A statement that both have answered.
struct Joint {
    item: usize,
    /// The rep's answer and the manager's, as given.
    given: [u8; 2],
    /// The same in the direction of the item's scale.
    keyed: [u8; 2],
}

impl Joint {
    /// The rep's answer minus the manager's in the direction of the scale, in answer steps.
    fn difference(&self) -> i32 {
        i32::from(self.keyed[0]) - i32::from(self.keyed[1])
    }

    /// Whether the two lie half of the answer scale apart or more: two steps on a scale of 1 to 5,
    /// one step on a scale of three.
    fn is_far_apart(&self, instrument: &Instrument) -> bool {
        2 * self.difference().unsigned_abs() >= instrument.response_scale().steps()
    }
}

/// The statements that both have answered, in the instrument's order. A view holds no answer to what
/// was withheld, so that none of that is among them.
fn joint_answers(pair: &Pair) -> Vec<Joint> {
    let [rep, manager] = [pair.rep(), pair.manager()].map(View::answers);
    let keyed = [rep, manager].map(|answers| keyed_answers(pair.instrument(), answers));
    let joint = |item: usize| {
        Some(Joint {
            item,
            given: [rep.rating(item)?.value(), manager.rating(item)?.value()],
            keyed: [keyed[0][item]?, keyed[1][item]?],
        })
    };
    (0..pair.instrument().items().len())
        .filter_map(joint)
        .collect()
}
