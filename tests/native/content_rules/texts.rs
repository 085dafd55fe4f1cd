//! Rules for every text that a reader sees, whatever questionnaire it is of.

use super::Faults;
use crate::texts::never_said::{claims, never_said};
use serde_json::Value;

/// A term that another word stands for.
enum Term {
    /// As a word of its own.
    Word(&'static str),
    /// At the beginning of a word.
    Start(&'static str),
    /// Anywhere.
    Part(&'static str),
}

const NOT_USED_NL: &[Term] = &[
    Term::Word("app"),
    Term::Part("spiegel"),
    Term::Part("vragenlijst"),
    Term::Start("uitkomst"),
    Term::Start("indeling"),
    Term::Start("gebied"),
];
const NOT_USED_EN: &[Term] = &[
    Term::Word("app"),
    Term::Start("mirror"),
    Term::Part("questionnaire"),
    Term::Start("outcome"),
];

/// The product's own name, in which a term may stand.
const NAME: &str = "Mindset Mirror";

/// Texts that are the same in both languages.
const ALIKE: [&str; 5] = [
    "Sales Mindset Scan",
    "Accountability",
    "Commitment",
    "Score",
    NAME,
];

/// The words of a text in lower case: what stands between characters that are neither letter nor
/// digit.
pub fn words(text: &str) -> Vec<String> {
    let low = text.to_lowercase();
    let words = low.split(|one: char| !one.is_alphanumeric() && one != '_');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What holds for every text that a reader sees, in its language.
pub fn said(faults: &mut Faults, place: &str, text: &str, language: &str) {
    never(faults, place, text);
    for claim in claims(text) {
        faults.need(false, place, format!("claims {claim}"));
    }
    let bare = text.replace(NAME, "").to_lowercase();
    let terms = match language {
        "nl" => NOT_USED_NL,
        _ => NOT_USED_EN,
    };
    for term in terms {
        let (term, stands) = match term {
            Term::Word(term) => (term, words(&bare).iter().any(|word| word == term)),
            Term::Start(term) => (term, words(&bare).iter().any(|word| word.starts_with(term))),
            Term::Part(term) => (term, bare.contains(term)),
        };
        faults.need(!stands, place, format!("the term {term} is not used"));
    }
    let is_bare = text.trim() == text && !text.is_empty();
    faults.need(is_bare, place, "empty, or white space around it");
    let is_even = !text.contains(['\n', '\t', '\r']) && !text.contains("  ");
    faults.need(is_even, place, "line break, tab or double space");
    // Between backticks stands code, which has the quotes that it has.
    let prose: String = text.split('`').step_by(2).collect();
    let is_typographic = !text.contains('"') && !prose.contains('\'');
    faults.need(is_typographic, place, "straight quote");
    let count = |mark: char| text.chars().filter(|one| *one == mark).count();
    faults.need(count('‘') <= count('’'), place, "‘ without ’");
    faults.need(!has_telephone_number(text), place, "telephone number");
    let is_final = !words(text)
        .iter()
        .any(|word| word == "todo" || word == "tbd");
    faults.need(is_final, place, "is not final");
}

/// What holds for every text at all, also for one that no reader sees.
fn never(faults: &mut Faults, place: &str, text: &str) {
    for word in never_said(text) {
        faults.need(false, place, format!("forbidden word {word}"));
    }
    faults.need(!text.contains('@'), place, "mail address");
}

/// Whether a word begins with a zero and goes on with eight digits or more, spaces and hyphens
/// among them.
fn has_telephone_number(text: &str) -> bool {
    let is_of_a_word = |one: char| one.is_alphanumeric() || one == '_';
    text.match_indices('0').any(|(at, _)| {
        let mut digits = text[at + 1..].chars();
        let is_start = !text[..at].ends_with(is_of_a_word);
        let is_number = digits.next().is_some_and(|one| one.is_ascii_digit());
        let rest = digits.take_while(|one| one.is_ascii_digit() || " -".contains(*one));
        is_start && is_number && rest.count() >= 7
    })
}

/// The names of the placeholders of a text, in order of the alphabet; the subject's name is called
/// `{naam}` in Dutch.
pub fn holes(text: &str) -> Vec<&str> {
    let after_opening = text.split('{').skip(1);
    let names = after_opening.filter_map(|rest| Some(rest.split_once('}')?.0));
    let is_name = |name: &&str| {
        !name.is_empty() && name.chars().all(|one| one.is_alphanumeric() || one == '_')
    };
    let mut names: Vec<&str> = names
        .filter(is_name)
        .map(|name| if name == "naam" { "name" } else { name })
        .collect();
    names.sort_unstable();
    names
}

/// A text in both languages, of at most `most` characters each.
pub fn both(faults: &mut Faults, place: &str, text: &Value, most: usize) {
    let fields = text.as_object();
    let has_both = fields.is_some_and(|fields| fields.keys().eq(["en", "nl"]));
    if !faults.need(has_both, place, "needs nl and en") {
        return;
    }
    let [nl, en] = ["nl", "en"].map(|language| {
        let place = format!("{place}.{language}");
        let text = text[language].as_str();
        if faults.need(text.is_some(), &place, "is no text") {
            let text = text.unwrap_or_default();
            said(faults, &place, text, language);
            let length = text.chars().count();
            let what = format!("{length} characters, at most {most}");
            faults.need(length <= most, &place, what);
        }
        text.unwrap_or_default()
    });
    let is_translated = nl != en || ALIKE.contains(&nl);
    faults.need(is_translated, place, "the same in both languages");
    let what = "other placeholders in nl than in en";
    faults.need(holes(nl) == holes(en), place, what);
}

/// A question in both languages.
pub fn question(faults: &mut Faults, place: &str, text: &Value, most: usize) {
    both(faults, place, text, most);
    for language in ["nl", "en"] {
        let is_question = text[language]
            .as_str()
            .is_some_and(|text| text.ends_with('?'));
        let place = format!("{place}.{language}");
        faults.need(is_question, &place, "is no question");
    }
}

/// Every text anywhere in a file, of at most `most` characters, so that none is overlooked. How many
/// there are in two languages.
pub fn everything(faults: &mut Faults, place: &str, value: &Value, most: usize) -> usize {
    match value {
        Value::Object(fields) if fields.contains_key("nl") || fields.contains_key("en") => {
            both(faults, place, value, most);
            1
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, inner)| everything(faults, &format!("{place}.{name}"), inner, most))
            .sum(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(n, inner)| everything(faults, &format!("{place}[{n}]"), inner, most))
            .sum(),
        Value::String(text) => {
            never(faults, place, text);
            0
        }
        _ => 0,
    }
}

/// How a file is written: an indent of two, one entry a line, a line break at its end, no character
/// written as an escape that need not be.
pub fn is_canonical(text: &str) -> bool {
    !text.contains("\\u") && !text.contains("\\/") && text == indented(text)
}

/// The same JSON with an indent of two. Only the white space between its parts is changed.
fn indented(text: &str) -> String {
    let (mut out, mut depth, mut in_text, mut escaped) = (String::new(), 0, false, false);
    let mut empty = false;
    for one in text.chars() {
        if in_text {
            out.push(one);
            in_text = escaped || one != '"';
            escaped = one == '\\' && !escaped;
            continue;
        }
        let closes = one == '}' || one == ']';
        if one.is_whitespace() {
            continue;
        }
        if closes {
            depth -= 1;
        }
        // A line of its own for what is first in a list, and for the end of one that is not empty.
        if empty != closes {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        }
        empty = one == '{' || one == '[';
        out.push(one);
        match one {
            '{' | '[' => depth += 1,
            ',' => {
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
            }
            ':' => out.push(' '),
            '"' => in_text = true,
            _ => {}
        }
    }
    out.push('\n');
    out
}
