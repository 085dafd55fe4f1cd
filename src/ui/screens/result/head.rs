//! The head of a result: whose it is, how complete, and what to know before reading on.

use super::sheet::language_name;
use super::{Origin, ResultAction};
use crate::ui::parts::{Heading, Notice, button};
use crate::ui::scene::Scene;
use i18n::long_date;
use model::Session;
use report::Report;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub scene: Scene,
    pub session: Rc<Session>,
    pub report: Rc<Report>,
    pub origin: Origin,
    pub on_action: Callback<ResultAction>,
}

#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().result;
    let common = &scene.messages().common;
    let parts = props.session.parts();
    let title = match props.origin {
        Origin::Own => t.title,
        Origin::File { .. } => t.file_title,
        Origin::Example => t.example_title,
    };
    let at = parts.completed_at.as_deref().unwrap_or(&parts.started_at);
    let facts = [
        Some(parts.subject.pseudonym.clone()).filter(|label| !label.is_empty()),
        (props.origin != Origin::Example).then(|| long_date(at, scene.language)),
        Some(
            [
                scene.instrument.title().get(scene.language),
                " ",
                &(common.version)(scene.instrument.version()),
            ]
            .concat(),
        ),
        Some((t.answered)(props.report.answered, props.report.total)),
        Some(language_name(parts.language).to_owned()),
    ];
    html! {
        <header class="result-head">
            <Heading text={title} focus={scene.moved} />
            <p class="lead">{ t.lead }</p>
            <ul class="result-facts" role="list" translate="no">
                { for facts.into_iter().flatten().map(|fact| html! { <li>{ fact }</li> }) }
            </ul>
            { origin_notice(props) }
            if props.report.quality.notice && props.origin == Origin::Own {
                { quality_notice(props) }
            }
            if props.origin != Origin::Example {
                <p class="small actions"><a href="#share">{ t.share }</a></p>
            }
        </header>
    }
}

fn origin_notice(props: &HeadProps) -> Html {
    let t = &props.scene.messages().result;
    let act = |action: ResultAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    match &props.origin {
        Origin::Own => Html::default(),
        Origin::Example => html! {
            <Notice>
                <p>{ t.example_notice }</p>
                <div class="actions">
                    { button("button button-primary", t.example_begin, act(ResultAction::Begin)) }
                </div>
            </Notice>
        },
        Origin::File {
            date,
            differences,
            withheld,
            other_content,
            known,
        } => html! {
            <Notice>
                <p>{ (t.file_notice)(date) }</p>
                if *known {
                    <p>{ t.file_known }</p>
                } else {
                    <div class="actions">
                        { button("button", t.file_keep, act(ResultAction::Keep)) }
                    </div>
                }
                if !withheld.is_empty() {
                    <p>{ (t.withheld)(withheld) }</p>
                }
                if !differences.is_empty() {
                    <p>{ (t.differences)(differences) }</p>
                }
                if *other_content {
                    <p>{ t.other_content }</p>
                }
            </Notice>
        },
    }
}

fn quality_notice(props: &HeadProps) -> Html {
    let t = &props.scene.messages().result;
    let review = props.on_action.reform(|_: MouseEvent| ResultAction::Review);
    html! {
        <Notice title={t.quality_title}>
            <p>{ props.scene.say("quality_soft") }</p>
            <p>{ t.quality_effect }</p>
            <div class="actions">
                { button("button", t.quality_review, review) }
            </div>
        </Notice>
    }
}
