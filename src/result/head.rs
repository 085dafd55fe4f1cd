//! The head of a result: whose it is, how complete, and what to know before reading on.

use super::sheet::language_name;
use super::{Origin, ResultMsg};
use i18n::long_date;
use model::Session;
use report::Report;
use std::rc::Rc;
use ui::{Heading, ViewContext, button, element, notice, text_element};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub view: ViewContext,
    pub session: Rc<Session>,
    pub report: Rc<Report>,
    pub origin: Origin,
    pub read_only: bool,
    pub on_message: Callback<ResultMsg>,
}

#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let common = &view.messages().common;
    let parts = props.session.parts();
    let title = match props.origin {
        Origin::Device => t.title,
        Origin::File { .. } => t.file_title,
        Origin::Example => t.example_title,
    };
    let at = parts.completed_at.as_ref().unwrap_or(&parts.started_at);
    let facts = [
        Some(parts.subject.pseudonym.clone()).filter(|label| !label.is_empty()),
        (props.origin != Origin::Example).then(|| long_date(at.as_str(), view.language)),
        Some(
            [
                view.instrument.title().get(view.language),
                " ",
                &common.version(view.instrument.version()),
            ]
            .concat(),
        ),
        Some(t.answered(props.report.answered, props.report.total)),
        Some(language_name(parts.language).to_owned()),
    ];
    html! {
        <header class="result-head">
            <Heading text={title} focus={view.moved} />
            { text_element("p", "lead", t.lead) }
            <ul class="result-facts" role="list" translate="no">
                { for facts.into_iter().flatten().map(|fact| text_element("li", "", fact)) }
            </ul>
            { origin_notice(props) }
            if props.report.quality.notice && props.origin == Origin::Device && !props.read_only {
                { quality_notice(props) }
            }
            if props.origin != Origin::Example {
                <p class="small actions"><a href="#share">{ t.share }</a></p>
            }
        </header>
    }
}

fn origin_notice(props: &HeadProps) -> Html {
    let t = &props.view.messages().result;
    let act = |action: ResultMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    match &props.origin {
        Origin::Device => Html::default(),
        Origin::Example => notice(
            "",
            html! {
                <>
                    { text_element("p", "", t.example_notice) }
                    { element("div", "actions", button("button button-primary", t.example_begin, act(ResultMsg::Begin))) }
                </>
            },
        ),
        Origin::File {
            date,
            differences,
            withheld,
            known,
        } => notice(
            "",
            html! {
                <>
                    { text_element("p", "", t.file_notice(date)) }
                    if *known {
                        { text_element("p", "", t.file_known) }
                    } else {
                        { element("div", "actions", button("button", t.file_keep, act(ResultMsg::Store))) }
                    }
                    if !withheld.is_empty() {
                        { text_element("p", "", t.withheld(withheld)) }
                    }
                    if !differences.is_empty() {
                        { text_element("p", "", t.differences(differences)) }
                    }
                </>
            },
        ),
    }
}

fn quality_notice(props: &HeadProps) -> Html {
    let t = &props.view.messages().result;
    let review = props.on_message.reform(|_: MouseEvent| ResultMsg::Review);
    notice(
        t.quality_title,
        html! {
            <>
                { text_element("p", "", props.view.say("quality_soft")) }
                { text_element("p", "", t.quality_effect) }
                { element("div", "actions", button("button", t.quality_review, review)) }
            </>
        },
    )
}
