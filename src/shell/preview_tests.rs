//! A file that is shown before it is saved holds what is stored, and goes when that changes.

use super::test_tab::{Tab, delete_elsewhere, write_elsewhere};
use super::*;
use crate::data::{AllDataFile, DataFile, DataState};
use crate::sharing::{PreviewStatus, SharingMsg};
use model::{Action, Session, Source};
use platform::Clock;
use records::{Attempt, FileFormat};
use store::doubles::Browser;

const FILES: [AllDataFile; 5] = [
    AllDataFile::Backup,
    AllDataFile::Sessions,
    AllDataFile::Answers,
    AllDataFile::Codebook,
    AllDataFile::SealedBackup,
];

/// *My data*, with one result.
fn on_my_data(browser: &Browser) -> Tab {
    let mut tab = Tab::open(browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    tab.send(Msg::ToData);
    tab
}

fn data(tab: &mut Tab, message: DataMsg) {
    tab.send(Msg::Data(message));
}

fn state(tab: &Tab) -> &DataState {
    let Screen::Data(state) = &tab.screen else {
        panic!("another screen");
    };
    state
}

/// Shows a file, and asserts that it is there.
fn preview(tab: &mut Tab, of: DataFile) {
    data(tab, DataMsg::Preview(of.clone()));
    assert!(is_previewed(tab), "{of:?}");
}

fn is_previewed(tab: &Tab) -> bool {
    let preview = state(tab).preview.as_ref();
    preview.is_some_and(|one| one.file.file().is_some())
}

fn backup() -> DataFile {
    DataFile::All(AllDataFile::Backup)
}

/// An attempt with this id that has just been begun.
fn begun(tab: &Tab, id: &str) -> Attempt {
    let (instrument, now) = (tab.shell.current(), tab.doubles.clock.now());
    let session = Session::start(&instrument, id.into(), 1, Language::Nl, now);
    Attempt::new(instrument, session)
}

/// The result on this device with this label.
fn labelled(tab: &Tab, label: &str) -> Attempt {
    let stored = tab.shell.persistence.attempt("one").expect("a result");
    let mut attempt = Attempt::clone(&stored);
    let label = Action::Label(label.to_owned());
    attempt.session.update(&attempt.instrument, label);
    attempt
}

fn is_exported(tab: &Tab, id: &str) -> bool {
    let attempt = tab.shell.persistence.attempt(id).expect("it is stored");
    attempt.exported_at.is_some()
}

#[test]
fn a_preview_goes_when_another_tab_adds_to_what_it_holds_and_no_other_does() {
    for of in FILES {
        let browser = Browser::default();
        let mut tab = on_my_data(&browser);
        preview(&mut tab, DataFile::All(of));
        write_elsewhere(&browser, &begun(&tab, "two"));
        tab.pump();
        assert_eq!(tab.shell.persistence.attempts().len(), 2);
        let holds_nothing_stored = of == AllDataFile::Codebook;
        assert_eq!(is_previewed(&tab), holds_nothing_stored, "{of:?}");
    }
    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    preview(&mut tab, DataFile::One("one".into()));
    write_elsewhere(&browser, &begun(&tab, "two"));
    tab.pump();
    assert!(is_previewed(&tab), "it is of the other one");
    write_elsewhere(&browser, &labelled(&tab, "Noord"));
    tab.pump();
    assert!(!is_previewed(&tab));
}

#[test]
fn a_preview_goes_when_what_it_holds_is_deleted_here_or_in_another_tab() {
    for of in [backup(), DataFile::One("one".into())] {
        let browser = Browser::default();
        let mut tab = on_my_data(&browser);
        preview(&mut tab, of.clone());
        delete_elsewhere(&browser, "attempt", "one");
        tab.pump();
        assert!(!is_previewed(&tab), "{of:?}");

        let browser = Browser::default();
        let mut tab = on_my_data(&browser);
        preview(&mut tab, of.clone());
        data(&mut tab, DataMsg::Delete("one".into()));
        assert!(!is_previewed(&tab), "{of:?}");
        data(&mut tab, DataMsg::Save);
        assert!(tab.doubles.downloads.0.borrow().is_empty());
        tab.send(Msg::Undo);
        assert!(!is_exported(&tab, "one"));
    }
}

#[test]
fn a_preview_goes_when_a_backup_is_restored() {
    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    write_elsewhere(&browser, &begun(&tab, "two"));
    tab.pump();
    preview(&mut tab, backup());
    data(&mut tab, DataMsg::Save);
    let (_, _, file) = tab.doubles.downloads.0.borrow()[0].clone();
    data(&mut tab, DataMsg::Delete("two".into()));
    tab.send(Msg::FileRead(Ok(file)));
    preview(&mut tab, backup());
    data(&mut tab, DataMsg::Restore);
    assert_eq!(tab.shell.persistence.attempts().len(), 2);
    assert!(!is_previewed(&tab));
}

#[test]
fn a_preview_that_is_being_sealed_ends_when_what_it_holds_changes() {
    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    tab.doubles.sealing.slow.set(true);
    preview(&mut tab, DataFile::All(AllDataFile::SealedBackup));
    let passphrase = "paars ontbijt fluit dinsdag".to_owned();
    data(&mut tab, DataMsg::NewPassphrase(passphrase));
    data(&mut tab, DataMsg::Save);
    let preview = state(&tab).preview.as_ref().expect("it is there");
    assert!(preview.passphrase.sealing);
    let stops = tab.doubles.sealing.stops.get();
    write_elsewhere(&browser, &begun(&tab, "two"));
    tab.pump();
    assert!(state(&tab).preview.is_none());
    assert_eq!(tab.doubles.sealing.stops.get(), stops + 1);
    tab.doubles.sealing.answer();
    tab.pump();
    assert!(tab.doubles.downloads.0.borrow().is_empty());
    assert!(!is_exported(&tab, "one") && !is_exported(&tab, "two"));
}

#[test]
fn only_what_a_file_holds_counts_as_saved_in_it_and_only_in_that_version() {
    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    let held = tab.shell.persistence.versions();
    write_elsewhere(&browser, &begun(&tab, "two"));
    tab.pump();
    let persistence = &mut tab.shell.persistence;
    assert!(!held.are(&persistence.versions()));
    persistence.mark_all_exported(&held);
    tab.pump();
    assert!(is_exported(&tab, "one"));
    assert!(!is_exported(&tab, "two"));

    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    let held = tab.shell.persistence.versions();
    write_elsewhere(&browser, &labelled(&tab, "Noord"));
    tab.pump();
    tab.shell.persistence.mark_all_exported(&held);
    tab.pump();
    assert!(!is_exported(&tab, "one"), "it is another version");
}

#[test]
fn that_something_was_saved_as_a_file_changes_nothing_that_a_preview_holds() {
    let browser = Browser::default();
    let mut tab = on_my_data(&browser);
    let held = tab.shell.persistence.versions();
    preview(&mut tab, DataFile::All(AllDataFile::Answers));
    tab.shell.persistence.mark_all_exported(&held);
    tab.pump();
    assert!(is_exported(&tab, "one"));
    assert!(held.are(&tab.shell.persistence.versions()));
    assert!(is_previewed(&tab));
}

#[test]
fn a_file_of_what_another_tab_has_just_changed_is_not_said_to_be_a_refused_change() {
    for is_deleted in [false, true] {
        let browser = Browser::default();
        let mut tab = on_my_data(&browser);
        preview(&mut tab, backup());
        // This page has not heard of it when the file is saved.
        match is_deleted {
            true => delete_elsewhere(&browser, "attempt", "one"),
            false => write_elsewhere(&browser, &labelled(&tab, "Noord")),
        }
        data(&mut tab, DataMsg::Save);
        assert_eq!(tab.doubles.downloads.0.borrow().len(), 1);
        assert!(tab.shell.refused_changes.is_empty(), "nothing is lost");
        let attempt = tab.shell.persistence.attempt("one");
        assert_eq!(attempt.is_none(), is_deleted);
        assert!(attempt.is_none_or(|one| one.exported_at.is_none()));
    }
}

#[test]
fn the_preview_of_a_result_goes_with_what_is_joined_to_it_and_stays_when_it_is_saved() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    let is_previewed = |tab: &Tab| {
        let Screen::Result(state) = &tab.screen else {
            panic!("another screen");
        };
        let props = state.sharing.props(false, false, false);
        matches!(props.preview, PreviewStatus::Made { .. })
    };
    let share = |tab: &mut Tab, message| tab.send(Msg::Result(ResultMsg::Sharing(message)));
    tab.send(Msg::Result(ResultMsg::AddInfluence(Source::Market)));
    let id = tab.shell.persistence.joined("one").influences[0].id.clone();
    share(&mut tab, SharingMsg::Preview);
    share(&mut tab, SharingMsg::Save);
    assert!(is_previewed(&tab), "nothing has changed");

    delete_elsewhere(&browser, "influences", &id);
    tab.pump();
    assert!(!is_previewed(&tab), "another tab has removed it");

    tab.send(Msg::Result(ResultMsg::AddInfluence(Source::Market)));
    let id = tab.shell.persistence.joined("one").influences[0].id.clone();
    tab.send(Msg::Result(ResultMsg::RemoveInfluence(id.into())));
    share(&mut tab, SharingMsg::Preview);
    assert!(is_previewed(&tab));
    tab.send(Msg::Undo);
    assert!(!is_previewed(&tab), "it is back");
}

#[test]
fn a_file_of_reminders_and_any_other_are_remembered_as_steps_and_change_nothing_else() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    let before = tab.shell.persistence.attempt("one").expect("a result");
    let save = |tab: &mut Tab, format| {
        tab.send(Msg::Result(ResultMsg::OpenSharing(format)));
        for message in [SharingMsg::Preview, SharingMsg::Save] {
            tab.send(Msg::Result(ResultMsg::Sharing(message)));
        }
        tab.pump();
        let stored = tab.shell.persistence.attempt("one").expect("a result");
        let plan = &stored.session.parts().plan;
        (plan.reminder, plan.shared, stored.exported_at.is_some())
    };
    assert_eq!(save(&mut tab, FileFormat::Calendar), (true, false, false));
    assert_eq!(save(&mut tab, FileFormat::Markdown), (true, true, false));
    assert!(save(&mut tab, FileFormat::Json).0);
    let after = tab.shell.persistence.attempt("one").expect("a result");
    assert_eq!(
        (after.revision, &after.saved_at),
        (before.revision, &before.saved_at),
        "nobody has written anything"
    );
    let Screen::Result(state) = &tab.screen else {
        panic!("another screen");
    };
    assert!(state.part() == crate::result::ResultPart::Sharing);
}
