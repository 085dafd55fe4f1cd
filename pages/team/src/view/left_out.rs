//! Which files, codes and lines do not count, each with the reason.

use super::figures::Named;
use crate::shell::Shell;
use team::Pool;
use team_jobs::{LeftOutGroup, TeamRead};
use ui::{disclosure, element, fragment, list, named_section, nodes, text_element, when};
use yew::prelude::*;

/// The section, where anything does not count.
pub(crate) fn left_out(shell: &Shell, read: &TeamRead) -> Html {
    let t = &shell.texts().view;
    let chosen = shell.desk.selection().map(|selection| &selection.pool);
    let others = read
        .pools
        .iter()
        .filter(|pool| chosen.is_some_and(|key| *key != pool.key));
    let others: Vec<&Pool> = others.collect();
    let number: u64 = read.left_out.iter().map(|group| group.number).sum::<u64>()
        + read.more_left_out
        + others.iter().map(|pool| pool.people).sum::<u64>();
    when(number > 0, || {
        let title = match number {
            1 => t.left_out_one.to_owned(),
            _ => t.left_out(number as usize),
        };
        let pools = others.iter().map(|pool| other_pool(shell, pool));
        let groups = read.left_out.iter().map(|group| one_reason(shell, group));
        named_section("left-out", title, fragment([nodes(pools), nodes(groups)]))
    })
}

fn other_pool(shell: &Shell, pool: &Pool) -> Html {
    let t = &shell.texts().view;
    let name = Named::of(shell).pool(&pool.key);
    let name = name.trim_end_matches('.');
    let said = match pool.people {
        1 => t.left_out_pool_one(name),
        people => t.left_out_pool(people as usize, name),
    };
    text_element("p", "team-reason", said)
}

fn one_reason(shell: &Shell, group: &LeftOutGroup) -> Html {
    let t = &shell.texts().view;
    let language = shell.library.language;
    let reason = group.reason.get(language);
    let said = match group.number {
        1 => reason.to_owned(),
        number => [&*number.to_string(), " × ", reason].concat(),
    };
    let more = group.number.saturating_sub(group.names.len() as u64);
    let names = group.names.iter().map(|name| {
        let name = name.get(language).to_owned();
        ui::untranslated_element("li", "", name)
    });
    let names = [
        nodes(names),
        when(more > 0, || {
            text_element("li", "", t.left_out_more(more as usize))
        }),
    ];
    let content = [
        text_element("p", "", said),
        when(!group.names.is_empty(), || {
            disclosure(t.left_out_list, list("team-names small", fragment(names)))
        }),
    ];
    element("div", "team-reason", content)
}
