//! Example states of the page, for the gallery and the tests. Native builds only.

use crate::balance::{Entry, Source, Span};
use crate::page::{BalancePage, BalancePageProps};
use calendar_hours::{CalendarFault, CalendarHours};
use model::{Day, Language};
use ui::fixtures::Fixture;
use yew::prelude::*;

fn typed(week: &str, hours: [&str; 7]) -> Entry {
    Entry {
        week: week.to_owned(),
        hours: hours.map(str::to_owned),
        ..Entry::default()
    }
}

fn counted(found: CalendarHours) -> Entry {
    Entry {
        source: Source::Calendar,
        is_open: true,
        found: Some(found),
        ..typed("40", ["", "", "", "12", "6,5", "", ""])
    }
}

/// The page with what was filled in, under the name of that state.
pub fn entries() -> Vec<(&'static str, Entry)> {
    let found = CalendarHours {
        minutes: 22 * 60,
        held: 17,
        unexpanded: 2,
        unreadable: 1,
        weeks: 4,
    };
    let refused = Entry {
        is_open: false,
        found: None,
        fault: Some(CalendarFault::CutOff),
        span: Span::One,
        ..counted(found)
    };
    vec![
        ("nothing filled in", Entry::default()),
        (
            "below a fifth",
            typed("40", ["2", "2", "0,5", "12", "6,5", "5", "3"]),
        ),
        ("a fifth", typed("40", ["4", "3", "1", "", "", "", ""])),
        (
            "above a fifth",
            typed("36", ["12,25", "4", "2", "4", "6", "2", ""]),
        ),
        ("no coaching", typed("40", ["0", "", "", "", "", "", ""])),
        (
            "more than a week",
            typed("40", ["8", "", "", "30", "2,5", "", ""]),
        ),
        (
            "more coaching than week",
            typed("40", ["30", "10", "1", "", "", "", ""]),
        ),
        (
            "fields that are not clear",
            typed("169", ["veel", "", "", "", "", "", ""]),
        ),
        ("counted in a calendar", counted(found)),
        (
            "nothing found",
            counted(CalendarHours {
                weeks: 4,
                ..CalendarHours::default()
            }),
        ),
        ("a file that is refused", refused),
    ]
}

/// The page, whole, in a language.
pub fn pages(language: Language) -> Vec<Fixture> {
    let states = entries().into_iter();
    states
        .map(|(state, entry)| {
            let props = BalancePageProps {
                language,
                today: Day::parse("2026-11-25"),
                entry,
            };
            Fixture::new("time balance", state, html! { <BalancePage ..props /> })
        })
        .collect()
}
