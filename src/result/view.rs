//! How a result looks, from its head to the sheet that is printed.

use super::agreements::{Agreed, agreements};
use super::beliefs::beliefs;
use super::calculator::{EffortFields, calculator};
use super::comparison::{Since, comparison};
use super::computed::computed;
use super::effort_answers::effort_answers;
use super::fields::Fields;
use super::influences::influences;
use super::overview::overview;
use super::part::{ResultPart, contents, part_of_its_own, parts_of};
use super::plan::plan_of_theme;
use super::sheet::sheet;
use super::situation::context;
use super::sources::sources;
use super::theme::theme;
use super::{Origin, ResultMsg};
use crate::host::ScoresRequest;
use crate::sharing::{SharingProps, sharing};
use embedding::{Logo, Persist};
use model::{Day, Session};
use records::JoinedRecords;
use report::Report;
use std::rc::Rc;
use ui::{ViewContext, element, element_with, fragment, list, nodes, section, text_element};
use yew::prelude::*;

/// What the result screen shows.
#[derive(Clone)]
pub struct ResultProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The session.
    pub session: Rc<Session>,
    /// The agreements made and the influences named on it.
    pub joined: Rc<JoinedRecords>,
    /// Its report.
    pub report: Rc<Report>,
    /// Where it comes from.
    pub origin: Origin,
    /// The part that is open.
    pub part: ResultPart,
    /// What is filled in on the calculator of effort.
    pub effort: EffortFields,
    /// The same beside an earlier result, where there is one.
    pub since: Option<Rc<Since>>,
    /// Agreements of an earlier day, where there are any.
    pub agreed: Option<Agreed>,
    /// Whether the embedding page asks for the scores, and what was said to that.
    pub scores_request: Option<(AttrValue, ScoresRequest)>,
    /// Who offers the questionnaire here; may be empty.
    pub coach: AttrValue,
    /// Their logo, for the sheet.
    pub logo: Option<Logo>,
    /// The day it is, by which the next moment of the follow-up is found.
    pub today: Day,
    /// Whether another tab has it open: then it can be looked at here, and not changed.
    pub read_only: bool,
    /// What is chosen for the file.
    pub sharing: SharingProps,
    /// How long a tab of its own is to keep what is made in it, where one is offered: in a frame
    /// there is less room.
    pub own_tab: Option<Persist>,
    /// How long the page for the talk is to keep what is made on it, where this result can be taken
    /// there.
    pub to_talk: Option<Persist>,
    /// What happens here.
    pub on_message: Callback<ResultMsg>,
}

pub(super) const LIMITS: [&str; 4] = ["limits", "not_for_decisions", "band_basis", "no_ai"];

/// The result: its parts, of which one is open, and the sheet that is printed.
pub fn result_screen(props: &ResultProps) -> Html {
    // The earlier result to compare with may be gone, or not be read yet.
    if !parts_of(props).any(|part| part == props.part) {
        let part = ResultPart::Overview;
        return result_screen(&ResultProps {
            part,
            ..props.clone()
        });
    }
    let fields = Fields::new(props);
    let parts = parts_of(props).map(|part| match part {
        ResultPart::Overview => overview(props, &fields),
        part => of_its_own(props, &fields, part),
    });
    let layout = [
        contents(props, "part-contents"),
        element("div", "parts", nodes(parts)),
        sheet(props),
    ];
    let names = &["class", "data-part"];
    element_with("article", names, ["result", "result"], fragment(layout))
}

/// Any other part.
fn of_its_own(props: &ResultProps, fields: &Fields, this: ResultPart) -> Html {
    let view = &props.view;
    let content = match this {
        ResultPart::Overview => Html::default(),
        ResultPart::Theme(n) => fragment([
            theme(view, &props.report, n),
            plan_of_theme(props, fields, n),
        ]),
        ResultPart::Thoughts => beliefs(props, fields),
        ResultPart::Influence => fragment([
            context(view, &props.session),
            influences(fields, &props.joined.influences),
            calculator(props, fields),
            effort_answers(view, &props.session, &props.report),
        ]),
        ResultPart::Agreements => agreements(props, fields),
        ResultPart::Comparison => comparison(props),
        ResultPart::Sharing => sharing(props),
        ResultPart::Computed => fragment([computed(props), sources(view), limits(view)]),
    };
    part_of_its_own(props, this, element("div", "sections", content))
}

fn limits(view: &ViewContext) -> Html {
    let limits = LIMITS
        .iter()
        .map(|name| text_element("li", "", view.say(name)));
    section(view.messages().result.limits, list("limits", nodes(limits)))
}
