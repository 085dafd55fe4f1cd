//! `mindset export`: what stands in its tables, what it refuses, and that nothing is half there.

use crate::support::Folder;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The rows of one table of an export in JSON lines, of all its partitions.
pub fn rows(folder: &Folder, export: &str, table: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for file in files(&folder.0.join(export).join(table)) {
        let text = std::fs::read_to_string(file).unwrap();
        all.extend(text.lines().map(|line| serde_json::from_str(line).unwrap()));
    }
    all
}

/// Every file below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        match entry.is_dir() {
            true => all.extend(files(&entry)),
            false => all.push(entry),
        }
    }
    all
}

fn relative(folder: &Folder, export: &str) -> Vec<String> {
    let root = folder.0.join(export);
    let all = files(&root).into_iter();
    all.map(|file| {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap();
        path.replace(std::path::MAIN_SEPARATOR, "/")
    })
    .collect()
}

/// Two people: one who answered the first scale but for one statement that is skipped, one of the
/// month after who answered a single statement.
fn two_people() -> String {
    let first = json!({
        "id": "Zoë", "instrument": "sales-mindset", "version": "0.2.0", "language": "nl",
        "day": "2026-03-31",
        "answers": {
            "ACC-01": 5, "ACC-02": 5, "ACC-09": 5, "ACC-10": 5, "ACC-05": 5, "ACC-11": 1,
            "ACC-07": 1, "ACC-08": null,
        },
    });
    let second = json!({
        "id": 7, "instrument": "sales-mindset", "version": "0.2.0", "day": "2026-04-01",
        "answers": { "ACC-01": 4 },
    });
    format!("{first}\n{second}\n")
}

#[test]
fn each_table_holds_a_row_for_each_session_scale_and_answer() {
    let folder = Folder::new("export-tables");
    let ran = folder.mindset("export --format jsonl --out tables", &two_people());
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    let said = json!({
        "folder": "tables", "partitions": 2, "sessions": 2, "scores": 8, "answers": 9,
    });
    assert_eq!(ran.lines(), [said]);
    let names = relative(&folder, "tables");
    let expected = |table, month| {
        format!("{table}/questionnaire=sales-mindset/version=0.2.0/month={month}/part-0.jsonl")
    };
    let all = ["answers", "scores", "sessions"];
    let all = all.iter().flat_map(|table| {
        let months = ["2026-03", "2026-04"];
        months.map(|month| expected(table, month))
    });
    assert_eq!(names, all.collect::<Vec<_>>());

    let sessions = rows(&folder, "tables", "sessions");
    let columns: Vec<&str> = sessions[0]
        .as_object()
        .unwrap()
        .keys()
        .map(|key| &**key)
        .collect();
    let mut documented = [
        "session_key",
        "person_key",
        "position",
        "digest",
        "form",
        "language",
        "day",
        "scored_scales",
    ];
    documented.sort_unstable();
    assert_eq!(columns, documented);
    let of = |name: &str| {
        sessions
            .iter()
            .map(|row| row[name].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("position"), [1, 2]);
    assert_eq!(of("form"), ["self", "self"]);
    assert_eq!(of("language"), [json!("nl"), Value::Null]);
    assert_eq!(of("day"), ["2026-03-31", "2026-04-01"]);
    // Six of eight statements are enough for a score, one is not.
    assert_eq!(of("scored_scales"), [1, 0]);

    let scores = rows(&folder, "tables", "scores");
    assert_eq!(scores[0]["scale_id"], "accountability");
    assert_eq!(
        (&scores[0]["items_asked"], &scores[0]["items_answered"]),
        (&json!(8), &json!(7))
    );
    assert_eq!(scores[1]["percent"], Value::Null);

    let answers = rows(&folder, "tables", "answers");
    let first = &answers[0];
    assert_eq!(first["session_key"], sessions[0]["session_key"]);
    assert_eq!(
        (
            &first["item_id"],
            &first["scale_id"],
            &first["state"],
            &first["raw_value"]
        ),
        (
            &json!("ACC-01"),
            &json!("accountability"),
            &json!("rated"),
            &json!(5)
        )
    );
    let skipped = answers
        .iter()
        .find(|row| row["item_id"] == "ACC-08")
        .unwrap();
    assert_eq!(
        (
            &skipped["state"],
            &skipped["raw_value"],
            &skipped["keyed_value"]
        ),
        (&json!("skipped"), &Value::Null, &Value::Null)
    );
}

#[test]
fn a_keyed_value_is_turned_round_only_where_the_definition_says_so() {
    let folder = Folder::new("export-keyed");
    folder.mindset("export --format jsonl --out tables", &two_people());
    let definition = include_str!("../../../content/sales-mindset/0.2.0.json");
    let definition: Value = serde_json::from_str(definition).unwrap();
    let key = |id: &Value| {
        let items = definition["items"].as_array().unwrap().iter();
        items.clone().find(|item| item["id"] == *id).unwrap()["key"].clone()
    };
    let mut turned = 0;
    for row in rows(&folder, "tables", "answers") {
        let Some(raw) = row["raw_value"].as_u64() else {
            continue;
        };
        let minus = key(&row["item_id"]) == "-";
        turned += u32::from(minus);
        assert_eq!(
            row["keyed_value"],
            if minus { 6 - raw } else { raw },
            "{row}"
        );
    }
    assert!(turned > 0, "no statement of the test is turned round");
}

#[test]
fn no_id_stands_in_an_export_and_one_person_has_one_key() {
    let folder = Folder::new("export-keys");
    let line = |id: &str| {
        format!(
            "{{\"id\": \"{id}\", \"instrument\": \"sales-mindset\", \"answers\": {{\"ACC-01\": 3}}}}\n"
        )
    };
    folder.write("secret", "a secret of more than sixteen bytes\n");
    let input = line("Anna-Maria") + &line("anna-maria") + &line("Bob") + &line("Bob");
    for out in ["one", "two"] {
        let words = format!("export --format jsonl --key secret --out {out}");
        assert_eq!(folder.mindset(&words, &input).code, Some(0));
    }
    folder.mindset("export --format jsonl --out drawn", &input);
    let keys = |export: &str, column: &str| -> Vec<String> {
        let rows = rows(&folder, export, "sessions").into_iter();
        rows.map(|row| row[column].as_str().unwrap().to_owned())
            .collect()
    };
    let people = keys("one", "person_key");
    assert_eq!((&people[0], &people[2]), (&people[1], &people[3]));
    assert_ne!(people[0], people[2]);
    assert_eq!(people, keys("two", "person_key"));
    assert_ne!(people[0], keys("drawn", "person_key")[0]);
    // The same answers of the same person twice are two sessions.
    let mut sessions = keys("one", "session_key");
    sessions.dedup();
    assert_eq!(sessions.len(), 4);
    for file in files(&folder.0.join("one")) {
        let text = std::fs::read_to_string(file).unwrap().to_lowercase();
        assert!(!text.contains("anna") && !text.contains("bob"), "{text}");
    }
}

#[test]
fn a_secret_that_is_too_short_is_refused() {
    let folder = Folder::new("export-short-secret");
    folder.write("secret", "fifteen letters\n");
    let ran = folder.mindset("export --key secret --out tables", &two_people());
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.complaints,
        "The key secret is too short: it needs at least 16 bytes.\n"
    );
    assert!(!folder.0.join("tables").exists());
}

#[test]
fn parquet_files_are_whole_and_lie_where_json_lines_would() {
    let folder = Folder::new("export-parquet");
    assert_eq!(
        folder.mindset("export --out tables", &two_people()).code,
        Some(0)
    );
    folder.mindset("export --format jsonl --out lines", &two_people());
    let names = relative(&folder, "lines").into_iter();
    let names: Vec<String> = names.map(|name| name.replace("jsonl", "parquet")).collect();
    assert_eq!(relative(&folder, "tables"), names);
    for file in files(&folder.0.join("tables")) {
        let bytes = std::fs::read(file).unwrap();
        // The format's mark at both ends (Apache Parquet, "File format").
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }
}

#[test]
fn a_folder_that_is_there_and_one_that_was_cut_off_are_refused() {
    let folder = Folder::new("export-refused");
    std::fs::create_dir(folder.0.join("tables")).unwrap();
    let ran = folder.mindset("export --out tables", &two_people());
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.complaints,
        "tables is there already: an export writes a new folder, and adds to none. Name another \
         one.\n"
    );
    std::fs::create_dir(folder.0.join("other.unfinished")).unwrap();
    let ran = folder.mindset("export --out other", &two_people());
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.complaints,
        "other.unfinished is there already: an export is at work on it, or was cut off. Remove \
         it, or name another folder.\n"
    );
    assert!(!folder.0.join("other").exists());
}

#[test]
fn a_bad_record_is_named_and_the_others_are_written() {
    let folder = Folder::new("export-bad-record");
    let input = two_people() + "{\"instrument\": \"x\", \"answers\": {}}\n" + &two_people();
    let ran = folder.mindset("export --format jsonl --out tables", &input);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.complaints,
        "standard input, line 3: there is no instrument \"x\".\n1 record could not be read.\n"
    );
    assert_eq!(rows(&folder, "tables", "sessions").len(), 4);
}

#[test]
fn too_many_months_are_refused_and_nothing_is_left_behind() {
    let folder = Folder::new("export-months");
    let line = |month: u32| {
        let (year, month) = (1970 + month / 12, 1 + month % 12);
        format!(
            "{{\"instrument\": \"sales-mindset\", \"day\": \"{year}-{month:02}-01\", \"answers\": {{}}}}\n"
        )
    };
    let most: String = (0..240).map(line).collect();
    assert_eq!(folder.mindset("export --out tables", &most).code, Some(0));
    let ran = folder.mindset("export --out more", &(most + &line(240)));
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.complaints.contains("more than 240 partitions"),
        "{}",
        ran.complaints
    );
    let left = std::fs::read_dir(&folder.0).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["tables"]);
}

#[test]
fn a_version_with_the_characters_of_a_path_stays_in_its_folder() {
    let folder = Folder::new("export-hostile");
    folder.questionnaire("ours.json", "../../escaped", |_| {});
    let items = crate::support::example_items();
    let items: Vec<&str> = items.iter().map(|item| &**item).collect();
    let record = crate::support::record(Some("../../escaped"), &items);
    let words = "export --format jsonl --questionnaire ours.json --out tables";
    let ran = folder.mindset(words, &record);
    if ran.code == Some(0) {
        let names = relative(&folder, "tables");
        let expected = "answers/questionnaire=ours/version=..%2F..%2Fescaped/month=unknown";
        assert_eq!(names[0], format!("{expected}/part-0.jsonl"));
    } else {
        assert!(ran.complaints.contains("version"), "{}", ran.complaints);
    }
    assert!(!folder.0.join("escaped").exists());
}
