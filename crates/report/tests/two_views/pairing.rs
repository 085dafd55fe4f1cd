//! Which two views are compared: every pair that is refused, and why.

use super::support::{
    MIRROR, REVIEW, all, answers, items_of, load, manager, parts, rep, scan, scan_text, session,
};
use model::{Day, Form, Instrument, Language, Session};
use report::{By, NotPaired, TwoViews, View, pair};
use std::rc::Rc;

fn view(instrument: &Rc<Instrument>, form: Form, id: &str) -> View {
    let session = session(instrument, form, id, &all(instrument, 2));
    View::of_session(instrument, &session, &[])
}

/// Why two views are refused, which must not depend on their order.
fn refused(one: &View, other: &View) -> NotPaired {
    let reason = pair(one, other).expect_err("they are not compared");
    assert_eq!(
        pair(other, one).expect_err("not the other way either"),
        reason
    );
    reason
}

#[test]
fn whose_view_it_is_follows_from_the_form_whatever_the_order() {
    let scan = scan();
    let (own, other) = (
        rep(&scan, &all(&scan, 4), &[]),
        manager(&scan, &all(&scan, 2), &[]),
    );
    for (one, two) in [(&own, &other), (&other, &own)] {
        let pair = pair(one, two).expect("two views of one rep");
        assert_eq!(pair.rep().form(), Form::SelfReport);
        assert_eq!(pair.manager().form(), Form::Manager);
    }
}

#[test]
fn the_very_same_session_twice_is_refused() {
    let scan = scan();
    let own = rep(&scan, &all(&scan, 4), &[]);
    assert_eq!(refused(&own, &own), NotPaired::SameSession);
    // The same from a file in which a scale was withheld.
    let less = rep(&scan, &all(&scan, 4), &[1]);
    assert_eq!(refused(&own, &less), NotPaired::SameSession);
}

#[test]
fn the_same_session_as_file_and_as_code_is_refused_as_the_same() {
    let scan = scan();
    let keyed = all(&scan, 4);
    let own = rep(&scan, &keyed, &[]);
    let answers = answers(&scan, &keyed);
    let code = View::of_answers(&scan, Form::SelfReport, &answers, &[], own.day());
    assert_eq!(refused(&own, &code), NotPaired::SameSession);
    assert_eq!(refused(&code, &code), NotPaired::SameSession);
    let later = Day::parse("2026-03-03");
    let later = View::of_answers(&scan, Form::SelfReport, &answers, &[], later);
    assert_eq!(refused(&code, &later), NotPaired::TwoSelfForms);
}

#[test]
fn two_forms_about_oneself_are_refused_of_one_person_or_of_two() {
    let scan = scan();
    let [one, other] = ["a", "b"].map(|id| view(&scan, Form::SelfReport, id));
    assert_eq!(refused(&one, &other), NotPaired::TwoSelfForms);
}

#[test]
fn two_others_are_refused_without_the_reps_own_view() {
    let scan = scan();
    let two = |one, other| refused(&view(&scan, one, "a"), &view(&scan, other, "b"));
    assert_eq!(
        two(Form::Manager, Form::Manager),
        NotPaired::TwoManagerForms
    );
    assert_eq!(
        two(Form::Observer, Form::Observer),
        NotPaired::TwoObserverForms
    );
    assert_eq!(
        two(Form::Manager, Form::Observer),
        NotPaired::ManagerAndObserver
    );
}

#[test]
fn an_observer_is_the_other_view_as_a_manager_is() {
    let review = load(REVIEW);
    let own = view(&review, Form::SelfReport, "a");
    for form in [Form::Manager, Form::Observer] {
        let pair = pair(&view(&review, form, "b"), &own).expect("two views of one conversation");
        assert_eq!(pair.manager().form(), form);
    }
}

#[test]
fn another_questionnaire_is_refused() {
    let own = view(&scan(), Form::SelfReport, "a");
    for other in [REVIEW, MIRROR] {
        for form in [Form::SelfReport, Form::Manager] {
            let other = view(&load(other), form, "b");
            assert_eq!(refused(&own, &other), NotPaired::AnotherQuestionnaire);
        }
    }
}

#[test]
fn another_version_is_refused() {
    let own = view(&scan(), Form::SelfReport, "a");
    let earlier = view(&load(scan_text("0.1.0")), Form::Manager, "b");
    assert_eq!(refused(&own, &earlier), NotPaired::AnotherVersion);
}

#[test]
fn the_same_version_with_another_content_is_refused() {
    let own = view(&scan(), Form::SelfReport, "a");
    let changed = [scan_text("0.2.0"), "\n"].concat();
    let changed = view(&load(&changed), Form::Manager, "b");
    assert_eq!(refused(&own, &changed), NotPaired::AnotherDigest);
}

#[test]
fn an_unfinished_form_is_refused_with_whose_it_is() {
    let scan = scan();
    let made = |form, id: &str, completed: bool| {
        let mut parts = parts(&scan, form, id, &all(&scan, 3));
        parts.completed_at = parts.completed_at.filter(|_| completed);
        View::of_session(&scan, &Session::restore(&scan, parts), &[])
    };
    for (rep, manager, by) in [
        (false, true, By::Rep),
        (true, false, By::Manager),
        (false, false, By::Both),
    ] {
        let own = made(Form::SelfReport, "a", rep);
        let other = made(Form::Manager, "b", manager);
        assert_eq!(refused(&own, &other), NotPaired::Unfinished(by));
    }
}

#[test]
fn where_every_theme_is_withheld_by_one_or_the_other_nothing_is_compared() {
    let scan = scan();
    let keyed = all(&scan, 4);
    for (own, other) in [
        (&[0, 1, 2][..], &[][..]),
        (&[0], &[1, 2]),
        (&[0, 1], &[1, 2, 3]),
    ] {
        let (own, other) = (rep(&scan, &keyed, own), manager(&scan, &keyed, other));
        assert_eq!(refused(&own, &other), NotPaired::AllWithheld);
    }
    // Beliefs are never the manager's: withholding them leaves everything to compare.
    let beliefs = pair(&rep(&scan, &keyed, &[3]), &manager(&scan, &keyed, &[]));
    assert_eq!(
        TwoViews::new(&beliefs.expect("themes are shared"))
            .scales
            .len(),
        3
    );
}

#[test]
fn without_a_statement_that_both_answered_nothing_is_compared_and_one_is_enough() {
    let scan = scan();
    let (mut own, mut other) = (all(&scan, 4), all(&scan, 4));
    for &item in items_of(&scan, 0) {
        own[item] = None;
    }
    for &item in [items_of(&scan, 1), items_of(&scan, 2)].concat().iter() {
        other[item] = None;
    }
    let reason = refused(&rep(&scan, &own, &[]), &manager(&scan, &other, &[]));
    assert_eq!(reason, NotPaired::NoJointAnswer);
    own[items_of(&scan, 0)[3]] = Some(4);
    assert!(pair(&rep(&scan, &own, &[]), &manager(&scan, &other, &[])).is_ok());
}

#[test]
fn the_languages_may_differ() {
    let scan = scan();
    let [dutch, english] = [Language::Nl, Language::En].map(|one| Rc::new(scan.in_language(one)));
    let own = |of: &Rc<Instrument>| rep(of, &all(of, 4), &[]);
    let other = |of: &Rc<Instrument>| manager(of, &all(of, 2), &[]);
    let same = pair(&own(&dutch), &other(&dutch)).expect("one language");
    let two = pair(&own(&dutch), &other(&english)).expect("two languages");
    assert_eq!(TwoViews::new(&same), TwoViews::new(&two));
}

#[test]
fn a_view_holds_nothing_that_its_form_does_not_ask_and_nothing_that_is_withheld() {
    let scan = scan();
    let view = View::of_answers(
        &scan,
        Form::Manager,
        &answers(&scan, &all(&scan, 4)),
        &[1],
        None,
    );
    for item in 0..scan.items().len() {
        let is_shown = matches!(scan.items()[item].scale, 0 | 2);
        assert_eq!(view.answers().get(item).is_some(), is_shown);
    }
}
