//! One theme: what it means, its score, what stands out within it, and a question to oneself.

use super::profile::{arrow_to_the_left, cut_labels, interval, intervals_shown};
use model::{Facet, FromTo, Polarity, Scale};
use report::{Contribution, Report, ScaleReport, band_label, direction_text};
use scoring::Scored;
use ui::{
    ViewContext, axis, disclosure, element, fragment, keyed, list, node_vec, nodes, score_bar,
    section, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// One theme; nothing of one that was left out of the file that is read.
pub(super) fn theme(view: &ViewContext, report: &Report, scale: usize) -> Html {
    let mut shared = report.shared();
    match shared.find(|one| one.scale == scale) {
        Some(scale) => of_a_scale(view, scale, intervals_shown(view, report)),
        None => text_element("p", "muted", view.messages().files.not_shared),
    }
}

fn of_a_scale(view: &ViewContext, report: &ScaleReport, with_interval: bool) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let (name, short_name) = (view.text(&scale.name), view.text(&scale.short_name));
    let score = match &report.score.scored {
        Some(scored) => score(view, report, scored, with_interval),
        None => text_element("p", "", reason_or_band(view, report)),
    };
    let meaning = [
        when(name != short_name, || {
            text_element("p", "theme-name muted", name)
        }),
        text_element("p", "muted", view.text(&scale.definition)),
        score,
    ];
    let scored = report.score.scored.as_ref();
    let in_account = scored.and_then(|scored| scale.band(scored.band).in_account.as_ref());
    let in_account =
        in_account.map(|said| section(t.in_account, text_element("p", "", view.text(said))));
    let sections = [
        element("div", "stack", meaning),
        facets(view, report),
        in_account.unwrap_or_default(),
        from_to(view, &scale.from_to),
    ];
    let columns = [
        element("div", "theme-text sections", sections),
        questions(view, report),
    ];
    keyed(&scale.id, element("div", "theme", columns))
}

/// The label of the band; without a score, why there is none.
fn reason_or_band(view: &ViewContext, report: &ScaleReport) -> String {
    let scale = &view.instrument.scales()[report.scale];
    band_label(scale, report, view.language, view.messages())
}

/// The score, what its band means, and what moved it.
fn score(view: &ViewContext, report: &ScaleReport, scored: &Scored, with_interval: bool) -> Html {
    let scale = &view.instrument.scales()[report.scale];
    let cuts = view.instrument.rules().cuts;
    let head = [
        text_element("p", "theme-band", reason_or_band(view, report)),
        untranslated_element("p", "theme-number", view.score(scored.percent)),
    ];
    let range = interval(&report.score, with_interval);
    let drawn = [
        element("div", "theme-score-head", head),
        score_bar(Some(scored.percent), range, cuts),
        axis(cuts, cut_labels(view).map(AttrValue::from)),
        direction_text(scale, report, view.messages())
            .map(arrow_to_the_left)
            .unwrap_or_default(),
    ];
    let folds = [border(view, report), most_telling(view, scale, report)];
    fragment([
        element("div", "theme-score", drawn),
        text_element("p", "", view.text(&scale.band(scored.band).text)),
        element("div", "theme-folds", folds),
    ])
}

/// Near a border, the text of the band on its other side.
fn border(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let neighbour = report.neighbour.map(|neighbour| {
        let band = scale.band(neighbour);
        let label = band.label.get(view.language);
        let content = [
            text_element("p", "muted small", t.border(label)),
            disclosure(
                t.border_open(label),
                text_element("p", "", view.text(&band.text)),
            ),
        ];
        element("div", "theme-border", content)
    });
    neighbour.unwrap_or_default()
}

/// The answers that moved the score most, to either side.
fn most_telling(view: &ViewContext, scale: &Scale, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let (both, lifted, lowered) = match scale.polarity {
        Polarity::Limiting => (t.both_limiting, t.lifted_limiting, t.lowered_limiting),
        Polarity::Supporting => (t.both, t.lifted, t.lowered),
    };
    let moved = [
        contributions(view, lifted, t.nothing_lifted, &report.lifted),
        contributions(view, lowered, t.nothing_lowered, &report.lowered),
    ];
    disclosure(both, element("div", "theme-columns", moved))
}

fn contributions(
    view: &ViewContext,
    title: &'static str,
    nothing: &'static str,
    moved: &[Contribution],
) -> Html {
    let rows = moved.iter().map(|one| {
        let item = &view.instrument.items()[one.item];
        let row = [
            text(view.text(&item.text)),
            text_element("small", "", view.label(one.value)),
        ];
        keyed(&item.id, element("li", "", row))
    });
    let rows = match moved.is_empty() {
        true => text_element("p", "muted small", nothing),
        false => list("contributions", nodes(rows)),
    };
    element("div", "", [text_element("h2", "label", title), rows])
}

/// What stands out within the theme: strong before to gain, and those of which nothing is said named.
fn facets(view: &ViewContext, report: &ScaleReport) -> Html {
    let (t, theme) = (&view.messages().result, &view.messages().theme);
    let scale = &view.instrument.scales()[report.scale];
    let said = &report.facets;
    let facet = |n: &usize| &scale.facets[*n];
    let strong = said.strong.iter().map(facet).filter_map(|facet| {
        let texts = facet.texts.as_ref()?;
        let kind = ("label facet-strong", t.facets_strong);
        Some(row_of_a_facet(view, facet, kind, view.text(&texts.strong)))
    });
    let to_gain = said.to_gain.iter().map(facet).filter_map(|facet| {
        let texts = facet.texts.as_ref()?;
        let kind = ("label facet-to-gain", t.facets_to_gain);
        Some(row_of_a_facet(view, facet, kind, view.text(&texts.to_gain)))
    });
    let rows = node_vec(strong.chain(to_gain));
    let unsaid = said.unsaid.iter().map(facet);
    let unsaid = unsaid.filter(|facet| facet.texts.is_some());
    let unsaid: Vec<&str> = unsaid.map(|facet| facet.name.get(view.language)).collect();
    // The sentence counts the statements of a part.
    let rest_on_two =
        (0..scale.facets.len()).all(|n| view.instrument.facet_items(report.scale, n).count() == 2);
    let unsaid = match (rows.is_empty(), unsaid.is_empty()) {
        (true, _) if report.score.scored.is_none() => return Html::default(),
        (true, true) => return Html::default(),
        (true, false) => theme.facets_nothing.to_owned(),
        (false, true) => String::new(),
        (false, false) => theme.facets_unsaid(&theme.quoted_names(&unsaid)),
    };
    let foot = if rest_on_two { t.facets_foot } else { "" };
    let foot = [&unsaid, " ", foot].concat().trim().to_owned();
    let content = [
        list("facets", fragment(rows)),
        when(!foot.is_empty(), || text_element("p", "muted small", foot)),
    ];
    section(t.facets_title, content)
}

fn row_of_a_facet(
    view: &ViewContext,
    facet: &Facet,
    (class, kind): (&'static str, &'static str),
    sentence: AttrValue,
) -> Html {
    let row = [
        text_element("p", class, kind),
        text_element("p", "facet-name", view.text(&facet.name)),
        text_element("p", "", sentence),
    ];
    keyed(&facet.id, element("li", "", row))
}

/// What can change, in pairs.
fn from_to(view: &ViewContext, lines: &[FromTo]) -> Html {
    let t = &view.messages().result;
    if lines.is_empty() {
        return Html::default();
    }
    let lines = lines.iter().map(|line| {
        let pair = [
            text_element("dt", "", t.from),
            text_element("dd", "muted", view.text(&line.from)),
            text_element("dt", "label", t.to),
            text_element("dd", "", view.text(&line.to)),
        ];
        element("div", "", pair)
    });
    section(t.from_to, element("dl", "from-to", nodes(lines)))
}

/// The reader's own question, and one for the coach.
fn questions(view: &ViewContext, report: &ScaleReport) -> Html {
    let scale = &view.instrument.scales()[report.scale];
    let own = report
        .self_question
        .and_then(|n| scale.self_questions.get(n));
    let of_coach = report.coach_question.and_then(|one| one.text(scale));
    let t = &view.messages().theme;
    let kind = match view.instrument.is_by_managers() {
        true => t.team_question,
        false => t.coach_question,
    };
    let asked = [
        (view.messages().result.ask_yourself, "own-question", own),
        (kind, "coach-question", of_coach),
    ];
    let asked = node_vec(asked.into_iter().filter_map(|(kind, class, question)| {
        let question = [
            text_element("h2", "label", kind),
            text_element("p", class, view.text(question?)),
        ];
        Some(element("div", "", question))
    }));
    when(!asked.is_empty(), || {
        element("div", "theme-questions", asked)
    })
}
