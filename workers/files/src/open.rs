//! Opening what comes in as a file: a result, or a backup.

use crate::refusal::{of_row, of_second, refusal};
use file_jobs::{
    FileOutcome, HandedView, OpenedBackup, OpenedResult, RestoredRecord, ResultRecords,
};
use hand_over::TalkCode;
use model::{Catalogue, Instrument, Status};
use records::{
    Attempt, BackupRecord, FileKind, ImportError, check_sealed, detect, open_backup, open_result,
    read_agreements,
};
use std::rc::Rc;

/// Opens a file.
pub(crate) fn open(bytes: &[u8], instruments: &[Rc<Instrument>]) -> FileOutcome {
    let opened = match detect(bytes) {
        Ok(FileKind::Backup | FileKind::Emergency) => backup(bytes, instruments),
        Ok(FileKind::Sealed) => check_sealed(bytes).map(|()| FileOutcome::Sealed),
        Ok(_) => result(bytes, instruments),
        Err(error) => Err(error),
    };
    opened.unwrap_or_else(|error| FileOutcome::Refused(refusal(&error)))
}

/// Opens a result as a code for a talk.
pub(crate) fn open_as_code(bytes: &[u8], instruments: &[Rc<Instrument>]) -> FileOutcome {
    if read_agreements(bytes).is_ok() {
        return FileOutcome::Agreements;
    }
    let opened = match detect(bytes) {
        Ok(FileKind::Backup | FileKind::Emergency) => backup(bytes, instruments),
        Ok(FileKind::Sealed) => check_sealed(bytes).map(|()| FileOutcome::Sealed),
        Ok(_) => handed(bytes, instruments),
        Err(error) => Err(error),
    };
    opened.unwrap_or_else(|error| FileOutcome::Refused(refusal(&error)))
}

fn handed(bytes: &[u8], instruments: &[Rc<Instrument>]) -> Result<FileOutcome, ImportError> {
    let opened = open_result(bytes, instruments)?.on(instruments)?;
    let instrument = &instruments[opened.instrument];
    let session = &opened.session;
    let completed = session.status() == Status::Completed;
    let code = TalkCode::of_session(instrument, session, &opened.withheld_scales);
    let code = code.ok().filter(|_| completed);
    Ok(FileOutcome::Handed(HandedView {
        code: code.map(|code| code.text().to_owned()),
        completed,
        context: session.parts().context.clone(),
    }))
}

/// The records that can be restored, and what is said of each of the others.
fn backup(bytes: &[u8], instruments: &[Rc<Instrument>]) -> Result<FileOutcome, ImportError> {
    let catalogue: Catalogue = instruments.iter().cloned().collect();
    let mut opened = OpenedBackup {
        records: Vec::new(),
        refused: Vec::new(),
        missing: Vec::new(),
    };
    for (place, row) in open_backup(bytes)?.into_iter().enumerate() {
        let about = row.as_ref().ok().cloned();
        let checked = row.and_then(|record| record.checked(&catalogue));
        match checked {
            // Which of the two is meant is not known.
            Ok(Some(record)) if opened.records.iter().any(|one| one.key == record.key) => {
                opened.refused.push(of_second(place, &record));
            }
            Ok(Some(record)) => opened.records.push(restored(record)),
            Ok(None) => {}
            Err(error) => {
                opened.refused.push(of_row(place, about.as_ref(), &error));
                opened.missing.extend(refusal(&error).missing);
            }
        }
    }
    Ok(FileOutcome::Backup(opened))
}

fn restored(record: BackupRecord) -> RestoredRecord {
    RestoredRecord {
        text: record.text(),
        key: record.key,
        revision: record.revision,
        version_vector: record.version_vector,
        changed_at: record.changed_at,
    }
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
