//! What is fuzzed: each reader of bytes from outside as a function that panics when something does
//! not hold. `cargo xtask fuzz` runs them; the tests replay the seeds and what was found.

mod attributes;
mod definition_file;
mod json_lines;
mod records_of_all_kinds;
mod result_file;

use model::Instrument;
use std::rc::Rc;
use std::sync::OnceLock;

/// A reader under test.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Reads the bytes; panics where something does not hold.
    pub read: fn(&[u8]),
    /// Folders of the project whose files are its seeds.
    pub seeds: &'static [&'static str],
    /// Most bytes of an input.
    pub longest: usize,
}

/// Every reader.
pub const TARGETS: &[Target] = &[
    Target {
        name: "definition",
        read: definition_file::read,
        seeds: &["content", "tests/native/fixtures/questionnaires"],
        longest: 64 * 1024,
    },
    Target {
        name: "result",
        read: result_file::read,
        seeds: &["schema/examples", "tests/native/fixtures/bad-results"],
        longest: 64 * 1024,
    },
    Target {
        name: "record",
        read: records_of_all_kinds::stored,
        seeds: &["tests/native/fixtures/saved", "fuzz/seeds/record"],
        longest: 32 * 1024,
    },
    Target {
        name: "backup",
        read: records_of_all_kinds::backup,
        seeds: &["fuzz/seeds/backup", "tests/native/fixtures/saved"],
        longest: 64 * 1024,
    },
    Target {
        name: "json-lines",
        read: json_lines::read,
        seeds: &["fuzz/seeds/json-lines", "schema/examples"],
        longest: 64 * 1024,
    },
    Target {
        name: "attributes",
        read: attributes::read,
        seeds: &["fuzz/seeds/attributes"],
        longest: 8 * 1024,
    },
];

/// The questionnaires that ship.
fn instruments() -> Vec<Rc<Instrument>> {
    static SHIPPED: OnceLock<Vec<Instrument>> = OnceLock::new();
    let shipped = SHIPPED.get_or_init(|| {
        let all = content::SOURCES.iter();
        all.map(|source| source.instrument().expect("what ships is sound"))
            .collect()
    });
    shipped.iter().cloned().map(Rc::new).collect()
}

/// Whether a text holds something that could change how the text around it is shown.
fn is_unsafe(text: &str) -> bool {
    text.chars().any(untrusted::is_unsafe)
}
