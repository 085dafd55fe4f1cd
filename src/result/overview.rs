//! The overview of a result: what is read in a minute, what to do next, the profile, and the ways on.

use super::ResultProps;
use super::agreements::look_back;
use super::fields::Fields;
use super::head::head;
use super::panel::panel;
use super::part::{ResultPart, contents, part};
use super::profile::{as_table, profile};
use crate::host::scores_request;
use report::strength_text;
use ui::{disclosure, element, named_section, nodes, text_element};
use yew::prelude::*;

/// On a desk the panel stands beside the other two, on a phone between them.
pub(super) fn overview(props: &ResultProps, fields: &Fields) -> Html {
    let first = [head(props), look_back(props, fields), strengths(props)];
    let rest = [
        profile(props),
        element(
            "div",
            "overview-folds",
            [pattern_fold(props), as_table(props)],
        ),
        pattern(props),
        scores_request(props),
        contents(props, "part-list"),
    ];
    let content = [
        element("div", "overview-first", first),
        panel(props),
        element("div", "overview-rest", rest),
    ];
    part(
        props,
        ResultPart::Overview,
        element("div", "overview", content),
    )
}

/// What to build on: two sentences, one, or that there is none yet.
fn strengths(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let brief = &props.report.in_brief;
    let strengths = brief.strengths.iter().map(|strength| {
        let (sentence, scale) = strength_text(
            &view.instrument,
            &props.session,
            *strength,
            view.language,
            view.messages(),
        );
        let content = [
            text_element("p", "strength-sentence", sentence),
            text_element(
                "p",
                "muted small",
                view.text(&view.instrument.scales()[scale].short_name),
            ),
        ];
        element("div", "", content)
    });
    let content = match brief.strengths.is_empty() {
        false => nodes(strengths),
        true => text_element("p", "", no_strength(props)),
    };
    named_section(
        "strengths",
        t.strength,
        element("div", "strengths", content),
    )
}

/// What is said where there is no strength; its sentence leads on to what there is most to gain with,
/// where something is.
pub(super) fn no_strength(props: &ResultProps) -> &'static str {
    let t = props.view.messages();
    match props.report.in_brief.lever {
        Some(_) => t.result.no_strength,
        None => t.plan.no_strength,
    }
}

/// What stands out across the themes, where something does: a section where there is room for it.
fn pattern(props: &ResultProps) -> Html {
    let title = props.view.messages().result.patterns_title;
    let found = standing_out(props).map(|said| named_section("pattern", title, said));
    found.unwrap_or_default()
}

/// The same as a fold, on a phone.
fn pattern_fold(props: &ResultProps) -> Html {
    let title = props.view.messages().result.patterns_title;
    let found = standing_out(props).map(|said| disclosure(title, said));
    element("div", "pattern-fold", found.unwrap_or_default())
}

fn standing_out(props: &ResultProps) -> Option<Html> {
    let view = &props.view;
    let pattern = view
        .instrument
        .parts()
        .patterns
        .get(props.report.pattern?)?;
    let said = [
        text_element("p", "", view.text(&pattern.text)),
        text_element("p", "muted small", view.messages().result.patterns_foot),
    ];
    Some(element("div", "pattern", said))
}
