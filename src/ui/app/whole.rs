//! Everything at once: backups, and tables of all results.

use super::state::{Screen, State};
use crate::shelf::Restore;
use crate::ui::screens::Whole;
use documents::{Table, table_document};
use records::Attempt;
use records::backup_document;
use records::{Document, Share};
use std::rc::Rc;

impl State {
    /// Makes a file of everything, to be looked at first.
    pub fn preview_whole(&mut self, whole: Whole) {
        let attempts = self.shelf.attempts();
        self.previewed = None;
        self.preview = Some(match whole {
            Whole::Backup => {
                let kept = attempts.iter().map(|one| &**one);
                backup_document(kept, &self.ports.clock.now())
            }
            Whole::Table(table) => self.table(&attempts, table),
        });
    }

    /// One table has one instrument's columns: that of the page.
    fn table(&self, attempts: &[Rc<Attempt>], table: Table) -> Document {
        let instrument = &self.instruments[0];
        let asked = |one: &&Rc<Attempt>| {
            one.instrument.id() == instrument.id()
                && one.instrument.version() == instrument.version()
        };
        let sessions = attempts.iter().filter(asked).map(|one| &one.session);
        let sessions: Vec<_> = sessions.collect();
        table_document(
            instrument,
            &sessions,
            table,
            self.language,
            Share::EVERYTHING,
        )
    }

    /// Saves the file that was looked at.
    pub fn save_whole(&mut self) {
        let Some(document) = self.preview.take() else {
            return;
        };
        let saved = self.offer(&document.name, document.media_type, &document.bytes);
        let of_one = self.previewed.take();
        // Of the files of everything only the backup can bring it back.
        if saved && document.media_type == "application/json" {
            let within =
                |attempt: &&Rc<Attempt>| of_one.as_deref().is_none_or(|id| attempt.id() == id);
            for attempt in self.shelf.attempts().iter().filter(within) {
                self.exported(attempt);
            }
        }
    }

    /// Shows what restoring would do.
    pub fn ask_restore(&mut self, restore: Restore) {
        self.go(Screen::Data);
        self.restore = Some(restore);
    }

    /// Restores what was shown.
    pub fn restore_asked(&mut self) {
        let Some(restore) = self.restore.take() else {
            return;
        };
        for attempt in restore.added.into_iter().chain(restore.updated) {
            self.shelf.save(attempt, self.done());
        }
        self.toast = Some(self.messages().data.restored.to_string());
    }
}
