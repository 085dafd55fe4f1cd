//! What a reminder brings to the first screen, and where it leads from there.

use super::test_tab::{Tab, delete_everything_elsewhere, stored_names};
use super::*;
use crate::result::ResultPart;
use crate::sharing::SharingMsg;
use crate::start::Reminder;
use model::{Action, Agreement, AgreementEdit, Goal, Owner, Rating};
use records::{CheckIn, FileFormat, PageAddress};
use store::doubles::{Browser, Fault};

const PAGE: &str = "https://a.example/scan/";

/// What stands in the fragment of a reminder.
fn fragment(day: u32) -> String {
    let agreement = Agreement {
        text: "Bel drie klanten".to_owned(),
        ..Agreement::default()
    };
    let page = PageAddress::try_from(PAGE.to_owned()).expect("an address");
    let link = CheckIn::new(day, &agreement).link(&page, Language::Nl);
    let link = link.expect("a link");
    link.split_once("#check-in=")
        .expect("a fragment")
        .1
        .to_owned()
}

/// The page is opened by a reminder that holds this.
fn follow(tab: &mut Tab, held: &str) {
    let brought = ("check-in".to_owned(), held.to_owned());
    tab.doubles.page.brought.replace(Some(brought));
    tab.screen = Screen::Start(Box::new(StartState::on_opening(&tab.shell)));
    tab.screen.refresh(&tab.shell);
}

fn start(tab: &Tab) -> &StartState {
    let Screen::Start(state) = &tab.screen else {
        panic!("another screen");
    };
    state
}

/// The id of the result that the first screen lists first.
fn newest(tab: &Tab) -> Option<AttrValue> {
    let rows = start(tab).rows.get().expect("rows");
    rows.earlier.first().map(|result| result.id.clone())
}

#[test]
fn a_reminder_shows_its_agreement_and_leads_to_the_agreements_of_the_newest_result() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let before = stored_names(&browser);
    follow(&mut tab, &fragment(7));
    let Some(Reminder::CheckIn(check_in)) = &start(&tab).reminder else {
        panic!("no check-in");
    };
    assert_eq!((check_in.day, &*check_in.agreed), (7, "Bel drie klanten"));
    assert!(tab.screen.place() == screen::Place::Start(true));
    assert_eq!(stored_names(&browser), before, "nothing is stored by it");

    let id = newest(&tab).expect("a result");
    tab.send(Msg::Start(StartMsg::Agreements(id)));
    let Screen::Result(state) = &tab.screen else {
        panic!("another screen");
    };
    assert_eq!(
        (state.attempt().id(), state.part()),
        ("one", ResultPart::Agreements)
    );
    assert_eq!(stored_names(&browser), before);
}

#[test]
fn a_result_that_another_tab_deletes_is_no_longer_led_to() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    follow(&mut tab, &fragment(7));
    let id = newest(&tab).expect("a result");
    delete_everything_elsewhere(&browser);
    tab.pump();
    assert_eq!(newest(&tab), None);
    assert!(
        start(&tab).is_check_in(),
        "the agreement came with the reminder"
    );
    tab.send(Msg::Start(StartMsg::Agreements(id)));
    assert!(start(&tab).is_check_in(), "there is nothing to open");
}

#[test]
fn a_reminder_is_read_where_the_storage_is_denied() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    delete_everything_elsewhere(&browser);
    tab.pump();
    tab.doubles.break_storage(Fault::Denied);
    follow(&mut tab, &fragment(90));
    assert!(start(&tab).is_check_in());
    assert_eq!(newest(&tab), None);
    tab.send(Msg::Start(StartMsg::Begin));
    assert!(matches!(tab.screen, Screen::Questions(_)));
}

#[test]
fn a_reminder_that_cannot_be_read_is_the_first_screen_as_usual() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    for held in ["", "x", "%7B%7D", "e30", &"A".repeat(3_000)] {
        follow(&mut tab, held);
        assert_eq!(start(&tab).reminder, Some(Reminder::Unreadable), "{held}");
        assert!(tab.screen.place() == screen::Place::Start(false));
    }
    tab.send(Msg::Start(StartMsg::Begin));
    assert!(matches!(tab.screen, Screen::Questions(_)));
    tab.send(Msg::ToStart);
    assert_eq!(start(&tab).reminder, None, "it is said once");
}

#[test]
fn a_reminder_that_is_followed_in_the_tab_loses_no_answer_that_is_in_memory_alone() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    delete_everything_elsewhere(&browser);
    tab.pump();
    tab.doubles.break_storage(Fault::Denied);
    tab.send(Msg::ToStart);
    tab.send(Msg::Start(StartMsg::Begin));
    let Screen::Questions(state) = &tab.screen else {
        panic!("another screen");
    };
    let id = state.attempt().id().to_owned();
    let rated = |tab: &Tab| {
        let stored = tab.shell.persistence.attempt(&id);
        stored.map(|one| one.session.answers().rated())
    };
    let item = state.attempt().instrument.order().next().expect("an item");
    let response = state.attempt().instrument.response_scale();
    let rating = Rating::new(4, response).expect("on the scale");
    let action = Action::Rate { item, rating };
    tab.send(Msg::Questions(QuestionsMsg::Act(Action::GoOn)));
    tab.send(Msg::Questions(QuestionsMsg::Act(action)));
    assert_eq!(rated(&tab), Some(1));
    tab.doubles
        .page
        .brought
        .replace(Some(("check-in".to_owned(), fragment(7))));
    tab.send(Msg::Brought);
    assert!(start(&tab).is_check_in());
    assert_eq!(rated(&tab), Some(1));
    let rows = start(&tab).rows.get().expect("rows");
    let resume = rows.resume.as_ref().expect("it can be gone on with");
    assert_eq!((&*resume.id, resume.done), (&*id, 1));
}

#[test]
fn a_check_in_goes_when_its_screen_is_left() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    follow(&mut tab, &fragment(2));
    tab.send(Msg::ToStart);
    assert_eq!(start(&tab).reminder, None);
    assert!(tab.screen.place() == screen::Place::Start(false));
}

#[test]
fn a_calendar_links_to_the_page_only_after_a_yes() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    tab.doubles.file_jobs.worker.set(Some(files_worker::run));
    let address = [PAGE, "?persist=session#part"].concat();
    tab.doubles.page.address.replace(address);
    tab.send(Msg::Result(ResultMsg::AddAgreement {
        owner: Owner::Rep,
        goal: Goal::Learning,
        example: None,
    }));
    let id = tab.shell.persistence.joined("one").agreements[0].id.clone();
    let edit = AgreementEdit::Text("Bel drie klanten".to_owned());
    let edit = crate::result::Edit::Agreement(id.into(), edit);
    tab.send(Msg::Result(ResultMsg::Edit(edit)));
    let share = |tab: &mut Tab, message| tab.send(Msg::Result(ResultMsg::Sharing(message)));
    let links = |tab: &mut Tab| {
        share(tab, SharingMsg::Preview);
        share(tab, SharingMsg::Save);
        let saved = tab.doubles.downloads.0.take();
        let (_, _, bytes) = saved.last().expect("a file");
        let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
        let language = tab.shell.language.tag();
        let begin = [PAGE, "?persist=session&lang=", language, "#check-in="].concat();
        (text.matches(&begin).count(), text.matches("#").count())
    };
    share(&mut tab, SharingMsg::Format(FileFormat::Calendar));
    assert_eq!(links(&mut tab), (0, 0), "off by default");
    share(&mut tab, SharingMsg::WithAgreement(true));
    assert_eq!(links(&mut tab), (6, 6));
    // No other file has a link.
    share(&mut tab, SharingMsg::Format(FileFormat::Markdown));
    assert_eq!(links(&mut tab).0, 0);
    share(&mut tab, SharingMsg::Format(FileFormat::Calendar));
    tab.doubles.page.address.replace("about:srcdoc".to_owned());
    assert_eq!(links(&mut tab), (0, 0), "there is nothing to lead to");
}
