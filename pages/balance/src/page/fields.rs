//! The fields for hours, and the question where those of coaching come from.

use super::BalanceMsg;
use crate::balance::{COACHING_KINDS, Entry, KINDS, MAX_WEEK, Source};
use crate::texts::Texts;
use ui::{
    Choice, NumberField, choice, choices, element, element_with, field_id, fragment, keyed, nodes,
    number_field, on_click, text, when,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The most characters of hours, which are more than any needs.
const MAX_TYPED: &str = "12";

pub(super) fn week_field(t: &Texts, entry: &Entry, send: &Callback<BalanceMsg>) -> Html {
    number_field(NumberField {
        id: "week".to_owned(),
        label: t.week_hours.into(),
        steps: t.week_steps.map(str::to_owned),
        value: entry.week.clone().into(),
        max: MAX_WEEK,
        fault: entry.week().is_err().then(|| t.week_fault.to_owned()),
        on_input: send.reform(BalanceMsg::Week),
        on_steps: [false, true].map(|more| on_click(send, BalanceMsg::WeekStep(more))),
    })
}

pub(super) fn source(t: &Texts, entry: &Entry, send: &Callback<BalanceMsg>) -> Html {
    let ways = [("typed", Source::Typed), ("calendar", Source::Calendar)];
    let ways = ways.into_iter().zip(t.sources);
    let ways = ways.map(|((id, source), label)| {
        choice(Choice {
            kind: "radio",
            id: ["source-", id].concat(),
            name: Some("source".to_owned()),
            label: label.into(),
            checked: entry.source == source,
            disabled: false,
            on_change: send.reform(move |_: Event| BalanceMsg::Source(source)),
        })
    });
    choices(t.source, nodes(ways))
}

/// The fields of coaching, or those of everything else, under how they are filled in.
pub(super) fn hours_fields(
    t: &Texts,
    entry: &Entry,
    of_coaching: bool,
    send: &Callback<BalanceMsg>,
) -> Html {
    let (kinds, name, lead) = match of_coaching {
        true => (0..COACHING_KINDS, "coaching-hint", t.hours_hint),
        false => (COACHING_KINDS..KINDS, "other-hint", t.other_hint),
    };
    let hint = field_id(name);
    let fields = kinds.map(|kind| hours_field(t, entry, kind, &hint, send));
    let names = &["id", "class"];
    let lead = element_with("p", names, [&*hint, "muted small"], text(lead));
    element("div", "balance-fields", [lead, nodes(fields)])
}

/// A field for hours, of which there may be none and parts of one: so no [`number_field`].
fn hours_field(
    t: &Texts,
    entry: &Entry,
    kind: usize,
    hint: &str,
    send: &Callback<BalanceMsg>,
) -> Html {
    let name = ["hours-", &kind.to_string()].concat();
    let id = field_id(&name);
    let is_fault = entry.hours(kind).is_err();
    let oninput = send.reform(move |event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        BalanceMsg::Hours(kind, field.value())
    });
    let fault = [&id, "-fault"].concat();
    let described = if is_fault { &*fault } else { hint };
    let field = html! {
        <input
            id={id.clone()}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            maxlength={MAX_TYPED}
            aria-describedby={described.to_owned()}
            aria-invalid={is_fault.then_some("true")}
            value={entry.hours[kind].clone()}
            {oninput}
        />
    };
    let fault = when(is_fault, || {
        element_with(
            "p",
            &["id", "class"],
            [&*fault, "small"],
            text(t.hours_fault),
        )
    });
    let label = element_with("label", &["for"], [&id], text(t.kinds[kind]));
    let content = fragment([label, field, fault]);
    keyed(&name, element("div", "field balance-field", content))
}
