//! The published schemas, judged by an independent validator.

use crate::support::moment;
use crate::support::sales_mindset;
use content::example_session;
use jsonschema::Validator;
use model::Language;
use records::{JoinedRecords, ResultInput, Share, Zone, result_document};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

const RESULT: &str = include_str!("../../schema/result-2.0.json");
const INSTRUMENT: &str = include_str!("../../schema/instrument-1.3.json");
const GOLDEN: &str = include_str!("../../schema/examples/result-2.0.json");
/// Every version 1 in order: its schema, and a file of then.
const FORMER: [(&str, &str); 3] = [
    (
        include_str!("../../schema/result-1.0.json"),
        include_str!("../../schema/examples/result-1.0.json"),
    ),
    (
        include_str!("../../schema/result-1.1.json"),
        include_str!("../../schema/examples/result-1.1.json"),
    ),
    (
        include_str!("../../schema/result-1.2.json"),
        include_str!("../../schema/examples/result-1.2.json"),
    ),
];
const FORMER_INSTRUMENTS: [&str; 3] = [
    include_str!("../../schema/instrument-1.0.json"),
    include_str!("../../schema/instrument-1.1.json"),
    include_str!("../../schema/instrument-1.2.json"),
];

static RESULT_SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(RESULT));

static FORMER_SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(FORMER[2].0));

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn validator(schema: &str) -> Validator {
    let schema = parse(schema);
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema that compiles")
}

/// Fails with every fault the result schema finds.
pub fn assert_result(bytes: &[u8]) {
    let file: Value = serde_json::from_slice(bytes).expect("JSON");
    let faults: Vec<String> = RESULT_SCHEMA
        .iter_errors(&file)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

/// Fails with the first fault the backup schema finds.
pub fn assert_backup(bytes: &[u8]) {
    let file: Value = serde_json::from_slice(bytes).expect("JSON");
    let schema = validator(include_str!("../../schema/backup-2.0.json"));
    assert!(schema.validate(&file).is_ok(), "{file:#}");
}

/// Whether the last schema of version 1 accepts a file.
pub fn accepts_version_1(bytes: &[u8]) -> bool {
    let schema = &FORMER_SCHEMA;
    serde_json::from_slice(bytes).is_ok_and(|file: Value| schema.is_valid(&file))
}

/// Whether the result schema accepts a file.
pub fn accepts_result(bytes: &[u8]) -> bool {
    serde_json::from_slice(bytes).is_ok_and(|file: Value| RESULT_SCHEMA.is_valid(&file))
}

#[test]
fn the_golden_file_and_an_export_are_valid_results() {
    assert_result(GOLDEN.as_bytes());
    let instrument = sales_mindset();
    for language in Language::ALL {
        let document = result_document(&ResultInput {
            instrument: &instrument,
            session: &example_session(&instrument).expect("an example"),
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-11-23T10:15:00+01:00"),
            language,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        });
        assert_result(&document.bytes);
    }
}

#[test]
fn a_published_file_is_valid_by_its_own_schema_and_by_every_later_one_of_its_major_version() {
    for (n, (_, file)) in FORMER.iter().enumerate() {
        for (schema, _) in &FORMER[n..] {
            assert!(validator(schema).is_valid(&parse(file)));
        }
        assert!(!accepts_result(file.as_bytes()), "another major version");
    }
    assert!(!validator(FORMER[2].0).is_valid(&parse(GOLDEN)));
}

#[test]
fn the_result_schema_has_no_room_for_how_someone_answered() {
    for place in ["/quality", "/pageSeconds", "/session/pageSeconds"] {
        let mut file = parse(GOLDEN);
        let (parent, name) = place.rsplit_once('/').expect("a pointer");
        let object = file.pointer_mut(parent).and_then(Value::as_object_mut);
        object
            .expect("an object")
            .insert(name.to_owned(), json!([9.0]));
        assert!(!accepts_result(file.to_string().as_bytes()), "{place}");
    }
}

#[test]
fn the_result_schema_leaves_room_for_later_minor_versions() {
    let mut file = parse(GOLDEN);
    file["formatVersion"] = "2.4".into();
    file["mood"] = json!({"before": 3});
    file["session"]["place"] = "train".into();
    assert!(accepts_result(file.to_string().as_bytes()));
}

#[test]
fn a_score_without_percent_needs_a_reason() {
    let mut file = parse(GOLDEN);
    file["scores"][0]["percent"] = Value::Null;
    assert!(!accepts_result(file.to_string().as_bytes()));
    file["scores"][0]["reason"] = "too_few_answered".into();
    assert!(accepts_result(file.to_string().as_bytes()));
}

/// Every shipped definition, by id.
fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    content::SOURCES
        .iter()
        .map(|source| (source.id, source.definition))
}

/// The place and the fault of everything that a schema finds in a definition.
fn faults(schema: &str, definition: &Value) -> Vec<String> {
    validator(schema)
        .iter_errors(definition)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

#[test]
fn every_instrument_that_ships_is_valid_by_every_published_schema() {
    for schema in FORMER_INSTRUMENTS.into_iter().chain([INSTRUMENT]) {
        for (id, text) in shipped() {
            assert_eq!(faults(schema, &parse(text)), Vec::<String>::new(), "{id}");
        }
    }
}

#[test]
fn what_a_coach_begins_from_is_valid_since_schema_1_3() {
    let example = include_str!("../../content/examples/ten-statements.json");
    let guide = include_str!("../../docs/write-your-own.md");
    let (_, smallest) = guide.split_once("```json\n").expect("a block of JSON");
    let (smallest, _) = smallest.split_once("```").expect("its end");
    for definition in [example, smallest].map(parse) {
        assert_eq!(faults(INSTRUMENT, &definition), Vec::<String>::new());
        assert_ne!(
            faults(FORMER_INSTRUMENTS[2], &definition),
            Vec::<String>::new()
        );
    }
}

#[test]
fn a_definition_that_leaves_out_what_has_a_default_is_valid_since_schema_1_2() {
    for text in [
        include_str!("fixtures/questionnaires/manager-mirror.json"),
        include_str!("fixtures/questionnaires/call-review.json"),
    ] {
        assert!(validator(INSTRUMENT).is_valid(&parse(text)));
        assert!(!validator(FORMER_INSTRUMENTS[1]).is_valid(&parse(text)));
        assert!(definition::from_json(text).is_ok());
    }
}

#[test]
fn what_the_instrument_schema_rejects_the_loader_rejects_too() {
    let schema = validator(INSTRUMENT);
    let changes: [(&str, Value); 19] = [
        ("/meta/id", "".into()),
        ("/meta/version", "1.0 ".into()),
        ("/items/0/id", "ACC.01".into()),
        ("/reserve_items/0/id", "ACC R1".into()),
        ("/pairs/0/id", "1".into()),
        ("/meta/title/en", "  ".into()),
        ("/scoring/min_answered/denominator", 0.into()),
        ("/scoring/bands/low", json!([0])),
        ("/scoring/change/reliability", 1.5.into()),
        ("/response_scale/labels/0/value", 300.into()),
        ("/scales", json!([])),
        ("/scales/0/polarity", "good".into()),
        ("/scales/0/bands/mid/in_account", json!({"nl": "Tekst"})),
        (
            "/scales/0/manager_examples",
            json!({"learning_goal": {"nl": "a", "en": "b"}}),
        ),
        ("/items/3/key", "x".into()),
        ("/items/3/text", json!({"nl": "Tekst"})),
        ("/presentation/pages/0", json!([])),
        ("/context_questions/0/options", json!([])),
        ("/ui_texts", json!({})),
    ];
    for (place, value) in changes {
        let mut file = parse(content::SOURCES[0].definition);
        *file.pointer_mut(place).expect(place) = value;
        assert!(!schema.is_valid(&file), "{place}: schema");
        assert!(
            definition::from_json(&file.to_string()).is_err(),
            "{place}: loader"
        );
    }
}
