//! The first page: one minute, what stands out, the profile, every theme, and one thought.

use super::super::ResultProps;
use super::super::overview::no_strength;
use super::super::panel::where_to_begin;
use super::super::profile::{arrow_to_the_left, cut_labels, interval, intervals_shown};
use super::bar::bar;
use super::second::thought;
use super::titled;
use model::Scale;
use report::{ScaleReport, band_label, direction_text, strength_text};
use ui::{
    ViewContext, axis, element, fragment, keyed, nodes, text, text_element, untranslated_element,
    when,
};
use yew::prelude::*;

pub(super) fn first(props: &ResultProps) -> Html {
    fragment([
        minute(props),
        stands_out(props),
        profile(props),
        themes(props),
        thought(props, 0..1),
    ])
}

fn minute(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let brief = &props.report.in_brief;
    let strengths = brief.strengths.iter().map(|strength| {
        let (instrument, session) = (&view.instrument, &props.session);
        let (sentence, _) = strength_text(
            instrument,
            session,
            *strength,
            view.language,
            view.messages(),
        );
        text_element("p", "sheet-sentence", sentence)
    });
    let strengths = match brief.strengths.is_empty() {
        true => text_element("p", "", no_strength(props)),
        false => element("div", "sheet-strengths", nodes(strengths)),
    };
    let (title, sentence) = where_to_begin(props);
    let lever = [
        text_element("p", "sheet-label", title),
        text_element("p", "sheet-sentence", sentence),
    ];
    let built_on = [text_element("p", "sheet-label", t.strength), strengths];
    let columns = [
        element("div", "", built_on),
        element("div", "sheet-lever", lever),
    ];
    element("section", "sheet-minute", columns)
}

fn stands_out(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let Some(pattern) = props.report.pattern else {
        return Html::default();
    };
    let said = &view.instrument.parts().patterns[pattern].text;
    let said = [
        text(view.text(said)),
        text(" "),
        text_element("em", "", t.patterns_foot),
    ];
    let content = [
        text_element("h2", "", t.patterns_title),
        element("p", "", said),
    ];
    element("section", "sheet-beside", content)
}

fn profile(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let with_margins = intervals_shown(view, &props.report);
    let cuts = view.instrument.rules().cuts;
    let labels = cut_labels(view);
    let scales = view.instrument.scales().iter().zip(&props.report.scales);
    let rows = scales.map(|(scale, report)| row(view, scale, report, with_margins));
    let head = [
        text_element("h2", "", t.profile),
        axis(cuts, labels.clone().map(AttrValue::from)),
    ];
    let help = match with_margins {
        true => fragment([
            text(view.say("uncertainty")),
            text(" "),
            text(t.chart_help(&labels[0], &labels[1])),
        ]),
        false => text(t.chart_help_plain(&labels[0], &labels[1])),
    };
    let content = [
        element("div", "sheet-row sheet-axis", head),
        nodes(rows),
        element("p", "sheet-small", help),
    ];
    element("section", "sheet-profile", content)
}

fn row(view: &ViewContext, scale: &Scale, report: &ScaleReport, with_margins: bool) -> Html {
    let scored = report.score.scored.as_ref();
    let label = band_label(scale, report, view.language, view.messages());
    let (name, short) = (view.text(&scale.name), view.text(&scale.short_name));
    let about = match name == short {
        true => label,
        false => [&name, " · ", &label].concat(),
    };
    let direction = direction_text(scale, report, view.messages());
    let words = [
        text_element("p", "sheet-name", short),
        text_element("p", "", about),
    ];
    let percent = scored.map(|scored| scored.percent);
    let drawn = [
        bar(
            percent,
            interval(&report.score, with_margins),
            view.instrument.rules().cuts,
        ),
        direction.map(arrow_to_the_left).unwrap_or_default(),
    ];
    let score = percent.map_or("–".to_owned(), |percent| view.score(percent));
    let cells = [
        element("div", "", words),
        when(scored.is_some(), || element("div", "", drawn)),
        when(scored.is_some(), || {
            untranslated_element("p", "sheet-score", score)
        }),
    ];
    keyed(&scale.id, element("div", "sheet-row", cells))
}

fn themes(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let themes = props.report.scales.iter().map(|report| theme(view, report));
    let content = [
        element("div", "sheet-themes", nodes(themes)),
        when(rest_on_two(props), || {
            text_element("p", "sheet-small", t.facets_foot)
        }),
    ];
    titled("", t.scales, fragment(content))
}

/// Whether facets are spoken of, and the sentence is true that counts the statements of each.
fn rest_on_two(props: &ResultProps) -> bool {
    let instrument = &props.view.instrument;
    let scales = instrument.scales().iter().enumerate();
    let spoken_of = scales.flat_map(|(n, scale)| {
        let facets = scale.facets.iter().enumerate();
        facets
            .filter(|(_, facet)| facet.texts.is_some())
            .map(move |(facet, _)| instrument.facet_items(n, facet).count())
    });
    let mut counts = spoken_of.peekable();
    counts.peek().is_some() && counts.all(|count| count == 2)
}

/// A theme in short: its facets, and the question to oneself. One that was withheld leaves its field.
fn theme(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let names = |facets: &[usize]| {
        let names = facets
            .iter()
            .map(|&n| scale.facets[n].name.get(view.language));
        let names: Vec<&str> = names.collect();
        match names.is_empty() {
            true => t.facets_none.to_owned(),
            false => names.join(" · "),
        }
    };
    let says_facets = scale.facets.iter().any(|facet| facet.texts.is_some());
    let facets = when(says_facets, || {
        let facets = [
            (t.facets_strong, names(&report.facets.strong)),
            (t.facets_to_gain, names(&report.facets.to_gain)),
        ];
        let facets = facets.map(|(label, names)| {
            let line = [text_element("dt", "", label), text_element("dd", "", names)];
            element("div", "", line)
        });
        element("dl", "sheet-facets", facets)
    });
    let question = report
        .self_question
        .and_then(|n| scale.self_questions.get(n));
    let question = question.map(|text| text_element("p", "sheet-question", view.text(text)));
    let content = match (report.withheld, report.score.scored.is_some()) {
        (true, _) => text_element("p", "", view.messages().files.not_shared),
        (false, true) => fragment([
            meaning(view, scale, report),
            facets,
            from_to(view, scale),
            question.unwrap_or_default(),
        ]),
        (false, false) => {
            let label = band_label(scale, report, view.language, view.messages());
            text_element("p", "", label)
        }
    };
    let theme = [
        text_element("h3", "", view.text(&scale.short_name)),
        content,
    ];
    keyed(&scale.id, element("div", "sheet-theme", theme))
}

/// What the score means; close to a cut, also which text could have stood there.
fn meaning(view: &ViewContext, scale: &Scale, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let Some(scored) = &report.score.scored else {
        return Html::default();
    };
    let border = report.neighbour.map(|neighbour| {
        let label = scale.band(neighbour).label.get(view.language);
        text_element("p", "sheet-small", t.border(label))
    });
    let band = scale.band(scored.band);
    let text = text_element("p", "", view.text(&band.text));
    let in_account = band.in_account.as_ref();
    // What it can look like with a customer; there is no room for its heading.
    let in_account = in_account.map(|said| {
        let said = text_element("em", "", view.text(said));
        element("p", "sheet-small", said)
    });
    fragment([
        text,
        border.unwrap_or_default(),
        in_account.unwrap_or_default(),
    ])
}

/// What to move from, and what to move towards.
fn from_to(view: &ViewContext, scale: &Scale) -> Html {
    let lines = scale.from_to.iter().map(|line| {
        let line = [
            text(view.text(&line.from)),
            text(" → "),
            text_element("b", "", view.text(&line.to)),
        ];
        element("p", "", line)
    });
    nodes(lines)
}

/// What is said, under its label.
pub(super) fn labelled(label: AttrValue, said: AttrValue) -> Html {
    fragment([
        text_element("p", "sheet-label", label),
        text_element("p", "sheet-said", said),
    ])
}
