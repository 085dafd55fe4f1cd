//! Somebody's calendar, whose titles other people wrote.

use calendar_hours::{Calendar, Weeks, Words};
use model::Day;

/// Reads the bytes, and holds the hours of any of its events to the weeks that they are of.
pub(crate) fn read(bytes: &[u8]) {
    let Ok(calendar) = Calendar::read(bytes) else {
        return;
    };
    let words = Words::parse("coaching, bila, a");
    for day in ["0000-01-01", "2026-12-02", "9999-12-31"] {
        let day = Day::parse(day).expect("a day");
        let [one, four] = [Weeks::with(day), Weeks::four_before(day)];
        for weeks in [one, four] {
            let found = calendar.hours(&words, weeks);
            assert!(found.minutes <= weeks.count() * 7 * 24 * 60);
            assert!(found.hundredths_a_week() <= 16_800);
            assert!(found.held > 0 || found.minutes == 0);
            let none = calendar.hours(&Words::default(), weeks);
            assert_eq!((none.minutes, none.held, none.unreadable), (0, 0, 0));
        }
    }
}
