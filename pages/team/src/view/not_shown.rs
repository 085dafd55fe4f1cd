//! What is not shown, and why: beside the charts, in words.

use super::TeamContext;
use crate::shell::Shell;
use team::{Figure, Pool, View, Why};
use ui::{element, fragment, named_section, nodes, text_element};
use yew::prelude::*;

/// People below whom nothing is said of a group.
const FEWEST: u64 = 5;

/// One thing that is not shown.
struct Hidden {
    what: String,
    why: String,
}

/// The section.
pub(crate) fn not_shown(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let view = &context.current.view;
    let mut hidden = Vec::new();
    if let Some(pool) = shell.desk.pool() {
        hidden.extend(groups(context, pool));
    }
    hidden.extend(by_number(context, view));
    hidden.extend(by_scale(context, view));
    let entries = hidden.into_iter().map(|one| {
        let pair = [
            text_element("h3", "", one.what),
            text_element("p", "muted", one.why),
        ];
        element("div", "team-reason", pair)
    });
    named_section("not-shown", t.not_shown, fragment([nodes(entries)]))
}

/// Groups that are too small, and those beside which a small rest would be left.
fn groups(context: &TeamContext, pool: &Pool) -> Vec<Hidden> {
    let t = context.t;
    let mut hidden = Vec::new();
    for (name, people) in &pool.groups {
        let rest = pool.people.saturating_sub(*people);
        let why = match *people {
            0..FEWEST => t.too_few_group(*people as usize),
            _ if (1..FEWEST).contains(&rest) => {
                let others = pool.groups.iter().filter(|(other, _)| other != name);
                let named: u64 = others.clone().map(|(_, people)| people).sum();
                let names: Vec<&str> = others.map(|(other, _)| &**other).collect();
                match named == rest {
                    true => t.refused_few_left_groups(*people as usize, &names.join(", ")),
                    false => t.few_left_group(*people as usize, rest as usize),
                }
            }
            _ => continue,
        };
        hidden.push(Hidden {
            what: name.clone(),
            why,
        });
    }
    hidden
}

/// The first figure of its kind that takes more people than there are: how many it takes, and how many
/// there are.
fn lacking<T>(figures: impl IntoIterator<Item = Figure<T>>) -> Option<(usize, usize)> {
    figures.into_iter().find_map(|figure| match figure {
        Figure::Not(Why::TooFew { needed, people }) => Some((needed as usize, people as usize)),
        _ => None,
    })
}

fn by_number(context: &TeamContext, view: &View) -> Vec<Hidden> {
    let t = context.t;
    let scales = || view.scales.iter();
    let items = || scales().flat_map(|scale| scale.items.iter());
    let item_rest = lacking(items().map(|item| item.item_rest.clone()));
    let omega = lacking(scales().map(|scale| scale.omega.clone()));
    let reliability = lacking(scales().map(|scale| scale.alpha.clone()));
    let has_reliability = reliability.is_none();
    let found = [
        (
            t.spread,
            lacking(scales().map(|scale| scale.sd.clone())).map(|(n, of)| t.spread_why(n, of)),
        ),
        (
            t.per_statement,
            lacking(items().map(|item| item.ratings.clone()))
                .map(|(n, of)| t.per_statement_why(n, of)),
        ),
        (
            t.lowest_and_highest,
            Some(t.lowest_and_highest_why.to_owned()),
        ),
        (
            t.reliability,
            reliability.map(|(n, of)| t.reliability_why(n, of)),
        ),
        // Nobody misses the next figure before there is the first.
        (
            t.item_rest,
            item_rest
                .filter(|_| has_reliability)
                .map(|(n, of)| t.item_rest_why(n, of)),
        ),
        (
            t.omega,
            omega
                .filter(|_| has_reliability)
                .map(|(n, of)| t.omega_why(n, of)),
        ),
    ];
    let found = found.into_iter().filter_map(|(what, why)| {
        let what = what.to_owned();
        why.map(|why| Hidden { what, why })
    });
    found.collect()
}

/// Themes and parts of them that would single somebody out, or that cannot be worked out.
fn by_scale(context: &TeamContext, view: &View) -> Vec<Hidden> {
    let t = context.t;
    let mut hidden = Vec::new();
    for scale in &view.scales {
        let facets = scale.facets.iter().map(|facet| singled(&facet.mean));
        let items = scale.items.iter().map(|item| singled(&item.ratings));
        let any = [singled(&scale.mean)]
            .into_iter()
            .chain(facets)
            .chain(items);
        if any.into_iter().any(|one| one) {
            hidden.push(Hidden {
                what: context.scale_name(scale),
                why: t.single_out.to_owned(),
            });
        }
    }
    for question in &view.questions {
        if singled(&question.options) {
            hidden.push(Hidden {
                what: context.question_text(question),
                why: t.single_out.to_owned(),
            });
        }
    }
    hidden
}

fn singled<T>(figure: &Figure<T>) -> bool {
    matches!(figure, Figure::Not(Why::WouldSingleOut))
}
