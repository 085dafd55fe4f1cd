//! The command over text in and text out: who is counted, and which figures are given.

use super::*;
use crate::catalogue::catalogue;
use crate::score::tests::source;
use serde_json::{Value, json};

/// A record with every item answered, in a pattern of its own.
fn line(id: usize, language: &str) -> Value {
    let instrument = content::scan().instrument().unwrap();
    let items = instrument.items().iter().enumerate();
    let answers: serde_json::Map<String, Value> = items
        .map(|(n, item)| (item.id.clone(), json!(1 + (id * (n % 3 + 1) + n / 2) % 5)))
        .collect();
    json!({
        "id": format!("r{id}"), "instrument": "sales-mindset", "language": language,
        "answers": answers,
    })
}

fn lines(ids: std::ops::Range<usize>) -> String {
    ids.map(|id| line(id, "nl").to_string() + "\n").collect()
}

/// The output, the complaints, and whether every record was read.
fn grouped(text: &str) -> (Value, String, bool) {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let sources = vec![source("team.jsonl", text)];
    let done = run(&catalogue(&[]).unwrap(), sources, &mut out, &mut complaints).is_ok();
    (
        serde_json::from_slice(&out).unwrap(),
        String::from_utf8(complaints).unwrap(),
        done,
    )
}

#[test]
fn five_people_have_means_and_four_have_none() {
    let (output, _, _) = grouped(&lines(0..4));
    assert_eq!(output["groups"][0]["n"], 4);
    assert_eq!(output["groups"][0]["scales"][0]["mean"], Value::Null);
    let (output, complaints, done) = grouped(&lines(0..5));
    assert_eq!((complaints.as_str(), done), ("", true));
    let group = &output["groups"][0];
    assert_eq!(group["instrument"], "sales-mindset");
    assert_eq!(group["version"], "0.2.0");
    assert_eq!(group["form"], "self");
    assert_eq!(group["language"], "nl");
    let scale = &group["scales"][0];
    assert_eq!(
        (&scale["scaleId"], &scale["n"]),
        (&json!("accountability"), &json!(5))
    );
    assert!(scale["mean"].is_number());
    for name in ["sd", "alpha", "alphaInterval", "omega"] {
        assert_eq!(scale[name], Value::Null, "{name}");
    }
    let items = scale["items"].as_array().unwrap();
    assert_eq!(items.len(), 8);
    let hidden = json!({ "itemId": "ACC-01", "itemRest": null, "alphaIfDropped": null });
    assert_eq!(items[0], hidden);
    assert_eq!(output["leftOut"], json!([]));
}

#[test]
fn the_mean_is_that_of_the_scores() {
    // In version 0.1.0 every belief is keyed plus: the scores are 100 and seven times 0.
    let belief = |value: u8| -> serde_json::Map<String, Value> {
        (1..=8)
            .map(|n| (format!("LIM-0{n}"), json!(value)))
            .collect()
    };
    let text: String = [5, 1, 1, 1, 1, 1, 1, 1]
        .iter()
        .map(|&value| json!({ "instrument": "sales-mindset", "answers": belief(value) }))
        .map(|record| record.to_string() + "\n")
        .collect();
    let (output, _, _) = grouped(&text);
    let scales = output["groups"][0]["scales"].as_array().unwrap();
    // 12.5 in whole points, and squares of 87.5² + 7 × 12.5² over 7.
    assert_eq!(scales[3]["mean"], 13.0);
    assert!((scales[3]["sd"].as_f64().unwrap() - 1250.0_f64.sqrt()).abs() < 1e-9);
    assert_eq!(
        (&scales[0]["n"], &scales[0]["mean"]),
        (&json!(0), &Value::Null)
    );
    assert_eq!(output["groups"][0]["language"], Value::Null);
}

#[test]
fn larger_groups_show_more() {
    let (output, _, _) = grouped(&lines(0..50));
    let scale = &output["groups"][0]["scales"][0];
    assert!(scale["alpha"].is_number());
    assert_eq!(scale["alphaInterval"].as_array().unwrap().len(), 2);
    assert!(scale["items"][0]["alphaIfDropped"].is_number());
    assert_eq!(scale["omega"], Value::Null);
}

#[test]
fn languages_and_forms_are_not_put_together() {
    let mut text = lines(0..5);
    let mut manager = line(7, "nl");
    manager["form"] = json!("manager");
    for record in [line(0, "en"), manager] {
        text += &(record.to_string() + "\n");
    }
    let (output, _, _) = grouped(&text);
    let groups = output["groups"].as_array().unwrap();
    let mut sizes: Vec<_> = groups
        .iter()
        .map(|group| {
            (
                group["form"].as_str(),
                group["language"].as_str(),
                group["n"].as_u64(),
            )
        })
        .collect();
    sizes.sort();
    let expected = [
        (Some("manager"), Some("nl"), Some(1)),
        (Some("self"), Some("en"), Some(1)),
        (Some("self"), Some("nl"), Some(5)),
    ];
    assert_eq!(sizes, expected);
}

#[test]
fn what_is_left_out_is_said_with_its_reason() {
    let mut text = lines(0..5);
    text += &(line(3, "nl").to_string() + "\n");
    text += r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 4}}"#;
    text += "\n";
    let (output, complaints, done) = grouped(&text);
    assert_eq!((complaints.as_str(), done), ("", true));
    assert_eq!(output["groups"][0]["n"], 5);
    let expected = json!([
        { "source": "team.jsonl, line 6", "reason": "a record with this id was read before" },
        { "source": "team.jsonl, line 7", "reason": "no scale has enough answers for a score" },
    ]);
    assert_eq!(output["leftOut"], expected);
}

#[test]
fn a_bad_line_is_named_and_left_out_and_the_command_fails() {
    let (output, complaints, done) =
        grouped(&(lines(0..5) + "{\"instrument\": \"x\", \"answers\": {}}"));
    assert!(!done);
    assert_eq!(
        complaints,
        "team.jsonl, line 6: there is no instrument \"x\".\n"
    );
    assert_eq!(output["groups"][0]["n"], 5);
    assert_eq!(output["leftOut"][0]["source"], "team.jsonl, line 6");
}
