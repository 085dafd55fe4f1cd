//! The result, seen by the rep first.

mod beliefs;
mod computed;
mod effort;
mod head;
mod host;
mod in_brief;
mod profile;
mod seal;
mod share;
mod sheet;
mod since;
mod themes;
mod trends;
mod work;

use super::super::scene::Scene;
use documents::Form;
use head::Head;
use model::{Session, Work};
use records::Share;
use report::Report;
pub use since::{Earlier, Since};
use std::rc::Rc;
pub use trends::Taken;
pub use work::look_back::Agreed;
use work::{Bench, agreements::agreements, influences::influences, look_back::look_back};
use yew::prelude::*;

/// Where a result that is shown comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Taken here, on this device.
    Own,
    /// Opened from a file; nothing of it is stored yet.
    File {
        /// When the file was made, for the reader.
        date: AttrValue,
        /// Names of scales whose stored scores differ from the computed ones.
        differences: AttrValue,
        /// Names of scales that were left out of the file.
        withheld: AttrValue,
        /// Whether it was made with another text of the instrument.
        other_content: bool,
        /// Whether a record with the same session id is on this device.
        known: bool,
    },
    /// Fictional.
    Example,
}

/// What can be done with a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultAction {
    /// Choose what goes into the file.
    Share(Share),
    /// Choose the form of the file.
    Form(Form),
    /// What was typed as a passphrase.
    Passphrase(String),
    /// Show the file, exactly as it would be saved.
    Preview,
    /// Save it as a file.
    Save,
    /// Compare it with the earlier result of this id.
    Compare(AttrValue),
    /// Change what was made of this result.
    Work(Box<Work>),
    /// Change what was made of the earlier result of this id.
    LookBack(AttrValue, Box<Work>),
    /// Print it.
    Print,
    /// Tell the page around this one the scores, or not.
    TellScores(bool),
    /// Go through the answers.
    Review,
    /// Keep an opened file on this device.
    Keep,
    /// Begin an attempt of one's own.
    Begin,
}

/// Whether the page around this one asks for the scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// It does not.
    #[default]
    No,
    /// It does; the rep's yes or no, once it is there.
    Summary(Option<bool>),
}

/// What the result screen shows.
#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// Language and instrument.
    pub scene: Scene,
    /// The session.
    pub session: Rc<Session>,
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
    /// The time, RFC 3339 with offset: a belief that is rated again is given it.
    #[prop_or_default]
    pub now: AttrValue,
    /// Whether the page around this one asks for the scores, and what was said to that.
    #[prop_or_default]
    pub asked: Asked,
    /// Whether an xAPI statement is offered as well.
    #[prop_or_default]
    pub xapi: bool,
    /// What was chosen to go into the file.
    #[prop_or_default]
    pub share: Share,
    /// What was typed as a passphrase so far.
    #[prop_or_default]
    pub passphrase: AttrValue,
    /// Whether the file is being sealed.
    #[prop_or_default]
    pub sealing: bool,
    /// The chosen form of the file.
    #[prop_or_default]
    pub form: Form,
    /// Name and text of the file, while it is shown.
    #[prop_or_default]
    pub preview: Option<(AttrValue, AttrValue)>,
    /// What was chosen.
    pub on_action: Callback<ResultAction>,
    /// The free label was changed.
    pub on_label: Callback<String>,
}

const LIMITS: [&str; 4] = ["limits", "not_for_decisions", "band_basis", "no_ai"];

/// The result.
#[component]
pub fn ResultScreen(props: &ResultProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().result;
    let bench = Bench::new(props);
    html! {
        <article class="sections" data-part="result">
            <Head
                scene={scene.clone()}
                session={props.session.clone()}
                report={props.report.clone()}
                origin={props.origin.clone()}
                on_action={&props.on_action}
            />
            { look_back(props) }
            { in_brief::in_brief(scene, &props.report, &props.session) }
            { profile::profile(scene, &props.report) }
            { host::host(props) }
            { themes::themes(scene, &props.report) }
            { beliefs::beliefs(props, &bench) }
            { influences(&bench) }
            { effort::effort(scene, &props.session) }
            { context(scene, &props.session) }
            { since::since(props) }
            { agreements(&bench, props.report.in_brief.lever) }
            { computed::computed(scene, &props.report) }
            <section class="section">
                <h2>{ t.limits }</h2>
                <ul class="limits" role="list">
                    { for LIMITS.iter().map(|name| html! { <li key={*name}>{ scene.say(name) }</li> }) }
                </ul>
            </section>
            if props.origin != Origin::Example {
                { share::share(props) }
            }
            { sheet::sheet(props) }
        </article>
    }
}

/// Answers about the situation, so that a score is read in its circumstances.
fn context(scene: &Scene, session: &Session) -> Html {
    let t = &scene.messages().result;
    let lines: Vec<Html> = scene
        .instrument
        .context_questions()
        .iter()
        .zip(&session.parts().context)
        .filter_map(|(question, chosen)| {
            let option = question.options.get((*chosen)?)?;
            Some(html! {
                <div key={question.id.clone()} class="promise">
                    <dt>{ scene.text(&question.text) }</dt>
                    <dd>{ scene.text(&option.text) }</dd>
                </div>
            })
        })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2>{ t.context }</h2>
            <p>{ t.context_lead }</p>
            <dl class="promises">{ for lines }</dl>
        </section>
    }
}
