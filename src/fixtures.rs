//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::data::{
    AllDataFile, ConflictRow, DataFile, DataProps, StoredRow, UnreadableRow, data_screen,
};
use crate::host::{ScoresAnswer, ScoresRequest};
use crate::questions::{self, InterludeProps, QuestionProps, ReviewProps};
use crate::result::{
    Agreed, Earlier, EffortFields, Origin, ResultPart, ResultProps, Since, Taken, result_screen,
};
use crate::sharing::{NewPassphrase, PreviewStatus, SharingProps};
use crate::shell::{Surroundings, UnreadableReason};
use crate::start::{EarlierResult, Reminder, Resume, StartProps, start_screen};
use content::example_session;
use embedding::{Logo, Persist};
use interface_texts::messages;
use model::{
    Agreement, Answer, Answers, Day, Form, Goal, GoalOrigin, IfThen, Influence, Instrument,
    Interim, Key, Language, Outcome, Owner, Plan, Polarity, Rater, Rating, Session, SessionParts,
    Sorting, Source, Step, Subject, Timestamp,
};
use platform::Sight;
use records::{AgreementRecord, CheckIn, FileFormat, InfluenceRecord, JoinedRecords};
use report::{Report, compare, history};
use scoring::{score, score_form};
use std::rc::Rc;
use ui::fixtures::Fixture;
use ui::{RadioOption, ViewContext};
use yew::prelude::*;

/// One of each.
const UNREADABLE: [UnreadableReason; 6] = [
    UnreadableReason::Damaged,
    UnreadableReason::Newer,
    UnreadableReason::Older,
    UnreadableReason::Waiting,
    UnreadableReason::OtherContent,
    UnreadableReason::Conflict,
];

/// What is filled in on the calculator of effort.
const EFFORTS: [(&str, [&str; 4]); 5] = [
    ("effort, nothing filled in", ["", "", "", ""]),
    ("effort, just enough", ["6", "5", "2", "6"]),
    ("effort, out of bounds", ["6", "12", "2", "0"]),
    ("effort, too many for a week", ["40", "2", "1", "8"]),
    ("effort in fractions", ["5", "3", "7", "3"]),
];

type MakeSession = fn(&Instrument) -> Session;

/// Every screen in its main states, in a language.
pub fn all(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |name, state, html| all.push(Fixture::new(name, state, html));
    for (state, returning) in [("first visit", false), ("with attempts", true)] {
        let props = start(language, returning);
        add("start", state, start_screen(&props));
    }
    for (state, returning, day) in [
        ("after 7 days", true, 7),
        ("after 90 days", true, 90),
        ("nothing stored", false, 14),
    ] {
        let mut props = start(language, returning);
        props.reminder = Some(Reminder::CheckIn(check_in(language, day)));
        add("check-in", state, start_screen(&props));
    }
    let mut props = start(language, false);
    props.reminder = Some(Reminder::Unreadable);
    add("start", "unreadable reminder", start_screen(&props));
    let questions = [
        ("open", false, None),
        ("chosen", false, Some(3)),
        ("with number keys", true, None),
    ];
    for (state, keyboard, chosen) in questions {
        let props = question(language, keyboard, chosen);
        add("question", state, questions::question(props));
    }
    for (state, page) in [("first", 0), ("halfway", 2), ("last", 3)] {
        let props = interlude(language, page);
        add("interlude", state, questions::interlude(&props));
    }
    let props = review(language);
    add("review", "with open statements", questions::review(&props));
    let props = manager_question(language, "Sanne");
    add("question", "manager form", questions::question(props));
    let mut props = interlude(language, 0);
    props.form = Form::Manager;
    add("interlude", "manager form", questions::interlude(&props));
    let props = manager_review(language, "Sanne");
    add("review", "manager form", questions::review(&props));
    let results: [(&str, Origin, MakeSession); 4] = [
        ("of this device", Origin::Device, mixed_session),
        ("unclear", Origin::Device, straight_session),
        ("example", Origin::Example, example),
        ("opened file", opened_file(language), mixed_session),
    ];
    for (state, origin, session) in results {
        let props = result(language, origin, session);
        add("result", state, result_screen(&props));
    }
    for (state, props) in parts_of_a_result(language) {
        add("result", state, result_screen(&props));
    }
    let mut props = result(language, Origin::Device, mixed_session);
    let written = joined_records(language);
    props.agreed = Some(Agreed {
        date: by_language(language, "2 februari 2026", "2 February 2026"),
        agreements: Rc::new(written.agreements.clone()),
    });
    props.joined = Rc::new(written);
    add(
        "result",
        "with agreements and influences",
        result_screen(&props),
    );
    let mut props = result(language, Origin::Device, mixed_session);
    props.scores_request = Some((
        "https://coach.example".into(),
        ScoresRequest {
            sight: Sight::Sure,
            answer: ScoresAnswer::None,
        },
    ));
    props.sharing.preview = PreviewStatus::Made {
        name: "mindset-2026-03-02.json".into(),
        text: "{}".into(),
    };
    add(
        "result",
        "scores asked for, file shown",
        result_screen(&props),
    );
    props.own_tab = Some(Persist::Device);
    props.sharing.tab = props.sharing.preview.clone();
    add("result", "in a frame", result_screen(&props));
    props.own_tab = None;
    props.sharing.tab = PreviewStatus::Absent;
    props.sharing.preview = PreviewStatus::Absent;
    if let Some((_, request)) = &mut props.scores_request {
        request.answer = ScoresAnswer::Unsure;
    }
    props.coach = "Zoë Jansen".into();
    props.logo = Logo::read("data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIA");
    add("result", "scores asked for again", result_screen(&props));
    let mut props = planned(language);
    add("result", "with a plan", result_screen(&props));
    props.part = ResultPart::Theme(2);
    add("result", "a theme worked on", result_screen(&props));
    let mut props = result(language, Origin::Device, mixed_session);
    props.sharing.preview = PreviewStatus::NotMade;
    add("result", "file not made", result_screen(&props));
    let mut props = result(language, Origin::Device, mixed_session);
    let since = since(language, &props.view.instrument, &props.session);
    props.since = Some(Rc::new(since));
    props.part = ResultPart::Comparison;
    add("result", "beside an earlier one", result_screen(&props));
    let mut props = result(language, Origin::Device, mixed_session);
    let own = Agreement {
        text: check_in(language, 7).agreed,
        ..Agreement::default()
    };
    let at = moment("2026-03-02T09:35:00+01:00");
    props.joined = Rc::new(JoinedRecords {
        agreements: vec![AgreementRecord::new("a-1".into(), "s-0".into(), at, own)],
        influences: Vec::new(),
    });
    props.part = ResultPart::Sharing;
    props.sharing.format = FileFormat::Calendar;
    props.sharing.with_agreement = Some(false);
    add(
        "result",
        "calendar with the agreement",
        result_screen(&props),
    );
    let mut props = result(language, Origin::Device, mixed_session);
    props.sharing.format = FileFormat::Sealed;
    add("result", "under a passphrase", result_screen(&props));
    for (state, numbers) in EFFORTS {
        let mut props = result(language, Origin::Device, mixed_session);
        props.part = ResultPart::Influence;
        props.effort = numbers.map(AttrValue::Static);
        add("result", state, result_screen(&props));
    }
    let mut props = result(language, Origin::Device, mixed_session);
    props.part = ResultPart::Computed;
    add("result", "how computed", result_screen(&props));
    for (state, props) in agreements(language) {
        add("result", state, result_screen(&props));
    }
    let mut props = filled_in(language);
    add("result", "everything filled in", result_screen(&props));
    props.joined = Rc::default();
    beside_an_earlier_one(&mut props);
    add(
        "result",
        "a belief to gain with, and every entry",
        result_screen(&props),
    );
    for (state, rows, asking) in [
        ("empty", false, false),
        ("stored", true, false),
        ("asking", true, true),
    ] {
        let props = data(language, rows, asking);
        add("data", state, data_screen(&props));
    }
    let making = DataProps {
        preview: Some((DataFile::One("s-0".into()), PreviewStatus::Making)),
        ..data(language, true, false)
    };
    add("data", "file being made", data_screen(&making));
    let t = &messages(language).data;
    let begun = by_language(language, "1 maart 2026", "1 March 2026");
    let restoring = DataProps {
        restore: Some([2, 1, 0, 1]),
        restores: true,
        conflicts: vec![ConflictRow {
            title: t.restore_conflict(&begun).into(),
            here: t.restore_here(&begun).into(),
            there: t.restore_there(&begun).into(),
            takes_there: false,
        }],
        refused: vec![by_language(
            language,
            "Onderdeel 3 (afspraak): Een waarde klopt niet, op deze plek: id.",
            "Part 3 (agreement): A value is not right, at this place: id.",
        )],
        passphrase: Some(AttrValue::default()),
        unsealing: true,
        ..data(language, true, false)
    };
    add("data", "backup and sealed file", data_screen(&restoring));
    let sealing = DataProps {
        preview: Some((
            DataFile::All(AllDataFile::SealedBackup),
            PreviewStatus::Made {
                name: "mindset-backup-2026-03-01.json".into(),
                text: "{}".into(),
            },
        )),
        new_passphrase: Some(NewPassphrase {
            typed: "paars ontbijt fluit dinsdag".to_owned(),
            sealing: true,
        }),
        ..data(language, true, false)
    };
    add("data", "backup being sealed", data_screen(&sealing));
    all
}

/// Every screen as a complete page: with the header and the footer that it has in use.
pub fn pages(language: Language) -> Vec<Fixture> {
    let view = context(language, false);
    let total = view.instrument.items().len();
    let around = |fixture: Fixture| {
        let (class, done) = match fixture.name {
            "question" => ("question-screen", Some(0)),
            "interlude" => ("", Some(total / 2)),
            "review" => ("", Some(total)),
            "start" | "result" => ("screen-wide", None),
            _ => ("", None),
        };
        let surroundings = Surroundings {
            name: fixture.name,
            class,
            view: &view,
            progress: done.map(|done| [done, total]),
            offered: Html::default(),
            leads_to_start: matches!(fixture.name, "data" | "result"),
            leads_to_data: !matches!(fixture.name, "data" | "question"),
            on_start: Callback::noop(),
            on_data: Callback::noop(),
            on_language: Callback::noop(),
        };
        let html = surroundings.around(html! { <div>{ fixture.html }</div> }, Html::default());
        Fixture { html, ..fixture }
    };
    all(language).into_iter().map(around).collect()
}

/// The instrument that ships, in a language.
pub fn context(language: Language, keyboard: bool) -> ViewContext {
    let Ok(instrument) = content::scan().instrument() else {
        panic!("the bundled definition is not sound");
    };
    ViewContext {
        language,
        texts: messages(language),
        instrument: Rc::new(instrument),
        keyboard,
        moved: false,
    }
}

/// The first screen, with or without attempts on this device.
pub fn start(language: Language, returning: bool) -> StartProps {
    let resume = returning.then(|| Resume {
        id: "s-1".into(),
        done: 7,
        total: 32,
        review: false,
        started: by_language(language, "2 maart 2026", "2 March 2026"),
    });
    let earlier = returning.then(|| EarlierResult {
        id: "s-0".into(),
        date: by_language(language, "1 maart 2026", "1 March 2026"),
        answered: by_language(language, "32 van 32", "32 of 32"),
        current: true,
    });
    let view = context(language, false);
    let session = example_session(&view.instrument);
    let example = session.map(|session| Rc::new(Report::new(&view.instrument, &session)));
    StartProps {
        view,
        resume,
        earlier: Rc::new(earlier.into_iter().collect()),
        example,
        reminder: None,
        awaits_records: false,
        host: Rc::default(),
        on_message: Callback::noop(),
    }
}

/// What a reminder of this day brings back.
pub fn check_in(language: Language, day: u32) -> CheckIn {
    let [agreed, indicator, first_step, situation, response] = match language {
        Language::Nl => [
            "Ik bel elke maandag drie klanten die ik een maand niet sprak.",
            "Negen gesprekken in drie weken, met per gesprek één regel.",
            "Vandaag de eerste drie namen kiezen.",
            "het maandagoverleg uitloopt",
            "bel ik direct na de lunch",
        ],
        Language::En => [
            "Every Monday I call three customers I have not spoken to for a month.",
            "Nine conversations in three weeks, with one line on each.",
            "Choose the first three names today.",
            "the Monday meeting runs late",
            "I call right after lunch",
        ],
    };
    CheckIn {
        day,
        agreed: agreed.to_owned(),
        indicator: indicator.to_owned(),
        first_step: first_step.to_owned(),
        if_then: IfThen {
            situation: situation.to_owned(),
            response: response.to_owned(),
        },
    }
}

fn by_language(language: Language, nl: &'static str, en: &'static str) -> AttrValue {
    AttrValue::from(match language {
        Language::Nl => nl,
        Language::En => en,
    })
}

/// The first statement.
pub fn question(language: Language, keyboard: bool, chosen: Option<usize>) -> QuestionProps {
    let view = context(language, keyboard);
    let first = view.instrument.order().next().unwrap_or_default();
    let item = &view.instrument.items()[first];
    let response = view.instrument.response_scale();
    let options = response.options.iter().map(|option| RadioOption {
        value: AttrValue::from(option.value.to_string()),
        label: view.text(&option.label),
        key: Some(option.value),
    });
    QuestionProps {
        id: AttrValue::from(item.id.clone()),
        place: "1 / 32".into(),
        text: view.text(&item.text),
        hint: None,
        options: options.collect(),
        chosen,
        skip: view.text(&response.skip),
        skip_all: None,
        explain_keys: true,
        saved: view.messages().common.saved_here.into(),
        saving: false,
        on_choose: Callback::noop(),
        on_answer: Callback::noop(),
        on_skip: Callback::noop(),
        on_back: Some(Callback::noop()),
        on_stop: Callback::noop(),
        view,
    }
}

/// The interlude before a page.
pub fn interlude(language: Language, page: usize) -> InterludeProps {
    InterludeProps {
        view: context(language, false),
        form: Form::SelfReport,
        page,
        on_go: Callback::noop(),
        on_back: Callback::noop(),
        on_stop: Callback::noop(),
    }
}

/// The review, with all of responsibility left out.
pub fn review(language: Language) -> ReviewProps {
    let view = context(language, false);
    let session = mixed_session(&view.instrument);
    ReviewProps {
        scores: Rc::new(score(&view.instrument, session.answers())),
        session: Rc::new(session),
        view,
        on_change: Callback::noop(),
        on_result: Callback::noop(),
        on_back: Callback::noop(),
        on_stop: Callback::noop(),
    }
}

/// The first statement on the form of a manager about somebody of this name.
pub fn manager_question(language: Language, name: &str) -> QuestionProps {
    let props = question(language, false, None);
    let instrument = &props.view.instrument;
    let session = manager_session(instrument, name);
    let items = instrument.form_items(Form::Manager);
    let response = instrument.response_scale();
    let place = messages(language).common.of(1, items.len());
    QuestionProps {
        place: place.into(),
        text: questions::statement(&props.view, &session, items[0]),
        skip: props.view.text(response.cannot_judge_label()),
        ..props
    }
}

/// The review of the form of a manager about somebody of this name: the first statement has not been
/// seen, and every fourth cannot be judged.
pub fn manager_review(language: Language, name: &str) -> ReviewProps {
    let view = context(language, false);
    let session = manager_session(&view.instrument, name);
    let scores = score_form(&view.instrument, Form::Manager, session.answers());
    ReviewProps {
        scores: Rc::new(scores),
        session: Rc::new(session),
        ..review(language)
    }
}

fn manager_session(instrument: &Instrument, name: &str) -> Session {
    let rater = Rater {
        role: Form::Manager,
        pseudonym: String::new(),
    };
    let subject = Subject {
        pseudonym: name.to_owned(),
    };
    let at = moment("2026-03-02T09:35:00+01:00");
    let id = "s-m".to_owned();
    let session = Session::start_form(instrument, (rater, subject), id, 1, Language::Nl, at);
    let mut parts = session.parts().clone();
    let agrees = Rating::new(4, instrument.response_scale());
    for (place, item) in instrument.form_items(Form::Manager).into_iter().enumerate() {
        let answer = match place {
            0 => continue,
            _ if place % 4 == 3 => Some(Answer::CannotJudge),
            _ => agrees.map(Answer::Rated),
        };
        if let Some(answer) = answer {
            parts.answers = parts.answers.with(item, answer);
        }
    }
    parts.step = Step::Review;
    Session::restore(instrument, parts)
}

/// What is stored, with or without rows, and asking or not whether all is to be deleted.
pub fn data(language: Language, rows: bool, asking_delete_all: bool) -> DataProps {
    let row = StoredRow {
        id: "s-0".into(),
        title: by_language(
            language,
            "Resultaat van 1 maart 2026",
            "Result of 1 March 2026",
        ),
        detail: by_language(language, "32 van 32", "32 of 32"),
        completed: true,
    };
    DataProps {
        view: context(language, false),
        rows: Rc::new(rows.then_some(row).into_iter().collect()),
        unreadable: match rows {
            true => unreadable(),
            false => Vec::new(),
        },
        has_joined: false,
        backup: None,
        asking_delete_all,
        preview: None,
        passphrase: None,
        unsealing: false,
        restore: None,
        restores: false,
        refused: Vec::new(),
        new_passphrase: None,
        conflicts: Vec::new(),
        on_message: Callback::noop(),
    }
}

/// One of each reason, as they lie in quarantine.
fn unreadable() -> Vec<UnreadableRow> {
    let reasons = UNREADABLE.iter().enumerate();
    reasons
        .map(|(n, reason)| UnreadableRow {
            place: ["quarantine/", &n.to_string()].concat().into(),
            reason: *reason,
        })
        .collect()
}

/// A result of this session.
pub fn result(
    language: Language,
    origin: Origin,
    session: impl Fn(&Instrument) -> Session,
) -> ResultProps {
    let view = context(language, false);
    let session = session(&view.instrument);
    let to_talk = (origin == Origin::Device).then_some(Persist::Device);
    ResultProps {
        report: Rc::new(Report::new(&view.instrument, &session)),
        session: Rc::new(session),
        joined: Rc::default(),
        view,
        origin,
        part: ResultPart::Overview,
        effort: EffortFields::default(),
        since: None,
        agreed: None,
        read_only: false,
        scores_request: None,
        coach: AttrValue::default(),
        logo: None,
        today: moment("2026-03-02T12:00:00+01:00").day(),
        sharing: SharingProps::default(),
        own_tab: None,
        to_talk,
        on_message: Callback::noop(),
    }
}

/// A result of which a theme is chosen, and what is tried.
fn planned(language: Language) -> ResultProps {
    let mut props = result(language, Origin::Device, mixed_session);
    let mut parts = props.session.parts().clone();
    parts.plan = Plan {
        theme: Some("commitment".into()),
        experiment: by_language(language, "Drie klanten bellen", "Call three customers")
            .to_string(),
        ..Plan::default()
    };
    props.session = Rc::new(Session::restore(&props.view.instrument, parts));
    props
}

/// A result beside an earlier one, in which the middle was answered everywhere.
fn since(language: Language, instrument: &Instrument, now: &Session) -> Since {
    let then = straight_session(instrument);
    let dates = ["2026-02-01", "2026-03-02"];
    let moments = history(instrument, &[&then, now]);
    let taken = dates.iter().zip(moments);
    Since {
        earlier: vec![Earlier {
            id: "s-1".into(),
            date: i18n::long_date(dates[0], language).into(),
        }],
        chosen: "s-1".into(),
        taken: taken
            .map(|(date, moment)| Taken {
                date: i18n::long_date(date, language).into(),
                short_date: i18n::short_date(date, language).into(),
                moment,
            })
            .collect(),
        comparison: compare(instrument, &then, now),
    }
}

/// The states of the agreements.
pub fn agreements(language: Language) -> Vec<(&'static str, ResultProps)> {
    let of = |origin: Origin, agreements: Vec<Agreement>| {
        let made = moment("2026-03-02T09:35:00+01:00");
        let records = (0..).zip(agreements).map(|(n, agreement)| {
            let id = ["a-", &n.to_string()].concat();
            AgreementRecord::new(id, "s-0".into(), made.clone(), agreement)
        });
        let mut props = result(language, origin, mixed_session);
        props.part = ResultPart::Agreements;
        props.joined = Rc::new(JoinedRecords {
            agreements: records.collect(),
            influences: Vec::new(),
        });
        props
    };
    let full = || full_agreement(language);
    let kinds = [Owner::Rep, Owner::Manager].into_iter().flat_map(|owner| {
        [Goal::Learning, Goal::Performance].map(|goal| Agreement {
            owner,
            goal,
            ..Agreement::default()
        })
    });
    let mut read_only = of(Origin::Device, vec![full()]);
    read_only.read_only = true;
    let mut of_example = result(language, Origin::Example, example);
    of_example.part = ResultPart::Agreements;
    vec![
        ("no agreements", of(Origin::Device, Vec::new())),
        (
            "an agreement of each kind",
            of(Origin::Device, kinds.collect()),
        ),
        ("a full agreement", of(Origin::Device, vec![full()])),
        ("an agreement to read", read_only),
        (
            "an agreement in a file",
            of(opened_file(language), vec![full()]),
        ),
        ("agreements of the example", of_example),
    ]
}

/// A result with four limiting beliefs agreed with, of which one is quoted as what to gain with, all
/// that can be answered and chosen, and an agreement of each kind.
pub fn filled_in(language: Language) -> ResultProps {
    let mut props = result(language, Origin::Device, believing_session);
    let of_check_in = check_in(language, 7);
    let kinds = [Owner::Rep, Owner::Manager].into_iter().flat_map(|owner| {
        [Goal::Learning, Goal::Performance].map(|goal| Agreement {
            owner,
            goal,
            text: of_check_in.agreed.clone(),
            indicator: of_check_in.indicator.clone(),
            first_step: of_check_in.first_step.clone(),
            if_then: of_check_in.if_then.clone(),
            due: Day::parse("2026-04-13"),
            ..Agreement::default()
        })
    });
    let made = moment("2026-03-02T09:35:00+01:00");
    let records = (0..).zip(kinds).map(|(n, agreement)| {
        let id = ["a-", &n.to_string()].concat();
        AgreementRecord::new(id, "s-0".into(), made.clone(), agreement)
    });
    props.joined = Rc::new(JoinedRecords {
        agreements: records.collect(),
        influences: Vec::new(),
    });
    let mut parts = props.session.parts().clone();
    parts.plan.experiment = by_language(
        language,
        "Ik vraag na elk gesprek wat de klant nodig heeft.",
        "After every conversation I ask what the customer needs.",
    )
    .to_string();
    props.session = Rc::new(Session::restore(&props.view.instrument, parts));
    props.effort = EFFORTS[1].1.map(AttrValue::Static);
    props
}

/// The same person a second time: beside an earlier result, with its agreements to look back on.
fn beside_an_earlier_one(props: &mut ResultProps) {
    let language = props.view.language;
    let since = since(language, &props.view.instrument, &props.session);
    props.since = Some(Rc::new(since));
    props.agreed = Some(Agreed {
        date: by_language(language, "2 februari 2026", "2 February 2026"),
        agreements: Rc::new(joined_records(language).agreements),
    });
    let mut parts = props.session.parts().clone();
    parts.plan = Plan::default();
    props.session = Rc::new(Session::restore(&props.view.instrument, parts));
}

/// Every limiting belief agreed with and one of its opposites disagreed with, the situation answered
/// with what has the longest comments, and everything else favourable.
pub fn believing_session(instrument: &Instrument) -> Session {
    let items = instrument.items().iter();
    let raw = items.map(|item| {
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        Some(match (limiting, item.key, item.id.as_str()) {
            (true, _, "LIM-09") => 2,
            (true, Key::Minus, _) => 3,
            (_, Key::Plus, _) => 4,
            (_, Key::Minus, _) => 2,
        })
    });
    let mut parts = session(instrument, &raw.collect::<Vec<_>>())
        .parts()
        .clone();
    parts.context = vec![Some(0), Some(0), Some(2), Some(2)];
    Session::restore(instrument, parts)
}

/// An agreement with every field filled in.
pub fn full_agreement(language: Language) -> Agreement {
    let say = |nl, en| by_language(language, nl, en).to_string();
    Agreement {
        owner: Owner::Rep,
        goal: Goal::Learning,
        text: say(
            "Ik vraag drie klanten om feedback.",
            "I ask three customers for feedback.",
        ),
        indicator: say("Er liggen drie verslagen.", "There are three reports."),
        why: say("We willen weten waarom.", "We want to know why."),
        first_step: say("Ik bel de eerste klant.", "I call the first customer."),
        if_then: IfThen {
            situation: say("een klant niet opneemt", "a customer does not answer"),
            response: say("bel ik de volgende", "I call the next one"),
        },
        helper: say("Mijn collega Sam", "My colleague Sam"),
        obstacle: say("Een volle agenda", "A full calendar"),
        origin: Some(GoalOrigin::Assessment),
        due: Day::parse("2026-04-13"),
        interim: vec![Interim {
            date: Day::parse("2026-03-23"),
            text: say("Eén verslag", "One report"),
        }],
        rep_confirmed: true,
        manager_confirmed: true,
        outcome: Some(Outcome::Partly),
        learned: say(
            "Bellen werkt beter dan mailen.",
            "Calling works better than mail.",
        ),
    }
}

/// An agreement and an influence, in words that could break a page that trusts them.
fn joined_records(language: Language) -> JoinedRecords {
    let day = Day::parse("2026-04-01");
    let at = moment("2026-03-02T09:35:00+01:00");
    let agreement = Agreement {
        owner: Owner::Manager,
        goal: Goal::Performance,
        text: by_language(language, "Drie <klanten> bellen", "Call three <customers>").to_string(),
        indicator: "& \"2\"".into(),
        due: day,
        interim: vec![Interim {
            date: day,
            text: by_language(language, "Eén gebeld", "One called").to_string(),
        }],
        manager_confirmed: true,
        outcome: Some(Outcome::Partly),
        ..Agreement::default()
    };
    let influence = Influence {
        source: Source::Approach,
        reason: by_language(language, "Te laat nagebeld", "Called back too late").to_string(),
        sorted: Some(Sorting::Mine),
        step: by_language(language, "Binnen een dag", "Within a day").to_string(),
    };
    let session = || "s-0".to_owned();
    JoinedRecords {
        agreements: vec![AgreementRecord::new(
            "a-1".into(),
            session(),
            at.clone(),
            agreement,
        )],
        influences: vec![InfluenceRecord::new("i-1".into(), session(), at, influence)],
    }
}

/// The fictional result.
pub fn example(instrument: &Instrument) -> Session {
    match example_session(instrument) {
        Some(session) => session,
        None => straight_session(instrument),
    }
}

/// Where an opened file is said to come from.
pub fn opened_file(language: Language) -> Origin {
    Origin::File {
        date: i18n::long_date("2026-03-02", language).into(),
        differences: "".into(),
        withheld: "".into(),
        known: false,
    }
}

fn moment(text: &str) -> Timestamp {
    let Some(moment) = Timestamp::parse(text) else {
        panic!("it is a moment");
    };
    moment
}

/// A completed session with raw answers by item; `None` is a skipped one.
fn session(instrument: &Instrument, raw: &[Option<u8>]) -> Session {
    let answers = Answers::from_values(instrument, raw.iter().copied().enumerate());
    let parts = SessionParts {
        id: "s-0".into(),
        wave: 1,
        language: Language::Nl,
        rater: Rater::default(),
        subject: Subject {
            pseudonym: "Zoë V.".into(),
        },
        started_at: moment("2026-03-02T09:30:00+01:00"),
        completed_at: Some(moment("2026-03-02T09:35:00+01:00")),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers: answers.unwrap_or_else(|_| Answers::none(instrument)),
        context: vec![Some(0), None, None, None],
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Plan::default(),
    };
    Session::restore(instrument, parts)
}

/// The middle answer to every item.
pub fn straight_session(instrument: &Instrument) -> Session {
    session(instrument, &vec![Some(3); instrument.items().len()])
}

/// Every scale at 24 of its 32 steps, except accountability with 23 (71.875), and
/// responsibility without any answer.
pub fn mixed_session(instrument: &Instrument) -> Session {
    let items = instrument.items().iter();
    let raw = items.map(|item| match (item.id.as_str(), item.key) {
        (id, _) if id.starts_with("RES") => None,
        ("ACC-01", _) => Some(3),
        (_, Key::Plus) => Some(4),
        (_, Key::Minus) => Some(2),
    });
    session(instrument, &raw.collect::<Vec<_>>())
}

/// Accountability on a cut, with a strong facet and one to gain; a belief agreed with whose opposite
/// was disagreed with, one agreed with alone, and one disagreed with alone; the situation answered.
pub fn varied_session(instrument: &Instrument) -> Session {
    let items = instrument.items().iter();
    let raw = items.map(|item| {
        // How favourable the answer is, whichever way the statement points.
        let favour = match item.id.as_str() {
            "ACC-01" | "ACC-02" => 4,
            "ACC-09" | "ACC-10" => 1,
            "ACC-07" | "ACC-08" => 2,
            "LIM-01" | "LIM-02" | "LIM-09" | "LIM-11" => 2,
            id if id.starts_with("COM") => 4,
            _ => 3,
        };
        // Disagreeing is favourable with a reversed statement, and with a limiting belief.
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        Some(match (item.key == Key::Minus) == limiting {
            true => favour,
            false => 6 - favour,
        })
    });
    let mut parts = session(instrument, &raw.collect::<Vec<_>>())
        .parts()
        .clone();
    parts.context = vec![Some(0), Some(1), Some(2), Some(3)];
    Session::restore(instrument, parts)
}

/// An answer just beyond the middle beside one in it, so that no part of a supporting theme stands out.
pub fn undecided_session(instrument: &Instrument) -> Session {
    let items = instrument.items().iter();
    let raw = items.map(|item| match item.key {
        Key::Plus => Some(4),
        Key::Minus => Some(3),
    });
    session(instrument, &raw.collect::<Vec<_>>())
}

/// The states of the parts of a result: a theme, the thoughts and the situation.
fn parts_of_a_result(language: Language) -> Vec<(&'static str, ResultProps)> {
    let of = |part, session: MakeSession| ResultProps {
        part,
        ..result(language, Origin::Device, session)
    };
    let mut withheld = ResultProps {
        part: ResultPart::Theme(0),
        ..result(language, opened_file(language), mixed_session)
    };
    let report = Report::clone(&withheld.report).withholding(&[0]);
    withheld.report = Rc::new(report);
    vec![
        (
            "a theme at a border",
            of(ResultPart::Theme(0), varied_session),
        ),
        (
            "a theme of limiting beliefs",
            of(ResultPart::Theme(3), varied_session),
        ),
        (
            "a theme without a score",
            of(ResultPart::Theme(1), mixed_session),
        ),
        (
            "a theme of which nothing stands out",
            of(ResultPart::Theme(0), undecided_session),
        ),
        ("a theme that is withheld", withheld),
        ("thoughts", of(ResultPart::Thoughts, varied_session)),
        ("no thoughts", of(ResultPart::Thoughts, straight_session)),
        ("the situation", of(ResultPart::Influence, varied_session)),
    ]
}
