//! How a result looks, from its head to the sheet that is printed.

use super::agreements::{Agreed, agreements, look_back};
use super::comparison::{Since, comparison};
use super::fields::Fields;
use super::head::Head;
use super::influences::influences;
use super::{Origin, ResultMsg};
use super::{beliefs, computed, effort, in_brief, profile, sheet, themes};
use crate::host::{ScoresRequest, scores_request};
use crate::sharing::{self, SharingProps};
use model::Session;
use records::JoinedRecords;
use report::Report;
use std::rc::Rc;
use ui::{ViewContext, section, text_element};
use yew::prelude::*;

/// What the result screen shows.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The session.
    pub session: Rc<Session>,
    /// The agreements made and the influences named on it.
    #[prop_or_default]
    pub joined: Rc<JoinedRecords>,
    /// Its report.
    pub report: Rc<Report>,
    /// Where it comes from.
    pub origin: Origin,
    /// The same beside an earlier result, where there is one.
    #[prop_or_default]
    pub since: Option<Since>,
    /// Agreements of an earlier day, where there are any.
    #[prop_or_default]
    pub agreed: Option<Agreed>,
    /// Whether the embedding page asks for the scores, and what was said to that.
    #[prop_or_default]
    pub scores_request: ScoresRequest,
    /// What is chosen for the file.
    #[prop_or_default]
    pub sharing: SharingProps,
    /// What happens here.
    pub on_message: Callback<ResultMsg>,
}

pub(super) const LIMITS: [&str; 4] = ["limits", "not_for_decisions", "band_basis", "no_ai"];

/// The result.
#[component]
pub fn ResultScreen(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let fields = Fields::new(props);
    html! {
        <article class="sections" data-part="result">
            <Head
                view={view.clone()}
                session={props.session.clone()}
                report={props.report.clone()}
                origin={props.origin.clone()}
                on_message={&props.on_message}
            />
            { look_back(props, &fields) }
            { in_brief::in_brief(view, &props.report, &props.session) }
            { profile::profile(view, &props.report) }
            { scores_request(props) }
            { themes::themes(view, &props.report) }
            { beliefs::beliefs(props, &fields) }
            { influences(&fields, &props.joined.influences) }
            { effort::effort(view, &props.session) }
            { context(view, &props.session) }
            { comparison(props) }
            { agreements(&fields, &props.joined.agreements, props.report.in_brief.lever) }
            { computed::computed(view, &props.report) }
            { section(t.limits, html! {
                <ul class="limits" role="list">
                    { for LIMITS.iter().map(|name| html! { <li key={*name}>{ view.say(name) }</li> }) }
                </ul>
            }) }
            if props.origin != Origin::Example {
                { sharing::sharing(props) }
            }
            { sheet::sheet(props) }
        </article>
    }
}

/// Answers about the situation, so that a score is read in its circumstances.
pub(super) fn context(view: &ViewContext, session: &Session) -> Html {
    let t = &view.messages().result;
    let lines: Vec<Html> = view
        .instrument
        .context_questions()
        .iter()
        .zip(&session.parts().context)
        .filter_map(|(question, chosen)| {
            let option = question.options.get((*chosen)?)?;
            Some(html! {
                <div key={question.id.clone()} class="promise">
                    { text_element("dt", "", view.text(&question.text)) }
                    { text_element("dd", "", view.text(&option.text)) }
                </div>
            })
        })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    section(
        t.context,
        html! {
            <>
                { text_element("p", "", t.context_lead) }
                <dl class="promises">{ for lines }</dl>
            </>
        },
    )
}
