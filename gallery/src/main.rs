//! Renders every component and screen in its states: `gallery PROJECT OUT` writes one document a
//! state, an index of all of them, and `states.json` for the programs that open them.

mod document;

use anyhow::Context;
use document::{Kind, Theme, component, index, screen};
use model::Language;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;
use ui::fixtures::Fixture;

/// The rep's page's sheet, which takes in the others.
const PAGE_SHEET: &str = "styles/page.css";
/// The sheet that the coach's page has beside it.
const COACH_SHEET: &str = "builder.css";
/// The sheet that the page with the time balance has beside it.
const BALANCE_SHEET: &str = "balance.css";
/// The sheet that the page of a team has beside it.
const TEAM_SHEET: &str = "team.css";
/// The sheet that the page for the talk has beside it.
const TALK_SHEET: &str = "talk.css";

/// One document of the gallery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct State {
    /// The document's file name.
    file: String,
    /// The component or screen.
    name: &'static str,
    /// Which of its states.
    state: &'static str,
    /// Whether it is a component or a screen.
    kind: Kind,
    /// The language's tag.
    language: &'static str,
    /// The colours.
    theme: Theme,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(project), Some(out)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("Usage: gallery PROJECT OUT");
    };
    write(Path::new(&project), Path::new(&out))
}

/// Writes the gallery with the style sheets of a project.
fn write(project: &Path, out: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(out.join("styles")).context("The folder cannot be made")?;
    for sheet in std::fs::read_dir(project.join("styles")).context("There are no styles")? {
        let sheet = sheet.context("The styles cannot be listed")?;
        let name = format!("styles/{}", sheet.file_name().to_string_lossy());
        save(out, &name, &read(&sheet.path())?)?;
    }
    save(
        out,
        COACH_SHEET,
        &read(&project.join("pages/coach").join(COACH_SHEET))?,
    )?;
    save(
        out,
        TALK_SHEET,
        &read(&project.join("pages/talk").join(TALK_SHEET))?,
    )?;
    save(
        out,
        TEAM_SHEET,
        &read(&project.join("pages/team").join(TEAM_SHEET))?,
    )?;
    save(
        out,
        BALANCE_SHEET,
        &read(&project.join("pages/balance").join(BALANCE_SHEET))?,
    )?;
    let sheets = [PAGE_SHEET];
    let talk_sheets = [PAGE_SHEET, TALK_SHEET];
    let team_sheets = [PAGE_SHEET, TEAM_SHEET];
    let coach_sheets = [PAGE_SHEET, COACH_SHEET];
    let balance_sheets = [PAGE_SHEET, BALANCE_SHEET];
    let mut states = Vec::new();
    for language in Language::ALL {
        let fixtures = [
            (
                Kind::Screen,
                &sheets[..],
                mindset_mirror::fixtures::pages(language),
            ),
            (Kind::Component, &sheets[..], ui::fixtures::all(language)),
            (
                Kind::Screen,
                &coach_sheets[..],
                builder::fixtures::pages(language),
            ),
            (
                Kind::Screen,
                &talk_sheets[..],
                talk_page::fixtures::pages(language),
            ),
            (
                Kind::Screen,
                &talk_sheets[..],
                together_page::fixtures::pages(language),
            ),
            (
                Kind::Screen,
                &team_sheets[..],
                team_page::fixtures::pages(language),
            ),
            (
                Kind::Screen,
                &talk_sheets[..],
                round_page::fixtures::pages(language),
            ),
            (
                Kind::Component,
                &coach_sheets[..],
                builder::fixtures::components(language),
            ),
            (
                Kind::Screen,
                &balance_sheets[..],
                balance_page::fixtures::pages(language),
            ),
        ];
        let fixtures = fixtures.into_iter().flat_map(|(kind, sheets, fixtures)| {
            fixtures
                .into_iter()
                .map(move |fixture| (kind, sheets, fixture))
        });
        for (kind, sheets, fixture) in fixtures {
            let Fixture { name, state, html } = fixture;
            let markup = markup::of(html);
            for theme in Theme::ALL {
                let state = State {
                    file: file_name(kind, name, state, language, theme),
                    name,
                    state,
                    kind,
                    language: language.tag(),
                    theme,
                };
                let text = match kind {
                    Kind::Screen => screen(&state, sheets, &markup),
                    Kind::Component => component(&state, sheets, &markup),
                };
                save(out, &state.file, &text)?;
                states.push(state);
            }
        }
    }
    let files: BTreeSet<&str> = states.iter().map(|state| &*state.file).collect();
    anyhow::ensure!(files.len() == states.len(), "Two states have one file name");
    save(out, "states.json", &serde_json::to_string_pretty(&states)?)?;
    save(out, "index.html", &index(&states))?;
    println!(
        "{} states: {}",
        states.len(),
        out.join("index.html").display()
    );
    Ok(())
}

/// The name of a state's document, of lower-case words and hyphens.
fn file_name(kind: Kind, name: &str, state: &str, language: Language, theme: Theme) -> String {
    let words = [kind.word(), name, state, language.tag(), theme.word()].join("-");
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let words: String = words.chars().map(plain).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    format!("{}.html", words.join("-"))
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn save(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    std::fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_and_component_is_written_in_both_languages_and_colours() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let out = std::env::temp_dir().join(format!("gallery-{}", std::process::id()));
        write(&project, &out).unwrap();
        let states = read(&out.join("states.json")).unwrap();
        let states: Vec<serde_json::Value> = serde_json::from_str(&states).unwrap();
        let index = read(&out.join("index.html")).unwrap();
        for state in &states {
            let file = state["file"].as_str().unwrap();
            assert!(index.contains(&format!("\"{file}\"")), "{file}");
            let text = read(&out.join(file)).unwrap();
            let root = format!(
                "<html lang=\"{}\" data-theme=\"{}\">",
                state["language"].as_str().unwrap(),
                state["theme"].as_str().unwrap()
            );
            assert!(text.contains(&root), "{file}");
            assert_eq!(text.matches("<main").count(), 1, "{file}");
            // A part of a result that is not on screen waits with its own heading, hidden.
            let hidden = text.matches("hidden=\"until-found\"").count();
            assert_eq!(text.matches("<h1").count(), 1 + hidden, "{file}");
        }
        let number: usize = Language::ALL
            .into_iter()
            .map(|language| {
                mindset_mirror::fixtures::all(language).len()
                    + ui::fixtures::all(language).len()
                    + builder::fixtures::pages(language).len()
                    + builder::fixtures::components(language).len()
                    + talk_page::fixtures::pages(language).len()
                    + together_page::fixtures::pages(language).len()
                    + round_page::fixtures::pages(language).len()
                    + team_page::fixtures::pages(language).len()
                    + balance_page::fixtures::pages(language).len()
            })
            .sum();
        assert_eq!(states.len(), number * Theme::ALL.len());
        std::fs::remove_dir_all(out).unwrap();
    }

    #[test]
    fn a_file_name_has_only_letters_digits_and_hyphens() {
        let name = file_name(
            Kind::Screen,
            "data",
            "file, shown",
            Language::En,
            Theme::Dark,
        );
        assert_eq!(name, "screen-data-file-shown-en-dark.html");
    }
}
