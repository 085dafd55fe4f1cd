//! The way through: which screen follows which, and which comes before.

use super::Step;
use crate::{ContextPlace, Form, Instrument};

/// Whether anything is asked between the last item and the review.
pub(super) fn asks_after_items(instrument: &Instrument, form: Form) -> bool {
    instrument.context_place(form) == Some(ContextPlace::After)
}

/// The first screen of an attempt.
pub(super) fn first(instrument: &Instrument, form: Form) -> Step {
    match instrument.context_place(form) {
        Some(ContextPlace::Before) => Step::Context(0),
        Some(ContextPlace::After) | None => Step::Interlude(0),
    }
}

pub(super) fn after_context(instrument: &Instrument, form: Form, question: usize) -> Step {
    if question + 1 < instrument.context_questions().len() {
        Step::Context(question + 1)
    } else {
        after_all_context(instrument, form)
    }
}

pub(super) fn after_all_context(instrument: &Instrument, form: Form) -> Step {
    match instrument.context_place(form) {
        Some(ContextPlace::After) => Step::Review,
        Some(ContextPlace::Before) | None => Step::Interlude(0),
    }
}

pub(super) fn after_item(instrument: &Instrument, form: Form, position: usize) -> Step {
    let pages = instrument.form_pages(form);
    let next = position + 1;
    let mut start = 0;
    for (page, items) in pages.iter().enumerate() {
        if next == start && page > 0 {
            return Step::Interlude(page);
        }
        start += items.len();
    }
    match instrument.context_place(form) {
        _ if next < start => Step::Item(next),
        Some(ContextPlace::After) => Step::ContextInterlude,
        Some(ContextPlace::Before) | None => Step::Review,
    }
}

/// The screen before this one, where nothing is reviewed; the first one is its own.
pub(super) fn before(instrument: &Instrument, form: Form, step: Step) -> Step {
    let place = instrument.context_place(form);
    let last_context = || Step::Context(instrument.context_questions().len().saturating_sub(1));
    let last_item = || Step::Item(instrument.form_items(form).len().saturating_sub(1));
    match step {
        Step::Context(0) if place == Some(ContextPlace::After) => Step::ContextInterlude,
        Step::Context(n) => Step::Context(n.saturating_sub(1)),
        Step::Item(0) => Step::Interlude(0),
        Step::Item(n) => Step::Item(n.saturating_sub(1)),
        Step::Interlude(0) if place == Some(ContextPlace::Before) => last_context(),
        Step::Interlude(0) => Step::Interlude(0),
        Step::Interlude(page) => {
            let pages = instrument.form_pages(form);
            let items: usize = pages.iter().take(page).map(Vec::len).sum();
            Step::Item(items.saturating_sub(1))
        }
        Step::ContextInterlude => last_item(),
        Step::Review if place == Some(ContextPlace::After) => last_context(),
        Step::Review => last_item(),
        Step::Result => Step::Review,
    }
}
