//! What was deleted can be taken back for as long as the screen stays open, whatever is said there.

use super::test_tab::{Tab, stored_names};
use super::*;
use crate::data::{AllDataFile, DataFile};
use crate::importing::FileError;
use crate::result::Typed;
use crate::sharing::SharingMsg;
use model::Source;
use platform::SealError;
use store::Trouble;
use store::doubles::Browser;

/// Whether the toast offers to take something back.
fn is_offered(tab: &Tab) -> bool {
    tab.shell.announcement.undo.is_some()
}

fn data(tab: &mut Tab, message: DataMsg) {
    tab.send(Msg::Data(message));
}

/// *My data*, with a backup that was saved there.
fn on_my_data(browser: &Browser) -> (Tab, Vec<u8>) {
    let mut tab = Tab::open(browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    tab.send(Msg::ToData);
    let backup = DataFile::All(AllDataFile::Backup);
    data(&mut tab, DataMsg::Preview(backup));
    data(&mut tab, DataMsg::Save);
    let (_, _, file) = tab.doubles.downloads.0.borrow()[0].clone();
    (tab, file)
}

#[test]
fn a_deletion_can_be_taken_back_after_a_refused_file_and_a_backup_that_was_left() {
    let browser = Browser::default();
    let (mut tab, backup) = on_my_data(&browser);
    let head = b"age-encryption.org/v1\n-> scrypt c2FsdA 16\n--- another passphrase\n";
    let sealed = [head, &backup[..]].concat();
    assert!(!is_offered(&tab));
    data(&mut tab, DataMsg::DeleteAll);
    assert!(stored_names(&browser).is_empty());
    assert!(is_offered(&tab));

    tab.send(Msg::FileRead(Ok(b"no result".to_vec())));
    assert!(tab.shell.announcement.file_error.is_some());
    assert!(is_offered(&tab), "after a refused file");
    tab.send(Msg::FileRead(Err(ReadError::Failed)));
    assert!(is_offered(&tab), "after one that was not read");

    tab.send(Msg::FileRead(Ok(sealed)));
    let Screen::Data(state) = &tab.screen else {
        panic!("another screen");
    };
    assert!(state.sealed.is_some());
    assert!(is_offered(&tab), "while a file waits for its passphrase");
    data(&mut tab, DataMsg::Unseal);
    assert_eq!(
        tab.shell.announcement.file_error,
        Some(FileError::Seal(SealError::Refused))
    );
    assert!(is_offered(&tab), "after a wrong passphrase");

    tab.send(Msg::FileRead(Ok(backup)));
    let Screen::Data(state) = &tab.screen else {
        panic!("another screen");
    };
    assert!(state.restore.is_some());
    assert!(is_offered(&tab), "while a backup waits for a yes");
    data(&mut tab, DataMsg::DismissRestore);
    assert!(is_offered(&tab), "after a backup that was left");

    tab.send(Msg::Undo);
    assert_eq!(stored_names(&browser), ["attempt/one"]);
    assert!(!is_offered(&tab), "it was taken back");
}

#[test]
fn a_deletion_can_be_taken_back_after_a_file_was_saved_and_a_backup_was_restored() {
    let browser = Browser::default();
    let (mut tab, backup) = on_my_data(&browser);
    data(&mut tab, DataMsg::Delete("one".into()));
    assert!(is_offered(&tab));
    let codebook = DataFile::All(AllDataFile::Codebook);
    data(&mut tab, DataMsg::Preview(codebook));
    data(&mut tab, DataMsg::Save);
    assert_eq!(tab.doubles.downloads.0.borrow().len(), 2);
    assert!(is_offered(&tab), "after a saved file");

    tab.send(Msg::FileRead(Ok(backup)));
    data(&mut tab, DataMsg::Restore);
    assert_eq!(stored_names(&browser), ["attempt/one"]);
    assert!(is_offered(&tab), "after a restoration");
    tab.send(Msg::Undo);
    assert_eq!(stored_names(&browser), ["attempt/one"]);
    assert!(!is_offered(&tab));
}

#[test]
fn the_offer_goes_with_the_screen() {
    let browser = Browser::default();
    let (mut tab, _) = on_my_data(&browser);
    data(&mut tab, DataMsg::DeleteAll);
    assert!(is_offered(&tab));
    tab.send(Msg::ToStart);
    assert!(!is_offered(&tab));
}

#[test]
fn what_was_removed_from_a_result_can_be_taken_back_while_something_is_typed_and_saved() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    tab.send(Msg::Result(ResultMsg::AddInfluence(Source::Market)));
    let id = tab.shell.persistence.joined("one").influences[0].id.clone();
    tab.send(Msg::Result(ResultMsg::RemoveInfluence(id.into())));
    assert!(is_offered(&tab));
    let label = Typed::Label("Noord".to_owned());
    tab.send(Msg::Result(ResultMsg::Type("label".into(), label)));
    assert!(is_offered(&tab), "while something is typed");
    for message in [SharingMsg::Preview, SharingMsg::Save] {
        tab.send(Msg::Result(ResultMsg::Sharing(message)));
    }
    assert_eq!(tab.doubles.downloads.0.borrow().len(), 1);
    assert!(is_offered(&tab), "after a saved file");
    tab.send(Msg::Undo);
    assert_eq!(tab.shell.persistence.joined("one").influences.len(), 1);
    assert!(!is_offered(&tab));
}

#[test]
fn what_was_not_taken_back_is_offered_again_with_what_was_deleted_since() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    for source in [Source::Market, Source::Approach] {
        tab.send(Msg::Result(ResultMsg::AddInfluence(source)));
    }
    let before = tab.shell.persistence.joined("one").influences;
    let mut removals = before.iter().map(|one| {
        let id = one.id.clone().into();
        Msg::Result(ResultMsg::RemoveInfluence(id))
    });
    tab.send(removals.next().expect("the first"));
    let (_, undo) = tab.shell.announcement.undo.take().expect("an offer");
    tab.send(removals.next().expect("the second"));
    tab.send(Msg::Stored(StoreMsg::Undone(undo, Err(Trouble::Full))));
    tab.send(Msg::Undo);
    assert_eq!(tab.shell.persistence.joined("one").influences, before);
}
