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
