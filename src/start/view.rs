//! How the first screen looks.

use super::StartMsg;
use embedding::{Config, Persist};
use std::rc::Rc;
use ui::{
    FileButton, ViewContext, button, disclosure, list, notice, screen_head, section, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// An attempt that can be continued.
#[derive(Clone, PartialEq)]
pub struct Resume {
    /// Session id.
    pub id: AttrValue,
    /// Statements dealt with so far.
    pub done: usize,
    /// Whether only the review is left.
    pub review: bool,
    /// When it was begun, for the reader.
    pub started: AttrValue,
}

/// A completed result on this device.
#[derive(Clone, PartialEq)]
pub struct EarlierResult {
    /// Session id.
    pub id: AttrValue,
    /// Its date, for the reader.
    pub date: AttrValue,
    /// How many statements were answered, for the reader.
    pub answered: AttrValue,
}

/// What the first screen knows.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The attempt to continue, if there is one.
    pub resume: Option<Resume>,
    /// Earlier results, the newest first.
    pub earlier: Vec<EarlierResult>,
    /// Who offers it here, and how long what is made is kept.
    #[prop_or_default]
    pub host: Rc<Config>,
    /// What happens here.
    pub on_message: Callback<StartMsg>,
}

const MORE: [&str; 7] = [
    "purpose",
    "limits",
    "not_for_decisions",
    "privacy_local",
    "share_notice",
    "rights",
    "no_ai",
];

/// The first screen.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let view = &props.view;
    let t = &view.messages().start;
    let items = view.instrument.items().len();
    let act = |action: StartMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    let begin_class = if props.resume.is_some() {
        "button"
    } else {
        "button button-primary button-large"
    };
    let begin_part = if props.resume.is_some() {
        "button"
    } else {
        "button-primary"
    };
    let begin = if props.resume.is_some() {
        t.begin_anew
    } else {
        t.begin
    };
    html! {
        <div class="start">
            <section class="start-hero">
                { title(view, props.host.custom) }
                <ul class="facts" role="list" translate="no">
                    { text_element("li", "", t.fact_items(items)) }
                    { text_element("li", "", t.fact_duration) }
                    { text_element("li", "", t.fact_place) }
                </ul>
                if let Some(resume) = &props.resume {
                    { resume_card(view, resume, act(StartMsg::Open(resume.id.clone()))) }
                }
                <div class="actions">
                    <button
                        type="button"
                        class={begin_class}
                        data-part={begin_part}
                        onclick={act(StartMsg::Begin)}
                    >
                        { begin }
                    </button>
                </div>
                if !props.host.custom {
                    { text_element("p", "muted small", t.sales_scan_for_whom) }
                }
                { offered(view, &props.host) }
            </section>
            if !props.earlier.is_empty() {
                { earlier(view, &props.earlier, &props.on_message) }
            }
            { section(t.promise_title, html! {
                <>
                    <dl class="promises">
                        { for t.promises.iter().map(|(name, text)| html! {
                            <div class="promise">{ text_element("dt", "", *name) }{ text_element("dd", "", *text) }</div>
                        }) }
                    </dl>
                    { disclosure(t.more, html! {
                        <>
                            { for MORE.iter().map(|name| html! { <p key={*name}>{ view.say(name) }</p> }) }
                        </>
                    }) }
                </>
            }) }
            { section(t.look_first, html! {
                <div class="look-first">
                    <div>
                        { button("button", t.example, act(StartMsg::Example)) }
                        { text_element("p", "muted small", t.example_hint) }
                    </div>
                    <div>
                        <FileButton
                            label={t.open_file}
                            on_file={props.on_message.reform(StartMsg::File)}
                        />
                        { text_element("p", "muted small", t.open_file_hint) }
                    </div>
                </div>
            }) }
        </div>
    }
}

/// What it is. A custom questionnaire says that itself.
fn title(view: &ViewContext, custom: bool) -> Html {
    let t = &view.messages().start;
    let name = view.instrument.title().get(view.language);
    let (heading, lead): (AttrValue, AttrValue) = match custom {
        false => (t.sales_scan_title.into(), t.sales_scan_lead(name).into()),
        true => (name.to_owned().into(), view.say("purpose")),
    };
    screen_head(heading, lead.into(), view.moved)
}

/// What the page around this one adds: how long what is made is stored, and who offers it.
fn offered(view: &ViewContext, host: &Config) -> Html {
    let t = &view.messages().host;
    let keeps = match host.persist {
        Persist::Device => "",
        Persist::Session => t.persist_session_notice,
        Persist::None => t.persist_none_notice,
    };
    html! {
        <>
            if !keeps.is_empty() {
                { notice("", text_element("p", "", keeps)) }
            }
            if !host.coach.is_empty() || host.privacy.is_some() {
                <p class="muted small" data-part="offered">
                    if !host.coach.is_empty() {
                        { t.offered_by(&host.coach) }
                        { " " }
                    }
                    if let Some(address) = &host.privacy {
                        <a href={address.clone()} target="_blank" rel="noopener noreferrer">{ t.privacy }</a>
                    }
                </p>
            }
        </>
    }
}

fn resume_card(view: &ViewContext, resume: &Resume, onclick: Callback<MouseEvent>) -> Html {
    let t = &view.messages().start;
    let text = if resume.review {
        t.resume_review.to_string()
    } else {
        t.resume(resume.done, view.instrument.items().len())
    };
    html! {
        <div class="card stack">
            <div>
                { text_element("h2", "", t.resume_title) }
                { untranslated_element("p", "muted small", t.started_on(&resume.started)) }
            </div>
            <div class="actions">
                <button
                    type="button"
                    class="button button-primary"
                    data-part="button-primary"
                    translate="no"
                    {onclick}
                >
                    { text }
                </button>
            </div>
        </div>
    }
}

fn earlier(view: &ViewContext, results: &[EarlierResult], on_message: &Callback<StartMsg>) -> Html {
    let t = &view.messages().start;
    let rows = results.iter().map(|result| {
        let id = result.id.clone();
        let onclick = on_message.reform(move |_: MouseEvent| StartMsg::Open(id.clone()));
        html! {
            <li key={result.id.to_string()} class="row" translate="no">
                <span>
                    { &result.date }
                    <span class="muted small">{ " · " }{ &result.answered }</span>
                </span>
                <button type="button" class="button-quiet" data-part="button" {onclick}>
                    { t.open_result }
                    <span class="visually-hidden">{ " " }{ &result.date }</span>
                </button>
            </li>
        }
    });
    section(t.earlier, list("rows", rows.collect()))
}
