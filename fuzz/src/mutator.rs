//! Changes of JSON that leave it JSON, so that the fuzzer gets past the parser more often than by
//! changing bytes.

use fastrand::Rng;
use serde_json::{Value, json};

/// How often, of four, JSON is changed as JSON.
const OF_FOUR: u8 = 3;

/// The JSON with one to four places changed; `None` where the bytes are no JSON, where chance says
/// so, or where it would be too long.
pub(crate) fn changed(bytes: &[u8], longest: usize, random: &mut Rng) -> Option<Vec<u8>> {
    if random.u8(0..4) >= OF_FOUR {
        return None;
    }
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    for _ in 0..random.u8(1..=4) {
        let mut pointers = Vec::new();
        collect(&value, String::new(), &mut pointers);
        let other = value.pointer(pick(&pointers, random)?)?.clone();
        let spot = value.pointer_mut(pick(&pointers, random)?)?;
        change(spot, other, random);
    }
    let text = serde_json::to_vec(&value).ok()?;
    (text.len() <= longest).then_some(text)
}

fn pick<'a>(list: &'a [String], random: &mut Rng) -> Option<&'a String> {
    list.get(random.usize(0..list.len().max(1)))
}

/// The JSON pointers of every value.
fn collect(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(inner, format!("{here}/{name}"), all);
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                collect(inner, format!("{here}/{n}"), all);
            }
        }
        _ => {}
    }
    all.push(here);
}

fn change(spot: &mut Value, other: Value, random: &mut Rng) {
    match random.u8(0..8) {
        0 => *spot = other,
        1 => *spot = hostile(random),
        2 => *spot = Value::Array(vec![spot.take(); random.usize(0..4)]),
        _ => alike(spot, other, random),
    }
}

/// A change that keeps the type, so that more of the reader is reached.
fn alike(spot: &mut Value, other: Value, random: &mut Rng) {
    match spot {
        Value::Array(list) => match random.u8(0..4) {
            0 => drop(list.pop()),
            1 => list.reverse(),
            2 => list.extend(list.first().cloned()),
            _ => list.push(other),
        },
        Value::Object(fields) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            match (random.choice(&names), random.bool()) {
                (Some(name), true) => drop(fields.remove(name)),
                (Some(name), false) => drop(fields.insert(format!("{name}x"), other)),
                (None, _) => drop(fields.insert("x".to_owned(), other)),
            }
        }
        Value::String(text) => *text = text_like(text, random),
        Value::Number(_) => *spot = number(random),
        Value::Bool(is) => *spot = json!(!*is),
        Value::Null => *spot = hostile(random),
    }
}

fn number(random: &mut Rng) -> Value {
    match random.u8(0..6) {
        0 => json!(random.i64(..)),
        1 => json!(random.f64() * 1e9),
        2 => json!(-random.i32(0..10)),
        3 => json!(u64::MAX),
        _ => json!(random.u8(0..12)),
    }
}

/// Texts that have meant trouble to a reader of some kind.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{202E}\u{200B}\u{1B}[31m",
    "line\r\nEND:VEVENT",
    "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>",
    "2024-02-30",
    "9999-12-31T23:59:60+18:00",
    "-0001-01-01",
    "1e999",
    "e\u{301}",
    "\u{FFFF}",
    "../../x",
    "__proto__",
];

fn text_like(text: &str, random: &mut Rng) -> String {
    let cut = |text: &str, at: usize| text.chars().take(at).collect::<String>();
    match random.u8(0..6) {
        0 => (*random.choice(TEXTS).unwrap_or(&"")).to_owned(),
        1 => cut(text, random.usize(0..text.chars().count().max(1))),
        2 => text.repeat(random.usize(1..40)),
        3 => format!("{text}{}", random.choice(TEXTS).unwrap_or(&"")),
        4 => text
            .chars()
            .map(|c| {
                if random.u8(0..8) == 0 {
                    random.char(..)
                } else {
                    c
                }
            })
            .collect(),
        _ => text.chars().rev().collect(),
    }
}

fn hostile(random: &mut Rng) -> Value {
    match random.u8(0..6) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!(random.bool()),
        4 => number(random),
        _ => json!(random.choice(TEXTS)),
    }
}
