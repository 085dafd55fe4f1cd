//! The limiting beliefs that a person agreed with, and the supporting ones that they did not.

use model::{Answers, Rating};
use model::{Instrument, Key, Polarity, Reframe};
use std::cmp::Ordering;

/// The limiting beliefs agreed with, as item indices with their ratings, in the
/// instrument's order. Agreed with is above the midpoint of the response scale.
pub fn believed<'a>(
    instrument: &'a Instrument,
    answers: &'a Answers,
) -> impl Iterator<Item = (usize, Rating)> + 'a {
    beliefs(instrument, answers, Key::Plus, Ordering::Greater)
}

/// The supporting beliefs disagreed with, in the same way. Disagreed with is below the midpoint.
pub fn not_held<'a>(
    instrument: &'a Instrument,
    answers: &'a Answers,
) -> impl Iterator<Item = (usize, Rating)> + 'a {
    beliefs(instrument, answers, Key::Minus, Ordering::Less)
}

/// A thought to examine: what was answered about one matter. Beliefs that share a supporting
/// counterpart are one thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thought {
    /// The limiting belief agreed with, as an item index.
    pub agreed: Option<usize>,
    /// The supporting beliefs disagreed with, as item indices.
    pub disagreed: Vec<usize>,
}

impl Thought {
    /// The supporting counterpart, where the instrument has one.
    pub fn reframe<'a>(&self, instrument: &'a Instrument) -> Option<&'a Reframe> {
        match (self.agreed, self.disagreed.first()) {
            (Some(item), _) => instrument.reframe(item),
            (None, Some(&item)) => instrument.reframe_when_disagreed(item),
            (None, None) => None,
        }
    }
}

/// The thoughts to examine: first the limiting beliefs agreed with, each with its opposites that
/// were disagreed with, then the other supporting beliefs disagreed with.
pub(super) fn thoughts(
    instrument: &Instrument,
    agreed: &[usize],
    disagreed: &[usize],
) -> Vec<Thought> {
    let mut thoughts: Vec<Thought> = Vec::new();
    for &item in agreed {
        thoughts.push(Thought {
            agreed: Some(item),
            disagreed: Vec::new(),
        });
    }
    for &item in disagreed {
        let counterpart = instrument.reframe_when_disagreed(item);
        let shares_it = |thought: &&mut Thought| {
            let other = thought.reframe(instrument);
            counterpart.is_some_and(|one| other.is_some_and(|other| other.item == one.item))
        };
        match thoughts.iter_mut().find(shares_it) {
            Some(thought) => thought.disagreed.push(item),
            None => thoughts.push(Thought {
                agreed: None,
                disagreed: vec![item],
            }),
        }
    }
    thoughts
}

/// The beliefs of this keying that were answered on this side of the midpoint.
fn beliefs<'a>(
    instrument: &'a Instrument,
    answers: &'a Answers,
    key: Key,
    side: Ordering,
) -> impl Iterator<Item = (usize, Rating)> + 'a {
    let response = instrument.response_scale();
    let twice_the_midpoint = u32::from(response.min) + u32::from(response.max);
    let items = instrument.items().iter().enumerate();
    items.filter_map(move |(n, item)| {
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        let rating = answers.rating(n)?;
        let answered = (2 * u32::from(rating.value())).cmp(&twice_the_midpoint);
        (limiting && item.key == key && answered == side).then_some((n, rating))
    })
}
