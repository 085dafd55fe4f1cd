//! Input without an end, folders, closed pipes and full disks.

use crate::support::{EXAMPLE, Folder};
use std::process::{Command, Stdio};

const GOOD: &str = "{\"instrument\":\"sales-mindset\",\"answers\":{\"ACC-01\":3}}\n";

/// Runs a line of the shell, with `$M` for the program and at most 256 MB of memory.
#[cfg(unix)]
fn shell(folder: &Folder, line: &str) -> std::process::Output {
    Command::new("sh")
        .args(["-c", &format!("ulimit -v 262144; {line}")])
        .env("M", env!("CARGO_BIN_EXE_mindset"))
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[cfg(unix)]
fn said(output: &std::process::Output) -> String {
    let [out, complaints] =
        [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    assert!(!complaints.contains("panicked"), "{complaints}");
    format!("{out}{complaints}")
}

#[cfg(unix)]
#[test]
fn a_line_without_an_end_is_named_with_its_number_within_bounds() {
    let folder = Folder::new("endless");
    folder.write("good.jsonl", GOOD);
    for command in ["score", "group"] {
        for (line, number) in [
            (format!("$M {command} /dev/zero"), 1),
            (format!("$M {command} < /dev/zero"), 1),
            (
                format!("(cat good.jsonl; echo; cat /dev/zero) | $M {command}"),
                3,
            ),
            (
                format!("(cat good.jsonl; yes x | tr -d '\\n') | $M {command}"),
                2,
            ),
            (
                format!("(printf '{{\"a\": '; yes 1, | tr -d '\\n') | $M {command}"),
                1,
            ),
            (
                format!(
                    "(cat good.jsonl; printf '{{\"a\":\"'; yes z | tr -d '\\n') | $M {command}"
                ),
                2,
            ),
        ] {
            let ran = shell(&folder, &line);
            let all = said(&ran);
            assert_eq!(ran.status.code(), Some(1), "{line}: {all}");
            let named =
                format!("line {number}: it is longer than 8 MiB; nothing after it was read.");
            assert!(all.contains(&named), "{line}: {all}");
        }
        let ran = shell(&folder, &format!("yes '' | $M {command}"));
        assert_eq!(ran.status.code(), Some(1));
        assert!(said(&ran).contains("it is longer than 8 MiB"));
    }
    for line in [
        "$M lint /dev/zero",
        "yes x | $M lint",
        "$M score --questionnaire /dev/zero",
    ] {
        let ran = shell(&folder, line);
        assert_eq!(ran.status.code(), Some(1), "{line}");
        assert!(
            said(&ran).contains("larger than 256 KiB"),
            "{line}: {}",
            said(&ran)
        );
    }
}

#[cfg(unix)]
#[test]
fn records_without_an_end_are_not_all_held_at_once() {
    let folder = Folder::new("endless-records");
    let many = format!("yes '{}' | head -n 100000", GOOD.trim_end());
    let ran = shell(&folder, &format!("{many} | $M group"));
    assert_eq!(ran.status.code(), Some(0));
    let output: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    // One statement is too little for a score: none is counted, and the first 10,000 are listed.
    assert_eq!(output["leftOut"].as_array().unwrap().len(), 10_000);
    assert_eq!(output["leftOutUnlisted"], 90_000);
    let ran = shell(
        &folder,
        &format!("yes '{}' | $M score | head -3 | wc -l", GOOD.trim_end()),
    );
    assert_eq!(said(&ran).trim(), "3");
}

#[test]
fn a_long_line_is_named_and_one_of_exactly_8_mib_is_read() {
    let folder = Folder::new("long-line");
    let padded = |bytes: usize| format!("{}{}", " ".repeat(bytes - GOOD.len()), GOOD);
    let most = 8 * 1024 * 1024;
    let ran = folder.mindset("score", &padded(most));
    assert_eq!((ran.code, ran.complaints.as_str()), (Some(0), ""));
    let ran = folder.mindset("score", &(GOOD.to_owned() + &padded(most + 1) + GOOD));
    assert_eq!((ran.code, ran.lines().len()), (Some(1), 1));
    let named = "standard input, line 2: it is longer than 8 MiB; nothing after it was read.\n";
    assert!(ran.complaints.starts_with(named), "{}", ran.complaints);
}

#[test]
fn a_line_of_too_many_values_or_too_deep_is_named_and_the_next_one_is_read() {
    let folder = Folder::new("bombs");
    let many = format!("{{\"answers\": [{}0]}}\n", "0,".repeat(200_000));
    let deep = format!("{}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    let ran = folder.mindset("score", &(many + &deep + GOOD));
    assert_eq!((ran.code, ran.lines().len()), (Some(1), 1));
    let [first, second, ..] = ran.complaints.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", ran.complaints);
    };
    assert_eq!(
        first,
        "standard input, line 1: it holds more than 100000 values."
    );
    assert!(second.ends_with("it is nested too deeply."), "{second}");
}

#[test]
fn a_folder_is_named_by_every_command() {
    let folder = Folder::new("a-folder");
    std::fs::create_dir(folder.0.join("inside")).unwrap();
    for command in ["score", "group", "lint", "score --questionnaire"] {
        let ran = folder.mindset(&format!("{command} inside"), "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{command}");
        let all = &ran.complaints;
        assert!(all.contains("inside") && all.contains("a folder"), "{all}");
    }
    folder.write("file", "");
    let ran = folder.mindset("man file", "");
    assert_eq!(ran.code, Some(1));
    let named = "The pages cannot be written into file: something of that name is there already.\n";
    assert_eq!(ran.complaints, named);
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_reads_is_no_failure_and_never_a_panic() {
    let folder = Folder::new("closed-pipe");
    folder.write("good.jsonl", &GOOD.repeat(3_000));
    folder.write("bad.jsonl", "x\n");
    folder.write("mine.json", EXAMPLE);
    for words in [
        "help",
        "--help",
        "--version",
        "help score",
        "score --help",
        "group --help",
        "lint --help",
        "score good.jsonl",
        "group good.jsonl",
        "lint mine.json",
    ] {
        // The exit code of the program, and not that of its reader. The reader is gone before the
        // program writes.
        let line = format!(
            "{{ sleep 0 | true; ($M {words}; echo $? > code) 2> complaints | head -c 0; }}"
        );
        shell(&folder, &line);
        let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).unwrap();
        assert_eq!(
            (read("code").trim(), read("complaints").as_str()),
            ("0", ""),
            "{words}"
        );
    }
    // What is wrong is still said by the code, also where the complaints go nowhere.
    for words in [
        "score bad.jsonl",
        "group bad.jsonl",
        "lint bad.jsonl",
        "score missing.json",
    ] {
        shell(
            &folder,
            &format!("($M {words} 2>&1; echo $? > code) | head -c 0"),
        );
        let code = std::fs::read_to_string(folder.0.join("code")).unwrap();
        assert_eq!(code.trim(), "1", "{words}");
    }
    shell(&folder, "($M nonsense 2>&1; echo $? > code) | head -c 0");
    assert_eq!(
        std::fs::read_to_string(folder.0.join("code"))
            .unwrap()
            .trim(),
        "2"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_by_every_command() {
    let folder = Folder::new("full-disk");
    folder.write("good.jsonl", GOOD);
    folder.write("mine.json", EXAMPLE);
    for words in [
        "help",
        "--help",
        "--version",
        "lint --help",
        "score good.jsonl",
        "group good.jsonl",
        "lint mine.json",
    ] {
        let ran = shell(&folder, &format!("$M {words} > /dev/full"));
        assert_eq!(ran.status.code(), Some(1), "{words}");
        let full = "The output could not be written: there is no room left.\n";
        assert_eq!(said(&ran), full, "{words}");
        // With its output closed a program writes into nothing.
        let ran = shell(&folder, &format!("$M {words} >&- 2>&-"));
        assert_eq!(ran.status.code(), Some(0), "{words}");
    }
}
