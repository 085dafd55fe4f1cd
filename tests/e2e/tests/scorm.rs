//! The activity for an LMS, on the run-time of another project.

use crate::judges::judged;
use serde_json::{Value, json};
use std::path::Path;

/// Everything that happened, a step an entry: on scorm-again, with the script of the package.
fn played(name: &str) -> Vec<Value> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/web/scorm.js");
    judged("scorm.mjs", name, &std::fs::read(built).expect("a build"))
}

/// One step of one visit.
fn step<'a>(steps: &'a [Value], visit: &str, step: &str) -> &'a Value {
    let found = steps
        .iter()
        .find(|found| found["visit"] == visit && found["step"] == step);
    found.unwrap_or_else(|| panic!("no step {step} in {visit}"))
}

/// The calls of a name in a step.
fn calls<'a>(step: &'a Value, name: &str) -> Vec<&'a Value> {
    let all = step["calls"].as_array().expect("calls");
    all.iter().filter(|call| call[0] == name).collect()
}

#[test]
fn an_activity_is_incomplete_then_completed_and_stays_so_on_a_later_visit() {
    let steps = played("scorm-status.mjs");
    let status = |visit, name| step(&steps, visit, name)["status"].as_str();
    assert_eq!(status("first", "opened"), Some("incomplete"));
    assert_eq!(status("first", "left"), Some("incomplete"));
    assert_eq!(status("second", "opened"), Some("incomplete"));
    assert_eq!(status("second", "completed"), Some("completed"));
    for name in ["opened", "begun anew", "left"] {
        assert_eq!(status("third", name), Some("completed"), "{name}");
        let set = calls(step(&steps, "third", name), "LMSSetValue");
        assert!(!set.iter().any(|call| call[1] == "cmi.core.lesson_status"));
    }
}

#[test]
fn an_activity_that_the_lms_made_passed_stays_so_when_it_is_completed_again() {
    let steps = played("scorm-passed.mjs");
    for visit in ["passed", "passed within the visit"] {
        for name in ["completed again", "left"] {
            let step = step(&steps, visit, name);
            assert_eq!(step["status"], "passed", "{step}");
            assert_eq!(step["shown"]["lms"], "connected", "{step}");
        }
    }
    let again = calls(step(&steps, "passed", "completed again"), "LMSSetValue");
    assert!(!again.iter().any(|call| call[1] == "cmi.core.lesson_status"));
}

#[test]
fn suspend_data_holds_the_place_and_it_comes_back_on_the_next_visit() {
    let steps = played("scorm-place.mjs");
    let twelve = step(&steps, "first", "twelve answered");
    assert_eq!(twelve["suspend"], r#"{"v":1,"answered":12,"total":32}"#);
    let again = step(&steps, "second", "opened");
    assert_eq!(again["suspend"], twelve["suspend"]);
    assert_eq!(
        again["shown"]["place"],
        json!({"answered": 12, "total": 32})
    );
}

#[test]
fn four_elements_are_set_and_none_is_a_score_or_an_answer() {
    let steps = played("scorm-elements.mjs");
    let mut set: Vec<&str> = Vec::new();
    for step in steps.iter().filter(|step| step["step"].is_string()) {
        assert!(!step.to_string().contains("a-secret-of-the-learner"));
        if step["visit"]
            .as_str()
            .is_some_and(|visit| visit.starts_with("2004"))
        {
            continue;
        }
        for call in calls(step, "LMSSetValue") {
            assert_eq!(call[3], "true", "{call}");
            set.push(call[1].as_str().expect("an element"));
        }
        // Where there is a run-time, it has neither.
        if step["status"].is_string() {
            assert_eq!(step["score"][0], "", "{step}");
            assert_eq!(step["interactions"], 0, "{step}");
        }
    }
    set.sort_unstable();
    set.dedup();
    assert_eq!(
        set,
        [
            "cmi.core.exit",
            "cmi.core.lesson_status",
            "cmi.core.session_time",
            "cmi.suspend_data"
        ]
    );
}

#[test]
fn a_visit_ends_once_with_its_time_and_after_a_commit() {
    let steps = played("scorm-end.mjs");
    let left = step(&steps, "first", "left");
    let names: Vec<&Value> = left["calls"]
        .as_array()
        .expect("calls")
        .iter()
        .map(|call| &call[0])
        .collect();
    assert_eq!(
        names,
        ["LMSSetValue", "LMSSetValue", "LMSCommit", "LMSFinish"]
    );
    assert_eq!(left["time"], "00:01:01.23");
    assert_eq!(left["exit"], "suspend");
}

#[test]
fn an_lms_that_fails_refuses_or_is_not_there_stops_nothing_and_is_said() {
    let steps = played("scorm-failing.mjs");
    for visit in ["failing", "absent"] {
        assert_eq!(step(&steps, visit, "left")["shown"]["lms"], "absent");
    }
    assert_eq!(step(&steps, "breaking", "left")["shown"]["lms"], "refused");
    let refused = step(&steps, "refusing", "completed");
    assert_eq!(refused["shown"]["lms"], "refused");
    assert_eq!(step(&steps, "refusing", "left")["status"], "completed");
}

#[test]
fn a_completion_that_is_not_stored_is_said_and_told_again_until_it_is() {
    let steps = played("scorm-unstored.mjs");
    for number in 0..2 {
        for again in ["progress", "hidden", "left"] {
            let visit = format!("unstored {number} {again}");
            let shown = |name| step(&steps, &visit, name)["shown"]["lms"].as_str();
            assert_eq!(shown("completed"), Some("refused"), "{visit}");
            assert_eq!(shown("still unstored"), Some("refused"), "{visit}");
            // Who has left sees nothing more.
            if again != "left" {
                assert_eq!(shown("stored"), Some("connected"), "{visit}");
            }
            let stored = step(&steps, &visit, "stored");
            let told = calls(stored, "LMSSetValue");
            assert!(told.iter().any(|call| call[2] == "completed"), "{stored}");
            let commits = calls(stored, "LMSCommit");
            assert_eq!(commits, [&json!(["LMSCommit", "", "true"])], "{stored}");
            assert_eq!(stored["status"], "completed", "{stored}");
        }
    }
}

#[test]
fn nothing_is_reported_of_somebody_who_only_looks() {
    let steps = played("scorm-browsing.mjs");
    for name in ["opened", "left"] {
        let step = step(&steps, "browsing", name);
        assert!(calls(step, "LMSSetValue").is_empty(), "{step}");
        assert_eq!(step["shown"]["lms"], "connected");
    }
    let left = step(&steps, "browsing", "left");
    assert_eq!(calls(left, "LMSFinish").len(), 1);
}

#[test]
fn the_run_time_is_found_and_times_are_written_as_scorm_asks() {
    let steps = played("scorm-parts.mjs");
    let parts = steps.last().expect("the parts");
    assert_eq!(parts["opener"], true);
    assert_eq!(parts["endless"], Value::Null);
    assert_eq!(
        parts["times"],
        json!(["00:00:00.00", "00:01:01.23", "10:00:00.00", "01:00:00.00"])
    );
    assert_eq!(step(&steps, "first", "opened")["shown"]["language"], "en");
}

#[test]
fn what_the_lms_is_told_is_stored_at_once() {
    let steps = played("scorm-stored.mjs");
    for (visit, name) in [
        ("first", "opened"),
        ("first", "twelve answered"),
        ("second", "completed"),
    ] {
        let step = step(&steps, visit, name);
        let last = step["calls"].as_array().expect("calls").last();
        assert_eq!(last.expect("a call")[0], "LMSCommit", "{step}");
        assert_eq!(step["exit"], "suspend", "{step}");
    }
}

#[test]
fn a_run_time_of_scorm_2004_is_served_as_well() {
    let steps = played("scorm-2004.mjs");
    let mut set = std::collections::BTreeSet::new();
    for (visit, name, status, place) in [
        ("2004 first", "opened", "incomplete", ""),
        (
            "2004 first",
            "told",
            "incomplete",
            r#"{"v":1,"answered":8,"total":32}"#,
        ),
        (
            "2004 second",
            "opened",
            "incomplete",
            r#"{"v":1,"answered":8,"total":32}"#,
        ),
        (
            "2004 second",
            "told",
            "completed",
            r#"{"v":1,"answered":8,"total":32}"#,
        ),
        (
            "2004 third",
            "opened",
            "completed",
            r#"{"v":1,"answered":8,"total":32}"#,
        ),
        (
            "2004 third",
            "left",
            "completed",
            r#"{"v":1,"answered":8,"total":32}"#,
        ),
    ] {
        let step = step(&steps, visit, name);
        let held = (&step["status"], &step["suspend"], &step["exit"]);
        assert_eq!(
            held,
            (&json!(status), &json!(place), &json!("suspend")),
            "{step}"
        );
        // Neither a score nor success is told.
        assert_eq!(
            (&step["score"], &step["success"]),
            (&json!(["", ""]), &json!("unknown"))
        );
        for call in step["calls"].as_array().expect("calls") {
            set.extend(call[1].as_str().filter(|_| call[0] == "SetValue"));
            let refused =
                call[0] != "GetValue" && call[call.as_array().map_or(0, Vec::len) - 1] != "true";
            assert!(!refused, "{call}");
        }
    }
    let four = [
        "cmi.completion_status",
        "cmi.exit",
        "cmi.session_time",
        "cmi.suspend_data",
    ];
    assert_eq!(set.into_iter().collect::<Vec<_>>(), four);
    let left = step(&steps, "2004 first", "left");
    let names: Vec<&Value> = left["calls"]
        .as_array()
        .expect("calls")
        .iter()
        .map(|call| &call[0])
        .collect();
    assert_eq!(names, ["SetValue", "SetValue", "Commit", "Terminate"]);
    assert_eq!(left["time"], "PT61.23S");
    let parts = steps.last().expect("the parts");
    assert_eq!(
        parts["intervals"],
        json!(["PT0.00S", "PT61.23S", "PT36000.00S", "PT3600.00S"])
    );
}
