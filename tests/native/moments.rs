//! Moments and days: checked, and compared as what they are.

use crate::support::sales_mindset;
use model::{Action, Day, Language, Rating, Session, Step, Timestamp};

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap_or_else(|| panic!("{text} is a moment"))
}

#[test]
fn moments_compare_as_instants_whatever_their_offset() {
    assert_eq!(
        moment("2026-11-23T10:00:00+01:00"),
        moment("2026-11-23T09:00:00Z")
    );
    assert_eq!(
        moment("1970-01-01T00:00:00Z"),
        Day::parse("1970-01-01").expect("a day").start()
    );
    for (earlier, later) in [
        ("2026-11-23T23:30:00-05:00", "2026-11-24T05:00:00Z"),
        ("2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00"),
        ("2024-02-29T23:59:59.9Z", "2024-03-01T00:00:00Z"),
        ("1999-12-31T23:59:59Z", "2000-01-01T00:00:00Z"),
        ("2026-11-23T10:00:00.09Z", "2026-11-23T10:00:00.1Z"),
    ] {
        assert!(moment(earlier) < moment(later), "{earlier} {later}");
    }
}

#[test]
fn what_does_not_exist_is_no_moment_and_no_day() {
    for text in [
        "",
        "2026-11-23",
        "2026-02-29T10:00:00Z",
        "2026-11-23t10:00:00z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:00:60Z",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00.Z",
        "2026-11-23T10:00:00+24:00",
        "2026-11-23T10:00:00é",
    ] {
        assert!(Timestamp::parse(text).is_none(), "{text}");
    }
    for text in [
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "２026-11-23",
    ] {
        assert!(Day::parse(text).is_none(), "{text}");
    }
    assert_eq!(
        moment("2026-11-23T23:30:00-05:00").day(),
        Day::parse("2026-11-23").expect("a day")
    );
}

#[test]
fn a_result_keeps_its_moment_until_an_answer_changes() {
    let instrument = sales_mindset();
    let mut session = Session::start(
        &instrument,
        "s".into(),
        1,
        Language::Nl,
        moment("2026-11-23T09:00:00Z"),
    );
    let (first, second) = ("2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z");
    let complete = |at: &str| Action::Complete { at: moment(at) };
    let rate = |value| Action::Rate {
        item: 5,
        rating: Rating::new(value, instrument.response_scale()).expect("on the scale"),
    };
    session.update(&instrument, Action::Review);
    session.update(&instrument, complete(first));
    assert_eq!(session.step(), Step::Result);
    // Looking at the answers, and even giving the same one again, changes nothing.
    session.update(&instrument, Action::Back);
    session.update(&instrument, Action::Change { item: 5 });
    session.update(&instrument, Action::Back);
    session.update(&instrument, complete(second));
    assert_eq!(
        session.parts().completed_at.as_ref().map(Timestamp::as_str),
        Some(first)
    );
    session.update(&instrument, Action::Back);
    session.update(&instrument, Action::Change { item: 5 });
    session.update(&instrument, rate(4));
    session.update(&instrument, complete(second));
    assert_eq!(
        session.parts().completed_at.as_ref().map(Timestamp::as_str),
        Some(second)
    );
    let third = "2026-11-25T10:00:00Z";
    session.update(&instrument, Action::Back);
    session.update(&instrument, Action::Change { item: 5 });
    session.update(&instrument, rate(4));
    session.update(&instrument, complete(third));
    assert_eq!(
        session.parts().completed_at.as_ref().map(Timestamp::as_str),
        Some(second)
    );
}

#[test]
fn days_later_run_over_the_ends_of_months_and_years_and_leap_days() {
    for (day, days, later) in [
        ("2026-03-02", 0, "2026-03-02"),
        ("2026-03-02", 42, "2026-04-13"),
        ("2026-12-30", 7, "2027-01-06"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2027-02-28", 1, "2027-03-01"),
        ("2026-11-27", 364, "2027-11-26"),
    ] {
        let day = Day::parse(day).expect("a day");
        assert_eq!(day.later(days), Day::parse(later), "{day} and {days}");
    }
    let last = Day::parse("9999-12-31").expect("a day");
    assert_eq!(last.later(0), Some(last));
    assert_eq!(last.later(1), None);
    assert_eq!(last.later(u32::MAX), None);
}
