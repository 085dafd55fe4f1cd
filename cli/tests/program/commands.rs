//! Files and standard input in; output, complaints and exit codes out.

use crate::support::{EXAMPLE, Folder};
use serde_json::json;

#[test]
fn records_of_the_bundled_questionnaire_are_scored_from_standard_input() {
    let folder = Folder::new("standard-input");
    let line = r#"{"id": "r-1", "instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    for words in ["score", "score -"] {
        let ran = folder.mindset(words, line);
        assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
        assert_eq!(ran.lines()[0]["id"], "r-1");
    }
}

#[test]
fn a_bad_record_is_named_and_ends_the_program_with_1() {
    let folder = Folder::new("bad-record");
    let good = r#"{"instrument": "sales-mindset", "answers": {"ACC-01": 3}}"#;
    folder.write(
        "answers.jsonl",
        &format!("{good}\n{{\"instrument\": \"x\", \"answers\": {{}}}}\n"),
    );
    for command in ["score", "group"] {
        let ran = folder.mindset(&format!("{command} answers.jsonl"), "");
        assert_eq!(ran.code, Some(1));
        assert!(!ran.out.is_empty());
        assert_eq!(
            ran.complaints,
            "answers.jsonl, line 2: there is no instrument \"x\".\n1 record could not be read.\n"
        );
    }
}

#[test]
fn a_file_of_another_kind_is_named_for_what_it_is() {
    let folder = Folder::new("other-kinds");
    let definition: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    let kinds = [
        (
            json!({ "format": "mindset-mirror-backup" }),
            "a backup of a device",
        ),
        (json!({ "format": "mindset-backup" }), "an emergency file"),
        (definition, "a questionnaire"),
    ];
    for (content, kind) in kinds {
        for text in [content.to_string(), format!("{content:#}")] {
            folder.write("given.json", &text);
            for command in ["score", "group"] {
                let ran = folder.mindset(&format!("{command} given.json"), "");
                assert_eq!(ran.code, Some(1), "{kind}");
                let named = format!("it is {kind}, not a result");
                assert!(ran.complaints.contains(&named), "{}", ran.complaints);
            }
        }
    }
    folder.write("sealed.age", "age-encryption.org/v1\n-> scrypt c2FsdA 18\n");
    let ran = folder.mindset("score sealed.age", "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.complaints
            .starts_with("sealed.age: it is under a passphrase"),
        "{}",
        ran.complaints
    );
}

#[test]
fn a_file_that_is_not_there_ends_the_program_with_1_and_is_named() {
    let folder = Folder::new("missing-file");
    for words in [
        "score missing.json",
        "group missing.json",
        "lint missing.json",
        "score --questionnaire missing.json",
    ] {
        let ran = folder.mindset(words, "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{words}");
        assert!(ran.complaints.contains("missing.json cannot be read"));
    }
}

#[test]
fn a_command_line_that_cannot_be_understood_ends_the_program_with_2() {
    let folder = Folder::new("usage");
    for words in ["scores", "score --fast", "lint --language de", ""] {
        let ran = folder.mindset(words, "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words}");
        assert!(ran.complaints.contains("--help"), "{}", ran.complaints);
    }
}

#[test]
fn help_is_output_and_no_error() {
    let folder = Folder::new("help");
    for command in ["score", "group", "lint"] {
        let ran = folder.mindset(&format!("{command} --help"), "");
        assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
        assert!(ran.out.contains(&format!("mindset {command}")));
    }
    let ran = folder.mindset("--help", "");
    assert!(ran.out.contains("Exit status") && !ran.out.contains("  man "));
}

#[test]
fn the_manual_has_a_page_for_the_program_and_one_for_each_command() {
    let folder = Folder::new("manual");
    assert_eq!(folder.mindset("man pages", "").code, Some(0));
    for page in ["mindset", "mindset-score", "mindset-group", "mindset-lint"] {
        let file = folder.0.join("pages").join(page).with_extension("1");
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains(".SH NAME"), "{page}");
    }
}

#[test]
fn lint_ends_with_1_when_a_questionnaire_would_be_refused() {
    let folder = Folder::new("lint");
    folder.write("good.json", EXAMPLE);
    folder.questionnaire("broken.json", "1.0.0", |definition| {
        definition["items"][3]["text"]["en"] = json!("");
    });
    let ran = folder.mindset("lint good.json", "");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("The scan can be used."));
    let ran = folder.mindset("lint --language nl good.json broken.json", "");
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(1), ""));
    assert!(ran.out.contains("De scan kan worden gebruikt."));
    assert!(ran.out.contains("Fout, uitspraak 4 (items[3].text)"));
}
