//! The query of `cli/sql/group.sql` on the tables of an export gives the figures of `mindset group`,
//! in DuckDB and in Spark.
//!
//! `DUCKDB_PYTHON` and `SPARK_PYTHON` name a Python that has one of the two; without it the test is
//! skipped by name.

use crate::support::Folder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The sizes of the groups: below, at and above every number of people at which a figure appears.
const SIZES: [usize; 11] = [1, 4, 5, 7, 8, 9, 10, 29, 30, 31, 120];

/// What a figure is of: form, language, scale, item, chosen number, and its name.
type Of = (
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
    String,
);

type Figures = BTreeMap<Of, Option<f64>>;

/// Records of a group for each size, told apart by their form, in order of day. Some are a second
/// one of somebody, some have no id, some no score, and some answers are skipped.
fn records() -> Vec<Value> {
    let definition = include_str!("../../../content/sales-mindset/0.2.0.json");
    let definition: Value = serde_json::from_str(definition).unwrap();
    let items: Vec<&str> = definition["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    let mut random = fastrand::Rng::with_seed(18);
    let mut all = Vec::new();
    // In groups of about thirty everybody answers everything: alpha is of those who do.
    let mut record = |form: String, id: Option<String>, language: &str, day: usize| {
        let skips = !form.ends_with("29") && !form.ends_with("30") && !form.ends_with("31");
        let level = random.i32(-1..=1);
        let mut answers = serde_json::Map::new();
        for item in &items {
            let value = (3 + level + random.i32(-1..=1)).clamp(1, 5);
            let value = match random.u8(..60) {
                0 if skips => Value::Null,
                _ => json!(value),
            };
            answers.insert((*item).to_owned(), value);
        }
        let day = format!("2026-{:02}-{:02}", 1 + day / 28 % 12, 1 + day % 28);
        let mut record = json!({
            "instrument": "sales-mindset", "version": "0.2.0", "form": form,
            "language": language, "day": day, "answers": answers,
        });
        if let Some(id) = id {
            record["id"] = json!(id);
        }
        all.push(record);
    };
    for size in SIZES {
        let form = format!("of-{size}");
        for number in 0..size {
            let id = (number % 7 != 3).then(|| format!("p-{number}"));
            record(form.clone(), id, "nl", number);
        }
        // The first person again, later; and once in another language, which is another group.
        record(form.clone(), Some("P-0".to_owned()), "nl", size + 1);
        record(form, Some("p-0".to_owned()), "en", size + 1);
    }
    // No score on any scale.
    all.push(json!({
        "instrument": "sales-mindset", "version": "0.2.0", "form": "of-4", "language": "nl",
        "id": "unscored", "day": "2026-12-01", "answers": { "ACC-01": 3 },
    }));
    all
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The figures that `mindset group` prints and the query has too.
fn of_group(output: &Value) -> Figures {
    let mut all = Figures::new();
    for group in output["groups"].as_array().unwrap() {
        let mut add = |scale: Option<String>, figure: &str, value: &Value| {
            let form = text(&group["form"]).unwrap();
            let of = (
                form,
                text(&group["language"]),
                scale,
                None,
                None,
                figure.to_owned(),
            );
            all.insert(of, value.as_f64());
        };
        add(None, "people", &group["n"]);
        for scale in group["scales"].as_array().unwrap() {
            for (figure, field) in [
                ("scored", "n"),
                ("mean", "mean"),
                ("sd", "sd"),
                ("alpha", "alpha"),
            ] {
                add(text(&scale["scaleId"]), figure, &scale[field]);
            }
        }
    }
    all
}

/// How often each number was chosen, counted from the records: a distribution from 10 people on.
fn distributions(records: &[Value]) -> Figures {
    let mut seen = std::collections::BTreeSet::new();
    let mut counts: BTreeMap<(String, String, String), BTreeMap<i64, u32>> = BTreeMap::new();
    for record in records {
        let (form, language) = (
            text(&record["form"]).unwrap(),
            text(&record["language"]).unwrap(),
        );
        let answers = record["answers"].as_object().unwrap();
        let is_again = record["id"]
            .as_str()
            .is_some_and(|id| !seen.insert((form.clone(), language.clone(), id.to_lowercase())));
        if answers.len() == 1 || is_again {
            continue;
        }
        for (item, value) in answers {
            if let Some(value) = value.as_i64() {
                let of = (form.clone(), language.clone(), item.clone());
                *counts.entry(of).or_default().entry(value).or_default() += 1;
            }
        }
    }
    let mut all = Figures::new();
    for ((form, language, item), numbers) in counts {
        let people: u32 = numbers.values().sum();
        let mut add = |value, figure: &str, count: u32| {
            let of = (
                form.clone(),
                Some(language.clone()),
                None,
                Some(item.clone()),
                value,
            );
            let (form, language, scale, item, value) = of;
            let of = (form, language, scale, item, value, figure.to_owned());
            all.insert(of, Some(count.into()));
        };
        add(None, "rated", people);
        if people >= 10 {
            for (value, count) in numbers {
                add(Some(value), "chosen", count);
            }
        }
    }
    all
}

/// The figures that the query gives, without the scales of items.
fn of_query(rows: &Value) -> Figures {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| {
        assert_eq!(
            (&row[0], &row[1]),
            (&json!("sales-mindset"), &json!("0.2.0"))
        );
        assert!(row[2].as_str().unwrap().starts_with("sha256:"), "{row}");
        let item = text(&row[6]);
        let scale = text(&row[5]).filter(|_| item.is_none());
        let form = text(&row[3]).unwrap();
        let figure = text(&row[8]).unwrap();
        (
            (form, text(&row[4]), scale, item, row[7].as_i64(), figure),
            row[9].as_f64(),
        )
    })
    .collect()
}

/// What the engine gives for a query, or for the word `schema`.
fn run(python: &Path, engine: &str, export: &Path, format: &str, query: &str) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tools/tables/query.py");
    let ran = Command::new(python)
        .arg(script)
        .args([
            engine.as_ref(),
            export.as_os_str(),
            format.as_ref(),
            query.as_ref(),
        ])
        .output()
        .unwrap();
    let complaints = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{complaints}");
    serde_json::from_slice(&ran.stdout).unwrap()
}

fn gives_the_figures_of_the_command(test: &str, python: &Path, engine: &str) {
    let folder = Folder::new(test);
    let records = records();
    let input: String = records.iter().map(|record| format!("{record}\n")).collect();
    let group = folder.mindset("group", &input);
    assert_eq!(group.code, Some(0), "{}", group.complaints);
    let ran = folder.mindset("export --out tables", &input);
    assert_eq!(ran.code, Some(0), "{}", ran.complaints);
    let query = concat!(env!("CARGO_MANIFEST_DIR"), "/sql/group.sql");
    let mut found = of_query(&run(
        python,
        engine,
        &folder.0.join("tables"),
        "parquet",
        query,
    ));
    // How many answered everything is no figure of the command; alpha rests on it.
    found.retain(|of, _| of.5 != "complete");
    let mut expected = of_group(&group.lines()[0]);
    expected.append(&mut distributions(&records));
    // Of a scale that nobody answered completely the query has no row.
    let differing: Vec<_> = expected
        .iter()
        .filter(
            |(of, value)| match (found.get(*of).copied().flatten(), value) {
                (Some(found), Some(value)) => (found - value).abs() > 1e-9,
                (found, value) => found.is_some() != value.is_some(),
            },
        )
        .collect();
    assert!(
        differing.is_empty(),
        "{} of {}: {:?}",
        differing.len(),
        expected.len(),
        differing.first()
    );
    let more: Vec<_> = found
        .keys()
        .filter(|of| !expected.contains_key(*of))
        .collect();
    assert!(more.is_empty(), "{} more: {:?}", more.len(), more.first());
    // The test is of both: figures that are given, and figures that are withheld.
    for figure in ["mean", "sd", "alpha"] {
        let all = expected.iter().filter(|(of, _)| of.5 == figure);
        let given = all.clone().filter(|(_, value)| value.is_some()).count();
        assert!(given > 0 && given < all.count(), "{figure}");
    }
}

fn skipped(test: &str, why: &str) {
    // Not by a macro: what those print is captured.
    let line = format!("\nSKIPPED TEST {test}: {why}\n");
    let _ = std::io::stdout().write_all(line.as_bytes());
}

fn python(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

#[test]
fn the_query_gives_the_figures_of_group_in_duckdb() {
    let test = "group_sql::the_query_gives_the_figures_of_group_in_duckdb";
    match python("DUCKDB_PYTHON") {
        None => skipped(test, "DuckDB for Python is not here"),
        Some(python) => gives_the_figures_of_the_command("sql-duckdb", &python, "duckdb"),
    }
}

#[test]
fn the_query_gives_the_figures_of_group_in_spark() {
    let test = "group_sql::the_query_gives_the_figures_of_group_in_spark";
    match python("SPARK_PYTHON") {
        None => skipped(test, "Spark for Python, or Java, is not here"),
        Some(python) => gives_the_figures_of_the_command("sql-spark", &python, "spark"),
    }
}

#[test]
fn an_independent_reader_finds_the_types_and_partitions_of_both_formats() {
    let test = "group_sql::an_independent_reader_finds_the_types_and_partitions_of_both_formats";
    let Some(python) = python("DUCKDB_PYTHON") else {
        return skipped(test, "DuckDB for Python is not here");
    };
    let folder = Folder::new("sql-types");
    let input: String = records()
        .iter()
        .map(|record| format!("{record}\n"))
        .collect();
    folder.mindset("export --out tables", &input);
    let types = run(
        &python,
        "duckdb",
        &folder.0.join("tables"),
        "parquet",
        "schema",
    );
    let partitions = [
        ["month", "VARCHAR"],
        ["questionnaire", "VARCHAR"],
        ["version", "VARCHAR"],
    ];
    let with = |columns: &[[&str; 2]]| json!([columns, &partitions].concat());
    let expected = json!({
        "sessions": with(&[
            ["session_key", "VARCHAR"], ["person_key", "VARCHAR"], ["position", "BIGINT"],
            ["digest", "VARCHAR"], ["form", "VARCHAR"], ["language", "VARCHAR"], ["day", "DATE"],
            ["scored_scales", "INTEGER"],
        ]),
        "scores": with(&[
            ["session_key", "VARCHAR"], ["scale_id", "VARCHAR"], ["items_asked", "INTEGER"],
            ["items_answered", "INTEGER"], ["percent", "DOUBLE"],
        ]),
        "answers": with(&[
            ["session_key", "VARCHAR"], ["item_id", "VARCHAR"], ["scale_id", "VARCHAR"],
            ["facet_id", "VARCHAR"], ["state", "VARCHAR"], ["raw_value", "INTEGER"],
            ["keyed_value", "INTEGER"],
        ]),
    });
    assert_eq!(types, expected);
    // The same rows in both formats: keys are of one secret.
    folder.write("secret", "a secret of more than sixteen bytes");
    folder.mindset("export --key secret --out one", &input);
    folder.mindset("export --key secret --format jsonl --out other", &input);
    for (table, columns) in [
        (
            "sessions",
            "session_key, person_key, position, digest, form, language, day, scored_scales",
        ),
        (
            "scores",
            "session_key, scale_id, items_asked, items_answered, percent",
        ),
        (
            "answers",
            "session_key, item_id, scale_id, facet_id, state, raw_value, keyed_value",
        ),
    ] {
        folder.write(
            "rows.sql",
            &format!(
                "SELECT COLUMNS(*)::VARCHAR FROM (SELECT {columns}, questionnaire, version, month \
                 FROM {table}) ORDER BY ALL"
            ),
        );
        let query = folder.0.join("rows.sql");
        let query = query.to_str().unwrap();
        let of = |export: &str, format: &str| {
            run(&python, "duckdb", &folder.0.join(export), format, query)
        };
        let parquet = of("one", "parquet");
        assert!(!parquet.as_array().unwrap().is_empty(), "{table}");
        assert!(parquet == of("other", "jsonl"), "{table}");
    }
}
