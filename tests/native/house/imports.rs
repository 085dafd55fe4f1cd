//! What a Rust file imports, from its `use` lines and from paths written out in full.

use super::scan::tokens;
use std::collections::BTreeSet;

/// The names that `use crate::` may stand for from outside the library.
const OWN_NAMES: [&str; 2] = ["crate", "mindset_mirror"];

/// Every path into the library (`instrument::Language`) and into another crate (`web_sys::Event`)
/// that the source names, two words long where it has two.
pub struct Imports {
    /// Paths into this library's modules.
    pub own: BTreeSet<String>,
    /// Paths into other crates, out of those asked for.
    pub foreign: BTreeSet<String>,
}

/// Reads the imports. `modules` are the library's modules, `crates` the other crates to look for.
pub fn of(source: &str, modules: &[&str], crates: &[String]) -> Imports {
    let words = tokens(source);
    let mut imports = Imports {
        own: BTreeSet::new(),
        foreign: BTreeSet::new(),
    };
    for at in 0..words.len() {
        let inside_a_path = at > 0 && (words[at - 1] == "::" || words[at - 1] == ".");
        // A leading `::` still names a crate: what stands before it is no part of the path.
        let rooted = at > 0
            && words[at - 1] == "::"
            && (at < 2 || words[at - 2] == "use" || !is_name(&words[at - 2]));
        if inside_a_path && !rooted {
            continue;
        }
        let word = words[at].as_str();
        if OWN_NAMES.contains(&word) {
            imports.own.extend(tree(&words[at + 1..]));
        } else if word == "super" {
            // However many steps up: a path that arrives at a module of the library counts.
            let mut end = at + 1;
            while words[end..].starts_with(&["::".to_owned(), "super".to_owned()]) {
                end += 2;
            }
            let reached = tree(&words[end..]);
            imports.own.extend(
                reached
                    .into_iter()
                    .filter(|path| end > at + 1 && modules.contains(&first(path))),
            );
        } else if crates.iter().any(|name| name == word) {
            let used = at > 0 && (words[at - 1] == "use" || words[at - 1] == "crate");
            let paths = tree(&words[at + 1..]);
            if used && paths.is_empty() {
                imports.foreign.insert(word.to_owned());
            }
            imports
                .foreign
                .extend(paths.iter().map(|path| format!("{word}::{}", first(path))));
        }
    }
    imports
}

/// The first word of a path.
pub fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or(path)
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The paths that follow a root: `::a::b`, `::{a, b::{c, d}}`; each cut after two words.
fn tree(words: &[String]) -> Vec<String> {
    let mut paths = Vec::new();
    if words.first().is_some_and(|mark| mark == "::") {
        branches(&words[1..], "", &mut paths);
    }
    paths
}

/// Reads one branch after `prefix`, and returns how many words it took.
fn branches(words: &[String], prefix: &str, paths: &mut Vec<String>) -> usize {
    match words.first().map(String::as_str) {
        Some("{") => {
            let mut at = 1;
            while at < words.len() && words[at] != "}" {
                at += branches(&words[at..], prefix, paths).max(1);
            }
            at + 1
        }
        Some(name) if is_name(name) || name == "*" => {
            let path = match prefix {
                "" => name.to_owned(),
                _ => format!("{prefix}::{name}"),
            };
            let deeper = words.get(1).is_some_and(|mark| mark == "::")
                && words
                    .get(2)
                    .is_some_and(|next| is_name(next) || "{*".contains(next.as_str()));
            if deeper && !path.contains("::") {
                2 + branches(&words[2..], &path, paths)
            } else {
                paths.push(path);
                let mut at = 1;
                // The rest of a longer path or group says nothing more: skip to its end.
                let mut depth = 0;
                while deeper && at < words.len() {
                    match words[at].as_str() {
                        "{" => depth += 1,
                        "}" if depth > 0 => depth -= 1,
                        "::" => {}
                        word if is_name(word) || word == "*" || depth > 0 => {}
                        _ => break,
                    }
                    at += 1;
                }
                at
            }
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(source: &str) -> Vec<String> {
        of(source, &["ui", "scoring"], &[])
            .own
            .into_iter()
            .collect()
    }

    fn foreign(source: &str) -> Vec<String> {
        let crates = ["yew", "web_sys"].map(str::to_owned);
        of(source, &[], &crates).foreign.into_iter().collect()
    }

    #[test]
    fn use_lines_and_written_out_paths_are_read() {
        assert_eq!(own("use crate::ui::App;"), ["ui::App"]);
        assert_eq!(
            own("fn f() { crate::scoring::score(x) }"),
            ["scoring::score"]
        );
        assert_eq!(own("use mindset_mirror::ui;"), ["ui"]);
        assert_eq!(own("pub(crate) fn f() {}"), Vec::<String>::new());
    }

    #[test]
    fn groups_are_taken_apart() {
        assert_eq!(
            own("use crate::{ui::{App, parts::{Bar, Row}}, scoring::*, i18n};"),
            ["i18n", "scoring::*", "ui::App", "ui::parts"]
        );
    }

    #[test]
    fn a_way_up_to_another_module_counts() {
        assert_eq!(own("use super::super::ui::App;"), ["ui::App"]);
        assert_eq!(own("use super::super::sibling;"), Vec::<String>::new());
        assert_eq!(own("use super::scores;"), Vec::<String>::new());
    }

    #[test]
    fn other_crates_are_found_however_they_are_named() {
        assert_eq!(foreign("use yew::prelude::*;"), ["yew::prelude"]);
        assert_eq!(foreign("use yew;"), ["yew"]);
        assert_eq!(
            foreign("use ::web_sys::{Event, window};"),
            ["web_sys::Event", "web_sys::window"]
        );
        assert_eq!(foreign("fn f(e: web_sys::Event) {}"), ["web_sys::Event"]);
        assert_eq!(
            foreign("// yew::x\nlet yew = 1; a.yew::<T>(); crate::yew::x"),
            Vec::<String>::new()
        );
    }
}
