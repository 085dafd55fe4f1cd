//! What is withheld is not in the code.

use crate::support::*;
use fastrand::Rng;
use hand_over::{Seal, TalkCode};
use model::{Answer, Form, Instrument, Session};

/// The same session with other answers to the items of one scale.
fn otherwise_on(
    instrument: &Instrument,
    session: &Session,
    scale: usize,
    random: &mut Rng,
) -> Session {
    let form = session.form();
    let possible = possible(instrument, form);
    let mut parts = session.parts().clone();
    for item in 0..instrument.items().len() {
        if instrument.items()[item].scale == scale && instrument.is_asked(form, item) {
            let now = parts.answers.get(item);
            let other = possible[random.usize(1..possible.len())].filter(|one| Some(*one) != now);
            parts.answers = parts.answers.with(item, other.unwrap_or(Answer::Skipped));
        }
    }
    Session::restore(instrument, parts)
}

#[test]
fn sessions_that_differ_only_on_a_withheld_scale_have_one_code_and_one_seal() {
    let instrument = scan();
    let mut random = Rng::with_seed(30);
    for form in [Form::SelfReport, Form::Manager] {
        for round in 0..3_000 {
            let scale = round % if form == Form::SelfReport { 4 } else { 3 };
            let one = random_session(&instrument, form, &mut random);
            let other = otherwise_on(&instrument, &one, scale, &mut random);
            let withheld = [scale];
            let [one, other] = [&one, &other].map(|session| {
                TalkCode::of_session(&instrument, session, &withheld).expect("it fits")
            });
            assert_eq!(one, other);
            assert_eq!(one.seal(), other.seal());
            assert_eq!(one.withheld(), withheld);
        }
    }
}

/// All bits but those of salt and checksum are the same where two sessions differ in nothing else than a
/// withheld scale and their ids.
#[test]
fn between_two_sessions_only_salt_and_checksum_differ() {
    let instrument = scan();
    let mut random = Rng::with_seed(31);
    for _ in 0..1_000 {
        let one = random_session(&instrument, Form::SelfReport, &mut random);
        let mut parts = otherwise_on(&instrument, &one, 3, &mut random)
            .parts()
            .clone();
        parts.id = random_id(&mut random);
        let other = Session::restore(&instrument, parts);
        let [one, other] = [&one, &other]
            .map(|session| TalkCode::of_session(&instrument, session, &[3]).expect("it fits"));
        // 150 bits, of which the last 32 are salt and checksum: 23 whole characters before them.
        assert_eq!(one.text()[..23], other.text()[..23]);
        assert_eq!(one.answers(), other.answers());
        let in_seal = |code: &TalkCode| {
            let (form, salt) = (code.form(), one.salt());
            Seal::of_answers(&instrument, form, code.answers(), code.withheld(), salt)
        };
        assert_eq!(in_seal(&one), in_seal(&other));
    }
}

#[test]
fn nothing_is_read_back_of_a_withheld_scale() {
    let instrument = scan();
    let mut random = Rng::with_seed(32);
    for _ in 0..1_000 {
        let session = random_session(&instrument, Form::SelfReport, &mut random);
        let withheld = random_scales(&instrument, &mut random);
        let code = TalkCode::of_session(&instrument, &session, &withheld).expect("it fits");
        let read = TalkCode::read(code.text(), &instrument, late()).expect("a code");
        assert_eq!(read.withheld(), withheld);
        let session = read
            .session(&instrument, "an-id".to_owned())
            .expect("its own");
        for &scale in &withheld {
            for &item in &instrument.scales()[scale].items {
                assert_eq!(session.answers().get(item), None);
            }
        }
    }
}

/// Whoever has two codes of one session, with other scales withheld, does not see by the salt that they
/// belong together; and what is withheld in one order is the same in another.
#[test]
fn the_salt_depends_on_what_is_withheld_and_not_on_its_order() {
    let instrument = scan();
    let session = random_session(&instrument, Form::SelfReport, &mut Rng::with_seed(33));
    let salt = |withheld: &[usize]| {
        let code = TalkCode::of_session(&instrument, &session, withheld);
        code.expect("it fits").salt()
    };
    assert_ne!(salt(&[]), salt(&[3]));
    assert_ne!(salt(&[2]), salt(&[3]));
    assert_eq!(salt(&[0, 3]), salt(&[3, 0, 3, 99]));
}
