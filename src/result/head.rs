//! The head of a result: whose it is, how complete, and what to know before reading on.

use super::{Origin, ResultMsg, ResultPart, ResultProps};
use crate::sharing::{PreviewStatus, SharingMsg, file_preview};
use embedding::Persist;
use i18n::long_date;
use ui::{
    actions, button, element, element_with, facts_list, fragment, heading, nodes, notice, on_click,
    text, text_element, when,
};
use yew::prelude::*;

pub(super) fn head(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let [label, date, answered] = facts(props);
    let facts = [label, t.in_brief.to_owned(), date, answered].into_iter();
    let facts = facts.filter(|fact| !fact.is_empty());
    let facts = facts.map(|fact| text_element("li", "", fact));
    let asks_review =
        props.report.quality.notice && props.origin == Origin::Device && !props.read_only;
    let content = [
        heading(
            title(props),
            view.moved && props.part == ResultPart::Overview,
        ),
        facts_list("result-facts", nodes(facts)),
        origin_notice(props),
        when(asks_review, || quality_notice(props)),
        when(props.origin != Origin::Example, || {
            let own_tab = props.own_tab.map(|persist| own_tab(props, persist));
            own_tab.unwrap_or_default()
        }),
    ];
    element("header", "result-head", content)
}

/// What the result is, by where it comes from.
pub(super) fn title(props: &ResultProps) -> &'static str {
    let t = &props.view.messages().result;
    match props.origin {
        Origin::Device => t.title,
        Origin::File { .. } => t.file_title,
        Origin::Example => t.example_title,
    }
}

/// Whose it is, of when, and how much of it is answered; the first two may be empty.
pub(super) fn facts(props: &ResultProps) -> [String; 3] {
    let view = &props.view;
    let date = match props.origin {
        Origin::Example => String::new(),
        _ => long_date(props.session.moment().as_str(), view.language),
    };
    let answered = match props.report.total {
        1 => view.messages().result.answered(props.report.answered, 1),
        many => view
            .messages()
            .plan
            .facts_answered(props.report.answered, many),
    };
    [
        props.session.parts().subject.pseudonym.clone(),
        date,
        answered,
    ]
}

/// The way to the same result in a tab of its own. What a frame on another site stores is not to be
/// had there, so the tab gets the result file in the fragment of its address (`web/boot.ts`). It is
/// asked for the same keeping as this page.
fn own_tab(props: &ResultProps, persist: Persist) -> Html {
    let t = &props.view.messages().host;
    let make = on_click(&props.on_message, ResultMsg::Sharing(SharingMsg::Tab));
    let link = match &props.sharing.tab {
        PreviewStatus::Made { text: file, .. } => {
            let file = percent_encoded(file);
            let address = [&asked(props, persist), "#result=", &file].concat();
            let names = &["class", "href", "target", "rel"];
            let values = ["button", &address, "_blank", "noopener"];
            let go = element_with("a", names, values, text(t.tab_open));
            notice("", [text_element("p", "", t.tab_notice), actions(go)])
        }
        status => file_preview(&props.view.messages().files, status, make.clone()),
    };
    fragment([actions(button("button", t.tab, make)), link])
}

/// What another page of ours is asked for: this language, and the same keeping.
fn asked(props: &ResultProps, persist: Persist) -> String {
    let keeping = match persist {
        Persist::Device => "",
        Persist::Session => "&persist=session",
        Persist::None => "&persist=none",
    };
    ["?lang=", props.view.language.tag(), keeping].concat()
}

/// The way to the talk with this result: a page of its own, for two.
pub(crate) fn to_talk(props: &ResultProps) -> Html {
    let Some(persist) = props.to_talk else {
        return Html::default();
    };
    let id = &props.session.parts().id;
    let address = ["together.html", &asked(props, persist), "#give=", id].concat();
    let names = &["class", "href"];
    let label = text(props.view.messages().result.have_talk);
    actions(element_with("a", names, ["button", &address], label))
}

/// A text as it may stand in an address: everything but ASCII letters, digits, `-` and `_` by the
/// bytes of UTF-8 (RFC 3986).
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(2 * text.len());
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || b"-_".contains(&byte) {
            true => encoded.push(char::from(byte)),
            false => {
                let digit = |of: u8| char::from(b"0123456789ABCDEF"[usize::from(of)]);
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

fn origin_notice(props: &ResultProps) -> Html {
    let t = &props.view.messages().result;
    let act = |action: ResultMsg| on_click(&props.on_message, action);
    match &props.origin {
        Origin::Device => Html::default(),
        Origin::Example => notice("", text_element("p", "", t.example_notice)),
        Origin::File { date, known, .. } => {
            let stored = match known {
                true => text_element("p", "", t.file_known),
                false => actions(button("button", t.file_keep, act(ResultMsg::Store))),
            };
            let from = text_element("p", "", t.file_notice(date));
            notice("", [from, stored, of_the_file(props)])
        }
    }
}

/// What a file leaves out, and where its scores differ from those that are computed here.
pub(super) fn of_the_file(props: &ResultProps) -> Html {
    let t = &props.view.messages().result;
    let Origin::File {
        differences,
        withheld,
        ..
    } = &props.origin
    else {
        return Html::default();
    };
    let said = [
        when(!withheld.is_empty(), || {
            text_element("p", "", t.withheld(withheld))
        }),
        when(!differences.is_empty(), || {
            text_element("p", "", t.differences(differences))
        }),
    ];
    fragment(said)
}

fn quality_notice(props: &ResultProps) -> Html {
    let t = &props.view.messages().result;
    let review = on_click(&props.on_message, ResultMsg::Review);
    let said = [
        text(props.view.say("quality_soft")),
        text(" "),
        text(t.quality_effect),
    ];
    let content = [
        element("p", "", said),
        actions(button("button-quiet", t.quality_review, review)),
    ];
    notice(t.quality_title, content)
}
