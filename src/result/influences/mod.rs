//! Why the last target was missed or close, and what lies in one's own hands.

mod update;

use super::fields::{Fields, MakeEdit, to_add, work_card};
use super::{Edit, ResultMsg};
use model::{Influence, InfluenceEdit, MAX_INFLUENCES, Sorting, Source};
use records::InfluenceRecord;
use report::work_words::source;
use std::rc::Rc;
use ui::{
    Content, ViewContext, button, div_section, element, fragment, list, named_section, node_vec,
    nodes, text, text_element, when,
};
use yew::prelude::*;

const SOURCES: [Source; 5] = [
    Source::Market,
    Source::Competition,
    Source::Organisation,
    Source::Approach,
    Source::Other,
];
const SORTINGS: [Sorting; 3] = [Sorting::Mine, Sorting::Ask, Sorting::Accept];

/// The influences, and the sources of which one can still be added.
pub(super) fn influences(fields: &Fields, records: &[InfluenceRecord]) -> Html {
    if !fields.editable && records.is_empty() {
        return Html::default();
    }
    let t = &fields.view.messages().work;
    let cards = records
        .iter()
        .enumerate()
        .map(|(n, one)| card(fields, n, one));
    let add = SOURCES.into_iter().enumerate().map(|(n, source)| {
        let message = ResultMsg::AddInfluence(source);
        button("button", t.sources[n], fields.on_click(message))
    });
    let named = || fragment([list("work-cards", nodes(cards)), map(fields.view, records)]);
    let can_add = fields.editable && records.len() < MAX_INFLUENCES;
    let content = [
        text_element("p", "", t.influences_lead),
        when(!records.is_empty(), named),
        when(can_add, || {
            to_add("add-influence", t.add_influence, nodes(add))
        }),
    ];
    named_section("influences", t.influences, fragment(content))
}

fn card(fields: &Fields, n: usize, record: &InfluenceRecord) -> Html {
    let t = &fields.view.messages().work;
    let influence = &record.influence;
    let id = |name: &str| ["influence-", &n.to_string(), "-", name].concat();
    let key = AttrValue::from(record.id.clone());
    let sorted = SORTINGS
        .iter()
        .position(|one| Some(*one) == influence.sorted);
    let step = match influence.sorted {
        Some(Sorting::Mine) => Some(t.step_mine),
        Some(Sorting::Ask) => Some(t.step_ask),
        Some(Sorting::Accept) | None => None,
    };
    let reason = edit(&record.id, InfluenceEdit::Reason);
    let sort = edit(&record.id, |at: usize| {
        InfluenceEdit::Sorted(Some(SORTINGS[at]))
    });
    let step = step.map(|label| {
        let edit = edit(&record.id, InfluenceEdit::Step);
        fields.area(id("step"), label, &influence.step, edit)
    });
    let sortings = t.sortings.map(AttrValue::Static);
    let content = [
        fields.area(id("reason"), t.reason, &influence.reason, reason),
        fields.choice(
            &id("sorted"),
            t.sort,
            &sortings,
            sorted,
            &fields.on_edit(sort),
        ),
        step.unwrap_or_default(),
        fields.remove(ResultMsg::RemoveInfluence(key)),
    ];
    work_card(
        "influence",
        &record.id,
        source(t, influence.source),
        content,
    )
}

/// The edit of one field of the influence with this id.
fn edit<T: 'static>(id: &str, make: impl Fn(T) -> InfluenceEdit + 'static) -> MakeEdit<T> {
    let id = AttrValue::from(id.to_owned());
    Rc::new(move |value| Edit::Influence(id.clone(), make(value)))
}

/// The sorted reasons side by side.
pub(super) fn map(view: &ViewContext, records: &[InfluenceRecord]) -> Html {
    let t = &view.messages().work;
    let columns = SORTINGS.into_iter().enumerate().map(|(n, sorting)| {
        let influences = records.iter().map(|record| &record.influence);
        let rows = influences.filter(|one| one.sorted == Some(sorting));
        let rows = node_vec(rows.map(|one| reason(one, sorting)));
        let reasons = match rows.is_empty() {
            true => text_element("p", "muted small", t.none_yet),
            false => list("contributions", rows.into_html()),
        };
        let title = text_element("h3", "kicker", t.sortings[n]);
        element("div", "influence-column", [title, reasons])
    });
    div_section("influence-map", "influence-map", nodes(columns))
}

fn reason(influence: &Influence, sorting: Sorting) -> Html {
    let step = !influence.step.is_empty() && sorting != Sorting::Accept;
    let row = [
        text(influence.reason.clone()),
        when(step, || text_element("small", "", influence.step.clone())),
    ];
    element("li", "", row)
}
