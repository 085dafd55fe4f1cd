//! What rep and manager agree: one learning goal and one performance goal each.

mod card;
mod example;
mod look_back;
mod talk;
mod update;

use super::fields::{Fields, MakeEdit, to_add};
use super::head::to_talk;
use super::{Edit, ResultMsg, ResultProps};
use card::{card, in_words};
use model::{AgreementEdit, Goal, Instrument, MAX_AGREEMENTS, Owner};
use records::AgreementRecord;
use report::work_words::kind;
use std::rc::Rc;
use talk::{conversation, follow_up, questions};
use ui::{
    ViewContext, button, element, element_with, fragment, list, named_section, nodes, text,
    text_element, when,
};
use yew::prelude::*;

pub use look_back::Agreed;
pub(super) use look_back::look_back;
pub(super) use talk::questions_title;

/// Whose goals can be agreed, and of which kind: one of each for both people, and on a questionnaire
/// by sales managers for them alone.
pub(super) fn goals(instrument: &Instrument) -> &'static [(Owner, Goal)] {
    const BOTH: [(Owner, Goal); 4] = [
        (Owner::Rep, Goal::Learning),
        (Owner::Rep, Goal::Performance),
        (Owner::Manager, Goal::Learning),
        (Owner::Manager, Goal::Performance),
    ];
    match instrument.is_by_managers() {
        true => &BOTH[..2],
        false => &BOTH,
    }
}

/// The questions and the conversation that agreements come from, the agreements, and the weeks after.
pub(super) fn agreements(props: &ResultProps, fields: &Fields) -> Html {
    fragment([
        questions(props),
        conversation(&props.view),
        to_talk(props),
        made(
            fields,
            &props.joined.agreements,
            props.report.in_brief.lever,
        ),
        follow_up(props),
        manager_link(&props.view),
    ])
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

/// The agreements, and the goals that can still be added; `lever` is the scale whose examples
/// are offered first.
fn made(fields: &Fields, records: &[AgreementRecord], lever: Option<usize>) -> Html {
    if !fields.editable && records.is_empty() {
        return Html::default();
    }
    let t = &fields.view.messages().work;
    let cards = records
        .iter()
        .enumerate()
        .map(|(n, one)| match fields.editable {
            true => card(fields, n, one),
            false => in_words(fields, one),
        });
    let instrument = &fields.view.instrument;
    let add = goals(instrument).iter().map(|&(owner, goal)| {
        let example = lever;
        let message = ResultMsg::AddAgreement {
            owner,
            goal,
            example,
        };
        button(
            "button",
            kind(t, instrument, owner, goal),
            fields.on_click(message),
        )
    });
    let can_add = fields.editable && records.len() < MAX_AGREEMENTS;
    let content = [
        when(fields.editable, || text_element("p", "", t.agreements_lead)),
        when(!records.is_empty(), || list("agreements", nodes(cards))),
        when(can_add, || {
            to_add("add-agreement", t.add_agreement, nodes(add))
        }),
    ];
    named_section("agreements", t.agreements, fragment(content))
}

/// The edit of one field of the agreement with this id.
fn edit<T: 'static>(id: &str, make: impl Fn(T) -> AgreementEdit + 'static) -> MakeEdit<T> {
    let id = AttrValue::from(id.to_owned());
    Rc::new(move |value| Edit::Agreement(id.clone(), make(value)))
}
