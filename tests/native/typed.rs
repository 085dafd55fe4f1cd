//! From JSON to a type: what fits, what does not, and where.

use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use untrusted::{fitting, typed};

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Talk {
    id: String,
    wave: u32,
    share: f64,
    shift: i64,
    done: bool,
    owner: Owner,
    #[serde(default)]
    due: Option<String>,
    interim: Vec<Interim>,
    labels: BTreeMap<String, String>,
    rest: Value,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Owner {
    AccountManager,
    SalesManager,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Interim {
    day: String,
    reached: Option<u8>,
}

fn talk() -> Value {
    json!({
        "id": "t1",
        "wave": 3,
        "share": 0.5,
        "shift": -2,
        "done": true,
        "owner": "sales_manager",
        "due": null,
        "interim": [{"day": "2026-03-01", "reached": 40}, {"day": "2026-04-01", "reached": null}],
        "labels": {"nl": "gesprek", "en": "talk"},
        "rest": {"any": [1, {"thing": null}]},
    })
}

/// Every place of a document, as JSON pointers.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (n, one) in list.iter().enumerate() {
                places(one, &format!("{at}/{n}"), all);
            }
        }
        Value::Object(map) => {
            for (name, one) in map {
                places(one, &format!("{at}/{name}"), all);
            }
        }
        _ => {}
    }
}

#[test]
fn what_fits_is_read_as_serde_json_reads_it() {
    let by_serde: Talk = serde_json::from_value(talk()).unwrap();
    assert_eq!(typed::<Talk>(&talk()), Ok(by_serde));
}

#[test]
fn a_misfit_has_the_place_that_serde_path_to_error_names() {
    let mut all = Vec::new();
    places(&talk(), "", &mut all);
    let mut refused = 0;
    for at in &all {
        for wrong in [
            json!(null),
            json!(-1),
            json!(1.5),
            json!("x"),
            json!(true),
            json!([1]),
            json!({"y": 1}),
        ] {
            let mut changed = talk();
            *changed.pointer_mut(at).unwrap() = wrong.clone();
            let oracle: Result<Talk, _> = serde_path_to_error::deserialize(&changed);
            // Of something missing or too much the oracle names the structure and this reader the
            // field; of a list instead of a structure the oracle names an element.
            let oracle = oracle.map_err(|error| error.path().to_string());
            let ours = typed::<Talk>(&changed);
            assert_eq!(fitting::<Talk>(&changed), ours.clone().ok(), "{at} {wrong}");
            match (&oracle, &ours) {
                (Ok(one), Ok(other)) => assert_eq!(one, other, "{at} {wrong}"),
                (Err(place), Err(misfit)) => {
                    refused += 1;
                    let place = place.trim_start_matches('.');
                    let inside = match wrong {
                        Value::Object(_) => misfit.place().starts_with(place),
                        Value::Array(_) => place.starts_with(misfit.place()),
                        _ => false,
                    };
                    assert!(
                        misfit.place() == place || inside,
                        "{at} {wrong}: {misfit}, {place}"
                    );
                }
                // A list where a structure belongs: `serde_json` takes it, this reader never.
                (Ok(_), Err(_)) => assert!(wrong.is_array(), "{at} {wrong}"),
                (Err(place), Ok(_)) => panic!("{at} {wrong} is not refused at {place}"),
            }
        }
    }
    assert!(refused > 80, "{refused}");
}

#[test]
fn what_is_missing_or_too_much_is_named() {
    let mut lacking = talk();
    lacking["interim"][1].as_object_mut().unwrap().remove("day");
    let mut more = talk();
    more["verdict"] = json!("red");
    let mut wrong = talk();
    wrong["wave"] = json!("3");
    for (value, place, missing) in [
        (lacking, "interim[1].day", true),
        (more, "verdict", false),
        (wrong, "wave", false),
        (json!("talk"), "", false),
    ] {
        let misfit = typed::<Talk>(&value).unwrap_err();
        assert_eq!((misfit.place(), misfit.is_missing()), (place, missing));
        assert_eq!(fitting::<Talk>(&value), None);
    }
}

#[test]
fn a_foreign_name_is_bounded_and_safe_in_a_place() {
    let (long, shown) = ("x".repeat(900_000), "x".repeat(64) + "…");
    for (name, shown) in [
        ("a\u{202e}b\u{7}\n", "a\u{fffd}b\u{fffd}\u{fffd}"),
        (&*long, &*shown),
    ] {
        let mut more = talk();
        more[name] = json!("red");
        assert_eq!(typed::<Talk>(&more).unwrap_err().place(), shown);
        let mut entry = talk();
        entry["labels"][name] = json!(1);
        let place = format!("labels.{shown}");
        assert_eq!(typed::<Talk>(&entry).unwrap_err().place(), place);
    }
}

#[test]
fn a_structure_is_an_object_and_a_variant_is_its_name() {
    let mut as_list = talk();
    as_list["interim"][0] = json!(["2026-03-01", 40]);
    assert!(serde_json::from_value::<Talk>(as_list.clone()).is_ok());
    assert_eq!(typed::<Talk>(&as_list).unwrap_err().place(), "interim[0]");
    let mut as_map = talk();
    as_map["owner"] = json!({"sales_manager": null});
    assert!(serde_json::from_value::<Talk>(as_map.clone()).is_ok());
    assert_eq!(typed::<Talk>(&as_map).unwrap_err().place(), "owner");
}
