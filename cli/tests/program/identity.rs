//! When two records are of one person, and what a whole number is.

use crate::support::Folder;
use serde_json::json;

const INSTRUMENT: &str = "sales-mindset";

/// A line with this id as it is written, and enough answers for a score.
fn line(id: &str) -> String {
    let answers = "\"ACC-01\":3,\"ACC-02\":3,\"ACC-03\":3,\"ACC-04\":3,\"ACC-05\":3,\"ACC-06\":3,\
                   \"ACC-07\":3,\"ACC-08\":3";
    format!("{{\"id\":{id},\"instrument\":\"{INSTRUMENT}\",\"answers\":{{{answers}}}}}\n")
}

/// How many people a group of these ids has, and the complaints.
fn people(test: &str, ids: &[&str]) -> (u64, String) {
    let folder = Folder::new(test);
    let lines: String = ids.iter().map(|id| line(id)).collect();
    let ran = folder.mindset("group", &lines);
    let groups = &ran.lines()[0]["groups"];
    (groups[0]["n"].as_u64().unwrap_or(0), ran.complaints)
}

#[test]
fn one_person_counts_once_however_the_id_is_written() {
    let one = [
        "1",
        "\"1\"",
        "1.0",
        "1e0",
        "\" 1\"",
        "\"1 \"",
        "\"\u{FF11}\"",
        "\"\\u0031\"",
    ];
    assert_eq!(people("id-number", &one), (1, String::new()));
    let zoe = ["\"Zoë\"", "\"Zoe\u{308}\"", "\"ZOË\"", "\" zoe\\u0308\\t\""];
    let (n, complaints) = people("id-unicode", &zoe[..3]);
    assert_eq!((n, complaints.as_str()), (1, ""));
    let street = [
        "\"STRA\u{1E9E}E\"",
        "\"Straße\"",
        "\"strasse\"",
        "\"STRASSE\"",
    ];
    assert_eq!(people("id-street", &street), (1, String::new()));
    assert_eq!(people("id-zero", &["0", "-0", "0.0", "\"0\""]).0, 1);
}

#[test]
fn other_ids_are_other_people_and_no_id_is_one_each() {
    let others = [
        "1", "2", "\"01\"", "\"1.5\"", "\"e\"", "\"é\"", "\"a b\"", "\"ab\"", "-1",
    ];
    assert_eq!(people("id-others", &others), (9, String::new()));
    assert_eq!(
        people("id-none", &["null", "null", "null"]),
        (3, String::new())
    );
}

#[test]
fn what_cannot_be_an_id_is_said() {
    let long = format!("\"{}\"", "x".repeat(201));
    for (id, said) in [
        ("true", "id is true: it must be a text or a whole number"),
        ("1.5", "id is 1.5: it must be a text or a whole number"),
        ("[1]", "id is a list: it must be a text or a whole number"),
        ("{}", "id is an object: it must be a text or a whole number"),
        ("\"\"", "id is empty"),
        ("\" \\t\"", "id is empty"),
        ("\"a\\u200b\"", "id holds a character that cannot be seen"),
        ("\"a\\ufe0f\"", "id holds a character that cannot be seen"),
        ("12345678901234567890", "id is too large a number"),
        (long.as_str(), "id is longer than 200 characters"),
    ] {
        let (n, complaints) = people("id-wrong", &[id]);
        assert_eq!(n, 0, "{id}");
        assert!(complaints.contains(said), "{id}: {complaints}");
    }
    let twice = line("1").replace("\"id\":1", "\"id\":1,\"id\":2");
    let ran = Folder::new("id-twice").mindset("score", &twice);
    assert!(
        ran.complaints.contains("id is there twice"),
        "{}",
        ran.complaints
    );
}

#[test]
fn an_id_comes_out_as_it_went_in() {
    let folder = Folder::new("id-out");
    let lines = [line("\" Zoë 1\""), line("7"), line("7.0"), line("null")].concat();
    let ran = folder.mindset("score", &lines);
    let ids: Vec<_> = ran.lines().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, [json!(" Zoë 1"), json!(7), json!(7), json!(null)]);
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let folder = Folder::new("whole");
    let scored = |value: &str| {
        let line = line("1").replacen("\"ACC-01\":3", &format!("\"ACC-01\":{value}"), 1);
        folder.mindset("score", &line)
    };
    let four = scored("4").out;
    for same in ["4.0", "4e0", "40e-1", "0.4e1", "4.000"] {
        let ran = scored(same);
        assert_eq!((ran.code, &ran.out), (Some(0), &four), "{same}");
    }
    for (value, said) in [
        (
            "4.5",
            "ACC-01: 4.5 is not a whole number from 1 to 5, or null.",
        ),
        (
            "-0",
            "ACC-01: 0 is not a whole number from 1 to 5, or null.",
        ),
        (
            "6.0",
            "ACC-01: 6 is not a whole number from 1 to 5, or null.",
        ),
        (
            "-4",
            "ACC-01: -4 is not a whole number from 1 to 5, or null.",
        ),
        ("1e300", "is not a whole number from 1 to 5, or null."),
        (
            "\"4\"",
            "ACC-01: \"4\" is a text, and is not a whole number from 1 to 5, or null.",
        ),
        (
            "true",
            "ACC-01: true is not a whole number from 1 to 5, or null.",
        ),
        (
            "[4]",
            "ACC-01: a list is not a whole number from 1 to 5, or null.",
        ),
        (
            "{\"a\":4}",
            "ACC-01: an object is not a whole number from 1 to 5, or null.",
        ),
        ("1e999", "there is a number that is too large."),
    ] {
        let ran = scored(value);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{value}");
        assert!(ran.complaints.contains(said), "{value}: {}", ran.complaints);
    }
}
