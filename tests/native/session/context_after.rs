//! The way of an instrument whose context questions come after its statements.

use super::{AT, answer_everything, rate, rate_shown, start};
use crate::support::{Shape, load, moment, sales_mindset, scan_0_1};
use model::{Action, Instrument, Rating, Session, Status, Step};

/// Every screen in order, from the first to the review.
fn way() -> Vec<Step> {
    let mut way = Vec::new();
    for page in 0..4 {
        way.push(Step::Interlude(page));
        way.extend((8 * page..8 * page + 8).map(Step::Item));
    }
    way.push(Step::ContextInterlude);
    way.extend((0..4).map(Step::Context));
    way.push(Step::Review);
    way
}

/// Goes on from the screen that is there: the second option, or the fourth answer.
fn go_on(session: &mut Session, instrument: &Instrument) {
    match session.step() {
        Step::Context(question) => {
            let option = 1;
            session.update(instrument, Action::ChooseContext { question, option });
        }
        Step::Interlude(_) | Step::ContextInterlude => session.update(instrument, Action::GoOn),
        _ => rate_shown(session, instrument, 4),
    }
}

/// A session that has come to this screen.
fn at(step: Step, instrument: &Instrument) -> Session {
    let mut session = start(instrument);
    while session.step() != step {
        assert_ne!(session.step(), Step::Review, "{step:?} is never there");
        go_on(&mut session, instrument);
    }
    session
}

#[test]
fn the_journey_goes_through_statements_then_an_interlude_and_context_to_the_result() {
    let instrument = sales_mindset();
    let mut session = start(&instrument);
    let mut seen = vec![session.step()];
    while session.step() != Step::Review {
        go_on(&mut session, &instrument);
        seen.push(session.step());
    }
    assert_eq!(seen, way());
    assert_eq!(session.parts().context, [Some(1); 4]);
    assert_eq!(session.answers().rated(), 32);
    session.update(&instrument, Action::Complete { at: moment(AT) });
    assert_eq!(session.step(), Step::Result);
    assert_eq!(session.status(), Status::Completed);
}

#[test]
fn the_first_screen_is_the_instruction_and_there_is_nothing_before_it() {
    let instrument = sales_mindset();
    let mut session = start(&instrument);
    assert_eq!(session.step(), Step::Interlude(0));
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Interlude(0));
}

#[test]
fn back_leads_from_every_screen_to_the_first_and_loses_no_answer() {
    let instrument = sales_mindset();
    for step in way() {
        let mut session = at(step, &instrument);
        let (rated, context) = (session.answers().rated(), session.parts().context.clone());
        let mut seen = Vec::new();
        while session.step() != Step::Interlude(0) {
            session.update(&instrument, Action::Back);
            seen.push(session.step());
            assert!(seen.len() < 100, "back leads in a circle: {seen:?}");
        }
        // From an interlude back to the statement before it; an interlude is passed forwards only,
        // but for the one before the context questions and the first.
        let passed = |one: &Step| !matches!(one, Step::Interlude(1..));
        let before = way().into_iter().take_while(|&one| one != step);
        let mut expected: Vec<Step> = before.filter(passed).collect();
        expected.reverse();
        assert_eq!(seen, expected, "from {step:?}");
        assert_eq!(session.answers().rated(), rated, "from {step:?}");
        assert_eq!(session.parts().context, context, "from {step:?}");
    }
}

#[test]
fn one_context_question_left_out_leaves_the_others() {
    let instrument = sales_mindset();
    for question in 0..4 {
        let mut session = at(Step::Context(question), &instrument);
        session.update(&instrument, Action::SkipContext { question });
        assert_eq!(Some(&session.step()), way().get(38 + question));
        while session.step() != Step::Review {
            go_on(&mut session, &instrument);
        }
        let mut expected = [Some(1); 4];
        expected[question] = None;
        assert_eq!(session.parts().context, expected);
    }
}

#[test]
fn leaving_all_context_questions_out_leads_to_the_review_from_any_of_them() {
    let instrument = sales_mindset();
    for question in 0..4 {
        let mut session = at(Step::Context(question), &instrument);
        session.update(&instrument, Action::SkipAllContext);
        assert_eq!(session.step(), Step::Review);
        assert!(session.reviewing());
        let chosen = session.parts().context.iter().flatten().count();
        assert_eq!(chosen, question, "what was answered before is kept");
    }
    // On the interlude before them there is nothing to leave out yet.
    let mut session = at(Step::ContextInterlude, &instrument);
    session.update(&instrument, Action::SkipAllContext);
    assert_eq!(session.step(), Step::ContextInterlude);
}

#[test]
fn a_session_stopped_anywhere_goes_on_at_the_same_screen_and_to_the_same_end() {
    let instrument = sales_mindset();
    let finished = at(Step::Review, &instrument);
    for step in way() {
        let session = at(step, &instrument);
        let mut again = Session::restore(&instrument, session.parts().clone());
        assert_eq!(again, session, "{step:?}");
        while again.step() != Step::Review {
            go_on(&mut again, &instrument);
        }
        assert_eq!(again, finished, "{step:?}");
    }
}

#[test]
fn back_from_the_review_leads_to_the_last_context_question_and_forward_to_the_review() {
    let instrument = sales_mindset();
    let mut session = at(Step::Review, &instrument);
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Context(3));
    assert!(!session.reviewing());
    let (question, option) = (3, 2);
    session.update(&instrument, Action::ChooseContext { question, option });
    assert_eq!(session.step(), Step::Review);
    assert!(session.reviewing());
    assert_eq!(session.parts().context[3], Some(2));
}

#[test]
fn back_from_the_review_past_the_context_questions_the_way_is_forward_through_them_again() {
    let instrument = sales_mindset();
    let mut session = at(Step::Review, &instrument);
    while session.step() != Step::Item(31) {
        session.update(&instrument, Action::Back);
    }
    rate_shown(&mut session, &instrument, 2);
    assert_eq!(session.step(), Step::ContextInterlude);
}

#[test]
fn a_change_from_the_review_leads_back_there_and_past_no_context_question() {
    let instrument = sales_mindset();
    let mut session = at(Step::Review, &instrument);
    session.update(&instrument, Action::Change { item: 31 });
    let mut again = Session::restore(&instrument, session.parts().clone());
    for session in [&mut session, &mut again] {
        session.update(&instrument, rate(&instrument, 31, 1));
        assert_eq!(session.step(), Step::Review);
        assert_eq!(session.answers().rating(31).map(Rating::value), Some(1));
    }
}

#[test]
fn whoever_has_answered_every_statement_has_not_seen_the_review_yet() {
    let instrument = sales_mindset();
    let mut parts = at(Step::ContextInterlude, &instrument).parts().clone();
    parts.step = Step::Item(30);
    let mut session = Session::restore(&instrument, parts);
    assert!(!session.reviewing());
    rate_shown(&mut session, &instrument, 3);
    assert_eq!(session.step(), Step::Item(31));
}

#[test]
fn an_instrument_that_would_ask_after_its_statements_and_has_no_question_asks_nothing_there() {
    let mut file = Shape {
        scales: &[("A", "+-+-+-")],
        page: 3,
        ..Shape::default()
    }
    .json();
    file["presentation"]["context"] = "after".into();
    let instrument = load(&file).expect("a sound definition");
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    let mut parts = session.parts().clone();
    (parts.step, parts.reviewing) = (Step::Item(1), false);
    // As of any other, whoever has answered everything has seen the review.
    let mut again = Session::restore(&instrument, parts);
    again.update(&instrument, rate(&instrument, 1, 2));
    assert_eq!(again.step(), Step::Review);
}

#[test]
fn a_completed_session_leads_from_the_result_to_the_review_and_not_to_the_context() {
    let instrument = sales_mindset();
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    assert_eq!(session.parts().context, [None; 4]);
    session.update(&instrument, Action::Complete { at: moment(AT) });
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Review);
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Result);
}

#[test]
fn only_an_instrument_that_asks_after_its_statements_has_an_interlude_before_the_context() {
    let instrument = scan_0_1();
    let mut parts = start(&instrument).parts().clone();
    parts.step = Step::ContextInterlude;
    let session = Session::restore(&instrument, parts);
    assert_eq!(session.step(), Step::Review);
}
