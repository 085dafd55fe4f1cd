//! Definitions come from anyone: what they hold is bounded, and text stays text.

use super::{faults, id, one_fault, valid};
use crate::support::{load, text};
use definition::limits::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_NAME, MAX_STATEMENT, MAX_TEXT};
use definition::{Encoding, Fault, Problem};
use model::Language;
use serde_json::{Value, json};

/// The one fault of a file that is no definition at all.
fn refused(bytes: &[u8]) -> Problem {
    let mut faults = definition::from_bytes(bytes).expect_err("refused").faults;
    assert_eq!(faults.len(), 1);
    let Fault { place, problem } = faults.remove(0);
    assert_eq!(place, "", "the whole file is meant");
    problem
}

#[test]
fn a_file_is_read_up_to_its_largest_size_and_not_beyond() {
    let mut file = valid().to_string();
    file.push_str(&" ".repeat(MAX_BYTES - file.len()));
    assert!(definition::from_bytes(file.as_bytes()).is_ok());
    file.push(' ');
    assert_eq!(refused(file.as_bytes()), Problem::TooBig(MAX_BYTES));
    assert_eq!(refused(&vec![b'['; 10_000_000]), Problem::TooBig(MAX_BYTES));
}

#[test]
fn a_file_nested_ten_thousand_deep_is_refused_and_brackets_in_texts_do_not_count() {
    let deep = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    assert_eq!(refused(deep.as_bytes()), Problem::TooDeep(MAX_DEPTH));
    assert_eq!(
        refused("{\"a\":".repeat(10_000).as_bytes()),
        Problem::TooDeep(MAX_DEPTH)
    );
    let mut file = valid();
    file["notes"] = json!("[{".repeat(200));
    assert_eq!(load(&file).map(|_| ()), Ok(()));
}

#[test]
fn a_file_that_is_empty_broken_off_or_no_text_says_so() {
    assert_eq!(refused(b""), Problem::NoContent);
    assert_eq!(refused(b" \n"), Problem::NoContent);
    assert_eq!(refused(b"\xFF\xFE{"), Problem::NotUtf8(Encoding::Utf16));
    let whole = valid().to_string();
    assert_eq!(
        refused(&whole.as_bytes()[..whole.len() / 2]),
        Problem::Truncated
    );
    let marked = ["\u{FEFF}", &whole].concat();
    assert!(definition::from_bytes(marked.as_bytes()).is_ok());
}

#[test]
fn a_text_is_read_up_to_its_largest_length_and_not_beyond() {
    let kinds = [
        ("/items/3/text", "items[3].text.en", MAX_STATEMENT),
        ("/scales/0/name", "scales[0].name.en", MAX_NAME),
        (
            "/response_scale/labels/0/text",
            "response_scale.labels[0].text.en",
            MAX_NAME,
        ),
        ("/ui_texts/purpose", "ui_texts.purpose.en", MAX_TEXT),
    ];
    for (pointer, place, longest) in kinds {
        let with = |file: &mut Value, length| {
            let text = file.pointer_mut(pointer).expect(pointer);
            text["en"] = json!("é".repeat(length));
        };
        let mut file = valid();
        with(&mut file, longest);
        assert_eq!(load(&file).map(|_| ()), Ok(()), "{place}");
        one_fault(place, Problem::TooLong(longest), |file| {
            with(file, longest + 1)
        });
    }
}

#[test]
fn a_list_and_an_object_of_free_names_have_a_largest_size() {
    let problem = || Problem::TooMany(MAX_ENTRIES);
    one_fault("items", problem(), |file| {
        let item = file["items"][0].clone();
        file["items"] = json!(vec![item; MAX_ENTRIES + 1]);
    });
    one_fault("presentation.pages[0]", problem(), |file| {
        file["presentation"]["pages"][0] = json!(vec!["ACC-01"; MAX_ENTRIES + 1]);
    });
    one_fault("ui_texts", problem(), |file| {
        for n in 0..MAX_ENTRIES {
            file["ui_texts"][format!("extra-{n}")] = text("more");
        }
    });
}

#[test]
fn a_character_that_turns_or_breaks_a_text_is_refused() {
    let turning = ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}');
    let others = [
        '\u{200E}', '\u{200F}', '\u{61C}', '\0', '\n', '\t', '\u{7F}', '\u{85}', '\u{2028}',
    ];
    for character in turning.chain(others) {
        one_fault("scales[1].name.nl", Problem::HiddenCharacter, |file| {
            file["scales"][1]["name"]["nl"] = json!(format!("Thema {character}amehT"));
        });
    }
}

#[test]
fn such_a_character_is_refused_in_ids_versions_and_names_of_fields_too() {
    let turned = "a\u{202E}b";
    one_fault("meta.version", Problem::BadVersion(id(turned)), |file| {
        file["meta"]["version"] = json!(turned);
    });
    one_fault("ui_texts", Problem::BadId(id(turned)), |file| {
        file["ui_texts"][turned] = text("more");
    });
    let faults = faults(|file| file["scales"][0]["id"] = json!(turned));
    assert_eq!(faults[0].place, "scales[0].id");
}

#[test]
fn what_is_quoted_of_a_file_is_short_and_has_no_such_character() {
    let mut file = valid();
    file["items"][0]["key"] = json!(format!("\u{202E}\u{1B}[31m{}", "x".repeat(5_000)));
    let said = load(&file).expect_err("no key");
    assert!(said.chars().count() < 200, "{said}");
    assert!(!said.contains('\u{202E}') && !said.contains('\u{1B}'));
    assert!(said.contains("\u{FFFD}\u{FFFD}[31mxxx"));
}

#[test]
fn an_address_begins_with_https_or_the_file_is_refused() {
    for wrong in [
        "http://a.example",
        "zie (HTTP://a.example)",
        "ftp://a.example",
        "xhttps://a",
        " ://",
    ] {
        one_fault("reframes[0].supporting.nl", Problem::NotHttps, |file| {
            file["reframes"][0]["supporting"]["nl"] = json!(wrong);
        });
    }
    let mut file = valid();
    file["reframes"][0]["supporting"]["nl"] = json!("Lees https://a.example of HTTPS://b.example.");
    assert_eq!(load(&file).map(|_| ()), Ok(()));
}

#[test]
fn markup_and_scripts_are_kept_letter_by_letter() {
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "{{constructor}} ${x} &lt;b&gt;",
        "=HYPERLINK(\"x\")",
        "'; DROP TABLE items; --",
    ];
    for said in hostile {
        let mut file = valid();
        file["items"][3]["text"]["nl"] = json!(said);
        let instrument = load(&file).expect("text is text");
        assert_eq!(instrument.items()[3].text.get(Language::Nl), said);
    }
}

#[test]
fn fields_nobody_knows_are_passed_over() {
    let mut file = valid();
    file["meta"]["notes"] = json!("for authors");
    file["items"][0]["onclick"] = json!({"run": ["alert(1)"]});
    file["__proto__"] = json!({"items": []});
    file["pairs"][0]["more"] = json!([[[1]]]);
    assert_eq!(load(&file).map(|_| ()), Ok(()));
}
