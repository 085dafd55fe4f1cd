//! How well the statements of each theme hang together: each figure in a sentence.

use super::TeamContext;
use super::figures::coefficient;
use team::ScaleView;
use ui::{
    captioned_table, disclosure, element, fragment, head_cell, heads, list, named_section, nodes,
    text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The section, where there are people enough for any of it.
pub(crate) fn coherence(context: &TeamContext) -> Html {
    let t = context.t;
    let scales = &context.current.view.scales;
    let sentences: Vec<String> = scales
        .iter()
        .flat_map(|one| sentences(context, one))
        .collect();
    when(!sentences.is_empty(), || {
        let sentences = sentences.into_iter().map(|one| text_element("li", "", one));
        let tables = scales.iter().map(|scale| of_items(context, scale));
        let content = [
            text_element("p", "muted", t.coherence_hint),
            list("team-coherence", nodes(sentences)),
            nodes(tables),
        ];
        named_section("coherence", t.coherence, fragment(content))
    })
}

fn sentences(context: &TeamContext, scale: &ScaleView) -> Vec<String> {
    let (t, name) = (context.t, context.scale_name(scale));
    let number = |value: f64| coefficient(value, context.language);
    let alpha = scale.alpha.given().map(|alpha| {
        let [value, low, high] = [alpha.value, alpha.low, alpha.high].map(number);
        t.alpha(&name, &value, &low, &high)
    });
    let omega = scale.omega.given();
    let omega = omega.map(|omega| t.omega_is(&name, &number(*omega)));
    alpha.into_iter().chain(omega).collect()
}

fn of_items(context: &TeamContext, scale: &ScaleView) -> Html {
    let t = context.t;
    let has_any = scale
        .items
        .iter()
        .any(|item| item.item_rest.given().is_some());
    when(has_any, || {
        let rows = scale.items.iter().map(|item| {
            let cell = |figure: &team::Figure<f64>| match figure.given() {
                Some(value) => {
                    let value = coefficient(*value, context.language);
                    untranslated_element("td", "number", value)
                }
                None => text_element("td", "muted", t.not_shown_cell),
            };
            let statement = head_cell("row", "", context.statement(item));
            element(
                "tr",
                "",
                [
                    statement,
                    cell(&item.item_rest),
                    cell(&item.alpha_if_dropped),
                ],
            )
        });
        let columns = heads(&[
            ("", t.column_statement),
            ("number", t.column_item_rest),
            ("number", t.column_alpha_without),
        ]);
        let caption = t.item_rest_caption(&context.scale_name(scale));
        let table = captioned_table(caption.clone(), columns, nodes(rows));
        disclosure(caption, table)
    })
}
