//! One agreement: with its fields, in words, or looked back on.

use super::{AgreementsMsg, is_empty, send};
use crate::shell::{Msg, Shell};
use model::{AgreementEdit, Day, Goal, MAX_TEXT, Outcome, Owner};
use records::AgreementRecord;
use report::work_words;
use ui::{
    Choice, TextFieldProps, TextKind, button, choice, choices, definition, element, element_with,
    fragment, keyed, nodes, text_element, text_field, untranslated_element, when,
};
use yew::prelude::*;

const OUTCOMES: [Outcome; 3] = [Outcome::Kept, Outcome::Partly, Outcome::NotYet];

/// An agreement with its fields.
pub(super) fn card(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let both = agreement.rep_confirmed && agreement.manager_confirmed;
    let agreed = &shell.texts().agreed;
    let said = match both {
        true => agreed.both_confirmed,
        false => agreed.not_confirmed,
    };
    let filled = !is_empty(agreement);
    let content = [
        text_element("h3", "kind", kind(shell, record)),
        field(
            shell,
            record,
            "text",
            TextKind::Lines,
            t.agreed,
            &agreement.text,
            AgreementEdit::Text,
        ),
        when(filled || record.asked, || {
            day_field(shell, record, "due", t.due, agreement.due)
        }),
        when(filled && !record.asked, || details(shell, record)),
        when(filled, || confirmations(shell, record)),
        when(filled, || text_element("p", "muted small", said)),
        when(agreement.goal == Goal::Learning, || {
            text_element("p", "muted small", t.hr)
        }),
        when(filled || record.asked, || {
            let remove = AgreementsMsg::Remove(record.id.clone().into());
            button("button-link", t.remove, send(shell, remove))
        }),
    ];
    let names = &["class", "data-entry", "data-owner"];
    let owner = match agreement.owner {
        Owner::Rep => "rep",
        Owner::Manager => "manager",
    };
    let values = ["agreement work", "agreement", owner];
    keyed(
        &record.id,
        element_with("li", names, values, fragment(content)),
    )
}

/// What is said of an agreement once there is one.
fn details(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let lines = |name: &str, label, value: &str, edit| {
        field(shell, record, name, TextKind::Lines, label, value, edit)
    };
    fragment([
        lines(
            "indicator",
            t.indicator,
            &agreement.indicator,
            AgreementEdit::Indicator,
        ),
        lines(
            "first",
            t.first_step,
            &agreement.first_step,
            AgreementEdit::FirstStep,
        ),
    ])
}

/// A field of an agreement.
#[allow(clippy::too_many_arguments, reason = "what a field is, and of what")]
fn field(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    kind: TextKind,
    label: &'static str,
    value: &str,
    edit: fn(String) -> AgreementEdit,
) -> Html {
    let id = AttrValue::from(record.id.clone());
    text_field(TextFieldProps {
        id: [&*record.id, "-", name].concat().into(),
        kind,
        label: label.into(),
        value: value.to_owned().into(),
        max: MAX_TEXT,
        readonly: false,
        hint: None,
        on_input: shell
            .send
            .reform(move |text| Msg::Agreements(AgreementsMsg::Edit(id.clone(), edit(text)))),
        on_leave: shell
            .send
            .reform(|()| Msg::Agreements(AgreementsMsg::Leave)),
    })
}

fn day_field(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    label: &'static str,
    value: Option<Day>,
) -> Html {
    let value = value.map(String::from).unwrap_or_default();
    let edit = |text: String| AgreementEdit::Due(Day::parse(&text));
    field(shell, record, name, TextKind::Date, label, &value, edit)
}

fn confirmations(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let by = [
        ("rep", t.by_rep, Owner::Rep, agreement.rep_confirmed),
        (
            "manager",
            t.by_manager,
            Owner::Manager,
            agreement.manager_confirmed,
        ),
    ];
    let rows = by.map(|(name, label, by, confirmed)| {
        let edit = AgreementEdit::Confirm {
            by,
            confirmed: !confirmed,
        };
        check(shell, record, name, label, confirmed, edit)
    });
    choices(t.confirmed, fragment(rows))
}

fn check(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    label: &'static str,
    checked: bool,
    edit: AgreementEdit,
) -> Html {
    let message = AgreementsMsg::Choose(record.id.clone().into(), edit);
    choice(Choice {
        kind: "checkbox",
        id: [&*record.id, "-", name].concat(),
        name: None,
        label: label.into(),
        checked,
        disabled: false,
        on_change: shell.send.reform(move |_| Msg::Agreements(message.clone())),
    })
}

/// One of the last agreements: what was agreed, and how it went where that is not covered.
pub(super) fn looked_back(shell: &Shell, record: &AgreementRecord, covered: bool) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let fields = || {
        let rows = OUTCOMES.into_iter().enumerate().map(|(n, outcome)| {
            let edit = AgreementEdit::Outcome(Some(outcome));
            let message = AgreementsMsg::Choose(record.id.clone().into(), edit);
            choice(Choice {
                kind: "radio",
                id: [&*record.id, "-outcome-", &n.to_string()].concat(),
                name: Some([&*record.id, "-outcome"].concat()),
                label: t.outcomes[n].into(),
                checked: agreement.outcome == Some(outcome),
                disabled: false,
                on_change: shell.send.reform(move |_| Msg::Agreements(message.clone())),
            })
        });
        fragment([
            choices(t.outcome, nodes(rows)),
            field(
                shell,
                record,
                "learned",
                TextKind::Lines,
                t.learned,
                &agreement.learned,
                AgreementEdit::Learned,
            ),
        ])
    };
    let due = work_words::day(agreement.due, shell.library.language);
    let content = [
        text_element("p", "agreement-text", agreement.text.clone()),
        untranslated_element("p", "muted small", due),
        when(!covered, fields),
    ];
    let names = &["class", "data-entry"];
    let values = ["agreement work", "looked-back"];
    keyed(
        &record.id,
        element_with("li", names, values, fragment(content)),
    )
}

/// An agreement in words.
pub(super) fn in_words(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = shell.messages();
    let one = &record.agreement;
    let kind = kind(shell, record);
    let due = work_words::day(one.due, shell.library.language);
    let details = [
        (t.work.due, due),
        (t.work.indicator, one.indicator.clone()),
        (t.work.first_step, one.first_step.clone()),
        (
            t.work.confirmed,
            work_words::confirmed(&t.work, shell.scan(), one),
        ),
    ];
    let details = details.into_iter().filter(|(_, said)| !said.is_empty());
    let details = details.map(|(name, said)| definition("", name, said));
    let content = [
        text_element("h3", "kind", kind),
        text_element("p", "agreement-text", one.text.clone()),
        element("dl", "agreed", nodes(details)),
    ];
    keyed(&record.id, element("li", "agreement", content))
}

fn kind(shell: &Shell, record: &AgreementRecord) -> &'static str {
    match record.asked {
        true => shell.texts().agreed.asked,
        false => {
            let agreement = &record.agreement;
            work_words::kind_between_two(&shell.messages().work, agreement.owner, agreement.goal)
        }
    }
}
