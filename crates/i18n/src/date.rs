//! Dates as a language writes them.
//!
//! Records hold RFC 3339 texts with the offset of the place they were made in, so the date
//! to show is the one that stands in the text; no calendar arithmetic is needed.

use model::Language;

const NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date of an RFC 3339 text, such as `23 november 2026`; the text itself when it is
/// not one.
pub fn long_date(rfc3339: &str, language: Language) -> String {
    date(rfc3339, language, |month| month)
}

/// The same where there is little room, such as `23 nov 2026`.
pub fn short_date(rfc3339: &str, language: Language) -> String {
    date(rfc3339, language, |month| match month {
        "maart" => "mrt",
        month => &month[..3],
    })
}

fn date(rfc3339: &str, language: Language, month: fn(&'static str) -> &'static str) -> String {
    let months = match language {
        Language::Nl => NL,
        Language::En => EN,
    };
    let mut parts = rfc3339.get(..10).unwrap_or_default().split('-');
    // All digits, since a number may also be written with a sign.
    let mut part = || {
        let text = parts.next()?;
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(text)
    };
    let (year, number, day) = (part(), part(), part());
    let name = number
        .and_then(|text| text.parse::<usize>().ok())
        .and_then(|number| months.get(number.wrapping_sub(1)));
    let day = day
        .and_then(|text| text.parse::<u8>().ok())
        .filter(|day| (1..=31).contains(day));
    match (year, name, day) {
        (Some(year), Some(name), Some(day)) => {
            let mut text = day.to_string();
            for part in [" ", month(name), " ", year] {
                text.push_str(part);
            }
            text
        }
        _ => rfc3339.to_string(),
    }
}
