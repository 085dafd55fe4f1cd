//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::agreements::{AgreementsMsg, AgreementsState, Incoming};
use crate::device::StoredAgreement;
use crate::hand_over::{HandOverMsg, HandOverState};
use crate::home::HomeState;
use crate::ports::TogetherPorts;
use crate::review::{ReviewMsg, ReviewState};
use crate::shell::{Screen, Shell, TogetherPageProps, view};
use ::hand_over::TalkCode;
use model::{Agreement, AgreementEdit, Day, Form, Goal, Language, Owner};
use platform::doubles::{Doubles, MemorySharing};
use records::{AgreementRecord, Attempt, agreements_link};
use std::rc::Rc;
use talk_parts::fixtures::{doubles, moment, session};
use ui::fixtures::Fixture;
use yew::prelude::*;

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |name, state, html| all.push(Fixture::new(name, state, html));
    let shell = empty(language);
    let home = Screen::Home(HomeState::default());
    add("together", "first visit", view(&shell, &home, 0));
    let mut shell = with_records(language);
    add("together", "with records", view(&shell, &home, 0));
    for (state, id) in [("own result", REP), ("view of somebody", MANAGER)] {
        let screen = hand_over(&shell, id);
        add("hand-over", state, view(&shell, &screen, 0));
    }
    let mut screen = hand_over(&shell, REP);
    if let Screen::HandOver(state) = &mut screen {
        for scale in 0..4 {
            state.update(&mut shell, HandOverMsg::Theme(scale, false));
        }
    }
    add("hand-over", "nothing chosen", view(&shell, &screen, 0));
    for (state, consent) in [
        ("to be asked", None),
        ("given", Some(0)),
        ("refused", Some(2)),
    ] {
        let mut review = ReviewState::default();
        if let Some(option) = consent {
            review.update(&mut shell, ReviewMsg::Consent(option));
        }
        add("consent", state, view(&shell, &Screen::Review(review), 0));
    }
    let mut nobody = empty(language);
    AgreementsState::begin(&mut nobody);
    add(
        "agreements",
        "none yet",
        view(&nobody, &Screen::Agreements, 0),
    );
    shell.talk = Some(codes(&shell));
    AgreementsState::begin(&mut shell);
    add(
        "agreements",
        "to make",
        view(&shell, &Screen::Agreements, 0),
    );
    AgreementsState::update(&mut shell, AgreementsMsg::ShowMarks);
    AgreementsState::update(&mut shell, AgreementsMsg::Ask(asked(language).into()));
    let with_marks = view(&shell, &Screen::Agreements, 0);
    add("agreements", "asked, marks shown", with_marks);
    let link = agreements_link(&agreed(language), &moment()).unwrap_or_default();
    for (state, link) in [("come in", &*link), ("unreadable", "nothing")] {
        let mut shell = empty(language);
        AgreementsState::take_incoming(&mut shell, Incoming::of_link(link));
        AgreementsState::begin(&mut shell);
        add("agreements", state, view(&shell, &Screen::Agreements, 0));
    }
    let (doubles, props) = props(language);
    doubles.page.framed.set(true);
    let shell = Shell::open(&props, Callback::noop());
    let html = view(&shell, &home, 0);
    all.push(Fixture::new("together", "in a frame", html));
    all
}

/// The id of the rep's own session.
const REP: &str = "a-rep-of-a-day-in-november";

/// The id of the manager's.
const MANAGER: &str = "a-manager-of-that-day";

fn codes(shell: &Shell) -> [String; 2] {
    [REP, MANAGER].map(|id| {
        let attempt = shell.device.attempt(id).expect("it is on this device");
        let code = TalkCode::of_session(&attempt.instrument, &attempt.session, &[]);
        code.expect("it fits into a code").text().to_owned()
    })
}

/// The properties of a page that has loaded the scan in this language.
pub fn props(language: Language) -> (Doubles, TogetherPageProps) {
    let doubles = doubles(language);
    let ports = doubles.ports();
    let ports = TogetherPorts {
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
    (doubles, TogetherPageProps { ports })
}

fn empty(language: Language) -> Shell {
    let (_, props) = props(language);
    let mut shell = Shell::open(&props, Callback::noop());
    let review = content::newest("call-review").expect("it ships");
    let review = review.instrument().expect("what ships is sound");
    let review = review.in_language(language);
    shell
        .library
        .catalogue
        .add(review.into())
        .expect("another id");
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
