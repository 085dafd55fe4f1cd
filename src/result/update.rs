//! What is done with a result, and when that is saved.

use super::{
    Draft, Edit, EditedRecord, EffortMsg, ResultMsg, ResultPart, ResultState, Subject, Typed,
};
use crate::host;
use crate::sharing::{SavedFile, SharingMsg};
use crate::shell::{Destination, Effect, Msg, Shell, Version};
use model::{Action, BeliefEdit, Rerating};
use records::{Attempt, FileFormat, clean_label};
use store::Durability;
use yew::AttrValue;

/// How long a field must rest before what was typed is saved, in milliseconds.
const PAUSE: u32 = 1_000;

impl ResultState {
    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: ResultMsg) -> Effect {
        let changes = matches!(
            message,
            ResultMsg::Type(..)
                | ResultMsg::Edit(_)
                | ResultMsg::Rerate(..)
                | ResultMsg::AddAgreement { .. }
                | ResultMsg::TakeExample(..)
                | ResultMsg::RemoveAgreement(_)
                | ResultMsg::AddInfluence(_)
                | ResultMsg::RemoveInfluence(_)
                | ResultMsg::Effort(EffortMsg::TakeOver)
                | ResultMsg::Review
        );
        // Another tab has it open.
        if changes && self.is_of_device() && shell.is_read_only() {
            return Effect::Quiet;
        }
        match message {
            ResultMsg::Type(field, typed) => return self.write_draft(shell, field, typed),
            ResultMsg::LeaveField => {
                // What depends on it is rendered at the pause: what grows while a finger is down
                // would move the button away from under it.
                self.commit_draft(shell);
                return Effect::Quiet;
            }
            _ => self.settle(shell),
        }
        match message {
            ResultMsg::Open(part) => {
                shell.dismiss();
                self.open(part);
            }
            ResultMsg::OpenSharing(format) => {
                shell.dismiss();
                self.sharing.choose_format(shell, format);
                self.open(ResultPart::Sharing);
            }
            ResultMsg::Sharing(message) => return self.share(shell, message),
            ResultMsg::Compare(id) => self.compared = Some(id.to_string()),
            ResultMsg::Edit(_)
            | ResultMsg::Rerate(..)
            | ResultMsg::AddAgreement { .. }
            | ResultMsg::TakeExample(..)
            | ResultMsg::RemoveAgreement(_)
            | ResultMsg::AddInfluence(_)
            | ResultMsg::RemoveInfluence(_) => {
                shell.dismiss();
                self.sharing.forget_preview(shell);
                self.write(shell, message);
            }
            ResultMsg::Effort(message) => self.calculate(shell, message),
            ResultMsg::Print => shell.ports.page.print(),
            ResultMsg::SendScores(yes) => self.answer_scores_request(shell, yes),
            ResultMsg::Review => {
                if let Subject::Device(attempt) = &self.subject {
                    return Effect::Go(Destination::Review(attempt.clone()));
                }
            }
            ResultMsg::Store => return self.store(shell),
            ResultMsg::Begin => return Effect::Go(Destination::Begin),
            ResultMsg::Pause | ResultMsg::Type(..) | ResultMsg::LeaveField => {}
        }
        Effect::Show
    }

    /// Shows the file in this format, as it would be saved.
    pub fn preview_as(&mut self, shell: &mut Shell, format: FileFormat) {
        self.settle(shell);
        self.part = ResultPart::Sharing;
        self.sharing.choose_format(shell, format);
        self.share(shell, SharingMsg::Preview);
    }

    /// Commits what was typed.
    pub fn settle(&mut self, shell: &mut Shell) {
        self.pause = None;
        self.commit_draft(shell);
    }

    /// Keeps what was typed until a pause. The first key in a field is applied at once, since the
    /// view may say less or more once something is there; the keys after it render nothing.
    fn write_draft(&mut self, shell: &mut Shell, field: AttrValue, typed: Typed) -> Effect {
        let continues = self
            .draft
            .as_ref()
            .is_some_and(|draft| draft.field == field);
        if !continues {
            self.commit_draft(shell);
            shell.dismiss();
            self.sharing.forget_preview(shell);
            self.apply(&typed);
        }
        let edited = match (self.draft.take(), &typed) {
            (Some(draft), _) => draft.edited,
            (None, Typed::Edit(edit)) => EditedRecord::find(shell, edit),
            (None, Typed::Label(_)) => None,
        };
        self.draft = Some(Draft {
            field,
            typed,
            edited,
        });
        let send = shell.send.clone();
        let call = Box::new(move || send.emit(Msg::Result(ResultMsg::Pause)));
        self.pause = Some(shell.ports.timers.after(PAUSE, call));
        match continues {
            true => Effect::Quiet,
            false => Effect::Show,
        }
    }

    fn commit_draft(&mut self, shell: &mut Shell) {
        let Some(Draft { typed, edited, .. }) = self.draft.take() else {
            return;
        };
        match typed {
            Typed::Edit(edit @ (Edit::Agreement(..) | Edit::Influence(..))) => {
                // Over a record that is gone the store refuses it, and it is offered as a file.
                let edited = EditedRecord::find(shell, &edit).or(edited);
                self.edit(shell, edit, edited);
            }
            typed @ (Typed::Edit(Edit::Belief(..) | Edit::Plan(_)) | Typed::Label(_)) => {
                self.apply(&typed);
                self.commit(shell);
            }
        }
    }

    /// Shows what was typed, without saving it. What belongs to another record than the attempt
    /// is shown from the draft.
    fn apply(&mut self, typed: &Typed) {
        match typed.clone() {
            Typed::Label(label) => self.change(Action::Label(label)),
            Typed::Edit(Edit::Belief(item, edit)) => {
                self.change(Action::EditBelief { item, edit });
            }
            Typed::Edit(Edit::Plan(edit)) => self.change(Action::EditPlan(edit)),
            Typed::Edit(_) => self.changes += 1,
        }
    }

    /// Changes the attempt on screen, without saving it.
    fn change(&mut self, action: Action) {
        if let Subject::Device(attempt) = &mut self.subject {
            let mut changed = Attempt::clone(attempt);
            changed.session.update(&attempt.instrument, action);
            *attempt = attempt.with(changed);
            self.changes += 1;
        }
    }

    fn commit(&mut self, shell: &mut Shell) {
        if let Subject::Device(attempt) = &mut self.subject {
            let (changed, version) = (Attempt::clone(attempt), attempt.version().clone());
            *attempt = shell
                .persistence
                .commit(changed, &version, Durability::Strict);
        }
    }

    /// Changes the attempt on screen and commits it.
    fn act(&mut self, shell: &mut Shell, action: Action) {
        shell.dismiss();
        self.sharing.forget_preview(shell);
        self.change(action);
        self.commit(shell);
    }

    /// Carries out what was chosen, added or removed.
    fn write(&mut self, shell: &mut Shell, message: ResultMsg) {
        match message {
            ResultMsg::Edit(edit) => {
                let edited = EditedRecord::find(shell, &edit);
                self.edit(shell, edit, edited);
            }
            ResultMsg::Rerate(item, value) => {
                let at = shell.ports.clock.now();
                let edit = BeliefEdit::Rerating(Some(Rerating { value, at }));
                self.act(shell, Action::EditBelief { item, edit });
            }
            ResultMsg::AddAgreement {
                owner,
                goal,
                example,
            } => self.add_agreement(shell, owner, goal, example),
            ResultMsg::TakeExample(id, scale) => self.take_example(shell, &id, scale),
            ResultMsg::RemoveAgreement(id) => self.remove_agreement(shell, &id),
            ResultMsg::AddInfluence(source) => self.add_influence(shell, source),
            ResultMsg::RemoveInfluence(id) => self.remove_influence(shell, &id),
            _ => {}
        }
    }

    /// Changes one field and commits the record it belongs to.
    fn edit(&mut self, shell: &mut Shell, edit: Edit, edited: Option<EditedRecord>) {
        match (edit, edited) {
            (Edit::Belief(item, edit), _) => self.act(shell, Action::EditBelief { item, edit }),
            (Edit::Plan(edit), _) => self.act(shell, Action::EditPlan(edit)),
            (Edit::Agreement(_, edit), Some(EditedRecord::Agreement(stored))) => {
                self.change_agreement(shell, &stored, vec![edit]);
            }
            (Edit::Influence(_, edit), Some(EditedRecord::Influence(stored))) => {
                self.change_influence(shell, &stored, edit);
            }
            _ => {}
        }
    }

    fn share(&mut self, shell: &mut Shell, message: SharingMsg) -> Effect {
        let is_made = matches!(message, SharingMsg::Preview | SharingMsg::Tab);
        if is_made && self.is_of_device() && !shell.is_read_only() {
            let label = &self.attempt().session.parts().subject.pseudonym;
            let clean = clean_label(label);
            if clean != *label {
                self.act(shell, Action::Label(clean));
            }
        }
        let of_device = self.is_of_device();
        let joined = self.joined(shell);
        let attempt = match &self.subject {
            Subject::Device(attempt) => attempt,
            Subject::Opened(file) => &file.attempt,
        };
        let saved = self.sharing.update(shell, (attempt, &joined), message);
        if let Some(saved) = saved
            && of_device
            && !shell.is_read_only()
        {
            self.mark_saved(shell, &saved);
        }
        Effect::Show
    }

    /// Remembers that a file was saved: as a step that is done, and as a copy where it is one.
    fn mark_saved(&mut self, shell: &mut Shell, saved: &SavedFile) {
        if let Some(step) = saved.step.clone() {
            self.change(Action::EditPlan(step));
        }
        if let Subject::Device(attempt) = &mut self.subject {
            let (mut marked, version) = (Attempt::clone(attempt), attempt.version().clone());
            if saved.is_whole {
                marked.exported_at = Some(shell.ports.clock.now());
            }
            *attempt = shell.persistence.mark(marked, &version);
        }
    }

    fn answer_scores_request(&mut self, shell: &mut Shell, yes: bool) {
        if let Subject::Device(attempt) = &self.subject
            && self.scores_request.answered(yes)
        {
            host::send_scores(shell, attempt);
        }
    }

    /// Stores an opened result on this device, and shows it as one of this device.
    fn store(&self, shell: &mut Shell) -> Effect {
        let Subject::Opened(file) = &self.subject else {
            return Effect::Quiet;
        };
        let id = file.attempt.id();
        if !shell.persistence.contains(id) {
            let (opened, new) = (file.attempt.clone(), Version::default());
            shell.persistence.commit(opened, &new, Durability::Strict);
            shell.persistence.add_joined(&file.joined);
        }
        match shell.persistence.attempt(id) {
            Some(attempt) => Effect::Go(Destination::Stored(attempt)),
            None => Effect::Show,
        }
    }
}
