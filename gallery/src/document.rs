//! The documents of the gallery as text.

use crate::State;
use serde::Serialize;

/// What a state belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A screen, with the header and the footer of the page.
    Screen,
    /// A component alone.
    Component,
}

impl Kind {
    /// Its word in file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Component => "component",
        }
    }
}

/// The colours of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its word, as the style sheets have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A screen: its markup is the content of the body.
pub fn screen(state: &State, sheets: &[&str], markup: &str) -> String {
    document(state, sheets, &format!("<div id=\"app\">{markup}</div>"))
}

/// A component in the column that the screens have, under the headings that it has above it in
/// use, which only screen readers get here: so the document has a page's landmarks and headings.
pub fn component(state: &State, sheets: &[&str], markup: &str) -> String {
    // The component that is a heading of the first level is the heading of its document.
    let heading = match markup.contains("<h1") {
        true => String::new(),
        false => hidden_heading(1, &title(state)),
    };
    let section = match markup.contains("<h3") && !markup.contains("<h2") {
        true => hidden_heading(2, &escaped(state.name)),
        false => String::new(),
    };
    let body = format!(
        "<div class=\"app\"><main class=\"screen stack\">{heading}{section}<div>{markup}</div></main></div>"
    );
    document(state, sheets, &body)
}

fn hidden_heading(level: u8, text: &str) -> String {
    format!("<h{level} class=\"visually-hidden\">{text}</h{level}>")
}

fn document(state: &State, sheets: &[&str], body: &str) -> String {
    let links: String = sheets
        .iter()
        .map(|sheet| format!("<link rel=\"stylesheet\" href=\"{sheet}\">\n"))
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" data-theme=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n{links}<body>{body}</body>\n</html>\n",
        state.language,
        state.theme.word(),
        title(state)
    )
}

fn title(state: &State) -> String {
    escaped(&format!("{}: {}", state.name, state.state))
}

/// The page that shows every document at a phone's width.
pub fn index(states: &[State]) -> String {
    let mut names: Vec<(Kind, &str)> = Vec::new();
    for state in states {
        if !names.contains(&(state.kind, state.name)) {
            names.push((state.kind, state.name));
        }
    }
    let id = |(kind, name): (Kind, &str)| format!("{}-{}", kind.word(), name.replace(' ', "-"));
    let contents: String = names
        .iter()
        .map(|&name| format!("<li><a href=\"#{}\">{}</a>\n", id(name), escaped(name.1)))
        .collect();
    let sections: String = names
        .iter()
        .map(|&(kind, name)| {
            let figures: String = states
                .iter()
                .filter(|state| (state.kind, state.name) == (kind, name))
                .map(figure)
                .collect();
            format!(
                "<section id=\"{}\"><h2>{} <small>{}</small></h2>\n<div>{figures}</div></section>\n",
                id((kind, name)),
                escaped(name),
                kind.word()
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Gallery</title>\n<style>\n\
         body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }}\n\
         ul {{ columns: 12rem; padding-inline-start: 1.2rem; }}\n\
         section > div {{ display: flex; flex-wrap: wrap; gap: 1rem; }}\n\
         figure {{ margin: 0; }}\n\
         iframe {{ inline-size: 390px; max-inline-size: 100%; border: 1px solid #888; }}\n\
         iframe.screen {{ block-size: 780px; }}\n\
         iframe.component {{ block-size: 300px; }}\n\
         </style>\n<h1>Gallery</h1>\n<nav aria-label=\"Contents\"><ul>\n{contents}</ul></nav>\n\
         {sections}</html>\n"
    )
}

fn figure(state: &State) -> String {
    let caption = format!(
        "{} ({}, {})",
        escaped(state.state),
        state.language,
        state.theme.word()
    );
    format!(
        "<figure><figcaption><a href=\"{0}\">{caption}</a></figcaption>\
         <iframe class=\"{1}\" src=\"{0}\" title=\"{2}, {caption}\" loading=\"lazy\"></iframe></figure>\n",
        state.file,
        state.kind.word(),
        escaped(state.name)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
