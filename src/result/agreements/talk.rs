//! What stands around the agreements: the questions and the conversation they come from, and the
//! weeks after it.

use super::super::ResultProps;
use i18n::long_date;
use model::Scale;
use ui::{
    ViewContext, disclosure, element, element_with, fragment, keyed, list, named_section, node_vec,
    nodes, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The questions that a manager or coach can ask: those of the theme with most to gain, and the
/// others each in a fold.
pub(super) fn questions(props: &ResultProps) -> Html {
    let view = &props.view;
    let is_here = |n: usize| {
        props
            .report
            .scales
            .iter()
            .all(|one| one.scale != n || !one.withheld)
    };
    let scales = view.instrument.scales().iter().enumerate();
    let asked = scales.filter(|(n, scale)| is_here(*n) && !scale.coach_questions.is_empty());
    let (first, others): (Vec<_>, Vec<_>) =
        asked.partition(|(n, _)| Some(*n) == props.report.in_brief.lever);
    if first.is_empty() && others.is_empty() {
        return Html::default();
    }
    let first = first.iter().map(|(_, scale)| {
        let name = text_element("h3", "kicker", view.text(&scale.short_name));
        fragment([name, of_scale(view, scale)])
    });
    let others = others.iter().map(|(_, scale)| {
        let fold = disclosure(view.text(&scale.short_name), of_scale(view, scale));
        keyed(&scale.id, fold)
    });
    // Where the questionnaire has a conversation, this stands there.
    let conduct = match view.instrument.parts().conversation {
        Some(_) => AttrValue::default(),
        None => view.say("manager_conduct"),
    };
    let content = [
        nodes(first),
        element("div", "folds", nodes(others)),
        how_it_is_held(conduct),
    ];
    named_section("coach-questions", questions_title(view), fragment(content))
}

/// What stands over the questions of a theme: the questionnaire's own words, or else who asks whom.
pub(in crate::result) fn questions_title(view: &ViewContext) -> AttrValue {
    let t = &view.messages().result;
    match &view.instrument.parts().conversation {
        Some(talk) => view.text(&talk.questions_title),
        None if view.instrument.is_by_managers() => t.team_questions.into(),
        None => t.manager_questions.into(),
    }
}

/// How a sales manager holds the conversation, where the questionnaire says so.
fn how_it_is_held(conduct: AttrValue) -> Html {
    when(!conduct.is_empty(), || {
        text_element("p", "muted small", conduct)
    })
}

fn of_scale(view: &ViewContext, scale: &Scale) -> Html {
    let questions = scale.coach_questions.iter();
    let questions = questions.map(|question| text_element("li", "", view.text(question)));
    list("coach-questions", nodes(questions))
}

/// How the time is divided: each step beside a bar that is as long as its minutes.
pub(super) fn conversation(view: &ViewContext) -> Html {
    let Some(talk) = &view.instrument.parts().conversation else {
        return Html::default();
    };
    let t = &view.messages().agreement;
    let steps = talk.steps.iter().map(|step| {
        let names = &["class", "viewBox", "aria-hidden", "focusable"];
        // Twice as high as its minutes are wide: the sheet says how wide, and so how long.
        let length = (2 * step.minutes).to_string();
        let area = ["0 0 1 ", &length].concat();
        let bar = element_with(
            "rect",
            &["width", "height"],
            ["1", &length],
            Html::default(),
        );
        let minutes = t.duration(step.minutes as usize);
        let row = [
            element_with("svg", names, ["minutes", &area, "true", "false"], bar),
            untranslated_element("span", "minutes-text", minutes),
            text_element("span", "", view.text(&step.text)),
        ];
        element("li", "", row)
    });
    let content = [
        text_element("p", "", view.text(&talk.lead)),
        element_with(
            "ol",
            &["class", "role"],
            ["minutes-rows", "list"],
            nodes(steps),
        ),
        how_it_is_held(view.say("manager_conduct")),
    ];
    named_section("conversation", view.text(&talk.title), fragment(content))
}

/// When the result is come back to, and what is asked then.
pub(super) fn follow_up(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let rows = node_vec(view.instrument.parts().follow_up.iter().map(|moment| {
        // As in a calendar that is saved today; *today* is said without a date.
        let day = Some(props.today).filter(|_| moment.day > 0);
        let day = day.and_then(|today| today.later(moment.day));
        let date = day.map(|day| long_date(&day.to_string(), view.language));
        let when_it_is = [
            text_element("span", "", t.follow_up_day(moment.day as usize)),
            when(date.is_some(), || {
                text_element("span", "muted small", date.clone().unwrap_or_default())
            }),
        ];
        let asked = [
            text_element("span", "moment-title", view.text(&moment.title)),
            text_element("span", "moment-question", view.text(&moment.text)),
        ];
        let row = [
            element("div", "moment-day", when_it_is),
            element("div", "moment-asked", asked),
        ];
        element("li", "", row)
    }));
    if rows.is_empty() {
        return Html::default();
    }
    named_section("follow-up", t.follow_up, list("moments", nodes(rows)))
}
