//! What a page and the worker that opens and makes files say to each other.
//!
//! Both come from one build, so that a message has no version. It is [`postcard`]; a result in it
//! is the texts of its stored records, and a questionnaire its compiled file, so that each side
//! reads them by the reader that it has in any case.

use model::{Catalogue, Language, Timestamp};
pub use records::MAX_FILE_BYTES;
use records::{AgreementRecord, Attempt, InfluenceRecord, JoinedRecords, StoredRecord, saved};
use records::{FileFormat, PageAddress, Share, Zone};
use serde::{Deserialize, Serialize};

/// Something to do, and the questionnaires that it may be about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileJob {
    /// Compiled files; several of one questionnaire where it is loaded in several languages.
    pub questionnaires: Vec<Vec<u8>>,
    /// What to do.
    pub task: FileTask,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileTask {
    /// Make a file.
    Make(Box<FileToMake>),
    /// Open a file that is not under a passphrase.
    Open(Vec<u8>),
    /// Open a result that is not under a passphrase, as a code for a talk.
    OpenAsCode(Vec<u8>),
    /// Make the calendar of what two people agreed.
    Calendar(Box<AgreementsCalendar>),
}

/// A file to make: of one attempt, or of any number where the format is a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileToMake {
    /// The format.
    pub format: FileFormat,
    /// What goes into it.
    pub share: Share,
    /// The digest of the questionnaire that the attempts answer.
    pub digest: String,
    /// The results.
    pub results: Vec<ResultRecords>,
    /// Random id of the file: 1 to 64 letters, digits and dashes.
    pub export_id: String,
    /// When it is made.
    pub exported_at: Timestamp,
    /// The language that it is written in.
    pub language: Language,
    /// The time zone of a calendar.
    pub zone: Zone,
    /// The page that the reminders of a calendar link to with the agreement, where they do.
    pub page: Option<PageAddress>,
}

/// A calendar of agreements to make.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgreementsCalendar {
    /// The agreements, each the text of its stored record.
    pub agreements: Vec<String>,
    /// When it is made.
    pub at: Timestamp,
    /// The language that it is written in.
    pub language: Language,
    /// The time zone of this device.
    pub zone: Zone,
}

/// An attempt, with the agreements made and the influences named on it: each the text of its stored
/// record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResultRecords {
    attempt: String,
    agreements: Vec<String>,
    influences: Vec<String>,
}

impl ResultRecords {
    /// The texts of these records.
    pub fn write(attempt: &Attempt, joined: &JoinedRecords) -> Self {
        Self {
            attempt: saved::write(attempt),
            agreements: joined.agreements.iter().map(|one| one.write()).collect(),
            influences: joined.influences.iter().map(|one| one.write()).collect(),
        }
    }

    /// The records, read as stored ones are; `None` where one of them cannot be read.
    pub fn read(&self, catalogue: &Catalogue) -> Option<(Attempt, JoinedRecords)> {
        let agreements = self.agreements.iter();
        let influences = self.influences.iter();
        let joined = JoinedRecords {
            agreements: agreements
                .map(|text| AgreementRecord::read(text, catalogue).ok())
                .collect::<Option<_>>()?,
            influences: influences
                .map(|text| InfluenceRecord::read(text, catalogue).ok())
                .collect::<Option<_>>()?,
        };
        let attempt = saved::read(&self.attempt, catalogue).ok()?;
        Some((attempt, joined))
    }
}

/// What has come of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileOutcome {
    /// A file that is not yet anywhere.
    Made {
        /// File name, of lower-case letters, digits, dashes and a dot before its ending.
        name: String,
        /// Content.
        bytes: Vec<u8>,
    },
    /// A result that was opened; nothing of it is stored yet.
    Opened(OpenedResult),
    /// A result as it is laid on the table.
    Handed(HandedView),
    /// The file holds agreements.
    Agreements,
    /// A backup; nothing of it is restored yet.
    Backup(OpenedBackup),
    /// The file is under a passphrase.
    Sealed,
    /// The file is not one that can be opened.
    Refused(Refusal),
    /// The job cannot be done: what it holds cannot be read.
    Impossible,
}

/// A result from a file, as a talk needs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandedView {
    /// The code that would hand the same over; `None` where it is not completed, or its questionnaire
    /// is too long for a code.
    pub code: Option<String>,
    /// Whether it is completed.
    pub completed: bool,
    /// The chosen option of each question about the situation.
    pub context: Vec<Option<usize>>,
}

/// A result from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenedResult {
    /// The result itself.
    pub result: ResultRecords,
    /// When the file was made.
    pub exported_at: Timestamp,
    /// Scales whose stored figures are not what the answers give, in the instrument's order.
    pub differing_scales: Vec<usize>,
    /// Scales that were left out of the file on purpose.
    pub withheld_scales: Vec<usize>,
}

/// A backup from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenedBackup {
    /// The records that can be restored: each is as it could be in a result file.
    pub records: Vec<RestoredRecord>,
    /// What is said of each of the others.
    pub refused: Vec<Sentence>,
    /// The questionnaires that the others are about, where those did not come along.
    pub missing: Vec<QuestionnaireName>,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// What is said of it.
    pub sentence: Sentence,
    /// The questionnaire that it is about, where that did not come along.
    pub missing: Vec<QuestionnaireName>,
}

/// A questionnaire as a file names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireName {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// A sentence in every language, as the reader may change it while it is on screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence(Vec<String>);

impl Sentence {
    /// The sentence that this gives in each language.
    pub fn new(said: impl FnMut(Language) -> String) -> Self {
        Self(Language::ALL.into_iter().map(said).collect())
    }

    /// The sentence in a language.
    pub fn get(&self, language: Language) -> &str {
        let said = Language::ALL.into_iter().zip(&self.0);
        let mut said = said.filter(|(known, _)| *known == language);
        said.next().map_or("", |(_, sentence)| sentence)
    }
}

/// A record from a backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RestoredRecord {
    /// The key it is stored under.
    pub key: String,
    /// Counts its savings, where known.
    pub revision: Option<u64>,
    /// Which version of the record it is, where known.
    pub version_vector: Option<String>,
    /// When it was last saved, where known.
    pub changed_at: Option<Timestamp>,
    /// The record's text.
    pub text: String,
}

/// A job as a message.
pub fn encode_job(job: &FileJob) -> Vec<u8> {
    // Into memory, from types without a length that is not known: there is nothing that could fail.
    postcard::to_allocvec(job).unwrap_or_default()
}

/// The job in a message, where it is one.
pub fn decode_job(message: &[u8]) -> Option<FileJob> {
    postcard::from_bytes(message).ok()
}

/// An outcome as a message.
pub fn encode_outcome(outcome: &FileOutcome) -> Vec<u8> {
    postcard::to_allocvec(outcome).unwrap_or_default()
}

/// The outcome in a message, where it is one and nothing else.
pub fn decode_outcome(message: &[u8]) -> Option<FileOutcome> {
    match postcard::take_from_bytes(message) {
        Ok((outcome, [])) => Some(outcome),
        _ => None,
    }
}
