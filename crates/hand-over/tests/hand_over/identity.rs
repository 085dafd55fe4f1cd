//! What a code holds comes back, and nothing else passes for one.

use crate::support::*;
use fastrand::Rng;
use hand_over::{CodeFault, MAX_CHARACTERS, NoCode, TalkCode, questionnaire_of};
use model::{Answer, Answers, Form, Instrument, InstrumentRef, Language, Session, Status};
use serde_json::{Value, json};

/// What the reader of a code should have: an item without an answer counts as skipped, and one of a
/// scale that is withheld has none.
fn expected_answers(instrument: &Instrument, session: &Session, withheld: &[usize]) -> Answers {
    let mut expected = Answers::none(instrument);
    for item in 0..instrument.items().len() {
        let is_there = instrument.is_asked(session.form(), item)
            && !withheld.contains(&instrument.items()[item].scale);
        if is_there {
            let answer = session.answers().get(item).unwrap_or(Answer::Skipped);
            expected = expected.with(item, answer);
        }
    }
    expected
}

fn comes_back(form: Form, sessions: usize, seed: u64) {
    let instrument = scan();
    let mut random = Rng::with_seed(seed);
    for _ in 0..sessions {
        let session = random_session(&instrument, form, &mut random);
        let withheld = random_scales(&instrument, &mut random);
        let code = TalkCode::of_session(&instrument, &session, &withheld).expect("it fits");
        assert!((26..=30).contains(&code.text().len()));
        let read = TalkCode::read(code.text(), &instrument, late()).expect("it is a code");
        assert_eq!(read, code);
        assert_eq!(*read.reference(), instrument.reference());
        assert_eq!(read.form(), form);
        assert_eq!(read.language(), session.parts().language);
        assert_eq!(read.day(), session.moment().day());
        let on_form = |scale: &usize| {
            let mut items = 0..instrument.items().len();
            items.any(|item| {
                instrument.is_asked(form, item) && instrument.items()[item].scale == *scale
            })
        };
        let withheld: Vec<usize> = withheld.into_iter().filter(on_form).collect();
        assert_eq!(read.withheld(), withheld);
        let expected = expected_answers(&instrument, &session, &withheld);
        assert_eq!(*read.answers(), expected);
    }
}

#[test]
fn a_hundred_thousand_random_sessions_about_oneself_come_back() {
    comes_back(Form::SelfReport, SESSIONS, 1);
}

#[test]
fn a_hundred_thousand_random_sessions_of_managers_come_back() {
    comes_back(Form::Manager, SESSIONS, 2);
}

#[test]
fn sessions_of_observers_come_back() {
    comes_back(Form::Observer, 1_000, 3);
}

/// 30 characters about oneself and 27 as the manager, whatever is withheld: also the length tells
/// nothing of it.
#[test]
fn the_length_follows_from_the_form_alone() {
    let instrument = scan();
    let mut random = Rng::with_seed(4);
    for (form, length) in [(Form::SelfReport, 30), (Form::Manager, 27)] {
        for withheld in [&[][..], &[0], &[1, 3], &[0, 1, 2, 3]] {
            let session = random_session(&instrument, form, &mut random);
            let code = TalkCode::of_session(&instrument, &session, withheld).expect("it fits");
            assert_eq!(code.text().len(), length);
        }
    }
}

#[test]
fn every_wrong_character_is_found() {
    let instrument = scan();
    for code in some_codes(&instrument, 150, 5) {
        let text = code.text();
        for at in 0..text.len() {
            for symbol in SYMBOLS.chars().filter(|one| !text[at..].starts_with(*one)) {
                let wrong = [&text[..at], &symbol.to_string(), &text[at + 1..]].concat();
                assert_eq!(
                    TalkCode::read(&wrong, &instrument, late()),
                    Err(CodeFault::Checksum)
                );
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_found() {
    let instrument = scan();
    for code in some_codes(&instrument, 1_000, 6) {
        let text = code.text();
        for at in 1..text.len() {
            let mut swapped = text.as_bytes().to_vec();
            swapped.swap(at - 1, at);
            let swapped = String::from_utf8(swapped).expect("ASCII");
            let read = TalkCode::read(&swapped, &instrument, late());
            match swapped == text {
                true => assert_eq!(read, Ok(code.clone())),
                false => assert_eq!(read, Err(CodeFault::Checksum)),
            }
        }
    }
}

/// Three neighbours are 15 bits, which is as far as the checksum finds everything.
#[test]
fn two_characters_that_changed_places_across_a_third_are_found() {
    let instrument = scan();
    for code in some_codes(&instrument, 1_000, 7) {
        let text = code.text();
        for at in 2..text.len() {
            let mut swapped = text.as_bytes().to_vec();
            swapped.swap(at - 2, at);
            let swapped = String::from_utf8(swapped).expect("ASCII");
            let read = TalkCode::read(&swapped, &instrument, late());
            assert_eq!(read.is_ok(), swapped == text);
        }
    }
}

/// With several questionnaires at hand a wrong character never leads to another one.
#[test]
fn a_wrong_character_is_found_among_all_questionnaires_too() {
    let instruments: Vec<Instrument> = content::SOURCES
        .iter()
        .map(|source| source.instrument().expect("what ships is sound"))
        .collect();
    let known: Vec<InstrumentRef> = instruments.iter().map(Instrument::reference).collect();
    for code in some_codes(&scan(), 30, 8) {
        let text = code.text();
        for at in 0..text.len() {
            for symbol in SYMBOLS.chars().filter(|one| !text[at..].starts_with(*one)) {
                let wrong = [&text[..at], &symbol.to_string(), &text[at + 1..]].concat();
                let read = questionnaire_of(&wrong, &known).and_then(|reference| {
                    let mut all = instruments.iter();
                    let instrument = all.find(|one| one.is(&reference)).expect("a known one");
                    TalkCode::read(&wrong, instrument, late())
                });
                assert_eq!(read, Err(CodeFault::Checksum));
            }
        }
    }
}

/// What ships has to be told apart by the twelve bits that a code holds of a digest.
#[test]
fn the_questionnaires_that_ship_begin_with_different_digests() {
    let starts = content::SHIPPED.iter().map(|one| &one.digest[..10]);
    let mut starts: Vec<&str> = starts.collect();
    starts.sort_unstable();
    starts.dedup();
    assert_eq!(starts.len(), content::SHIPPED.len());
}

#[test]
fn a_code_becomes_a_completed_session_without_names() {
    let instrument = scan();
    let mut random = Rng::with_seed(9);
    for form in Form::ALL {
        let given = random_session(&instrument, form, &mut random);
        let code = TalkCode::of_session(&instrument, &given, &[1]).expect("it fits");
        let session = code.session(&instrument, "an-id".to_owned());
        let session = session.expect("its own instrument");
        assert_eq!(
            (session.form(), session.status()),
            (form, Status::Completed)
        );
        assert_eq!(session.moment().day(), given.moment().day());
        assert_eq!(session.answers(), code.answers());
        let parts = session.parts();
        assert_eq!(parts.id, "an-id");
        assert_eq!(parts.language, given.parts().language);
        assert_eq!(parts.subject.pseudonym, "");
        assert_eq!(parts.rater.pseudonym, "");
    }
}

#[test]
fn a_code_becomes_no_session_of_another_questionnaire() {
    let code = &some_codes(&scan(), 1, 10)[0];
    let other = content::version("sales-mindset", "0.1.0")
        .expect("an earlier version ships")
        .instrument()
        .expect("what ships is sound");
    assert_eq!(code.session(&other, "an-id".to_owned()), None);
}

/// A questionnaire of one scale with so many statements and options.
fn questionnaire(items: usize, options: u8) -> Instrument {
    let text = |text: String| json!({ "nl": text, "en": text });
    let label = |value: u8| json!({ "value": value, "text": text(value.to_string()) });
    let item = |n: usize| {
        json!({
            "id": format!("A-{n}"), "scale": "A", "facet": "f", "key": "+",
            "text": text(format!("Statement {n}")),
        })
    };
    let ids: Vec<Value> = (0..items).map(|n| json!(format!("A-{n}"))).collect();
    let some = || text("text".to_owned());
    let band = json!({ "label": some(), "text": some() });
    let definition = json!({
        "meta": { "id": "small", "title": some(), "version": "1.0.0" },
        "scoring": {
            "min_answered": { "numerator": 3, "denominator": 4 },
            "bands": { "parts": 8, "low": [0, 3], "mid": [3, 5], "high": [5, 8] },
            "show_border": true, "precision": true, "quality": null, "change": null,
        },
        "response_scale": {
            "min": 1, "max": options, "skip": some(),
            "labels": (1..=options).map(label).collect::<Vec<_>>(),
        },
        "instructions": { "rep": some() },
        "scales": [{
            "id": "A", "name": some(), "short_name": some(), "polarity": "supporting",
            "definition": some(), "facets": [{ "id": "f", "name": some() }],
            "bands": { "low": band, "mid": band, "high": band },
            "manager_questions": [some()], "rep_reflection": [some()],
            "commitment_examples": { "learning_goal": some(), "performance_goal": some() },
        }],
        "items": (0..items).map(item).collect::<Vec<_>>(),
        "pairs": [],
        "presentation": { "pages": ids.chunks(20).map(|page| json!(page)).collect::<Vec<_>>() },
        "context_questions": [],
        "ui_texts": { "purpose": some(), "limits": some(), "band_basis": some() },
    });
    definition::from_json(&definition.to_string()).expect("a sound definition")
}

/// Its length by hand: 2 + 12 + 1 + 2 + 14 bits, one for the scale, n log2(options + 1), 17 and 15, in
/// characters of five bits.
#[test]
fn the_length_follows_from_the_questionnaire_and_is_bounded() {
    let mut random = Rng::with_seed(11);
    for (items, options, length) in [(1, 2, 14), (10, 5, 18), (64, 7, 52), (160, 5, 96)] {
        let instrument = questionnaire(items, options);
        let session = random_session(&instrument, Form::SelfReport, &mut random);
        let code = code(&instrument, &session);
        assert_eq!(code.text().len(), length, "{items} statements");
        let read = TalkCode::read(code.text(), &instrument, late());
        assert_eq!(read, Ok(code));
    }
    assert_eq!(MAX_CHARACTERS, 96);
    for (items, characters) in [(162, 97), (200, 117)] {
        let instrument = questionnaire(items, 5);
        let session = random_session(&instrument, Form::SelfReport, &mut random);
        let refused = TalkCode::of_session(&instrument, &session, &[]);
        assert_eq!(refused, Err(NoCode::TooLong { characters }));
    }
}

#[test]
fn a_form_that_is_not_asked_and_a_day_that_cannot_be_said_make_no_code() {
    let instrument = questionnaire(4, 5);
    let write = |form, day| {
        let about = (Language::Nl, day, "an-id".to_owned());
        let session = session(&instrument, form, Answers::none(&instrument), about);
        TalkCode::of_session(&instrument, &session, &[]).map(|code| code.day())
    };
    for text in ["2020-01-01", "2064-11-08"] {
        assert_eq!(write(Form::SelfReport, day(text)), Ok(day(text)));
    }
    for text in ["1970-01-01", "2019-12-31", "2064-11-09"] {
        assert_eq!(write(Form::SelfReport, day(text)), Err(NoCode::Day));
    }
    assert_eq!(write(Form::Manager, late()), Err(NoCode::Form));
}
