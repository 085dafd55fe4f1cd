//! What is done with influences.

use crate::result::{ResultState, Subject};
use crate::shell::{Shell, Stored, Version};
use model::{Influence, InfluenceEdit, MAX_INFLUENCES, Source};
use platform::new_id;
use records::InfluenceRecord;

impl ResultState {
    /// Names one more influence on the attempt on screen.
    pub fn add_influence(&self, shell: &mut Shell, source: Source) {
        let Subject::Device(attempt) = &self.subject else {
            return;
        };
        let named = shell.persistence.joined(attempt.id());
        let now = shell.ports.clock.now();
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
        shell
            .persistence
            .commit_joined(&record, &Version::default());
    }

    /// Changes one field of an influence.
    pub fn change_influence(
        &self,
        shell: &mut Shell,
        stored: &Stored<InfluenceRecord>,
        edit: InfluenceEdit,
    ) {
        if self.is_of_device() {
            let mut record = InfluenceRecord::clone(stored);
            record.edit(edit, shell.ports.clock.now());
            shell.persistence.commit_joined(&record, stored.version());
        }
    }

    /// Takes an influence out; it can be brought back.
    pub fn remove_influence(&self, shell: &mut Shell, id: &str) {
        if self.is_of_device() {
            shell.persistence.delete_joined::<InfluenceRecord>(id);
        }
    }
}
