//! A page without any program: the document that the build renders once, a file a language.
//!
//! Its head allows style sheets and the icon, and nothing that runs. The header leads to the same
//! page in the other languages; the footer says what the scan is not.

use interface_texts::messages;
use model::Language;
use ui::{element, element_with, fragment, nodes, text, text_element};
use yew::prelude::*;

/// What the page is allowed: its style sheets and its icon, and nothing that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A page in one language.
#[derive(Clone, Debug)]
pub struct StaticPage {
    /// The language it is written in.
    pub language: Language,
    /// Its title, for the tab.
    pub title: AttrValue,
    /// What the header says.
    pub header: AttrValue,
    /// The style sheet it has besides those of the scan, beside it.
    pub style_sheet: &'static str,
    /// The classes of its `main` element.
    pub class: &'static str,
    /// What stands in that.
    pub content: Html,
    /// The file of the same page in each language, in the order of [`Language::ALL`].
    pub file_names: [String; Language::ALL.len()],
}

impl StaticPage {
    /// The document, with a place for the style sheets whose names only the build knows.
    pub fn document(&self) -> String {
        // Text is written by the renderer alone, which escapes it.
        let title = markup::of(text(self.title.clone()));
        let body = markup::of(self.body());
        let (tag, style_sheet) = (self.language.tag(), self.style_sheet);
        format!(
            "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title}</title>\n<!-- styles -->\n\
             <link rel=\"stylesheet\" href=\"{style_sheet}\">\n</head>\n<body>{body}</body>\n</html>\n"
        )
    }

    fn body(&self) -> Html {
        let common = &messages(self.language).common;
        let skip = text(common.skip_link);
        let main = element_with(
            "main",
            &["id", "class", "tabindex"],
            ["main", self.class, "-1"],
            self.content.clone(),
        );
        let page = [
            element_with("a", &["class", "href"], ["skip-link", "#main"], skip),
            self.header(),
            main,
            element(
                "footer",
                "footer",
                text_element("p", "", common.development_only),
            ),
        ];
        element("div", "app", page)
    }

    fn header(&self) -> Html {
        let files = Language::ALL.into_iter().zip(&self.file_names);
        let links = files.map(|(language, file)| self.language_link(language, file));
        let label = messages(self.language).common.language;
        let names = &["class", "aria-label"];
        let links = element_with("nav", names, ["languages", label], nodes(links));
        let title = text_element("span", "", self.header.clone());
        let content = [element("p", "header-title", title), links];
        element("header", "header", content)
    }

    fn language_link(&self, language: Language, file: &str) -> Html {
        let (short, rest) = match language {
            Language::Nl => ("NL", " – Nederlands"),
            Language::En => ("EN", " – English"),
        };
        let label = [text(short), text_element("span", "visually-hidden", rest)];
        let label = element_with("span", &["translate"], ["no"], fragment(label));
        let current = match language == self.language {
            true => "page",
            false => "",
        };
        let tag = language.tag();
        let names = &["class", "href", "lang", "hreflang", "aria-current"];
        element_with("a", names, ["language", file, tag, tag, current], label)
    }
}
