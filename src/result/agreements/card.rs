//! One agreement: what matters most first, and the rest in a fold; or all of it in words, where it
//! cannot be changed.

use super::super::fields::{Fields, MakeEdit};
use super::super::{Edit, ResultMsg};
use super::edit;
use super::example::{example_of, is_empty, taken_from};
use model::{Agreement, AgreementEdit, Goal, GoalOrigin, MAX_INTERIM, Owner};
use records::AgreementRecord;
use report::work_words::{both, confirmed, day, details, kind};
use ui::{
    Content, actions, button, choices, definition, disclosure, disclosure_under, element,
    element_with, fragment, keyed, nodes, text_element, when,
};
use yew::prelude::*;

const ORIGINS: [GoalOrigin; 4] = [
    GoalOrigin::Scan,
    GoalOrigin::Feedback,
    GoalOrigin::Assessment,
    GoalOrigin::Customer,
];

/// An entry under whose goal of which kind it is; `name` is for tests and styles.
pub(super) fn entry(
    fields: &Fields,
    name: &'static str,
    record: &AgreementRecord,
    content: impl Content,
) -> Html {
    let t = &fields.view.messages().work;
    let (owner, goal) = (record.agreement.owner, record.agreement.goal);
    let kind = kind(t, &fields.view.instrument, owner, goal);
    let content = fragment([text_element("h3", "kind", kind), content.into_html()]);
    let names = &["class", "data-entry"];
    keyed(
        &record.id,
        element_with("li", names, ["agreement", name], content),
    )
}

/// An agreement with its fields.
pub(super) fn card(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().work;
    let agreement = &record.agreement;
    let id = |name: &str| ["agreement-", &n.to_string(), "-", name].concat();
    let edit = |make: fn(String) -> AgreementEdit| edit(&record.id, make);
    let due = super::edit(&record.id, AgreementEdit::Due);
    let area = |name, label, value, make| fields.area(id(name), label, value, edit(make));
    let main = [
        area("text", t.agreed, &agreement.text, AgreementEdit::Text),
        fields.day(id("due"), t.due, agreement.due, due),
        area(
            "indicator",
            t.indicator,
            &agreement.indicator,
            AgreementEdit::Indicator,
        ),
        area(
            "first",
            t.first_step,
            &agreement.first_step,
            AgreementEdit::FirstStep,
        ),
        plan(fields, n, record),
    ];
    let content = [
        examples(fields, n, record),
        element("div", "agreement-main", main),
        when(agreement.goal == Goal::Learning, || {
            text_element("p", "muted small", t.hr)
        }),
        rest(fields, n, record),
        fields.remove(ResultMsg::RemoveAgreement(record.id.clone().into())),
    ];
    entry(fields, "agreement", record, content)
}

/// A plan for one situation.
fn plan(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().agreement;
    let plan = &record.agreement.if_then;
    let id = |name: &str| ["agreement-", &n.to_string(), "-", name].concat();
    let situation = edit(&record.id, AgreementEdit::Situation);
    let response = edit(&record.id, AgreementEdit::Response);
    let content = [
        text_element("p", "plan-lead", t.if_then_lead),
        fields.area(id("situation"), t.situation, &plan.situation, situation),
        fields.area(id("response"), t.response, &plan.response, response),
    ];
    let names = &["class", "role", "aria-label"];
    element_with(
        "div",
        names,
        ["plan", "group", t.if_then],
        fragment(content),
    )
}

/// What can be added, in a fold that says what of it is filled in.
fn rest(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().work;
    let more = &fields.view.messages().agreement;
    let agreement = &record.agreement;
    let id = |name: &str| ["agreement-", &n.to_string(), "-", name].concat();
    let edit = |make: fn(String) -> AgreementEdit| edit(&record.id, make);
    let area = |name, label, value, make| fields.area(id(name), label, value, edit(make));
    let by = |name, label, who, confirmed| {
        let on = fields.on_edit(confirm(&record.id, who));
        fields.check(id(name), label, confirmed, &on)
    };
    let [taker, other] = both(t, &fields.view.instrument);
    let confirmations = [
        by("rep", taker, Owner::Rep, agreement.rep_confirmed),
        by(
            "manager",
            other,
            Owner::Manager,
            agreement.manager_confirmed,
        ),
    ];
    let content = [
        area("why", t.why, &agreement.why, AgreementEdit::Why),
        area(
            "helper",
            more.helper,
            &agreement.helper,
            AgreementEdit::Helper,
        ),
        area(
            "obstacle",
            more.obstacle,
            &agreement.obstacle,
            AgreementEdit::Obstacle,
        ),
        comes_from(fields, n, record),
        interim(fields, n, record),
        choices(t.confirmed, fragment(confirmations)),
    ];
    let filled = filled(fields, agreement);
    let summary = [
        text_element("span", "", more.more),
        when(!filled.is_empty(), || {
            let names = more.filled(&filled.join(", "));
            text_element("span", "muted small", names)
        }),
    ];
    disclosure_under(summary, element("div", "work", content))
}

/// What is filled in of what stands in the fold.
fn filled(fields: &Fields, agreement: &Agreement) -> Vec<&'static str> {
    let is_filled = [
        !agreement.why.is_empty(),
        !agreement.helper.is_empty(),
        !agreement.obstacle.is_empty(),
        agreement.origin.is_some(),
        !agreement.interim.is_empty(),
        agreement.rep_confirmed || agreement.manager_confirmed,
    ];
    let names = fields.view.messages().agreement.names;
    let filled = names.into_iter().zip(is_filled).filter(|(_, yes)| *yes);
    filled.map(|(name, _)| name).collect()
}

/// Where a learning goal comes from.
fn comes_from(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let t = &fields.view.messages().work;
    let agreement = &record.agreement;
    if agreement.goal != Goal::Learning {
        return Html::default();
    }
    let chosen = ORIGINS
        .iter()
        .position(|one| Some(*one) == agreement.origin);
    let edit = edit(&record.id, |at: usize| {
        AgreementEdit::Origin(Some(ORIGINS[at]))
    });
    let id = ["agreement-", &n.to_string(), "-origin"].concat();
    let origins = t.origins.map(AttrValue::Static);
    fields.choice(&id, t.origin, &origins, chosen, &fields.on_edit(edit))
}

/// Examples to begin with, as long as nothing of one's own would be lost.
fn examples(fields: &Fields, n: usize, record: &AgreementRecord) -> Html {
    let view = fields.view;
    let agreement = &record.agreement;
    let scales = view.instrument.scales().iter().enumerate();
    let offered: Vec<_> = scales
        .filter_map(|(at, scale)| {
            let example = example_of(scale, agreement.owner, agreement.goal)?;
            Some((at, scale, example))
        })
        .collect();
    let of_all = offered.iter().map(|(_, _, example)| *example);
    let chosen = taken_from(agreement, of_all, view.language);
    if offered.is_empty() || !(is_empty(agreement) || chosen.is_some()) {
        return Html::default();
    }
    let names: Vec<AttrValue> = offered
        .iter()
        .map(|(_, scale, _)| view.text(&scale.short_name))
        .collect();
    let places: Vec<usize> = offered.iter().map(|(at, ..)| *at).collect();
    let id = AttrValue::from(record.id.clone());
    let on = fields.on(move |at: usize| ResultMsg::TakeExample(id.clone(), places[at]));
    let t = &view.messages();
    let name = ["agreement-", &n.to_string(), "-example"].concat();
    let choice = fields.choice(&name, t.parts.by_theme, &names, chosen, &on);
    disclosure(t.work.example, choice)
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
    let add = |label: &'static str, begins_with: &str| {
        let edit = AgreementEdit::AddInterim(begins_with.to_owned());
        let add = Edit::Agreement(record.id.clone().into(), edit);
        button("button-link", label, fields.on_click(ResultMsg::Edit(add)))
    };
    let can_add = interim.len() < MAX_INTERIM;
    let buttons = || actions(fragment([add(t.add_interim, ""), add(t.visit, t.visit)]));
    fragment([nodes(rows), when(can_add, buttons)])
}

fn confirm(id: &str, by: Owner) -> MakeEdit<bool> {
    edit(id, move |confirmed| AgreementEdit::Confirm {
        by,
        confirmed,
    })
}

/// An agreement in words: what is filled in, each with its name.
pub(super) fn in_words(fields: &Fields, record: &AgreementRecord) -> Html {
    let view = fields.view;
    let t = &view.messages().work;
    let one = &record.agreement;
    let first = [
        (t.due, day(one.due, view.language)),
        (t.indicator, one.indicator.clone()),
    ];
    let last = (t.confirmed, confirmed(t, &view.instrument, one));
    let details = details(view.messages(), one, view.language);
    let all = first.into_iter().chain(details).chain([last]);
    let filled = all.filter(|(_, said)| !said.is_empty());
    let content = [
        text_element("p", "agreement-text", one.text.clone()),
        element(
            "dl",
            "agreed",
            nodes(filled.map(|(name, said)| definition("", name, said))),
        ),
    ];
    entry(fields, "agreement", record, content)
}
