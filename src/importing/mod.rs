//! Opening what comes in as a file: a result, a backup, or a sealed file of either.

mod file_error;

pub use crate::result::OpenedFile;
use crate::result::OpenedFrom;
use crate::shell::{Destination, Effect, Msg, Shell};
pub use file_error::FileError;
use platform::ReadError;
use records::{Attempt, FileKind, ImportError, MAX_FILE_BYTES, detect, open_backup, open_result};

/// Shows the fictional example. It is not stored anywhere.
pub(crate) fn show_example(shell: &Shell) -> Effect {
    let instrument = shell.current();
    let example = shell.example.as_ref();
    match example.and_then(|example| example.session(&instrument)) {
        Some(session) => Effect::Go(Destination::Opened(Box::new(OpenedFile {
            attempt: Attempt::new(instrument, session),
            from: OpenedFrom::Example,
        }))),
        None => Effect::Quiet,
    }
}

/// Reads what was chosen in the field with this id; [`Msg::FileRead`] follows.
pub(crate) fn read_file(shell: &mut Shell, field: &str) -> Effect {
    shell.announcement.file_error = None;
    let send = shell.send.reform(Msg::FileRead);
    let max = MAX_FILE_BYTES as u32;
    let done = Box::new(move |read| send.emit(read));
    shell.ports.files.read(field, max, done);
    Effect::Show
}

/// Opens a file, or says why not; what is stored stays as it is either way.
pub(crate) fn open_file(shell: &mut Shell, read: Result<Vec<u8>, ReadError>) -> Effect {
    let bytes = match read {
        Err(ReadError::NothingChosen) => return Effect::Quiet,
        Err(error) => return shell.refuse(FileError::Read(error)),
        Ok(bytes) => bytes,
    };
    let opened = match detect(&bytes) {
        Ok(FileKind::Sealed) => return Effect::Go(Destination::Sealed(bytes)),
        Ok(FileKind::Backup | FileKind::Emergency) => {
            return match open_backup(&bytes) {
                Ok(records) => {
                    let needed = shell.obtainable_for(&records);
                    if !needed.is_empty() {
                        return shell.fetch_for_file(needed, bytes);
                    }
                    let restore = shell.persistence.plan_restore(&records);
                    Effect::Go(Destination::Restore(restore))
                }
                Err(error) => shell.refuse(FileError::Import(error)),
            };
        }
        Ok(_) => {
            let known = shell.catalogue.all();
            open_result(&bytes, known).and_then(|opened| opened.on(known))
        }
        Err(error) => Err(error),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => {
            let needed = match &error {
                ImportError::UnknownInstrument { id, version }
                | ImportError::OtherContent { id, version } => shell.obtainable(id, version),
                _ => Vec::new(),
            };
            return match needed.is_empty() {
                true => shell.refuse(FileError::Import(error)),
                false => shell.fetch_for_file(needed, bytes),
            };
        }
    };
    let instrument = shell.catalogue.all()[opened.instrument].clone();
    let differing = opened.differences.iter().map(|difference| difference.scale);
    let from = OpenedFrom::File {
        exported_at: opened.exported_at,
        differing: differing.collect(),
        withheld: opened.withheld_scales,
    };
    let mut attempt = Attempt::new(instrument, opened.session);
    attempt.unknown = opened.unknown;
    Effect::Go(Destination::Opened(Box::new(OpenedFile { attempt, from })))
}
