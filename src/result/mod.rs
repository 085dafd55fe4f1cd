//! A result, seen by the rep first: the report, what is made of it, and what is shared.

mod beliefs;
mod comparison;
mod computed;
mod earlier;
mod effort;
mod head;
mod in_brief;
mod opened;
mod profile;
mod scales;
mod sheet;
mod trends;
mod update;
mod view;
mod work;

use crate::host::ScoresRequest;
use crate::sharing::{SharingMsg, SharingState};
use crate::shell::{Derived, Msg, Shell};
use embedding::Sharing;
use model::{Instrument, Language, Session, Work};
use platform::Subscription;
use records::Attempt;
use report::Report;
use std::rc::Rc;
use ui::ViewContext;
use yew::prelude::*;

pub use comparison::{Earlier, Since};
pub use opened::{OpenedFile, OpenedFrom};
pub use trends::Taken;
pub use view::{ResultProps, ResultScreen};
pub use work::look_back::Agreed;

/// Where a result that is shown comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Taken here, on this device.
    Device,
    /// Opened from a file; nothing of it is stored yet.
    File {
        /// When the file was made, for the reader.
        date: AttrValue,
        /// Names of scales whose stored scores differ from the computed ones.
        differences: AttrValue,
        /// Names of scales that were left out of the file.
        withheld: AttrValue,
        /// Whether a record with the same session id is on this device.
        known: bool,
    },
    /// Fictional.
    Example,
}

/// A change to what was made of a result.
#[derive(Clone)]
pub struct WorkEdit {
    /// The session it belongs to; `None` for the one on screen.
    pub session: Option<AttrValue>,
    /// What it does.
    pub change: Rc<dyn Fn(&mut Work)>,
}

/// What was typed into a field.
#[derive(Clone)]
pub enum Typed {
    /// The free label.
    Label(String),
    /// Something about the work.
    Work(WorkEdit),
}

/// What can happen to a result.
#[derive(Clone)]
pub enum ResultMsg {
    /// Something about the file.
    Sharing(SharingMsg),
    /// Compare it with the earlier result of this id.
    Compare(AttrValue),
    /// Something was typed into the field with this id.
    Type(AttrValue, Typed),
    /// A field was left.
    LeaveField,
    /// Nothing was typed for a while.
    Pause,
    /// Something was chosen, added or removed.
    Edit(WorkEdit),
    /// Print it.
    Print,
    /// Send the embedding page the scores, or not.
    SendScores(bool),
    /// Go through the answers.
    Review,
    /// Store an opened file on this device.
    Store,
    /// Begin an attempt.
    Begin,
}

/// What is on screen as a result.
enum Subject {
    /// An attempt of this device.
    Device(Rc<Attempt>),
    /// A result that is not stored here.
    Opened(Box<OpenedFile>),
}

/// What was typed and is not committed yet.
struct Draft {
    field: AttrValue,
    typed: Typed,
}

/// What the view shows of the state.
struct ResultParts {
    session: Rc<Session>,
    report: Rc<Report>,
    origin: Origin,
    since: Option<Since>,
    agreed: Option<Agreed>,
}

/// What the parts are derived from: the revision of the records, the changes made here, the
/// language, and the result that was chosen to compare with.
type Revision = (u64, u64, Language, Option<String>);

/// A result.
pub(crate) struct ResultState {
    subject: Subject,
    /// The earlier result that was chosen to compare with.
    compared: Option<String>,
    /// What the reader said to sending the scores.
    scores_answer: Option<bool>,
    pub sharing: SharingState,
    draft: Option<Draft>,
    /// Ends when nothing has been typed for a while.
    pause: Option<Subscription>,
    /// Counts the changes made here.
    changes: u64,
    parts: Derived<Revision, ResultParts>,
}

impl ResultState {
    fn new(subject: Subject, sharing: SharingState) -> Self {
        Self {
            subject,
            compared: None,
            scores_answer: None,
            sharing,
            draft: None,
            pause: None,
            changes: 0,
            parts: Derived::default(),
        }
    }

    /// The result of an attempt of this device. Opening it writes nothing.
    pub fn of_device(attempt: Rc<Attempt>) -> Self {
        Self::new(Subject::Device(attempt), SharingState::default())
    }

    /// A result that is not stored here.
    pub fn opened(file: Box<OpenedFile>) -> Self {
        // What its owner withheld is not handed on by itself either.
        let sharing = SharingState::without_scales(file.withheld());
        Self::new(Subject::Opened(file), sharing)
    }

    /// Whether it is an attempt of this device.
    pub fn is_of_device(&self) -> bool {
        matches!(self.subject, Subject::Device(_))
    }

    /// Uses this instrument, which has another language joined in.
    pub fn use_instrument(&mut self, joined: &Rc<Instrument>) {
        if !self.attempt().instrument.is(&joined.reference()) {
            return;
        }
        self.changes += 1;
        match &mut self.subject {
            Subject::Device(attempt) => Rc::make_mut(attempt).instrument = joined.clone(),
            Subject::Opened(file) => file.attempt.instrument = joined.clone(),
        }
    }

    /// The attempt on screen.
    pub fn attempt(&self) -> &Attempt {
        match &self.subject {
            Subject::Device(attempt) => attempt,
            Subject::Opened(file) => &file.attempt,
        }
    }

    /// Derives what the view shows.
    pub fn refresh(&mut self, shell: &Shell) {
        let revision = (
            shell.persistence.revision(),
            self.changes,
            shell.language,
            self.compared.clone(),
        );
        let (subject, compared) = (&self.subject, self.compared.as_deref());
        self.parts
            .refresh(revision, || parts(shell, subject, compared));
    }
}

fn parts(shell: &Shell, subject: &Subject, compared: Option<&str>) -> ResultParts {
    let report = |attempt: &Attempt, withheld: &[usize]| {
        Rc::new(Report::new(&attempt.instrument, &attempt.session).withholding(withheld))
    };
    match subject {
        Subject::Device(attempt) => ResultParts {
            session: Rc::new(attempt.session.clone()),
            report: report(attempt, &[]),
            origin: Origin::Device,
            since: shell.since(attempt, compared),
            agreed: shell.agreed(attempt),
        },
        Subject::Opened(file) => ResultParts {
            session: Rc::new(file.attempt.session.clone()),
            report: report(&file.attempt, file.withheld()),
            origin: file.origin(shell),
            since: None,
            agreed: None,
        },
    }
}

/// The screen of a result.
pub(crate) fn result(
    shell: &Shell,
    state: &ResultState,
    view: &ViewContext,
    send: &Callback<Msg>,
) -> Html {
    let Some(parts) = state.parts.get() else {
        return Html::default();
    };
    let asks = state.is_of_device()
        && shell.config.sharing == Sharing::Summary
        && shell.ports.host.listens();
    let scores_request = match asks {
        true => ScoresRequest::Summary(state.scores_answer),
        false => ScoresRequest::No,
    };
    html! {
        <ResultScreen
            view={view.clone()}
            session={parts.session.clone()}
            report={parts.report.clone()}
            origin={parts.origin.clone()}
            since={parts.since.clone()}
            agreed={parts.agreed.clone()}
            {scores_request}
            sharing={state.sharing.props(shell.config.xapi)}
            on_message={send.reform(Msg::Result)}
        />
    }
}
