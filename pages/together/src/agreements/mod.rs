//! What two people agree: made, confirmed, looked back on, and handed to the other device.
//!
//! An agreement is stored once it says something. A change is made on screen at once, and committed
//! when its field is left; where another tab was first, what is stored comes on screen.

mod card;
mod screen;
mod sessions;
mod transfer;

pub(crate) use screen::view;
pub(crate) use transfer::Incoming;

use crate::device::is_about_another;
use crate::shell::{Msg, Shell};
use file_jobs::{AgreementsCalendar, FileTask};
use model::{Agreement, AgreementEdit, Goal, GoalOrigin, MAX_AGREEMENTS, Owner, Timestamp};
use platform::new_id;
use records::AgreementRecord;
use store::{RecordKey, Refused, Revision};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone)]
pub enum AgreementsMsg {
    /// A field of the agreement with this id has become something else.
    Edit(AttrValue, AgreementEdit),
    /// The same by one act, such as a choice: it is committed at once.
    Choose(AttrValue, AgreementEdit),
    /// A field was left.
    Leave,
    /// One more agreement of this kind.
    Add(Owner, Goal),
    /// One more thing that is asked of the manager, which begins with this text.
    Ask(AttrValue),
    /// Take the agreement with this id out.
    Remove(AttrValue),
    /// Show what the rep marked.
    ShowMarks,
    /// Whether those marks go along with a file or a link.
    MarksGoAlong(bool),
    /// Save them as a file.
    Save,
    /// Copy the link.
    CopyLink,
    /// Share the link.
    ShareLink,
    /// Save the calendar.
    Calendar,
    /// Keep what has come in.
    Keep,
}

/// An agreement on screen.
#[derive(Clone)]
struct Draft {
    record: AgreementRecord,
    /// The version that it is a change of; nothing of one that is not stored.
    revision: Option<Revision>,
    changed: bool,
}

/// The agreements of a talk.
#[derive(Default)]
pub(crate) struct AgreementsState {
    /// The sessions that the talk is about, the rep's first.
    sessions: Vec<String>,
    drafts: Vec<Draft>,
    /// Those of the last talk.
    last: Vec<Draft>,
    shows_marks: bool,
    marks_go_along: bool,
    incoming: Option<Incoming>,
    /// What was typed here where another tab was first: it goes into the file.
    overtaken: Vec<AgreementRecord>,
    /// What is said once what came in is durable.
    keeping: Option<&'static str>,
    /// Whether a deletion is taken back.
    reads_again: bool,
    file_job: Option<u32>,
}

impl AgreementsState {
    /// The screen arrives: the agreements of the talk that is open, or else the last ones.
    pub fn begin(shell: &mut Shell) {
        let sessions = shell.talk_sessions();
        let state = &shell.agreements;
        if !state.sessions.is_empty() && state.sessions == sessions {
            return;
        }
        let is_of_talk =
            |record: &AgreementRecord| sessions.iter().any(|session| record.is_joined_to(session));
        let (now, stored) = (shell.ports.clock.now(), shell.device.agreements());
        let mut drafts: Vec<Draft> = Vec::new();
        let mut earlier = Vec::new();
        for one in stored {
            let draft = Draft {
                record: one.record.clone(),
                revision: Some(one.revision.clone()),
                changed: false,
            };
            match is_of_talk(&one.record) {
                true => drafts.push(draft),
                false => earlier.push(draft),
            }
        }
        earlier.retain(|one| shell.is_between_the_same(&sessions, &one.record));
        let last = latest(earlier);
        let (mut drafts, last) = match sessions.is_empty() {
            true => (last, Vec::new()),
            false => (drafts, last),
        };
        if !sessions.is_empty() {
            for owner in [Owner::Rep, Owner::Manager] {
                for goal in [Goal::Learning, Goal::Performance] {
                    let is_there = drafts.iter().any(|one| {
                        let agreement = &one.record.agreement;
                        (agreement.owner, agreement.goal) == (owner, goal) && !one.record.asked
                    });
                    if !is_there {
                        let id = new_id(&*shell.ports.random);
                        drafts.extend(new_draft(id, &sessions, &now, owner, goal));
                    }
                }
            }
        }
        in_order(&mut drafts);
        shell.agreements = Self {
            sessions,
            drafts,
            last,
            incoming: shell.agreements.incoming.take(),
            ..Self::default()
        };
    }

    /// Takes in what a link or a file brought.
    pub fn take_incoming(shell: &mut Shell, incoming: Incoming) {
        shell.agreements.incoming = Some(incoming);
    }

    pub fn update(shell: &mut Shell, message: AgreementsMsg) {
        shell.toast = None;
        shell.agreements.keeping = None;
        match message {
            AgreementsMsg::Edit(id, edit) => shell.edit_agreement(&id, edit),
            AgreementsMsg::Choose(id, edit) => {
                shell.edit_agreement(&id, edit);
                Self::settle(shell);
            }
            AgreementsMsg::Leave => Self::settle(shell),
            AgreementsMsg::Add(owner, goal) => shell.add_agreement(owner, goal, None),
            AgreementsMsg::Ask(text) => {
                shell.add_agreement(Owner::Manager, Goal::Performance, Some(&text));
                Self::settle(shell);
            }
            AgreementsMsg::Remove(id) => {
                let stored = |one: &Draft| one.record.id == *id && one.revision.is_some();
                if shell.agreements.drafts.iter().any(stored) {
                    shell.device.delete_agreement(&id);
                }
                shell.agreements.drafts.retain(|one| one.record.id != *id);
            }
            AgreementsMsg::ShowMarks => shell.agreements.shows_marks = true,
            AgreementsMsg::MarksGoAlong(along) => shell.agreements.marks_go_along = along,
            AgreementsMsg::Save => shell.save_agreements(),
            AgreementsMsg::CopyLink => {
                if let Some(link) = shell.agreements_link() {
                    shell.copy(&link);
                }
            }
            AgreementsMsg::ShareLink => {
                if let Some(link) = shell.agreements_link() {
                    shell.ports.sharing.share(shell.texts().agreed.title, &link);
                }
            }
            AgreementsMsg::Calendar => {
                let records = shell.agreements.said();
                let task = FileTask::Calendar(Box::new(AgreementsCalendar {
                    agreements: records.iter().map(records::StoredRecord::write).collect(),
                    at: shell.ports.clock.now(),
                    language: shell.library.language,
                    zone: shell.ports.clock.zone(),
                }));
                shell.agreements.file_job = Some(shell.run_file_job(task));
            }
            AgreementsMsg::Keep => shell.keep_incoming(),
        }
    }

    /// Writes a learning goal of the rep: into the one that is still empty, or into one more.
    pub fn take_learning_goal(shell: &mut Shell, text: &str) {
        let is_free = |one: &Draft| {
            let agreement = &one.record.agreement;
            (agreement.owner, agreement.goal) == (Owner::Rep, Goal::Learning) && is_empty(agreement)
        };
        if !shell.agreements.drafts.iter().any(is_free) {
            shell.add_agreement(Owner::Rep, Goal::Learning, None);
        }
        let mut drafts = shell.agreements.drafts.iter();
        if let Some(id) = drafts
            .find(|one| is_free(one))
            .map(|one| one.record.id.clone())
        {
            shell.edit_agreement(&id, AgreementEdit::Text(text.to_owned()));
            let origin = AgreementEdit::Origin(Some(GoalOrigin::Customer));
            shell.edit_agreement(&id, origin);
        }
        Self::settle(shell);
    }

    /// Commits what was changed.
    pub fn settle(shell: &mut Shell) {
        let mut drafts = std::mem::take(&mut shell.agreements.drafts);
        let mut last = std::mem::take(&mut shell.agreements.last);
        for draft in drafts.iter_mut().chain(&mut last) {
            let says_nothing = draft.revision.is_none() && is_empty(&draft.record.agreement);
            if draft.changed && !says_nothing {
                draft.changed = false;
                let revision = draft.revision.as_ref();
                shell.device.commit_agreement(&draft.record, revision);
            }
        }
        shell.device.read(&shell.library.catalogue);
        for draft in drafts.iter_mut().chain(&mut last) {
            // The store shows at once what it is saving.
            draft.revision = shell
                .stored_revision(&draft.record.id)
                .or(draft.revision.take());
        }
        shell.agreements.drafts = drafts;
        shell.agreements.last = last;
    }

    /// What has become of a commit.
    pub fn committed(shell: &mut Shell, key: &RecordKey, result: Result<Revision, Refused>) {
        let t = &shell.texts().agreed;
        match result {
            Ok(_) if shell.device.keeps() => {
                let said = shell.agreements.keeping.unwrap_or(t.kept_here);
                shell.announce(said);
            }
            Ok(_) | Err(Refused::Trouble(_)) => shell.announce(t.not_kept),
            Err(Refused::Changed(_)) => {
                shell.set_aside(key);
                shell.announce(t.changed_elsewhere);
            }
            Err(Refused::Deleted | Refused::ReadOnly) => shell.announce(t.not_kept),
        }
    }

    /// What was taken back comes on screen once the records are read.
    pub fn read_again(shell: &mut Shell) {
        shell.agreements.reads_again = true;
    }

    /// Takes over what is stored now, but for what is being changed here.
    pub fn follow(shell: &mut Shell) {
        if std::mem::take(&mut shell.agreements.reads_again) {
            shell.agreements.sessions.clear();
            Self::begin(shell);
        }
        let stored = shell.device.agreements().to_vec();
        let state = &mut shell.agreements;
        for draft in state.drafts.iter_mut().chain(&mut state.last) {
            let found = stored.iter().find(|one| one.record.id == draft.record.id);
            if let Some(found) = found
                && !draft.changed
            {
                draft.record = found.record.clone();
                draft.revision = Some(found.revision.clone());
            }
        }
        let is_gone = |draft: &Draft| {
            let is_there = |id: &str| stored.iter().any(|one| one.record.id == id);
            draft.revision.is_some() && !draft.changed && !is_there(&draft.record.id)
        };
        state.drafts.retain(|draft| !is_gone(draft));
        state.last.retain(|draft| !is_gone(draft));
    }

    /// The sessions that a new agreement is about: those of the talk that is open, or else those of the
    /// last one. Empty where there was none.
    fn about(&self) -> &[String] {
        match self.drafts.first() {
            Some(first) if self.sessions.is_empty() => &first.record.session_ids,
            _ => &self.sessions,
        }
    }

    /// What is agreed and says something.
    fn said(&self) -> Vec<AgreementRecord> {
        let drafts = self.drafts.iter().map(|one| &one.record);
        drafts
            .filter(|record| !is_empty(&record.agreement))
            .cloned()
            .collect()
    }
}

/// What a button does.
fn send(shell: &Shell, message: AgreementsMsg) -> Callback<MouseEvent> {
    shell.send.reform(move |_| Msg::Agreements(message.clone()))
}

fn is_empty(agreement: &Agreement) -> bool {
    agreement.text.trim().is_empty()
}

/// An agreement that says nothing yet, of a talk about these sessions.
fn new_draft(
    id: String,
    sessions: &[String],
    now: &Timestamp,
    owner: Owner,
    goal: Goal,
) -> Option<Draft> {
    let agreement = Agreement {
        owner,
        goal,
        ..Agreement::default()
    };
    let made_on = sessions.first()?.clone();
    let mut record = AgreementRecord::new(id, made_on, now.clone(), agreement);
    record.session_ids = sessions.to_vec();
    Some(Draft {
        record,
        revision: None,
        changed: false,
    })
}

/// Those that were made together most recently.
fn latest(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let newest = drafts.iter().max_by_key(|one| &one.record.created_at);
    let Some(made_on) = newest.map(|one| one.record.made_on().to_owned()) else {
        return Vec::new();
    };
    drafts.retain(|one| one.record.made_on() == made_on);
    in_order(&mut drafts);
    drafts
}

/// The rep's first, what is learned before what is achieved, and what was asked for last.
fn in_order(drafts: &mut [Draft]) {
    drafts.sort_by_key(|one| {
        let agreement = &one.record.agreement;
        (
            one.record.asked,
            agreement.owner as u8,
            agreement.goal as u8,
            one.record.position,
        )
    });
}

impl Shell {
    /// Whether an agreement is one of the same two people, as far as this device knows: on a manager's
    /// device there may be talks with several reps.
    fn is_between_the_same(&self, sessions: &[String], record: &AgreementRecord) -> bool {
        let about = |id: &String| {
            let attempt = self.device.attempt(id)?;
            is_about_another(attempt).then(|| attempt.session.parts().subject.pseudonym.clone())
        };
        let now = sessions.iter().find_map(about);
        let then = record.session_ids.iter().find_map(about);
        match (now, then) {
            (Some(now), Some(then)) => now == then,
            // Where nothing is known of one of them, it is shown, with its date.
            _ => true,
        }
    }

    /// What was typed into the record of this key is set aside, and what is stored comes on screen.
    fn set_aside(&mut self, key: &RecordKey) {
        let id = new_id(&*self.ports.random);
        let state = &mut self.agreements;
        let mut drafts = state.drafts.iter_mut().chain(&mut state.last);
        let Some(draft) = drafts.find(|one| key.id() == Some(&*one.record.id)) else {
            return;
        };
        draft.changed = false;
        if state.overtaken.len() < MAX_AGREEMENTS {
            let mut typed = draft.record.clone();
            // In the file it stands beside the other one.
            typed.id = id;
            state.overtaken.push(typed);
        }
    }

    fn stored_revision(&self, id: &str) -> Option<Revision> {
        let mut stored = self.device.agreements().iter();
        let found = stored.find(|one| one.record.id == id)?;
        Some(found.revision.clone())
    }

    fn edit_agreement(&mut self, id: &str, edit: AgreementEdit) {
        let at = self.ports.clock.now();
        let state = &mut self.agreements;
        let first = state.sessions.first().cloned();
        let mut drafts = state.drafts.iter_mut().chain(&mut state.last);
        if let Some(draft) = drafts.find(|one| one.record.id == id) {
            let session = first.unwrap_or_else(|| draft.record.made_on().to_owned());
            draft.record.edit(edit, &session, at);
            draft.changed = true;
        }
    }

    fn add_agreement(&mut self, owner: Owner, goal: Goal, asked: Option<&str>) {
        let count = self.agreements.drafts.len();
        if count >= 2 * MAX_AGREEMENTS {
            return;
        }
        let (id, now) = (new_id(&*self.ports.random), self.ports.clock.now());
        let sessions = self.agreements.about().to_vec();
        let Some(mut draft) = new_draft(id, &sessions, &now, owner, goal) else {
            return;
        };
        draft.record.position = count as u32;
        if let Some(text) = asked {
            draft.record.asked = true;
            let edit = AgreementEdit::Text(text.to_owned());
            draft.record.agreement.edit(edit);
            draft.changed = true;
        }
        self.agreements.drafts.push(draft);
    }
}
