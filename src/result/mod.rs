//! A result, seen by the rep first: the report, what is made of it, and what is shared.

mod agreements;
mod beliefs;
mod calculator;
mod comparison;
mod computed;
mod earlier;
mod effort_answers;
mod fields;
mod head;
mod influences;
mod opened;
mod overview;
mod panel;
mod part;
mod plan;
mod profile;
mod sheet;
mod situation;
mod sources;
mod theme;
mod trends;
mod update;
mod view;

use crate::host::ScoresRequest;
use crate::sharing::{SharingMsg, SharingState};
use crate::shell::{Derived, Destination, Effect, Msg, Shell, Stored};
use embedding::Sharing;
use model::{
    AgreementEdit, BeliefEdit, Goal, InfluenceEdit, Instrument, Language, Owner, PlanEdit, Session,
    Source, Status,
};
use platform::Subscription;
use records::{AgreementRecord, Attempt, FileFormat, InfluenceRecord, JoinedRecords};
use report::Report;
use std::rc::Rc;
use ui::ViewContext;
use yew::prelude::*;

pub use agreements::Agreed;
pub use calculator::{EffortFields, EffortMsg};
pub use comparison::{Earlier, Since};
pub(crate) use head::to_talk;
pub use opened::{OpenedFile, OpenedFrom};
pub use part::ResultPart;
pub use trends::Taken;
pub use view::{ResultProps, result_screen};

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

/// A change to one field of what was written about a result.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Of what was written about the belief in this item.
    Belief(usize, BeliefEdit),
    /// Of what is done next.
    Plan(PlanEdit),
    /// Of the agreement with this id.
    Agreement(AttrValue, AgreementEdit),
    /// Of the influence with this id.
    Influence(AttrValue, InfluenceEdit),
}

/// What was typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// The free label.
    Label(String),
    /// A field of what was written.
    Edit(Edit),
}

/// What can happen to a result.
#[derive(Clone)]
pub enum ResultMsg {
    /// Go to a part of it.
    Open(ResultPart),
    /// Go to where it is handed on, with this format chosen.
    OpenSharing(FileFormat),
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
    /// Something was chosen.
    Edit(Edit),
    /// The belief in this item was rated again, with this value.
    Rerate(usize, u8),
    /// Make an agreement.
    AddAgreement {
        /// Who will do it.
        owner: Owner,
        /// Which kind of goal it is.
        goal: Goal,
        /// The scale whose example it begins with.
        example: Option<usize>,
    },
    /// Fill the agreement with this id with the example of this scale.
    TakeExample(AttrValue, usize),
    /// Take out the agreement with this id.
    RemoveAgreement(AttrValue),
    /// Name an influence of this source.
    AddInfluence(Source),
    /// Take out the influence with this id.
    RemoveInfluence(AttrValue),
    /// Something about the calculator of effort.
    Effort(EffortMsg),
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
    Device(Stored<Attempt>),
    /// A result that is not stored here.
    Opened(Box<OpenedFile>),
}

/// What was typed and is not committed yet.
struct Draft {
    field: AttrValue,
    typed: Typed,
    edited: Option<EditedRecord>,
}

/// The record beside the attempt that an edit changes. A draft has it as it was when the typing
/// began: another tab may delete it before the draft is committed.
enum EditedRecord {
    Agreement(Stored<AgreementRecord>),
    Influence(Stored<InfluenceRecord>),
}

impl EditedRecord {
    /// As it is stored now; `None` where it is gone, and for the attempt.
    fn find(shell: &Shell, edit: &Edit) -> Option<Self> {
        match edit {
            Edit::Agreement(id, _) => shell.persistence.agreement(id).map(Self::Agreement),
            Edit::Influence(id, _) => shell.persistence.influence(id).map(Self::Influence),
            Edit::Belief(..) | Edit::Plan(_) => None,
        }
    }
}

impl Draft {
    /// Changes these records as the draft will change them once it is committed.
    fn show_in(&self, joined: &mut JoinedRecords) {
        match &self.typed {
            Typed::Edit(Edit::Agreement(id, edit)) => {
                let mut records = joined.agreements.iter_mut();
                if let Some(record) = records.find(|one| one.id == **id) {
                    record.agreement.edit(edit.clone());
                }
            }
            Typed::Edit(Edit::Influence(id, edit)) => {
                let mut records = joined.influences.iter_mut();
                if let Some(record) = records.find(|one| one.id == **id) {
                    record.influence.edit(edit.clone());
                }
            }
            Typed::Edit(Edit::Belief(..) | Edit::Plan(_)) | Typed::Label(_) => {}
        }
    }
}

/// What the view shows of the state.
struct ResultParts {
    session: Rc<Session>,
    joined: Rc<JoinedRecords>,
    report: Rc<Report>,
    origin: Origin,
    since: Option<Rc<Since>>,
    agreed: Option<Agreed>,
}

/// What the parts are derived from: the revision of the records, the changes made here, the
/// language, and the result that was chosen to compare with.
type Revision = (u64, u64, Language, Option<String>);

/// A result.
pub(crate) struct ResultState {
    subject: Subject,
    /// The part that is open.
    part: ResultPart,
    /// The parts that were open before it, for the back key; the last one last.
    trail: Vec<ResultPart>,
    /// Counts how often another part was gone to.
    turns: u32,
    /// The earlier result that was chosen to compare with.
    compared: Option<String>,
    /// What the reader said to sending the scores.
    pub scores_request: ScoresRequest,
    pub sharing: SharingState,
    /// What is filled in on the calculator of effort; kept for as long as the result is on screen.
    effort: EffortFields,
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
            part: ResultPart::Overview,
            trail: Vec::new(),
            turns: 0,
            compared: None,
            scores_request: ScoresRequest::default(),
            sharing,
            effort: EffortFields::default(),
            draft: None,
            pause: None,
            changes: 0,
            parts: Derived::default(),
        }
    }

    /// The result of an attempt of this device. Opening it writes nothing.
    pub fn of_device(attempt: Stored<Attempt>) -> Self {
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

    /// The part that is open.
    pub fn part(&self) -> ResultPart {
        self.part
    }

    /// How often another part was gone to.
    pub fn turns(&self) -> u32 {
        self.turns
    }

    /// Whether it is the example.
    pub fn is_example(&self) -> bool {
        matches!(&self.subject, Subject::Opened(file) if matches!(file.from, OpenedFrom::Example))
    }

    /// The same with this part open.
    pub fn at(mut self, part: ResultPart) -> Self {
        self.part = part;
        self
    }

    fn open(&mut self, part: ResultPart) {
        if part != self.part {
            self.trail.push(self.part);
            self.part = part;
            self.turns += 1;
        }
    }

    /// The browser's search has found a text in the part of this name, and shows it. Where the reader
    /// looks is left to the browser.
    pub fn found(&mut self, part: &str) -> Effect {
        if let Some(part) = ResultPart::of_id(part, &self.attempt().instrument) {
            self.trail.push(self.part);
            self.part = part;
        }
        Effect::Show
    }

    /// Whether another part was open before.
    pub fn has_gone_on(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Goes back to the part that was open before.
    pub fn back(&mut self, shell: &mut Shell) {
        if let Some(part) = self.trail.pop() {
            self.settle(shell);
            shell.dismiss();
            self.part = part;
            self.turns += 1;
        }
    }

    /// Uses this instrument, which has another language joined in.
    pub fn use_instrument(&mut self, joined: &Rc<Instrument>) {
        if !self.attempt().instrument.is(&joined.reference()) {
            return;
        }
        self.changes += 1;
        match &mut self.subject {
            Subject::Device(attempt) => {
                let mut spoken = Attempt::clone(attempt);
                spoken.instrument = joined.clone();
                *attempt = attempt.with(spoken);
            }
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

    /// Takes over what is stored now. Where the result is gone it was deleted: it is offered as a file,
    /// and never written again.
    pub fn follow(&mut self, shell: &mut Shell, anew: bool) -> Effect {
        let Subject::Device(attempt) = &self.subject else {
            return Effect::Show;
        };
        if attempt.version().is_new() {
            return Effect::Show;
        }
        let Some(stored) = shell.persistence.attempt(attempt.id()) else {
            // What was typed is refused, and offered as a file.
            self.settle(shell);
            let attempt = self.attempt();
            if !shell.persistence.contains(attempt.id()) {
                shell.add_vanished(attempt);
            }
            return Effect::Go(Destination::Start);
        };
        if !anew && stored.version() == attempt.version() {
            return Effect::Show;
        }
        if self.draft.is_some() {
            // It is refused, and offered as a file, and then this comes again.
            self.settle(shell);
            return Effect::Show;
        }
        if stored.session.status() == Status::InProgress {
            return Effect::Go(Destination::Attempt(stored));
        }
        self.subject = Subject::Device(stored);
        self.sharing.forget_preview(shell);
        self.changes += 1;
        Effect::Show
    }

    /// Derives what the view shows.
    pub fn refresh(&mut self, shell: &Shell) {
        if let Subject::Device(attempt) = &self.subject {
            self.sharing.follow(shell, attempt.id());
        }
        let revision = (
            shell.persistence.revision(),
            self.changes,
            shell.language,
            self.compared.clone(),
        );
        let (subject, compared) = (&self.subject, self.compared.as_deref());
        let draft = self.draft.as_ref();
        self.parts
            .refresh(revision, || parts(shell, subject, compared, draft));
    }

    /// The agreements made and the influences named on the result on screen.
    fn joined(&self, shell: &Shell) -> JoinedRecords {
        joined(shell, &self.subject)
    }
}

fn joined(shell: &Shell, subject: &Subject) -> JoinedRecords {
    match subject {
        Subject::Device(attempt) => shell.persistence.joined(attempt.id()),
        Subject::Opened(file) => file.joined.clone(),
    }
}

fn parts(
    shell: &Shell,
    subject: &Subject,
    compared: Option<&str>,
    draft: Option<&Draft>,
) -> ResultParts {
    let report = |attempt: &Attempt, withheld: &[usize]| {
        Rc::new(Report::new(&attempt.instrument, &attempt.session).withholding(withheld))
    };
    let mut joined = joined(shell, subject);
    if let Some(draft) = draft {
        draft.show_in(&mut joined);
    }
    let joined = Rc::new(joined);
    match subject {
        Subject::Device(attempt) => ResultParts {
            session: Rc::new(attempt.session.clone()),
            joined,
            report: report(attempt, &[]),
            origin: Origin::Device,
            since: shell.since(attempt, compared).map(Rc::new),
            agreed: shell.agreed(attempt),
        },
        Subject::Opened(file) => ResultParts {
            session: Rc::new(file.attempt.session.clone()),
            joined,
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
    let site = AttrValue::from(shell.ports.host.origin());
    let asks = state.is_of_device()
        && shell.is_own(state.attempt())
        && shell.config.sharing == Sharing::Summary
        && shell.ports.host.listens()
        // A page of no origin, as in a sandbox, cannot be named to the reader.
        && !["", "null"].contains(&&*site);
    let scores_request = asks.then(|| (site, state.scores_request.clone()));
    result_screen(&ResultProps {
        view: view.clone(),
        session: parts.session.clone(),
        joined: parts.joined.clone(),
        report: parts.report.clone(),
        origin: parts.origin.clone(),
        part: state.part,
        effort: state.effort.clone(),
        since: parts.since.clone(),
        agreed: parts.agreed.clone(),
        scores_request,
        coach: shell.config.coach.clone().into(),
        logo: shell.logo.clone(),
        today: shell.ports.clock.now().day(),
        read_only: state.is_of_device() && shell.is_read_only(),
        sharing: state.sharing.props(
            shell.page_address().is_some(),
            shell.config.xapi,
            !state.attempt().unknown.is_empty(),
        ),
        // The definition of a custom questionnaire is not at hand in another tab.
        own_tab: (shell.ports.host.listens() && !shell.config.custom)
            .then_some(shell.config.persist),
        to_talk: (state.is_of_device() && !shell.config.custom).then_some(shell.config.persist),
        on_message: send.reform(Msg::Result),
    })
}
