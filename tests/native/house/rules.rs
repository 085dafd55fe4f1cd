//! The rules of the house, each a list of faults in one file.

use super::imports::{self, first};
use super::scan::tokens;

/// The most lines of a file with one job.
const LONGEST: usize = 300;

const PURE: [&str; 7] = [
    "instrument",
    "assessment",
    "scoring",
    "i18n",
    "report",
    "export",
    "embedding",
];

/// The table: a module, what it may import of the library, and of which crates. A longer path
/// (`instrument::Language`) allows that item alone.
const TABLE: [(&str, &[&str], &[&str]); 12] = [
    ("instrument", &[], &["serde", "serde_json", "sha2"]),
    ("lint", &["instrument"], &[]),
    ("assessment", &["instrument"], &["serde"]),
    ("scoring", &["instrument", "assessment"], &["serde"]),
    ("i18n", &["instrument::Language"], &["serde"]),
    (
        "report",
        &["instrument", "assessment", "scoring", "i18n"],
        &["serde"],
    ),
    (
        "export",
        &["instrument", "assessment", "scoring", "i18n", "report"],
        &["ics", "serde", "serde_json", "sha2"],
    ),
    ("embedding", &["instrument"], &["serde_json"]),
    ("ports", &PURE, &["serde", "serde_json"]),
    (
        "browser",
        &[
            "instrument",
            "assessment",
            "scoring",
            "i18n",
            "report",
            "export",
            "embedding",
            "ports",
        ],
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo",
            "serde_json",
        ],
    ),
    (
        "ui",
        &[
            "instrument",
            "assessment",
            "scoring",
            "i18n",
            "report",
            "export",
            "embedding",
            "ports",
            "lint",
        ],
        &["yew", "web_sys", "wasm_bindgen"],
    ),
    ("main", &["ui", "browser", "ports"], &["yew"]),
];

/// What is imported, held to the table.
pub fn imports(path: &str, text: &str) -> Vec<String> {
    let module = module_of(path);
    // lib.rs only names the modules.
    let Some((_, own, foreign)) = TABLE.iter().find(|(name, ..)| *name == module) else {
        return match module {
            "lib" => Vec::new(),
            _ => vec![format!("the table of imports has no module `{module}`")],
        };
    };
    let found = imports::of(text, &TABLE.map(|(name, ..)| name), &dependencies());
    let own_faults = found.own.iter().filter(|path| {
        let allowed = own
            .iter()
            .any(|allowed| path == allowed || first(path) == *allowed);
        first(path) != module && !allowed
    });
    let foreign_faults = found
        .foreign
        .iter()
        .filter(|path| !foreign.contains(&first(path)));
    own_faults
        .chain(foreign_faults)
        .map(|path| format!("`{module}` may not import `{path}`"))
        .collect()
}

/// Outside `browser`, web-sys is for the types of events and elements alone.
pub fn window_and_document(path: &str, text: &str) -> Vec<String> {
    if module_of(path) == "browser" {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for path in imports::of(text, &[], &dependencies()).foreign {
        let item = path.strip_prefix("web_sys::").unwrap_or("Event");
        let is_type = item.starts_with(char::is_uppercase);
        if !is_type || ["Window", "Document", "Storage"].contains(&item) {
            faults.push(format!("only `browser` may use `{path}`"));
        }
    }
    let words = tokens(text);
    for pair in words.windows(3) {
        let [before, name, after] = pair else {
            continue;
        };
        let called = [".", "::"].contains(&before.as_str()) && after == "(";
        if called && ["window", "document", "owner_document"].contains(&name.as_str()) {
            faults.push(format!("only `browser` may call `{name}()`"));
        }
    }
    faults
}

/// A first line that says the file's job, few lines, and nothing left open.
pub fn rust_file(_: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let job = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("//! "));
    if job.is_none_or(|job| job.trim().is_empty()) {
        faults.push("the first line does not say the file's job after `//!`".to_owned());
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        faults.push(format!(
            "{lines} lines, more than {LONGEST}: give it one job"
        ));
    }
    // Put together here, so that this file does not find itself.
    let note = concat!("TO", "DO");
    if text.contains(note) {
        faults.push(format!("it holds a {note}"));
    }
    let words = tokens(text);
    for pair in words.windows(2) {
        if ["todo", "unimplemented", "dbg"].contains(&pair[0].as_str()) && pair[1] == "!" {
            faults.push(format!("it calls `{}!`", pair[0]));
        }
    }
    faults
}

/// A style sheet or script opens with a comment that says its job.
pub fn asset(_: &str, text: &str) -> Vec<String> {
    let opening = ["/*", "//"].iter().find_map(|mark| text.strip_prefix(mark));
    let says = opening
        .and_then(|rest| rest.lines().next())
        .is_some_and(|line| line.chars().any(char::is_alphabetic));
    match says {
        true => Vec::new(),
        false => vec!["the first line is no comment that says the file's job".to_owned()],
    }
}

/// `ui` of `src/ui/parts/bar.rs`, `main` of `src/main.rs`.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let name = inside.split('/').next().unwrap_or(inside);
    name.strip_suffix(".rs").unwrap_or(name)
}

/// The crates that the page's manifest names, as Rust spells them.
fn dependencies() -> Vec<String> {
    let manifest = include_str!("../../../Cargo.toml");
    manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split([' ', '.', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(|name| name.replace('-', "_"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_understood() {
        let found = dependencies();
        for name in ["serde", "serde_json", "web_sys", "yew"] {
            assert!(found.iter().any(|dependency| dependency == name), "{name}");
        }
    }

    #[test]
    fn an_import_against_the_table_is_named() {
        let fault = imports("src/scoring/bands.rs", "use crate::ui::App;");
        assert_eq!(fault, ["`scoring` may not import `ui::App`"]);
        let fault = imports("src/report/mod.rs", "use web_sys::Window;");
        assert_eq!(fault, ["`report` may not import `web_sys::Window`"]);
        let fault = imports(
            "src/i18n/mod.rs",
            "use crate::instrument::{Language, Text};",
        );
        assert_eq!(fault, ["`i18n` may not import `instrument::Text`"]);
        assert_eq!(imports("src/extra/mod.rs", "").len(), 1);
    }

    #[test]
    fn an_import_of_the_table_is_no_fault() {
        let text = "use crate::instrument::Item; use serde::Serialize; use crate::scoring::score;";
        assert_eq!(imports("src/scoring/bands.rs", text), Vec::<String>::new());
        let text = "use mindset_mirror::{browser, ui::App};";
        assert_eq!(imports("src/main.rs", text), Vec::<String>::new());
    }

    #[test]
    fn the_window_stays_in_the_browser_module() {
        let text = "fn f() { web_sys::window(); element.owner_document(); }";
        assert_eq!(window_and_document("src/ui/app.rs", text).len(), 3);
        assert_eq!(
            window_and_document("src/ui/app.rs", "use web_sys::Window;").len(),
            1
        );
        assert_eq!(
            window_and_document("src/browser/focus.rs", text),
            Vec::<String>::new()
        );
        let types = "use web_sys::{Event, HtmlElement};";
        assert_eq!(
            window_and_document("src/ui/app.rs", types),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_file_without_a_job_a_long_one_and_an_unfinished_one_are_faults() {
        let long = "//! A job.\n".to_owned() + &"\n".repeat(LONGEST);
        let open = format!("//! A job.\nfn f() {{ {}!() }}", "todo");
        let note = format!("//! A job.\n// {}: more", concat!("TO", "DO"));
        for text in ["fn main() {}", "//!\nfn main() {}", &long, &open, &note] {
            assert_eq!(rust_file("src/x.rs", text).len(), 1, "{text}");
        }
        assert_eq!(rust_file("src/x.rs", "//! A job.\n"), Vec::<String>::new());
    }

    #[test]
    fn a_style_sheet_without_a_job_is_a_fault() {
        assert_eq!(asset("styles/base.css", "body {}").len(), 1);
        assert_eq!(asset("styles/base.css", "/* */\nbody {}").len(), 1);
        assert_eq!(
            asset("styles/base.css", "/* The ground. */"),
            Vec::<String>::new()
        );
    }
}
