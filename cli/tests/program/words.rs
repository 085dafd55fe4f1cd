//! Errors are said in our words, never in those of a library or of the system.

use crate::support::Folder;
use serde_json::{Value, json};

/// Words that libraries use of themselves.
const FOREIGN: [&str; 16] = [
    "untagged",
    "variant",
    "EOF",
    "expected",
    "invalid type",
    "invalid value",
    "invalid length",
    "missing field",
    "duplicate field",
    "unknown field",
    "os error",
    "trailing",
    "recursion",
    "lone",
    "serde",
    "at line",
];

/// Values of every kind.
fn values() -> Vec<Value> {
    let list = json!([null, true, 1.5, -1, 1e300, "", "text", [], {}, [1], {"a": 1}]);
    list.as_array().unwrap().clone()
}

#[test]
fn whatever_is_wrong_with_a_line_is_said_in_our_words() {
    let folder = Folder::new("our-words");
    let good = json!({
        "id": 1, "instrument": "sales-mindset", "version": "0.1.0", "form": "self",
        "language": "nl", "answers": {"ACC-01": 3}, "pageSeconds": [1],
    });
    let mut lines: Vec<String> = values().iter().map(Value::to_string).collect();
    for name in good.as_object().unwrap().keys() {
        for value in values() {
            let mut line = good.clone();
            line[name] = value;
            lines.push(line.to_string());
        }
        let twice = format!("{{\"{name}\":{},{}", good[name], &good.to_string()[1..]);
        lines.push(twice);
    }
    for value in values() {
        let mut line = good.clone();
        line["answers"]["ACC-01"] = value;
        lines.push(line.to_string());
    }
    let text = good.to_string();
    lines.extend((1..text.len()).map(|end| text[..end].to_owned()));
    for broken in [
        "{,}",
        "{\"a\" 1}",
        "[1,]",
        "nul",
        "01",
        "\"\\ud800\"",
        "\"\\x\"",
        "\"\t\"",
        "{} {}",
        "'a'",
        "NaN",
        "-",
        "1e",
        "{\"a\":1,}",
    ] {
        lines.push(broken.to_owned());
    }
    for command in ["score", "group"] {
        let ran = folder.mindset(command, &lines.join("\n"));
        assert!(ran.complaints.lines().count() > 150);
        for word in FOREIGN {
            let found = ran.complaints.lines().find(|line| line.contains(word));
            assert_eq!(found, None, "{word}");
        }
    }
}

#[test]
fn whatever_is_wrong_with_a_result_file_is_said_in_our_words() {
    let folder = Folder::new("our-words-of-files");
    let text = include_str!("../../../schema/examples/result-2.0.json");
    let good: Value = serde_json::from_str(text).unwrap();
    let mut names = Vec::new();
    for (n, name) in good.as_object().unwrap().keys().enumerate() {
        for (m, value) in values().into_iter().enumerate() {
            let mut file = good.clone();
            file[name] = value;
            names.push(format!("{n}-{m}.json"));
            folder.write(&names[names.len() - 1], &format!("{file:#}"));
        }
    }
    folder.write("cut.json", &text[..text.len() / 2]);
    names.push("cut.json".to_owned());
    let ran = folder.mindset(&format!("score {}", names.join(" ")), "");
    assert!(ran.complaints.lines().count() > 50);
    for word in FOREIGN {
        let found = ran.complaints.lines().find(|line| line.contains(word));
        assert_eq!(found, None, "{word}");
    }
}
