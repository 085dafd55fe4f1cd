//! The document: everything that the guide says, in one language, with no script.

use crate::guide::{CustomerSentence, Guide, HrCard, Recommendation, TrainingCard};
use interface_texts::messages;
use model::{Instrument, Language, Text};
use report::{certainty_words, source_line};
use ui::{
    definition, element, element_with, fragment, heading, list, node_vec, nodes, text, text_element,
};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// What the page is allowed: its style sheets and its icon, and nothing that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The name of the document in a language, beside the page.
pub fn file_name(language: Language) -> String {
    format!("manager-{}.html", language.tag())
}

/// The document in a language, with a place for the style sheets whose names only the build knows.
pub fn document(guide: &Guide, scan: &Instrument, language: Language) -> String {
    let said = Said {
        guide,
        scan,
        language,
    };
    // Text is written by the renderer alone, which escapes it; the title is the page's heading.
    let title = rendered(text(said.of(&guide.title)));
    let body = rendered(said.page());
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<!-- styles -->\n\
         <link rel=\"stylesheet\" href=\"manager.css\">\n</head>\n<body>{body}</body>\n</html>\n",
        language.tag()
    )
}

#[derive(Properties, PartialEq)]
struct MarkupProps {
    html: Html,
}

#[component]
fn Markup(props: &MarkupProps) -> Html {
    props.html.clone()
}

fn rendered(html: Html) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime of one thread needs nothing");
    let markup = LocalServerRenderer::<Markup>::with_props(MarkupProps { html });
    let markup = markup.hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, markup.render())
}

/// A guide in a language, with the scan whose sources it names.
struct Said<'a> {
    guide: &'a Guide,
    scan: &'a Instrument,
    language: Language,
}

impl Said<'_> {
    fn of(&self, text: &Text) -> AttrValue {
        AttrValue::from(text.get(self.language).to_owned())
    }

    fn paragraph(&self, class: &'static str, text: &Text) -> Html {
        text_element("p", class, self.of(text))
    }

    fn page(&self) -> Html {
        let guide = self.guide;
        let common = &messages(self.language).common;
        let skip = text(common.skip_link);
        let head = [
            heading(self.of(&guide.title), false),
            self.paragraph("lead", &guide.lead),
        ];
        let steps = guide.recommendations.iter();
        let steps = steps.map(|one| self.recommendation(one));
        let content = fragment([
            element("div", "stack", head),
            element("ol", "manager-steps", nodes(steps)),
            self.training_card(&guide.training_card),
            self.hr_card(&guide.hr_card),
            self.customer_sentences(),
            self.paragraph("manager-limits", &guide.limits),
        ]);
        let main = element_with(
            "main",
            &["id", "class", "tabindex"],
            ["main", "screen manager", "-1"],
            content,
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
        let links = Language::ALL.map(|language| {
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
            let (tag, file) = (language.tag(), file_name(language));
            let names = &["class", "href", "lang", "hreflang", "aria-current"];
            element_with("a", names, ["language", &file, tag, tag, current], label)
        });
        let label = messages(self.language).common.language;
        let names = &["class", "aria-label"];
        let links = element_with("nav", names, ["languages", label], fragment(links));
        let title = text_element("span", "", self.of(self.scan.title()));
        let content = [element("p", "header-title", title), links];
        element("header", "header", content)
    }

    fn recommendation(&self, one: &Recommendation) -> Html {
        let labels = &self.guide.labels;
        let parts = [
            definition("", self.of(&labels.why), self.of(&one.why)),
            definition(
                "manager-question",
                self.of(&labels.ask_yourself),
                self.of(&one.ask_yourself),
            ),
            definition("", self.of(&labels.this_week), self.of(&one.this_week)),
            self.sources(&one.source_ids),
        ];
        let content = [
            text_element("h2", "", self.of(&one.text)),
            element("dl", "manager-parts", parts),
        ];
        element("li", "manager-step", content)
    }

    /// Where it comes from and how sure that is, for each of these sources.
    fn sources(&self, ids: &[String]) -> Html {
        let t = &messages(self.language).sources;
        let notes = self.scan.parts().sources.iter();
        let lines = notes.filter(|note| ids.contains(&note.id)).map(|note| {
            let line = format!(
                "{} · {}",
                source_line(t, note).trim_end_matches('.'),
                certainty_words(t, note.certainty)
            );
            text_element("dd", "", line)
        });
        let mut content = vec![text_element("dt", "", self.of(&self.guide.labels.source))];
        content.extend(node_vec(lines));
        element("div", "manager-sources", content)
    }

    fn card(&self, title: &Text, lead: &Text, content: Html) -> Html {
        let content = [
            text_element("h2", "", self.of(title)),
            self.paragraph("", lead),
            content,
        ];
        element("section", "section manager-card", content)
    }

    fn training_card(&self, card: &TrainingCard) -> Html {
        let rows = card.rows.iter().map(|moment| {
            let cells = [
                element_with("th", &["scope"], ["row"], text(self.of(&moment.when))),
                text_element("td", "", self.of(&moment.ask)),
            ];
            element("tr", "", cells)
        });
        let content = fragment([
            element("table", "manager-table", element("tbody", "", nodes(rows))),
            self.paragraph("muted small", &card.caveat),
            element("dl", "manager-parts", self.sources(&card.source_ids)),
        ]);
        self.card(&card.title, &card.lead, content)
    }

    fn hr_card(&self, card: &HrCard) -> Html {
        let lines = card.lines.iter();
        let lines = lines.map(|line| text_element("li", "", self.of(&line.text)));
        let content = fragment([
            list("manager-lines", nodes(lines)),
            self.paragraph("", &card.foot),
        ]);
        self.card(&card.title, &card.lead, content)
    }

    fn customer_sentences(&self) -> Html {
        let sentences = &self.guide.customer_sentences;
        let content = fragment([
            self.customer_sentence(&sentences.recording),
            self.customer_sentence(&sentences.joint_visit),
            element("dl", "manager-parts", self.sources(&sentences.source_ids)),
        ]);
        self.card(&sentences.title, &sentences.lead, content)
    }

    fn customer_sentence(&self, sentence: &CustomerSentence) -> Html {
        let content = [
            text_element("h3", "", self.of(&sentence.label)),
            element(
                "blockquote",
                "manager-say",
                self.paragraph("", &sentence.say),
            ),
            self.paragraph("small", &sentence.good_for),
        ];
        element("div", "manager-sentence", content)
    }
}
