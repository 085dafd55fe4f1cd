//! A backup of more than a file may hold that is opened.

use super::test_tab::Tab;
use super::*;
use crate::data::{AllDataFile, DataFile, DataState};
use crate::importing::FileError;
use ::content::{example_session, scan};
use platform::ReadError;
use records::{Attempt, MAX_FILE_BYTES};
use std::rc::Rc;
use store::Durability;
use store::doubles::Browser;

#[test]
fn a_backup_that_would_not_open_again_is_said_and_marks_nothing_as_saved() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let mut state = DataState::default();
    let preview = || DataMsg::Preview(DataFile::All(AllDataFile::Backup));
    state.update(&mut tab.shell, preview());
    assert_eq!(tab.shell.announcement.file_error, None);
    let instrument = Rc::new(scan().instrument().expect("it is sound"));
    let example = example_session(&instrument).expect("an example");
    for n in 0..9 {
        let mut parts = example.parts().clone();
        parts.id = format!("large-{n}");
        let session = model::Session::restore(&instrument, parts);
        let mut attempt = Attempt::new(instrument.clone(), session);
        // So much was kept of an opened file by an earlier version.
        attempt
            .unknown
            .insert("x".to_owned(), "x".repeat(1_000_000).into());
        let new = Version::default();
        let persistence = &mut tab.shell.persistence;
        persistence.commit(attempt, &new, Durability::Strict);
        tab.pump();
    }
    state.update(&mut tab.shell, preview());
    let error = tab.shell.announcement.file_error.clone();
    let Some(FileError::Read(ReadError::TooLarge { size })) = error else {
        panic!("it is said: {error:?}");
    };
    assert!(size > MAX_FILE_BYTES as u64);
    state.update(&mut tab.shell, DataMsg::Save);
    tab.pump();
    let attempts = tab.shell.persistence.attempts();
    assert_eq!(attempts.len(), 10);
    assert!(attempts.iter().all(|one| one.exported_at.is_none()));
}
