//! Opening what comes in as a file: a result, or a backup.

use file_jobs::{FileOutcome, OpenedResult, RestoredRecord, ResultRecords};
use model::Instrument;
use records::{Attempt, BackupRecord, FileKind, ImportError, detect, open_backup, open_result};
use std::rc::Rc;

/// Opens a file.
pub(crate) fn open(bytes: &[u8], instruments: &[Rc<Instrument>]) -> FileOutcome {
    let opened = match detect(bytes) {
        Ok(FileKind::Backup | FileKind::Emergency) => backup(bytes),
        Ok(_) => result(bytes, instruments),
        Err(error) => Err(error),
    };
    opened.unwrap_or_else(FileOutcome::Refused)
}

fn backup(bytes: &[u8]) -> Result<FileOutcome, ImportError> {
    let restored = |record: BackupRecord| RestoredRecord {
        text: record.text(),
        key: record.key,
        revision: record.revision,
        changed_at: record.changed_at,
    };
    let records = open_backup(bytes)?.into_iter();
    Ok(FileOutcome::Backup(records.map(restored).collect()))
}

fn result(bytes: &[u8], instruments: &[Rc<Instrument>]) -> Result<FileOutcome, ImportError> {
    let opened = open_result(bytes, instruments)?.on(instruments)?;
    let differing = opened.differences.iter().map(|difference| difference.scale);
    let differing_scales = differing.collect();
    let instrument = instruments[opened.instrument].clone();
    let mut attempt = Attempt::new(instrument, opened.session);
    attempt.unknown = opened.unknown;
    Ok(FileOutcome::Opened(OpenedResult {
        result: ResultRecords::write(&attempt, &opened.joined),
        exported_at: opened.exported_at,
        differing_scales,
        withheld_scales: opened.withheld_scales,
    }))
}
