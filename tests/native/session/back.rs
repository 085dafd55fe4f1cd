//! The way back, from every screen.

use super::{AT, answer_everything, rate, small, start};
use crate::support::moment;
use crate::support::scan_0_1;
use model::{Action, Step};

#[test]
fn back_leads_from_every_screen_of_the_way_to_the_first() {
    let instrument = scan_0_1();
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    let mut seen = Vec::new();
    while session.step() != Step::Context(0) {
        session.update(&instrument, Action::Back);
        seen.push(session.step());
        assert!(seen.len() < 100, "back leads in a circle: {seen:?}");
    }
    assert_eq!(seen[0], Step::Item(31));
    assert!((0..32).all(|position| seen.contains(&Step::Item(position))));
    assert!((0..4).all(|question| seen.contains(&Step::Context(question))));
    session.update(&instrument, Action::Back);
    assert_eq!(
        session.step(),
        Step::Context(0),
        "there is nothing before the first screen"
    );
    assert_eq!(session.answers().rated(), 32, "going back loses no answer");
}

#[test]
fn back_from_an_interlude_leads_to_the_statement_before_it() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::GoOn);
    for item in 0..3 {
        session.update(&instrument, rate(&instrument, item, 2));
    }
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Item(2));
}

#[test]
fn back_from_the_first_interlude_without_context_stays() {
    let instrument = small();
    let mut session = start(&instrument);
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Interlude(0));
}

#[test]
fn the_result_and_the_review_lead_to_each_other_once_completed() {
    let instrument = small();
    let mut session = start(&instrument);
    answer_everything(&mut session, &instrument);
    session.update(&instrument, Action::Complete { at: moment(AT) });
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Review);
    session.update(&instrument, Action::Back);
    assert_eq!(session.step(), Step::Result);
}
