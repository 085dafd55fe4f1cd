//! What two people agree: made, confirmed, looked back on, and handed to the other device.
//!
//! An agreement is stored once it says something. A change is made on screen at once, and committed
//! when its field is left; where another tab was first, what is stored comes on screen.

use crate::device::is_about_another;
use crate::shell::{Msg, Place, Shell};
use file_jobs::{AgreementsCalendar, FileOutcome, FileTask};
use hand_over::{Seal, TalkCode, questionnaire_of};
use model::{
    Agreement, AgreementEdit, Day, Goal, GoalOrigin, MAX_AGREEMENTS, MAX_TEXT, Outcome, Owner,
    Sorting, Timestamp,
};
use platform::{WorkerFailed, new_id};
use records::{
    AgreementRecord, FileFormat, NotAgreements, agreements_document, agreements_link, handed_on,
    read_agreements, read_agreements_link,
};
use report::work_words;
use store::{RecordKey, Refused, Revision};
use talk_parts::{KEEP, TOGETHER_PAGE, TRY};
use ui::{
    Choice, TextFieldProps, TextKind, actions, back_button, button, choice, choices, definition,
    element, element_with, error_notice, fragment, heading, keyed, list, named_section, nodes,
    notice, text, text_element, text_field, untranslated_element, when,
};
use yew::prelude::*;

const OUTCOMES: [Outcome; 3] = [Outcome::Kept, Outcome::Partly, Outcome::NotYet];

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

/// Agreements from a link or a file; nothing of them is kept yet.
pub(crate) struct Incoming(Result<Vec<AgreementRecord>, NotAgreements>);

impl Incoming {
    /// What a link holds after its name.
    pub fn of_link(text: &str) -> Self {
        Self(read_agreements_link(text))
    }

    /// What a file holds.
    pub fn of_file(bytes: &[u8]) -> Self {
        Self(read_agreements(bytes))
    }
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
                        drafts.push(new_draft(id, &sessions, &now, owner, goal));
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

    /// What of a call review is kept and tried, as the text of a learning goal: after a letter each
    /// the place of a statement, of the questionnaire that the rep's code is of.
    pub fn goal_of(shell: &Shell, rep: &str, chosen: Option<&str>) -> Option<String> {
        let reference = questionnaire_of(rep, &shell.library.listed()).ok()?;
        let instrument = shell.library.find(&reference)?;
        let language = shell.library.language;
        let statement = |letter: char| {
            let (_, behind) = chosen?.split_once(letter)?;
            let digits = behind.find(|one: char| !one.is_ascii_digit());
            let place: usize = behind[..digits.unwrap_or(behind.len())].parse().ok()?;
            let item = instrument.items().get(place)?;
            Some(["‘", item.text.get(language), "’"].concat())
        };
        let t = &shell.texts().review;
        let keep = statement(KEEP).map(|said| t.goal_keep(&said));
        let next = statement(TRY).map(|said| t.goal_try(&said));
        let said: Vec<String> = keep.into_iter().chain(next).collect();
        (!said.is_empty()).then(|| said.join("\n"))
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
        if let Some(id) = shell.leaving_for.clone()
            && key.id() == Some(&*id)
        {
            shell.leaving_for = None;
            match result {
                Ok(_) => shell.ports.page.leave_for(&["./#attempt=", &id].concat()),
                Err(_) => shell.announce(shell.messages().errors.storage_failed),
            }
            return;
        }
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

    /// Offers the file that the job of this number has made, where it is waited for here.
    pub fn file_made(shell: &mut Shell, number: u32, outcome: Result<FileOutcome, WorkerFailed>) {
        let job = &mut shell.agreements.file_job;
        if job.take_if(|one| *one == number).is_none() {
            return;
        }
        let said = match outcome {
            Ok(FileOutcome::Made { name, bytes }) => {
                let media_type = FileFormat::Calendar.media_type();
                shell.offer(&name, media_type, &bytes)
            }
            _ => shell.messages().errors.file_not_loaded.to_owned(),
        };
        shell.announce(said);
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

fn is_empty(agreement: &Agreement) -> bool {
    agreement.text.trim().is_empty()
}

fn new_draft(id: String, sessions: &[String], now: &Timestamp, owner: Owner, goal: Goal) -> Draft {
    let agreement = Agreement {
        owner,
        goal,
        ..Agreement::default()
    };
    let first = sessions
        .first()
        .cloned()
        .unwrap_or_else(|| "talk".to_owned());
    let mut record = AgreementRecord::new(id, first, now.clone(), agreement);
    if !sessions.is_empty() {
        record.session_ids = sessions.to_vec();
    }
    Draft {
        record,
        revision: None,
        changed: false,
    }
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
    /// The sessions of the talk that is open, the rep's first.
    fn talk_sessions(&self) -> Vec<String> {
        let mut sessions = Vec::new();
        for code in self.talk.iter().flatten() {
            let Some(seal) = self.seal_of_code(code) else {
                continue;
            };
            // On this device the attempt is known that the code was made of.
            sessions.extend(self.attempt_of_seal(seal));
            let seal: String = seal.to_string().split('-').collect();
            sessions.push([SEAL_SESSION, &seal].concat());
        }
        sessions
    }

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
        let mut draft = new_draft(id, &self.agreements.sessions, &now, owner, goal);
        draft.record.position = count as u32;
        if let Some(text) = asked {
            draft.record.asked = true;
            let edit = AgreementEdit::Text(text.to_owned());
            draft.record.agreement.edit(edit);
            draft.changed = true;
        }
        self.agreements.drafts.push(draft);
    }

    /// Offers a file to the reader; what is said of it.
    fn offer(&self, name: &str, media_type: &str, bytes: &[u8]) -> String {
        let t = self.messages();
        match self.ports.downloads.save(name, media_type, bytes) {
            true => t.result.saved_file(name),
            false => t.errors.download_failed.to_owned(),
        }
    }

    fn save_agreements(&mut self) {
        let mut said = self.agreements.said();
        said.extend(self.agreements.overtaken.iter().cloned());
        let said = handed_on(&said, self.agreements.marks_go_along);
        let file = agreements_document(&said, &self.ports.clock.now());
        let said = self.offer(&file.name, file.media_type, &file.bytes);
        self.announce(said);
    }

    /// The link that brings the agreements to another device, where they fit into one.
    fn agreements_link(&self) -> Option<String> {
        let said = handed_on(&self.agreements.said(), self.agreements.marks_go_along);
        let text = agreements_link(&said, &self.ports.clock.now())?;
        Some([&*self.address_of(TOGETHER_PAGE), "#agreements=", &text].concat())
    }

    /// Keeps what has come in. A newer version that is here stays.
    fn keep_incoming(&mut self) {
        let Some(Incoming(Ok(records))) = self.agreements.incoming.take() else {
            return;
        };
        let mut stayed = false;
        for mut record in records {
            self.join_own(&mut record);
            let mut stored = self.device.agreements().iter();
            let stored = stored.find(|one| one.record.id == record.id).cloned();
            let Some(stored) = stored else {
                self.device.commit_agreement(&record, None);
                continue;
            };
            if stored.record.changed_at.day() > record.changed_at.day() {
                stayed = true;
                continue;
            }
            // Marks that did not come along are not taken back.
            let (here, there) = (&stored.record.agreement, &mut record.agreement);
            if there.outcome.is_none() {
                there.outcome = here.outcome;
            }
            if there.learned.is_empty() {
                there.learned.clone_from(&here.learned);
            }
            for id in &stored.record.session_ids {
                if !record.is_joined_to(id) {
                    record.session_ids.push(id.clone());
                }
            }
            self.device
                .commit_agreement(&record, Some(&stored.revision));
        }
        self.device.read(&self.library.catalogue);
        self.agreements = AgreementsState::default();
        AgreementsState::begin(self);
        let t = &self.texts().agreed;
        let said = match stayed {
            true => t.newer_here,
            false => t.keep_done,
        };
        self.agreements.keeping = Some(said);
        self.announce(said);
    }

    /// Joins an agreement that was made on a seal to the attempt of this device that has it.
    fn join_own(&self, record: &mut AgreementRecord) {
        let seals = record.session_ids.iter();
        let seals = seals.filter_map(|id| Seal::parse(id.strip_prefix(SEAL_SESSION)?).ok());
        for seal in seals.collect::<Vec<_>>() {
            let Some(own) = self.attempt_of_seal(seal) else {
                continue;
            };
            if !record.is_joined_to(&own) {
                // Made on it: it comes first, so that the result shows it.
                record.session_ids.insert(0, own);
            }
        }
    }

    /// The attempt of this device that has this seal, with whichever themes were withheld.
    fn attempt_of_seal(&self, seal: Seal) -> Option<String> {
        let mut attempts = self.device.attempts().iter();
        let found = attempts.find(|one| {
            let scales = one.instrument.scales().len();
            scales <= MAX_SCALES_TRIED
                && (0..1_u32 << scales).any(|withheld| {
                    let withheld: Vec<usize> = (0..scales)
                        .filter(|scale| withheld & (1 << scale) != 0)
                        .collect();
                    Seal::of_session(&one.instrument, &one.session, &withheld) == seal
                })
        });
        Some(found?.id().to_owned())
    }

    /// The seal of a code, where it is one.
    fn seal_of_code(&self, code: &str) -> Option<Seal> {
        let reference = questionnaire_of(code, &self.library.listed()).ok()?;
        let instrument = self.library.find(&reference)?;
        let today = self.ports.clock.now().day();
        Some(TalkCode::read(code, &instrument, today).ok()?.seal())
    }
}

/// What the id of a session begins with that is known by its seal alone. The code itself would carry the
/// answers along with the agreements.
const SEAL_SESSION: &str = "seal-";

/// Most themes of a questionnaire of which it is tried what may have been withheld.
const MAX_SCALES_TRIED: usize = 8;

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let head = [
        back_button(shell.messages().common.back.into(), shell.go(Place::Home)),
        heading(t.title, shell.moved),
        text_element("p", "lead", t.lead),
    ];
    let content = match &state.incoming {
        Some(incoming) => incoming_view(shell, incoming),
        None => fragment([
            look_back(shell),
            of_owner(shell, Owner::Rep, t.of_rep),
            of_owner(shell, Owner::Manager, t.of_manager),
            asked(shell),
            hand_on(shell),
        ]),
    };
    element(
        "div",
        "sections agreements-screen",
        [element("div", "section", head), content],
    )
}

fn send(shell: &Shell, message: AgreementsMsg) -> Callback<MouseEvent> {
    shell.send.reform(move |_| Msg::Agreements(message.clone()))
}

/// What has come in, to be looked at before it is kept.
fn incoming_view(shell: &Shell, incoming: &Incoming) -> Html {
    let t = &shell.texts().agreed;
    let records = match &incoming.0 {
        Ok(records) => records,
        Err(why) => {
            let said = match why {
                NotAgreements::Unreadable => t.unreadable,
                NotAgreements::Newer => shell.texts().errors.newer,
            };
            let content = [
                text_element("p", "", said),
                text_element("p", "", shell.texts().errors.nothing_changed),
            ];
            return error_notice(shell.texts().errors.title, content);
        }
    };
    let rows = records.iter().map(|record| in_words(shell, record));
    let content = [
        text_element("p", "", t.open_lead),
        list("agreements", nodes(rows)),
        actions(button(
            "button button-primary",
            t.keep,
            send(shell, AgreementsMsg::Keep),
        )),
    ];
    named_section("incoming", t.open_title, fragment(content))
}

fn in_words(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = shell.messages();
    let one = &record.agreement;
    let kind = kind(shell, record);
    let due = work_words::day(one.due, shell.library.language);
    let details = [
        (t.work.due, due),
        (t.work.indicator, one.indicator.clone()),
        (t.work.first_step, one.first_step.clone()),
        (
            t.work.confirmed,
            work_words::confirmed(&t.work, shell.scan(), one),
        ),
    ];
    let details = details.into_iter().filter(|(_, said)| !said.is_empty());
    let details = details.map(|(name, said)| definition("", name, said));
    let content = [
        text_element("h3", "kind", kind),
        text_element("p", "agreement-text", one.text.clone()),
        element("dl", "agreed", nodes(details)),
    ];
    keyed(&record.id, element("li", "agreement", content))
}

fn kind(shell: &Shell, record: &AgreementRecord) -> &'static str {
    match record.asked {
        true => shell.texts().agreed.asked,
        false => {
            let agreement = &record.agreement;
            work_words::kind_between_two(&shell.messages().work, agreement.owner, agreement.goal)
        }
    }
}

/// The agreements of one of the two.
fn of_owner(shell: &Shell, owner: Owner, title: &'static str) -> Html {
    let drafts = shell.agreements.drafts.iter();
    let own = drafts.filter(|one| one.record.agreement.owner == owner && !one.record.asked);
    let cards = own.map(|draft| card(shell, &draft.record));
    let t = &shell.texts().agreed;
    let add = send(shell, AgreementsMsg::Add(owner, Goal::Learning));
    let content = [
        list("agreements", nodes(cards)),
        button("button-link", t.add, add),
    ];
    let name = match owner {
        Owner::Rep => "of-rep",
        Owner::Manager => "of-manager",
    };
    named_section(name, title, fragment(content))
}

/// An agreement with its fields.
fn card(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let both = agreement.rep_confirmed && agreement.manager_confirmed;
    let agreed = &shell.texts().agreed;
    let said = match both {
        true => agreed.both_confirmed,
        false => agreed.not_confirmed,
    };
    let filled = !is_empty(agreement);
    let content = [
        text_element("h3", "kind", kind(shell, record)),
        field(
            shell,
            record,
            "text",
            TextKind::Lines,
            t.agreed,
            &agreement.text,
            AgreementEdit::Text,
        ),
        when(filled || record.asked, || {
            day_field(shell, record, "due", t.due, agreement.due)
        }),
        when(filled && !record.asked, || details(shell, record)),
        when(filled, || confirmations(shell, record)),
        when(filled, || text_element("p", "muted small", said)),
        when(agreement.goal == Goal::Learning, || {
            text_element("p", "muted small", t.hr)
        }),
        when(filled || record.asked, || {
            let remove = AgreementsMsg::Remove(record.id.clone().into());
            button("button-link", t.remove, send(shell, remove))
        }),
    ];
    let names = &["class", "data-entry", "data-owner"];
    let owner = match agreement.owner {
        Owner::Rep => "rep",
        Owner::Manager => "manager",
    };
    let values = ["agreement work", "agreement", owner];
    keyed(
        &record.id,
        element_with("li", names, values, fragment(content)),
    )
}

/// What is said of an agreement once there is one.
fn details(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let lines = |name: &str, label, value: &str, edit| {
        field(shell, record, name, TextKind::Lines, label, value, edit)
    };
    fragment([
        lines(
            "indicator",
            t.indicator,
            &agreement.indicator,
            AgreementEdit::Indicator,
        ),
        lines(
            "first",
            t.first_step,
            &agreement.first_step,
            AgreementEdit::FirstStep,
        ),
    ])
}

/// A field of an agreement.
#[allow(clippy::too_many_arguments, reason = "what a field is, and of what")]
fn field(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    kind: TextKind,
    label: &'static str,
    value: &str,
    edit: fn(String) -> AgreementEdit,
) -> Html {
    let id = AttrValue::from(record.id.clone());
    text_field(TextFieldProps {
        id: [&*record.id, "-", name].concat().into(),
        kind,
        label: label.into(),
        value: value.to_owned().into(),
        max: MAX_TEXT,
        readonly: false,
        hint: None,
        on_input: shell
            .send
            .reform(move |text| Msg::Agreements(AgreementsMsg::Edit(id.clone(), edit(text)))),
        on_leave: shell
            .send
            .reform(|()| Msg::Agreements(AgreementsMsg::Leave)),
    })
}

fn day_field(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    label: &'static str,
    value: Option<Day>,
) -> Html {
    let value = value.map(String::from).unwrap_or_default();
    let edit = |text: String| AgreementEdit::Due(Day::parse(&text));
    field(shell, record, name, TextKind::Date, label, &value, edit)
}

fn confirmations(shell: &Shell, record: &AgreementRecord) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let by = [
        ("rep", t.by_rep, Owner::Rep, agreement.rep_confirmed),
        (
            "manager",
            t.by_manager,
            Owner::Manager,
            agreement.manager_confirmed,
        ),
    ];
    let rows = by.map(|(name, label, by, confirmed)| {
        let edit = AgreementEdit::Confirm {
            by,
            confirmed: !confirmed,
        };
        check(shell, record, name, label, confirmed, edit)
    });
    choices(t.confirmed, fragment(rows))
}

fn check(
    shell: &Shell,
    record: &AgreementRecord,
    name: &str,
    label: &'static str,
    checked: bool,
    edit: AgreementEdit,
) -> Html {
    let message = AgreementsMsg::Choose(record.id.clone().into(), edit);
    choice(Choice {
        kind: "checkbox",
        id: [&*record.id, "-", name].concat(),
        name: None,
        label: label.into(),
        checked,
        disabled: false,
        on_change: shell.send.reform(move |_| Msg::Agreements(message.clone())),
    })
}

/// The last agreements: how they went, and what was learned. Two lists on one scale: the manager marks
/// what the rep agreed, the rep what the manager did. The rep's marks are covered until shown.
fn look_back(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let last = match shell.talk.is_some() {
        true => &state.last,
        false => &state.drafts,
    };
    let last: Vec<&Draft> = last
        .iter()
        .filter(|one| one.revision.is_some() && !is_empty(&one.record.agreement))
        .collect();
    if last.is_empty() {
        return Html::default();
    }
    let lists = [(Owner::Rep, t.of_rep), (Owner::Manager, t.of_manager)].map(|(owner, title)| {
        let own = last
            .iter()
            .filter(|one| one.record.agreement.owner == owner);
        let covered = owner == Owner::Manager && !state.shows_marks;
        let rows: Vec<Html> = own
            .map(|one| looked_back(shell, &one.record, covered))
            .collect();
        if rows.is_empty() {
            return Html::default();
        }
        let show = || {
            let show = send(shell, AgreementsMsg::ShowMarks);
            fragment([
                text_element("p", "muted", t.rep_marks_covered),
                actions(button("button", t.show_rep_marks, show)),
            ])
        };
        fragment([
            text_element("h3", "", title),
            when(covered, show),
            list("agreements", nodes(rows)),
        ])
    });
    let content = [text_element("p", "", t.look_back_lead), fragment(lists)];
    named_section("look-back", t.look_back, fragment(content))
}

fn looked_back(shell: &Shell, record: &AgreementRecord, covered: bool) -> Html {
    let t = &shell.messages().work;
    let agreement = &record.agreement;
    let fields = || {
        let rows = OUTCOMES.into_iter().enumerate().map(|(n, outcome)| {
            let edit = AgreementEdit::Outcome(Some(outcome));
            let message = AgreementsMsg::Choose(record.id.clone().into(), edit);
            choice(Choice {
                kind: "radio",
                id: [&*record.id, "-outcome-", &n.to_string()].concat(),
                name: Some([&*record.id, "-outcome"].concat()),
                label: t.outcomes[n].into(),
                checked: agreement.outcome == Some(outcome),
                disabled: false,
                on_change: shell.send.reform(move |_| Msg::Agreements(message.clone())),
            })
        });
        fragment([
            choices(t.outcome, nodes(rows)),
            field(
                shell,
                record,
                "learned",
                TextKind::Lines,
                t.learned,
                &agreement.learned,
                AgreementEdit::Learned,
            ),
        ])
    };
    let due = work_words::day(agreement.due, shell.library.language);
    let content = [
        text_element("p", "agreement-text", agreement.text.clone()),
        untranslated_element("p", "muted small", due),
        when(!covered, fields),
    ];
    let names = &["class", "data-entry"];
    let values = ["agreement work", "looked-back"];
    keyed(
        &record.id,
        element_with("li", names, values, fragment(content)),
    )
}

/// What the rep asks of the manager: the manager's own list, with days.
fn asked(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let listed = state.drafts.iter().filter(|one| one.record.asked);
    let cards: Vec<Html> = listed.map(|one| card(shell, &one.record)).collect();
    let sessions = state.sessions.iter();
    let influences = sessions.flat_map(|session| shell.device.influences_of(session));
    let offered = influences.filter_map(|record| {
        let influence = &record.influence;
        if influence.sorted != Some(Sorting::Ask) {
            return None;
        }
        let said = match influence.step.is_empty() {
            true => &influence.reason,
            false => &influence.step,
        };
        let is_listed = |one: &Draft| one.record.asked && one.record.agreement.text == *said;
        if said.is_empty() || state.drafts.iter().any(is_listed) {
            return None;
        }
        let take = send(shell, AgreementsMsg::Ask(said.clone().into()));
        let content = [
            text_element("span", "", said.clone()),
            button("button-quiet", t.take_over, take),
        ];
        Some(keyed(&record.id, element("li", "row", content)))
    });
    let add = send(shell, AgreementsMsg::Ask(AttrValue::default()));
    let content = [
        text_element("p", "", t.asked_lead),
        list("rows", nodes(offered)),
        list("agreements", nodes(cards)),
        button("button-link", t.asked_new, add),
    ];
    named_section("asked", t.asked, fragment(content))
}

/// The ways to the other device.
fn hand_on(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let said = shell.agreements.said();
    if said.is_empty() {
        return Html::default();
    }
    let has_marks = said.iter().any(|record| {
        let agreement = &record.agreement;
        agreement.owner == Owner::Manager
            && (agreement.outcome.is_some() || !agreement.learned.is_empty())
    });
    let along = shell.agreements.marks_go_along;
    let marks = || {
        choice(Choice {
            kind: "checkbox",
            id: "marks-go-along".to_owned(),
            name: None,
            label: t.marks_go_along.into(),
            checked: along,
            disabled: false,
            on_change: shell
                .send
                .reform(move |_| Msg::Agreements(AgreementsMsg::MarksGoAlong(!along))),
        })
    };
    let link = shell.agreements_link();
    let hand_over = &shell.texts().hand_over;
    let by_link = || match shell.ports.sharing.can_share() {
        true => button(
            "button button-primary",
            hand_over.share_link,
            send(shell, AgreementsMsg::ShareLink),
        ),
        false => button(
            "button button-primary",
            hand_over.copy_link,
            send(shell, AgreementsMsg::CopyLink),
        ),
    };
    let dated = said.iter().any(|record| record.agreement.due.is_some());
    let buttons = [
        when(link.is_some(), by_link),
        button("button", t.save_file, send(shell, AgreementsMsg::Save)),
        when(dated, || {
            button("button", t.calendar, send(shell, AgreementsMsg::Calendar))
        }),
    ];
    let content = [
        text_element("p", "", t.hand_over_lead),
        when(has_marks, marks),
        when(link.is_none(), || notice("", text(t.link_too_long))),
        actions(fragment(buttons)),
    ];
    named_section("hand-on", t.hand_over, fragment(content))
}
