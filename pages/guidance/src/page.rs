//! The page of a document: its text, and the ways on from there.

use crate::Guidance;
use crate::markdown::{MarkdownError, rendered};
use crate::texts::texts;
use interface_texts::messages;
use model::Language;
use static_page::StaticPage;
use ui::{element, element_with, fragment, list, node_vec, text, text_element};
use yew::prelude::*;

/// The page on which rep and manager hold the talk, beside the scan.
pub const TALK_PAGE: &str = "together.html";

/// The address of the page of a team in a language: one page for all of them, beside the scan.
pub fn team_address(language: Language) -> String {
    ["team.html?lang=", language.tag()].concat()
}

/// The address of the page with the time balance in a language: one page for all of them, beside the
/// scan.
pub fn balance_address(language: Language) -> String {
    ["balance.html?lang=", language.tag()].concat()
}

/// The scan itself: a file, since not every host gives one for the folder.
const START_PAGE: &str = "index.html";

/// A document's page in a language, with a place for the style sheets whose names only the build
/// knows.
///
/// # Errors
/// What its Markdown holds that is no prose.
pub fn document(guidance: Guidance, language: Language) -> Result<String, MarkdownError> {
    let written = rendered(guidance.source(language), language)?;
    // Made by the renderer of Markdown, which escapes text; markup of the document's own is refused.
    let written = Html::from_html_unchecked(written.into());
    let content = [
        element("article", "guidance-text", written),
        read_on(guidance, language),
    ];
    let page = StaticPage {
        language,
        title: guidance.title(language).into(),
        header: "Mindset Mirror".into(),
        style_sheet: "guidance.css",
        class: "screen guidance",
        content: fragment(content),
        file_names: Language::ALL.map(|language| guidance.file_name(language)),
    };
    Ok(page.document())
}

/// A link to each document, but the one that is open, as items of a list.
pub fn links(language: Language, open: Option<Guidance>) -> Vec<Html> {
    let others = Guidance::ALL.into_iter().filter(|one| Some(*one) != open);
    node_vec(others.map(|one| link(&one.file_name(language), one.title(language))))
}

/// A link as an item of a list.
pub fn link(address: &str, label: &'static str) -> Html {
    let link = element_with("a", &["href"], [address], text(label));
    element("li", "", link)
}

/// The other documents, and the pages for which they are written.
fn read_on(open: Guidance, language: Language) -> Html {
    let t = texts(language);
    let mut items = links(language, Some(open));
    items.extend([
        link(TALK_PAGE, t.hold_the_talk),
        link(&team_address(language), t.team),
        link(&balance_address(language), t.time_balance),
        link(&format!("manager-{}.html", language.tag()), t.manager),
        link(START_PAGE, messages(language).common.to_start),
    ]);
    let content = [
        text_element("h2", "", t.read_on),
        list("guidance-links", fragment(items)),
    ];
    let names = &["class", "aria-label"];
    element_with("nav", names, ["guidance-on", t.read_on], fragment(content))
}
