//! The last agreements, first: how they went and what was learned.

use super::super::ResultProps;
use super::super::fields::Fields;
use super::card::entry;
use super::edit;
use model::{AgreementEdit, Outcome};
use records::AgreementRecord;
use std::rc::Rc;
use ui::{disclosure, list, named_section, nodes, text_element};
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
    let lead = t.look_back_lead(&agreed.date);
    let fold = disclosure(lead, list("agreements", nodes(cards)));
    named_section("look-back", t.look_back, fold)
}

fn card(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let view = fields.view;
    let t = &view.messages().work;
    let agreement = &record.agreement;
    let id = |name: &str| ["back-", &n.to_string(), "-", name].concat();
    let chosen = OUTCOMES
        .iter()
        .position(|one| Some(*one) == agreement.outcome);
    let outcome = edit(&record.id, |at: usize| {
        AgreementEdit::Outcome(Some(OUTCOMES[at]))
    });
    let learned = edit(&record.id, AgreementEdit::Learned);
    let outcomes = t.outcomes.map(AttrValue::Static);
    let content = [
        text_element("p", "agreement-text", agreement.text.clone()),
        fields.choice(
            &id("outcome"),
            t.outcome,
            &outcomes,
            chosen,
            &fields.on_edit(outcome),
        ),
        fields.area(id("learned"), t.learned, &agreement.learned, learned),
    ];
    entry(fields, "agreed", record, content)
}
