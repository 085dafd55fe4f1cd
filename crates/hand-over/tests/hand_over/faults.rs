//! Each fault, and that nothing that was typed makes the reader fail.

use crate::support::*;
use fastrand::Rng;
use hand_over::{CodeFault, Seal, SealFault, TalkCode, questionnaire_of};
use model::{Form, Instrument, InstrumentRef, Language};

/// The code with other bits in place of those from `at` on, and with the checksum that belongs to them:
/// what a program could write that is not ours. The remainder is worked out by long division.
fn forged(text: &str, at: usize, bits: &str) -> String {
    let value = |symbol| SYMBOLS.find(symbol).expect("a symbol");
    let all: String = text
        .chars()
        .map(|one| format!("{:05b}", value(one)))
        .collect();
    let body = &all[..all.len() - 15];
    let body = [&body[..at], bits, &body[at + bits.len()..]].concat();
    let mut rest: Vec<u8> = format!("{body}{:015}", 0)
        .bytes()
        .map(|bit| bit - b'0')
        .collect();
    for start in 0..body.len() {
        if rest[start] == 1 {
            for (bit, term) in rest[start..].iter_mut().zip(b"1100010110011001") {
                *bit ^= term - b'0';
            }
        }
    }
    let checksum = rest[body.len()..].iter().map(|&bit| char::from(bit + b'0'));
    let all: Vec<char> = body.chars().chain(checksum).collect();
    let symbols = all.chunks(5).map(|bits| {
        let bits: String = bits.iter().collect();
        let value = usize::from_str_radix(&bits, 2).expect("bits");
        &SYMBOLS[value..=value]
    });
    symbols.collect()
}

/// Where each part of a code begins.
const VERSION: usize = 0;
const DIGEST: usize = 2;
const FORM: usize = 15;
const DAY: usize = 17;
const WITHHELD: usize = 31;

fn read(text: &str) -> Result<TalkCode, CodeFault> {
    TalkCode::read(text, &scan(), late())
}

/// A code of oneself on which nothing is skipped, and one of a manager.
fn two_codes() -> [String; 2] {
    let instrument = scan();
    let mut random = Rng::with_seed(20);
    [Form::SelfReport, Form::Manager].map(|form| {
        let possible = possible(&instrument, form);
        let given = answers(&instrument, form, |_| {
            possible[random.usize(2..possible.len())]
        });
        let about = (Language::En, day("2026-11-28"), random_id(&mut random));
        code(&instrument, &session(&instrument, form, given, about))
            .text()
            .to_owned()
    })
}

#[test]
fn nothing_is_said_to_be_nothing() {
    for text in [
        "",
        "  \n",
        "----",
        "#code=",
        "https://example.org/talk.html#code=",
    ] {
        assert_eq!(read(text), Err(CodeFault::Empty), "{text:?}");
        assert_eq!(questionnaire_of(text, &[]), Err(CodeFault::Empty));
    }
}

#[test]
fn a_code_that_breaks_off_says_how_long_it_should_be() {
    let [own, manager] = two_codes();
    for (text, length) in [(own, 30), (manager, 27)] {
        for got in (13..length).filter(|&got| got != 27) {
            let expected = Some(length);
            assert_eq!(
                read(&text[..got]),
                Err(CodeFault::TooShort { expected, got })
            );
        }
        for got in 1..13 {
            let expected = None;
            assert_eq!(
                read(&text[..got]),
                Err(CodeFault::TooShort { expected, got })
            );
        }
    }
}

#[test]
fn a_code_with_something_behind_it_says_how_long_it_should_be() {
    let [own, manager] = two_codes();
    for (text, length) in [(own, 30), (manager, 27)] {
        for more in ["7", "AB", "7K3M9Q2P"] {
            let got = length + more.len();
            let expected = Some(length).filter(|_| got != 30);
            let fault = expected.map_or(CodeFault::Checksum, |_| CodeFault::TooLong {
                expected,
                got,
            });
            assert_eq!(read(&[&text, more].concat()), Err(fault));
        }
    }
    let expected = None;
    let got = 97;
    assert_eq!(
        read(&"7".repeat(97)),
        Err(CodeFault::TooLong { expected, got })
    );
    let got = 3_000_000;
    assert_eq!(
        read(&"é".repeat(1_500_000)),
        Err(CodeFault::TooLong { expected, got })
    );
}

#[test]
fn only_zeros_are_no_code() {
    let instrument = scan();
    for length in 13..=96 {
        let text = "0".repeat(length);
        assert!(TalkCode::read(&text, &instrument, late()).is_err());
        let known = [instrument.reference()];
        assert!(questionnaire_of(&text, &known).is_err());
    }
}

#[test]
fn a_code_of_a_newer_format_says_so() {
    let [own, _] = two_codes();
    for version in ["10", "11"] {
        let newer = forged(&own, VERSION, version);
        assert_eq!(read(&newer), Err(CodeFault::NewerFormat));
        assert_eq!(questionnaire_of(&newer, &[]), Err(CodeFault::NewerFormat));
    }
    assert_eq!(read(&forged(&own, VERSION, "00")), Err(CodeFault::Checksum));
}

#[test]
fn the_questionnaire_is_found_among_all_that_are_known() {
    let references: Vec<InstrumentRef> = content::SOURCES
        .iter()
        .map(|source| source.instrument().expect("what ships is sound"))
        .map(|instrument: Instrument| instrument.reference())
        .collect();
    let [own, manager] = two_codes();
    for text in [&own, &manager] {
        let found = questionnaire_of(&format!("t.html#code={text}"), &references);
        assert_eq!(found, Ok(scan().reference()));
    }
    let mut others = references.clone();
    others.retain(|one| *one != scan().reference());
    assert_eq!(
        questionnaire_of(&own, &others),
        Err(CodeFault::UnknownQuestionnaire)
    );
    // A wrong character is the more likely reason where the checksum does not fit either.
    let wrong = ["7", &own[1..]].concat();
    assert_eq!(questionnaire_of(&wrong, &others), Err(CodeFault::Checksum));
    // What breaks off is left to who knows how long it should be.
    assert_eq!(
        questionnaire_of(&own[..20], &references),
        Ok(scan().reference())
    );
}

#[test]
fn a_code_is_not_read_by_another_questionnaire() {
    let [own, _] = two_codes();
    let other = content::version("sales-mindset", "0.1.0")
        .expect("an earlier version ships")
        .instrument()
        .expect("what ships is sound");
    let read_by_other = TalkCode::read(&own, &other, late());
    assert_eq!(read_by_other, Err(CodeFault::UnknownQuestionnaire));
    let unknown = forged(&own, DIGEST, "111111111111");
    assert_eq!(read(&unknown), Err(CodeFault::UnknownQuestionnaire));
}

#[test]
fn two_questionnaires_that_begin_alike_are_not_guessed_between() {
    let [own, _] = two_codes();
    let known = scan().reference();
    let mut alike = known.clone();
    alike.id = "another".to_owned();
    alike.digest = [&known.digest[..10], &"0".repeat(61)].concat();
    let both = [known.clone(), alike];
    assert_eq!(
        questionnaire_of(&own, &both),
        Err(CodeFault::SeveralQuestionnaires)
    );
    let twice = [known.clone(), known.clone()];
    assert_eq!(questionnaire_of(&own, &twice), Ok(known.clone()));
    let mut no_digest = known.clone();
    no_digest.digest.truncate(12);
    assert_eq!(
        questionnaire_of(&own, &[no_digest, known.clone()]),
        Ok(known)
    );
}

#[test]
fn a_form_that_the_questionnaire_does_not_have_is_a_fault() {
    let [own, _] = two_codes();
    assert_eq!(read(&forged(&own, FORM, "11")), Err(CodeFault::Form));
}

/// Another form has another length.
#[test]
fn a_form_that_does_not_fit_the_length_is_a_fault() {
    let [own, manager] = two_codes();
    let fault = |expected, got| (Some(expected), got);
    let (expected, got) = fault(27, 30);
    assert_eq!(
        read(&forged(&own, FORM, "01")),
        Err(CodeFault::TooLong { expected, got })
    );
    let (expected, got) = fault(30, 27);
    assert_eq!(
        read(&forged(&manager, FORM, "00")),
        Err(CodeFault::TooShort { expected, got })
    );
}

/// 2026-11-28 is 2,523 days after 2020-01-01.
#[test]
fn a_day_that_is_still_to_come_is_a_fault() {
    let [own, _] = two_codes();
    let instrument = scan();
    let on = |today: &str| TalkCode::read(&own, &instrument, day(today)).map(|code| code.day());
    let its_own = day("2026-11-28");
    assert_eq!(on("2026-11-28"), Ok(its_own));
    // Somewhere tomorrow has begun.
    assert_eq!(on("2026-11-27"), Ok(its_own));
    assert_eq!(on("2026-11-26"), Err(CodeFault::Day { day: its_own }));
    let [first, last] = [
        forged(&own, DAY, "00000000000000"),
        forged(&own, DAY, "11111111111111"),
    ];
    let on = |text: &str| TalkCode::read(text, &instrument, its_own).map(|code| code.day());
    assert_eq!(on(&first), Ok(day("2020-01-01")));
    assert_eq!(on(&last), Err(CodeFault::Day { day: late() }));
}

/// In 83 bits there is room for numbers that are no answers to 32 statements.
#[test]
fn answers_that_cannot_be_are_a_fault() {
    let [own, manager] = two_codes();
    let too_large = forged(&own, WITHHELD + 4, &"1".repeat(83));
    assert_eq!(read(&too_large), Err(CodeFault::Answers));
    let too_large = forged(&manager, WITHHELD + 3, &"1".repeat(68));
    assert_eq!(read(&too_large), Err(CodeFault::Answers));
    // One bit of 135 is left over for a manager.
    let padded = forged(&manager, 135 - 15 - 1, "1");
    assert_eq!(read(&padded), Err(CodeFault::Answers));
}

/// A program could mark a scale as withheld and leave its answers in.
#[test]
fn answers_to_a_withheld_scale_are_a_fault() {
    let [own, manager] = two_codes();
    for mark in ["1000", "0100", "0010", "0001", "1111"] {
        assert_eq!(read(&forged(&own, WITHHELD, mark)), Err(CodeFault::Answers));
    }
    assert_eq!(
        read(&forged(&manager, WITHHELD, "100")),
        Err(CodeFault::Answers)
    );
}

#[test]
fn each_fault_of_a_seal_is_said() {
    assert_eq!(Seal::parse(" - "), Err(SealFault::Empty));
    for (text, got) in [("7K3M", 4), ("7K3M-9Q2P-1", 9)] {
        assert_eq!(Seal::parse(text), Err(SealFault::Length { got }));
    }
    let long = "7".repeat(101);
    assert_eq!(Seal::parse(&long), Err(SealFault::Length { got: 101 }));
    let (position, character) = (8, 'U');
    let fault = SealFault::Character {
        position,
        character,
    };
    assert_eq!(Seal::parse("7K3M-9Q2U"), Err(fault));
}

/// Codes with anything in them that somebody could type or a program could change.
#[test]
fn whatever_is_typed_is_read_or_refused() {
    const PIECES: [&str; 16] = [
        "#code=", "code=", "%", "%2", "%2D", "%C3", "é", "\u{200D}", "&", "-", " ", "U", "7", "Ω=",
        "https://", "\0",
    ];
    let instrument = scan();
    let known = [instrument.reference()];
    let mut random = Rng::with_seed(21);
    for code in some_codes(&instrument, 3_000, 22) {
        let mut text = code.fragment();
        for _ in 0..random.usize(1..6) {
            let piece = PIECES[random.usize(..PIECES.len())];
            let at = random.usize(..=text.len());
            if text.is_char_boundary(at) {
                text.insert_str(at, piece);
            }
        }
        let read = TalkCode::read(&text, &instrument, late());
        if let Ok(read) = &read {
            assert_eq!(*read, code, "{text:?}");
            assert_eq!(questionnaire_of(&text, &known), Ok(known[0].clone()));
        }
        let _ = Seal::parse(&text);
    }
}
