//! What is fuzzed: each reader of bytes from outside as a function that panics when something does
//! not hold. `cargo xtask fuzz` runs them; the tests replay the seeds and what was found.

mod agreements;
mod attributes;
mod calendar;
mod definition_file;
mod json_lines;
mod records_of_all_kinds;
mod result_file;
mod round_code;
mod talk_code;
mod team;

use model::Instrument;
use std::rc::Rc;

/// A reader under test.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name on the command line; its seeds stand in `targets.json`.
    pub name: &'static str,
    /// Reads the bytes; panics where something does not hold.
    pub read: fn(&[u8]),
}

/// Every reader in Rust. Messages between frames are read by scripts: see `frame-messages/`.
pub const TARGETS: &[Target] = &[
    Target {
        name: "definition",
        read: definition_file::read,
    },
    Target {
        name: "result",
        read: result_file::read,
    },
    Target {
        name: "record",
        read: records_of_all_kinds::stored,
    },
    Target {
        name: "backup",
        read: records_of_all_kinds::backup,
    },
    Target {
        name: "json-lines",
        read: json_lines::read,
    },
    Target {
        name: "attributes",
        read: attributes::read,
    },
    Target {
        name: "talk-code",
        read: talk_code::read,
    },
    Target {
        name: "calendar",
        read: calendar::read,
    },
    Target {
        name: "agreements",
        read: agreements::read,
    },
    Target {
        name: "team",
        read: team::read,
    },
    Target {
        name: "round",
        read: round_code::read,
    },
];

/// The questionnaires that ship.
fn instruments() -> Vec<Rc<Instrument>> {
    thread_local! {
        static SHIPPED: Vec<Rc<Instrument>> = {
            let all = content::SOURCES.iter();
            all.map(|source| Rc::new(source.instrument().expect("what ships is sound")))
                .collect()
        };
    }
    SHIPPED.with(Vec::clone)
}

/// Whether a text holds something that could change how the text around it is shown.
fn is_unsafe(text: &str) -> bool {
    text.chars().any(untrusted::is_unsafe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::path::Path;

    /// Every file below a folder of the project.
    fn files(folder: &Path) -> Vec<Vec<u8>> {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Vec::new();
        };
        let paths = entries.map(|entry| entry.expect("an entry").path());
        paths
            .flat_map(|path| match path.is_dir() {
                true => files(&path),
                false => vec![std::fs::read(&path).expect("a file")],
            })
            .collect()
    }

    #[test]
    fn every_seed_and_everything_that_was_found_holds() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let listed: Value = serde_json::from_str(include_str!("../targets.json")).expect("JSON");
        let listed = listed.as_array().expect("a list");
        assert_eq!(listed.len(), TARGETS.len());
        for (target, listed) in TARGETS.iter().zip(listed) {
            assert_eq!(listed["name"], target.name);
            let seeds = listed["seeds"].as_array().expect("folders").iter();
            let seeds = seeds.map(|folder| root.join(folder.as_str().expect("a folder")));
            let inputs: Vec<Vec<u8>> = seeds.flat_map(|folder| files(&folder)).collect();
            assert!(!inputs.is_empty(), "{}", target.name);
            let found = files(&root.join("fuzz/findings").join(target.name));
            inputs
                .iter()
                .chain(&found)
                .for_each(|input| (target.read)(input));
        }
    }
}
