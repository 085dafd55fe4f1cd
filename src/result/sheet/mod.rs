//! The result on paper: two pages, made for print and shown nowhere else.
//!
//! The screen folds and asks; paper can do neither, so it has a sheet of its own: the picture on the
//! first page, what is made of it on the second, with room to write. Long texts shrink nothing: they
//! move on.

mod bar;
mod first;
mod second;

use super::ResultProps;
use super::head::{facts, of_the_file, title};
use ui::{
    div_section, element, element_with, fragment, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

pub(super) fn sheet(props: &ResultProps) -> Html {
    let page = |number: usize, content: Html| {
        let foot = foot(props, number);
        element("div", "sheet-page", [content, foot])
    };
    let pages = [
        page(1, fragment([head(props), first::first(props)])),
        page(2, second::second(props)),
    ];
    div_section("sheet", "sheet", fragment(pages))
}

/// Which questionnaire, who offers it, whose result it is, and of when.
fn head(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let facts = facts(props).into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<String> = facts.collect();
    let name = when(!props.coach.is_empty(), || text(t.offered(&props.coach)));
    let offered = when(!props.coach.is_empty() || props.logo.is_some(), || {
        element("p", "sheet-offered", [name, logo(props)])
    });
    let top = [
        text_element("p", "", view.text(view.instrument.title())),
        offered,
    ];
    let line = [
        text_element("p", "sheet-title", title(props)),
        untranslated_element("p", "", facts.join(" · ")),
    ];
    fragment([
        element("div", "sheet-top", top),
        element("div", "sheet-head", line),
        element("div", "sheet-small", of_the_file(props)),
    ])
}

/// The logo of who offers it. The name stands beside it: it says no more, and a picture that cannot
/// be shown leaves no mark.
fn logo(props: &ResultProps) -> Html {
    let Some(logo) = &props.logo else {
        return Html::default();
    };
    html! { <img class="sheet-logo" src={logo.address()} alt="" /> }
}

/// What must be said at the end of each, and which of the two it is. Not which page: long texts move
/// on to a third, and a browser prints no number of its own everywhere.
fn foot(props: &ResultProps, number: usize) -> Html {
    let messages = props.view.messages();
    let content = [
        text_element("p", "", messages.common.development_only),
        untranslated_element("p", "", messages.parts.part_of(number, 2)),
    ];
    element("div", "sheet-foot", content)
}

/// A section of the sheet under its heading.
fn titled(class: &'static str, title: &str, content: Html) -> Html {
    let heading = text_element("h2", "", title.to_owned());
    element_with("section", &["class"], [class], fragment([heading, content]))
}
