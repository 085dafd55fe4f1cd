//! What is done with a result, and when that is saved.

use super::{Draft, ResultMsg, ResultState, Subject, Typed, WorkEdit};
use crate::host;
use crate::sharing::SharingMsg;
use crate::shell::{Destination, Effect, Msg, Shell, Undo, Version};
use documents::FileFormat;
use model::{Action, Work};
use records::{Attempt, clean_label};
use store::Durability;
use yew::AttrValue;

/// How long a field must rest before what was typed is saved, in milliseconds.
const PAUSE: u32 = 1_000;

impl ResultState {
    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: ResultMsg) -> Effect {
        let changes = matches!(
            message,
            ResultMsg::Type(..) | ResultMsg::Edit(_) | ResultMsg::Review
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
            ResultMsg::Sharing(message) => return self.share(shell, message),
            ResultMsg::Compare(id) => self.compared = Some(id.to_string()),
            ResultMsg::Edit(edit) => self.edit(shell, &edit),
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
        self.sharing.choose_format(format);
        self.share(shell, SharingMsg::Preview);
    }

    /// Commits what was typed.
    pub fn settle(&mut self, shell: &mut Shell) {
        self.pause = None;
        self.commit_draft(shell);
    }

    /// Brings back the work as it was before something was removed from it.
    pub fn restore_work(&mut self, shell: &mut Shell, work: Box<Work>) {
        self.settle(shell);
        self.act(shell, Action::Work(work));
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
            self.sharing.forget_preview();
            self.apply(shell, &typed);
        }
        self.draft = Some(Draft { field, typed });
        let send = shell.send.clone();
        let call = Box::new(move || send.emit(Msg::Result(ResultMsg::Pause)));
        self.pause = Some(shell.ports.timers.after(PAUSE, call));
        match continues {
            true => Effect::Quiet,
            false => Effect::Show,
        }
    }

    fn commit_draft(&mut self, shell: &mut Shell) {
        let Some(Draft { typed, .. }) = self.draft.take() else {
            return;
        };
        match &typed {
            Typed::Work(edit) if edit.session.is_some() => self.edit(shell, edit),
            Typed::Work(_) | Typed::Label(_) => {
                self.apply(shell, &typed);
                self.commit(shell);
            }
        }
    }

    /// Applies what was typed to the attempt on screen, without saving it.
    fn apply(&mut self, shell: &Shell, typed: &Typed) {
        let action = match typed {
            Typed::Label(label) => Action::Label(label.clone()),
            Typed::Work(edit) if edit.session.is_none() => self.work_with(shell, edit),
            Typed::Work(_) => return,
        };
        self.change(action);
    }

    fn work_with(&self, shell: &Shell, edit: &WorkEdit) -> Action {
        let work = &self.attempt().session.parts().work;
        Action::Work(edited(shell, work, edit))
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
        self.sharing.forget_preview();
        self.change(action);
        self.commit(shell);
    }

    /// Carries out a change to the work; what is removed can be brought back.
    fn edit(&mut self, shell: &mut Shell, edit: &WorkEdit) {
        let on_screen = self.attempt().id();
        match edit.session.as_deref().filter(|id| *id != on_screen) {
            Some(id) => edit_earlier(shell, id, edit),
            None => {
                let before = self.attempt().session.parts().work.clone();
                let action = self.work_with(shell, edit);
                self.act(shell, action);
                let after = &self.attempt().session.parts().work;
                let removed = after.influences.len() < before.influences.len()
                    || after.agreements.len() < before.agreements.len();
                if removed {
                    let said = shell.messages().work.removed;
                    shell.announce_undo(said, Undo::Removal(Box::new(before)));
                }
            }
        }
    }

    fn share(&mut self, shell: &mut Shell, message: SharingMsg) -> Effect {
        if message == SharingMsg::Preview && self.is_of_device() && !shell.is_read_only() {
            let label = &self.attempt().session.parts().subject.pseudonym;
            let clean = clean_label(label);
            if clean != *label {
                self.act(shell, Action::Label(clean));
            }
        }
        let of_device = self.is_of_device();
        let attempt = match &self.subject {
            Subject::Device(attempt) => attempt,
            Subject::Opened(file) => &file.attempt,
        };
        let exported = self.sharing.update(shell, attempt, message);
        if exported && of_device {
            self.mark_exported(shell);
        }
        Effect::Show
    }

    fn mark_exported(&mut self, shell: &mut Shell) {
        if let Subject::Device(attempt) = &self.subject
            && !shell.is_read_only()
        {
            let exported = crate::sharing::mark_exported(shell, attempt);
            self.subject = Subject::Device(exported);
        }
    }

    fn answer_scores_request(&mut self, shell: &Shell, yes: bool) {
        if let Subject::Device(attempt) = &self.subject {
            self.scores_answer = Some(yes);
            if yes {
                host::send_scores(shell, attempt);
            }
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
        }
        match shell.persistence.attempt(id) {
            Some(attempt) => Effect::Go(Destination::Stored(attempt)),
            None => Effect::Show,
        }
    }
}

/// The work after a change. A belief that was rated again is given the moment.
fn edited(shell: &Shell, work: &Work, edit: &WorkEdit) -> Box<Work> {
    let mut work = work.clone();
    (edit.change)(&mut work);
    let ratings = work
        .beliefs
        .iter_mut()
        .filter_map(|one| one.rerating.as_mut());
    for rating in ratings.filter(|one| one.at.is_empty()) {
        rating.at = shell.ports.clock.now();
    }
    Box::new(work)
}

/// Changes what was made of an earlier result.
fn edit_earlier(shell: &mut Shell, id: &str, edit: &WorkEdit) {
    if let Some(found) = shell.persistence.attempt(id) {
        let mut attempt = Attempt::clone(&found);
        let version = found.version();
        let work = edited(shell, &found.session.parts().work, edit);
        attempt
            .session
            .update(&found.instrument, Action::Work(work));
        shell
            .persistence
            .commit(attempt, version, Durability::Strict);
    }
}
