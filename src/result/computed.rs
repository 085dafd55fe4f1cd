//! How it was computed: the rules, and every score opening to its items.

use super::ResultProps;
use super::profile::cut_labels;
use model::{Answer, Language};
use report::{ItemLine, ScaleReport};
use ui::{
    ViewContext, disclosure, element, heads, keyed, list, nodes, section, table, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// What exactly was answered: the title, the version and the language of the questionnaire.
pub(super) fn what_was_answered(props: &ResultProps) -> String {
    let view = &props.view;
    let language = match props.session.parts().language {
        Language::Nl => "Nederlands",
        Language::En => "English",
    };
    let about = [
        view.instrument.title().get(view.language),
        &view.messages().common.version(view.instrument.version()),
        language,
    ];
    about.join(" · ")
}

pub(super) fn computed(props: &ResultProps) -> Html {
    let (view, report) = (&props.view, &props.report);
    let t = &view.messages().result;
    let response = view.instrument.response_scale();
    let (numerator, denominator) = view.instrument.rules().min_answered;
    let [low, high] = cut_labels(view);
    let mut rules = vec![
        t.rule_key(response.min, response.max),
        t.rule_pomp.to_string(),
        t.rule_missing(numerator, denominator),
        t.rule_cuts(&low, &high),
    ];
    if view.instrument.rules().precision {
        rules.push(t.rule_interval.to_string());
    }
    let rules = rules.into_iter().map(|rule| text_element("li", "", rule));
    let scales = report.shared().map(|scale| items(view, scale));
    let opened = [
        disclosure(t.rules, list("limits", nodes(rules))),
        nodes(scales),
    ];
    let lead = text_element("p", "", t.computed_lead);
    let about = text_element("p", "muted small", what_was_answered(props));
    section(t.computed, [lead, about, element("div", "", opened)])
}

fn items(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let summary = t.show_items(scale.short_name.get(view.language));
    let outcome = match &report.score.scored {
        Some(scored) => {
            let mut line = t.sum(scored.raw, scored.raw_min, scored.raw_max);
            line.push_str(" 100 × (");
            for (sign, number) in [
                ("", scored.raw),
                (" − ", scored.raw_min),
                (") ÷ (", scored.raw_max),
                (" − ", scored.raw_min),
            ] {
                line.push_str(sign);
                line.push_str(&number.to_string());
            }
            line.push_str(") = ");
            line.push_str(&view.score(scored.percent));
            line
        }
        None => {
            let score = &report.score;
            t.too_few(score.answered, score.needed, score.total)
        }
    };
    let heads = heads(&[
        ("", t.column_item),
        ("", t.column_answer),
        ("", t.column_direction),
        ("number", t.column_counts),
    ]);
    let rows = report.items.iter().map(|line| row(view, line));
    let content = [
        table(summary.clone(), heads, nodes(rows)),
        untranslated_element("p", "number small", outcome),
    ];
    disclosure(summary, content)
}

fn row(view: &ViewContext, line: &ItemLine) -> Html {
    let t = &view.messages().result;
    let item = &view.instrument.items()[line.item];
    let answer = match line.answer {
        Some(Answer::Rated(rating)) => {
            let mut text = rating.value().to_string();
            text.push_str(" · ");
            text.push_str(&view.label(rating.value()));
            text.into()
        }
        Some(Answer::Skipped | Answer::CannotJudge) => {
            AttrValue::Static(view.messages().journey.skipped)
        }
        None => AttrValue::Static(view.messages().journey.not_seen),
    };
    let direction = if line.reversed {
        t.reversed
    } else {
        t.as_given
    };
    let counts = line
        .counts_as
        .map_or("–".to_string(), |value| value.to_string());
    let cells = [
        text_element("td", "", view.text(&item.text)),
        untranslated_element("td", "", answer),
        text_element("td", "", direction),
        untranslated_element("td", "number", counts),
    ];
    keyed(&item.id, element("tr", "", cells))
}
