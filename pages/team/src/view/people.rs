//! The number of people: the largest figure, and always in sight.

use super::TeamContext;
use super::figures::{Named, day};
use crate::shell::Shell;
use team::Moment;
use ui::{element, fragment, text, text_element, untranslated_element};
use yew::prelude::*;

/// How many there are, and of whom, of which scan and of which moment.
pub(crate) fn people(shell: &Shell, context: &TeamContext) -> Html {
    let (t, view) = (context.t, &context.current.view);
    let unit = match view.people {
        1 => t.participant,
        _ => t.participants,
    };
    let number = [
        untranslated_element("span", "team-number", view.people.to_string()),
        text(" "),
        text_element("span", "team-unit", unit),
    ];
    let said = |at| day(at, context.language);
    let moment = match view.selection.moment {
        Moment::Latest => t.latest_of_each.to_owned(),
        Moment::Before(at) => t.before_of_each(&said(at)),
        Moment::From(at) => t.from_of_each(&said(at)),
        Moment::BeforeOfBoth(at) | Moment::FromOfBoth(at) => t.of_both_moments(&said(at)),
    };
    let group = view.selection.group.as_deref();
    let group = group.map(|group| t.of_group(group));
    let pool = Named::of(shell).pool(&view.selection.pool);
    let about: Vec<String> = group.into_iter().chain([moment, pool]).collect();
    let content = fragment([
        element("p", "team-count", number),
        text_element("p", "team-about", about.join(" ")),
    ]);
    let names = &["class", "data-people"];
    let values = ["team-people", &*view.people.to_string()];
    ui::element_with("div", names, values, content)
}
