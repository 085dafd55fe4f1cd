//! The published schemas, judged by an independent validator.

use crate::support::moment;
use crate::support::{SCAN_0_1, sales_mindset};
use content::example_session;
use jsonschema::Validator;
use model::Language;
use records::{
    JoinedRecords, ResultInput, Share, Zone, agreements_document, read_agreements, result_document,
};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

const RESULT: &str = include_str!("../../schema/result-2.0.json");
const INSTRUMENT: &str = include_str!("../../schema/instrument-1.4.json");
const GOLDEN: &str = include_str!("../../schema/examples/result-2.0.json");
const AGREEMENTS: &str = include_str!("../../schema/agreements-1.0.json");
const GOLDEN_AGREEMENTS: &str = include_str!("../../schema/examples/agreements-1.0.json");
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
const FORMER_INSTRUMENTS: [&str; 4] = [
    include_str!("../../schema/instrument-1.0.json"),
    include_str!("../../schema/instrument-1.1.json"),
    include_str!("../../schema/instrument-1.2.json"),
    include_str!("../../schema/instrument-1.3.json"),
];

/// Version 0.2.0 of the scan.
const SCAN_0_2: &str = include_str!("../../content/sales-mindset/0.2.0.json");

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
            page: None,
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

#[test]
fn the_golden_file_of_agreements_and_what_is_written_of_it_are_valid() {
    let golden = parse(GOLDEN_AGREEMENTS);
    assert_eq!(faults(AGREEMENTS, &golden), Vec::<String>::new());
    let records = read_agreements(GOLDEN_AGREEMENTS.as_bytes()).expect("it is one of ours");
    let written = agreements_document(&records, &moment("2026-11-27T10:15:00+01:00"));
    let written: Value = serde_json::from_slice(&written.bytes).expect("JSON");
    assert_eq!(faults(AGREEMENTS, &written), Vec::<String>::new());
    assert_eq!(written["agreements"], golden["agreements"]);
}

#[test]
fn what_the_schema_of_agreements_rejects_is_not_read_and_what_it_leaves_room_for_is() {
    let schema = validator(AGREEMENTS);
    let reads = |file: &Value| read_agreements(file.to_string().as_bytes()).is_ok();
    let changes: [(&str, Value); 14] = [
        ("/format", "mindset-mirror-result".into()),
        ("/formatVersion", "2.0".into()),
        ("/formatVersion", "1".into()),
        ("/exportedOn", "2026-02-30".into()),
        ("/agreements", json!([])),
        ("/agreements/0/id", "a/b".into()),
        ("/agreements/0/sessionIds", json!([])),
        ("/agreements/0/createdOn", "2026-11-27T10:15:00Z".into()),
        ("/agreements/1/asked", Value::Null),
        ("/agreements/1/agreement", json!({})),
        ("/agreements/0/agreement/text", "  ".into()),
        ("/agreements/0/agreement/owner", "coach".into()),
        ("/agreements/0/agreement/due", "soon".into()),
        ("/agreements/0/agreement/ifThen", json!({ "when": "later" })),
    ];
    for (place, value) in changes {
        let mut file = parse(GOLDEN_AGREEMENTS);
        *file.pointer_mut(place).expect(place) = value;
        assert!(!schema.is_valid(&file), "{place}: schema");
        assert!(!reads(&file), "{place}: reader");
    }
    let mut file = parse(GOLDEN_AGREEMENTS);
    file["formatVersion"] = "1.4".into();
    file["mood"] = json!({ "before": 3 });
    file["agreements"][0]["place"] = "train".into();
    file["agreements"][0]["agreement"]["outcome"] = Value::Null;
    file["agreements"][0]["agreement"]["due"] = "".into();
    assert!(schema.is_valid(&file) && reads(&file));
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
fn every_instrument_that_ships_is_valid_and_the_first_by_every_published_schema() {
    for (id, text) in shipped() {
        let found = faults(INSTRUMENT, &parse(text));
        assert_eq!(found, Vec::<String>::new(), "{id}");
    }
    for schema in FORMER_INSTRUMENTS {
        let found = faults(schema, &parse(SCAN_0_1.definition));
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn a_definition_whose_example_goals_are_spread_over_fields_is_valid_since_schema_1_4() {
    let words = |words: &str| json!({ "nl": words, "en": words });
    let goal = json!({
        "agreed": words("Ask"), "indicator": words("A note"), "first_step": words("Today"),
        "weeks": 6,
    });
    let mut file = parse(SCAN_0_2);
    for (n, name) in ["learning_goal", "performance_goal"]
        .into_iter()
        .enumerate()
    {
        file["scales"][n]["commitment_examples"][name] = goal.clone();
    }
    assert_eq!(faults(INSTRUMENT, &file), Vec::<String>::new());
    assert_ne!(faults(FORMER_INSTRUMENTS[3], &file), Vec::<String>::new());
    assert!(definition::from_json(&file.to_string()).is_ok());
}

#[test]
fn what_may_be_left_out_since_schema_1_4_may_be_null_too() {
    let nulls = [
        "/presentation/context",
        "/conversation",
        "/effort",
        "/scales/3/in_brief/lever_belief",
        "/context_questions/0/options/0/comment",
        "/sources/0/source",
        "/sources/1/source/authors",
    ];
    for place in nulls {
        let mut file = parse(SCAN_0_2);
        *file.pointer_mut(place).expect(place) = Value::Null;
        assert_eq!(faults(INSTRUMENT, &file), Vec::<String>::new(), "{place}");
        assert!(definition::from_json(&file.to_string()).is_ok(), "{place}");
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
        include_str!("../../content/manager-mirror/0.2.0.json"),
        include_str!("../../content/call-review/0.2.0.json"),
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
    let words = json!({ "nl": "a", "en": "b" });
    let since_1_4 = [
        ("/presentation/context", "between".into()),
        ("/reframes/0/when_disagreed", "LIM-09".into()),
        ("/scales/0/facets/0/items/0", 1.into()),
        ("/scales/0/facets/0/strong", json!({"nl": "Tekst"})),
        ("/scales/0/from_to/0", json!({ "from": words })),
        ("/scales/3/in_brief/lever_belief", "{belief}".into()),
        (
            "/scales/0/commitment_examples/learning_goal",
            json!({ "indicator": words }),
        ),
        (
            "/scales/0/commitment_examples/learning_goal",
            json!({ "agreed": words, "weeks": 0 }),
        ),
        (
            "/scales/0/commitment_examples/learning_goal",
            json!({ "agreed": words, "weeks": 53 }),
        ),
        (
            "/context_questions/0/options/0/comment",
            json!({"nl": "Tekst"}),
        ),
        ("/patterns/0/id", "1".into()),
        ("/patterns/0/when", json!({})),
        ("/patterns/0/when", json!({ "all": [] })),
        ("/patterns/0/when", json!({ "any": [{}] })),
        ("/patterns/0/when", json!({ "scale": "commitment" })),
        (
            "/patterns/0/when",
            json!({ "scale": "commitment", "band": [] }),
        ),
        (
            "/patterns/0/when",
            json!({ "scale": "commitment", "band": ["top"] }),
        ),
        (
            "/patterns/0/when",
            json!({ "context": "CTX-1", "option": [] }),
        ),
        ("/patterns/0/when", json!({ "item": "ACC-07" })),
        (
            "/patterns/0/when",
            json!({ "scale": "commitment", "band": ["low"], "at_most": 2 }),
        ),
        (
            "/patterns/0/when",
            json!({ "scale": "commitment", "band": ["low"], "item": "ACC-07", "at_most": 2 }),
        ),
        ("/conversation/steps", json!([])),
        ("/conversation/steps/0/minutes", 2.5.into()),
        ("/follow_up/5/day", 367.into()),
        ("/follow_up/0/title", json!({"en": "Today"})),
        ("/effort/fields/0/id", "months".into()),
        ("/effort/fields", json!([])),
        ("/effort/foot", Value::Null),
        ("/sources/0/certainty", "proven".into()),
        ("/sources/0/source/title", " ".into()),
        ("/sources/0/source/year", (-1).into()),
    ];
    for (place, value) in changes.into_iter().chain(since_1_4) {
        let mut file = parse(SCAN_0_2);
        *file.pointer_mut(place).expect(place) = value;
        assert!(!schema.is_valid(&file), "{place}: schema");
        assert!(
            definition::from_json(&file.to_string()).is_err(),
            "{place}: loader"
        );
    }
}
