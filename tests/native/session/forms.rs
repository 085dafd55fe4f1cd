//! The way of a form about another person: its own statements, and no question about a situation.

use super::AT;
use crate::support::{moment, sales_mindset, scan_0_1};
use model::{
    Action, Answer, ContextPlace, Form, Instrument, Language, Rater, Rating, Session, Status, Step,
    Subject,
};
use records::{JoinedRecords, ResultInput, Share, Zone, open_result, result_document};
use serde_json::Map;
use std::rc::Rc;

const ABOUT_ANOTHER: [Form; 2] = [Form::Manager, Form::Observer];

/// The scan with its questions about the situation before the statements, and with them after.
fn scans() -> [Instrument; 2] {
    let scans = [scan_0_1(), sales_mindset()];
    let places = scans
        .each_ref()
        .map(|scan| scan.context_place(Form::SelfReport));
    assert_eq!(
        places,
        [Some(ContextPlace::Before), Some(ContextPlace::After)]
    );
    scans
}

fn begin(instrument: &Instrument, form: Form) -> Session {
    let rater = Rater {
        role: form,
        pseudonym: String::new(),
    };
    let subject = Subject {
        pseudonym: "Sanne".to_owned(),
    };
    let id = "s-1".to_owned();
    Session::start_form(
        instrument,
        (rater, subject),
        id,
        1,
        Language::Nl,
        moment(AT),
    )
}

/// Goes on from the screen that is there; every second statement cannot be judged.
fn go_on(session: &mut Session, instrument: &Instrument) {
    let items = instrument.form_items(session.form());
    session.update(
        instrument,
        match session.step() {
            Step::Interlude(_) => Action::GoOn,
            Step::Item(n) if n % 2 == 1 => Action::CannotJudge { item: items[n] },
            Step::Item(n) => Action::Rate {
                item: items[n],
                rating: Rating::new(4, instrument.response_scale()).expect("on the scale"),
            },
            step => panic!("not on this way: {step:?}"),
        },
    );
}

/// Every screen in order, from the first to the review: 24 statements, as many a page as the
/// questionnaire's pages have that can be seen.
fn way(instrument: &Instrument) -> Vec<Step> {
    let (mut way, mut position) = (Vec::new(), 0);
    let pages = instrument.form_pages(Form::Manager);
    for (page, items) in pages.iter().enumerate() {
        way.push(Step::Interlude(page));
        way.extend((position..position + items.len()).map(Step::Item));
        position += items.len();
    }
    assert_eq!(position, 24);
    way.push(Step::Review);
    way
}

#[test]
fn a_form_about_another_person_asks_its_statements_and_nothing_about_a_situation() {
    for scan in scans() {
        for form in ABOUT_ANOTHER {
            assert_eq!(scan.context_place(form), None);
            let mut session = begin(&scan, form);
            let mut seen = vec![session.step()];
            while session.step() != Step::Review {
                go_on(&mut session, &scan);
                seen.push(session.step());
            }
            assert_eq!(seen, way(&scan));
            assert!(session.reviewing());
            session.update(&scan, Action::Complete { at: moment(AT) });
            assert_eq!(session.status(), Status::Completed);
            assert_eq!(
                (session.answers().rated(), session.answers().seen()),
                (12, 24)
            );
            assert_eq!(session.parts().context, [None; 4]);
        }
    }
}

#[test]
fn back_leads_from_its_review_to_its_first_screen() {
    for scan in scans() {
        let mut session = begin(&scan, Form::Manager);
        assert_eq!(session.step(), Step::Interlude(0));
        session.update(&scan, Action::Back);
        assert_eq!(session.step(), Step::Interlude(0), "nothing lies before it");
        while session.step() != Step::Review {
            go_on(&mut session, &scan);
        }
        let mut seen = Vec::new();
        while session.step() != Step::Interlude(0) {
            session.update(&scan, Action::Back);
            seen.push(session.step());
            assert!(seen.len() < 100, "back leads in a circle: {seen:?}");
        }
        assert_eq!(seen[0], Step::Item(23));
        assert!((0..24).all(|position| seen.contains(&Step::Item(position))));
        assert!(
            !seen
                .iter()
                .any(|step| matches!(step, Step::Context(_) | Step::ContextInterlude))
        );
        assert_eq!(session.answers().seen(), 24);
    }
}

#[test]
fn it_goes_on_where_it_was_stopped() {
    for scan in scans() {
        let mut session = begin(&scan, Form::Manager);
        while session.step() != Step::Review {
            let again = Session::restore(&scan, session.parts().clone());
            assert_eq!(again, session);
            go_on(&mut session, &scan);
        }
        assert_eq!(Session::restore(&scan, session.parts().clone()), session);
    }
}

#[test]
fn a_stored_step_that_the_form_does_not_have_becomes_the_review() {
    for scan in scans() {
        for step in [Step::Context(0), Step::ContextInterlude, Step::Item(24)] {
            let mut parts = begin(&scan, Form::Manager).parts().clone();
            parts.step = step;
            let restored = Session::restore(&scan, parts.clone());
            assert_eq!(restored.step(), Step::Review, "{step:?}");
            parts.rater.role = Form::SelfReport;
            let own = Session::restore(&scan, parts).step();
            let asked = match step {
                Step::ContextInterlude => {
                    scan.context_place(Form::SelfReport) == Some(ContextPlace::After)
                }
                _ => true,
            };
            assert_eq!(own == step, asked, "on an own form: {step:?}");
        }
    }
}

#[test]
fn whoever_has_answered_every_statement_comes_back_to_the_review_from_a_change() {
    for scan in scans() {
        let mut session = begin(&scan, Form::Manager);
        while session.step() != Step::Review {
            go_on(&mut session, &scan);
        }
        let item = scan.form_items(Form::Manager)[3];
        let mut parts = session.parts().clone();
        (parts.step, parts.reviewing) = (Step::Item(3), false);
        let mut session = Session::restore(&scan, parts);
        assert!(session.reviewing(), "nothing is asked after the statements");
        session.update(&scan, Action::CannotJudge { item });
        assert_eq!(session.step(), Step::Review);
        assert_eq!(session.answers().get(item), Some(Answer::CannotJudge));
    }
}

#[test]
fn an_unfinished_file_goes_on_with_a_statement() {
    for scan in scans() {
        let scan = Rc::new(scan);
        let mut session = begin(&scan, Form::Manager);
        for answered in [0, 5, 24] {
            while session.answers().seen() < answered {
                go_on(&mut session, &scan);
            }
            let file = result_document(&ResultInput {
                instrument: &scan,
                session: &session,
                joined: &JoinedRecords::default(),
                export_id: "e-1".to_owned(),
                exported_at: moment(AT),
                language: Language::Nl,
                unknown: &Map::new(),
                share: Share::EVERYTHING,
                zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
                page: None,
            });
            let opened =
                open_result(&file.bytes, std::slice::from_ref(&scan)).expect("a good file");
            let expected = match answered {
                24 => Step::Review,
                position => Step::Item(position),
            };
            assert_eq!(opened.session.step(), expected);
        }
    }
}
