//! How like each other two views are over all statements, in words.

use super::{Pair, View};
use scoring::{ItemAgreement, MIN_JOINT, item_agreement, keyed_answers};

/// How like each other two views are over the statements that both have answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Similarity {
    /// In words; `None` where either gave the same answer to every statement, so that there is no
    /// shape to compare.
    pub likeness: Option<Likeness>,
    /// In figures.
    pub figures: ItemAgreement,
}

/// How like each other two views are, by the double-entry intraclass correlation of their answers,
/// which takes shape, level and spread together (McCrae, 2008, Journal of Personality Assessment 90,
/// 105-109; Furr, 2010, Journal of Personality Assessment 92, 1-15).
///
/// Neither gives cuts for words. These are quarters of the range from 0 to 1: anchors for a sentence,
/// and no test of anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Below a quarter, which includes everything below 0.
    LittleAlike,
    /// From a quarter.
    PartlyAlike,
    /// From a half.
    Alike,
    /// From three quarters.
    VeryAlike,
}

/// The likeness of two views; `None` under [`MIN_JOINT`] statements that both have answered.
pub(super) fn similarity(pair: &Pair) -> Option<Similarity> {
    let keyed = |view: &View| keyed_answers(pair.instrument(), view.answers());
    let figures = item_agreement(&keyed(pair.rep()), &keyed(pair.manager()))?;
    (figures.joint >= MIN_JOINT).then(|| Similarity {
        likeness: figures.double_entry.map(likeness),
        figures,
    })
}

fn likeness(double_entry: f64) -> Likeness {
    if double_entry >= 0.75 {
        Likeness::VeryAlike
    } else if double_entry >= 0.5 {
        Likeness::Alike
    } else if double_entry >= 0.25 {
        Likeness::PartlyAlike
    } else {
        Likeness::LittleAlike
    }
}
