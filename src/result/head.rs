//! The head of a result: whose it is, how complete, and what to know before reading on.

use super::sheet::language_name;
use super::{Origin, ResultMsg};
use i18n::long_date;
use model::Session;
use report::Report;
use std::rc::Rc;
use ui::ViewContext;
use ui::{Heading, Notice, button};
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
    let at = parts.completed_at.as_deref().unwrap_or(&parts.started_at);
    let facts = [
        Some(parts.subject.pseudonym.clone()).filter(|label| !label.is_empty()),
        (props.origin != Origin::Example).then(|| long_date(at, view.language)),
        Some(
            [
                view.instrument.title().get(view.language),
                " ",
                &(common.version)(view.instrument.version()),
            ]
            .concat(),
        ),
        Some((t.answered)(props.report.answered, props.report.total)),
        Some(language_name(parts.language).to_owned()),
    ];
    html! {
        <header class="result-head">
            <Heading text={title} focus={view.moved} />
            <p class="lead">{ t.lead }</p>
            <ul class="result-facts" role="list" translate="no">
                { for facts.into_iter().flatten().map(|fact| html! { <li>{ fact }</li> }) }
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
        Origin::Example => html! {
            <Notice>
                <p>{ t.example_notice }</p>
                <div class="actions">
                    { button("button button-primary", t.example_begin, act(ResultMsg::Begin)) }
                </div>
            </Notice>
        },
        Origin::File {
            date,
            differences,
            withheld,
            known,
        } => html! {
            <Notice>
                <p>{ (t.file_notice)(date) }</p>
                if *known {
                    <p>{ t.file_known }</p>
                } else {
                    <div class="actions">
                        { button("button", t.file_keep, act(ResultMsg::Store)) }
                    </div>
                }
                if !withheld.is_empty() {
                    <p>{ (t.withheld)(withheld) }</p>
                }
                if !differences.is_empty() {
                    <p>{ (t.differences)(differences) }</p>
                }
            </Notice>
        },
    }
}

fn quality_notice(props: &HeadProps) -> Html {
    let t = &props.view.messages().result;
    let review = props.on_message.reform(|_: MouseEvent| ResultMsg::Review);
    html! {
        <Notice title={t.quality_title}>
            <p>{ props.view.say("quality_soft") }</p>
            <p>{ t.quality_effect }</p>
            <div class="actions">
                { button("button", t.quality_review, review) }
            </div>
        </Notice>
    }
}
