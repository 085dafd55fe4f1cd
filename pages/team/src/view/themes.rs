//! The themes: each mean as a dot, and from eight people on its spread as a line.

use super::TeamContext;
use super::figures::{at, day, line};
use i18n::{decimal, score_text, whole_score};
use model::{BandCuts, Polarity};
use team::{Figure, Moment, ScaleView};
use ui::{
    axis, captioned_table, disclosure, element, element_with, fragment, heads, keyed,
    named_section, nodes, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The section.
pub(crate) fn themes(context: &TeamContext) -> Html {
    let (t, view) = (context.t, &context.current.view);
    let rows = view.scales.iter().map(|scale| row(context, scale));
    let has_spread = view.scales.iter().any(|scale| scale.sd.given().is_some());
    let hint = match (&context.current.before, view.selection.moment) {
        (Some(_), Moment::FromOfBoth(at)) => t.themes_hint_two(&day(at, context.language)),
        _ if has_spread => t.themes_hint_spread(view.people as usize),
        _ => t.themes_hint(view.people as usize),
    };
    let cuts = context.instrument.rules().cuts;
    let border = |part: u32| {
        let percent = 100.0 * f64::from(part) / f64::from(cuts.parts);
        AttrValue::from(score_text(percent, context.language))
    };
    let labels = [border(cuts.low_below), border(cuts.high_above)];
    let content = [
        element("div", "team-axis", axis(cuts, labels)),
        element("div", "team-themes", nodes(rows)),
        text_element("p", "muted small", hint),
        when(view.people < 10, || {
            text_element("p", "muted small", t.whole_points)
        }),
        disclosure(t.as_table, table(context)),
    ];
    named_section("themes", t.themes, fragment(content))
}

/// The same scale in the view of the earlier moment.
fn before<'a>(context: &'a TeamContext, scale: &ScaleView) -> Option<&'a ScaleView> {
    let before = context.current.before.as_ref()?;
    before.scales.iter().find(|one| one.scale == scale.scale)
}

fn row(context: &TeamContext, scale: &ScaleView) -> Html {
    let t = context.t;
    let mean = scale.mean.given().copied();
    let earlier = before(context, scale).and_then(|one| one.mean.given().copied());
    let number = match mean {
        Some(mean) => {
            let earlier = earlier.map(|earlier| [&*whole_score(earlier), " → "].concat());
            let number = earlier.unwrap_or_default() + &whole_score(mean);
            untranslated_element("span", "number", number)
        }
        None => text_element("span", "muted small", t.no_mean),
    };
    let of = context.instrument.scales().get(scale.scale);
    let is_limiting = of.is_some_and(|one| one.polarity == Polarity::Limiting);
    let lower = when(is_limiting, || {
        let arrow = element_with("span", &["aria-hidden"], ["true"], text("← "));
        let content = [arrow, text(t.lower_is_better)];
        element("span", "team-lower muted small", content)
    });
    let spread = match earlier {
        // Two spreads over each other cannot be told apart.
        Some(_) => None,
        None => scale.sd.given().copied(),
    };
    let cuts = context.instrument.rules().cuts;
    let content = fragment([
        text_element("span", "team-theme-name", context.scale_name(scale)),
        drawing(mean, spread, earlier, cuts),
        number,
        lower,
    ]);
    let names = &["class", "data-part", "data-scale", "data-mean", "data-sd"];
    let decimals = |figure: Option<f64>| figure.map(|one| decimal(one, 2)).unwrap_or_default();
    let (mean, sd) = (decimals(mean), decimals(scale.sd.given().copied()));
    let values = ["team-theme", "score", &*scale.id, &*mean, &*sd];
    keyed(&scale.id, element_with("div", names, values, content))
}

/// The line from 0 to 100 with the two cuts, the spread and the dot; a ring is the earlier mean.
fn drawing(mean: Option<f64>, sd: Option<f64>, earlier: Option<f64>, cuts: BandCuts) -> Html {
    let part = |part: u32| at(100.0 * f64::from(part) / f64::from(cuts.parts));
    let cuts = [part(cuts.low_below), part(cuts.high_above)];
    let spread = mean.zip(sd).map(|(mean, sd)| {
        let low = at((mean - sd).max(0.0));
        let high = at((mean + sd).min(100.0));
        fragment([
            line("team-spread", [&low, &high, "50%", "50%"]),
            line("team-spread", [&low, &low, "34%", "66%"]),
            line("team-spread", [&high, &high, "34%", "66%"]),
        ])
    });
    let mark = |class: &str, percent: f64| {
        let names = &["class", "cx", "cy", "r"];
        let values = [class, &*at(percent), "50%", "8"];
        element_with("circle", names, values, Html::default())
    };
    let content = fragment([
        line("bar-track", ["0", "100%", "50%", "50%"]),
        nodes(cuts.iter().map(|x| line("bar-cut", [x, x, "0", "100%"]))),
        spread.unwrap_or_default(),
        earlier
            .map(|earlier| mark("team-ring", earlier))
            .unwrap_or_default(),
        mean.map(|mean| mark("team-dot", mean)).unwrap_or_default(),
    ]);
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    let values = ["team-bar", "chart", "true", "false"];
    element_with("svg", names, values, content)
}

fn table(context: &TeamContext) -> Html {
    let t = context.t;
    let figure = |figure: &Figure<f64>| match figure.given() {
        Some(value) => untranslated_element("td", "number", whole_score(*value)),
        None => text_element("td", "muted", t.not_shown_cell),
    };
    let is_compared = context.current.before.is_some();
    let rows = context.current.view.scales.iter().map(|scale| {
        let name = element_with("th", &["scope"], ["row"], text(context.scale_name(scale)));
        let earlier = when(is_compared, || match before(context, scale) {
            Some(scale) => figure(&scale.mean),
            None => figure(&Figure::Not(team::Why::CannotBe)),
        });
        let people = untranslated_element("td", "number", scale.people.to_string());
        element(
            "tr",
            "",
            [
                name,
                earlier,
                figure(&scale.mean),
                figure(&scale.sd),
                people,
            ],
        )
    });
    let number = |name: &'static str| ("number", name);
    let columns = match is_compared {
        true => heads(&[
            ("", t.column_theme),
            number(t.column_before),
            number(t.column_mean),
            number(t.column_spread),
            number(t.column_people),
        ]),
        false => heads(&[
            ("", t.column_theme),
            number(t.column_mean),
            number(t.column_spread),
            number(t.column_people),
        ]),
    };
    captioned_table(t.themes_caption, columns, nodes(rows))
}
