//! The answers about effort and expectation beside each other, put up for discussion.

use model::Session;
use report::Report;
use ui::{
    Content, ViewContext, disclosure, element, element_with, fragment, head_cell, heads, keyed,
    list, named_section, nodes, table, text_element,
};
use yew::prelude::*;

/// The facets about what goes in and what comes out, each in its scale. No definition says which they
/// are, and one that is published stays as it is; so those of the scan's versions are named here.
const FACETS: [(&str, &str); 4] = [
    ("commitment", "extra_effort"),
    ("commitment", "loss"),
    ("limiting_beliefs", "effort"),
    ("limiting_beliefs", "effort_yield"),
];

/// The answers to them, but for those of a scale that was withheld.
pub(super) fn effort_answers(view: &ViewContext, session: &Session, report: &Report) -> Html {
    let t = &view.messages().work;
    let instrument = &view.instrument;
    let items = instrument.items().iter().enumerate().filter(|(_, item)| {
        let scale = &instrument.scales()[item.scale];
        let is_shared = report.shared().any(|one| one.scale == item.scale);
        is_shared && FACETS.contains(&(&scale.id, &scale.facets[item.facet].id))
    });
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for (n, item) in items {
        let value = session.answers().rating(n).map(|rating| rating.value());
        let label = value.map_or(AttrValue::Static(t.no_answer), |value| view.label(value));
        let row = [
            text_element("span", "", view.text(&item.text)),
            picture(view, value),
            text_element("small", "muted", &label),
        ];
        let cell = [
            head_cell("row", "", view.text(&item.text)),
            text_element("td", "", label),
        ];
        rows.push(keyed(&item.id, element("li", "effort-answer", row)));
        cells.push(keyed(&item.id, element("tr", "", cell)));
    }
    if rows.is_empty() {
        return Html::default();
    }
    let result = &view.messages().result;
    let response = instrument.response_scale();
    let heads = heads(&[("", result.column_item), ("", result.column_answer)]);
    let ends = t.effort_ends(&view.label(response.min), &view.label(response.max));
    let table = table(t.effort, heads, cells.into_html());
    let content = [
        text_element("p", "", t.effort_lead),
        text_element("p", "muted small", ends),
        list("effort-answers", rows.into_html()),
        disclosure(result.as_table, table),
        text_element("p", "muted small", t.effort_view),
    ];
    named_section("effort-answers", t.effort, fragment(content))
}

/// The answer among the options. Only a picture of the words beside it.
fn picture(view: &ViewContext, value: Option<u8>) -> Html {
    let response = view.instrument.response_scale();
    let last = response.options.len().saturating_sub(1).max(1);
    let dots = response.options.iter().enumerate().map(|(n, option)| {
        let chosen = Some(option.value) == value;
        let x = 8 + 184 * n / last;
        let [class, radius] = match chosen {
            true => ["effort-chosen", "7"],
            false => ["effort-option", "3"],
        };
        let values = [class, &x.to_string(), "10", radius];
        element_with(
            "circle",
            &["class", "cx", "cy", "r"],
            values,
            Html::default(),
        )
    });
    let names = &["x1", "y1", "x2", "y2"];
    let line = element_with("line", names, ["8", "10", "192", "10"], Html::default());
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["effort-answer-picture", "0 0 200 20", "true", "false"];
    element_with("svg", names, values, fragment([line, nodes(dots)]))
}
