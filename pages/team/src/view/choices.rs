//! What can be chosen: the scan, the group and the moment; and why a view is refused.

use super::figures::Named;
use super::{TeamContext, send};
use crate::desk::DeskMsg;
use crate::shell::Shell;
use team::{Moment, Refusal};
use team_jobs::TeamRead;
use ui::{
    TextFieldProps, TextKind, actions, button, disclosure, element, element_with, error_notice,
    field_id, fragment, nodes, on_click, text, text_element, text_field, when,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The choices, each where there are several.
pub(crate) fn choices(shell: &Shell, read: &TeamRead, context: &TeamContext) -> Html {
    let content = [
        pools(shell, read, context),
        groups(shell, context),
        moments(shell, context),
    ];
    element("div", "team-choices no-print", content)
}

/// A labelled choice of one of several, by its place.
fn choose_one(
    id: &str,
    label: &'static str,
    options: Vec<String>,
    chosen: usize,
    on_choose: Callback<usize>,
) -> Html {
    let id = field_id(id);
    let options = options.into_iter().enumerate().map(|(place, name)| {
        html! {
            <option key={place} value={place.to_string()} selected={place == chosen}>{ name }</option>
        }
    });
    let onchange = on_choose.reform(|event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        field.selected_index().max(0) as usize
    });
    // A new one after each answer: what was refused is not chosen.
    let content = [
        element_with("label", &["for"], [&id], text(label)),
        html! { <select {id} {onchange}>{ nodes(options) }</select> },
    ];
    element("div", "field", content)
}

fn pools(shell: &Shell, read: &TeamRead, context: &TeamContext) -> Html {
    let t = context.t;
    let named = Named::of(shell);
    let names = read.pools.iter().map(|pool| {
        let name = named.pool(&pool.key);
        t.pool_option(name.trim_end_matches('.'), pool.people as usize)
    });
    let current = &context.current.view.selection.pool;
    let chosen = read.pools.iter().position(|pool| pool.key == *current);
    when(read.pools.len() > 1, || {
        let on_choose = send(shell).reform(DeskMsg::Pool);
        choose_one(
            "team-pool",
            t.choose_pool,
            names.collect(),
            chosen.unwrap_or_default(),
            on_choose,
        )
    })
}

/// Groups of five people or more, and everyone first.
fn groups(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let Some(pool) = shell.desk.pool() else {
        return Html::default();
    };
    let large = pool.groups.iter().filter(|(_, people)| *people >= 5);
    let large: Vec<(String, u64)> = large.cloned().collect();
    let everyone = t.everyone(pool.people as usize);
    let names = large
        .iter()
        .map(|(name, people)| t.group_option(name, *people as usize));
    let names: Vec<String> = std::iter::once(everyone).chain(names).collect();
    let current = context.current.view.selection.group.as_ref();
    let chosen = current.and_then(|current| large.iter().position(|(name, _)| name == current));
    let chosen = chosen.map_or(0, |place| place + 1);
    when(names.len() > 1, || {
        let on_choose = send(shell).reform(move |place: usize| {
            let group = place.checked_sub(1).and_then(|place| large.get(place));
            DeskMsg::Group(group.map(|(name, _)| name.clone()))
        });
        choose_one("team-group", t.choose_group, names, chosen, on_choose)
    })
}

/// Two moments of one team, where enough people have a result on several days.
fn moments(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let send = send(shell);
    let is_compared = context.current.before.is_some();
    let repeated = shell.desk.pool().is_some_and(|pool| pool.repeated >= 5);
    let is_latest = context.current.view.selection.moment == Moment::Latest;
    let field = || {
        text_field(TextFieldProps {
            id: "team-day".into(),
            kind: TextKind::Date,
            label: t.moment_day.into(),
            value: shell.desk.day.clone().into(),
            max: 10,
            readonly: false,
            hint: Some(t.moment_hint.into()),
            on_input: send.reform(DeskMsg::Day),
            on_leave: Callback::noop(),
        })
    };
    let back = || {
        button(
            "button",
            t.latest_only,
            on_click(&send, DeskMsg::LatestOnly),
        )
    };
    when(repeated || is_compared || !is_latest, || {
        let compare = button("button", t.compare, on_click(&send, DeskMsg::Compare));
        let buttons = match is_compared {
            true => actions([compare, back()]),
            false => actions(compare),
        };
        disclosure(t.choose_moment, [field(), buttons])
    })
}

/// Why the view that was asked for last is not shown.
pub(crate) fn refused(shell: &Shell) -> Html {
    let Some((selection, refusal)) = &shell.desk.refused else {
        return Html::default();
    };
    let t = &shell.texts().view;
    let why = match refusal {
        Refusal::Nobody => t.refused_nobody.to_owned(),
        Refusal::TooFew { people } => t.refused_too_few(*people as usize),
        Refusal::FewLeft {
            people,
            rest,
            groups,
        } => match groups.is_empty() {
            true => t.refused_few_left(*people as usize, *rest as usize),
            false => t.refused_few_left_groups(*people as usize, &groups.join(", ")),
        },
        Refusal::Differs { people, by, .. } => t.refused_differs(*people as usize, *by as usize),
        Refusal::Together { people } => t.refused_together(*people as usize),
    };
    let group = selection
        .group
        .clone()
        .map(|group| text_element("p", "notice-title", group));
    let content = [
        group.unwrap_or_default(),
        text_element("p", "", why),
        text_element("p", "", t.refused_foot),
    ];
    error_notice(t.refused_title, fragment(content))
}
