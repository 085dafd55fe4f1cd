//! The result on paper: two pages, made for print and shown nowhere else.
//!
//! The screen folds and asks; paper can do neither, so it has a sheet of its own: the picture
//! on the first page, what is made of it on the second, with room to write.

mod picture;
mod talk;

use super::{Origin, ResultProps};
use i18n::long_date;
use model::Language;
use ui::{div_section, element, fragment, text, text_element};
use yew::prelude::*;

pub(super) fn sheet(props: &ResultProps) -> Html {
    let pages = [
        element("div", "sheet-page", [head(props), picture::picture(props)]),
        element("div", "sheet-page", talk::talk(props)),
    ];
    div_section("sheet", "sheet", fragment(pages))
}

fn head(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let common = &view.messages().common;
    let parts = props.session.parts();
    let at = parts.completed_at.as_ref().unwrap_or(&parts.started_at);
    let title = match props.origin {
        Origin::Example => t.example_title,
        Origin::Device | Origin::File { .. } => t.title,
    };
    let mut facts = vec![
        parts.subject.pseudonym.clone(),
        long_date(at.as_str(), view.language),
        view.text(view.instrument.title()).to_string(),
        common.version(view.instrument.version()),
        language_name(parts.language).to_owned(),
        t.answered(props.report.answered, props.report.total),
    ];
    facts.retain(|fact| !fact.is_empty());
    let purpose = [
        text(view.say("purpose")),
        text(" "),
        text(view.say("share_notice")),
    ];
    fragment([
        text_element("p", "sheet-title", title),
        text_element("p", "sheet-facts", facts.join(" · ")),
        element("p", "", purpose),
    ])
}

/// A language in its own words.
pub(super) fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::En => "English",
    }
}
