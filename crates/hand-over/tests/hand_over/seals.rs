//! What a seal is of, and that no two sessions have one.

use crate::support::*;
use fastrand::Rng;
use hand_over::{Salt, Seal, TalkCode};
use model::{Form, Instrument, Language, Session};
use records::{JoinedRecords, ResultInput, Share, Zone, open_result, result_document};

/// How many values stand there more than once.
fn repeated<T: Ord>(mut values: Vec<T>) -> usize {
    let all = values.len();
    values.sort_unstable();
    values.dedup();
    all - values.len()
}

/// Of 40 bits a hundred thousand random values are all different with a chance of 99.5 %; for this seed
/// they are.
#[test]
fn no_two_of_a_hundred_thousand_sessions_share_a_seal() {
    let instrument = scan();
    let mut random = Rng::with_seed(40);
    let seals = (0..SESSIONS).map(|n| {
        let form = [Form::SelfReport, Form::Manager][n % 2];
        let session = random_session(&instrument, form, &mut random);
        Seal::of_session(&instrument, &session, &[]).to_string()
    });
    assert_eq!(repeated(seals.collect()), 0);
}

/// Sessions whose answers are all alike differ by their salt alone: of m = 2^17 values n draws show
/// m (1 - (1 - 1/m)^n) different ones, 69,954 of 100,000, with a standard deviation of 104
/// (balls in bins; Johnson and Kotz, *Urn Models*, 1977). Six of those are allowed.
#[test]
fn a_salt_comes_again_no_more_often_than_its_length_makes_it() {
    let instrument = scan();
    let mut random = Rng::with_seed(41);
    let given = answers(&instrument, Form::SelfReport, |_| None);
    let about = (Language::Nl, day("2026-11-28"), random_id(&mut random));
    let one = session(&instrument, Form::SelfReport, given, about);
    let mut ids = Vec::with_capacity(SESSIONS);
    let salts = (0..SESSIONS).map(|_| {
        let mut parts = one.parts().clone();
        parts.id = random_id(&mut random);
        ids.push(parts.id.clone());
        let session = Session::restore(&instrument, parts);
        Salt::of_session(&instrument, &session, &[]).number()
    });
    let salts: Vec<u32> = salts.collect();
    assert!(salts.iter().all(|&salt| salt < 1 << 17));
    let different = SESSIONS - repeated(salts);
    assert!(different.abs_diff(69_954) <= 6 * 104, "{different}");
    // What a salt is made of is never given twice.
    assert_eq!(repeated(ids), 0);
}

#[test]
fn whichever_answer_changes_the_seal_changes() {
    let instrument = scan();
    let mut random = Rng::with_seed(42);
    for form in [Form::SelfReport, Form::Manager] {
        let possible = possible(&instrument, form);
        for _ in 0..20 {
            let session = random_session(&instrument, form, &mut random);
            let before = Seal::of_session(&instrument, &session, &[]);
            for item in (0..instrument.items().len()).filter(|&it| instrument.is_asked(form, it)) {
                let now = session.answers().get(item).or(possible[1]);
                for other in possible[1..].iter().filter(|one| **one != now) {
                    let mut parts = session.parts().clone();
                    parts.answers = parts.answers.with(item, other.expect("an answer"));
                    let changed = Session::restore(&instrument, parts);
                    assert_ne!(Seal::of_session(&instrument, &changed, &[]), before);
                }
            }
        }
    }
}

#[test]
fn a_seal_is_of_the_questionnaire_the_form_and_what_is_withheld() {
    let [newest, older] = [0, 1].map(|n: usize| -> Instrument {
        content::SOURCES[n]
            .instrument()
            .expect("what ships is sound")
    });
    let session = random_session(&newest, Form::Manager, &mut Rng::with_seed(43));
    let salt = Salt::of_session(&newest, &session, &[]);
    let seal = |instrument: &Instrument, form, withheld: &[usize]| {
        Seal::of_answers(instrument, form, session.answers(), withheld, salt)
    };
    let seals = [
        seal(&newest, Form::Manager, &[]),
        seal(&newest, Form::Observer, &[]),
        seal(&newest, Form::SelfReport, &[]),
        seal(&newest, Form::Manager, &[0]),
        seal(&newest, Form::Manager, &[0, 2]),
        seal(&older, Form::Manager, &[]),
    ];
    assert_eq!(repeated(seals.iter().map(Seal::to_string).collect()), 0);
}

#[test]
fn day_and_language_change_no_seal() {
    let instrument = scan();
    let one = random_session(&instrument, Form::SelfReport, &mut Rng::with_seed(44));
    let mut parts = one.parts().clone();
    parts.language = match parts.language {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    };
    parts.completed_at = Some(day("2030-01-01").start());
    let other = Session::restore(&instrument, parts);
    let seal = |session| Seal::of_session(&instrument, session, &[]);
    assert_eq!(seal(&one), seal(&other));
}

/// A result file holds the id of its session, and of a withheld scale neither answer nor score.
#[test]
fn a_file_and_a_code_of_one_session_have_one_seal() {
    let instrument = scan();
    let mut random = Rng::with_seed(45);
    for form in [Form::SelfReport, Form::Manager] {
        for withheld in [&[][..], &[1], &[0, 2]] {
            let session = random_session(&instrument, form, &mut random);
            let mut share = Share::default();
            for &scale in withheld {
                share = share.with_scale(scale, false);
            }
            let file = result_document(&ResultInput {
                instrument: &instrument,
                session: &session,
                joined: &JoinedRecords::default(),
                export_id: "a-file".to_owned(),
                exported_at: late().start(),
                language: Language::En,
                unknown: &serde_json::Map::new(),
                share,
                zone: Zone::around(0, "UTC".to_owned(), |_| 0),
                page: None,
            });
            let opened = open_result(&file.bytes, &[&instrument]).expect("it opens");
            let of_file = Seal::of_session(&instrument, &opened.session, &opened.withheld_scales);
            let code = TalkCode::of_session(&instrument, &session, withheld).expect("it fits");
            let read = TalkCode::read(code.text(), &instrument, late()).expect("a code");
            assert!(of_file.matches(&read));
            assert_eq!(of_file, Seal::of_session(&instrument, &session, withheld));
        }
    }
}
