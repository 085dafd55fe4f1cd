//! What rep and manager agree: one learning goal and one performance goal each.

mod look_back;
mod update;

use super::fields::{Fields, MakeEdit, to_add, work_card};
use super::{Edit, ResultMsg};
use model::{AgreementEdit, Goal, MAX_AGREEMENTS, MAX_INTERIM, Owner};
use model::{Scale, Text};
use records::AgreementRecord;
use report::work_words::kind;
use std::rc::Rc;
use ui::{
    ViewContext, button, choices, element, element_with, fragment, keyed, list, named_section,
    nodes, text, text_element, when,
};
use yew::prelude::*;

pub use look_back::Agreed;
pub(super) use look_back::look_back;

const SLOTS: [(Owner, Goal); 4] = [
    (Owner::Rep, Goal::Learning),
    (Owner::Rep, Goal::Performance),
    (Owner::Manager, Goal::Learning),
    (Owner::Manager, Goal::Performance),
];

/// The agreements, and the goals that can still be added; `lever` is the scale whose examples
/// are offered first.
pub(super) fn agreements(
    fields: &Fields,
    records: &[AgreementRecord],
    lever: Option<usize>,
) -> Html {
    if !fields.editable && records.is_empty() {
        return Html::default();
    }
    let t = &fields.view.messages().work;
    let cards = records
        .iter()
        .enumerate()
        .map(|(n, one)| card(fields, n, one));
    let add = SLOTS.into_iter().map(|(owner, goal)| {
        let example = lever
            .and_then(|scale| example_of(&fields.view.instrument.scales()[scale], owner, goal))
            .map(|example| fields.view.text(example));
        let text = example.unwrap_or_default();
        let message = ResultMsg::AddAgreement { owner, goal, text };
        button("button", kind(t, owner, goal), fields.on_click(message))
    });
    let can_add = fields.editable && records.len() < MAX_AGREEMENTS;
    let content = [
        text_element("p", "", t.agreements_lead),
        when(!records.is_empty(), || list("work-cards", nodes(cards))),
        when(can_add, || {
            to_add("add-agreement", t.add_agreement, nodes(add))
        }),
        manager_link(fields.view),
    ];
    named_section("agreements", t.agreements, fragment(content))
}

/// Leads to the page on what a sales manager can do, which rests on the same sources: a questionnaire
/// without any has nothing to do with it. In a tab of its own, since nothing typed here may be lost.
fn manager_link(view: &ViewContext) -> Html {
    when(!view.instrument.parts().sources.is_empty(), || {
        let address = ["manager-", view.language.tag(), ".html"].concat();
        let names = &["href", "target", "rel"];
        let label = text(view.messages().result.manager_link);
        let link = element_with("a", names, [&address, "_blank", "noopener"], label);
        element("p", "", link)
    })
}

fn example_of(scale: &Scale, owner: Owner, goal: Goal) -> Option<&Text> {
    let goals = match owner {
        Owner::Rep => Some(&scale.goals),
        Owner::Manager => scale.manager_goals.as_ref(),
    };
    goals.map(|goals| match goal {
        Goal::Learning => &goals.learning.agreed,
        Goal::Performance => &goals.performance.agreed,
    })
}

/// The edit of one field of the agreement with this id.
fn edit<T: 'static>(id: &str, make: impl Fn(T) -> AgreementEdit + 'static) -> MakeEdit<T> {
    let id = AttrValue::from(id.to_owned());
    Rc::new(move |value| Edit::Agreement(id.clone(), make(value)))
}

fn confirm(id: &str, by: Owner) -> MakeEdit<bool> {
    edit(id, move |confirmed| AgreementEdit::Confirm {
        by,
        confirmed,
    })
}

fn card(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().work;
    let agreement = &record.agreement;
    let id = |name: &str| ["agreement-", &n.to_string(), "-", name].concat();
    let key = AttrValue::from(record.id.clone());
    let edit = |make: fn(String) -> AgreementEdit| edit(&record.id, make);
    let by_rep = fields.on_edit(confirm(&record.id, Owner::Rep));
    let by_manager = fields.on_edit(confirm(&record.id, Owner::Manager));
    let due = self::edit(&record.id, AgreementEdit::Due);
    let confirmations = [
        fields.check(id("rep"), t.by_rep, agreement.rep_confirmed, &by_rep),
        fields.check(
            id("manager"),
            t.by_manager,
            agreement.manager_confirmed,
            &by_manager,
        ),
    ];
    let content = [
        examples(fields, n, record),
        fields.area(
            id("text"),
            t.agreed,
            &agreement.text,
            edit(AgreementEdit::Text),
        ),
        fields.area(
            id("indicator"),
            t.indicator,
            &agreement.indicator,
            edit(AgreementEdit::Indicator),
        ),
        fields.area(id("why"), t.why, &agreement.why, edit(AgreementEdit::Why)),
        fields.area(
            id("first"),
            t.first_step,
            &agreement.first_step,
            edit(AgreementEdit::FirstStep),
        ),
        fields.day(id("due"), t.due, agreement.due, due),
        interim(fields, n, record),
        choices(t.confirmed, fragment(confirmations)),
        fields.remove(ResultMsg::RemoveAgreement(key)),
    ];
    work_card(
        "agreement",
        &record.id,
        kind(t, agreement.owner, agreement.goal),
        content,
    )
}

/// Examples to begin with, as long as nothing of one's own would be lost.
fn examples(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let view = fields.view;
    let t = &view.messages().work;
    let agreement = &record.agreement;
    let offered = view.instrument.scales().iter().filter_map(|scale| {
        let example = example_of(scale, agreement.owner, agreement.goal)?;
        Some((view.text(&scale.name), view.text(example)))
    });
    let (names, texts): (Vec<AttrValue>, Vec<AttrValue>) = offered.unzip();
    let chosen = texts.iter().position(|text| *text == agreement.text);
    let untouched = agreement.text.is_empty() || chosen.is_some();
    if !fields.editable || names.is_empty() || !untouched {
        return Html::default();
    }
    let take = move |at: usize| AgreementEdit::Text(texts[at].to_string());
    let on = fields.on_edit(edit(&record.id, take));
    let id = ["agreement-", &n.to_string(), "-example"].concat();
    fields.choice(&id, t.example, &names, chosen, &on)
}

fn interim(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().work;
    let interim = &record.agreement.interim;
    let rows = interim.iter().enumerate().map(|(at, one)| {
        let id = |name: &str| {
            [
                "agreement-",
                &n.to_string(),
                "-",
                name,
                "-",
                &at.to_string(),
            ]
            .concat()
        };
        let date = edit(&record.id, move |date| AgreementEdit::InterimDate {
            n: at,
            date,
        });
        let text = edit(&record.id, move |text| AgreementEdit::InterimText {
            n: at,
            text,
        });
        let row = [
            fields.day(id("date"), t.interim_date, one.date, date),
            fields.line(id("result"), t.interim_text, &one.text, text),
        ];
        keyed(&at.to_string(), element("div", "interim", row))
    });
    let can_add = fields.editable && interim.len() < MAX_INTERIM;
    let add = || {
        let add = Edit::Agreement(record.id.clone().into(), AgreementEdit::AddInterim);
        button(
            "button-link",
            t.add_interim,
            fields.on_click(ResultMsg::Edit(add)),
        )
    };
    fragment([nodes(rows), when(can_add, add)])
}
