//! Stored bytes that something else has changed: 5,000 cases, the same ones each time. Nothing
//! panics, what has a sound copy is shown as it was, and what has none is offered as it was found.

use super::tests::{Page, attempt};
use super::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::backend::Rows;
use store::doubles::Browser;

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// Where a change befalls.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Database,
    Copy,
    /// Both, in the same way.
    Both,
    /// The database, and there is no copy of anything.
    Alone,
}

const PLACES: [At; 4] = [At::Database, At::Copy, At::Both, At::Alone];

/// What a device held before something changed it.
struct Device {
    database: Rows,
    mirror: Rows,
    catalogue: Vec<Rc<model::Instrument>>,
}

const BODIES: [(&str, &str); 2] = [
    (
        "agreements/a-1",
        include_str!("../../../fuzz/seeds/record/agreement.json"),
    ),
    (
        "influences/i-1",
        include_str!("../../../fuzz/seeds/record/influence.json"),
    ),
];

impl Device {
    fn new() -> Self {
        let browser = Browser::default();
        let catalogue = vec![attempt("s-1").instrument];
        let mut page = Page::open_with(&browser, "first", &catalogue, |_| ());
        for id in ["s-1", "s-2", "s-3"] {
            page.save(attempt(id));
        }
        for (key, text) in BODIES {
            let mut body: Value = serde_json::from_str(text).expect("JSON");
            body["id"] = key.split_once('/').map(|(_, id)| json!(id)).expect("an id");
            page.put(key, &body.to_string());
        }
        page.put("preferences", r#"{"language":"en","schema":1}"#);
        Self {
            database: browser.database(),
            mirror: browser.mirror(),
            catalogue,
        }
    }

    fn names(&self) -> Vec<String> {
        self.database.clone().into_keys().collect()
    }

    /// A page that opens what is there after these rows were changed.
    fn open(&self, changed: &[(String, String)], at: At) -> Page {
        let browser = Browser::default();
        let change = |rows: &mut Rows, sound: &Rows, is_changed: bool| {
            *rows = sound.clone();
            for (name, text) in changed.iter().filter(|_| is_changed) {
                rows.insert(name.clone(), text.clone());
            }
        };
        browser.edit_database(|rows| change(rows, &self.database, at != At::Copy));
        match at {
            At::Alone => browser.edit_mirror(|rows| *rows = Rows::new()),
            _ => browser.edit_mirror(|rows| change(rows, &self.mirror, at != At::Database)),
        }
        Page::open_with(&browser, "later", &self.catalogue, |_| ())
    }

    /// Each record can be read as it was, or what was found in its place can be had.
    fn holds(&self, changed: &[(String, String)], at: At) {
        let page = self.open(changed, at);
        let snapshot = page.snapshot();
        let had: Vec<String> = page
            .persistence
            .unreadable()
            .into_iter()
            .map(|one| one.text)
            .collect();
        for (name, sound) in &self.database {
            let Some(key) = RecordKey::parse(name) else {
                continue;
            };
            let found = snapshot.get(&key).map(|record| &*record.body);
            let as_it_was = found == Some(body(sound));
            let changed = changed.iter().find(|(other, _)| other == name);
            let is_offered = |text: &str| had.iter().any(|one| one == text || one == body(text));
            // A row that says it is of a later form is a newer page's: no copy takes its place.
            let is_newer = at == At::Database && changed.is_some_and(|(_, text)| says_newer(text));
            let has_copy = matches!(at, At::Database | At::Copy) && !is_newer;
            let is_sound_somewhere = changed.is_none() || has_copy;
            let what = || format!("{name} {at:?} {changed:?}: {found:?}, {had:?}");
            assert!(as_it_was || !is_sound_somewhere, "{}", what());
            if let Some((_, text)) = changed.filter(|_| at != At::Copy) {
                assert!(as_it_was && text == sound || is_offered(text), "{}", what());
            }
        }
        // A file can be made of everything, also now.
        assert!(!page.persistence.backup().bytes.is_empty());
    }
}

/// What a row holds after the line that says of which version it is.
fn body(row: &str) -> &str {
    row.split_once('\n').map_or(row, |(_, body)| body)
}

/// Whether the form of a row, with which it begins, is a later one than that of today.
fn says_newer(row: &str) -> bool {
    let form = row.split(' ').next().unwrap_or_default();
    form.parse::<u32>().is_ok_and(|form| form > 1)
}

fn truncated(text: &str, random: &mut Random) -> String {
    let end = random.below(text.chars().count());
    text.chars().take(end).collect()
}

/// One character with one bit turned over, of those that stay characters.
fn flipped(text: &str, random: &mut Random) -> String {
    let at = random.below(text.chars().count());
    let bit = random.below(7);
    let turn = |c: char| char::from_u32(c as u32 ^ (1 << bit)).unwrap_or(c);
    let one = |(n, c)| if n == at { turn(c) } else { c };
    text.chars().enumerate().map(one).collect()
}

#[test]
fn stored_bytes_truncated_flipped_or_swapped_can_be_had() {
    let (device, mut random) = (Device::new(), Random(15));
    let names = device.names();
    let mut cases: BTreeMap<&str, usize> = BTreeMap::new();
    for n in 0..4_000 {
        let at = PLACES[n % PLACES.len()];
        let name = &names[random.below(names.len())];
        let other = &names[random.below(names.len())];
        let text = &device.database[name];
        let (kind, changed) = match n % 8 {
            0..=2 => (
                "truncated",
                vec![(name.clone(), truncated(text, &mut random))],
            ),
            3..=5 => ("flipped", vec![(name.clone(), flipped(text, &mut random))]),
            _ => (
                "swapped",
                vec![
                    (name.clone(), device.database[other].clone()),
                    (other.clone(), text.clone()),
                ],
            ),
        };
        *cases.entry(kind).or_default() += 1;
        device.holds(&changed, at);
    }
    println!("stored bytes: {cases:?}");
}

/// The JSON pointers of every value.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| {
            pointers(inner, &format!("{here}/{name}"), all);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, inner)| {
            pointers(inner, &format!("{here}/{n}"), all);
        }),
        _ => {}
    }
}

#[test]
fn stored_values_of_another_type_are_read_or_can_be_had() {
    let (device, mut random) = (Device::new(), Random(16));
    let names: Vec<String> = device
        .names()
        .into_iter()
        .filter(|name| name != "meta")
        .collect();
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("text"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"schema": 4}),
        json!("\u{202E}\u{0}"),
    ];
    let mut read = 0;
    for n in 0..1_000 {
        let name = &names[n % names.len()];
        let mut value: Value = serde_json::from_str(body(&device.database[name])).expect("JSON");
        let mut all = Vec::new();
        pointers(&value, "", &mut all);
        let spot = &all[random.below(all.len())];
        *value.pointer_mut(spot).expect("a value") = others[random.below(others.len())].clone();
        let text = match random.below(20) {
            0 => String::new(),
            1 => "\u{0}".to_owned(),
            2 => "{".to_owned(),
            _ => value.to_string(),
        };
        let browser = Browser::default();
        browser.edit_database(|rows| *rows = device.database.clone());
        // Saved by something that knows how a row is made, and not what stands in it.
        Page::open_with(&browser, "other", &device.catalogue, |_| ()).put(name, &text);
        let page = Page::open_with(&browser, "later", &device.catalogue, |_| ());
        let had = page.persistence.unreadable();
        let key = RecordKey::parse(name).expect("a name");
        let snapshot = page.snapshot();
        let stands = snapshot
            .get(&key)
            .is_some_and(|record| *record.body == *text);
        let offered = had.iter().any(|one| one.text == text);
        assert!(stands || offered, "{name}: {text}: {had:?}");
        read += usize::from(!offered);
        assert!(!page.persistence.backup().bytes.is_empty());
    }
    println!("stored values of another type: 1000, of which {read} are still read");
}
