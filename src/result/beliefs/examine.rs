//! One limiting belief, examined.

use super::super::fields::Fields;
use super::super::{Edit, ResultMsg, ResultProps};
use i18n::long_date;
use model::{BeliefEdit, BeliefWork};
use std::rc::Rc;
use ui::{button, disclosure, element, fragment, untranslated_element};
use yew::prelude::*;

/// Everything that can be written about the belief in this item, folded; `first` is the answer
/// of the questionnaire.
pub(super) fn examine(
    props: &ResultProps,
    fields: &Fields,
    item: usize,
    first: &AttrValue,
) -> Html {
    let view = fields.view;
    let t = &view.messages().work;
    let statement = &view.instrument.items()[item];
    let empty = BeliefWork::default();
    let work = props.session.belief(&statement.id).unwrap_or(&empty);
    if !fields.editable && *work == empty {
        return Html::default();
    }
    let area = |name: &str, label, value: &str, make: fn(String) -> BeliefEdit| {
        let edit = Rc::new(move |text| Edit::Belief(item, make(text)));
        let id = ["belief-", &statement.id, "-", name].concat();
        fields.area(id, label, value, edit)
    };
    let offered = view
        .instrument
        .reframe(item)
        .map(|reframe| view.text(&reframe.supporting));
    let offer = offered
        .filter(|_| fields.editable && work.supporting.is_empty())
        .map(|offered| {
            let edit = BeliefEdit::Supporting(offered.to_string());
            let message = ResultMsg::Edit(Edit::Belief(item, edit));
            button("button-link", t.take_offer, fields.on_click(message))
        });
    let content = [
        area(
            "own-words",
            t.own_words,
            &work.own_words,
            BeliefEdit::OwnWords,
        ),
        area("for", t.speaks_for, &work.speaks_for, BeliefEdit::SpeaksFor),
        area(
            "against",
            t.speaks_against,
            &work.speaks_against,
            BeliefEdit::SpeaksAgainst,
        ),
        area(
            "supporting",
            t.counterpart,
            &work.supporting,
            BeliefEdit::Supporting,
        ),
        offer.unwrap_or_default(),
        area(
            "experiment",
            t.experiment,
            &work.experiment,
            BeliefEdit::Experiment,
        ),
        rerate(fields, item, work, first),
    ];
    disclosure(t.examine, element("div", "work", content))
}

/// The same statement once more, later, with the first rating beside it.
fn rerate(fields: &Fields, item: usize, work: &BeliefWork, first: &AttrValue) -> Html {
    let view = fields.view;
    let response = view.instrument.response_scale();
    let labels: Vec<AttrValue> = response
        .options
        .iter()
        .map(|option| view.text(&option.label))
        .collect();
    let chosen = work.rerating.as_ref().and_then(|later| {
        response
            .options
            .iter()
            .position(|option| option.value == later.value)
    });
    let values: Vec<u8> = response.options.iter().map(|option| option.value).collect();
    let on = fields.on(move |n: usize| ResultMsg::Rerate(item, values[n]));
    let t = &view.messages().work;
    let rerated = work.rerating.as_ref().map(|later| {
        let moved = view
            .messages()
            .since
            .from_to(first, &view.label(later.value));
        [
            &moved,
            " (",
            &long_date(later.at.as_str(), view.language),
            ")",
        ]
        .concat()
    });
    let rated = rerated.unwrap_or_else(|| {
        let answer = view.messages().result.your_answer;
        [answer, ": ", first].concat()
    });
    let id = ["belief-", &view.instrument.items()[item].id, "-again"].concat();
    fragment([
        fields.choice(&id, t.rate_again, &labels, chosen, &on),
        untranslated_element("p", "rerated muted small", rated),
    ])
}
