//! What a manager says about a rep: filled in on this page, and kept apart from what is one's own.

use super::test_tab::{Tab, delete_elsewhere, stored_names, write_elsewhere};
use super::*;
use crate::data::DataFile;
use crate::importing::FileError;
use embedding::HostEvent;
use model::{Action, Answer, Form, Rater, Session, Status, Step, Subject};
use platform::Clock;
use records::Attempt;
use store::doubles::{Browser, Fault};

/// An attempt about Sanne that has just been begun, as the page for the talk stores it.
fn begun(tab: &Tab, id: &str, form: Form) -> Attempt {
    let instrument = tab.shell.current();
    let rater = Rater {
        role: form,
        pseudonym: String::new(),
    };
    let subject = Subject {
        pseudonym: "Sanne".to_owned(),
    };
    let (language, now) = (tab.shell.language, tab.doubles.clock.now());
    let session = Session::start_form(&instrument, (rater, subject), id.into(), 1, language, now);
    Attempt::new(instrument, session)
}

/// The same, completed, with every statement beyond judging.
fn completed(tab: &Tab, id: &str) -> Attempt {
    let mut attempt = begun(tab, id, Form::Manager);
    let instrument = attempt.instrument.clone();
    let items = instrument.form_items(Form::Manager);
    while attempt.session.status() == Status::InProgress {
        let action = match attempt.session.step() {
            Step::Item(n) => Action::CannotJudge { item: items[n] },
            Step::Review => Action::Complete {
                at: tab.doubles.clock.now(),
            },
            _ => Action::GoOn,
        };
        attempt.session.update(&instrument, action);
    }
    attempt
}

/// A tab on its first screen, which knows this attempt and the own result `one`.
fn with(browser: &Browser, attempt: impl FnOnce(&Tab) -> Attempt) -> Tab {
    let mut tab = Tab::open(browser);
    let attempt = attempt(&tab);
    write_elsewhere(browser, &attempt);
    tab.pump();
    tab.send(Msg::ToStart);
    tab
}

fn begun_manager_form(browser: &Browser) -> Tab {
    with(browser, |tab| begun(tab, "about", Form::Manager))
}

/// An address of the page is followed that brings this attempt.
fn bring(tab: &mut Tab, id: &str) {
    let brought = ("attempt".to_owned(), id.to_owned());
    tab.doubles.page.brought.replace(Some(brought));
    tab.send(Msg::Brought);
}

fn act(tab: &mut Tab, action: Action) {
    tab.send(Msg::Questions(QuestionsMsg::Act(action)));
}

fn step(tab: &Tab) -> Step {
    let Screen::Questions(state) = &tab.screen else {
        panic!("another screen");
    };
    state.step()
}

/// Says of every statement from here on that it cannot be judged, up to the review.
fn judge_nothing(tab: &mut Tab) {
    let items = tab.shell.current().form_items(Form::Manager);
    while step(tab) != Step::Review {
        match step(tab) {
            Step::Item(n) => act(tab, Action::CannotJudge { item: items[n] }),
            _ => act(tab, Action::GoOn),
        }
    }
}

fn left_for(tab: &Tab) -> Vec<String> {
    tab.doubles.page.left_for.borrow().clone()
}

fn start(tab: &Tab) -> &crate::start::StartRows {
    let Screen::Start(state) = &tab.screen else {
        panic!("another screen");
    };
    state.rows.get().expect("rows")
}

#[test]
fn an_attempt_that_an_address_brings_opens_where_it_was_left() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    bring(&mut tab, "about");
    assert_eq!(step(&tab), Step::Interlude(0));
    act(&mut tab, Action::GoOn);
    let items = tab.shell.current().form_items(Form::Manager);
    act(&mut tab, Action::CannotJudge { item: items[0] });
    tab.send(Msg::Questions(QuestionsMsg::Digit(4)));
    assert_eq!(
        step(&tab),
        Step::Item(2),
        "the number key answered the form's second"
    );
    let stored = tab
        .shell
        .persistence
        .attempt("about")
        .expect("it is stored");
    let answers = stored.session.answers();
    assert_eq!(answers.get(items[0]), Some(Answer::CannotJudge));
    assert_eq!(answers.rating(items[1]).map(|one| one.value()), Some(4));
    tab.send(Msg::ToStart);
    bring(&mut tab, "about");
    assert_eq!(step(&tab), Step::Item(2));
    assert!(left_for(&tab).is_empty());
}

#[test]
fn a_reload_brings_the_form_back_where_it_was_left() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    bring(&mut tab, "about");
    act(&mut tab, Action::GoOn);
    let remembered = tab.screen.remembered(&tab.shell);
    let place = ResultPlace::read(&remembered).expect("a place");
    tab.send(Msg::ToStart);
    tab.send(Msg::Reopen(place.clone()));
    assert_eq!(step(&tab), Step::Item(0));
    // Of an own attempt the first screen is brought back, which leads on to it.
    tab.send(Msg::ToStart);
    tab.send(Msg::Start(StartMsg::Begin));
    assert_eq!(tab.screen.remembered(&tab.shell), "");

    tab.send(Msg::ToStart);
    delete_elsewhere(&browser, "attempt", "about");
    tab.pump();
    tab.send(Msg::Reopen(place));
    assert!(matches!(tab.screen, Screen::Start(_)));
    assert_eq!(tab.shell.announcement.toast, None, "no link was followed");
}

#[test]
fn an_own_result_that_an_address_brings_opens_and_an_unknown_one_is_said() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    tab.send(Msg::ToStart);
    bring(&mut tab, "one");
    assert!(matches!(tab.screen, Screen::Result(_)));
    for unknown in ["", "two", "one ", "%6Fne", "../one"] {
        bring(&mut tab, unknown);
        assert!(matches!(tab.screen, Screen::Start(_)), "{unknown}");
        let said = tab.shell.announcement.toast.take();
        let expected = tab.shell.messages().check_in.unreadable;
        assert_eq!(said.as_deref(), Some(expected), "{unknown}");
    }
    assert!(left_for(&tab).is_empty());
    assert_eq!(stored_names(&browser), ["attempt/one"]);
}

#[test]
fn a_form_of_which_nothing_can_be_judged_is_completed_and_leads_to_the_talk_once_it_is_saved() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    bring(&mut tab, "about");
    judge_nothing(&mut tab);
    tab.handle(Msg::Questions(QuestionsMsg::Complete));
    assert!(left_for(&tab).is_empty(), "it is still being saved");
    assert_eq!(step(&tab), Step::Result, "the review stays until then");
    tab.pump();
    assert_eq!(left_for(&tab), ["together.html#view=about"]);
    let stored = tab
        .shell
        .persistence
        .attempt("about")
        .expect("it is stored");
    assert_eq!(stored.session.status(), Status::Completed);
    assert_eq!(
        (
            stored.session.answers().rated(),
            stored.session.answers().seen()
        ),
        (0, 24)
    );
    // Coming back with the back key does not lead there again.
    assert_eq!(tab.screen.remembered(&tab.shell), "");
}

#[test]
fn what_cannot_be_saved_is_not_left_behind() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    bring(&mut tab, "about");
    judge_nothing(&mut tab);
    let store = |fault| {
        browser.mirror_fault("here", fault);
        browser.database_fault("here", fault);
    };
    store(Fault::Full);
    tab.send(Msg::Questions(QuestionsMsg::Complete));
    assert!(left_for(&tab).is_empty());
    tab.send(Msg::ToStart);
    store(Fault::None);
    tab.send(Msg::Visible);
    assert!(left_for(&tab).is_empty(), "the reader has gone elsewhere");
}

#[test]
fn a_completed_form_leads_to_the_talk_from_wherever_it_is_opened() {
    let browser = Browser::default();
    let mut tab = with(&browser, |tab| completed(tab, "about"));
    bring(&mut tab, "about");
    assert_eq!(left_for(&tab), ["together.html#view=about"]);
    assert!(
        matches!(tab.screen, Screen::Start(_)),
        "there is no result to show"
    );
    tab.send(Msg::ToData);
    tab.send(Msg::Data(DataMsg::Open("about".into())));
    assert_eq!(left_for(&tab).len(), 2);
    assert!(matches!(tab.screen, Screen::Data(_)));

    // A page around this one would notice that it is left.
    tab.doubles.host.listens.set(true);
    tab.send(Msg::Data(DataMsg::Open("about".into())));
    assert_eq!(left_for(&tab).len(), 2);
    let said = tab.shell.announcement.toast.as_deref();
    assert_eq!(said, Some(tab.shell.messages().errors.about_another));
}

#[test]
fn an_attempt_waits_for_its_questionnaire() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let [.., source] = ::content::SOURCES else {
        panic!("there are two versions");
    };
    let earlier = source.questionnaire().expect("it is sound");
    for language in Language::ALL {
        let file = compiled::encode(&earlier, language).expect("it can be written");
        let reference = earlier.instrument.reference();
        let files = &tab.doubles.content.files;
        files.borrow_mut().push((reference, language, file));
    }
    let mut attempt = begun(&tab, "about", Form::Manager);
    let parts = attempt.session.parts().clone();
    attempt.instrument = Rc::new(earlier.instrument);
    attempt.session = Session::restore(&attempt.instrument, parts);
    write_elsewhere(&browser, &attempt);
    tab.pump();
    tab.doubles.content.slow.set(true);
    tab.send(Msg::ToStart);
    bring(&mut tab, "about");
    assert!(matches!(tab.screen, Screen::Start(_)));
    assert_eq!(tab.shell.announcement.toast, None, "it is not unknown");
    tab.doubles.content.answer();
    tab.pump();
    assert_eq!(step(&tab), Step::Interlude(0));
    assert_eq!(tab.shell.reopening, None);
}

#[test]
fn an_attempt_whose_questionnaire_cannot_be_had_is_said_to_be_kept() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let [.., source] = ::content::SOURCES else {
        panic!("there are two versions");
    };
    let mut attempt = begun(&tab, "about", Form::Manager);
    let parts = attempt.session.parts().clone();
    attempt.instrument = Rc::new(source.instrument().expect("it is sound"));
    attempt.session = Session::restore(&attempt.instrument, parts);
    write_elsewhere(&browser, &attempt);
    tab.pump();
    bring(&mut tab, "about");
    let said = tab.shell.announcement.toast.as_deref();
    assert_eq!(said, Some(tab.shell.messages().data.waiting_text));
    assert!(matches!(tab.screen, Screen::Start(_)));
}

#[test]
fn lists_of_what_is_ones_own_leave_it_out() {
    let browser = Browser::default();
    let mut tab = with(&browser, |tab| completed(tab, "about"));
    let begun = begun(&tab, "begun", Form::Observer);
    write_elsewhere(&browser, &begun);
    tab.pump();
    let rows = start(&tab);
    assert!(rows.resume.is_none());
    let ids: Vec<&str> = rows.earlier.iter().map(|one| &*one.id).collect();
    assert_eq!(ids, ["one"]);
    let id = tab.shell.current().id().to_owned();
    assert_eq!(tab.shell.persistence.next_wave(&id), 2);
    tab.doubles
        .clock
        .now
        .replace("2026-06-02T09:30:00+01:00".to_owned());
    tab.send(Msg::Start(StartMsg::Begin));
    let Screen::Questions(state) = &tab.screen else {
        panic!("another screen");
    };
    let attempt = state.attempt().clone();
    let before = tab.shell.persistence.completed_before(&attempt);
    let ids: Vec<&str> = before.iter().map(|one| one.id()).collect();
    assert_eq!(ids, ["one"]);
}

#[test]
fn my_data_says_whom_it_is_about_and_has_it_continued_saved_and_deleted() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    tab.send(Msg::ToData);
    let rows = tab.shell.stored_rows();
    let row = rows
        .iter()
        .find(|row| row.id == "about")
        .expect("it is listed");
    assert!(
        row.detail
            .contains(&tab.shell.messages().data.about("Sanne"))
    );
    assert!(!row.completed);
    tab.send(Msg::Data(DataMsg::Preview(DataFile::One("about".into()))));
    tab.send(Msg::Data(DataMsg::Save));
    assert_eq!(tab.doubles.downloads.0.borrow().len(), 1);
    tab.send(Msg::Data(DataMsg::Open("about".into())));
    assert_eq!(step(&tab), Step::Interlude(0));
    tab.send(Msg::ToData);
    tab.send(Msg::Data(DataMsg::Delete("about".into())));
    assert_eq!(stored_names(&browser), ["attempt/one"]);
    tab.send(Msg::Undo);
    assert!(tab.shell.persistence.contains("about"));
}

#[test]
fn its_file_is_not_shown_as_a_result_of_ones_own_and_nothing_of_it_is_stored() {
    let browser = Browser::default();
    let mut tab = with(&browser, |tab| completed(tab, "about"));
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    tab.send(Msg::ToData);
    tab.send(Msg::Data(DataMsg::Preview(DataFile::One("about".into()))));
    tab.send(Msg::Data(DataMsg::Save));
    let (_, _, file) = tab.doubles.downloads.0.borrow()[0].clone();
    delete_elsewhere(&browser, "attempt", "about");
    tab.pump();
    let before = stored_names(&browser);
    tab.send(Msg::ToStart);
    tab.send(Msg::FileRead(Ok(file)));
    let refused = tab.shell.announcement.file_error.clone();
    assert_eq!(refused, Some(FileError::AboutAnother));
    assert!(matches!(tab.screen, Screen::Start(_)));
    assert_eq!(stored_names(&browser), before);
    for language in Language::ALL {
        let t = &interface_texts::messages(language).errors;
        let said = FileError::AboutAnother.sentence(t, language);
        assert_eq!(said, t.about_another);
    }
}

#[test]
fn a_host_hears_nothing_of_it_from_the_first_screen_to_its_deletion() {
    let browser = Browser::default();
    let mut tab = begun_manager_form(&browser);
    tab.doubles.host.listens.set(true);
    let before = tab.doubles.host.events.borrow().len();
    let heard = |tab: &mut Tab| {
        tab.screen.report(&mut tab.shell);
        let events = tab.doubles.host.events.borrow();
        let heard: Vec<HostEvent> = events[before..].to_vec();
        heard
    };
    tab.send(Msg::ToData);
    tab.send(Msg::Data(DataMsg::Open("about".into())));
    let items = tab.shell.current().form_items(Form::Manager);
    while step(&tab) != Step::Review {
        match step(&tab) {
            Step::Item(n) => act(&mut tab, Action::CannotJudge { item: items[n] }),
            _ => act(&mut tab, Action::GoOn),
        }
        assert_eq!(heard(&mut tab), []);
    }
    tab.send(Msg::Questions(QuestionsMsg::Complete));
    assert_eq!(heard(&mut tab), []);
    delete_elsewhere(&browser, "attempt", "about");
    act(&mut tab, Action::Back);
    tab.pump();
    assert_eq!(heard(&mut tab), []);
    // Of an own attempt it does hear, so that this test can fail.
    tab.send(Msg::ToStart);
    tab.send(Msg::Start(StartMsg::Begin));
    assert!(heard(&mut tab).contains(&HostEvent::Start));
}
