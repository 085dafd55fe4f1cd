//! What is done with influences.

use crate::result::{ResultState, Subject};
use crate::shell::Shell;
use model::{Influence, InfluenceEdit, MAX_INFLUENCES, Source, Timestamp};
use platform::new_id;
use records::InfluenceRecord;

impl ResultState {
    /// Names one more influence on the attempt on screen.
    pub fn add_influence(&self, shell: &mut Shell, source: Source) {
        let Subject::Device(attempt) = &self.subject else {
            return;
        };
        let named = shell.persistence.joined(attempt.id());
        let Some(now) = Timestamp::parse(&shell.ports.clock.now()) else {
            return;
        };
        if named.influences.len() >= MAX_INFLUENCES {
            return;
        }
        let influence = Influence {
            source,
            ..Influence::default()
        };
        let id = new_id(&*shell.ports.random);
        let mut record = InfluenceRecord::new(id, attempt.id().to_owned(), now, influence);
        record.position = named.next_influence();
        shell.persistence.commit_influence(record);
    }

    /// Changes one field of an influence.
    pub fn edit_influence(&self, shell: &mut Shell, id: &str, edit: InfluenceEdit) {
        if !self.is_of_device() {
            return;
        }
        let now = Timestamp::parse(&shell.ports.clock.now());
        if let (Some(mut record), Some(now)) = (shell.persistence.influence(id), now) {
            record.edit(edit, now);
            shell.persistence.commit_influence(record);
        }
    }

    /// Takes an influence out; it can be brought back.
    pub fn remove_influence(&self, shell: &mut Shell, id: &str) {
        if self.is_of_device() {
            let undo = shell.persistence.delete_influence(id);
            shell.announce_undo(shell.messages().work.removed, undo);
        }
    }
}
