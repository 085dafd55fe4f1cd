//! The last agreements, first: how they went and what was learned.

use super::super::ResultProps;
use super::{Bench, Change};
use i18n::long_date;
use model::{Agreement, Outcome, Work};
use report::work_words::kind;
use std::rc::Rc;
use yew::prelude::*;

const OUTCOMES: [Outcome; 3] = [Outcome::Kept, Outcome::Partly, Outcome::NotYet];

/// The agreements of an earlier day.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The session they belong to.
    pub id: AttrValue,
    /// Its date, for the reader.
    pub date: AttrValue,
    /// What was made of its result.
    pub work: Rc<Work>,
}

pub(in super::super) fn look_back(props: &ResultProps) -> Html {
    let Some(agreed) = &props.agreed else {
        return Html::default();
    };
    let bench = Bench {
        view: &props.view,
        work: &agreed.work,
        editable: !props.read_only,
        session: Some(agreed.id.clone()),
        send: &props.on_message,
    };
    let t = &props.view.messages().work;
    let cards = agreed
        .work
        .agreements
        .iter()
        .enumerate()
        .map(|(n, one)| card(&bench, n, one));
    html! {
        <section class="section" data-section="look-back">
            <h2>{ t.look_back }</h2>
            <p>{ (t.look_back_lead)(&agreed.date) }</p>
            <ul class="work-cards" role="list">{ for cards }</ul>
        </section>
    }
}

/// A line of what was agreed, where there is something to say.
fn said(name: &'static str, text: String) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ name }</dt>
            <dd>{ text }</dd>
        </div>
    }
}

fn card(bench: &Bench, n: usize, agreement: &Agreement) -> Html {
    let t = &bench.view.messages().work;
    let id = |name: &str| ["back-", &n.to_string(), "-", name].concat();
    let chosen = OUTCOMES
        .iter()
        .position(|one| Some(*one) == agreement.outcome);
    let outcome: Change<usize> =
        Rc::new(move |work, at| work.agreements[n].outcome = Some(OUTCOMES[at]));
    let learned: Change<String> = Rc::new(move |work, text| work.agreements[n].learned = text);
    html! {
        <li key={n} class="card work" data-entry="agreed">
            <h3 class="kicker">{ kind(t, agreement.owner, agreement.goal) }</h3>
            <p>{ &agreement.text }</p>
            <dl class="agreed">
                { said(t.indicator, agreement.indicator.clone()) }
                { for agreement.interim.iter().map(|one| {
                    let day = [long_date(&one.date, bench.view.language), ": ".to_owned()];
                    let day = if one.date.is_empty() { String::new() } else { day.concat() };
                    said(t.interim, [&day[..], &one.text].concat())
                }) }
                { said(t.due, long_date(&agreement.due, bench.view.language)) }
            </dl>
            { bench.choice(&id("outcome"), t.outcome, &t.outcomes.map(AttrValue::Static), chosen, outcome) }
            { bench.area(id("learned"), t.learned, &agreement.learned, learned) }
        </li>
    }
}
