//! Sessions for the tests: chosen ones, and random ones that come again for the same seed.

use fastrand::Rng;
use hand_over::TalkCode;
use model::{
    Answer, Answers, Day, Form, Instrument, Language, Plan, Rater, Rating, Session, SessionParts,
    Step, Subject,
};
use std::sync::LazyLock;

/// How many random sessions a property is held to.
pub const SESSIONS: usize = 100_000;

static SCAN: LazyLock<Instrument> = LazyLock::new(|| {
    let source = content::scan();
    assert_eq!((source.id, source.version), ("sales-mindset", "0.2.0"));
    source.instrument().expect("what ships is sound")
});

/// The newest version of the scan: 32 statements, 24 of them on the manager's form.
pub fn scan() -> Instrument {
    SCAN.clone()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A day after every day of a code.
pub fn late() -> Day {
    day("2064-11-08")
}

/// A completed session.
pub fn session(
    instrument: &Instrument,
    form: Form,
    answers: Answers,
    (language, day, id): (Language, Day, String),
) -> Session {
    let parts = SessionParts {
        id,
        wave: 1,
        language,
        rater: Rater {
            role: form,
            pseudonym: "R".to_owned(),
        },
        subject: Subject {
            pseudonym: "Somebody".to_owned(),
        },
        started_at: day.start(),
        completed_at: Some(day.start()),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers,
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Plan::default(),
    };
    Session::restore(instrument, parts)
}

/// Every answer that can be given to a statement, the missing one first.
pub fn possible(instrument: &Instrument, form: Form) -> Vec<Option<Answer>> {
    let scale = instrument.response_scale();
    let ratings = (scale.min..=scale.max).filter_map(|value| Rating::new(value, scale));
    let mut all = vec![None, Some(Answer::Skipped)];
    all.extend(ratings.map(|rating| Some(Answer::Rated(rating))));
    all.extend(form.is_about_another().then_some(Some(Answer::CannotJudge)));
    all
}

/// Answers to the items of a form, by their place in the instrument's order.
pub fn answers(
    instrument: &Instrument,
    form: Form,
    mut answer: impl FnMut(usize) -> Option<Answer>,
) -> Answers {
    let asked = (0..instrument.items().len()).filter(|&item| instrument.is_asked(form, item));
    let mut all = Answers::none(instrument);
    for (n, item) in asked.enumerate() {
        if let Some(answer) = answer(n) {
            all = all.with(item, answer);
        }
    }
    all
}

/// A random id, as the page makes them: a version 4 UUID.
pub fn random_id(random: &mut Rng) -> String {
    let number = random.u128(..);
    let hex = format!("{number:032x}");
    let third = &hex[13..16];
    let fourth = &hex[17..20];
    format!(
        "{}-{}-4{third}-8{fourth}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[20..]
    )
}

/// A session with random answers, of a random day.
pub fn random_session(instrument: &Instrument, form: Form, random: &mut Rng) -> Session {
    let possible = possible(instrument, form);
    let given = answers(instrument, form, |_| {
        possible[random.usize(..possible.len())]
    });
    let (year, month, date) = (
        random.u32(2020..2064),
        random.u32(1..=12),
        random.u32(1..=28),
    );
    let day = day(&format!("{year}-{month:02}-{date:02}"));
    let language = Language::ALL[random.usize(..2)];
    let id = random_id(random);
    session(instrument, form, given, (language, day, id))
}

/// Some of the scales, at random.
pub fn random_scales(instrument: &Instrument, random: &mut Rng) -> Vec<usize> {
    let all = 0..instrument.scales().len();
    all.filter(|_| random.u8(..4) == 0).collect()
}

/// The code of a session of which nothing is withheld.
pub fn code(instrument: &Instrument, session: &Session) -> TalkCode {
    TalkCode::of_session(instrument, session, &[]).expect("it fits")
}

/// A few codes of both forms, as different as they can be.
pub fn some_codes(instrument: &Instrument, count: usize, seed: u64) -> Vec<TalkCode> {
    let mut random = Rng::with_seed(seed);
    let forms = Form::ALL.into_iter().cycle().take(count);
    forms
        .map(|form| code(instrument, &random_session(instrument, form, &mut random)))
        .collect()
}

/// The letters that a code is written in.
pub const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
