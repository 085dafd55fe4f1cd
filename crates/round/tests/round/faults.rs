//! Each fault of a code, and that nothing from outside makes a reader fail.

use crate::support::*;
use fastrand::Rng;
use model::InstrumentRef;
use round::{AddFault, CloseFault, CodeFault, RoundCode, RoundMemory, questionnaire_of};

/// Where each part of a code begins.
const VERSION: usize = 0;
const DIGEST: usize = 4;
const FORM: usize = 37;
const NONCE: usize = 39;
const PEOPLE: usize = 103;
const STEP: usize = 119;

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn read(text: &str) -> Result<RoundCode, CodeFault> {
    RoundCode::read(text, scan())
}

fn team(seed: u64) -> Team {
    Team::full(6, &mut Rng::with_seed(seed))
}

#[test]
fn every_changed_character_is_found() {
    let text = team(41).code.text();
    for at in 0..text.len() {
        for symbol in SYMBOLS.chars() {
            let changed = format!("{}{symbol}{}", &text[..at], &text[at + 1..]);
            assert_eq!(read(&changed).is_ok(), changed == text);
        }
    }
}

#[test]
fn every_two_characters_that_changed_places_are_found() {
    let text = team(42).code.text();
    for from in 0..text.len() {
        for to in from + 1..text.len() {
            let mut changed: Vec<u8> = text.clone().into_bytes();
            changed.swap(from, to);
            let changed = String::from_utf8(changed).expect("ASCII");
            assert_eq!(read(&changed).is_ok(), changed == text);
        }
    }
}

#[test]
fn a_code_that_breaks_off_says_how_long_it_should_be() {
    let text = team(43).code.text();
    let expected = Some(445);
    for got in 48..445 {
        let fault = CodeFault::TooShort { expected, got };
        assert_eq!(read(&text[..got]), Err(fault));
        assert_eq!(
            questionnaire_of(&text[..got], &[scan().reference()]),
            Ok(scan().reference())
        );
    }
    for got in 1..48 {
        let expected = None;
        assert_eq!(
            read(&text[..got]),
            Err(CodeFault::TooShort { expected, got })
        );
    }
    let (longer, got) = (format!("{text}77"), 447);
    assert_eq!(read(&longer), Err(CodeFault::TooLong { expected, got }));
    assert_eq!(read(""), Err(CodeFault::Empty));
    assert_eq!(read("#round="), Err(CodeFault::Empty));
    let (expected, got) = (None, 3_000_000);
    let huge = "7".repeat(got);
    assert_eq!(read(&huge), Err(CodeFault::TooLong { expected, got }));
}

#[test]
fn a_link_is_read_as_mails_and_addresses_write_it() {
    let code = team(44).code;
    let text = code.text();
    let lines: Vec<String> = text
        .as_bytes()
        .chunks(60)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    for written in [
        format!("<https://example.org/team.html#round={text}>"),
        format!("https://example.org/team.html%23round%3D{text}&utm=x"),
        format!("ROUND={}", text.to_lowercase()),
        lines.join("\r\n"),
        text.replace('0', "o").replace('1', "l"),
    ] {
        assert_eq!(read(&written), Ok(code.clone()), "{written}");
    }
}

#[test]
fn a_code_of_another_questionnaire_version_or_form_is_named_so() {
    let text = team(45).code.text();
    let known = [scan().reference()];
    assert_eq!(questionnaire_of(&text, &known), Ok(scan().reference()));
    assert_eq!(
        questionnaire_of(&text, &[]),
        Err(CodeFault::UnknownQuestionnaire)
    );
    let another = InstrumentRef {
        version: "9.9.9".to_owned(),
        ..scan().reference()
    };
    let several = questionnaire_of(&text, &[scan().reference(), another]);
    assert_eq!(several, Err(CodeFault::SeveralQuestionnaires));
    let of_another = forged(&text, DIGEST, &"10".repeat(16));
    assert_eq!(read(&of_another), Err(CodeFault::UnknownQuestionnaire));
    assert_eq!(
        read(&forged(&text, VERSION, "0010")),
        Err(CodeFault::NewerFormat)
    );
    assert_eq!(
        read(&forged(&text, VERSION, "0000")),
        Err(CodeFault::Checksum)
    );
    for form in ["01", "10", "11"] {
        assert_eq!(read(&forged(&text, FORM, form)), Err(CodeFault::Form));
    }
}

#[test]
fn counts_that_cannot_be_are_refused_although_the_checksum_fits() {
    let text = team(46).code.text();
    let sixteen = |number: u16| format!("{number:016b}");
    // Six people at step 6: nobody, more people than steps, and a step that adding cannot have led to.
    for people in [0, 7, 5, 60_000] {
        let forged = forged(&text, PEOPLE, &sixteen(people));
        assert_eq!(read(&forged), Err(CodeFault::Answers), "{people}");
    }
    for step in [0, 5, 7] {
        let forged = forged(&text, STEP, &sixteen(step));
        assert_eq!(read(&forged), Err(CodeFault::Answers), "{step}");
    }
    assert!(read(&forged(&text, STEP, &sixteen(8))).is_ok());
    let bits = bits_of(&text);
    let filled = forged(&text, bits.len() - 1, "1");
    assert_eq!(read(&filled), Err(CodeFault::Answers));
}

/// A changed sum or count is a random number once the mask is off, of 2^32: of the counts seven can be,
/// of the sums 25.
#[test]
fn a_changed_sum_or_count_does_not_close_although_the_checksum_fits() {
    let mut random = Rng::with_seed(47);
    for word in 0..2 * STATEMENTS {
        let mut team = Team::full(6, &mut random);
        let other = random.u32(..);
        team.code = with_word(&team.code, word, |_| other);
        assert_eq!(team.close(), Err(CloseFault::Impossible));
    }
}

#[test]
fn a_code_under_another_mask_does_not_close_although_its_number_fits() {
    let mut random = Rng::with_seed(48);
    for _ in 0..20 {
        let (mut one, other) = (Team::full(6, &mut random), Team::full(6, &mut random));
        let memory = &mut one.memories[0];
        let refused = memory.close(&other.code, scan());
        assert_eq!(refused, Err(CloseFault::NotBegunHere));
        let number = &bits_of(&one.code.text())[NONCE..NONCE + 64];
        let forged = read(&forged(&other.code.text(), NONCE, number)).expect("a code");
        assert_eq!(memory.close(&forged, scan()), Err(CloseFault::Impossible));
    }
}

#[test]
fn sums_that_leave_too_little_for_the_others_do_not_close() {
    let mut random = Rng::with_seed(49);
    // The first has answered more than all others.
    let mut team = loop {
        let team = Team::begun(6, &mut random);
        if team.given[0][0] > Some(1) {
            break team;
        }
    };
    for given in &mut team.given[1..] {
        *given = vec![Some(1); STATEMENTS];
    }
    (1..6).for_each(|person| team.adds(person));
    // Five ones and the own answer are more than six; one less leaves the others below 1 on average.
    team.code = with_word(&team.code, 0, |sum| sum.wrapping_sub(1));
    assert_eq!(team.close(), Err(CloseFault::Impossible));
}

/// What no arithmetic can find, and the page says: a wrong entry is like another answer.
#[test]
fn a_wrong_entry_that_could_be_an_answer_is_not_seen() {
    let mut random = Rng::with_seed(50);
    let mut team = Team::begun(6, &mut random);
    for given in &mut team.given[1..] {
        *given = vec![Some(3); STATEMENTS];
    }
    (1..6).for_each(|person| team.adds(person));
    let sum = 15 + u32::from(team.given[0][0].expect("answered"));
    team.code = with_word(&team.code, 0, |word| word.wrapping_add(1));
    team.close().expect("sums that can be");
    assert_eq!(team.stored_sums()[0], sum + 1);
}

#[test]
fn answers_of_another_version_are_not_added() {
    let mut random = Rng::with_seed(51);
    let older = content::SOURCES
        .iter()
        .find(|source| source.id == scan().id() && source.version != scan().version());
    let older = older
        .expect("an older version")
        .instrument()
        .expect("sound");
    let session = session_in(
        &random_answers(&mut random),
        model::Language::Nl,
        model::Form::SelfReport,
    );
    let own = round::Contribution::of_session(&older, &session).expect("answers");
    let mut memory = RoundMemory::default();
    let added = team(52).code.add(&own, &mut memory);
    assert_eq!(added, Err(AddFault::OtherQuestionnaire));
}

#[test]
fn stored_sums_of_fewer_than_five_are_not_shown() {
    let mut random = Rng::with_seed(53);
    let mut team = Team::full(6, &mut random);
    team.close().expect("six people");
    let text = team.memories[0].text();
    let (line, sums) = text.split_once(" sums ").expect("a closed round");
    let bits = bits_of(sums);
    let forge = |at: usize, with: &str| {
        let all = [&bits[..at], with, &bits[at + with.len()..]].concat();
        let sums = written_as("sums", &all);
        let memory = RoundMemory::read(&format!("{line} sums {sums}")).ok()?;
        memory.rounds()[0].closed_round(scan())
    };
    assert_eq!(forge(0, "").expect("unchanged").people(), 6);
    for (people, step) in [(4_u16, 4_u16), (4, 6), (0, 0)] {
        let counts = format!("{people:016b}{step:016b}");
        assert_eq!(forge(PEOPLE, &counts), None);
    }
    for (sum, count) in [(12_u32, 4_u32), (4, 5), (30, 7), (31, 6), (1, 0)] {
        let cell = format!("{sum:032b}{count:032b}");
        assert_eq!(forge(HEADER, &cell), None, "{sum} {count}");
    }
}

#[test]
fn random_texts_make_no_reader_fail() {
    let mut random = Rng::with_seed(54);
    let known = [scan().reference()];
    let text = team(55).code.text();
    for _ in 0..3_000 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(..bytes.len());
            match random.u8(..4) {
                0 => bytes[at] = random.u8(..),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, random.u8(..)),
                _ => bytes.extend_from_within(at..),
            }
        }
        let hostile = String::from_utf8_lossy(&bytes);
        let is_same = hostile.eq_ignore_ascii_case(&text);
        assert!(
            read(&hostile).is_err()
                || is_same
                || hostile.contains([
                    '-', ' ', '.', '\n', '\t', '\r', 'i', 'l', 'o', 'I', 'L', 'O'
                ])
        );
        let _ = questionnaire_of(&hostile, &known);
        assert!(RoundMemory::read(&hostile).is_err());
    }
}
