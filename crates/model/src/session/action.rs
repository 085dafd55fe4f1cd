//! What a respondent can do.

use super::{BeliefEdit, PlanEdit, Rating};
use crate::Timestamp;

/// One thing a respondent does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chooses an option of a context question, and goes on.
    ChooseContext {
        /// Question index.
        question: usize,
        /// Option index.
        option: usize,
    },
    /// Chooses an option of a context question without going on.
    MarkContext {
        /// Question index.
        question: usize,
        /// Option index.
        option: usize,
    },
    /// Goes on without answering this context question.
    SkipContext {
        /// Question index.
        question: usize,
    },
    /// Goes past all context questions.
    SkipAllContext,
    /// Rates an item without going on: an arrow key has moved to this option.
    Choose {
        /// Item index.
        item: usize,
        /// The rating.
        rating: Rating,
    },
    /// Rates an item, and goes on.
    Rate {
        /// Item index.
        item: usize,
        /// The rating.
        rating: Rating,
    },
    /// Leaves an item out, and goes on.
    Skip {
        /// Item index.
        item: usize,
    },
    /// Says that an item cannot be judged, and goes on. Only on a form about another person.
    CannotJudge {
        /// Item index.
        item: usize,
    },
    /// Goes on from an interlude between two pages.
    GoOn,
    /// One screen back.
    Back,
    /// Opens one item from the review; answering it leads back there.
    Change {
        /// Item index.
        item: usize,
    },
    /// To the review.
    Review,
    /// Asks for the result. A result that was there already keeps its moment as long as no
    /// answer has changed since.
    Complete {
        /// When.
        at: Timestamp,
    },
    /// Time spent on a page.
    Spend {
        /// Page index.
        page: usize,
        /// Seconds; anything but a positive number is ignored.
        seconds: f64,
    },
    /// Changes the free label.
    Label(String),
    /// Changes one field of what is written about a limiting belief.
    EditBelief {
        /// Item index.
        item: usize,
        /// The change.
        edit: BeliefEdit,
    },
    /// Changes one field of what is done next.
    EditPlan(PlanEdit),
}
