//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::agreements::{AgreementsMsg, AgreementsState, Incoming};
use crate::device::StoredAgreement;
use crate::frame;
use crate::hand_over::{HandOverMsg, HandOverState};
use crate::home::HomeState;
use crate::ports::TalkPorts;
use crate::shell::{Screen, Shell, TalkPageProps};
use crate::table::{Table, TableMsg};
use crate::two_views::TwoViewsMsg;
use i18n::TalkMessages;
use interface_texts::{messages, talk_texts};
use model::{
    Agreement, AgreementEdit, Answer, Answers, Day, Form, Goal, Instrument, Language, Owner, Rater,
    Rating, Session, SessionParts, Step, Subject, Timestamp,
};
use platform::doubles::{Doubles, MemorySharing};
use records::{AgreementRecord, Attempt, agreements_link};
use report::{SheetReader, Side, TalkLength};
use std::rc::Rc;
use ui::fixtures::Fixture;
use yew::prelude::*;

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |name, state, html| all.push(Fixture::new(name, state, html));
    let shell = empty(language);
    let home = Screen::Home(HomeState::default());
    add("talk", "first visit", frame::frame(&shell, &home, 0));
    let mut shell = with_records(language);
    add("talk", "with records", frame::frame(&shell, &home, 0));
    for (state, id) in [("own result", REP), ("view of somebody", MANAGER)] {
        let screen = hand_over(&shell, id);
        add("hand-over", state, frame::frame(&shell, &screen, 0));
    }
    let mut screen = hand_over(&shell, REP);
    if let Screen::HandOver(state) = &mut screen {
        for scale in 0..4 {
            state.update(&mut shell, HandOverMsg::Theme(scale, false));
        }
    }
    add(
        "hand-over",
        "nothing chosen",
        frame::frame(&shell, &screen, 0),
    );
    add("table", "empty", frame::frame(&shell, &Screen::Table, 0));
    Table::update(&mut shell, TableMsg::Open("7H4Q-KM2R".to_owned()));
    add(
        "table",
        "refused code",
        frame::frame(&shell, &Screen::Table, 0),
    );
    lay(&mut shell);
    add(
        "table",
        "both covered",
        frame::frame(&shell, &Screen::Table, 0),
    );
    let seal = shell
        .table
        .laid(Side::Rep)
        .map(|laid| laid.seal().to_string());
    Table::update(
        &mut shell,
        TableMsg::Seal(Side::Rep, seal.unwrap_or_default()),
    );
    Table::update(
        &mut shell,
        TableMsg::Seal(Side::Manager, "AAAA-BBBB".to_owned()),
    );
    Table::update(&mut shell, TableMsg::Lift);
    add(
        "two views",
        "different",
        frame::frame(&shell, &Screen::TwoViews, 0),
    );
    act(&mut shell, TwoViewsMsg::Figures);
    act(&mut shell, TwoViewsMsg::Length(TalkLength::FortyFive));
    add(
        "two views",
        "with figures",
        frame::frame(&shell, &Screen::TwoViews, 0),
    );
    for (state, reader) in [
        ("of the rep", SheetReader::Rep),
        ("of the manager", SheetReader::Manager),
        ("of a coach", SheetReader::Coach),
    ] {
        act(&mut shell, TwoViewsMsg::Reader(reader));
        add("sheet", state, frame::frame(&shell, &Screen::Sheet, 0));
    }
    AgreementsState::begin(&mut shell);
    add(
        "agreements",
        "to make",
        frame::frame(&shell, &Screen::Agreements, 0),
    );
    AgreementsState::update(&mut shell, AgreementsMsg::ShowMarks);
    AgreementsState::update(&mut shell, AgreementsMsg::Ask(asked(language).into()));
    add(
        "agreements",
        "asked, marks shown",
        frame::frame(&shell, &Screen::Agreements, 0),
    );
    let now = moment();
    let link = agreements_link(&agreed(language), &now).unwrap_or_default();
    for (state, link) in [("come in", &*link), ("unreadable", "nothing")] {
        let mut shell = empty(language);
        AgreementsState::take_incoming(&mut shell, Incoming::of_link(link));
        AgreementsState::begin(&mut shell);
        add(
            "agreements",
            state,
            frame::frame(&shell, &Screen::Agreements, 0),
        );
    }
    let mut shell = with_records(language);
    lay_alike(&mut shell);
    Table::update(&mut shell, TableMsg::Lift);
    add(
        "two views",
        "alike",
        frame::frame(&shell, &Screen::TwoViews, 0),
    );
    all
}

/// The id of the rep's own session.
const REP: &str = "a-rep-of-a-day-in-november";

/// The id of the manager's.
const MANAGER: &str = "a-manager-of-that-day";

/// The properties of a page that has loaded the scan in this language.
pub fn props(language: Language) -> (Doubles, TalkPageProps) {
    let doubles = Doubles::default();
    let questionnaire = content::scan().questionnaire();
    let questionnaire = questionnaire.expect("what ships is sound");
    let bytes = compiled::encode(&questionnaire, language).expect("it can be written");
    let reference = questionnaire.instrument.reference();
    doubles
        .content
        .files
        .replace(vec![(reference, language, bytes)]);
    let texts = TalkMessages {
        interface: messages(language).clone(),
        own: talk_texts(language).clone(),
    };
    let texts = compiled::encode_interface(&texts, language);
    let texts = texts.expect("texts can be written");
    doubles.content.interface.replace(vec![(language, texts)]);
    doubles.content.loaded.set(language);
    let ports = doubles.ports();
    let ports = TalkPorts {
        content: ports.content,
        records: ports.records,
        downloads: ports.downloads,
        files: ports.files,
        file_jobs: ports.file_jobs,
        clock: ports.clock,
        random: ports.random,
        history: ports.history,
        page: ports.page,
        sharing: Rc::new(MemorySharing::default()),
        config: ports.host.config(),
    };
    (doubles, TalkPageProps { ports })
}

fn empty(language: Language) -> Shell {
    let (_, props) = props(language);
    let mut shell = Shell::open(&props, Callback::noop());
    shell.device.show(Vec::new(), Vec::new());
    shell
}

fn with_records(language: Language) -> Shell {
    let mut shell = empty(language);
    let scan = shell.library.catalogue.all()[0].clone();
    let attempts = [
        session(&scan, REP, Form::SelfReport, |n| [2, 4, 5, 3, 4][n % 5]),
        session(&scan, MANAGER, Form::Manager, |n| [4, 4, 2, 3, 1][n % 5]),
    ];
    let attempts = attempts.map(|session| Attempt::new(scan.clone(), session));
    let agreements = agreed(language).into_iter().map(|record| StoredAgreement {
        record,
        revision: store::Revision::parse("tab.1").expect("it is a revision"),
    });
    shell.device.show(attempts.into(), agreements.collect());
    shell
}

fn hand_over(shell: &Shell, id: &str) -> Screen {
    let attempt = shell.device.attempt(id).expect("it is on this device");
    Screen::HandOver(Box::new(HandOverState::new(shell, attempt.clone())))
}

fn lay(shell: &mut Shell) {
    for id in [REP, MANAGER] {
        Table::update(shell, TableMsg::Own(id.into()));
    }
}

/// Two views that give the same answers.
fn lay_alike(shell: &mut Shell) {
    let scan = shell.library.catalogue.all()[0].clone();
    let attempts = [(REP, Form::SelfReport), (MANAGER, Form::Manager)]
        .map(|(id, form)| session(&scan, id, form, |n| [2, 4, 5, 3, 4][n % 5]));
    let attempts = attempts.map(|session| Attempt::new(scan.clone(), session));
    shell.device.show(attempts.into(), Vec::new());
    lay(shell);
}

fn act(shell: &mut Shell, message: TwoViewsMsg) {
    if let Some(opened) = &mut shell.opened {
        opened.update(message);
    }
}

fn moment() -> Timestamp {
    Timestamp::parse("2026-11-25T10:00:00+01:00").expect("it is a moment")
}

/// A finished session with the answers that `value` gives by the place of an item.
pub fn session(
    instrument: &Instrument,
    id: &str,
    form: Form,
    value: impl Fn(usize) -> u8,
) -> Session {
    let scale = instrument.response_scale();
    let mut answers = Answers::none(instrument);
    for item in instrument.form_items(form) {
        let rating = Rating::new(value(item), scale).expect("it is of the scale");
        answers = answers.with(item, Answer::Rated(rating));
    }
    let name = match form {
        Form::SelfReport => "",
        Form::Manager | Form::Observer => "Noor",
    };
    let parts = SessionParts {
        id: id.to_owned(),
        wave: 1,
        language: Language::Nl,
        rater: Rater {
            role: form,
            ..Rater::default()
        },
        subject: Subject {
            pseudonym: name.to_owned(),
        },
        started_at: moment(),
        completed_at: Some(moment()),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers,
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Default::default(),
    };
    Session::restore(instrument, parts)
}

fn asked(language: Language) -> &'static str {
    match language {
        Language::Nl => "Ga eens per maand mee naar een klant",
        Language::En => "Join me at a customer once a month",
    }
}

/// What two people agreed earlier.
fn agreed(language: Language) -> Vec<AgreementRecord> {
    let texts = match language {
        Language::Nl => [
            "Ik vraag door tot ik weet wie er beslist",
            "Ik houd elke week een half uur vrij voor ons gesprek",
        ],
        Language::En => [
            "I keep asking until I know who decides",
            "I keep half an hour free for our conversation every week",
        ],
    };
    let owners = [Owner::Rep, Owner::Manager].into_iter().zip(texts);
    let agreements = owners.map(|(owner, text)| {
        let mut agreement = Agreement {
            owner,
            goal: Goal::Learning,
            ..Agreement::default()
        };
        agreement.edit(AgreementEdit::Text(text.to_owned()));
        agreement.edit(AgreementEdit::Due(Day::parse("2026-12-18")));
        agreement
    });
    let records = agreements.enumerate().map(|(n, agreement)| {
        let id = ["agreed-", &n.to_string()].concat();
        AgreementRecord::new(id, "of-an-earlier-talk".to_owned(), moment(), agreement)
    });
    records.collect()
}
