//! Everything that is written and read again: attempts, agreements and influences, the result file
//! and the backup.

/// What writes files: the name that stands in each of them as its generator.
pub const GENERATOR: &str = "mindset-mirror";

/// The version of the app, which stands beside it.
pub const GENERATOR_VERSION: &str = env!("CARGO_PKG_VERSION");

mod agreement;
mod agreements_file;
mod backup;
mod check_in;
mod door;
mod file_format;
mod migrate;
mod person;
mod restored;
mod result_file;
pub mod saved;
mod stored;

pub use agreement::{
    AgreementRecord, InfluenceRecord, JoinedRecords, MAX_SESSIONS, last_agreements,
};
pub use agreements_file::{
    AGREEMENTS_FORMAT, MAX_AGREEMENTS_LINK, MAX_HANDED, NotAgreements, agreements_document,
    agreements_link, handed_on, read_agreements, read_agreements_link,
};
pub use backup::{BackupRecord, BackupRow, MAX_WAVE, backup_document, backup_of};
pub use check_in::{CheckIn, MAX_LINK, MAX_LINK_TEXT, NoPageAddress, PageAddress};
pub use door::{FileKind, MAX_FILE_BYTES, check_sealed, detect, is_sealed, open_backup};
pub use file_format::FileFormat;
pub use migrate::{Migrated, SCHEMA, migrate};
pub use person::person_key;
pub use result_file::*;
pub use saved::{Attempt, Unreadable, wave_in};
pub use stored::StoredRecord;
