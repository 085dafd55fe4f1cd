//! Times in fields of an opened file that this version does not know: two moments say how long
//! somebody took, and so does a duration. Days stay, and so does prose with a clock time in it.

use super::format::{NEVER, NEVER_IN_NAME, NEVER_OF_NUMBERS};
use serde_json::{Map, Value};

/// Takes out the fields that are never written, and points in time, however deep.
pub(super) fn without_times(fields: &mut Map<String, Value>) {
    fields.retain(|name, value| !(is_never(name, value) || says_moment(name) || is_moment(value)));
    fields.values_mut().for_each(in_value);
}

fn in_value(value: &mut Value) {
    match value {
        Value::Object(fields) => without_times(fields),
        Value::Array(list) => {
            list.retain(|one| !is_moment(one));
            list.iter_mut().for_each(in_value);
        }
        _ => {}
    }
}

/// Whether a field is never written, however the words of its name are put together.
fn is_never(name: &str, value: &Value) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let joined = letters.collect::<String>().to_ascii_lowercase();
    if NEVER.contains(&&*joined) || NEVER_IN_NAME.iter().any(|part| joined.contains(part)) {
        return true;
    }
    let words = words(name);
    let is_moment = words.last().is_some_and(|last| last == "at");
    let is_of_time = words.iter().any(|word| NEVER_OF_NUMBERS.contains(&&**word));
    (is_moment || is_of_time) && holds_number(value)
}

/// The words of a name in small letters, wherever an upper-case letter, a digit or a sign parts
/// them: `timeSpentMS`, `time_spent_ms` and `Time-Spent.ms` have the same three. The words that are
/// looked for have the letters of ASCII alone; tables of all others would take 20 KB.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (n, &letter) in letters.iter().enumerate() {
        let before = n.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(n + 1);
        let begins = letter.is_ascii_uppercase()
            && (before.is_some_and(|before| before.is_ascii_lowercase())
                // The last one of several begins the next word: `MSTaken`.
                || (before.is_some_and(|before| before.is_ascii_uppercase())
                    && after.is_some_and(char::is_ascii_lowercase)));
        if begins || !letter.is_ascii_alphabetic() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_ascii_alphabetic(), words.last_mut()) {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether there is a number in a value, also one in quotes.
fn holds_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::String(text) => is_number(text.trim()),
        Value::Array(list) => list.iter().any(holds_number),
        Value::Object(fields) => fields.values().any(holds_number),
        Value::Null | Value::Bool(_) => false,
    }
}

/// Whether a text is a number, as JSON or somebody who writes one would write it.
fn is_number(text: &str) -> bool {
    let of_number = |one: char| one.is_ascii_digit() || "+-.,eE".contains(one);
    text.contains(|one: char| one.is_ascii_digit()) && text.chars().all(of_number)
}

fn is_moment(value: &Value) -> bool {
    match value {
        Value::String(text) => says_moment(text),
        Value::Number(number) => {
            // Without its fraction, however it is written; below 0 it is none.
            let count = number
                .as_u64()
                .or(number.as_f64().map(|value| value as u64));
            count.is_some_and(|count| is_since_1970(&count.to_string()))
        }
        _ => false,
    }
}

/// Whether a text says a point in time or a duration: a day with a time after it, a time of day to
/// the second or beside a year, nothing but a time of day, a count since 1970, or an ISO duration.
fn says_moment(text: &str) -> bool {
    let text = text.trim();
    let runs = runs(text);
    is_since_1970(text)
        || is_duration(text)
        || is_time_alone(text, &runs)
        || has_time_after_day(&runs)
        || has_time_beside_year(&runs)
}

/// A number as text, and what stands between it and the next one.
struct Run<'a> {
    digits: &'a str,
    then: &'a str,
}

/// The numbers of a text, in its order.
fn runs(text: &str) -> Vec<Run<'_>> {
    let is_digit = |one: char| one.is_ascii_digit();
    let Some(first) = text.find(is_digit) else {
        return Vec::new();
    };
    let mut rest = &text[first..];
    let mut runs = Vec::new();
    while !rest.is_empty() {
        let (digits, after) = rest.split_at(rest.find(|one| !is_digit(one)).unwrap_or(rest.len()));
        let (then, next) = after.split_at(after.find(is_digit).unwrap_or(after.len()));
        runs.push(Run { digits, then });
        rest = next;
    }
    runs
}

/// Whether a number can be that of an hour or of a minute, in one or two digits.
fn is_up_to(digits: &str, highest: u8) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|number: u8| number <= highest)
}

/// Whether an hour and a minute stand here, with a colon between.
fn is_clock(runs: &[Run]) -> bool {
    matches!(runs, [hour, minute, ..] if hour.then == ":"
        && is_up_to(hour.digits, 24)
        && minute.digits.len() == 2
        && is_up_to(minute.digits, 59))
}

/// Whether a number is a year in which somebody could have answered.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn has_time_beside_year(runs: &[Run]) -> bool {
    let has_year = runs
        .iter()
        .any(|run| is_year(run.digits) || (run.digits.len() == 8 && is_year(&run.digits[..4])));
    (0..runs.len()).any(|n| {
        let clock = &runs[n..];
        is_clock(clock) && (has_year || (clock[1].then == ":" && clock.len() > 2))
    })
}

fn has_time_after_day(runs: &[Run]) -> bool {
    (0..runs.len()).any(|n| {
        let rest = &runs[n..];
        let day = match rest {
            [day, ..] if day.digits.len() == 8 && is_year(&day.digits[..4]) => 1,
            [first, second, third, ..]
                if first.then == second.then
                    && ["-", "/", "."].contains(&first.then)
                    && (is_year(first.digits) || is_year(third.digits))
                    && is_up_to(second.digits, 31) =>
            {
                3
            }
            _ => return false,
        };
        let (last, time) = (&rest[day - 1], &rest[day..]);
        let Some(hour) = time.first() else {
            return false;
        };
        match last.then {
            "T" | "t" => true,
            " " | "_" | "-" | ", " | "," | "  " => {
                let with_minute = [":", ".", "-", "h", "u"].contains(&hour.then)
                    && time.get(1).is_some_and(|minute| minute.digits.len() == 2);
                [4, 6].contains(&hour.digits.len()) || (is_up_to(hour.digits, 24) && with_minute)
            }
            _ => false,
        }
    })
}

/// Whether there is nothing but a time of day, with or without a zone or a half of the day.
fn is_time_alone(text: &str, runs: &[Run]) -> bool {
    let text = text.strip_prefix(['T', 't']).unwrap_or(text);
    let of_time = |one: char| one.is_ascii_digit() || ":.,+- AaPpMmZz".contains(one);
    is_clock(runs)
        && text.starts_with(|one: char| one.is_ascii_digit())
        && text.chars().all(of_time)
}

/// Whether a text is a count of seconds, milliseconds, microseconds or nanoseconds since 1970 that
/// lies between 2001 and 2100, or a day and a time in digits alone.
fn is_since_1970(text: &str) -> bool {
    let (count, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    if !(all_digits(count) && all_digits(fraction)) {
        return false;
    }
    let in_digits = [12, 14].contains(&count.len())
        && is_year(&count[..4])
        && is_up_to(&count[4..6], 12)
        && is_up_to(&count[6..8], 31)
        && is_up_to(&count[8..10], 24);
    let years = 978_307_200..4_102_444_800;
    let number = count.parse::<u64>().unwrap_or(0);
    let counts = [1, 1_000, 1_000_000, 1_000_000_000].map(|unit| number / unit);
    in_digits || counts.iter().any(|seconds| years.contains(seconds))
}

/// Whether a text is a duration such as `PT12M3.5S`.
fn is_duration(text: &str) -> bool {
    let amount = text.strip_prefix('P');
    amount.is_some_and(|amount| {
        let of_duration = |one: char| one.is_ascii_digit() || "YMWDTHS.,".contains(one);
        amount.chars().all(of_duration) && amount.contains(|one: char| one.is_ascii_digit())
    })
}
