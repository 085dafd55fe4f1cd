//! The way forward: which screen follows which.

use super::Step;
use crate::{Instrument, Page};

pub(super) fn after_context(instrument: &Instrument, question: usize) -> Step {
    if question + 1 < instrument.context_questions().len() {
        Step::Context(question + 1)
    } else {
        Step::Interlude(0)
    }
}

pub(super) fn after_item(pages: &[Page], position: usize) -> Step {
    let next = position + 1;
    let mut start = 0;
    for (page, items) in pages.iter().enumerate() {
        if next == start && page > 0 {
            return Step::Interlude(page);
        }
        start += items.len();
    }
    if next < start {
        Step::Item(next)
    } else {
        Step::Review
    }
}
