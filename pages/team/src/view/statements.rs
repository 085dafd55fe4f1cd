//! The statements: how many gave each answer, as bars around the middle one, in pairs of opposites.

use super::figures::{at, label, line};
use super::{TeamContext, send};
use crate::desk::DeskMsg;
use crate::shell::Shell;
use i18n::whole_score;
use team::{ItemView, ScaleView};
use ui::{
    button_with, captioned_table, disclosure, element, element_with, fragment, head_cell, heads,
    keyed, list, named_section, nodes, on_click, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The section: the scales as buttons, and what belongs to the chosen one. The others are in the
/// document for print alone.
pub(crate) fn statements(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let view = &context.current.view;
    let chosen = shell.desk.theme.min(view.scales.len().saturating_sub(1));
    let send = send(shell);
    let tabs = view.scales.iter().enumerate().map(|(place, scale)| {
        let pressed = match place == chosen {
            true => "true",
            false => "false",
        };
        let names = &["type", "class", "data-part", "aria-pressed"];
        let values = ["button", "team-tab", "button", pressed];
        let name = text(context.scale_name(scale));
        button_with(names, values, name, on_click(&send, DeskMsg::Theme(place)))
    });
    let names = &["class", "role", "aria-label"];
    let values = ["team-tabs no-print", "group", t.statements];
    let tabs = element_with("div", names, values, nodes(tabs));
    let has_ratings = view.scales.iter().flat_map(|scale| &scale.items);
    let has_ratings = has_ratings
        .into_iter()
        .any(|item| item.ratings.given().is_some());
    let hint = match has_ratings {
        true => t.statements_hint.to_owned(),
        false => t.statements_later(view.people as usize),
    };
    let panels = view.scales.iter().enumerate();
    let panels = panels.map(|(place, scale)| panel(context, scale, place == chosen, has_ratings));
    let content = [
        text_element("p", "muted", hint),
        when(has_ratings, || legend(context)),
        tabs,
        element("div", "team-panels", nodes(panels)),
    ];
    named_section("statements", t.statements, fragment(content))
}

/// What the shapes mean.
fn legend(context: &TeamContext) -> Html {
    let options = context.options();
    let entries = options.iter().enumerate().map(|(place, option)| {
        let class = shade(place, options.len());
        let names = &["class", "width", "height"];
        let swatch = element_with("rect", names, [class, "100%", "100%"], Html::default());
        let names = &["class", "aria-hidden", "focusable"];
        let swatch = element_with("svg", names, ["team-swatch", "true", "false"], swatch);
        let name = text_element("span", "", context.option_label(option));
        element("li", "", [swatch, name])
    });
    list("team-legend muted small", nodes(entries))
}

/// How a box is filled, from its place among the answers: disagreement is hatched, agreement is filled,
/// the outermost of each most, and the middle one is empty.
fn shade(place: usize, options: usize) -> &'static str {
    let (twice, middle) = (2 * place, options.saturating_sub(1));
    match twice.cmp(&middle) {
        _ if place == 0 => "box box-most-against",
        _ if place + 1 == options => "box box-most-for",
        std::cmp::Ordering::Less => "box box-against",
        std::cmp::Ordering::Equal => "box box-middle",
        std::cmp::Ordering::Greater => "box box-for",
    }
}

fn panel(context: &TeamContext, scale: &ScaleView, is_chosen: bool, has_ratings: bool) -> Html {
    let t = context.t;
    let pairs = pairs(context, scale);
    let widest = Extent::of_all(scale);
    let drawn = pairs.iter().map(|pair| {
        let rows = pair.iter().map(|item| row(context, item, &widest));
        element("div", "team-pair", nodes(rows))
    });
    let ordered: Vec<&ItemView> = pairs.iter().flatten().copied().collect();
    let content = [
        text_element("h3", "team-panel-title", context.scale_name(scale)),
        when(has_ratings, || nodes(drawn)),
        facets(context, scale),
        when(has_ratings, || {
            disclosure(t.as_table, table(context, scale, &ordered))
        }),
    ];
    let open = match is_chosen {
        true => "yes",
        false => "no",
    };
    let names = &["class", "data-scale", "data-open"];
    let panel = element_with(
        "div",
        names,
        ["team-panel", &scale.id, open],
        fragment(content),
    );
    keyed(&scale.id, panel)
}

/// The items of a scale with each opposite after the other; those without one come last.
fn pairs<'a>(context: &TeamContext, scale: &'a ScaleView) -> Vec<Vec<&'a ItemView>> {
    let find = |item: usize| scale.items.iter().find(|one| one.item == item);
    let mut pairs: Vec<Vec<&ItemView>> = Vec::new();
    for pair in context.instrument.pairs() {
        let both: Vec<&ItemView> = [pair.plus, pair.minus]
            .into_iter()
            .filter_map(find)
            .collect();
        if !both.is_empty() {
            pairs.push(both);
        }
    }
    let is_paired = |item: &ItemView| pairs.iter().flatten().any(|one| one.item == item.item);
    let single: Vec<&ItemView> = scale.items.iter().filter(|item| !is_paired(item)).collect();
    pairs.extend(single.into_iter().map(|item| vec![item]));
    pairs
}

/// How far bars reach to either side of the middle, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Extent {
    against: f64,
    favour: f64,
}

impl Extent {
    /// Of one bar. The middle answer lies half on either side; where there is none, the middle is
    /// between two answers.
    fn of(counts: &[u64]) -> Self {
        let middle = counts.len().saturating_sub(1);
        let mut extent = Self::default();
        for (place, &count) in counts.iter().enumerate() {
            let count = count as f64;
            match (2 * place).cmp(&middle) {
                std::cmp::Ordering::Less => extent.against += count,
                std::cmp::Ordering::Greater => extent.favour += count,
                std::cmp::Ordering::Equal => {
                    extent.against += count / 2.0;
                    extent.favour += count / 2.0;
                }
            }
        }
        extent
    }

    /// Of all bars of a scale, which share one drawing's width.
    fn of_all(scale: &ScaleView) -> Self {
        let counts = scale.items.iter().filter_map(|item| item.ratings.given());
        counts
            .map(|counts| Self::of(counts))
            .fold(Self::default(), |widest, one| Self {
                against: widest.against.max(one.against),
                favour: widest.favour.max(one.favour),
            })
    }

    fn total(self) -> f64 {
        (self.against + self.favour).max(1.0)
    }
}

fn row(context: &TeamContext, item: &ItemView, widest: &Extent) -> Html {
    let t = context.t;
    let statement = text_element("p", "team-statement", context.statement(item));
    let drawing = match item.ratings.given() {
        Some(counts) => bar(counts, widest),
        None => text_element("p", "muted small", t.not_shown_cell),
    };
    let counts = item.ratings.given().map(|counts| {
        let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
        counts.join(" ")
    });
    let names = &["class", "data-item", "data-counts"];
    let values = ["team-row", &*item.id, &*counts.unwrap_or_default()];
    keyed(
        &item.id,
        element_with("div", names, values, fragment([statement, drawing])),
    )
}

/// The least width of a box, in percent for each digit, at which its number is written into it.
const ROOM_FOR_A_DIGIT: f64 = 2.2;

fn bar(counts: &[u64], widest: &Extent) -> Html {
    let unit = 100.0 / widest.total();
    let middle = widest.against * unit;
    let mut x = middle - Extent::of(counts).against * unit;
    let mut boxes = Vec::new();
    for (place, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let width = count as f64 * unit;
        let class = shade(place, counts.len());
        let names = &["class", "x", "y", "width", "height"];
        let values = [class, &*at(x), "8%", &*at(width), "84%"];
        boxes.push(element_with("rect", names, values, Html::default()));
        let number = count.to_string();
        if width >= ROOM_FOR_A_DIGIT * number.len() as f64 {
            let class = match class {
                "box box-most-for" => "box-number box-number-on-dark",
                "box box-for" => "box-number box-number-plain",
                _ => "box-number",
            };
            boxes.push(label(class, &at(x + width / 2.0), "50%", number));
        }
        x += width;
    }
    let middle = at(middle);
    let content = fragment([
        line("team-middle", [&middle, &middle, "-12%", "112%"]),
        line(
            "team-middle team-middle-on",
            [&middle, &middle, "-60%", "160%"],
        ),
        nodes(boxes),
    ]);
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    element_with(
        "svg",
        names,
        ["team-answers", "chart", "true", "false"],
        content,
    )
}

fn facets(context: &TeamContext, scale: &ScaleView) -> Html {
    let t = context.t;
    let of = context.instrument.scales().get(scale.scale);
    let rows = scale.facets.iter().map(|facet| {
        let name = of.and_then(|of| of.facets.get(facet.facet));
        let name = name.map_or(&*facet.id, |one| one.name.get(context.language));
        let mean = match facet.mean.given() {
            Some(mean) => untranslated_element("td", "number", whole_score(*mean)),
            None => text_element("td", "muted", t.not_shown_cell),
        };
        element("tr", "", [head_cell("row", "", name.to_owned()), mean])
    });
    let columns = heads(&[("", t.column_facet), ("number", t.column_mean)]);
    when(!scale.facets.is_empty(), || {
        let caption = t.facets_caption(&context.scale_name(scale));
        captioned_table(caption, columns, nodes(rows))
    })
}

fn table(context: &TeamContext, scale: &ScaleView, items: &[&ItemView]) -> Html {
    let t = context.t;
    let options = context.options();
    let names = options.iter().map(|option| {
        let label = context.option_label(option);
        head_cell("col", "number", label)
    });
    let columns = fragment([head_cell("col", "", t.column_statement), nodes(names)]);
    let rows = items.iter().map(|item| {
        let cells = match item.ratings.given() {
            Some(counts) => nodes(
                counts
                    .iter()
                    .map(|count| untranslated_element("td", "number", count.to_string())),
            ),
            None => {
                let span = options.len().to_string();
                element_with("td", &["colspan"], [&span], text(t.not_shown_cell))
            }
        };
        let statement = head_cell("row", "", context.statement(item));
        element("tr", "", [statement, cells])
    });
    let caption = t.statements_caption(&context.scale_name(scale));
    captioned_table(caption, columns, nodes(rows))
}

#[cfg(test)]
mod tests {
    use super::{Extent, shade};

    #[test]
    fn a_bar_reaches_as_far_as_its_answers_and_half_of_the_middle_one() {
        let extent = Extent::of(&[1, 4, 2, 4, 1]);
        assert_eq!((extent.against, extent.favour), (6.0, 6.0));
        let extent = Extent::of(&[2, 6, 2, 2, 0]);
        assert_eq!((extent.against, extent.favour), (9.0, 3.0));
        let even = Extent::of(&[3, 1, 2, 5]);
        assert_eq!((even.against, even.favour), (4.0, 7.0));
    }

    #[test]
    fn disagreement_is_hatched_and_agreement_is_filled_whatever_the_number_of_answers() {
        let all = |options: usize| -> Vec<&str> {
            let shades = (0..options).map(|place| shade(place, options));
            shades
                .map(|one| one.trim_start_matches("box box-"))
                .collect()
        };
        assert_eq!(
            all(5),
            ["most-against", "against", "middle", "for", "most-for"]
        );
        assert_eq!(all(4), ["most-against", "against", "for", "most-for"]);
        assert_eq!(all(3), ["most-against", "middle", "most-for"]);
    }
}
