//! The document: everything that the guide says, in one language, with no script.

use crate::guide::{CustomerSentence, Guide, HrCard, Recommendation, TrainingCard};
use guidance_pages::page::{TALK_PAGE, balance_address, link, links, team_address};
use guidance_pages::texts::texts as guidance_texts;
use interface_texts::messages;
use model::{Instrument, Language, Text};
use report::{certainty_words, source_line};
use static_page::StaticPage;
use ui::{
    definition, element, element_with, fragment, heading, list, node_vec, nodes, text, text_element,
};
use yew::prelude::*;

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
    let page = StaticPage {
        language,
        title: said.of(&guide.title),
        header: said.of(scan.title()),
        style_sheet: "manager.css",
        class: "screen manager",
        content: said.content(),
        file_names: Language::ALL.map(file_name),
    };
    page.document()
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

    fn content(&self) -> Html {
        let guide = self.guide;
        let head = [
            heading(self.of(&guide.title), false),
            self.paragraph("lead", &guide.lead),
        ];
        let steps = guide.recommendations.iter();
        let steps = steps.map(|one| self.recommendation(one));
        fragment([
            element("div", "stack", head),
            element("ol", "manager-steps", nodes(steps)),
            self.training_card(&guide.training_card),
            self.hr_card(&guide.hr_card),
            self.customer_sentences(),
            self.guidance(),
            self.paragraph("manager-limits", &guide.limits),
        ])
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

    /// Leads to the page for the talk, to that of a team, to the time balance, and to the documents.
    fn guidance(&self) -> Html {
        let t = guidance_texts(self.language);
        let mut items = vec![
            link(TALK_PAGE, t.hold_the_talk),
            link(&team_address(self.language), t.team),
            link(&balance_address(self.language), t.time_balance),
        ];
        items.extend(links(self.language, None));
        let content = [
            text_element("h2", "", t.documents),
            list("manager-links", fragment(items)),
        ];
        element("section", "section manager-card manager-on", content)
    }
}
