//! Files that are not opened, each with the reason a reader is given.

use crate::schemas::{accepts_result, accepts_version_1};
use crate::support::scan_0_1;
use model::Language::{En, Nl};
use records::{ImportError, MAX_BYTES, MAX_DEPTH, open_result};
use serde_json::{Value, json};
use std::path::PathBuf;

const GOLDEN: &str = include_str!("../../schema/examples/result-1.1.json");
const GOLDEN_2: &str = include_str!("../../schema/examples/result-2.0.json");

fn refused(bytes: &[u8]) -> ImportError {
    open_result(bytes, &[scan_0_1()]).expect_err("the file must be refused")
}

fn bad(place: &str) -> ImportError {
    ImportError::BadValue {
        place: place.to_owned(),
    }
}

fn missing(place: &str) -> ImportError {
    ImportError::Missing {
        place: place.to_owned(),
    }
}

fn unknown_instrument(id: &str, version: &str) -> ImportError {
    ImportError::UnknownInstrument {
        id: id.to_owned(),
        version: version.to_owned(),
    }
}

/// Every file of the folder with its reason; the end-to-end tests open the same ones.
fn table() -> Vec<(&'static str, ImportError)> {
    use ImportError::*;
    let text = str::to_owned;
    vec![
        (
            "answered-twice",
            Duplicate {
                place: text("responses[3].itemId"),
            },
        ),
        ("completed-without-moment", bad("session.completedAt")),
        ("deeply-nested", TooDeep { limit: MAX_DEPTH }),
        ("empty", Empty),
        ("foreign-format", NotAResult),
        ("foreign-object", NotAResult),
        ("list-of-answers", NotAResult),
        (
            "manager-form",
            OtherForm {
                found: text("manager"),
            },
        ),
        ("moment-without-offset", bad("exportedAt")),
        ("newer-major", NewerFormat { found: text("3.0") }),
        ("no-such-day", bad("session.startedAt")),
        ("not-json", NotJson { line: 1, column: 1 }),
        ("not-text", NotText),
        ("number-only", NotAResult),
        ("only-spaces", Empty),
        ("other-response-scale", bad("responses[0].max")),
        ("percent-too-high", bad("scores[0].percent")),
        ("pseudonym-too-long", bad("subject.pseudonym")),
        ("pseudonym-turns-text-around", bad("subject.pseudonym")),
        ("responses-missing", missing("responses")),
        ("session-id-as-path", bad("session.id")),
        ("skipped-with-value", bad("responses[0].state")),
        ("trailing-comma", NotJson { line: 3, column: 1 }),
        ("truncated", Truncated),
        (
            "two-documents",
            NotJson {
                line: 159,
                column: 1,
            },
        ),
        ("unknown-context-option", bad("context[0].optionId")),
        (
            "unknown-instrument",
            unknown_instrument("space-mindset", "0.1.0"),
        ),
        (
            "unknown-instrument-version",
            unknown_instrument("sales-mindset", "9.9.9"),
        ),
        ("unknown-item", UnknownItem { id: text("ACC-99") }),
        ("unknown-language", bad("instrument.language")),
        ("unknown-scale", bad("scores[0].scaleId")),
        (
            "utf-16",
            OtherEncoding {
                name: text("UTF-16"),
            },
        ),
        ("value-as-text", bad("responses[2].value")),
        ("value-between", bad("responses[2].value")),
        ("value-too-high", bad("responses[2].value")),
        ("version-without-minor", bad("formatVersion")),
        ("web-page", NotJson { line: 1, column: 1 }),
    ]
}

#[test]
fn each_bad_file_is_refused_for_its_own_reason() {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/native/fixtures/bad-results");
    let mut found: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    found.sort();
    let table = table();
    let mut listed: Vec<String> = table
        .iter()
        .map(|(name, _)| format!("{name}.json"))
        .collect();
    listed.sort();
    assert_eq!(found, listed, "the folder and the table go together");
    for (name, expected) in table {
        let bytes = std::fs::read(folder.join(name).with_extension("json")).expect(name);
        assert_eq!(refused(&bytes), expected, "{name}");
    }
}

#[test]
fn each_wrong_value_is_named_with_its_place_and_the_schema_refuses_it_too() {
    let changes = [
        ("/exportId", json!("a b"), "exportId"),
        ("/exportedAt", json!("2026-11-23T24:00:00Z"), "exportedAt"),
        ("/exportedAt", json!("2026-13-01T10:00:00Z"), "exportedAt"),
        ("/exportedAt", json!("2026-11-23 10:00:00Z"), "exportedAt"),
        (
            "/exportedAt",
            json!("2026-11-23T10:00:00+1:00"),
            "exportedAt",
        ),
        ("/exportedAt", json!("2026-11-23T10:00:00.Z"), "exportedAt"),
        ("/exportedAt", json!("2025-02-29T10:00:00Z"), "exportedAt"),
        ("/generator", json!([]), "generator"),
        ("/generator/name", json!(""), "generator.name"),
        ("/instrument/id", json!("x".repeat(65)), "instrument.id"),
        (
            "/instrument/contentHash",
            json!(7),
            "instrument.contentHash",
        ),
        ("/subject/pseudonym", json!("a\u{7}"), "subject.pseudonym"),
        ("/subject/pseudonym", json!(null), "subject.pseudonym"),
        ("/rater/role", json!("manager"), "rater.role"),
        ("/rater/pseudonym", json!("\u{2066}a"), "rater.pseudonym"),
        ("/session", json!("s"), "session"),
        ("/session/id", json!(""), "session.id"),
        ("/session/id", json!("x".repeat(65)), "session.id"),
        ("/session/wave", json!(0), "session.wave"),
        ("/session/wave", json!(1.5), "session.wave"),
        ("/session/wave", json!(1e300), "session.wave"),
        ("/session/status", json!("done"), "session.status"),
        (
            "/session/status",
            json!("in_progress"),
            "session.completedAt",
        ),
        ("/responses", json!({}), "responses"),
        ("/responses/4", json!(null), "responses[4]"),
        ("/responses/4/value", json!(-1), "responses[4].value"),
        ("/responses/4/value", json!(true), "responses[4].value"),
        ("/responses/4/value", json!(null), "responses[4].state"),
        ("/responses/4/state", json!("unsure"), "responses[4].state"),
        ("/responses/4/label", json!(["x"]), "responses[4].label"),
        ("/context/1/optionId", json!(2), "context[1].optionId"),
        ("/scores", json!(null), "scores"),
        ("/scores/2/percent", json!("75"), "scores[2].percent"),
        ("/scores/2/band", json!("top"), "scores[2].band"),
        ("/scores/2/raw", json!(1.5), "scores[2].raw"),
        ("/scores/2/border", json!(0), "scores[2].border"),
        ("/scores/2/interval80", json!([1.0]), "scores[2].interval80"),
        (
            "/scores/2/interval80",
            json!([1, 101]),
            "scores[2].interval80[1]",
        ),
        ("/beliefs/0/value", json!("4"), "beliefs[0].value"),
        ("/influences", json!({}), "influences"),
        ("/influences/1/sorted", json!("theirs"), "influences[1]"),
        ("/influences/1/reason", json!("a\u{202e}b"), "influences[1]"),
        (
            "/influences/1/reason",
            json!("a".repeat(501)),
            "influences[1]",
        ),
        ("/influences", json!(vec![json!({}); 21]), "influences"),
        ("/beliefWork/0/itemId", json!(7), "beliefWork[0].itemId"),
        (
            "/beliefWork/0/rerating/at",
            json!("soon"),
            "beliefWork[0].rerating.at",
        ),
        (
            "/beliefWork/0/ownWords",
            json!(null),
            "beliefWork[0].ownWords",
        ),
        ("/agreements/0/owner", json!("board"), "agreements[0]"),
        ("/agreements/0/due", json!("2026-13-01"), "agreements[0]"),
        (
            "/agreements/0/interim/0",
            json!({"score": 3}),
            "agreements[0]",
        ),
        ("/agreements/0/repConfirmed", json!("yes"), "agreements[0]"),
        ("/disclosure/withheld", json!("all"), "disclosure.withheld"),
        ("/extensions", json!([]), "extensions"),
    ];
    for (pointer, value, place) in changes {
        let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
        *file.pointer_mut(pointer).expect(pointer) = value;
        let bytes = file.to_string().into_bytes();
        assert_eq!(refused(&bytes), bad(place), "{pointer}");
        assert!(!accepts_version_1(&bytes), "{pointer}");
    }
}

fn file_2() -> Value {
    serde_json::from_str(GOLDEN_2).expect("JSON")
}

#[test]
fn each_wrong_value_of_version_2_is_named_with_its_place_and_the_schema_refuses_it_too() {
    let changes = [
        ("/exportedOn", json!("2026-11-23T10:00:00Z"), "exportedOn"),
        ("/exportedOn", json!("2025-02-29"), "exportedOn"),
        ("/exportedOn", json!(""), "exportedOn"),
        ("/instrument/digest", json!(7), "instrument.digest"),
        ("/language", json!(7), "language"),
        ("/rater/role", json!("manager"), "rater.role"),
        ("/session/startedOn", json!(null), "session.startedOn"),
        ("/session/completedOn", json!("soon"), "session.completedOn"),
        ("/session/completedOn", json!(null), "session.completedOn"),
        ("/responses/4/state", json!("unsure"), "responses[4].state"),
        (
            "/beliefWork/0/rerating/at",
            json!("2026-13-01"),
            "beliefWork[0].rerating.at",
        ),
        ("/agreements/0/owner", json!("board"), "agreements[0]"),
        (
            "/agreements/0/interim/0",
            json!(["2026-11-30", "A list of its fields"]),
            "agreements[0]",
        ),
        (
            "/scores/2/interval80",
            json!([1, 2, 3]),
            "scores[2].interval80",
        ),
        ("/agreements/0/id", json!("a/1"), "agreements[0].id"),
        (
            "/agreements/0/sessionIds",
            json!([]),
            "agreements[0].sessionIds",
        ),
        (
            "/agreements/0/sessionIds",
            json!(vec!["s"; 65]),
            "agreements[0].sessionIds",
        ),
        (
            "/agreements/0/sessionIds/0",
            json!(7),
            "agreements[0].sessionIds[0]",
        ),
        (
            "/agreements/0/createdOn",
            json!("2026-11-23T10:00:00Z"),
            "agreements[0].createdOn",
        ),
        (
            "/agreements/0/changedOn",
            json!(""),
            "agreements[0].changedOn",
        ),
        ("/influences/1/id", json!(""), "influences[1].id"),
        (
            "/influences/1/sessionId",
            json!("../1"),
            "influences[1].sessionId",
        ),
        (
            "/influences/1/changedOn",
            json!("soon"),
            "influences[1].changedOn",
        ),
        ("/influences", json!(vec![json!({}); 21]), "influences"),
        ("/agreements", json!(vec![json!({}); 9]), "agreements"),
    ];
    for (pointer, value, place) in changes {
        let mut file: Value = serde_json::from_str(GOLDEN_2).expect("JSON");
        *file.pointer_mut(pointer).expect(pointer) = value;
        let bytes = file.to_string().into_bytes();
        assert_eq!(refused(&bytes), bad(place), "{pointer}");
        // That the role is the form is beyond the schema.
        assert!(
            pointer == "/rater/role" || !accepts_result(&bytes),
            "{pointer}"
        );
    }
    // That they are joined to this session, and each once, is beyond the schema.
    for (pointer, value, fault) in [
        (
            "/agreements/0/sessionIds/0",
            json!("another"),
            bad("agreements[0].sessionIds"),
        ),
        (
            "/influences/0/sessionId",
            json!("another"),
            bad("influences[0].sessionId"),
        ),
        (
            "/influences/1/id",
            file_2()
                .pointer("/influences/0/id")
                .cloned()
                .expect("an id"),
            ImportError::Duplicate {
                place: "influences[1].id".to_owned(),
            },
        ),
    ] {
        let mut file = file_2();
        *file.pointer_mut(pointer).expect(pointer) = value;
        assert_eq!(refused(file.to_string().as_bytes()), fault, "{pointer}");
    }
    for (pointer, name, place) in [
        ("/agreements/0", "id", "agreements[0].id"),
        ("/agreements/0", "sessionIds", "agreements[0].sessionIds"),
        ("/agreements/0", "createdOn", "agreements[0].createdOn"),
        ("/influences/0", "changedOn", "influences[0].changedOn"),
    ] {
        let mut file = file_2();
        let entry = file.pointer_mut(pointer).and_then(Value::as_object_mut);
        entry.expect("an object").remove(name);
        let bytes = file.to_string().into_bytes();
        assert_eq!(refused(&bytes), missing(place));
        assert!(!accepts_result(&bytes), "{place}");
    }
    for place in ["form", "language", "exportedOn"] {
        let mut file: Value = serde_json::from_str(GOLDEN_2).expect("JSON");
        file.as_object_mut().expect("an object").remove(place);
        let bytes = file.to_string().into_bytes();
        assert_eq!(refused(&bytes), missing(place));
        assert!(!accepts_result(&bytes), "{place}");
    }
}

#[test]
fn a_field_that_an_entry_of_a_list_does_not_have_is_refused() {
    // The links of version 2 are no fields of version 1.
    for (golden, pointer, name, place) in [
        (GOLDEN, "/agreements/0", "id", "agreements[0]"),
        (GOLDEN, "/influences/0", "sessionId", "influences[0]"),
        (GOLDEN_2, "/agreements/0", "score", "agreements[0]"),
        (GOLDEN_2, "/influences/1", "score", "influences[1]"),
        (GOLDEN_2, "/beliefWork/0", "score", "beliefWork[0].score"),
    ] {
        let mut file: Value = serde_json::from_str(golden).expect("JSON");
        let entry = file.pointer_mut(pointer).and_then(Value::as_object_mut);
        entry
            .expect("an object")
            .insert(name.to_owned(), "x".into());
        assert_eq!(refused(file.to_string().as_bytes()), bad(place));
    }
}

#[test]
fn a_field_of_version_2_is_no_stand_in_for_the_one_of_version_1() {
    let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
    let fields = file.as_object_mut().expect("an object");
    let moment = fields.remove("exportedAt").expect("a moment");
    fields.insert("exportedOn".to_owned(), moment);
    assert_eq!(refused(file.to_string().as_bytes()), missing("exportedAt"));
}

#[test]
fn each_field_that_must_be_there_is_named_when_it_is_not() {
    for place in [
        "formatVersion",
        "exportId",
        "exportedAt",
        "generator",
        "instrument",
        "instrument.id",
        "instrument.form",
        "subject.pseudonym",
        "rater.role",
        "session.id",
        "session.startedAt",
        "session.completedAt",
        "responses",
        "scores",
    ] {
        let mut file: Value = serde_json::from_str(GOLDEN).expect("JSON");
        let pointer = format!("/{}", place.replace('.', "/"));
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let object = file.pointer_mut(parent).and_then(Value::as_object_mut);
        object.expect("an object").remove(name).expect(place);
        let bytes = file.to_string().into_bytes();
        assert_eq!(refused(&bytes), missing(place));
        assert!(!accepts_version_1(&bytes), "{place}");
    }
}

#[test]
fn a_field_that_stands_twice_is_refused_with_its_place() {
    for golden in [GOLDEN, GOLDEN_2] {
        for (once, twice, place) in [
            (r#""min": "#, r#""min": 0, "min": "#, "responses[0].min"),
            (
                r#""min": "#,
                r#""m\u0069n": 0, "min": "#,
                "responses[0].min",
            ),
            (r#""wave": "#, r#""wave": 2, "wave": "#, "session.wave"),
            (r#""format": "#, r#""format": "x", "format": "#, "format"),
            // One that this version does not know.
            ("{", r#"{"mood": 1, "mood": 2, "#, "mood"),
            ("{", "{\"a\u{202e}\": 1, \"a\u{202e}\": 2, ", "a\u{fffd}"),
        ] {
            let file = golden.replacen(once, twice, 1);
            let place = place.to_owned();
            let expected = ImportError::Duplicate { place };
            assert_eq!(refused(file.as_bytes()), expected, "{twice}");
        }
    }
}

#[test]
fn a_file_of_one_byte_too_many_is_refused_before_it_is_read() {
    let mut bytes = vec![b' '; MAX_BYTES];
    bytes[..GOLDEN.len()].copy_from_slice(GOLDEN.as_bytes());
    assert!(open_result(&bytes, &[scan_0_1()]).is_ok(), "just fits");
    bytes.push(0xFF);
    let expected = ImportError::TooBig {
        bytes: MAX_BYTES + 1,
        limit: MAX_BYTES,
    };
    assert_eq!(refused(&bytes), expected);
}

#[test]
fn nesting_is_bounded_on_both_sides_of_the_limit_and_not_counted_in_text() {
    let nested = |levels: usize, text: &str| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        let inner = format!("{{\"x\": {open}{close}, \"text\": \"{text}\"}}");
        GOLDEN.replace("\"extensions\": {}", &format!("\"extensions\": {inner}"))
    };
    // The file and its extensions are two levels.
    let fits = nested(
        MAX_DEPTH - 2,
        &(r#"\""#.to_owned() + &"[{".repeat(100) + r"\\"),
    );
    // What is not known may go less deep than a file.
    assert_eq!(refused(fits.as_bytes()), ImportError::TooMuchUnknown);
    let kept = nested(22, r#"\"[{\\"#);
    assert!(open_result(kept.as_bytes(), &[scan_0_1()]).is_ok());
    let not_kept = nested(23, "");
    assert_eq!(refused(not_kept.as_bytes()), ImportError::TooMuchUnknown);
    let deeper = nested(MAX_DEPTH - 1, "");
    let expected = ImportError::TooDeep { limit: MAX_DEPTH };
    assert_eq!(refused(deeper.as_bytes()), expected);
    assert_eq!(refused("[".repeat(MAX_BYTES).as_bytes()), expected);
    assert_eq!(refused("{\"a\":".repeat(200_000).as_bytes()), expected);
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_panics() {
    let end = GOLDEN.trim_end().len();
    for cut in (1..end).step_by(37) {
        assert_eq!(
            refused(&GOLDEN.as_bytes()[..cut]),
            ImportError::Truncated,
            "{cut}"
        );
    }
    // In the middle of a letter that takes two bytes.
    let inside = GOLDEN.find('ë').expect("a letter beyond ASCII") + 1;
    assert_eq!(
        refused(&GOLDEN.as_bytes()[..inside]),
        ImportError::Truncated
    );
}

#[test]
fn a_result_of_another_text_is_not_called_unknown() {
    let (id, version) = ("scan".to_owned(), "1.2.3".to_owned());
    let other = ImportError::OtherContent {
        id: id.clone(),
        version: version.clone(),
    };
    let unknown = ImportError::UnknownInstrument { id, version };
    for (language, said) in [(Nl, "een andere tekst"), (En, "another text")] {
        let sentence = files_worker::sentence(&other, language);
        assert!(sentence.contains(said), "{sentence}");
        assert!(sentence.contains("scan") && sentence.contains("1.2.3"));
        assert_ne!(sentence, files_worker::sentence(&unknown, language));
    }
}

#[test]
fn text_in_another_encoding_is_named_and_what_is_no_text_is_not() {
    let marked = |mark: &[u8], units: &dyn Fn(char) -> Vec<u8>| {
        let text = GOLDEN.chars().flat_map(units);
        [mark, &text.collect::<Vec<u8>>()].concat()
    };
    let unit = |one: char| u32::from(one).min(0xFFFF) as u16;
    let utf_16_le = |one: char| unit(one).to_le_bytes().to_vec();
    let utf_16_be = |one: char| unit(one).to_be_bytes().to_vec();
    let utf_32_le = |one: char| u32::from(one).to_le_bytes().to_vec();
    let windows = |one: char| vec![u8::try_from(u32::from(one)).unwrap_or(b'?')];
    let files = [
        (marked(b"\xFF\xFE", &utf_16_le), "UTF-16"),
        (marked(b"\xFE\xFF", &utf_16_be), "UTF-16"),
        (marked(b"", &utf_16_le), "UTF-16"),
        (marked(b"", &utf_16_be), "UTF-16"),
        (marked(b"\xFF\xFE\0\0", &utf_32_le), "UTF-32"),
        (marked(b"", &utf_32_le), "UTF-32"),
        (marked(b"", &windows), "Windows-1252"),
    ];
    for (file, name) in files {
        let expected = ImportError::OtherEncoding {
            name: name.to_owned(),
        };
        assert_eq!(refused(&file), expected, "{name}");
        assert_eq!(records::detect(&file), Err(expected.clone()), "{name}");
        for language in [Nl, En] {
            let sentence = files_worker::sentence(&expected, language);
            assert!(
                sentence.contains(name) && sentence.contains("UTF-8"),
                "{sentence}"
            );
        }
    }
    for binary in [
        &b"PK\x03\x04\x14\0\xE9\xFF\x01"[..],
        b"\x89PNG\r\n\x1a\n\xFF\xD8",
        b"%PDF-1.7\n\x01\xE2\xFF",
    ] {
        assert_eq!(refused(binary), ImportError::NotText);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_in_every_version() {
    for golden in [GOLDEN, GOLDEN_2] {
        let marked = format!("\u{feff}{golden}");
        let [plain, marked] = [golden, &marked]
            .map(|file| open_result(file.as_bytes(), &[scan_0_1()]).expect("it opens"));
        assert_eq!(plain, marked);
    }
}
