//! The first screen: what this is, what must be said, and the ways in.

use crate::ui::parts::{Disclosure, FileButton, Heading, Notice, button};
use crate::ui::scene::Scene;
use embedding::{Config, Persist};
use std::rc::Rc;
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

/// What can be chosen here.
#[derive(Clone, PartialEq)]
pub enum StartAction {
    /// Begin a new attempt.
    Begin,
    /// Continue the attempt with this id.
    Resume(AttrValue),
    /// Open the result with this id.
    Open(AttrValue),
    /// Show the fictional example.
    Example,
    /// Open the result file chosen in the field with this id.
    File(AttrValue),
}

/// What the first screen knows.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// Language and instrument.
    pub scene: Scene,
    /// The attempt to continue, if there is one.
    pub resume: Option<Resume>,
    /// Earlier results, the newest first.
    pub earlier: Vec<EarlierResult>,
    /// Who offers it here, and how long what is made is kept.
    #[prop_or_default]
    pub host: Rc<Config>,
    /// What was chosen.
    pub on_action: Callback<StartAction>,
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
    let scene = &props.scene;
    let t = &scene.messages().start;
    let items = scene.instrument.items().len();
    let act = |action: StartAction| props.on_action.reform(move |_: MouseEvent| action.clone());
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
                { title(scene) }
                <ul class="facts" role="list" translate="no">
                    { for (t.facts)(items).into_iter().map(|fact| html! { <li>{ fact }</li> }) }
                </ul>
                if let Some(resume) = &props.resume {
                    { resume_card(scene, resume, act(StartAction::Resume(resume.id.clone()))) }
                }
                <div class="actions">
                    <button
                        type="button"
                        class={begin_class}
                        data-part={begin_part}
                        onclick={act(StartAction::Begin)}
                    >
                        { begin }
                    </button>
                </div>
                if scene.instrument.is_bundled() {
                    <p class="muted small">{ t.for_whom }</p>
                }
                { offered(scene, &props.host) }
            </section>
            if !props.earlier.is_empty() {
                { earlier(scene, &props.earlier, &props.on_action) }
            }
            <section class="section">
                <h2>{ t.promise_title }</h2>
                <dl class="promises">
                    { for t.promises.iter().map(|(name, text)| html! {
                        <div class="promise"><dt>{ *name }</dt><dd>{ *text }</dd></div>
                    }) }
                </dl>
                <Disclosure summary={t.more}>
                    { for MORE.iter().map(|name| html! { <p key={*name}>{ scene.say(name) }</p> }) }
                </Disclosure>
            </section>
            <section class="section">
                <h2>{ t.look_first }</h2>
                <div class="look-first">
                    <div>
                        { button("button", t.example, act(StartAction::Example)) }
                        <p class="muted small">{ t.example_hint }</p>
                    </div>
                    <div>
                        <FileButton
                            label={t.open_file}
                            on_file={props.on_action.reform(StartAction::File)}
                        />
                        <p class="muted small">{ t.open_file_hint }</p>
                    </div>
                </div>
            </section>
        </div>
    }
}

/// What it is. A questionnaire of a host's own says that itself.
fn title(scene: &Scene) -> Html {
    let t = &scene.messages().start;
    let name = scene.instrument.title().get(scene.language);
    let (heading, lead): (AttrValue, AttrValue) = match scene.instrument.is_bundled() {
        true => (t.title.into(), (t.lead)(name).into()),
        false => (name.to_owned().into(), scene.say("purpose")),
    };
    html! {
        <>
            <Heading text={heading} focus={scene.moved} />
            <p class="lead">{ lead }</p>
        </>
    }
}

/// What the page around this one adds: how long is kept what is made, and who offers it.
fn offered(scene: &Scene, host: &Config) -> Html {
    let t = &scene.messages().host;
    let keeps = match host.persist {
        Persist::Device => "",
        Persist::Session => t.keeps_session,
        Persist::None => t.keeps_none,
    };
    html! {
        <>
            if !keeps.is_empty() {
                <Notice><p>{ keeps }</p></Notice>
            }
            if !host.coach.is_empty() || host.privacy.is_some() {
                <p class="muted small" data-part="offered">
                    if !host.coach.is_empty() {
                        { (t.offered_by)(&host.coach) }
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

fn resume_card(scene: &Scene, resume: &Resume, onclick: Callback<MouseEvent>) -> Html {
    let t = &scene.messages().start;
    let text = if resume.review {
        t.resume_review.to_string()
    } else {
        (t.resume)(resume.done, scene.instrument.items().len())
    };
    html! {
        <div class="card stack">
            <div>
                <h2>{ t.resume_title }</h2>
                <p class="muted small" translate="no">{ (t.started_on)(&resume.started) }</p>
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

fn earlier(scene: &Scene, results: &[EarlierResult], on_action: &Callback<StartAction>) -> Html {
    let t = &scene.messages().start;
    let rows = results.iter().map(|result| {
        let id = result.id.clone();
        let onclick = on_action.reform(move |_: MouseEvent| StartAction::Open(id.clone()));
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
    html! {
        <section class="section">
            <h2>{ t.earlier }</h2>
            <ul class="rows" role="list">{ for rows }</ul>
        </section>
    }
}
