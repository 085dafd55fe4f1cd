//! The same said of every encoding by every command.

use crate::support::{EXAMPLE, Folder};

fn utf_16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| match little {
        true => unit.to_le_bytes(),
        false => unit.to_be_bytes(),
    };
    text.encode_utf16().flat_map(bytes).collect()
}

/// The text in each encoding, and what is said of it.
fn encoded(text: &str) -> Vec<(Vec<u8>, &'static str)> {
    let marked = format!("\u{FEFF}{text}");
    let wide: Vec<u8> = marked
        .chars()
        .flat_map(|c| (c as u32).to_le_bytes())
        .collect();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(c as u32).unwrap())
        .collect();
    vec![
        (utf_16(&marked, true), "UTF-16"),
        (utf_16(&marked, false), "UTF-16"),
        (utf_16(text, true), "UTF-16"),
        (utf_16(text, false), "UTF-16"),
        (wide, "UTF-32"),
        (windows, "Windows-1252"),
    ]
}

#[test]
fn an_encoding_that_is_not_utf_8_is_named_by_every_command() {
    let folder = Folder::new("encodings");
    let line = "{\"id\":\"Zoë\",\"instrument\":\"sales-mindset\",\"answers\":{\"ACC-01\":3}}\n";
    let result = include_str!("../../../schema/examples/result-2.0.json");
    let result = result.replacen("\"pseudonym\": \"", "\"pseudonym\": \"é", 1);
    let result: String = result
        .chars()
        .filter(|c| u8::try_from(*c as u32).is_ok())
        .collect();
    let definition = EXAMPLE.replace("\"title\": {", "\"title\": { \"x\": \"é\",");
    let definition: String = definition
        .chars()
        .filter(|c| u8::try_from(*c as u32).is_ok())
        .collect();
    let inputs = [
        ("score", line),
        ("group", line),
        ("score", &result),
        ("group", &result),
    ];
    for (command, text) in inputs {
        for (bytes, said) in encoded(text) {
            folder.write_bytes("in", &bytes);
            let ran = folder.mindset(&format!("{command} in"), "");
            assert_eq!(ran.code, Some(1));
            let all = format!("{said}: {}", ran.complaints);
            assert!(ran.complaints.contains(said), "{all}");
            assert!(ran.complaints.contains("UTF-8 as its encoding"), "{all}");
        }
    }
    for words in ["lint in", "score --questionnaire in"] {
        for (bytes, said) in encoded(&definition) {
            folder.write_bytes("in", &bytes);
            let ran = folder.mindset(words, "");
            let all = format!("{}{}", ran.out, ran.complaints);
            assert_eq!(ran.code, Some(1));
            assert!(
                all.contains(said) && all.contains("UTF-8 as its encoding"),
                "{all}"
            );
        }
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_by_every_command() {
    let folder = Folder::new("marks");
    let line = "\u{FEFF}{\"instrument\":\"sales-mindset\",\"answers\":{\"ACC-01\":3}}\n";
    let result = include_str!("../../../schema/examples/result-2.0.json");
    let result = format!("\u{FEFF}{result}");
    for (words, text) in [
        ("score", line),
        ("group", line),
        ("score", &result),
        ("group", &result),
        ("lint", &format!("\u{FEFF}{EXAMPLE}")),
    ] {
        let ran = folder.mindset(words, text);
        assert_eq!(
            (ran.code, ran.complaints.as_str()),
            (Some(0), ""),
            "{words}"
        );
    }
}
