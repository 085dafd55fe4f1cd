//! Nothing of a record, a definition, a file name or the command line steers the terminal.

use crate::support::{EXAMPLE, Folder, Ran};
use serde_json::{Value, json};

/// Characters that steer a terminal, turn text round or cannot be seen.
const HIDDEN: &str = "\u{1B}\u{7}\u{8}\u{7F}\u{85}\u{9B}\u{9D}\u{AD}\u{61C}\u{200B}\u{200D}\
                      \u{200F}\u{2028}\u{202E}\u{2066}\u{2060}\u{FEFF}\u{E0041}";

fn hostile() -> String {
    format!("x{HIDDEN}[31mfine\r0 errors")
}

/// Everything that was printed is text in lines.
fn is_tame(ran: &Ran, of: &str) {
    for said in [&ran.out, &ran.complaints] {
        let wrong = |c: char| HIDDEN.contains(c) || (c.is_control() && c != '\n');
        assert!(!said.contains(wrong), "{of}: {said:?}");
    }
}

/// Each place in a value, with this text in place of what stands there, and as a name.
fn with_text_anywhere(value: &Value, text: &str) -> Vec<Value> {
    let mut all = vec![json!(text)];
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                for changed in with_text_anywhere(inner, text) {
                    let mut copy = fields.clone();
                    copy.insert(name.clone(), changed);
                    all.push(copy.into());
                }
                let mut copy = fields.clone();
                copy.remove(name);
                copy.insert(text.to_owned(), inner.clone());
                all.push(copy.into());
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate().take(2) {
                for changed in with_text_anywhere(inner, text) {
                    let mut copy = list.clone();
                    copy[n] = changed;
                    all.push(copy.into());
                }
            }
        }
        _ => {}
    }
    all
}

#[test]
fn no_field_of_a_record_reaches_the_terminal_as_it_is() {
    let folder = Folder::new("tame-records");
    let record = json!({
        "id": "r", "instrument": "sales-mindset", "version": "0.1.0", "form": "self",
        "language": "nl", "answers": {"ACC-01": 3}, "pageSeconds": [1], "more": 1,
    });
    let result = include_str!("../../../schema/examples/result-2.0.json");
    let result: Value = serde_json::from_str(result).unwrap();
    for file in [record, result] {
        let lines: String = with_text_anywhere(&file, &hostile())
            .iter()
            .flat_map(|line| [line.to_string(), "\n".to_owned()])
            .collect();
        for command in ["score", "group"] {
            let ran = folder.mindset(command, &lines);
            assert!(ran.complaints.len() > 100);
            is_tame(&ran, command);
        }
    }
    // Not JSON at all.
    for command in ["score", "group", "lint"] {
        is_tame(&folder.mindset(command, &hostile()), command);
    }
}

#[test]
fn no_field_of_a_definition_reaches_the_terminal_as_it_is() {
    let folder = Folder::new("tame-definitions");
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let all = with_text_anywhere(&example, &hostile());
    assert!(all.len() > 100);
    let names: Vec<String> = (0..all.len()).map(|n| format!("{n}.json")).collect();
    for (name, definition) in names.iter().zip(&all) {
        folder.write(name, &definition.to_string());
    }
    for command in ["lint", "lint --language nl"] {
        is_tame(
            &folder.mindset(&format!("{command} {}", names.join(" ")), ""),
            command,
        );
    }
    // The same faults, by another command: some of them.
    for name in names.iter().step_by(29) {
        is_tame(
            &folder.mindset(&format!("score --questionnaire {name}"), ""),
            name,
        );
    }
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_and_no_word_of_the_command_line_does_either() {
    let folder = Folder::new("tame-names");
    let name = format!("{}.json", hostile().replace('\r', "\n"));
    for there in [false, true] {
        if there {
            folder.write(&name, "x");
        }
        for words in [
            vec!["score", &name],
            vec!["group", &name],
            vec!["lint", &name],
            vec!["score", "--questionnaire", &name],
        ] {
            let ran = folder.mindset_of(&words);
            assert_eq!(ran.code, Some(1), "{words:?}");
            is_tame(&ran, words[0]);
            // The name stays in one line.
            let said = format!("{}{}", ran.out, ran.complaints);
            assert!(
                !said.lines().any(|line| line.starts_with("0 errors")),
                "{said}"
            );
        }
    }
    for words in [
        vec![name.as_str()],
        vec!["score", "--", "-"],
        vec!["--x", &name],
        vec!["lint", "--language", &name],
        vec!["help", &name],
        vec!["man", &name],
    ] {
        is_tame(&folder.mindset_of(&words), words[0]);
    }
}
