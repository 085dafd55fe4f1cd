//! What stands around every screen: the header, what is announced, and the footer.

use crate::{Library, PageTexts};
use i18n::TalkMessages;
use model::Language;
use ui::{
    actions, button, element, element_with, fragment, heading, keyed, language_switch, text,
    text_element,
};
use yew::prelude::*;

/// What a page has around the content of its screen.
pub struct Frame<'a, T: PageTexts = TalkMessages> {
    /// The language and the texts.
    pub library: &'a Library<T>,
    /// The name of the screen for tests and styles.
    pub name: &'static str,
    /// Whether it takes the width of a desk.
    pub wide: bool,
    /// Counts the screens that have arrived, so that each is a new one to the browser.
    pub arrivals: u32,
    /// The way to the first screen, where this is not it.
    pub to_start: Option<Callback<MouseEvent>>,
    /// A language was chosen.
    pub on_language: Callback<Language>,
    /// What is said quietly below, with what takes it back where that can be done.
    pub toast: Option<(&'a str, Option<Callback<MouseEvent>>)>,
}

/// The whole page with this content.
pub fn framed<T: PageTexts>(frame: Frame<T>, content: Html) -> Html {
    let common = &frame.library.messages().common;
    let content = keyed(&frame.arrivals.to_string(), element("div", "", content));
    let skip_link = element_with(
        "a",
        &["class", "href"],
        ["skip-link", "#main"],
        text(common.skip_link),
    );
    let main = match frame.wide {
        true => "screen screen-wide",
        false => "screen",
    };
    let names = &["id", "class", "tabindex"];
    let content = [
        skip_link,
        header(&frame),
        element_with("main", names, ["main", main, "-1"], content),
        announced(&frame),
        element(
            "footer",
            "footer",
            text_element("p", "", common.development_only),
        ),
    ];
    let names = &["class", "data-part", "data-screen", "lang"];
    let tag = frame.library.language.tag();
    let values = ["app", "root", frame.name, tag];
    element_with("div", names, values, fragment(content))
}

/// What is shown instead of a page in a frame of another page, whose site could follow what is
/// done there: the way to the page at this address in a tab of its own.
pub fn own_tab<T: PageTexts>(library: &Library<T>, address: &str) -> Html {
    let t = library.texts().own_tab();
    let names = &["class", "data-part", "href", "target", "rel"];
    let address = address.split('#').next().unwrap_or_default();
    let values = [
        "button button-primary",
        "button-primary",
        address,
        "_blank",
        "noopener",
    ];
    let link = element_with("a", names, values, text(t.open));
    let content = [
        heading(t.title, false),
        text_element("p", "lead", t.lead),
        actions(link),
    ];
    element("div", "section", content)
}

fn announced<T: PageTexts>(frame: &Frame<T>) -> Html {
    let common = &frame.library.messages().common;
    let (class, content) = match &frame.toast {
        Some((said, undo)) => {
            let undo = undo.as_ref();
            let undo = undo.map(|undo| button("button-link", common.undo, undo.clone()));
            let said = text_element("span", "", (*said).to_owned());
            ("toast", fragment([said, undo.unwrap_or_default()]))
        }
        None => ("", Html::default()),
    };
    let names = &["role", "aria-live", "class"];
    element_with("div", names, ["status", "polite", class], content)
}

fn header<T: PageTexts>(frame: &Frame<T>) -> Html {
    let common = &frame.library.messages().common;
    let class = match &frame.to_start {
        None => "header-title",
        Some(_) => "header-title header-title-short",
    };
    let title = text_element("span", "", frame.library.texts().page_title());
    let to_start = frame.to_start.as_ref();
    let to_start = to_start.map(|go| button("button-quiet small", common.to_start, go.clone()));
    let nav = [
        to_start.unwrap_or_default(),
        language_switch(common.language, frame.library.language, &frame.on_language),
    ];
    let content = [
        element("p", class, [mark(), title]),
        element("div", "header-nav", nav),
    ];
    let names = &["class", "data-part"];
    element_with("header", names, ["header", "header"], fragment(content))
}

/// A circle that is half full, as on the other pages.
fn mark() -> Html {
    let names = &["cx", "cy", "r", "fill", "stroke", "stroke-width"];
    let values = ["12", "12", "10.5", "none", "currentColor", "3"];
    let circle = element_with("circle", names, values, Html::default());
    let values = ["M12 1.5a10.5 10.5 0 0 0 0 21z", "currentColor"];
    let half = element_with("path", &["d", "fill"], values, Html::default());
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["header-mark", "0 0 24 24", "true", "false"];
    element_with("svg", names, values, fragment([circle, half]))
}
