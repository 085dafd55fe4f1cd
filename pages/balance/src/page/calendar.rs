//! Counting the hours of coaching in a calendar, which is read here and goes nowhere.

use super::{BalanceMsg, weeks, words};
use crate::balance::{Entry, Hours, Span};
use crate::texts::{Texts, fault, texts};
use calendar_hours::{MAX_BYTES, Words};
use gloo::file::callbacks::{FileReader, read_as_bytes};
use i18n::long_date;
use model::{Day, Language};
use ui::{
    Choice, TextFieldProps, TextKind, choice, choices, disclosure, element, element_with,
    error_notice, field_id, fragment, list, nodes, text, text_element, text_field, when,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The most characters of the words.
const MAX_WORDS: usize = 400;

/// Reads a file; one byte more than is read tells that there is too much.
pub(super) fn start_reading(file: web_sys::File, read: Callback<Vec<u8>>) -> FileReader {
    let file = gloo::file::File::from(file);
    let start = file.slice(0, MAX_BYTES as u64 + 1);
    // What the browser cannot read is no calendar.
    read_as_bytes(&start, move |bytes| read.emit(bytes.unwrap_or_default()))
}

pub(super) fn calendar(
    language: Language,
    entry: &Entry,
    today: Option<Day>,
    send: &Callback<BalanceMsg>,
) -> Html {
    let t = texts(language);
    let how = t.counted_how.iter();
    let how = how.map(|line| text_element("li", "", *line));
    let content = [
        text_element("p", "", t.calendar_lead),
        file_field(t, send),
        refused(language, entry),
        words_field(t, entry, words(entry, language), send),
        span(t, entry, send),
        when(entry.span == Span::One, || day_field(t, entry, send)),
        found(language, entry, today),
        disclosure(t.counted, list("limits", nodes(how))),
    ];
    element("div", "balance-fields", content)
}

/// A native file field that looks like a button, as everywhere.
fn file_field(t: &Texts, send: &Callback<BalanceMsg>) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let file = field.files().and_then(|files| files.get(0));
        // The same file is chosen once more when it has been changed.
        field.set_value("");
        if let Some(file) = file {
            send.emit(BalanceMsg::Reading(file));
        }
    });
    let id = field_id("calendar-file");
    let field = html! {
        <input id={id.clone()} type="file" accept="text/calendar,.ics" {onchange} />
    };
    let names = &["class", "data-part", "for"];
    let label = element_with(
        "label",
        names,
        ["button", "button", &id],
        text(t.calendar_file),
    );
    element("div", "file-button", [field, label])
}

fn refused(language: Language, entry: &Entry) -> Html {
    let Some(why) = entry.fault else {
        return Html::default();
    };
    let t = texts(language);
    let content = [
        text_element("p", "", fault(why, language)),
        text_element("p", "", t.refused_nothing_lost),
    ];
    error_notice(t.refused, content)
}

fn words_field(t: &Texts, entry: &Entry, value: &str, send: &Callback<BalanceMsg>) -> Html {
    text_field(TextFieldProps {
        id: "words".into(),
        kind: TextKind::Line,
        label: t.words.into(),
        // What has been typed is the field's own.
        value: match &entry.words {
            Some(typed) => typed.clone().into(),
            None => value.to_owned().into(),
        },
        max: MAX_WORDS,
        readonly: false,
        hint: Some(t.words_hint.into()),
        on_input: send.reform(BalanceMsg::Words),
        on_leave: Callback::noop(),
    })
}

fn span(t: &Texts, entry: &Entry, send: &Callback<BalanceMsg>) -> Html {
    let spans = [("four", Span::LastFour), ("one", Span::One)];
    let spans = spans.into_iter().zip(t.spans);
    let spans = spans.map(|((id, span), label)| {
        choice(Choice {
            kind: "radio",
            id: ["span-", id].concat(),
            name: Some("span".to_owned()),
            label: label.into(),
            checked: entry.span == span,
            disabled: false,
            on_change: send.reform(move |_: Event| BalanceMsg::Span(span)),
        })
    });
    choices(t.span, nodes(spans))
}

fn day_field(t: &Texts, entry: &Entry, send: &Callback<BalanceMsg>) -> Html {
    text_field(TextFieldProps {
        id: "day".into(),
        kind: TextKind::Date,
        label: t.day.into(),
        value: entry.day.clone().into(),
        max: 10,
        readonly: false,
        hint: None,
        on_input: send.reform(BalanceMsg::Day),
        on_leave: Callback::noop(),
    })
}

/// What was found, or why nothing could be, read out when it changes.
fn found(language: Language, entry: &Entry, today: Option<Day>) -> Html {
    let t = texts(language);
    let line = |said: String| text_element("p", "", said);
    let said = if !entry.is_open {
        Html::default()
    } else if Words::parse(words(entry, language)).is_empty() {
        text_element("p", "", t.no_words)
    } else if let Some(found) = entry.found {
        let days = weeks(entry, today).and_then(|weeks| weeks.days());
        let days = days.map(|days| days.map(|day| long_date(&day.to_string(), language)));
        let days = days.map(|[first, last]| line((t.weeks)(&first, &last)));
        let hours = Hours::hundredths(found.hundredths_a_week());
        let hours = (t.hours)(&hours.text(language), hours.is_one());
        let counted = match found.held {
            0 => text_element("p", "", t.none_found),
            held => line((t.found)(held, &hours, found.weeks > 1)),
        };
        fragment([
            days.unwrap_or_default(),
            counted,
            when(found.unexpanded > 0, || {
                line((t.unexpanded)(found.unexpanded))
            }),
            when(found.unreadable > 0, || {
                line((t.unreadable)(found.unreadable))
            }),
        ])
    } else {
        text_element("p", "", t.no_day)
    };
    let names = &["class", "role", "data-section"];
    element_with("div", names, ["balance-found", "status", "found"], said)
}
