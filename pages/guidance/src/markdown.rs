//! A document's Markdown as HTML: prose, lists and links to the other documents, and nothing else.

use crate::Guidance;
use model::Language;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use std::fmt;

/// Ends a line that somebody fills in.
const TO_FILL_IN: char = '…';

/// Why a document cannot become a page.
#[derive(Debug, PartialEq, Eq)]
pub enum MarkdownError {
    /// It holds markup of its own, a picture, or something else that is no prose.
    NotProse(String),
    /// It links to this address, which is none of the documents.
    Link(String),
}

impl fmt::Display for MarkdownError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotProse(what) => write!(to, "A document of the guidance holds {what}."),
            Self::Link(address) => write!(
                to,
                "A document of the guidance links to {address}, which is none of them."
            ),
        }
    }
}

impl std::error::Error for MarkdownError {}

/// A document's HTML. A link to the file of another document leads to its page in this language,
/// and a point that ends in an ellipsis gets room to write.
///
/// # Errors
/// Where it holds anything but headings, paragraphs, lists, emphasis and such links.
pub fn rendered(markdown: &str, language: Language) -> Result<String, MarkdownError> {
    let parser = Parser::new_ext(markdown, Options::empty());
    let events: Result<Vec<Event>, MarkdownError> =
        parser.map(|event| checked(event, language)).collect();
    let mut events = events?;
    mark_lines_to_fill_in(&mut events);
    let mut made = String::new();
    html::push_html(&mut made, events.into_iter());
    Ok(made)
}

fn checked(event: Event, language: Language) -> Result<Event, MarkdownError> {
    match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Ok(Event::Start(Tag::Link {
            link_type,
            dest_url: page_of(&dest_url, language)?,
            title,
            id,
        })),
        Event::Start(
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(_)
            | Tag::Item
            | Tag::Emphasis
            | Tag::Strong,
        )
        | Event::End(_)
        | Event::Text(_)
        | Event::SoftBreak => Ok(event),
        other => Err(MarkdownError::NotProse(format!("{other:?}"))),
    }
}

/// The page of the document whose file an address names.
fn page_of(address: &str, language: Language) -> Result<CowStr<'static>, MarkdownError> {
    let document = address.strip_suffix(".md").and_then(Guidance::from_name);
    let document = document.ok_or_else(|| MarkdownError::Link(address.to_owned()))?;
    Ok(document.file_name(language).into())
}

/// Gives each item that ends in an ellipsis the class that makes room to write in it.
fn mark_lines_to_fill_in(events: &mut [Event]) {
    for end in 1..events.len() {
        let is_to_fill_in =
            matches!(&events[end - 1], Event::Text(text) if text.ends_with(TO_FILL_IN));
        if !is_to_fill_in || events[end] != Event::End(TagEnd::Item) {
            continue;
        }
        let begins = |event: &Event| *event == Event::Start(Tag::Item);
        if let Some(start) = events[..end].iter().rposition(begins) {
            events[start] = Event::Html("<li class=\"guidance-line\">".into());
        }
    }
}
