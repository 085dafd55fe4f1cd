//! What a reminder brings to the first screen: the question of its day, and the agreement.

use super::view::retention;
use super::{StartMsg, StartProps};
use i18n::CheckInTexts;
use records::CheckIn;
use report::work_words::if_then;
use ui::{
    ViewContext, actions, button, definition, element, element_with, error_notice, file_button,
    fragment, nodes, on_click, screen_head, text, text_element, when,
};
use yew::prelude::*;

/// What the link of a reminder held.
#[derive(Clone, Debug, PartialEq)]
pub enum Reminder {
    /// What it is to bring back.
    CheckIn(CheckIn),
    /// Nothing that can be read.
    Unreadable,
}

impl Reminder {
    /// What stands in the fragment of an address; nothing of it is believed yet.
    pub fn read(encoded: &str) -> Self {
        CheckIn::read(encoded).map_or(Self::Unreadable, Self::CheckIn)
    }
}

/// Says that the reminder cannot be read.
pub(super) fn unreadable(t: &CheckInTexts) -> Html {
    error_notice(t.unreadable_title, text_element("p", "", t.unreadable))
}

/// The question of the day, the agreement, and the ways on.
pub(super) fn check_in(props: &StartProps, check_in: &CheckIn) -> Html {
    let view = &props.view;
    let t = &view.messages().check_in;
    let mut moments = view.instrument.parts().follow_up.iter();
    let (title, asks) = match moments.find(|one| one.day == check_in.day) {
        Some(own) => (view.text(&own.title), view.text(&own.text)),
        None => {
            let (title, asks) = t.neutral(check_in.day);
            (title.into(), asks.into())
        }
    };
    let stored = match props.earlier.is_empty() && !props.awaits_records {
        true => t.no_result,
        false => t.nothing_kept,
    };
    let content = [
        text_element("p", "muted small", t.after(check_in.day)),
        screen_head(title, text(asks), view.moved),
        agreed(view, check_in),
        text_element("p", "muted small", stored),
        retention(view, &props.host),
        ways(props, check_in.day),
    ];
    let names = &["class", "data-part"];
    element_with(
        "section",
        names,
        ["check-in", "check-in"],
        fragment(content),
    )
}

/// What a reminder holds of an agreement, each with its name.
pub(crate) fn agreed(view: &ViewContext, check_in: &CheckIn) -> Html {
    let (t, more) = (&view.messages().check_in, &view.messages().agreement);
    let agreed = [
        (t.agreed, &check_in.agreed),
        (t.indicator, &check_in.indicator),
        (t.agreed_first_step, &check_in.first_step),
        (more.if_then, &if_then(more, &check_in.if_then)),
    ];
    let agreed = agreed.into_iter().filter(|(_, said)| !said.is_empty());
    let agreed = agreed.map(|(name, said)| definition("agreed", name, said.clone()));
    element("dl", "check-in-agreed", nodes(agreed))
}

/// To the agreements of the newest result, where this browser has one; to the scan, where it has none
/// and on the last day, which asks to take it again; and to a saved file.
fn ways(props: &StartProps, day: u32) -> Html {
    let view = &props.view;
    let t = &view.messages().check_in;
    let last = view.instrument.parts().follow_up.last();
    let again = day >= last.map_or(CheckInTexts::AGAIN, |last| last.day);
    let result = props.earlier.iter().find(|result| result.current);
    let act = |message: StartMsg| on_click(&props.on_message, message);
    let scan = || {
        let (label, message) = match &props.resume {
            Some(resume) => (
                super::view::resume_label(view, resume),
                StartMsg::Open(resume.id.clone()),
            ),
            None => (t.scan_again.into(), StartMsg::Begin),
        };
        button("button button-primary", label, act(message))
    };
    let agreements = result.map(|result| {
        let class = match again {
            true => "button",
            false => "button button-primary",
        };
        let message = StartMsg::Agreements(result.id.clone());
        button(class, t.to_agreements, act(message))
    });
    actions([
        when(again || (result.is_none() && !props.awaits_records), scan),
        agreements.unwrap_or_default(),
        when(result.is_none(), || {
            let label = view.messages().start.open_file;
            file_button(label, &props.on_message.reform(StartMsg::File))
        }),
    ])
}
