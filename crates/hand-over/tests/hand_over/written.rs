//! How a code and its seal are written, and what is read as the same.

use crate::support::*;
use hand_over::{CodeFault, FRAGMENT, Seal, TalkCode};
use model::{Answer, Form, Language, Rating, Session};

/// Answers that repeat, from the highest option down to a skipped one; after the lowest rating comes
/// skipped, and before the highest *cannot judge* where the form has it.
fn chosen(form: Form, language: Language, on: &str) -> Session {
    let instrument = scan();
    let rated = |value| {
        let rating = Rating::new(value, instrument.response_scale());
        Some(Answer::Rated(rating.expect("on the scale")))
    };
    let mut cycle: Vec<Option<Answer>> = (1..=5).rev().map(rated).collect();
    cycle.push(Some(Answer::Skipped));
    if form.is_about_another() {
        cycle.insert(0, Some(Answer::CannotJudge));
    }
    let given = answers(&instrument, form, |n| cycle[n % cycle.len()]);
    let id = "0b5e8d1c-4f3a-4c6e-9a70-2d1e8f6b7c39".to_owned();
    session(&instrument, form, given, (language, day(on), id))
}

/// Text, seal and salt of four sessions, worked out by a second program in another language from the
/// description of the format and of the seal, with long division by the whole polynomial for the
/// checksum.
#[test]
fn codes_and_seals_are_written_as_described() {
    let instrument = scan();
    let beliefs = instrument.scales().len() - 1;
    assert_eq!(instrument.scales()[beliefs].id, "limiting_beliefs");
    assert_eq!(instrument.scales()[2].id, "commitment");
    let (nl, en) = (Language::Nl, Language::En);
    for (form, language, on, withheld, text, seal, salt) in [
        (
            Form::SelfReport,
            nl,
            "2026-11-28",
            &[][..],
            "9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
            "JPNE-VY77",
            61_107,
        ),
        (
            Form::SelfReport,
            en,
            "2026-11-28",
            &[beliefs],
            "9B117DHS8Z2RM7VSJMN01P00S18B2G",
            "P0QQ-MMDC",
            25_640,
        ),
        (
            Form::Manager,
            en,
            "2064-11-08",
            &[],
            "9B1FZZH8CDZFQXWHGYB8KS28DBE",
            "EDZK-DMFB",
            61_988,
        ),
        (
            Form::Observer,
            nl,
            "2020-01-01",
            &[2],
            "9B0G0038CDZFQXWGMV25SJR0DKE",
            "HN6A-K44E",
            25_984,
        ),
    ] {
        let session = chosen(form, language, on);
        let code = TalkCode::of_session(&instrument, &session, withheld).expect("it fits");
        assert_eq!(code.text(), text);
        assert_eq!(code.seal().to_string(), seal);
        assert_eq!(code.salt().number(), salt);
        assert_eq!(code.fragment(), format!("{FRAGMENT}{text}"));
    }
}

#[test]
fn for_people_a_code_stands_in_groups_of_four() {
    let session = chosen(Form::SelfReport, Language::Nl, "2026-11-28");
    let grouped = "9B01-7DGS-8Z2R-M7VS-JMN6-6GQ9-VNKA-Z9";
    assert_eq!(code(&scan(), &session).grouped(), grouped);
}

#[test]
fn a_code_is_read_however_people_and_programs_write_it() {
    let instrument = scan();
    let session = chosen(Form::SelfReport, Language::Nl, "2026-11-28");
    let code = code(&instrument, &session);
    for text in [
        "9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "9b017dgs8z2rm7vsjmn66gq9vnkaz9",
        "9BOI7DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "9bol7dgs8z2rm7vsjmn66gq9vnkaz9",
        " 9B01-7DGS-8Z2R-M7VS-JMN6-6GQ9-VNKA-Z9\n",
        "9B01 7DGS 8Z2R M7VS\r\nJMN6 6GQ9 VNKA Z9.",
        "9B01.7DGS.8Z2R.M7VS.JMN6.6GQ9.VNKA.Z9",
        "9B01\u{2013}7DGS\u{A0}8Z2R\u{2011}M7VS\u{AD}JMN6\u{200B}6GQ9VNKAZ9",
        "#code=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "code=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "#CODE=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "https://example.org/mindset/talk.html#code=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9",
        "https://example.org/talk.html?code=1#code=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9&from=mail",
        "Here it is: <https://example.org/talk.html#code=9B017DGS8Z2RM7VSJMN66GQ9VNKAZ9>, see you",
        "https://example.org/talk.html%23code%3D9B01%2D7DGS%208Z2RM7VSJMN66GQ9VNKAZ9",
    ] {
        let read = TalkCode::read(text, &instrument, late());
        assert_eq!(read.as_ref(), Ok(&code), "{text:?}");
    }
}

/// U is left out of the alphabet, and is not read as V.
#[test]
fn what_only_looks_like_a_letter_is_named_with_its_place() {
    let instrument = scan();
    for (text, position, character) in [
        ("9B01-7DGU-8Z2R", 8, 'U'),
        ("9B01-7DGS-8Z2R-M7VS-JMN6-6GQ9-VNKA-Z9!", 31, '!'),
        ("9В01", 2, 'В'),
        ("９B01", 1, '９'),
        ("9B01%7", 5, '%'),
        ("9B01%C3%A9", 5, '%'),
        ("https://example.org/talk.html", 6, ':'),
        ("é", 1, 'é'),
    ] {
        let fault = CodeFault::Character {
            position,
            character,
        };
        let read = TalkCode::read(text, &instrument, late());
        assert_eq!(read, Err(fault), "{text:?}");
    }
}

#[test]
fn a_seal_is_read_as_forgivingly() {
    let session = chosen(Form::Manager, Language::En, "2064-11-08");
    let code = code(&scan(), &session);
    for text in ["EDZK-DMFB", "edzk dmfb", "EDZKDMFB.", " edzk\u{2013}dmfb "] {
        let seal = Seal::parse(text).expect("a seal");
        assert!(seal.matches(&code));
        assert_eq!(seal.to_string(), "EDZK-DMFB");
    }
    let zeros_and_ones = Seal::parse("OoIi-LlO1").expect("a seal");
    assert_eq!(zeros_and_ones.to_string(), "0011-1101");
}
