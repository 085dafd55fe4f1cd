//! What a file is that cannot be used as it is: in another encoding, a web page, or with a field
//! twice. The same bytes get the same verdict wherever they are read, as all read them here.

use super::{EXAMPLE, after, example, finding};
use definition::lint::{Advice, Remark, say_fault};
use definition::{Encoding, Fault, Problem};
use model::Language;
use serde_json::json;

/// The example with letters beyond ASCII in every text that a reader sees first.
fn accented() -> String {
    let mut file = example();
    file["meta"]["title"]["nl"] = json!("Één idee van Zoë – ‘leren’");
    file.to_string()
}

/// A file in Windows-1252 (WHATWG Encoding, index windows-1252), for the characters used here.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |character| match character {
        '–' => 0x96,
        '‘' => 0x91,
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).expect("a character of Windows-1252"),
    };
    text.chars().map(byte).collect()
}

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    let of = |unit: u16| match big {
        true => unit.to_be_bytes(),
        false => unit.to_le_bytes(),
    };
    text.encode_utf16().flat_map(of).collect()
}

fn utf_32(text: &str, big: bool) -> Vec<u8> {
    let of = |one: char| match big {
        true => u32::from(one).to_be_bytes(),
        false => u32::from(one).to_le_bytes(),
    };
    text.chars().flat_map(of).collect()
}

/// The one fault of a file, with its place.
fn fault(bytes: &[u8]) -> Fault {
    let mut faults = definition::from_bytes(bytes).expect_err("refused").faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn a_file_in_another_encoding_is_refused_with_the_name_of_that_encoding() {
    let text = accented();
    let marked = ["\u{FEFF}", &text].concat();
    let cases = [
        (windows_1252(&text), Encoding::Windows1252, "Windows-1252"),
        (utf_16(&text, false), Encoding::Utf16, "UTF-16"),
        (utf_16(&text, true), Encoding::Utf16, "UTF-16"),
        (utf_16(&marked, false), Encoding::Utf16, "UTF-16"),
        (utf_16(&marked, true), Encoding::Utf16, "UTF-16"),
        (utf_32(&text, false), Encoding::Utf32, "UTF-32"),
        (utf_32(&text, true), Encoding::Utf32, "UTF-32"),
        (utf_32(&marked, false), Encoding::Utf32, "UTF-32"),
        (utf_32(&marked, true), Encoding::Utf32, "UTF-32"),
    ];
    for (bytes, encoding, name) in cases {
        let fault = fault(&bytes);
        assert_eq!(fault.place, "");
        assert_eq!(fault.problem, Problem::NotUtf8(encoding));
        for language in Language::ALL {
            let said = say_fault(&fault, language);
            assert!(said.contains(name) && said.contains("UTF-8"), "{said}");
        }
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_and_belongs_to_the_digest() {
    let text = accented();
    let marked = ["\u{FEFF}", &text].concat();
    let plain = definition::from_bytes(text.as_bytes()).expect("it is sound");
    let read = definition::from_bytes(marked.as_bytes()).expect("it is sound");
    assert_eq!(read.title(), plain.title());
    assert_ne!(read.digest(), plain.digest(), "it is that of the bytes");
}

#[test]
fn a_web_page_in_place_of_the_file_is_called_one() {
    let pages: [&[u8]; 5] = [
        b"<!doctype html><title>Log in</title>",
        b"\n  <html><body>Log in</body></html>",
        b"\xEF\xBB\xBF<!DOCTYPE html>",
        b"<?xml version=\"1.0\"?><error/>",
        // In Windows-1252.
        b"<html><title>Aanmelden bij caf\xE9</title>",
    ];
    for page in pages {
        assert_eq!(fault(page).problem, Problem::WebPage);
    }
    assert_eq!(fault(b"Log in, please").problem, Problem::Syntax);
}

#[test]
fn a_field_that_stands_twice_in_one_object_is_refused_with_its_place() {
    let cases = [
        (
            "\"key\": \"+\"",
            "\"key\": \"+\", \"key\": \"-\"",
            "items[0].key",
        ),
        (
            "\"key\": \"+\"",
            "\"\\u006bey\": \"-\", \"key\": \"+\"",
            "items[0].key",
        ),
        (
            "\"key\": \"+\"",
            "\"key\": \"+\", \"key\": \"+\"",
            "items[0].key",
        ),
        ("\"meta\": {", "\"meta\": {}, \"meta\": {", "meta"),
        ("\"meta\": {", "\"meta\": {\"id\": \"a\", ", "meta.id"),
        (
            "\"meta\": {",
            "\"notes\": [{\"a\": 1}, {\"b\": {\"a\": 1, \"\\u0061\": 2}}], \"meta\": {",
            "notes[1].b.a",
        ),
        (
            "\"title\": {",
            "\"title\": {\"nl\": \"Iets\", \"n\\u006c\": \"Iets anders\", ",
            "meta.title.nl",
        ),
    ];
    for (from, to, place) in cases {
        assert!(EXAMPLE.contains(from), "{from}");
        let file = EXAMPLE.replacen(from, to, 1);
        assert_ne!(file, EXAMPLE);
        let fault = fault(file.as_bytes());
        assert_eq!(fault.problem, Problem::RepeatedField, "{to}");
        assert_eq!(fault.place, place, "{to}");
    }
}

#[test]
fn the_same_name_in_two_objects_is_no_repetition() {
    let mut file = example();
    file["notes"] = json!([{"key": {"key": {"key": 1}}}, {"key": 1}]);
    assert!(definition::from_json(&file.to_string()).is_ok());
}

#[test]
fn the_name_of_a_field_that_stands_twice_is_safe_to_show() {
    let file = EXAMPLE.replacen(
        "\"meta\": {",
        "\"\\u202ex\": 1, \"\\u202ex\": 1, \"meta\": {",
        1,
    );
    assert_eq!(fault(file.as_bytes()).place, "\u{FFFD}x");
}

#[test]
fn what_is_left_of_letters_that_were_read_in_another_encoding_is_warned_of() {
    for (said, sign) in [
        ("Ik help een klant van Zo\u{FFFD}.", "\u{FFFD}"),
        ("Ik ben een klant van ZoÃ«.", "Ã«"),
        ("Ik bel Ã©Ã©n klant.", "Ã©"),
        ("Ik bel â€˜Noordâ€™.", "â€"),
        ("Ik vraag Â£ 5.", "Â£"),
    ] {
        let found = after(|file| file["items"][0]["text"]["nl"] = json!(said));
        let remark = Remark::Garbled(sign.to_owned());
        let expected = [finding(Advice::Warning, "items[0].text.nl", remark)];
        assert_eq!(found, expected, "{said}");
    }
    for plain in [
        "Ik bel één klant: ‘Zoë’.",
        "Ik spreek met São Paulo, en met JOÃO.",
        "Ik bied € 5.",
    ] {
        let found = after(|file| file["items"][0]["text"]["nl"] = json!(plain));
        assert_eq!(found, [], "{plain}");
    }
}
