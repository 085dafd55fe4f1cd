//! Where there is most to gain, and what to do next: five steps, one button for the next of them.

use super::part::ResultPart;
use super::{Origin, ResultMsg, ResultProps};
use i18n::PlanTexts;
use model::Day;
use records::FileFormat;
use report::lever_text;
use ui::{
    button, element, element_with, fragment, keyed, named_section, nodes, on_click, text_element,
    untranslated_element, when,
};
use yew::prelude::*;

const STEPS: usize = 5;

/// Where there is most to gain, and the five steps.
pub(super) fn panel(props: &ResultProps) -> Html {
    let t = &props.view.messages().plan;
    let (title, sentence) = where_to_begin(props);
    let content = [
        text_element("p", "panel-sentence", sentence),
        // What somebody else opens a file for is not to do what its owner does next.
        when(!matches!(props.origin, Origin::File { .. }), || {
            next(props, t)
        }),
    ];
    named_section("next", title, element("div", "panel", content))
}

/// Where there is most to gain, or that no theme is pointed to, each under its title.
pub(super) fn where_to_begin(props: &ResultProps) -> (&'static str, AttrValue) {
    let view = &props.view;
    let t = &view.messages().plan;
    match props.report.in_brief.lever {
        Some(scale) => {
            let language = view.language;
            let lever = lever_text(&view.instrument, &props.report, scale, true, language);
            (view.messages().result.lever, AttrValue::from(lever))
        }
        None => (t.choose_title, t.choose.into()),
    }
}

/// Which of the five steps are done, in their order.
fn done(props: &ResultProps) -> [bool; STEPS] {
    let plan = &props.session.parts().plan;
    [
        plan.theme.is_some(),
        plan.has_experiment(),
        !props.joined.agreements.is_empty(),
        plan.reminder,
        plan.shared,
    ]
}

fn next(props: &ResultProps, t: &'static PlanTexts) -> Html {
    let done = done(props);
    let count = done.iter().filter(|one| **one).count();
    let open = (0..STEPS).filter(|n| !done[*n]);
    let current = open.clone().next();
    let is_own = props.origin == Origin::Device;
    let pieces = (0..STEPS).map(|n| {
        let class = if n < count { "done" } else { "" };
        element("span", class, Html::default())
    });
    let bar = element_with(
        "div",
        &["class", "aria-hidden"],
        ["panel-bar", "true"],
        nodes(pieces),
    );
    let head = [
        text_element("h3", "", t.title),
        untranslated_element("p", "muted small number", t.done(count, STEPS)),
    ];
    let steps = (0..STEPS).map(|n| step(props, t, n, done[n], is_own && current == Some(n)));
    let steps = element_with("ol", &["class", "role"], ["steps", "list"], nodes(steps));
    // The example has no next step of its own: all five come after one's own scan.
    let later: Vec<&str> = open.skip(usize::from(is_own)).map(|n| t.steps[n]).collect();
    let way_on = match (&props.origin, current) {
        (Origin::Example, _) => {
            let begin = on_click(&props.on_message, ResultMsg::Begin);
            let label = props.view.messages().result.example_begin;
            button("button button-primary", label, begin)
        }
        (_, None) => text_element("p", "panel-done", come_back(props, t)),
        (_, Some(_)) => Html::default(),
    };
    fragment([
        bar,
        element("div", "panel-head", head),
        steps,
        way_on,
        when(!later.is_empty(), || {
            let later = t.then(&sentence(&later, t.and));
            text_element("p", "panel-later muted small", later)
        }),
    ])
}

/// One step: done, with what came of it; the next one, with its button; or one for later.
fn step(props: &ResultProps, t: &'static PlanTexts, n: usize, done: bool, is_next: bool) -> Html {
    let (class, name) = match (done, is_next) {
        (true, _) => ("step step-done", t.steps_done[n]),
        (_, true) => ("step step-next", t.steps[n]),
        _ => ("step", t.steps[n]),
    };
    let detail = match done {
        true => outcome(props, n),
        false => AttrValue::default(),
    };
    let content = [
        text_element("span", "step-name", name),
        when(!detail.is_empty(), || {
            text_element("span", "step-detail", detail)
        }),
        when(is_next && !props.read_only, || {
            let go = on_click(&props.on_message, leads_to(props, n));
            button("button button-primary", t.go[n], go)
        }),
    ];
    let current = if is_next { "step" } else { "" };
    let names = &["class", "aria-current"];
    keyed(
        &n.to_string(),
        element_with("li", names, [class, current], fragment(content)),
    )
}

/// What came of a step that is done, where that can be said.
fn outcome(props: &ResultProps, n: usize) -> AttrValue {
    let plan = &props.session.parts().plan;
    match (n, theme_of_plan(props)) {
        (0, Some(scale)) => {
            let scales = props.view.instrument.scales();
            props.view.text(&scales[scale].short_name)
        }
        (1, _) => plan.experiment.clone().into(),
        _ => AttrValue::default(),
    }
}

/// The scale that is worked on.
pub(super) fn theme_of_plan(props: &ResultProps) -> Option<usize> {
    let theme = props.session.parts().plan.theme.as_ref()?;
    let mut scales = props.view.instrument.scales().iter();
    scales.position(|scale| scale.id == *theme)
}

/// Where a step is done.
fn leads_to(props: &ResultProps, n: usize) -> ResultMsg {
    let lever = props.report.in_brief.lever.unwrap_or_default();
    match n {
        0 => ResultMsg::Open(ResultPart::Theme(lever)),
        1 => ResultMsg::Open(ResultPart::Theme(theme_of_plan(props).unwrap_or(lever))),
        2 => ResultMsg::Open(ResultPart::Agreements),
        3 => ResultMsg::OpenSharing(FileFormat::Calendar),
        _ => ResultMsg::OpenSharing(FileFormat::default()),
    }
}

/// What is said once everything is done: that reminders follow, or to take the scan again. No date, as
/// those of the reminders count from the day they were saved.
fn come_back(props: &ResultProps, t: &PlanTexts) -> &'static str {
    match next_moment(props) {
        Some(_) => t.come_back,
        None => t.all_done,
    }
}

/// The first day of the follow-up that is still to come.
fn next_moment(props: &ResultProps) -> Option<Day> {
    let completed = props.session.moment().day();
    let moments = props.view.instrument.parts().follow_up.iter();
    let mut days = moments.filter_map(|moment| completed.later(moment.day));
    days.find(|day| *day > props.today)
}

/// Steps one after the other, as they stand within a sentence.
fn sentence(steps: &[&str], and: &str) -> String {
    let mut sentence = String::new();
    for (n, step) in steps.iter().enumerate() {
        match n {
            0 => {}
            _ if n + 1 == steps.len() => sentence.push_str(&[" ", and, " "].concat()),
            _ => sentence.push_str(", "),
        }
        let mut step = (*step).to_owned();
        if let Some(first) = step.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        sentence.push_str(&step);
    }
    sentence
}
