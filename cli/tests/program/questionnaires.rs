//! Which questionnaire a record is scored by: its own version, an earlier one, a custom one.

use crate::support::{Folder, example_items, items_in_all, record, without_last_item};
use serde_json::{Value, json};

#[test]
fn a_custom_questionnaire_is_known_only_when_it_is_named() {
    let folder = Folder::new("custom");
    folder.questionnaire("ours.json", "1.0.0", |_| {});
    let answers = record(None, &[&example_items()[0]]);
    let ran = folder.mindset("score", &answers);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.complaints
            .starts_with("standard input, line 1: there is no instrument \"ours\".")
    );
    let ran = folder.mindset("score --questionnaire ours.json", &answers);
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    // The bundled one is known all the same.
    let bundled = r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    let ran = folder.mindset("score --questionnaire ours.json", bundled);
    assert_eq!(ran.code, Some(0));
}

/// Version 1.9.0 with all ten items, and 1.10.0 with one fewer.
fn two_versions(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.questionnaire("old.json", "1.9.0", |_| {});
    folder.questionnaire("new.json", "1.10.0", without_last_item);
    folder
}

const BOTH: &str = "--questionnaire new.json --questionnaire old.json";

#[test]
fn a_record_that_names_its_version_is_scored_by_that_one() {
    let folder = two_versions("named-version");
    let items = example_items();
    let first: Vec<&str> = vec![&items[0]];
    let answers = [Some("1.9.0"), Some("1.10.0")].map(|version| record(version, &first));
    let ran = folder.mindset(&format!("score {BOTH}"), &answers.concat());
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    let totals: Vec<u64> = ran.lines().iter().map(items_in_all).collect();
    assert_eq!(totals, [10, 9]);
}

#[test]
fn a_record_without_a_version_is_scored_by_the_newest_that_has_all_its_items() {
    let folder = two_versions("newest-version");
    let items = example_items();
    let (first, last): (&str, &str) = (&items[0], &items[9]);
    let answers = record(None, &[first]) + &record(None, &[first, last]);
    let reversed = "--questionnaire old.json --questionnaire new.json";
    for order in [BOTH, reversed] {
        let ran = folder.mindset(&format!("score {order}"), &answers);
        assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
        let totals: Vec<u64> = ran.lines().iter().map(items_in_all).collect();
        assert_eq!(totals, [9, 10]);
    }
}

#[test]
fn what_no_version_knows_is_said_with_the_versions_that_are_known() {
    let folder = two_versions("unknown");
    let items = example_items();
    let answers = record(None, &[&items[0], "no-such-item"])
        + &record(Some("1.10.0"), &[&items[9]])
        + &record(Some("2.0.0"), &[&items[0]]);
    let ran = folder.mindset(&format!("score {BOTH}"), &answers);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    let said: Vec<&str> = ran.complaints.lines().collect();
    assert_eq!(
        said,
        [
            "standard input, line 1: no version of ours (1.10.0, 1.9.0) has all its items; the \
             newest has no item \"no-such-item\".",
            &format!(
                "standard input, line 2: ours 1.10.0 has no item \"{}\".",
                items[9]
            ),
            "standard input, line 3: there is no version \"2.0.0\" of ours, only 1.10.0, 1.9.0: \
             add it with --questionnaire.",
            "3 records could not be read.",
        ]
    );
}

/// A record of the bundled questionnaire, with these items answered.
fn of_scan(version: Option<&str>, items: &[&str]) -> String {
    let answers: serde_json::Map<String, Value> = items
        .iter()
        .map(|&item| (item.to_owned(), json!(3)))
        .collect();
    let mut record = json!({ "instrument": "sales-mindset", "answers": answers });
    if let Some(version) = version {
        record["version"] = json!(version);
    }
    record.to_string() + "\n"
}

#[test]
fn a_record_of_the_bundled_questionnaire_is_counted_with_the_newest_version_that_knows_its_items() {
    let folder = Folder::new("bundled-versions");
    // Of the eight of each version five are the same.
    let first = [
        "ACC-01", "ACC-02", "ACC-03", "ACC-04", "ACC-05", "ACC-06", "ACC-07", "ACC-08",
    ];
    let newest = [
        "ACC-01", "ACC-02", "ACC-05", "ACC-07", "ACC-08", "ACC-09", "ACC-10", "ACC-11",
    ];
    let both = ["0.1.0", "0.2.0"];
    for (version, items) in both.into_iter().zip([first, newest]) {
        for named in [None, Some(version)] {
            let ran = folder.mindset("group", &of_scan(named, &items));
            assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
            let groups = &ran.lines()[0]["groups"];
            assert_eq!(groups[0]["version"], version, "{named:?}");
            assert_eq!(groups[0]["n"], 1);
        }
    }
}

#[test]
fn what_no_version_of_the_bundled_questionnaire_knows_is_said_with_those_that_are_known() {
    let folder = Folder::new("bundled-unknown");
    let records = of_scan(Some("0.3.0"), &["ACC-01"])
        + &of_scan(None, &["ACC-03", "ACC-09"])
        + &of_scan(Some("0.2.0"), &["ACC-03"]);
    for command in ["score", "group"] {
        let ran = folder.mindset(command, &records);
        assert_eq!(ran.code, Some(1));
        let said: Vec<&str> = ran.complaints.lines().take(3).collect();
        assert_eq!(
            said,
            [
                "standard input, line 1: there is no version \"0.3.0\" of sales-mindset, only 0.2.0, \
                 0.1.0: add it with --questionnaire.",
                "standard input, line 2: no version of sales-mindset (0.2.0, 0.1.0) has all its \
                 items; the newest has no item \"ACC-03\".",
                "standard input, line 3: sales-mindset 0.2.0 has no item \"ACC-03\".",
            ],
            "{command}"
        );
    }
}

#[test]
fn versions_are_never_put_together_in_a_group() {
    let folder = two_versions("groups");
    let items: Vec<String> = example_items();
    let all: Vec<&str> = items[..9].iter().map(String::as_str).collect();
    let answers = record(Some("1.9.0"), &all) + &record(None, &all).repeat(2);
    let ran = folder.mindset(&format!("group {BOTH}"), &answers);
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    let groups: Vec<(Value, Value)> = ran.lines()[0]["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["version"].clone(), group["n"].clone()))
        .collect();
    assert_eq!(
        groups,
        [(json!("1.10.0"), json!(2)), (json!("1.9.0"), json!(1))]
    );
}

#[test]
fn one_id_and_version_with_different_content_is_an_error_that_names_both_files() {
    let folder = Folder::new("contradiction");
    folder.questionnaire("one.json", "1.0.0", |_| {});
    folder.questionnaire("other.json", "1.0.0", |definition| {
        definition["meta"]["title"]["en"] = json!("Another title");
    });
    let answers = record(None, &[&example_items()[0]]);
    let both = "score --questionnaire one.json --questionnaire other.json";
    let ran = folder.mindset(both, &answers);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.complaints,
        "Two definitions of ours version 1.0.0 differ: one.json and other.json. Give one of them \
         another id or version.\n"
    );
    let twice = "score --questionnaire one.json --questionnaire one.json";
    assert_eq!(folder.mindset(twice, &answers).code, Some(0));
}

#[test]
fn a_changed_copy_of_the_bundled_questionnaire_needs_a_version_of_its_own() {
    let folder = Folder::new("bundled-copy");
    let bundled = include_str!("../../../content/sales-mindset/0.1.0.json");
    let mut changed: Value = serde_json::from_str(bundled).unwrap();
    changed["meta"]["title"]["en"] = json!("Another title");
    folder.write("copy.json", &changed.to_string());
    let ran = folder.mindset("score --questionnaire copy.json", "");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.complaints
            .contains("the sales-mindset that ships with this program and copy.json")
    );
    changed["meta"]["version"] = json!("0.0.9");
    folder.write("copy.json", &changed.to_string());
    let line = r#"{"instrument": "sales-mindset", "version": "0.0.9", "answers": {}}"#;
    let ran = folder.mindset("score --questionnaire copy.json", line);
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
}

#[test]
fn every_fault_of_a_questionnaire_is_said_with_its_file_and_place() {
    let folder = Folder::new("refused");
    folder.questionnaire("broken.json", "1.0.0", |definition| {
        definition["items"][3]["text"]["en"] = json!("");
        definition["meta"]["title"]["nl"] = json!("");
    });
    let ran = folder.mindset("score --questionnaire broken.json", "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.complaints.starts_with("broken.json\n"));
    for place in ["statement 4 (items[3].text)", "title (meta.title)"] {
        assert!(ran.complaints.contains(place), "{}", ran.complaints);
    }
}

#[test]
fn a_result_file_finds_the_version_that_it_names() {
    let folder = Folder::new("result-file");
    let bundled = include_str!("../../../content/sales-mindset/0.1.0.json");
    let mut earlier: Value = serde_json::from_str(bundled).unwrap();
    earlier["meta"]["version"] = json!("0.0.9");
    let earlier = earlier.to_string();
    folder.write("earlier.json", &earlier);
    let result = include_str!("../../../schema/examples/result-2.0.json");
    let mut result: Value = serde_json::from_str(result).unwrap();
    assert_eq!(result["instrument"]["id"], "sales-mindset");
    result["instrument"]["version"] = json!("0.0.9");
    let other = format!("{result:#}");
    let instrument = definition::from_json(&earlier).expect("a sound definition");
    result["instrument"]["digest"] = json!(instrument.digest());
    folder.write("result.json", &format!("{result:#}"));
    let ran = folder.mindset("score result.json", "");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.complaints
            .contains("there is no instrument \"sales-mindset\" of version 0.0.9"),
        "{}",
        ran.complaints
    );
    let ran = folder.mindset("score --questionnaire earlier.json result.json", "");
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    assert_eq!(ran.lines()[0]["id"], result["session"]["id"]);

    // The same version with another digest is another questionnaire.
    folder.write("other.json", &other);
    let ran = folder.mindset("score --questionnaire earlier.json other.json", "");
    assert_eq!(ran.code, Some(1));
    let refused = "it answers another content of \"sales-mindset\" 0.0.9";
    assert!(ran.complaints.contains(refused), "{}", ran.complaints);
    assert!(ran.lines().is_empty());
}

#[test]
fn one_page_is_not_pages() {
    let folder = Folder::new("one-page");
    folder.questionnaire("ours.json", "1.0.0", |definition| {
        definition["presentation"]["pages"] = json!([example_items()]);
    });
    let answers = record(None, &[&example_items()[0]]);
    let mut answers: Value = serde_json::from_str(&answers).unwrap();
    answers["pageSeconds"] = json!([1, 2]);
    let ran = folder.mindset("score --questionnaire ours.json", &answers.to_string());
    let expected = "line 1: pageSeconds has 2 entries; ours has 1 page.";
    assert!(ran.complaints.contains(expected), "{}", ran.complaints);
}
