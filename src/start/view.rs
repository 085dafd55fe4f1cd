//! How the first screen looks.

use super::StartMsg;
use embedding::{Config, Persist};
use model::Form;
use std::rc::Rc;
use ui::{
    ViewContext, actions, button, button_with, definition, disclosure, element, element_with,
    facts_list, file_button, fragment, keyed, list, nodes, notice, on_click, row_button,
    screen_head, section, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// An attempt that can be continued.
#[derive(Clone, PartialEq)]
pub struct Resume {
    /// Session id.
    pub id: AttrValue,
    /// Statements dealt with so far.
    pub done: usize,
    /// Statements in all.
    pub total: usize,
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
pub struct StartProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The attempt to continue, if there is one.
    pub resume: Option<Resume>,
    /// Earlier results, the newest first.
    pub earlier: Rc<Vec<EarlierResult>>,
    /// Who offers it here, and how long what is made is kept.
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
pub fn start_screen(props: &StartProps) -> Html {
    let sections = [
        hero(props),
        when(!props.earlier.is_empty(), || {
            earlier(&props.view, &props.earlier, &props.on_message)
        }),
        promises(&props.view, props.host.custom),
        look_first(props),
    ];
    element("div", "start", sections)
}

/// What it is, and how it is begun or continued.
fn hero(props: &StartProps) -> Html {
    let view = &props.view;
    let t = &view.messages().start;
    let act = |action: StartMsg| on_click(&props.on_message, action);
    let minutes = view.instrument.estimated_minutes(Form::SelfReport);
    let items = view.instrument.items().len();
    let questions = view.instrument.context_questions().len();
    let facts = [
        text_element("li", "", t.content(items, questions)),
        text_element("li", "", t.fact_duration(minutes)),
        text_element("li", "", t.fact_place),
    ];
    let (begin_class, begin) = match props.resume {
        Some(_) => ("button button-large", t.begin_anew),
        None => ("button button-large button-primary", t.begin),
    };
    let resume = props.resume.as_ref().map(|resume| {
        let open = StartMsg::Open(resume.id.clone());
        resume_card(view, resume, act(open))
    });
    let about = match props.host.custom {
        true => view.messages().host.custom_author,
        false => t.sales_scan_for_whom,
    };
    let content = [
        title(view, props.host.custom),
        facts_list("facts", nodes(facts)),
        resume.unwrap_or_default(),
        actions(button(begin_class, begin, act(StartMsg::Begin))),
        text_element("p", "muted small", about),
        offered(view, &props.host),
    ];
    element("section", "start-hero", content)
}

/// What holds here, in the program's words; of a custom questionnaire the purpose leads the screen
/// already.
fn promises(view: &ViewContext, custom: bool) -> Html {
    let t = &view.messages().start;
    let promises = t.promises.iter();
    let promises = promises.map(|(name, text)| definition("promise", *name, *text));
    let more = MORE
        .iter()
        .skip(usize::from(custom))
        .map(|name| text_element("p", "", view.say(name)));
    let content = [
        element("dl", "promises", nodes(promises)),
        disclosure(t.more, nodes(more)),
    ];
    section(t.promise_title, content)
}

/// What can be looked at before anything is answered.
fn look_first(props: &StartProps) -> Html {
    let t = &props.view.messages().start;
    let example = [
        button(
            "button",
            t.example,
            on_click(&props.on_message, StartMsg::Example),
        ),
        text_element("p", "muted small", t.example_hint),
    ];
    let file = [
        file_button(t.open_file, &props.on_message.reform(StartMsg::File)),
        text_element("p", "muted small", t.open_file_hint),
    ];
    let ways = [element("div", "", example), element("div", "", file)];
    section(t.look_first, element("div", "look-first", ways))
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
    let keeps = when(!keeps.is_empty(), || {
        notice("", text_element("p", "", keeps))
    });
    if host.coach.is_empty() && host.privacy.is_none() {
        return keeps;
    }
    let by = || fragment([text(t.offered_by(&host.coach)), text(" ")]);
    let privacy = host.privacy.as_ref().map(|address| {
        let names = &["href", "target", "rel"];
        let values = [address, "_blank", "noopener noreferrer"];
        element_with("a", names, values, text(t.privacy))
    });
    let offered = [
        when(!host.coach.is_empty(), by),
        privacy.unwrap_or_default(),
    ];
    let names = &["class", "data-part"];
    let offered = element_with("p", names, ["muted small", "offered"], fragment(offered));
    fragment([keeps, offered])
}

fn resume_card(view: &ViewContext, resume: &Resume, onclick: Callback<MouseEvent>) -> Html {
    let t = &view.messages().start;
    let text = if resume.review {
        t.resume_review.to_string()
    } else {
        t.resume(resume.done, resume.total)
    };
    let about = [
        text_element("h2", "", t.resume_title),
        untranslated_element("p", "muted small", t.started_on(&resume.started)),
    ];
    let names = &["type", "class", "data-part", "translate"];
    let class = "button button-large button-primary";
    let values = ["button", class, "button-primary", "no"];
    let go_on = button_with(names, values, ui::text(text), onclick);
    let content = [element("div", "", about), actions(go_on)];
    element("div", "card stack stored", content)
}

fn earlier(view: &ViewContext, results: &[EarlierResult], on_message: &Callback<StartMsg>) -> Html {
    let t = &view.messages().start;
    let rows = results.iter().map(|result| {
        let onclick = on_click(on_message, StartMsg::Open(result.id.clone()));
        let answered = [text(" · "), text(&result.answered)];
        let about = [text(&result.date), element("span", "muted small", answered)];
        let content = [
            element("span", "", about),
            row_button(t.open_result, " ", &result.date, onclick),
        ];
        let row = element_with(
            "li",
            &["class", "translate"],
            ["row", "no"],
            fragment(content),
        );
        keyed(&result.id, row)
    });
    let content = [text_element("h2", "", t.earlier), list("rows", nodes(rows))];
    element("section", "section stored", content)
}
