//! The element as an npm package: packed, unpacked, imported, and held to what it says of itself.

use crate::judges::judged;
use embedding::{HostEvent, SummaryScore};
use serde_json::{Value, json};
use std::path::Path;

/// The findings of one packing: each part has a test's worth of them.
fn findings() -> Vec<Value> {
    judged("package.mjs", "package.txt", b"")
}

fn of<'a>(findings: &'a [Value], part: &str) -> Vec<&'a Value> {
    let found: Vec<&Value> = findings.iter().filter(|one| one["of"] == part).collect();
    assert!(!found.is_empty(), "nothing about {part}");
    found
}

#[test]
fn the_element_that_other_pages_load_is_at_most_eight_kibibytes() {
    let built = std::env::var("E2E_DIST").unwrap_or_else(|_| "../../dist".to_owned());
    let script = Path::new(&built).join("embed.js");
    let found = judged(
        "zipped.mjs",
        "embed.js",
        &std::fs::read(script).expect("a build"),
    );
    let bytes = found[0]["bytes"].as_u64().expect("a length");
    assert!(bytes <= 8 * 1024, "{bytes} bytes");
}

#[test]
fn a_package_holds_what_it_says_and_says_what_it_holds() {
    let findings = findings();
    let files = [
        "LICENSE",
        "README.md",
        "custom-elements.json",
        "embed.d.ts",
        "embed.js",
        "package.json",
        "react.d.ts",
        "svelte.d.ts",
        "vue.d.ts",
    ];
    assert_eq!(of(&findings, "files")[0]["found"], json!(files));

    // One version for the app and for its tag; nothing is installed with it, and nothing runs.
    let package = of(&findings, "package")[0];
    let manifest = include_str!("../../../Cargo.toml");
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = "))
        .expect("a version");
    assert_eq!(package["version"].to_string(), version);
    assert_eq!(package["needs"], json!([]));

    let exports = [
        "ErrorCode",
        "FileFormat",
        "MindsetDetail",
        "MindsetEventMap",
        "MindsetMirror",
        "MindsetMirrorAttributes",
        "MindsetScore",
    ];
    assert_eq!(of(&findings, "exports")[0]["found"], json!(exports));

    // What an event does not name never leaves, not even inside a score.
    let scores = json!([{"scaleId": "a", "percent": 1}]);
    assert_eq!(of(&findings, "scores")[0]["found"], scores);

    // The script, its types and its manifest name the same.
    for part in ["attributes", "members", "events"] {
        let found = of(&findings, part)[0];
        assert_eq!(found["script"], found["types"], "{part}");
        assert_eq!(found["script"], found["manifest"], "{part}");
    }
    let style = of(&findings, "style")[0];
    assert_eq!(style["script"], style["manifest"]);
    assert!(findings.iter().all(|one| one["of"] != "values"));

    for types in of(&findings, "types") {
        assert_eq!(types["complaints"], json!([]), "{}", types["page"]);
    }
    assert_eq!(of(&findings, "types").len(), 5);

    // So do the documentation and the README, and the examples are what the frameworks' compilers
    // take.
    let documentation = of(&findings, "documentation");
    assert_eq!(documentation.len(), 2);
    for text in documentation {
        assert_eq!(text["found"], text["expected"]);
    }
    let examples = of(&findings, "example");
    assert_eq!(examples.len(), 3);
    for example in examples {
        assert_eq!(example["complaints"], json!([]), "{}", example["language"]);
        assert_ne!(example["calls"], false, "{}", example["language"]);
    }
}

#[test]
fn every_event_of_the_app_reaches_a_host_as_it_was_sent() {
    let attempt = "0f8d-1c".to_owned();
    let score = |scale: &str, percent| SummaryScore {
        scale: scale.to_owned(),
        percent,
    };
    let mut events = vec![
        HostEvent::Start,
        HostEvent::Progress {
            answered: 3,
            total: 32,
        },
        HostEvent::Complete {
            attempt: attempt.clone(),
        },
        HostEvent::Summary {
            attempt,
            scores: vec![score("autonomy", Some(62.5)), score("learning", None)],
        },
    ];
    events.extend(["saved", "denied", "full", "failed"].map(|status| HostEvent::Save { status }));
    let sent: Vec<(&str, Value)> = events
        .iter()
        .map(|event| {
            let detail = serde_json::from_str(&event.detail()).expect("JSON");
            (event.name(), detail)
        })
        .collect();
    let received = judged(
        "protocol.mjs",
        "events.json",
        json!(sent).to_string().as_bytes(),
    );
    let details: Vec<Value> = sent.into_iter().map(|(_, detail)| detail).collect();
    assert_eq!(received, details);
}

#[test]
fn a_detail_that_is_out_of_bounds_reaches_no_host() {
    let wrong = json!([
        ["answers", {}],
        ["toString", {}],
        ["progress", {"answered": -1, "total": 32}],
        ["progress", {"answered": "3", "total": 32}],
        ["complete", {"attemptId": "a name with spaces"}],
        ["save", {"status": "lost"}],
        ["summary", {"attemptId": "a", "scores": [{"scaleId": "a", "percent": 100.1}]}],
        ["summary", {"attemptId": "a", "scores": {"length": 0}}],
        ["error", {"code": "offline"}],
    ]);
    let received = judged("protocol.mjs", "wrong.json", wrong.to_string().as_bytes());
    assert_eq!(received, vec![Value::Null; 9]);
}

#[test]
fn the_licence_of_the_package_is_that_of_the_project() {
    assert_eq!(
        include_str!("../../../element/LICENSE"),
        include_str!("../../../LICENSE")
    );
}
