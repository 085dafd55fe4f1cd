//! Results as tables, read back by another implementation of CSV.

use crate::support::{Shape, load, moment, sales_mindset, text};
use content::example_session;
use documents::{Table, table_document};
use model::Instrument;
use model::Language::{self, En, Nl};
use model::{Answers, Session, SessionParts};
use records::Share;
use serde_json::json;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

/// The rows by column, as a reader sees them who knows only the separator.
fn rows(sessions: &[&Session], table: Table, language: Language) -> Vec<Row> {
    let bytes = table_document(
        &sales_mindset(),
        sessions,
        table,
        language,
        Share::EVERYTHING,
    )
    .bytes;
    let bytes = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let separator = if language == Nl { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(bytes);
    reader
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("well-formed")
}

fn changed(change: impl FnOnce(&Instrument, &mut SessionParts)) -> Session {
    let instrument = sales_mindset();
    let mut parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    change(&instrument, &mut parts);
    Session::restore(&instrument, parts)
}

fn example() -> Session {
    changed(|_, _| ())
}

#[test]
fn one_row_a_session_holds_every_answer_as_given() {
    let (one, other) = (example(), changed(|_, parts| parts.wave = 2));
    for language in [Nl, En] {
        let rows = rows(&[&one, &other], Table::Sessions, language);
        assert_eq!(
            rows.iter().map(|row| &*row["wave"]).collect::<Vec<_>>(),
            ["1", "2"]
        );
        for (n, item) in sales_mindset().items().iter().enumerate() {
            let given = one.answers().rating(n).expect("the example is complete");
            assert_eq!(
                rows[0][&item.id.replace('-', "_")],
                given.value().to_string()
            );
        }
    }
}

#[test]
fn numbers_have_the_mark_that_the_languages_spreadsheets_read() {
    let session = changed(|instrument, parts| {
        let first = &instrument.scales()[0].items;
        // Seven items: 20 of 28 steps as given, whichever way they are keyed.
        let values = first.iter().take(7).map(|&item| {
            let reversed = instrument.items()[item].key == model::Key::Minus;
            (item, Some(if reversed { 2 } else { 4 }))
        });
        parts.answers = Answers::from_values(instrument, values).expect("in range");
    });
    let percent = |language| {
        rows(&[&session], Table::Sessions, language)[0]["accountability_percent"].clone()
    };
    assert_eq!(percent(Nl), "75");
    let uneven = changed(|instrument, parts| {
        let values = instrument.scales()[0]
            .items
            .iter()
            .enumerate()
            .map(|(n, &item)| {
                let reversed = instrument.items()[item].key == model::Key::Minus;
                let keyed = if n == 0 { 5 } else { 4 };
                (item, Some(if reversed { 6 - keyed } else { keyed }))
            });
        parts.answers = Answers::from_values(instrument, values).expect("in range");
    });
    // 25 of 32 steps.
    let percent =
        |language| rows(&[&uneven], Table::Sessions, language)[0]["accountability_percent"].clone();
    assert_eq!(
        (percent(Nl).as_str(), percent(En).as_str()),
        ("78,125", "78.125")
    );
}

#[test]
fn what_is_missing_has_a_code_of_its_own_that_stays_a_number() {
    let session = changed(|instrument, parts| {
        let first = instrument.item_index("ACC-01").expect("known");
        parts.answers = Answers::from_values(instrument, [(first, None)]).expect("in range");
        parts.context = vec![None; 4];
    });
    let row = &rows(&[&session], Table::Sessions, En)[0];
    assert_eq!((&*row["ACC_01"], &*row["ACC_02"]), ("-8", "-9"));
    assert_eq!(&*row["CTX_1"], "-9");
    for part in ["percent", "raw", "low80", "high80", "band"] {
        assert_eq!(row[&format!("accountability_{part}")], "-7", "{part}");
    }
    assert_eq!(&*row["accountability_answered"], "0");
}

#[test]
fn no_text_is_a_formula_and_every_text_comes_back() {
    let hostile = [
        "=1+1",
        "+31 6",
        "-2+3",
        "@SUM(A1)",
        " =cmd|' /C calc'!A0",
        "a\tb;\"c\",d",
    ];
    for label in hostile {
        let session = changed(|_, parts| parts.subject.pseudonym = label.to_owned());
        for language in [Nl, En] {
            for table in [Table::Sessions, Table::Answers] {
                let read = rows(&[&session], table, language)[0]["label"].clone();
                let first = read.trim_start().chars().next();
                assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{read}");
                let plain = label.replace('\t', "");
                assert!(read == plain || read == format!("'{plain}"), "{read}");
            }
        }
    }
}

#[test]
fn no_cell_of_any_column_begins_a_formula_in_any_width() {
    let starts = [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−",
    ];
    let before = [
        "",
        " ",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u{a0}",
        "\u{3000}",
        "\u{feff}",
        "\u{200b}",
        "\u{200d}",
        "\u{2060}",
        "\u{ad}",
        "\u{202e}",
        "\u{e0041}",
        "\u{200b} \t\u{feff}",
    ];
    let is_invisible = |one: &char| one.is_whitespace() || one.is_control() || *one == '\u{feff}';
    for start in starts {
        for before in before {
            let hostile = format!("{before}{start}1+1");
            let session = changed(|_, parts| {
                parts.subject.pseudonym = hostile.clone();
                parts.id = hostile.clone();
            });
            for table in [Table::Sessions, Table::Answers] {
                let row = rows(&[&session], table, Nl).remove(0);
                for column in ["label", "session"] {
                    let cell = &row[column];
                    let first = cell.chars().find(|one| !is_invisible(one));
                    assert_eq!(first, Some('\''), "{hostile:?} in {column}: {cell:?}");
                    assert!(!cell.contains(['\t', '\r', '\n', '\0', '\u{200b}', '\u{202e}']));
                }
            }
        }
    }
}

#[test]
fn a_questionnaire_of_somebody_else_puts_no_formula_into_any_cell() {
    let definition = content::scan().definition;
    let mut file: serde_json::Value = serde_json::from_str(definition).expect("JSON");
    for language in ["nl", "en"] {
        file["items"][0]["text"][language] = "=HYPERLINK(\"https://evil.example\")".into();
        file["scales"][0]["name"][language] = "＠SUM(A1)".into();
    }
    let instrument = load(&file).expect("it is sound");
    let session = Session::restore(&instrument, example().parts().clone());
    for table in [Table::Sessions, Table::Answers, Table::Codebook] {
        let share = Share::EVERYTHING;
        let bytes = table_document(&instrument, &[&session], table, En, share).bytes;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark"));
        for record in reader.records() {
            for cell in record.expect("well-formed").iter() {
                let is_number = cell.parse::<f64>().is_ok();
                let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '＠']);
                assert!(is_number || !begins, "{cell}");
            }
        }
    }
}

/// Every cell of a table as a spreadsheet sees it whose list separator is this one.
fn cells_split_at(bytes: &[u8], separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark"));
    let records = reader.records().map(|record| record.expect("UTF-8"));
    let cells = records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>());
    cells.collect()
}

#[test]
fn no_text_is_a_formula_whatever_separator_a_spreadsheet_splits_at() {
    let separators = [b',', b';', b'\t', b'|'];
    let between = [
        "",
        " ",
        "\u{a0}",
        "\u{200b}",
        "\"",
        "\"\"",
        "\" \"",
        "\u{200b} \"\u{feff}",
    ];
    let starts = ["=", "+", "-", "@", "＝", "−"];
    let definition = content::scan().definition;
    let file: serde_json::Value = serde_json::from_str(definition).expect("JSON");
    for separator in separators.map(char::from) {
        for between in between {
            for start in starts {
                let hostile =
                    format!("Team{between}{separator}{between}{start}cmd|' /C calc'!A0;x");
                let mut file = file.clone();
                for language in ["nl", "en"] {
                    file["items"][0]["text"][language] = hostile.as_str().into();
                    file["scales"][0]["name"][language] = hostile.as_str().into();
                }
                // Not every text of that kind is one of a sound questionnaire.
                let instrument = load(&file).unwrap_or_else(|_| sales_mindset());
                let mut parts = example().parts().clone();
                parts.subject.pseudonym = hostile.clone();
                parts.id = hostile.clone();
                let session = Session::restore(&instrument, parts);
                for (table, language) in [Table::Sessions, Table::Answers, Table::Codebook]
                    .into_iter()
                    .flat_map(|table| [(table, Nl), (table, En)])
                {
                    let share = Share::EVERYTHING;
                    let made = table_document(&instrument, &[&session], table, language, share);
                    for split in separators {
                        for cell in cells_split_at(&made.bytes, split) {
                            // What a lenient reader leaves of the quotes of our own separator.
                            let begins = |one: char| one == '"' || one.is_whitespace();
                            let text = cell.trim_start_matches(begins);
                            let is_number = text.replace(',', ".").parse::<f64>().is_ok();
                            let is_formula = text.starts_with(['=', '+', '-', '@', '＝', '−']);
                            // Where a row is not split at all, its first cell may be a code.
                            let is_code = ["-6", "-7", "-8", "-9"]
                                .iter()
                                .any(|code| text.starts_with(code));
                            assert!(is_number || is_code || !is_formula, "{hostile:?}: {cell}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_text_with_separators_and_signs_that_begin_nothing_comes_back_as_it_was() {
    for label in ["Team;a=b, c+d | e@f -g", "a-b; c", "Team;'x", "+"] {
        let session = changed(|_, parts| parts.subject.pseudonym = label.to_owned());
        for language in [Nl, En] {
            let read = rows(&[&session], Table::Sessions, language)[0]["label"].clone();
            let expected = if label == "+" { "'+" } else { label };
            assert_eq!(read, expected);
        }
    }
}

#[test]
fn a_table_says_the_days_and_leaves_the_hours_out() {
    let session = changed(|_, parts| {
        parts.started_at = moment("2026-03-02T23:58:00+01:00");
        parts.completed_at = Some(moment("2026-03-03T00:04:00+01:00"));
    });
    for table in [Table::Sessions, Table::Answers] {
        for row in rows(&[&session], table, Nl) {
            let days = [&*row["started_on"], &*row["completed_on"]];
            assert_eq!(days, ["2026-03-02", "2026-03-03"]);
        }
    }
    let unfinished = changed(|_, parts| parts.completed_at = None);
    assert_eq!(
        rows(&[&unfinished], Table::Sessions, En)[0]["completed_on"],
        ""
    );
}

#[test]
fn one_row_an_answer_says_what_was_asked_and_how_it_counts() {
    let session = example();
    let read = rows(&[&session], Table::Answers, Nl);
    assert_eq!(read.len(), 32);
    for row in &read {
        let value: i32 = row["value"].parse().expect("a number");
        let keyed: i32 = row["keyed"].parse().expect("a number");
        let reversed = &*row["reversed"] == "1";
        assert_eq!(keyed, if reversed { 6 - value } else { value }, "{row:?}");
        assert!(!row["statement"].is_empty() && !row["answer"].is_empty());
    }
}

#[test]
fn the_codebook_explains_every_column_and_starts_each_with_a_letter() {
    let session = example();
    for language in [Nl, En] {
        let book = rows(&[], Table::Codebook, language);
        let explained: Vec<&str> = book.iter().map(|row| &*row["variable"]).collect();
        let table = rows(&[&session], Table::Sessions, language);
        assert_eq!(explained.len(), table[0].len());
        for column in table[0].keys() {
            assert!(explained.contains(&column.as_str()), "{column}");
            assert!(column.starts_with(|first: char| first.is_ascii_alphabetic()));
        }
        let row = book
            .iter()
            .find(|row| row["variable"] == "ACC_01")
            .expect("explained");
        assert_eq!(row["values"], "1 2 3 4 5");
        assert!(row["missing"].contains("-8") && row["missing"].contains("-9"));
        assert!(book.iter().all(|row| !row["text"].is_empty()));
    }
}

#[test]
fn no_two_columns_have_one_name_whatever_the_ids_are() {
    let mut file = Shape {
        scales: &[("A", "+-+"), ("A_raw", "+-+"), ("language", "+-+-+-+-+-+")],
        ..Shape::default()
    }
    .json();
    let ids = [
        "session",
        "Label",
        "version",
        "A",
        "A_percent",
        "a-raw",
        "A_raw_raw",
        "language",
        "item_language",
        "Q",
        "item_Q",
        "wave",
        "B",
        "C",
        "D",
        "E",
        "F",
    ];
    for (item, id) in file["items"]
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .zip(ids)
    {
        item["id"] = json!(id);
    }
    let pages: Vec<_> = ids.chunks(8).collect();
    file["presentation"]["pages"] = json!(pages);
    let question = |id: &str| {
        let options = json!([{"id": "a", "text": text("a")}]);
        json!({"id": id, "text": text(id), "options": options})
    };
    file["context_questions"] = json!(["q", "wave", "A-percent"].map(question));
    let instrument = load(&file).expect("every id is allowed");
    let names = |table| {
        let bytes = table_document(&instrument, &[], table, En, Share::EVERYTHING).bytes;
        let text = String::from_utf8(bytes).expect("it is text");
        text.trim_start_matches('\u{feff}')
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let header = names(Table::Sessions).remove(0);
    let columns: Vec<String> = header.split(',').map(str::to_lowercase).collect();
    let unique: std::collections::BTreeSet<&String> = columns.iter().collect();
    assert_eq!(columns.len(), 8 + ids.len() + 3 + 3 * 6);
    assert_eq!(unique.len(), columns.len(), "{header}");
    // The codebook calls each by the same name.
    let book = names(Table::Codebook).into_iter().skip(1);
    let book: Vec<String> = book
        .map(|row| row.split(',').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        book,
        header.split(',').map(str::to_owned).collect::<Vec<_>>()
    );
    for plain in [
        "A_percent",
        "A_raw_percent",
        "B",
        "item_session",
        "item_Label",
        "context_wave",
    ] {
        assert!(book.iter().any(|name| name == plain), "{plain}: {header}");
    }
}
