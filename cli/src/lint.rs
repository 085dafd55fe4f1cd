//! `mindset lint`: what is wrong with a custom questionnaire, or could be better.

use crate::library::{
    Advice, Finding, Instrument, InstrumentError, LARGEST_DEFINITION, Language, Remark, SHIPPED,
    lint, same_version, say, say_fault, say_place,
};
use crate::output::{self, OutputError, in_words};
use crate::screen::clean;
use crate::sources::Source;
use std::io::{Read, Write};

/// Checks the instrument in every source and prints errors, then warnings, then hints, and a
/// line that sums them up. A file is also compared with those before it, as two of one id and
/// version must be one. `Ok(false)` means that at least one would be refused.
pub fn run(sources: Vec<Source>, language: Language, out: &mut dyn Write) -> anyhow::Result<bool> {
    let mut all_taken = true;
    let mut earlier: Vec<Instrument> = Vec::new();
    for (name, mut input) in sources {
        let mut bytes = Vec::new();
        // One byte more than is read tells the loader that there is too much.
        let read = (&mut input)
            .take(LARGEST_DEFINITION as u64 + 1)
            .read_to_end(&mut bytes);
        let mut lines = vec![name];
        let checked = match read {
            Err(error) => Err(vec![unreadable(&in_words(&error), language)]),
            Ok(_) => match definition::custom_as_written(&bytes, SHIPPED) {
                Err(error) => Err(refused(&error, language)),
                Ok(instrument) => {
                    let compared = |known: &Instrument| same_version(known, &instrument);
                    let mut findings: Vec<Finding> = earlier.iter().flat_map(compared).collect();
                    let applies = |found: &Finding| !ships(&instrument) || !is_replaced(found);
                    findings.extend(lint(&instrument).into_iter().filter(applies));
                    earlier.push(instrument);
                    Ok(findings)
                }
            },
        };
        all_taken &= checked.is_ok();
        match checked {
            Ok(findings) => lines.extend(noticed(&findings, language)),
            Err(said) => lines.extend(said),
        }
        // What a definition says of itself may stand in a line, and a line is a line.
        let lines: Vec<String> = lines.iter().map(|line| clean(line)).collect();
        let line = lines.join("\n  ") + "\n";
        if let Err(error) = output::write(out, line.as_bytes()) {
            return unwritten(error, all_taken);
        }
    }
    match output::finish(out) {
        Ok(()) => Ok(all_taken),
        Err(error) => unwritten(error, all_taken),
    }
}

/// Whether it is one of those that ship, byte for byte: of such a one every text is shown as written.
fn ships(instrument: &Instrument) -> bool {
    SHIPPED.iter().any(|one| one.digest == instrument.digest())
}

/// Whether it is about a text in whose place the program's own words stand.
fn is_replaced(found: &Finding) -> bool {
    found.remark == Remark::SaidByProgram
}

/// Where nobody reads the output any more, the exit code still says what has been found.
fn unwritten(error: OutputError, all_taken: bool) -> anyhow::Result<bool> {
    match error {
        OutputError::Gone if !all_taken => Ok(false),
        error => Err(error.into()),
    }
}

fn unreadable(why: &str, language: Language) -> String {
    match language {
        // The reason is there in English only.
        Language::Nl => "Fout: Het bestand kan niet worden gelezen.".to_owned(),
        Language::En => format!("Error: The file cannot be read: {why}."),
    }
}

/// A line for each fault of a definition that cannot be used, and their number.
pub fn refused(error: &InstrumentError, language: Language) -> Vec<String> {
    let [label, sum] = match language {
        Language::Nl => ["Fout", "De scan wordt geweigerd. Fouten"],
        Language::En => ["Error", "The scan is refused. Errors"],
    };
    let faults = error.faults.iter();
    let faults =
        faults.map(|fault| line(label, &fault.place, &say_fault(fault, language), language));
    let mut lines: Vec<String> = faults.collect();
    lines.push(format!("{sum}: {}.", lines.len()));
    lines
}

fn noticed(findings: &[Finding], language: Language) -> Vec<String> {
    let of = |advice| findings.iter().filter(move |found| found.advice == advice);
    let said = |found: &Finding| {
        let label = match (found.advice, language) {
            (Advice::Warning, Language::Nl) => "Let op",
            (Advice::Warning, Language::En) => "Warning",
            (Advice::Hint, Language::Nl) => "Tip",
            (Advice::Hint, Language::En) => "Hint",
        };
        line(label, &found.place, &say(found, language), language)
    };
    let ordered = of(Advice::Warning).chain(of(Advice::Hint));
    let mut lines: Vec<String> = ordered.map(said).collect();
    let (warnings, hints) = (of(Advice::Warning).count(), of(Advice::Hint).count());
    lines.push(match language {
        Language::Nl => {
            format!("De scan kan worden gebruikt. Waarschuwingen: {warnings}. Tips: {hints}.")
        }
        Language::En => {
            format!("The scan can be used. Warnings: {warnings}. Hints: {hints}.")
        }
    });
    lines
}

/// One line: what it is, where it stands (for people, and as a path), and the sentence.
fn line(label: &str, place: &str, sentence: &str, language: Language) -> String {
    let said = say_place(place, language);
    match (place.is_empty(), said.is_empty()) {
        (true, _) => format!("{label}: {sentence}"),
        (false, true) => format!("{label}, {place}: {sentence}"),
        // A line and a column need no path beside them.
        (false, false) if place.starts_with("line ") => format!("{label}, {said}: {sentence}"),
        (false, false) => format!("{label}, {said} ({place}): {sentence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::SOURCES;
    use crate::score::tests::source;
    use serde_json::{Value, json};

    const EXAMPLE: &str = include_str!("../../content/examples/ten-statements.json");

    /// What is printed about a text, and whether it would be taken.
    fn linted(text: &str, language: Language) -> (String, bool) {
        let mut out = Vec::new();
        let taken = run(vec![source("own.json", text)], language, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), taken)
    }

    fn example(change: impl FnOnce(&mut Value)) -> String {
        let mut file = serde_json::from_str(EXAMPLE).unwrap();
        change(&mut file);
        file.to_string()
    }

    #[test]
    fn the_example_can_be_used_as_it_is() {
        let (printed, taken) = linted(EXAMPLE, Language::En);
        let expected = "own.json\n  The scan can be used. Warnings: 0. Hints: 0.\n";
        assert_eq!((printed.as_str(), taken), (expected, true));
    }

    #[test]
    fn a_fault_is_said_with_its_place_for_people_and_as_a_path() {
        let text = example(|file| file["items"][3]["text"]["en"] = json!(""));
        let (printed, taken) = linted(&text, Language::En);
        assert!(!taken);
        assert_eq!(
            printed,
            "own.json\n  Error, statement 4 (items[3].text): The English text is missing or \
             empty. Write it.\n  The scan is refused. Errors: 1.\n"
        );
        let (printed, _) = linted(&text, Language::Nl);
        assert!(printed.contains("Fout, uitspraak 4 (items[3].text): De tekst in het Engels"));
    }

    #[test]
    fn warnings_come_before_hints_and_do_not_refuse() {
        let text = example(|file| {
            file["meta"]["title"]["en"] = file["meta"]["title"]["nl"].clone();
            file["reframes"].as_array_mut().unwrap().pop();
        });
        let (printed, taken) = linted(&text, Language::En);
        assert!(taken);
        let at = |label| printed.find(label).unwrap();
        assert!(
            at("Warning, statement 10") < at("Hint, title (meta.title)"),
            "{printed}"
        );
        assert!(printed.ends_with("Warnings: 1. Hints: 1.\n"), "{printed}");
    }

    #[test]
    fn what_is_no_json_too_big_or_endless_is_refused_without_a_path() {
        let (printed, taken) = linted("{\n \"meta\": }", Language::Nl);
        assert!(
            !taken && printed.contains("Fout, regel 2, kolom 10: "),
            "{printed}"
        );
        let mut out = Vec::new();
        let endless: Source = (
            "own.json".to_owned(),
            Box::new(std::io::BufReader::new(std::io::repeat(b'['))),
        );
        assert!(!run(vec![endless], Language::En, &mut out).unwrap());
        let printed = String::from_utf8(out).unwrap();
        assert!(printed.contains("Error: The file is larger than 256 KiB."));
    }

    #[test]
    fn two_files_of_one_version_are_compared_and_turned_keys_are_named() {
        let turned = example(|file| {
            file["pairs"] = json!([]);
            let key = match file["items"][0]["key"].as_str() {
                Some("+") => "-",
                _ => "+",
            };
            file["items"][0]["key"] = json!(key);
        });
        let mut out = Vec::new();
        let both = vec![
            source("first.json", EXAMPLE),
            source("second.json", &turned),
        ];
        assert!(run(both, Language::En, &mut out).unwrap());
        let printed = String::from_utf8(out).unwrap();
        let second = &printed[printed.find("second.json").unwrap()..];
        assert!(
            second.contains("Warning, meta.version: An earlier file has the same id and version")
        );
        assert!(
            second.contains("Warning, statement 1 (items[0].key): The statement"),
            "{second}"
        );
        // The same file twice is no contradiction.
        let mut out = Vec::new();
        let both = vec![
            source("first.json", EXAMPLE),
            source("second.json", EXAMPLE),
        ];
        assert!(run(both, Language::En, &mut out).unwrap());
        let printed = String::from_utf8(out).unwrap();
        assert!(!printed.contains("earlier file"), "{printed}");
    }

    #[test]
    fn an_id_like_that_of_a_questionnaire_that_ships_is_refused_as_every_page_refuses_it() {
        let taken = example(|file| file["meta"]["id"] = json!("Sales_Mindset"));
        for (language, said) in [
            (Language::En, "The id ‘Sales_Mindset’ is like that of"),
            (Language::Nl, "De id ‘Sales_Mindset’ lijkt op die van"),
        ] {
            let (printed, taken) = linted(&taken, language);
            assert!(!taken && printed.contains(said), "{printed}");
        }
        for shipped in SOURCES {
            assert!(linted(shipped.definition, Language::En).1, "{}", shipped.id);
        }
    }

    #[test]
    fn a_text_of_the_programs_own_is_pointed_out_unless_it_ships_and_is_shown() {
        let replaced = "Yours is not shown";
        for shipped in SOURCES {
            let (printed, _) = linted(shipped.definition, Language::En);
            assert!(!printed.contains(replaced), "{printed}");
        }
        let mirror = content::newest("manager-mirror").unwrap().definition;
        let custom = mirror.replacen("manager-mirror", "our-mirror", 1);
        let (printed, taken) = linted(&custom, Language::En);
        assert!(taken && printed.contains(replaced), "{printed}");
    }

    #[test]
    fn another_encoding_is_said_by_its_name() {
        let text = EXAMPLE.replacen("meta", "m\u{E9}ta", 1);
        let byte = |one| u8::try_from(u32::from(one)).unwrap_or(b'?');
        let bytes: Vec<u8> = text.chars().map(byte).collect();
        let mut out = Vec::new();
        let file: Source = ("own.json".to_owned(), Box::new(std::io::Cursor::new(bytes)));
        assert!(!run(vec![file], Language::En, &mut out).unwrap());
        let printed = String::from_utf8(out).unwrap();
        assert!(
            printed.contains("Most likely it is Windows-1252"),
            "{printed}"
        );
    }

    #[test]
    fn every_file_is_read_and_one_refused_is_enough_to_fail() {
        let mut out = Vec::new();
        let both = vec![source("bad.json", ""), source("good.json", EXAMPLE)];
        assert!(!run(both, Language::En, &mut out).unwrap());
        let printed = String::from_utf8(out).unwrap();
        assert!(printed.contains("bad.json\n") && printed.contains("good.json\n"));
    }
}
