//! The picture of effort: two flows from conversations by quotes to deals, one below the other and
//! on one scale. What stays runs straight on; what falls away bends down, hatched, and fades.
//!
//! Across, the shapes stretch with the page; down, everything is in `rem`, as the texts between them
//! are. A number beside each shape says how much it is.

use super::{enough, said};
use i18n::{CalculatorTexts, decimal};
use scoring::{Amount, Effort, Flow};
use ui::{ViewContext, element, element_with, field_id, fragment, nodes, text, text_element, when};
use yew::prelude::*;

/// The width in which the shapes are drawn, which is stretched to that of the page.
const WIDTH: u32 = 480;
/// Where each post begins: of conversations, quotes and deals.
const POSTS: [u32; 3] = [0, 211, 467];
const POST_WIDTH: u32 = 13;
/// How far what falls away runs on, and how far down it bends.
const BRANCH: u32 = 92;
const DROP: f64 = 36.0;

/// How high the highest post is, in sixteenths of a `rem` as all heights here.
const HIGHEST: f64 = 136.0;
/// What is thinner cannot be seen.
const THINNEST: f64 = 3.0;
/// Where the shapes begin, below the names and numbers of the posts.
const TOP: f64 = 58.0;
/// The lines of the names of the posts, and of their numbers.
const NAMES: f64 = 15.0;
const NUMBERS: f64 = 48.0;
const LINE: f64 = 20.0;
/// With more letters than these the numbers of the posts are smaller on a phone.
const MANY_LETTERS: usize = 12;
/// From the middle of a line to where its letters stand.
const TO_MIDDLE: f64 = 5.0;

/// The heights of the three posts.
type Heights = [f64; 3];

/// Both flows, each with what it says in words.
pub(super) fn picture(view: &ViewContext, effort: &Effort) -> Html {
    let t = &view.messages().calculator;
    let most = f64::from(effort.with_extra.conversations.hundredths);
    let height = |amount: Amount| {
        let part = f64::from(amount.hundredths) / most;
        (HIGHEST * part).max(THINNEST)
    };
    let heights = |flow: &Flow| [flow.conversations, flow.quotes, flow.deals].map(height);
    let (paper, extra) = (&effort.on_paper, &effort.with_extra);
    let more = [
        extra.conversations.less(paper.conversations),
        extra.quotes.less(paper.quotes),
        extra.deals.less(paper.deals),
    ];
    element(
        "div",
        "flows",
        [
            drawn(t, ("paper", t.on_paper), paper, heights(paper), None),
            drawn(
                t,
                ("extra", t.with_extra),
                extra,
                heights(extra),
                Some(more),
            ),
        ],
    )
}

/// One flow under its name; `more` is what the fifth extra is of each post.
fn drawn(
    t: &CalculatorTexts,
    (id, name): (&str, &'static str),
    flow: &Flow,
    heights: Heights,
    more: Option<[Amount; 3]>,
) -> Html {
    let amounts = [flow.conversations, flow.quotes, flow.deals];
    let [conversations, quotes, deals] = amounts.map(|amount| said(t, amount));
    let lost = [flow.no_quote(), flow.no_deal()];
    let [no_quote, no_deal] = lost.map(|amount| said(t, amount));
    let enough = enough(t, flow.to_spare);
    let in_words = t.flow(name, &conversations, &quotes, &deals);
    let in_words = t.flow_lost(&in_words, &no_quote, &no_deal, &enough);

    let open = more.map(|more| {
        let part = |n: usize| {
            let part = f64::from(more[n].hundredths) / f64::from(amounts[n].hundredths);
            // Half of a thin post at most, so that both halves are there.
            (heights[n] * part).max(THINNEST).min(heights[n] / 2.0)
        };
        [part(0), part(1), part(2)]
    });
    // How many more is said at the open end, or where there is no room for that, beside the number.
    let plus = more.map(|more| ["+", &said(t, more[0])].concat());
    let beside_number = plus.as_ref().map(|plus| {
        let plus = [" ", plus].concat();
        text_element("tspan", "flow-more-beside", plus)
    });
    let at_end = plus.zip(open).map(|(plus, open)| {
        let middle = TOP + heights[0] - open[0] / 2.0;
        label("flow-more", "-1.6%", middle + TO_MIDDLE, text(plus))
    });
    let is_long = conversations.len() + quotes.len() + deals.len() > MANY_LETTERS;
    let class = match is_long {
        true => "flow-drawing flow-long",
        false => "flow-drawing",
    };
    let heads = [
        ("0", "", t.conversations, conversations, beside_number),
        ("43.96%", "", t.quotes, quotes, None),
        ("100%", "flow-end ", t.deals, deals, None),
    ];
    let heads = heads.into_iter().map(|(x, class, name, amount, more)| {
        let class = |kind: &str| [class, kind].concat();
        let amount = fragment([text(amount), more.unwrap_or_default()]);
        fragment([
            label(&class("flow-name"), x, NAMES, text(name)),
            label(&class("flow-amount"), x, NUMBERS, amount),
        ])
    });
    let fallen = (0..2).map(|n| {
        let (x, name, amount, least) = match n {
            0 => ("23.1%", t.no_quote, &no_quote, 0.0),
            // Never on the line of what is said below the deals.
            _ => ("67.1%", t.no_deal, &no_deal, 2.4 * LINE),
        };
        when(lost[n] > Amount::default(), || {
            let stays = heights[n + 1];
            let middle = f64::midpoint(heights[n], stays) + DROP;
            let y = TOP + middle.max(stays + least);
            fragment([
                label("flow-number", x, y, text(amount.clone())),
                label("flow-what", x, y + LINE, text(name)),
            ])
        })
    });
    let below = TOP + heights[2] + LINE;
    let height = TOP + heights[0] + DROP + LINE;
    let drawing = fragment([
        shapes(id, heights, lost, open),
        nodes(heads),
        at_end.unwrap_or_default(),
        nodes(fallen),
        label("flow-what flow-end", "100%", below, text(enough)),
    ]);
    let names = &["class", "height", "role", "aria-label", "focusable"];
    let values = [class, &rem(height), "img", &in_words, "false"];
    let title = [
        text_element("p", "flow-title", name),
        text_element("p", "muted small", t.per_week(flow.a_week)),
    ];
    let content = [
        element("div", "flow-head", title),
        element_with("svg", names, values, drawing),
    ];
    element_with(
        "div",
        &["class", "data-flow"],
        ["flow", id],
        fragment(content),
    )
}

/// The posts, what runs on between them, and what falls away.
fn shapes(id: &str, heights: Heights, lost: [Amount; 2], open: Option<Heights>) -> Html {
    let [hatch, fade, mask] =
        ["hatch", "fade", "mask"].map(|part| field_id(&["flow-", id, "-", part].concat()));
    let steps = (0..2).map(|n| {
        let (x, next) = (POSTS[n] + POST_WIDTH, POSTS[n + 1]);
        let stays = rect("flow-stays", [x, next - x], 0.0, heights[n + 1]);
        let (class, from) = ("flow-falls", heights[n + 1].min(heights[n]));
        let falls = when(lost[n] > Amount::default(), || {
            let thick = (heights[n] - from).max(THINNEST / 2.0);
            let names = &["class", "d", "fill", "mask"];
            let (hatch, mask) = (url(&hatch), url(&mask));
            let values = [class, &branch(x, from, thick), &hatch, &mask];
            element_with("path", names, values, Html::default())
        });
        fragment([falls, stays])
    });
    let posts = (0..3).map(|n| {
        let across = [POSTS[n], POST_WIDTH];
        let open = open.map(|open| {
            // What is left of the post around it is its edge.
            let (inset, across) = (open[n].min(THINNEST) / 4.0, [across[0] + 1, across[1] - 2]);
            let from = heights[n] - open[n] + inset;
            rect("flow-open", across, from, open[n] - 2.0 * inset)
        });
        let post = rect("flow-post", across, 0.0, heights[n]);
        fragment([post, open.unwrap_or_default()])
    });
    let height = heights[0] + DROP + 2.0;
    let view_box = ["0 0 ", &WIDTH.to_string(), " ", &length(height)].concat();
    let names = &["y", "width", "height", "viewBox", "preserveAspectRatio"];
    let values = [&*rem(TOP), "100%", &rem(height), &view_box, "none"];
    let drawn = fragment([
        definitions(&hatch, &fade, &mask),
        nodes(steps),
        nodes(posts),
    ]);
    element_with("svg", names, values, drawn)
}

/// What falls away: it leaves its post straight, bends down and runs on.
fn branch(x: u32, y: f64, thick: f64) -> String {
    let (middle, end) = ((x + BRANCH / 2).to_string(), (x + BRANCH).to_string());
    let x = x.to_string();
    let [above, below] = [y, y + thick].map(length);
    let [end_above, end_below] = [y + DROP, y + thick + DROP].map(length);
    [
        "M", &x, &above, "C", &middle, &above, &middle, &end_above, &end, &end_above, "L", &end,
        &end_below, "C", &middle, &end_below, &middle, &below, &x, &below, "Z",
    ]
    .join(" ")
}

/// The hatching of what falls away, and how it fades.
fn definitions(hatch: &str, fade: &str, mask: &str) -> Html {
    let line = element_with(
        "line",
        &["class", "y2"],
        ["flow-hatch", "6"],
        Html::default(),
    );
    let names = &["id", "width", "height", "patternUnits", "patternTransform"];
    let values = [hatch, "6", "6", "userSpaceOnUse", "rotate(45)"];
    let pattern = element_with("pattern", names, values, line);
    let stop = |offset: &str, opacity: &str| {
        let names = &["offset", "stop-color", "stop-opacity"];
        element_with("stop", names, [offset, "#fff", opacity], Html::default())
    };
    let stops = fragment([stop("0.3", "1"), stop("1", "0")]);
    let gradient = element_with("linearGradient", &["id"], [fade], stops);
    let names = &["width", "height", "fill"];
    let filled = element_with("rect", names, ["1", "1", &url(fade)], Html::default());
    let names = &["id", "maskContentUnits"];
    let mask = element_with("mask", names, [mask, "objectBoundingBox"], filled);
    element("defs", "", [pattern, gradient, mask])
}

fn url(id: &str) -> String {
    ["url(#", id, ")"].concat()
}

fn rect(class: &str, [x, width]: [u32; 2], y: f64, height: f64) -> Html {
    let names = &["class", "x", "y", "width", "height"];
    let (x, width) = (x.to_string(), width.to_string());
    let values = [class, &x, &length(y), &width, &length(height)];
    element_with("rect", names, values, Html::default())
}

fn label(class: &str, x: &str, y: f64, label: Html) -> Html {
    let names = &["class", "x", "y"];
    element_with("text", names, [class, x, &rem(y)], label)
}

fn length(length: f64) -> String {
    decimal(length, 2)
}

/// A height on the page.
fn rem(height: f64) -> String {
    decimal(height / 16.0, 3) + "rem"
}
