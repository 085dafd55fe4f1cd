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
    let parts = props.session.parts();
    let title = match props.origin {
        Origin::Device => t.title,
        Origin::File { .. } => t.file_title,
        Origin::Example => t.example_title,
    };
    let answered = &view.messages().plan;
    let facts = [
        Some(parts.subject.pseudonym.clone()).filter(|label| !label.is_empty()),
        Some(t.in_brief.to_owned()),
        (props.origin != Origin::Example)
            .then(|| long_date(props.session.moment().as_str(), view.language)),
        Some(match props.report.total {
            1 => t.answered(props.report.answered, 1),
            many => answered.facts_answered(props.report.answered, many),
        }),
    ];
    let facts = facts.into_iter().flatten();
    let facts = facts.map(|fact| text_element("li", "", fact));
    let asks_review =
        props.report.quality.notice && props.origin == Origin::Device && !props.read_only;
    let content = [
        heading(title, view.moved && props.part == ResultPart::Overview),
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

/// The way to the same result in a tab of its own. What a frame on another site stores is not to be
/// had there, so the tab gets the result file in the fragment of its address (`web/boot.ts`). It is
/// asked for the same keeping as this page.
fn own_tab(props: &ResultProps, persist: Persist) -> Html {
    let t = &props.view.messages().host;
    let make = on_click(&props.on_message, ResultMsg::Sharing(SharingMsg::Tab));
    let link = match &props.sharing.tab {
        PreviewStatus::Made { text: file, .. } => {
            let language = props.view.language.tag();
            let keeping = match persist {
                Persist::Device => "",
                Persist::Session => "&persist=session",
                Persist::None => "&persist=none",
            };
            let file = percent_encoded(file);
            let address = ["?lang=", language, keeping, "#result=", &file].concat();
            let names = &["class", "href", "target", "rel"];
            let values = ["button", &address, "_blank", "noopener"];
            let go = element_with("a", names, values, text(t.tab_open));
            notice("", [text_element("p", "", t.tab_notice), actions(go)])
        }
        status => file_preview(&props.view.messages().files, status, make.clone()),
    };
    fragment([actions(button("button", t.tab, make)), link])
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
        Origin::File {
            date,
            differences,
            withheld,
            known,
        } => {
            let stored = match known {
                true => text_element("p", "", t.file_known),
                false => actions(button("button", t.file_keep, act(ResultMsg::Store))),
            };
            let withheld = when(!withheld.is_empty(), || {
                let withheld = t.withheld(withheld);
                text_element("p", "", withheld)
            });
            let differences = when(!differences.is_empty(), || {
                let differences = t.differences(differences);
                text_element("p", "", differences)
            });
            let from = text_element("p", "", t.file_notice(date));
            notice("", [from, stored, withheld, differences])
        }
    }
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
