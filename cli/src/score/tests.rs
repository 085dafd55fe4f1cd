//! The command over text in and text out; expected figures are those of the oracles.

use super::*;
use crate::catalogue::catalogue;
use crate::library::{
    JoinedRecords, Language, ResultInput, Share, Zone, example_session, result_document,
};
use serde_json::{Value, json};
use std::io::Cursor;

/// A source of this text.
pub(crate) fn source(name: &str, text: &str) -> Source {
    (name.to_owned(), Box::new(Cursor::new(text.to_owned())))
}

/// The lines printed, the complaints, and whether every record was read.
fn scored(sources: Vec<Source>) -> (Vec<Value>, String, bool) {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let done = run(&catalogue(&[]).unwrap(), sources, &mut out, &mut complaints).is_ok();
    let out = String::from_utf8(out).unwrap();
    let lines = out.lines().map(|line| serde_json::from_str(line).unwrap());
    (
        lines.collect(),
        String::from_utf8(complaints).unwrap(),
        done,
    )
}

fn scored_text(text: &str) -> (Vec<Value>, String, bool) {
    scored(vec![source("answers.jsonl", text)])
}

fn close(found: &Value, expected: &Value) -> bool {
    match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9,
        _ => found == expected,
    }
}

#[test]
fn whole_records_give_the_figures_of_the_oracles() {
    let oracles = include_str!("../../../tests/native/fixtures/oracles.json");
    let oracles: Value = serde_json::from_str(oracles).unwrap();
    let cases = oracles["end_to_end"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let line = json!({
            "id": case["id"], "instrument": "sales-mindset", "form": "self",
            "answers": case["in"]["raw"], "pageSeconds": case["in"]["page_seconds"],
        });
        let (lines, complaints, done) = scored_text(&line.to_string());
        assert_eq!((complaints.as_str(), done), ("", true));
        assert_eq!(lines[0]["id"], case["id"]);
        for score in lines[0]["scores"].as_array().unwrap() {
            let expected = &case["out"]["scales"][score["scaleId"].as_str().unwrap()];
            assert!(close(&score["percent"], &expected["score"]));
            assert!(close(&score["standardError"], &expected["conditional_se"]));
            assert_eq!(score["answered"], expected["n_answered"]);
            assert_eq!(score["band"], expected["band"]);
            assert_eq!(score["border"], expected["border"]);
        }
        let (quality, expected) = (&lines[0]["quality"], &case["out"]["quality"]);
        for (name, stated) in [
            ("longstring", "longstring"),
            ("irv", "irv"),
            ("pairInconsistency", "pair_inconsistency"),
            ("pairs", "n_pairs"),
            ("acquiescence", "acquiescence"),
            ("fastPages", "fast_pages"),
        ] {
            assert!(close(&quality[name], &expected[stated]), "{name}");
        }
        assert_eq!(quality["notice"], expected["notice"]["soft_notice"]);
    }
}

#[test]
fn a_scale_with_too_few_answers_has_nulls_and_a_reason() {
    let (lines, _, done) =
        scored_text(r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 4, "ACC-02": null}}"#);
    assert!(done);
    assert_eq!(lines[0]["id"], Value::Null);
    let score = &lines[0]["scores"][0];
    for name in [
        "raw",
        "percent",
        "standardError",
        "interval80",
        "band",
        "border",
    ] {
        assert_eq!(score[name], Value::Null, "{name}");
    }
    assert_eq!(
        (&score["answered"], &score["total"]),
        (&json!(1), &json!(8))
    );
    assert!(score["reason"].is_string());
}

#[test]
fn every_bad_line_is_named_and_the_others_are_scored() {
    let text = r#"{"id": 1, "instrument": "sales-mindset", "answers": {"ACC-01": 3}}
{"id": 2, "instrument": "other", "answers": {}}

{"id": 3, "instrument": "sales-mindset", "answers": {"ACC-99": 3}}
{"id": 4, "instrument": "sales-mindset", "answers": {"ACC-01": 6}}
{"id": 5, "instrument": "sales-mindset", "answers": {"ACC-01": 2.5}}
{"id": 6, "instrument": "sales-mindset", "answers": {"ACC-01": 1, "ACC-01": 2}}
{"id": 7, "instrument": "sales-mindset", "answers": {}, "pageSeconds": [1, 2, 3, 4, 5]}
{"id": 8, "instrument": "sales-mindset"}
not JSON
{"id": "nine", "instrument": "sales-mindset", "answers": {"ACC-01": 3}}
"#;
    let (lines, complaints, done) = scored_text(text);
    assert!(!done);
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [&json!(1), &json!("nine")]);
    assert_eq!(
        complaints.lines().collect::<Vec<_>>(),
        [
            "answers.jsonl, line 2: there is no instrument \"other\".",
            "answers.jsonl, line 4: no version of sales-mindset (0.2.0, 0.1.0) has all its items; \
             the newest has no item \"ACC-99\".",
            "answers.jsonl, line 5: ACC-01: 6 is not a whole number from 1 to 5, or null.",
            "answers.jsonl, line 6: ACC-01: 2.5 is not a whole number from 1 to 5, or null.",
            "answers.jsonl, line 7: ACC-01 is answered twice.",
            "answers.jsonl, line 8: pageSeconds has 5 entries; sales-mindset has 4 pages.",
            "answers.jsonl, line 9: `answers` is missing.",
            "answers.jsonl, line 10: column 2: this is not JSON.",
        ]
    );
}

#[test]
fn a_line_that_breaks_off_does_not_swallow_the_ones_after_it() {
    let good = r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    let text = format!("{{\"instrument\": \"sales-mindset\", \"answers\": {{\n{good}\n");
    let (lines, complaints, done) = scored_text(&text);
    assert!(!done);
    assert_eq!(lines.len(), 1);
    assert!(
        complaints.starts_with("answers.jsonl, line 1: "),
        "{complaints}"
    );
}

#[test]
fn a_byte_order_mark_and_carriage_returns_do_no_harm() {
    let line = r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    let (lines, complaints, done) = scored_text(&format!("\u{FEFF}{line}\r\n{line}\r\n"));
    assert_eq!((lines.len(), complaints.as_str(), done), (2, "", true));
}

#[test]
fn an_empty_source_is_named() {
    let (lines, complaints, done) = scored_text("\n\n");
    assert_eq!((lines.len(), done), (0, false));
    assert_eq!(complaints, "answers.jsonl: there is nothing in it.\n");
}

/// The example result as a file of the app.
fn result_file() -> String {
    let instrument = content::scan().instrument().unwrap();
    let document = result_document(&ResultInput {
        instrument: &instrument,
        session: &example_session(&instrument).unwrap(),
        joined: &JoinedRecords::default(),
        export_id: "e-1".to_owned(),
        exported_at: model::Timestamp::parse("2026-11-23T10:00:00+01:00").expect("a moment"),
        language: Language::En,
        unknown: &serde_json::Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    String::from_utf8(document.bytes).unwrap()
}

#[test]
fn a_result_file_gives_the_scores_that_stand_in_it() {
    let file: Value = serde_json::from_str(&result_file()).unwrap();
    let laid_out = serde_json::to_string_pretty(&file).unwrap();
    for text in [file.to_string(), laid_out] {
        let (lines, complaints, done) = scored_text(&text);
        assert_eq!((complaints.as_str(), done), ("", true));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0]["id"], file["session"]["id"]);
        assert_eq!(lines[0]["scores"], file["scores"]);
    }
}

#[test]
fn result_files_and_lines_may_be_mixed() {
    let file: Value = serde_json::from_str(&result_file()).unwrap();
    let line = r#"{"id": "x", "instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    let (lines, complaints, done) = scored_text(&format!("{line}\n{file}\n"));
    assert_eq!((complaints.as_str(), done), ("", true));
    assert_eq!(lines[1]["scores"], file["scores"]);
}

#[test]
fn a_result_file_that_cannot_be_read_is_named_and_the_next_one_is_scored() {
    let mut newer: Value = serde_json::from_str(&result_file()).unwrap();
    newer["formatVersion"] = json!("3.0");
    let newer = serde_json::to_string_pretty(&newer).unwrap();
    let mut other: Value = serde_json::from_str(&result_file()).unwrap();
    other["instrument"]["digest"] = json!(format!("sha256:{}", "0".repeat(64)));
    let other = serde_json::to_string_pretty(&other).unwrap();
    let cut = &result_file()[..400];
    let good = result_file();
    let (lines, complaints, done) = scored(vec![
        source("newer.json", &newer),
        source("cut.json", cut),
        source("other.json", &other),
        source("good.json", &good),
    ]);
    assert_eq!((lines.len(), done), (1, false));
    let said: Vec<&str> = complaints.lines().collect();
    assert_eq!(said[0], "newer.json: its format 3.0 is newer than this.");
    assert_eq!(said[1], "cut.json: it breaks off before its end.");
    let of_other = "other.json: it answers another content of \"sales-mindset\"";
    assert!(said[2].starts_with(of_other), "{}", said[2]);
    assert_eq!(said.len(), 3);
}
