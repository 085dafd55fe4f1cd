//! Working on a theme: that it is chosen, and what is tried this week.

use super::fields::Fields;
use super::panel::theme_of_plan;
use super::{Edit, ResultMsg, ResultProps};
use model::PlanEdit;
use report::lever_text;
use std::rc::Rc;
use ui::{button, button_with, div_section, fragment, list, nodes, text, text_element, when};
use yew::prelude::*;

/// The end of the part of one theme. Where nothing can be changed, only what was chosen.
pub(super) fn plan_of_theme(props: &ResultProps, fields: &Fields, scale: usize) -> Html {
    let view = &props.view;
    let t = &view.messages().plan;
    let chosen = theme_of_plan(props);
    let is_chosen = chosen == Some(scale);
    let other = chosen.filter(|other| *other != scale && fields.editable);
    let content = [
        when(fields.editable, || choose(fields, scale, is_chosen)),
        when(is_chosen && !fields.editable, || {
            text_element("p", "plan-chosen", t.working_on)
        }),
        match other {
            Some(other) => {
                let name = view.text(&view.instrument.scales()[other].short_name);
                text_element("p", "muted small", t.working_on_other(&name))
            }
            None => Html::default(),
        },
        when(is_chosen, || experiment(props, fields, scale)),
    ];
    when(fields.editable || is_chosen, || {
        div_section("plan", "stack plan", fragment(content))
    })
}

/// A button that stays where it is and says whether it is pressed, so that the focus stays too.
fn choose(fields: &Fields, scale: usize, is_chosen: bool) -> Html {
    let theme = (!is_chosen).then_some(scale);
    let message = ResultMsg::Edit(Edit::Plan(PlanEdit::Theme(theme)));
    let (class, part, pressed) = match is_chosen {
        true => ("button plan-choose", "button", "true"),
        false => (
            "button button-primary plan-choose",
            "button-primary",
            "false",
        ),
    };
    let names = &["type", "class", "data-part", "aria-pressed"];
    let label = text(fields.view.messages().plan.work_on);
    let values = ["button", class, part, pressed];
    button_with(names, values, label, fields.on_click(message))
}

/// What is tried this week, with suggestions as long as nothing is written.
fn experiment(props: &ResultProps, fields: &Fields, scale: usize) -> Html {
    let view = &props.view;
    let t = &view.messages().plan;
    let plan = &props.session.parts().plan;
    if !fields.editable && !plan.has_experiment() {
        return Html::default();
    }
    let edit = Rc::new(|text| Edit::Plan(PlanEdit::Experiment(text)));
    let id = "plan-experiment".to_owned();
    let suggested = suggestions(props, scale);
    let take = suggested.iter().map(|suggestion| {
        let edit = Edit::Plan(PlanEdit::Experiment(suggestion.to_string()));
        let take = fields.on_click(ResultMsg::Edit(edit));
        ui::element("li", "", button("button-link", suggestion.clone(), take))
    });
    let suggests = fields.editable && !plan.has_experiment() && !suggested.is_empty();
    fragment([
        fields.area(id, t.experiment, &plan.experiment, edit),
        when(suggests, || {
            fragment([
                text_element("p", "muted small", t.suggestions),
                list("plan-suggestions", nodes(take)),
            ])
        }),
    ])
}

/// What there is to gain within the theme, and its own next step; nothing twice.
fn suggestions(props: &ResultProps, scale: usize) -> Vec<AttrValue> {
    let view = &props.view;
    let theme = &view.instrument.scales()[scale];
    let report = props.report.scales.iter().find(|one| one.scale == scale);
    let to_gain = report.iter().flat_map(|report| &report.facets.to_gain);
    let texts = to_gain.filter_map(|facet| theme.facets.get(*facet)?.texts.as_ref());
    let mut suggestions: Vec<AttrValue> = texts.map(|texts| view.text(&texts.to_gain)).collect();
    let lever = lever_text(&view.instrument, &props.report, scale, true, view.language);
    suggestions.push(lever.into());
    suggestions.dedup();
    suggestions
}
