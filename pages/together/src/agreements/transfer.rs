//! What goes to the other device, and what comes from it.

use super::AgreementsState;
use crate::shell::Shell;
use file_jobs::FileOutcome;
use platform::WorkerFailed;
use records::{
    AgreementRecord, FileFormat, NotAgreements, agreements_document, agreements_link, handed_on,
    read_agreements, read_agreements_link,
};
use talk_parts::TOGETHER_PAGE;

/// Agreements from a link or a file; nothing of them is kept yet.
pub(crate) struct Incoming(pub(super) Result<Vec<AgreementRecord>, NotAgreements>);

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

impl AgreementsState {
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
}

impl Shell {
    /// Offers a file to the reader; what is said of it.
    pub(super) fn offer(&self, name: &str, media_type: &str, bytes: &[u8]) -> String {
        let t = self.messages();
        match self.ports.downloads.save(name, media_type, bytes) {
            true => t.result.saved_file(name),
            false => t.errors.download_failed.to_owned(),
        }
    }

    pub(super) fn save_agreements(&mut self) {
        let mut said = self.agreements.said();
        said.extend(self.agreements.overtaken.iter().cloned());
        let said = handed_on(&said, self.agreements.marks_go_along);
        let file = agreements_document(&said, &self.ports.clock.now());
        let said = self.offer(&file.name, file.media_type, &file.bytes);
        self.announce(said);
    }

    /// The link that brings the agreements to another device, where they fit into one.
    pub(super) fn agreements_link(&self) -> Option<String> {
        let said = handed_on(&self.agreements.said(), self.agreements.marks_go_along);
        let text = agreements_link(&said, &self.ports.clock.now())?;
        Some([&*self.address_of(TOGETHER_PAGE), "#agreements=", &text].concat())
    }

    /// Keeps what has come in. A newer version that is here stays.
    pub(super) fn keep_incoming(&mut self) {
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
}
