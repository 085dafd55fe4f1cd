//! What is saved of a team: by independent readers of CSV and JSON, exactly the figures of the view.

use model::{Day, Instrument, Language};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;
use team::{Figure, Moment, Selection, Team, View, Why};

fn scan() -> Rc<Instrument> {
    Rc::new(content::scan().instrument().expect("what ships is sound"))
}

fn day() -> Day {
    Day::parse("2026-11-01").expect("a day")
}

/// A team of this size; `left_out` is an item that the first person left out.
fn view(people: usize, group: &str, left_out: Option<&str>) -> View {
    let mut team = Team::new(vec![scan()], day());
    let scan = scan();
    for person in 0..people {
        let items = scan.items().iter().enumerate();
        let answers: BTreeMap<&str, usize> = items
            .filter(|(_, item)| person > 0 || left_out != Some(&item.id))
            .map(|(n, item)| (&*item.id, 1 + (person * (n % 3 + 1) + n) % 5))
            .collect();
        let line = json!({
            "id": person, "instrument": "sales-mindset", "language": "nl", "group": group,
            "answers": answers,
        });
        team.add_text("pasted", &line.to_string());
    }
    let pool = team.overview().pools[0].key.clone();
    let group = (!group.is_empty()).then(|| group.to_owned());
    let selection = Selection {
        pool,
        group,
        moment: Moment::Latest,
    };
    team.view(&selection).expect("enough people")
}

/// The rows of a table behind its header.
fn rows(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let bytes = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// Every figure of a view, by part, id and figure, by the test's own reckoning.
fn figures(view: &View) -> BTreeMap<(String, String, String), Result<f64, Why>> {
    let mut all = BTreeMap::new();
    let mut put = |part: &str, id: &str, figure: &str, value: Result<f64, Why>| {
        let key = (part.to_owned(), id.to_owned(), figure.to_owned());
        assert!(all.insert(key, value).is_none());
    };
    let number = |figure: &Figure<f64>| match figure {
        Figure::Given(value) => Ok(*value),
        Figure::Not(why) => Err(*why),
    };
    put("team", "", "people", Ok(view.people as f64));
    for scale in &view.scales {
        let of = ("scale", &*scale.id);
        put(of.0, of.1, "people", Ok(scale.people as f64));
        put(of.0, of.1, "complete", Ok(scale.complete as f64));
        put(of.0, of.1, "mean", number(&scale.mean));
        put(of.0, of.1, "sd", number(&scale.sd));
        put(of.0, of.1, "omega", number(&scale.omega));
        let (alpha, low, high) = match &scale.alpha {
            Figure::Given(alpha) => (Ok(alpha.value), Ok(alpha.low), Ok(alpha.high)),
            Figure::Not(why) => (Err(*why), Err(*why), Err(*why)),
        };
        put(of.0, of.1, "alpha", alpha);
        put(of.0, of.1, "alpha_low", low);
        put(of.0, of.1, "alpha_high", high);
        for facet in &scale.facets {
            put("facet", &facet.id, "people", Ok(facet.people as f64));
            put("facet", &facet.id, "mean", number(&facet.mean));
        }
        for item in &scale.items {
            put("item", &item.id, "people", Ok(item.people as f64));
            put("item", &item.id, "item_rest", number(&item.item_rest));
            put(
                "item",
                &item.id,
                "alpha_if_dropped",
                number(&item.alpha_if_dropped),
            );
            match &item.ratings {
                Figure::Not(why) => put("item", &item.id, "rating_", Err(*why)),
                Figure::Given(counts) => counts.iter().enumerate().for_each(|(n, &people)| {
                    put(
                        "item",
                        &item.id,
                        &format!("rating_{}", n + 1),
                        Ok(people as f64),
                    );
                }),
            }
        }
    }
    for question in &view.questions {
        put(
            "question",
            &question.id,
            "people",
            Ok(question.people as f64),
        );
        if let Figure::Not(why) = question.options {
            put("question", &question.id, "option_", Err(why));
        }
    }
    all
}

fn reason(why: Why) -> (&'static str, String) {
    match why {
        Why::TooFew { needed, .. } => ("too_few", needed.to_string()),
        Why::WouldSingleOut => ("would_single_out", String::new()),
        Why::CannotBe => ("cannot_be", String::new()),
        Why::NotAsked => ("not_asked", String::new()),
    }
}

#[test]
fn the_table_holds_every_figure_of_the_view_and_nothing_else() {
    for (people, left_out) in [(5, None), (9, None), (12, Some("ACC-09")), (120, None)] {
        let view = view(people, "", left_out);
        let mut expected = figures(&view);
        for (language, separator, mark) in [(Language::Nl, b';', ","), (Language::En, b',', ".")] {
            let table = documents::team_table(&view, language);
            assert_eq!(table.name, "mindset-team.csv");
            let rows = rows(&table.bytes, separator);
            assert_eq!(rows.len(), expected.len());
            for row in rows {
                let key = (row[0].clone(), row[1].clone(), row[2].clone());
                let expected = expected.get_mut(&key).unwrap_or_else(|| panic!("{key:?}"));
                match *expected {
                    Ok(value) => {
                        let found: f64 = row[3].replace(mark, ".").parse().expect("a number");
                        assert!((found - value).abs() <= 5e-7, "{row:?}");
                        assert_eq!(row[4..], ["", ""]);
                    }
                    Err(why) => {
                        let (name, needed) = reason(why);
                        assert_eq!(row[3..], ["", name, &needed], "{key:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_codebook_explains_every_name_of_the_table() {
    let view = view(12, "", Some("ACC-09"));
    for (language, separator) in [(Language::Nl, b';'), (Language::En, b',')] {
        let codebook = rows(
            &documents::team_codebook(&scan(), &view, language).bytes,
            separator,
        );
        let explains = |of: &str, name: &str| {
            let mut rows = codebook.iter();
            rows.any(|row| row[0] == of && row[1] == name && !row[2].trim().is_empty())
        };
        let table = documents::team_table(&view, language).bytes;
        for row in rows(&table, separator) {
            assert!(row[0] == "team" || explains(&row[0], &row[1]), "{row:?}");
            let figure = row[2].trim_end_matches(|one: char| one.is_ascii_digit());
            assert!(explains("figure", figure), "{row:?}");
            assert!(row[4].is_empty() || explains("reason", &row[4]), "{row:?}");
        }
        for column in ["part", "id", "figure", "value", "not_shown", "needed"] {
            assert!(explains("column", column), "{column}");
        }
    }
}

#[test]
fn the_json_keeps_to_its_schema_and_holds_the_figures_of_the_view() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../schema/team-1.0.json")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    let schema = jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema that compiles");
    for (people, group, left_out) in [
        (5, "", None),
        (9, "Zuid \"A\"; =1", None),
        (12, "", Some("ACC-09")),
        (120, "", None),
    ] {
        let view = view(people, group, left_out);
        let file: Value =
            serde_json::from_slice(&documents::team_json(&view, day()).bytes).expect("JSON");
        let faults: Vec<String> = schema
            .iter_errors(&file)
            .map(|one| one.to_string())
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(file["people"], people);
        for (found, scale) in file["scales"]
            .as_array()
            .expect("a list")
            .iter()
            .zip(&view.scales)
        {
            let given = |figure: &Figure<f64>| match figure {
                Figure::Given(value) => json!(value),
                Figure::Not(why) => match reason(*why) {
                    (name, needed) if needed.is_empty() => json!({ "notShown": name }),
                    (name, needed) => {
                        json!({ "notShown": name, "needed": needed.parse::<u64>().expect("a number") })
                    }
                },
            };
            assert_eq!(found["mean"], given(&scale.mean));
            assert_eq!(found["sd"], given(&scale.sd));
            assert_eq!(found["omega"], given(&scale.omega));
            for (found, item) in found["items"]
                .as_array()
                .expect("a list")
                .iter()
                .zip(&scale.items)
            {
                assert_eq!(found["itemId"], item.id);
                assert_eq!(found["itemRest"], given(&item.item_rest));
                assert_eq!(found["ratings"].is_array(), item.ratings.given().is_some());
            }
        }
    }
}
