//! Keeping and deleting what the reader has made.

use super::state::State;
use model::Action;
use platform::{Done, StorageError};
use records::Attempt;

impl State {
    /// Keeps an attempt, and makes it the open one.
    pub fn save(&mut self, attempt: Attempt) {
        let id = attempt.id().to_string();
        self.saved = false;
        self.shelf.save(attempt, self.done());
        self.open = self.shelf.attempt(&id);
    }

    pub(super) fn done(&self) -> Done {
        let on_saved = self.on_saved.clone();
        Box::new(move |result| on_saved.emit(result))
    }

    /// What a save came to; whether anything on screen changes.
    pub fn saved(&mut self, result: Result<(), StorageError>) -> bool {
        let before = (self.saved, self.trouble);
        self.saved = result.is_ok();
        self.trouble = result.err();
        before != (self.saved, self.trouble)
    }

    /// Deletes one attempt, with undo. With the last one goes all else that was kept, such as
    /// the language: nothing is stored for somebody who has stored nothing.
    pub fn delete(&mut self, id: &str) {
        let last = self.shelf.attempts().len() == 1 && self.raw_pieces().is_empty();
        self.undo = Some(if last {
            self.shelf.delete_all(self.done())
        } else {
            self.shelf.delete(id, self.done())
        });
        if self.open.as_ref().is_some_and(|open| open.id() == id) {
            self.open = None;
        }
        self.toast = Some(self.messages().data.deleted_one.to_string());
    }

    /// Deletes everything, with undo.
    pub fn delete_all(&mut self) {
        self.asking_delete = false;
        self.open = None;
        self.undo = Some(self.shelf.delete_all(self.done()));
        self.toast = Some(self.messages().data.deleted_all.to_string());
    }

    /// Puts back what was deleted last.
    pub fn undo(&mut self) {
        if let Some(work) = self.removed.take() {
            self.act(Action::Work(Box::new(work)));
            self.toast = Some(self.messages().data.undone.to_string());
            return;
        }
        if let Some(undo) = self.undo.take() {
            self.shelf.restore(undo, self.done());
            self.toast = Some(self.messages().data.undone.to_string());
        }
    }
}
