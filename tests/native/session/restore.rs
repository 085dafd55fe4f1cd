//! A session from stored parts: whatever was stored, it can be shown.

use super::{AT, answer_everything, rate, small, start};
use crate::support::moment;
use crate::support::{Shape, scan_0_1};
use model::Instrument;
use model::{Action, Rating, Session, SessionParts, Step};

/// A new session's parts, after `change`, restored.
fn restored(instrument: &Instrument, change: impl FnOnce(&mut SessionParts)) -> Session {
    let mut parts = start(instrument).parts().clone();
    change(&mut parts);
    Session::restore(instrument, parts)
}

#[test]
fn a_session_stopped_anywhere_goes_on_at_the_same_screen_with_every_answer() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    for item in 0..4 {
        let again = Session::restore(&instrument, session.parts().clone());
        assert_eq!(again, session);
        session = again;
        session.update(&instrument, Action::GoOn);
        session.update(&instrument, rate(&instrument, item, 3));
    }
    assert_eq!(session.step(), Step::Item(4));
    assert_eq!(session.answers().rated(), 4);
}

#[test]
fn a_change_that_was_interrupted_still_leads_back_to_the_review() {
    let instrument = small();
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    session.update(&instrument, Action::Change { item: 1 });
    let mut again = Session::restore(&instrument, session.parts().clone());
    assert_eq!(again.step(), Step::Item(1));
    again.update(&instrument, rate(&instrument, 1, 2));
    assert_eq!(again.step(), Step::Review);
}

#[test]
fn lists_of_the_wrong_length_are_cut_or_filled() {
    let instrument = scan_0_1();
    let longer = restored(&instrument, |parts| {
        parts.context = vec![None; 9];
        parts.page_seconds = vec![1.0; 9];
    });
    assert_eq!(longer.parts().context.len(), 4);
    assert_eq!(longer.parts().page_seconds, [1.0; 4]);
    let shorter = restored(&instrument, |parts| {
        parts.context = vec![Some(0)];
        parts.page_seconds = Vec::new();
    });
    assert_eq!(shorter.parts().context, [Some(0), None, None, None]);
    assert_eq!(shorter.parts().page_seconds, [0.0; 4]);
}

#[test]
fn choices_and_times_that_cannot_be_are_dropped() {
    let instrument = scan_0_1();
    let session = restored(&instrument, |parts| {
        parts.context[0] = Some(99);
        parts.context[1] = Some(1);
        parts.page_seconds = vec![-3.0, f64::NAN, f64::INFINITY, 12.5];
    });
    assert_eq!(session.parts().context, [None, Some(1), None, None]);
    assert_eq!(session.parts().page_seconds, [0.0, 0.0, 0.0, 12.5]);
}

#[test]
fn a_screen_that_cannot_be_becomes_the_review() {
    let instrument = small();
    let impossible = [
        Step::Context(0),
        Step::Item(6),
        Step::Interlude(2),
        Step::Result,
    ];
    for step in impossible {
        let session = restored(&instrument, |parts| parts.step = step);
        assert_eq!(session.step(), Step::Review, "{step:?}");
    }
    let completed = restored(&instrument, |parts| {
        parts.step = Step::Result;
        parts.completed_at = Some(moment(AT));
    });
    assert_eq!(completed.step(), Step::Result);
}

#[test]
fn answers_of_another_instrument_are_cut_to_what_this_one_has() {
    let instrument = small();
    let wider = Shape {
        scales: &[("A", "++++++++")],
        range: (1, 9),
        ..Shape::default()
    }
    .build();
    let mut other = start(&wider);
    other.update(&wider, Action::GoOn);
    for (item, value) in (0..8).zip([9, 5, 1, 7, 2, 3, 3, 3]) {
        other.update(&wider, rate(&wider, item, value));
    }
    let session = Session::restore(&instrument, other.parts().clone());
    let kept: Vec<Option<u8>> = (0..session.answers().total())
        .map(|item| session.answers().rating(item).map(Rating::value))
        .collect();
    assert_eq!(kept, [None, Some(5), Some(1), None, Some(2), Some(3)]);
}
