//! Definitions broken at random never make the loader, the linter or their sentences panic.
//!
//! A run tries some dozens of them. `FUZZ_SECONDS=600 cargo test --test native --locked fuzz`
//! goes on for that long, each time with new ones; what fails is made as small as it gets and
//! printed. The usual fuzzing tool needs a nightly compiler, which this project does not use.

use super::EXAMPLE;
use definition::lint::{lint, say, say_fault, say_place};
use model::Language;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Definitions tried in a round.
const CASES: u32 = 48;

/// Runs one round, or rounds for as long as the environment asks.
fn rounds<S: Strategy>(given: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let asked = std::env::var("FUZZ_SECONDS").ok();
    let seconds = asked.map_or(0, |text| {
        text.parse().expect("FUZZ_SECONDS is a whole number")
    });
    let end = Instant::now() + Duration::from_secs(seconds);
    loop {
        let mut runner = TestRunner::new(ProptestConfig {
            cases: CASES,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        if let Err(failed) = runner.run(&given, &test) {
            panic!("{failed}");
        }
        if Instant::now() >= end {
            return;
        }
    }
}

/// Loads, lints and says everything. Whatever is said is short and safe to show.
fn goes_through(bytes: &[u8]) -> Result<(), TestCaseError> {
    let said: Vec<(String, String)> = match definition::from_bytes(bytes) {
        Ok(instrument) => lint(&instrument)
            .iter()
            .flat_map(|found| Language::ALL.map(|l| (found.place.clone(), say(found, l))))
            .collect(),
        Err(error) => {
            prop_assert!(!error.faults.is_empty());
            prop_assert!(!error.to_string().is_empty());
            let faults = error.faults.iter();
            faults
                .flat_map(|fault| Language::ALL.map(|l| (fault.place.clone(), say_fault(fault, l))))
                .collect()
        }
    };
    for (place, sentence) in said {
        for language in Language::ALL {
            say_place(&place, language);
        }
        for text in [place, sentence] {
            prop_assert!(text.chars().count() < 400, "{}", text);
            prop_assert!(!text.chars().any(char::is_control), "{:?}", text);
        }
    }
    Ok(())
}

/// A text that could stand anywhere: right, hostile, too long, or of any characters.
fn text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(vec![
        "",
        " ",
        "+",
        "-",
        "limiting",
        "LEA-1",
        "FOL-3",
        "learning",
        "<script>alert(1)</script>",
        "a; https://x &amp; <b>",
        "http://x",
        "Ik bel en ik mail. Of niet, maar dan snel; en/of",
        "turned \u{202E} round",
    ]);
    prop_oneof![
        2 => "[a-z ,.;é&<>-]{1,130}",
        2 => hostile.prop_map(str::to_owned),
        1 => ".{0,400}",
    ]
}

/// A value of any kind.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            (inner.clone(), inner).prop_map(|(nl, en)| json!({"nl": nl, "en": en})),
        ]
    })
}

/// What is done to a place of the file.
#[derive(Clone, Debug)]
enum Change {
    /// Another value of the same kind, so that it is read further.
    Alike(String, u32),
    /// Any other value.
    Replace(Value),
    /// Something is taken out.
    Remove,
    /// Something stands there twice.
    Double,
    /// The order is turned round.
    Swap,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        12 => (text(), 0_u32..12).prop_map(|(text, number)| Change::Alike(text, number)),
        1 => value().prop_map(Change::Replace),
        1 => Just(Change::Remove),
        1 => Just(Change::Double),
        2 => Just(Change::Swap),
    ]
}

/// Every value within a value, by its JSON pointer.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                pointers(inner, &format!("{here}/{name}"), all);
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                pointers(inner, &format!("{here}/{n}"), all);
            }
        }
        _ => {}
    }
}

fn apply(file: &mut Value, spot: prop::sample::Index, change: Change) {
    let mut all = Vec::new();
    pointers(file, "", &mut all);
    let target = file
        .pointer_mut(&all[spot.index(all.len())])
        .expect("it was found a moment ago");
    match (change, target) {
        (Change::Replace(value), target) => *target = value,
        (Change::Alike(text, _), Value::String(old)) => *old = text,
        (Change::Alike(_, number), Value::Number(old)) => *old = number.into(),
        (Change::Alike(..), Value::Bool(old)) => *old = !*old,
        (Change::Remove | Change::Alike(..), Value::Array(list)) => drop(list.pop()),
        (Change::Double, Value::Array(list)) => {
            let again = list.first().cloned();
            list.extend(again);
        }
        (Change::Swap, Value::Array(list)) => list.reverse(),
        (Change::Remove, Value::Object(fields)) => {
            let name = fields.keys().next().cloned();
            name.and_then(|name| fields.remove(&name));
        }
        (Change::Alike(..), Value::Object(_)) => {}
        (_, Value::Object(fields)) => {
            let (mut names, values): (Vec<String>, Vec<Value>) =
                std::mem::take(fields).into_iter().unzip();
            names.rotate_left(1);
            fields.extend(names.into_iter().zip(values));
        }
        (_, target) => *target = Value::Null,
    }
}

#[test]
fn fuzz_a_definition_changed_anywhere_is_taken_or_refused_with_sentences() {
    let whole: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    let changes = prop::collection::vec((any::<prop::sample::Index>(), change()), 1..4);
    rounds(changes, |changes| {
        let mut file = whole.clone();
        for (spot, change) in changes {
            apply(&mut file, spot, change);
        }
        goes_through(file.to_string().as_bytes())
    });
}

#[test]
fn fuzz_a_file_with_bytes_changed_or_cut_off_is_taken_or_refused_with_sentences() {
    let byte = prop_oneof![8 => b' '..=b'~', 1 => any::<u8>()];
    let spots = prop::collection::vec((any::<prop::sample::Index>(), byte), 0..6);
    let given = (
        spots,
        any::<prop::sample::Index>(),
        prop::bool::weighted(0.2),
    );
    rounds(given, |(spots, end, cut)| {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for (spot, byte) in spots {
            let at = spot.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        goes_through(&bytes)
    });
}

#[test]
fn fuzz_bytes_of_any_kind_are_refused_with_sentences() {
    rounds(prop::collection::vec(any::<u8>(), 0..600), |bytes| {
        goes_through(&bytes)
    });
}
