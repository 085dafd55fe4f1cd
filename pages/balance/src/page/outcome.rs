//! What comes of it: a statement that is read out when it changes, the picture and its table.

use super::picture::picture;
use crate::balance::{Balance, COACHING_KINDS, Entry, Gap, Hours, KINDS, Outcome, Source};
use crate::texts::{Texts, texts};
use model::Language;
use ui::{
    captioned_table, disclosure, element, element_with, fragment, head_cell, heads, node_vec, text,
    text_element, untranslated_element,
};
use yew::prelude::*;

/// Hours with their unit.
pub(super) fn said(t: &Texts, hours: Hours, language: Language) -> String {
    (t.hours)(&hours.text(language), hours.is_one())
}

pub(super) fn outcome(language: Language, entry: &Entry) -> Html {
    let t = texts(language);
    let hours = |hours: Hours| said(t, hours, language);
    let (statement, balance) = match entry.outcome() {
        Outcome::Unclear => (sentence(t.unclear), None),
        Outcome::Missing { week, coaching } => {
            let n = match (week, coaching) {
                (true, false) => 0,
                (false, _) => 1,
                (true, true) => 2,
            };
            (sentence(t.missing[n]), None)
        }
        Outcome::MoreCoachingThanWeek(coaching, week) => (
            sentence((t.more_coaching)(&hours(coaching), &hours(week))),
            None,
        ),
        Outcome::MoreThanWeek(sum, week) => {
            (sentence((t.more_together)(&hours(sum), &hours(week))), None)
        }
        Outcome::Balance(balance) => (statement(t, balance, language), Some(balance)),
    };
    let below = balance.map(|balance| {
        fragment([
            picture(t, balance, language),
            text_element("p", "balance-rule", t.rule_of_thumb),
            disclosure(t.table, table(t, entry, balance, language)),
        ])
    });
    let content = [
        text_element("h2", "", t.picture),
        element_with("div", &["role"], ["status"], statement),
        below.unwrap_or_default(),
        way_on(t, language),
    ];
    let names = &["class", "data-section"];
    element_with(
        "section",
        names,
        ["section balance-outcome", "outcome"],
        fragment(content),
    )
}

fn sentence(text: impl Into<AttrValue>) -> Html {
    text_element("p", "", text)
}

fn statement(t: &Texts, balance: Balance, language: Language) -> Html {
    let hours = |hours: Hours| said(t, hours, language);
    let percent = balance.coaching.percent_of(balance.week).to_string();
    let first = (t.statement)(&hours(balance.coaching), &hours(balance.week), &percent);
    let fifth = hours(balance.fifth());
    let second = match balance.gap() {
        Gap::Below(gap) => (t.below)(&fifth, &hours(gap)),
        Gap::None => (t.equal)(&fifth),
        Gap::Above(gap) => (t.above)(&fifth, &hours(gap)),
    };
    fragment([
        text_element("p", "balance-statement", first),
        sentence(second),
    ])
}

/// The figures behind the picture, with every kind that was filled in.
fn table(t: &Texts, entry: &Entry, balance: Balance, language: Language) -> Html {
    let row = |name: &'static str, hours: Hours| {
        let percent = [&hours.percent_of(balance.week).to_string(), "%"].concat();
        let cells = [
            head_cell("row", "", name),
            untranslated_element("td", "number", hours.text(language)),
            untranslated_element("td", "number", percent),
        ];
        element("tr", "", cells)
    };
    let typed = |kinds: std::ops::Range<usize>| {
        let typed = kinds.filter_map(|kind| Some((t.kinds[kind], entry.hours(kind).ok()??)));
        node_vec(typed.map(|(name, hours)| row(name, hours)))
    };
    let [coaching, _, unfilled, fifth, difference, week] = t.names;
    let mut rows = match entry.source {
        Source::Typed => typed(0..COACHING_KINDS),
        Source::Calendar => vec![row(t.from_calendar, balance.coaching)],
    };
    if rows.len() > 1 {
        rows.push(row(coaching, balance.coaching));
    }
    rows.extend(typed(COACHING_KINDS..KINDS));
    rows.push(row(unfilled, balance.unfilled()));
    rows.push(row(week, balance.week));
    rows.push(row(fifth, balance.fifth()));
    if let Gap::Below(gap) | Gap::Above(gap) = balance.gap() {
        rows.push(row(difference, gap));
    }
    let [what, hours, part] = t.columns;
    let columns = heads(&[("", what), ("number", hours), ("number", part)]);
    captioned_table(t.picture, columns, fragment(rows))
}

/// To what a manager can do, in a tab of its own: nothing that was typed is lost.
fn way_on(t: &Texts, language: Language) -> Html {
    let address = ["manager-", language.tag(), ".html"].concat();
    let names = &["class", "data-part", "href", "target", "rel"];
    let values = [
        "button button-primary",
        "button-primary",
        &address,
        "_blank",
        "noopener",
    ];
    let link = element_with("a", names, values, text(t.manager));
    element("div", "actions", link)
}
