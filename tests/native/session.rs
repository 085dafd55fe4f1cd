//! The session as a state machine: where every action leads, and what changes nothing.

mod back;
mod context_after;
mod forms;
mod restore;

use crate::support::moment;
use crate::support::{Shape, scan_0_1};
use model::Timestamp;
use model::{Action, Answer, Rating, Session, Status, Step};
use model::{Instrument, Language};

const AT: &str = "2026-11-23T09:05:00+01:00";

fn start(instrument: &Instrument) -> Session {
    let at = moment("2026-11-23T09:00:00+01:00");
    Session::start(instrument, "s-1".to_owned(), 1, Language::Nl, at)
}

/// Two pages of three items, no context questions.
fn small() -> Instrument {
    Shape {
        scales: &[("A", "+-+-+-")],
        page: 3,
        ..Shape::default()
    }
    .build()
}

fn rate(instrument: &Instrument, item: usize, value: u8) -> Action {
    let rating = Rating::new(value, instrument.response_scale()).expect("on the scale");
    Action::Rate { item, rating }
}

/// Rates the statement on screen, whichever it is.
fn rate_shown(session: &mut Session, instrument: &Instrument, value: u8) {
    let Step::Item(position) = session.step() else {
        panic!("no statement is on screen: {:?}", session.step());
    };
    let item = instrument.order().nth(position).expect("a position");
    session.update(instrument, rate(instrument, item, value));
}

fn answer_everything(session: &mut Session, instrument: &Instrument) {
    while session.step() != Step::Review {
        match session.step() {
            Step::Context(question) => {
                session.update(instrument, Action::SkipContext { question });
            }
            Step::Interlude(_) | Step::ContextInterlude => {
                session.update(instrument, Action::GoOn);
            }
            _ => rate_shown(session, instrument, 4),
        }
    }
}

#[test]
fn the_journey_goes_through_context_interludes_statements_and_review_to_the_result() {
    let instrument = scan_0_1();
    let mut session = start(&instrument);
    let mut seen = vec![session.step()];
    while session.step() != Step::Review {
        match session.step() {
            Step::Context(question) => {
                session.update(
                    &instrument,
                    Action::ChooseContext {
                        question,
                        option: 1,
                    },
                );
            }
            Step::Interlude(_) => session.update(&instrument, Action::GoOn),
            _ => rate_shown(&mut session, &instrument, 4),
        }
        seen.push(session.step());
    }
    let mut expected: Vec<Step> = (0..4).map(Step::Context).collect();
    for page in 0..4 {
        expected.push(Step::Interlude(page));
        expected.extend((8 * page..8 * page + 8).map(Step::Item));
    }
    expected.push(Step::Review);
    assert_eq!(seen, expected);
    assert_eq!(session.parts().context, [Some(1); 4]);
    assert_eq!(session.answers().rated(), 32);
    assert_eq!(session.status(), Status::InProgress);
    session.update(&instrument, Action::Complete { at: moment(AT) });
    assert_eq!(session.step(), Step::Result);
    assert_eq!(session.status(), Status::Completed);
    assert_eq!(
        session.parts().completed_at.as_ref().map(Timestamp::as_str),
        Some(AT)
    );
}

#[test]
fn statements_come_in_the_order_of_the_pages_and_not_of_the_file() {
    let instrument = scan_0_1();
    let mut session = start(&instrument);
    session.update(&instrument, Action::SkipAllContext);
    session.update(&instrument, Action::GoOn);
    rate_shown(&mut session, &instrument, 5);
    let first = instrument
        .item_index("ACC-07")
        .expect("the first of the first page");
    assert_eq!(session.answers().rating(first).map(Rating::value), Some(5));
    assert_eq!(session.answers().rated(), 1);
}

#[test]
fn an_instrument_without_context_starts_with_its_instruction() {
    assert_eq!(start(&small()).step(), Step::Interlude(0));
}

#[test]
fn a_doubled_click_does_not_rate_the_next_statement() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    session.update(&instrument, rate(&instrument, 0, 5));
    session.update(&instrument, rate(&instrument, 0, 5));
    assert_eq!(session.step(), Step::Item(1));
    assert_eq!(session.answers().rated(), 1);
    session.update(&instrument, Action::Skip { item: 0 });
    assert_eq!(session.answers().rating(0).map(Rating::value), Some(5));
}

#[test]
fn a_doubled_click_at_the_end_of_a_page_does_not_pass_the_interlude() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    for item in [0, 1, 2, 2] {
        session.update(&instrument, rate(&instrument, item, 2));
    }
    assert_eq!(session.step(), Step::Interlude(1));
    session.update(&instrument, Action::GoOn);
    session.update(&instrument, Action::GoOn);
    assert_eq!(session.step(), Step::Item(3));
}

#[test]
fn an_answer_while_no_statement_is_on_screen_changes_nothing() {
    let instrument = small();
    let mut session = start(&instrument);
    for _ in 0..2 {
        let before = session.clone();
        session.update(&instrument, rate(&instrument, 0, 3));
        session.update(&instrument, Action::Skip { item: 0 });
        assert_eq!(session, before);
        session.update(&instrument, Action::Review);
    }
}

#[test]
fn choosing_without_going_on_keeps_the_statement() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    for value in [1, 2, 3] {
        let rating = Rating::new(value, instrument.response_scale()).expect("on the scale");
        session.update(&instrument, Action::Choose { item: 0, rating });
    }
    assert_eq!(session.step(), Step::Item(0));
    assert_eq!(session.answers().rating(0).map(Rating::value), Some(3));
}

#[test]
fn a_skipped_statement_is_kept_as_skipped_and_can_be_rated_later() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    session.update(&instrument, Action::Skip { item: 0 });
    assert_eq!(session.answers().get(0), Some(Answer::Skipped));
    assert_eq!(session.answers().rated(), 0);
    assert_eq!(session.next_open(&instrument), 1);
    session.update(&instrument, Action::Back);
    session.update(&instrument, rate(&instrument, 0, 1));
    assert_eq!(session.answers().rating(0).map(Rating::value), Some(1));
}

#[test]
fn context_takes_only_the_question_on_screen_and_an_option_it_has() {
    let instrument = scan_0_1();
    let mut session = start(&instrument);
    let before = session.clone();
    for (question, option) in [(1, 0), (0, 99), (99, 0)] {
        session.update(&instrument, Action::ChooseContext { question, option });
        session.update(&instrument, Action::MarkContext { question, option });
    }
    session.update(&instrument, Action::SkipContext { question: 2 });
    assert_eq!(session, before);
    session.update(
        &instrument,
        Action::MarkContext {
            question: 0,
            option: 2,
        },
    );
    assert_eq!(session.step(), Step::Context(0));
    assert_eq!(session.parts().context[0], Some(2));
    session.update(&instrument, Action::SkipContext { question: 0 });
    assert_eq!(session.step(), Step::Context(1));
    assert_eq!(session.parts().context[0], None);
}

#[test]
fn a_change_from_the_review_leads_back_to_the_review() {
    let instrument = small();
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    session.update(&instrument, Action::Change { item: 1 });
    assert_eq!(session.step(), Step::Item(1));
    assert!(session.reviewing());
    session.update(&instrument, rate(&instrument, 1, 1));
    assert_eq!(session.step(), Step::Review);
    assert_eq!(session.answers().rating(1).map(Rating::value), Some(1));
    session.update(&instrument, Action::Change { item: 2 });
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Review, "back gives the change up");
    assert_eq!(session.answers().rating(2).map(Rating::value), Some(4));
    let before = session.clone();
    session.update(&instrument, Action::Change { item: 99 });
    assert_eq!(session, before);
}

#[test]
fn only_the_review_completes() {
    let instrument = scan_0_1();
    let mut session = start(&instrument);
    while session.step() != Step::Review {
        let before = session.clone();
        session.update(&instrument, Action::Complete { at: moment(AT) });
        assert_eq!(session, before);
        match session.step() {
            Step::Context(_) => session.update(&instrument, Action::SkipAllContext),
            Step::Interlude(_) => session.update(&instrument, Action::GoOn),
            _ => rate_shown(&mut session, &instrument, 3),
        }
    }
    session.update(&instrument, Action::Complete { at: moment(AT) });
    assert_eq!(session.status(), Status::Completed);
    session.update(
        &instrument,
        Action::Complete {
            at: moment("2026-11-23T10:05:00+01:00"),
        },
    );
    assert_eq!(
        session.parts().completed_at.as_ref().map(Timestamp::as_str),
        Some(AT)
    );
}

#[test]
fn time_on_a_page_adds_up_and_odd_times_are_ignored() {
    let instrument = small();
    let mut session = start(&instrument);
    let times = [
        (1, 2.5),
        (1, 4.0),
        (0, -1.0),
        (0, f64::NAN),
        (0, f64::INFINITY),
        (9, 3.0),
    ];
    for (page, seconds) in times {
        session.update(&instrument, Action::Spend { page, seconds });
    }
    assert_eq!(session.parts().page_seconds, [0.0, 6.5]);
}

#[test]
fn the_label_is_what_was_typed_last() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::Label("blue heron".to_owned()));
    session.update(&instrument, Action::Label(String::new()));
    assert_eq!(session.parts().subject.pseudonym, "");
}

#[test]
fn a_position_stands_on_the_page_that_shows_it() {
    let instrument = small();
    let session = start(&instrument);
    let pages: Vec<usize> = (0..7).map(|at| session.page_of(&instrument, at)).collect();
    assert_eq!(pages, [0, 0, 0, 1, 1, 1, 1]);
}
