//! Opening what comes in as a file: a result, a backup, or a sealed file of either.

mod file_error;

pub use crate::result::OpenedFile;
use crate::result::OpenedFrom;
use crate::shell::{Destination, Effect, Msg, Shell};
pub use file_error::FileError;
use file_jobs::{FileOutcome, FileTask, OpenedResult, QuestionnaireName, RestoredRecord};
use platform::{ReadError, WorkerFailed};
use records::{Attempt, BackupRecord, JoinedRecords, MAX_FILE_BYTES};

/// Shows the fictional example. It is not stored anywhere.
pub(crate) fn show_example(shell: &Shell) -> Effect {
    match example(shell) {
        Some(file) => Effect::Go(Destination::Opened(Box::new(file))),
        None => Effect::Quiet,
    }
}

/// The example of the current questionnaire, where it has one.
pub(crate) fn example(shell: &Shell) -> Option<OpenedFile> {
    let instrument = shell.current();
    let session = shell.example.as_ref()?.session(&instrument)?;
    Some(OpenedFile {
        attempt: Attempt::new(instrument, session),
        joined: JoinedRecords::default(),
        from: OpenedFrom::Example,
    })
}

/// Reads what was chosen in the field with this id; [`Msg::FileRead`] follows.
pub(crate) fn read_file(shell: &mut Shell, field: &str) -> Effect {
    shell.announcement.file_error = None;
    shell.fetched.try_again();
    shell.ports.file_jobs.prepare();
    let send = shell.send.reform(Msg::FileRead);
    let max = MAX_FILE_BYTES as u32;
    let done = Box::new(move |read| send.emit(read));
    shell.ports.files.read(field, max, done);
    Effect::Show
}

/// Has the worker open a file, or says why not; what is stored stays as it is either way.
pub(crate) fn open_file(shell: &mut Shell, read: Result<Vec<u8>, ReadError>) -> Effect {
    let bytes = match read {
        Err(ReadError::NothingChosen) => return Effect::Quiet,
        Err(error) => return shell.refuse(FileError::Read(error)),
        Ok(bytes) => bytes,
    };
    shell.announce(shell.messages().files.opening);
    shell.announcement.file_error = None;
    shell.announcement.unopened = bytes.clone();
    let number = shell.run_file_job(FileTask::Open(bytes));
    shell.announcement.opening = Some(number);
    Effect::Show
}

/// Tries again with the file that the worker could not be loaded for.
pub(crate) fn open_again(shell: &mut Shell) -> Effect {
    let bytes = std::mem::take(&mut shell.announcement.unopened);
    open_file(shell, Ok(bytes))
}

/// Shows what was opened.
pub(crate) fn file_opened(shell: &mut Shell, outcome: Result<FileOutcome, WorkerFailed>) -> Effect {
    shell.dismiss();
    match outcome {
        Ok(FileOutcome::Opened(opened)) => match result(shell, opened) {
            Some(file) if file.attempt.session.form().is_about_another() => {
                shell.refuse(FileError::AboutAnother)
            }
            Some(file) => Effect::Go(Destination::Opened(Box::new(file))),
            None => shell.refuse(FileError::NotLoaded),
        },
        Ok(FileOutcome::Backup(backup)) => {
            if let Some(effect) = fetch_for_file(shell, &backup.missing) {
                return effect;
            }
            let records: Vec<BackupRecord> = backup.records.into_iter().map(record).collect();
            let mut restoration = shell.persistence.plan_restore(&records);
            restoration.unreadable += backup.refused.len();
            restoration.refused = backup.refused;
            Effect::Go(Destination::Restore(Box::new(restoration)))
        }
        Ok(FileOutcome::Sealed) => {
            let bytes = std::mem::take(&mut shell.announcement.unopened);
            Effect::Go(Destination::Sealed(bytes))
        }
        Ok(FileOutcome::Refused(refusal)) => match fetch_for_file(shell, &refusal.missing) {
            Some(effect) => effect,
            None => shell.refuse(FileError::Import(refusal.sentence)),
        },
        Ok(
            FileOutcome::Made { .. }
            | FileOutcome::Handed(_)
            | FileOutcome::Agreements
            | FileOutcome::Impossible,
        )
        | Err(WorkerFailed) => shell.refuse(FileError::NotLoaded),
    }
}

/// Fetches the questionnaires that the file needs, where they can be had, and opens it again once
/// they are here.
fn fetch_for_file(shell: &mut Shell, missing: &[QuestionnaireName]) -> Option<Effect> {
    let mut needed = Vec::new();
    for one in missing {
        needed.extend(shell.obtainable(&one.id, &one.version));
    }
    if needed.is_empty() {
        return None;
    }
    let bytes = std::mem::take(&mut shell.announcement.unopened);
    Some(shell.fetch_for_file(needed, bytes))
}

/// A result from the worker, read as stored records are: nothing is taken on trust.
fn result(shell: &Shell, opened: OpenedResult) -> Option<OpenedFile> {
    let (attempt, joined) = opened.result.read(&shell.catalogue)?;
    let scales = attempt.instrument.scales().len();
    let mut named = opened
        .differing_scales
        .iter()
        .chain(&opened.withheld_scales);
    if named.any(|scale| *scale >= scales) {
        return None;
    }
    let from = OpenedFrom::File {
        exported_at: opened.exported_at,
        differing: opened.differing_scales,
        withheld: opened.withheld_scales,
    };
    Some(OpenedFile {
        attempt,
        joined,
        from,
    })
}

fn record(restored: RestoredRecord) -> BackupRecord {
    BackupRecord {
        key: restored.key,
        revision: restored.revision,
        version_vector: restored.version_vector,
        changed_at: restored.changed_at,
        body: restored.text.into(),
    }
}
