//! How the first screen looks.

use super::check_in::{check_in, unreadable};
use super::{Reminder, StartMsg};
use embedding::{Config, Persist};
use i18n::decimal;
use model::{Form, Scale};
use report::{Report, ScaleReport, lever_text};
use std::rc::Rc;
use ui::{
    ViewContext, button, button_with, definition, disclosure, element, element_with, facts_list,
    file_button, fragment, keyed, list, nodes, notice, on_click, row_button, score_bar,
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
    /// How many statements were answered, for the reader, and of which questionnaire where that is
    /// not the current one.
    pub answered: AttrValue,
    /// Whether it is of the current questionnaire.
    pub current: bool,
}

/// What the first screen knows.
pub struct StartProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The attempt to continue, if there is one.
    pub resume: Option<Resume>,
    /// Earlier results, the newest first.
    pub earlier: Rc<Vec<EarlierResult>>,
    /// What is said about the example, where the questionnaire has one.
    pub example: Option<Rc<Report>>,
    /// What a reminder led here with, if one did.
    pub reminder: Option<Reminder>,
    /// Whether stored records wait to be read, or cannot be: then nothing is said of what is stored.
    pub awaits_records: bool,
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
    let view = &props.view;
    let (first, open_result) = match &props.reminder {
        // The ways that begin or open something stand in it.
        Some(Reminder::CheckIn(agreed)) => (check_in(props, agreed), Html::default()),
        Some(Reminder::Unreadable) => {
            let said = unreadable(&view.messages().check_in);
            (fragment([said, hero(props)]), open_result(props))
        }
        None => (hero(props), open_result(props)),
    };
    let is_check_in = matches!(props.reminder, Some(Reminder::CheckIn(_)));
    let sections = [
        first,
        when(!props.host.custom && !is_check_in, || gets(view)),
        when(!props.earlier.is_empty(), || {
            earlier(view, &props.earlier, &props.on_message)
        }),
        promises(view, props.host.custom),
        open_result,
    ];
    element("div", "start", sections)
}

/// What it is and how it is begun or continued, and on a wide screen what comes of it.
fn hero(props: &StartProps) -> Html {
    let view = &props.view;
    let custom = props.host.custom;
    let about = || text_element("p", "muted small", view.messages().host.custom_author);
    let beginning = [
        title(view, custom),
        facts(view),
        retention(view, &props.host),
        ways_in(props),
        when(custom, about),
    ];
    let sheet = props.example.as_ref().map(|report| {
        let onclick = on_click(&props.on_message, StartMsg::Example);
        example_sheet(view, report, onclick)
    });
    let content = [
        element("div", "start-text", beginning),
        sheet.unwrap_or_default(),
    ];
    element("section", "start-hero", content)
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

/// How much there is to answer, how long it takes, and who sees it.
fn facts(view: &ViewContext) -> Html {
    const LIST: &str =
        "m3 6 1.5 1.5L7 5m-4 7 1.5 1.5L7 11m-4 7 1.5 1.5L7 17M11 6h10m-10 6h10m-10 6h10";
    const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18m0 4v5l3 2";
    const LOCK: &str = "M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1m2 0V8a4 4 0 0 1 8 0v3";
    let t = &view.messages().start;
    let minutes = view.instrument.estimated_minutes(Form::SelfReport);
    let items = view.instrument.items().len();
    let questions = view.instrument.context_questions().len();
    let facts = [
        (LIST, t.content(items, questions)),
        (CLOCK, t.fact_duration(minutes)),
        (LOCK, t.fact_place.to_owned()),
    ];
    let facts = facts
        .map(|(drawing, fact)| element("li", "", [icon(drawing), text_element("span", "", fact)]));
    facts_list("facts", nodes(facts))
}

/// A small drawing of lines, which says nothing that the words beside it do not.
fn icon(drawing: &str) -> Html {
    let path = element_with("path", &["d"], [drawing], Html::default());
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    element_with("svg", names, ["icon", "0 0 24 24", "true", "false"], path)
}

/// The buttons. Whatever is stored, those that a frame's height is measured by are as high.
fn ways_in(props: &StartProps) -> Html {
    let view = &props.view;
    let t = &view.messages().start;
    let act = |action: StartMsg| on_click(&props.on_message, action);
    let example = || button("button button-large", t.example, act(StartMsg::Example));
    let has_example = props.example.is_some();
    let example = when(has_example, example);
    let buttons = match &props.resume {
        Some(resume) => {
            let begin = button(
                "button button-large start-anew",
                t.begin_anew,
                act(StartMsg::Begin),
            );
            [
                go_on(view, resume, act(StartMsg::Open(resume.id.clone()))),
                example,
                begin,
            ]
        }
        None => {
            let class = "button button-large button-primary";
            let begin = button(class, t.begin, act(StartMsg::Begin));
            [begin, example, Html::default()]
        }
    };
    fragment([
        element("div", "start-ways", buttons),
        when(has_example, || {
            text_element("p", "muted small start-hint", t.example_hint)
        }),
    ])
}

/// The attempt under way, which takes the first place.
fn go_on(view: &ViewContext, resume: &Resume, onclick: Callback<MouseEvent>) -> Html {
    let t = &view.messages().start;
    let text = resume_label(view, resume);
    let about = [
        text_element("h2", "start-label", t.resume_title),
        untranslated_element("p", "muted small", t.started_on(&resume.started)),
    ];
    let names = &["type", "class", "data-part", "translate"];
    let class = "button button-large button-primary";
    let values = ["button", class, "button-primary", "no"];
    let go_on = button_with(names, values, ui::text(text), onclick);
    let content = [element("div", "start-resume-about", about), go_on];
    element("div", "start-resume stored", content)
}

/// A made-up result as one would get it, in small: what there is most to gain with and the profile.
/// Its label is a button, over all of it, that opens the example.
fn example_sheet(view: &ViewContext, report: &Report, onclick: Callback<MouseEvent>) -> Html {
    let t = view.messages();
    let lever = report.in_brief.lever.map(|lever| {
        let sentence = lever_text(&view.instrument, report, lever, true, view.language);
        fragment([
            text_element("p", "start-label", t.result.lever),
            text_element("p", "start-sheet-sentence", sentence),
        ])
    });
    let scales = view.instrument.scales().iter().zip(&report.scales);
    let rows = scales.map(|(scale, report)| sheet_row(view, scale, report));
    let content = [
        button("start-sheet-open", t.start.example_label, onclick),
        lever.unwrap_or_default(),
        nodes(rows),
    ];
    element("div", "start-sheet", content)
}

fn sheet_row(view: &ViewContext, scale: &Scale, report: &ScaleReport) -> Html {
    let scored = report.score.scored.as_ref();
    let percent = scored.map(|scored| scored.percent);
    let precision = scored.and_then(|scored| scored.precision);
    let margin = precision.map(|precision| (precision.low, precision.high));
    let number = percent.map(|percent| decimal(percent, 0));
    let content = [
        text_element("span", "", view.text(&scale.short_name)),
        untranslated_element("span", "number", number.unwrap_or_default()),
        score_bar(percent, margin, view.instrument.rules().cuts),
    ];
    element("div", "start-sheet-row", content)
}

/// What one has at the end.
fn gets(view: &ViewContext) -> Html {
    let t = &view.messages().start;
    let gets = t.sales_scan_gets.iter();
    let gets = gets.map(|(name, text)| definition("", *name, *text));
    let content = [
        text_element("h2", "", t.sales_scan_gets_title),
        element("dl", "start-gets-list", nodes(gets)),
        text_element("p", "start-gets-foot", t.sales_scan_gets_foot),
    ];
    element("section", "section start-gets", content)
}

/// What holds here, in the program's words; of a custom questionnaire the purpose leads the screen
/// already, and whom it is for is not known.
fn promises(view: &ViewContext, custom: bool) -> Html {
    let t = &view.messages().start;
    let promises = t.promises.iter();
    let promises = promises.map(|(name, text)| definition("promise", *name, *text));
    let more = MORE
        .iter()
        .skip(usize::from(custom))
        .map(|name| text_element("p", "", view.say(name)));
    let content = [
        when(!custom, || {
            text_element("p", "start-for-whom", t.sales_scan_for_whom)
        }),
        element("dl", "promises", nodes(promises)),
        disclosure(t.more, nodes(more)),
    ];
    section(t.promise_title, content)
}

/// A result that was saved as a file.
fn open_result(props: &StartProps) -> Html {
    let t = &props.view.messages().start;
    let content = [
        file_button(t.open_file, &props.on_message.reform(StartMsg::File)),
        text_element("p", "muted small", t.open_file_hint),
    ];
    section(t.look_first, element("div", "start-file", content))
}

/// How long what is made here is stored, where the page around this one limits it.
pub(super) fn retention(view: &ViewContext, host: &Config) -> Html {
    let t = &view.messages().host;
    let text = match host.persist {
        Persist::Device => return Html::default(),
        Persist::Session => t.persist_session_notice,
        Persist::None => t.persist_none_notice,
    };
    notice("", text_element("p", "", text))
}

/// Who offers the questionnaire here, for the header's line.
pub fn offered(view: &ViewContext, host: &Config) -> Html {
    let t = &view.messages().host;
    if host.coach.is_empty() && host.privacy.is_none() {
        return Html::default();
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
    let values = ["header-offered muted small", "offered"];
    element_with("p", names, values, fragment(offered))
}

/// What leads on to an attempt that was begun.
pub(super) fn resume_label(view: &ViewContext, resume: &Resume) -> String {
    let t = &view.messages().start;
    match resume.review {
        true => t.resume_review.to_owned(),
        false => t.resume(resume.done, resume.total),
    }
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
