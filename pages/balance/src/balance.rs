//! What was filled in, and what comes of it. Whole numbers throughout: a difference of nothing is
//! never the rounding of a fraction.

use calendar_hours::{CalendarFault, CalendarHours};
use model::Language;

/// The hours that a week has.
pub const MAX_WEEK: u32 = 168;

/// The kinds of time, in the order in which they are asked.
pub const KINDS: usize = 7;

/// How many of them are coaching: on the job, one-to-ones and call reviews. They come first.
pub const COACHING_KINDS: usize = 3;

/// Time in a week, in hundredths of an hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(u32);

impl Hours {
    /// Whole hours.
    pub const fn of(hours: u32) -> Self {
        Self(hours * 100)
    }

    /// Hundredths of an hour.
    pub const fn hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// The time that a text says, such as `4`, `4,5` or `4.25`: at most two decimals and 168 hours.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mark = text.bytes().position(|byte| matches!(byte, b',' | b'.'));
        let (hours, decimals) = match mark {
            Some(mark) => (&text[..mark], &text[mark + 1..]),
            None => (text, "0"),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hours) || !digits(decimals) || !(1..=2).contains(&decimals.len()) {
            return None;
        }
        let hours: u32 = hours.parse().ok()?;
        let tens = if decimals.len() == 1 { 10 } else { 1 };
        let hundredths = decimals.parse::<u32>().ok()? * tens;
        let in_a_week = hours < MAX_WEEK || hours == MAX_WEEK && hundredths == 0;
        in_a_week.then_some(Self(hours * 100 + hundredths))
    }

    /// The number as a language writes it, without zeros at its end.
    pub fn text(self, language: Language) -> String {
        let (hours, rest) = (self.0 / 100, self.0 % 100);
        let mark = match language {
            Language::Nl => ",",
            Language::En => ".",
        };
        let hours = hours.to_string();
        match (rest / 10, rest % 10) {
            (0, 0) => hours,
            (tenths, 0) => [&hours, mark, &tenths.to_string()].concat(),
            (tenths, rest) => [&hours, mark, &tenths.to_string(), &rest.to_string()].concat(),
        }
    }

    /// Whether it is one hour, which some languages say in the singular.
    pub fn is_one(self) -> bool {
        self.0 == 100
    }

    /// How much of a week it is, in percent of it, rounded half up; 0 of no week.
    pub fn percent_of(self, week: Self) -> u32 {
        match week.0 {
            0 => 0,
            week => (self.0 * 100 + week / 2) / week,
        }
    }

    /// How much of a week it is, from 0 to 1.
    pub(crate) fn part_of(self, week: Self) -> f64 {
        f64::from(self.0) / f64::from(week.0.max(1))
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Where the hours of coaching come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// They are filled in.
    #[default]
    Typed,
    /// They are counted in a calendar.
    Calendar,
}

/// Which weeks of a calendar are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// The four whole weeks before this one, on average.
    #[default]
    LastFour,
    /// The week of a day.
    One,
}

/// What was filled in, as it was typed, and what was found in a calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The hours of the working week.
    pub week: String,
    /// The hours of each kind.
    pub hours: [String; KINDS],
    /// Where those of coaching come from.
    pub source: Source,
    /// The words that titles are searched for; those of the language where nobody changed them.
    pub words: Option<String>,
    /// Which weeks are counted.
    pub span: Span,
    /// A day of the week, where it is one.
    pub day: String,
    /// Whether a calendar is open.
    pub is_open: bool,
    /// What was found in it, where there are words and weeks to look for.
    pub found: Option<CalendarHours>,
    /// Why the file that was chosen last cannot be read.
    pub fault: Option<CalendarFault>,
}

/// What comes of what was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A field holds what is no number of hours.
    Unclear,
    /// Something is still needed.
    Missing {
        /// The hours of the week.
        week: bool,
        /// Those of coaching.
        coaching: bool,
    },
    /// There is more coaching than week.
    MoreCoachingThanWeek(Hours, Hours),
    /// There is more of everything together than week.
    MoreThanWeek(Hours, Hours),
    /// All of it fits.
    Balance(Balance),
}

/// A week with its coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The working week.
    pub week: Hours,
    /// What of it is coaching.
    pub coaching: Hours,
    /// What else was filled in.
    pub other: Hours,
}

/// How coaching compares with a fifth of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It is this much less.
    Below(Hours),
    /// It is a fifth.
    None,
    /// It is this much more.
    Above(Hours),
}

impl Entry {
    /// The hours of the week; an error for a text that is no whole number from 1 to 168.
    pub fn week(&self) -> Result<Option<Hours>, NotHours> {
        if self.week.is_empty() {
            return Ok(None);
        }
        let hours: u32 = self.week.parse().map_err(|_| NotHours)?;
        match (1..=MAX_WEEK).contains(&hours) {
            true => Ok(Some(Hours::of(hours))),
            false => Err(NotHours),
        }
    }

    /// The hours of a kind; an error for a text that says none.
    pub fn hours(&self, kind: usize) -> Result<Option<Hours>, NotHours> {
        let text = self.hours[kind].trim();
        match text.is_empty() {
            true => Ok(None),
            false => Hours::parse(text).map(Some).ok_or(NotHours),
        }
    }

    /// The hours of coaching, of the source that was chosen. A calendar in which nothing was found
    /// says nothing of them.
    pub fn coaching(&self) -> Result<Option<Hours>, NotHours> {
        match self.source {
            Source::Typed => self.sum(0..COACHING_KINDS),
            Source::Calendar => {
                let found = self.found.filter(|found| found.held > 0);
                Ok(found.map(|found| Hours(found.hundredths_a_week())))
            }
        }
    }

    /// The hours of several kinds together, where at least one of them is filled in.
    fn sum(&self, kinds: std::ops::Range<usize>) -> Result<Option<Hours>, NotHours> {
        let mut sum = None;
        for kind in kinds {
            if let Some(hours) = self.hours(kind)? {
                sum = Some(hours.and(sum.unwrap_or_default()));
            }
        }
        Ok(sum)
    }

    /// What comes of it.
    pub fn outcome(&self) -> Outcome {
        let other = self.sum(COACHING_KINDS..KINDS);
        let (Ok(week), Ok(coaching), Ok(other)) = (self.week(), self.coaching(), other) else {
            return Outcome::Unclear;
        };
        let (Some(week), Some(coaching)) = (week, coaching) else {
            return Outcome::Missing {
                week: week.is_none(),
                coaching: coaching.is_none(),
            };
        };
        let other = other.unwrap_or_default();
        let sum = coaching.and(other);
        if coaching > week {
            Outcome::MoreCoachingThanWeek(coaching, week)
        } else if sum > week {
            Outcome::MoreThanWeek(sum, week)
        } else {
            Outcome::Balance(Balance {
                week,
                coaching,
                other,
            })
        }
    }
}

/// A text that says no number of hours within a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHours;

impl Balance {
    /// A fifth of the week. A week is whole hours, so that this is exact.
    pub fn fifth(self) -> Hours {
        Hours(self.week.0 / 5)
    }

    /// What of the week was not filled in.
    pub fn unfilled(self) -> Hours {
        self.week.less(self.coaching.and(self.other))
    }

    /// How its coaching compares with a fifth of it.
    pub fn gap(self) -> Gap {
        let (coaching, fifth) = (self.coaching, self.fifth());
        match coaching.cmp(&fifth) {
            std::cmp::Ordering::Less => Gap::Below(fifth.less(coaching)),
            std::cmp::Ordering::Equal => Gap::None,
            std::cmp::Ordering::Greater => Gap::Above(coaching.less(fifth)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_with_a_comma_or_a_point() {
        for (text, hundredths) in [
            ("0", 0),
            ("4", 400),
            (" 4,5 ", 450),
            ("4.25", 425),
            ("0,05", 5),
            ("168", 16_800),
            ("168,0", 16_800),
        ] {
            assert_eq!(Hours::parse(text), Some(Hours(hundredths)), "{text}");
        }
        for text in [
            "",
            ",5",
            "4,",
            "4,555",
            "-1",
            "+1",
            "1e2",
            "168,01",
            "169",
            "4,5,5",
            "vier",
            "99999999999",
            "4.+5",
            "١",
        ] {
            assert_eq!(Hours::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hours_are_written_as_the_language_does() {
        for (hundredths, nl, en) in [
            (0, "0", "0"),
            (400, "4", "4"),
            (450, "4,5", "4.5"),
            (425, "4,25", "4.25"),
            (405, "4,05", "4.05"),
            (5, "0,05", "0.05"),
        ] {
            let hours = Hours(hundredths);
            assert_eq!(
                [hours.text(Language::Nl), hours.text(Language::En)],
                [nl, en]
            );
        }
    }

    fn entry(week: &str, hours: [&str; KINDS]) -> Entry {
        Entry {
            week: week.to_owned(),
            hours: hours.map(str::to_owned),
            ..Entry::default()
        }
    }

    #[test]
    fn coaching_is_compared_with_a_fifth_of_the_week() {
        for (week, hours, gap, percent) in [
            (
                "40",
                ["4", "", "0,5", "", "", "", ""],
                Gap::Below(Hours(350)),
                11,
            ),
            ("40", ["4", "3", "1", "20", "", "", ""], Gap::None, 20),
            ("36", ["7,2", "", "", "", "", "", ""], Gap::None, 20),
            (
                "36",
                ["7,21", "", "", "", "", "", ""],
                Gap::Above(Hours(1)),
                20,
            ),
            (
                "24",
                ["0", "", "", "", "", "", ""],
                Gap::Below(Hours(480)),
                0,
            ),
            (
                "168",
                ["168", "", "", "", "", "", ""],
                Gap::Above(Hours(13_440)),
                100,
            ),
            (
                "1",
                ["", "0,15", "", "", "", "", ""],
                Gap::Below(Hours(5)),
                15,
            ),
        ] {
            let Outcome::Balance(balance) = entry(week, hours).outcome() else {
                panic!("{week} {hours:?}");
            };
            assert_eq!(balance.gap(), gap, "{week} {hours:?}");
            assert_eq!(balance.coaching.percent_of(balance.week), percent);
        }
    }

    #[test]
    fn what_is_not_filled_in_is_the_rest_of_the_week() {
        let filled = entry("40", ["2", "2", "0,5", "12", "6,5", "5", "3"]);
        let Outcome::Balance(balance) = filled.outcome() else {
            panic!("{:?}", filled.outcome());
        };
        assert_eq!(
            (balance.coaching, balance.other),
            (Hours(450), Hours(2_650))
        );
        assert_eq!(balance.unfilled(), Hours(900));
    }

    #[test]
    fn what_does_not_fit_into_a_week_is_no_balance() {
        let none = ["", "", "", "", "", "", ""];
        for (week, hours, outcome) in [
            (
                "",
                none,
                Outcome::Missing {
                    week: true,
                    coaching: true,
                },
            ),
            (
                "40",
                none,
                Outcome::Missing {
                    week: false,
                    coaching: true,
                },
            ),
            (
                "40",
                ["", "", "", "8", "", "", ""],
                Outcome::Missing {
                    week: false,
                    coaching: true,
                },
            ),
            (
                "",
                ["8", "", "", "", "", "", ""],
                Outcome::Missing {
                    week: true,
                    coaching: false,
                },
            ),
            ("169", none, Outcome::Unclear),
            ("0", none, Outcome::Unclear),
            ("38,5", none, Outcome::Unclear),
            ("40", ["", "", "", "", "", "", "veel"], Outcome::Unclear),
            ("40", ["169", "", "", "", "", "", ""], Outcome::Unclear),
            (
                "40",
                ["30", "10", "0,5", "", "", "", ""],
                Outcome::MoreCoachingThanWeek(Hours(4_050), Hours(4_000)),
            ),
            (
                "40",
                ["8", "", "", "30", "2,5", "", ""],
                Outcome::MoreThanWeek(Hours(4_050), Hours(4_000)),
            ),
            (
                "168",
                ["168", "168", "168", "168", "168", "168", "168"],
                Outcome::MoreCoachingThanWeek(Hours(50_400), Hours(16_800)),
            ),
        ] {
            assert_eq!(entry(week, hours).outcome(), outcome, "{week} {hours:?}");
        }
    }

    #[test]
    fn a_calendar_in_which_nothing_was_found_says_nothing_of_coaching() {
        let mut entry = entry("40", ["8", "", "", "", "", "", ""]);
        entry.source = Source::Calendar;
        let missing = Outcome::Missing {
            week: false,
            coaching: true,
        };
        assert_eq!(entry.outcome(), missing);
        let mut found = CalendarHours {
            weeks: 4,
            ..CalendarHours::default()
        };
        entry.found = Some(found);
        assert_eq!(entry.outcome(), missing);
        (found.minutes, found.held) = (18 * 60, 14);
        entry.found = Some(found);
        assert_eq!(entry.coaching(), Ok(Some(Hours(450))));
    }
}
