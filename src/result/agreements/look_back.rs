//! The last agreements, first: how they went and what was learned.

use super::super::ResultProps;
use super::super::fields::{Fields, work_card};
use super::edit;
use i18n::long_date;
use model::{AgreementEdit, Day, Outcome};
use records::AgreementRecord;
use report::work_words::kind;
use std::rc::Rc;
use ui::{definition, element, fragment, list, named_section, nodes, text_element, when};
use yew::prelude::*;

const OUTCOMES: [Outcome; 3] = [Outcome::Kept, Outcome::Partly, Outcome::NotYet];

/// The agreements of an earlier day.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The day of the result on which they were made, for the reader.
    pub date: AttrValue,
    /// The agreements.
    pub agreements: Rc<Vec<AgreementRecord>>,
}

pub(in super::super) fn look_back(props: &ResultProps, fields: &Fields) -> Html {
    let Some(agreed) = &props.agreed else {
        return Html::default();
    };
    let t = &props.view.messages().work;
    let cards = agreed
        .agreements
        .iter()
        .enumerate()
        .map(|(n, one)| card(fields, n, one));
    let content = [
        text_element("p", "", t.look_back_lead(&agreed.date)),
        list("work-cards", nodes(cards)),
    ];
    named_section("look-back", t.look_back, fragment(content))
}

/// A line of what was agreed, where there is something to say.
fn said(name: &'static str, text: String) -> Html {
    when(!text.is_empty(), || definition("", name, text))
}

fn card(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let view = fields.view;
    let t = &view.messages().work;
    let agreement = &record.agreement;
    let id = |name: &str| ["back-", &n.to_string(), "-", name].concat();
    let day_of = |day: Option<Day>| {
        day.map_or_else(String::new, |day| {
            long_date(&day.to_string(), view.language)
        })
    };
    let chosen = OUTCOMES
        .iter()
        .position(|one| Some(*one) == agreement.outcome);
    let outcome = edit(&record.id, |at: usize| {
        AgreementEdit::Outcome(Some(OUTCOMES[at]))
    });
    let learned = edit(&record.id, AgreementEdit::Learned);
    let interim = agreement.interim.iter().map(|one| {
        let day = day_of(one.date);
        let separator = if day.is_empty() { "" } else { ": " };
        said(t.interim, [&day, separator, &one.text].concat())
    });
    let lines = [
        said(t.indicator, agreement.indicator.clone()),
        nodes(interim),
        said(t.due, day_of(agreement.due)),
    ];
    let outcomes = t.outcomes.map(AttrValue::Static);
    let content = [
        text_element("p", "", agreement.text.clone()),
        element("dl", "agreed", lines),
        fields.choice(
            &id("outcome"),
            t.outcome,
            &outcomes,
            chosen,
            &fields.on_edit(outcome),
        ),
        fields.area(id("learned"), t.learned, &agreement.learned, learned),
    ];
    work_card(
        "agreed",
        &record.id,
        kind(t, agreement.owner, agreement.goal),
        content,
    )
}
