//! Files of other programs, good ones and bad ones, in the age format.

use age::secrecy::SecretString;
use age::{Encryptor, Recipient, scrypt, x25519};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sealing::{NotOpened, forms, open, seal, sealed_form};
use std::io::Write;
use untrusted::{MAX_SEALED_HEADER, SealedFault, is_sealed, sealed_bytes};

const PASSPHRASE: &str = "paars ontbijt fluit dinsdag";
const CONTENT: &[u8] = b"{\"format\": \"mindset-mirror-backup\"}";
const MAX: usize = 1 << 20;

fn written(recipients: &[&dyn Recipient], content: &[u8]) -> Vec<u8> {
    let encryptor = Encryptor::with_recipients(recipients.iter().copied()).expect("recipients");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("a header");
    writer.write_all(content).expect("into memory");
    writer.finish().expect("into memory");
    sealed
}

/// As another program seals, with little work.
fn sealed_elsewhere(passphrase: &str, content: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(4);
    written(&[&recipient], content)
}

fn armoured(sealed: &[u8], line_end: &str) -> Vec<u8> {
    let text = STANDARD.encode(sealed);
    let lines = text.as_bytes().chunks(64);
    let mut lines: Vec<&str> = lines
        .map(|line| std::str::from_utf8(line).expect("base64"))
        .collect();
    lines.insert(0, "-----BEGIN AGE ENCRYPTED FILE-----");
    lines.push("-----END AGE ENCRYPTED FILE-----");
    (lines.join(line_end) + line_end).into_bytes()
}

fn opened(sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
    assert!(is_sealed(sealed));
    open(sealed, PASSPHRASE, MAX)
}

#[test]
fn a_file_comes_back_under_its_passphrase_and_under_no_other() {
    let sealed = seal(CONTENT, PASSPHRASE).expect("a source of chance");
    assert_eq!(opened(&sealed).as_deref(), Ok(CONTENT));
    assert_eq!(open(&sealed, PASSPHRASE, 5), Err(NotOpened::TooBig));
    let sealed = sealed_elsewhere(PASSPHRASE, CONTENT);
    assert_eq!(opened(&sealed).as_deref(), Ok(CONTENT));
    assert_eq!(open(&sealed, "een andere", MAX), Err(NotOpened::Refused));
}

#[test]
fn an_armoured_file_opens_however_its_lines_end_and_whatever_stands_before_it() {
    let sealed = sealed_elsewhere(PASSPHRASE, CONTENT);
    for line_end in ["\n", "\r\n", "  \r\n", "\r"] {
        let text = armoured(&sealed, line_end);
        for before in ["", "\u{feff}", "\n\n", "\r\n", "\u{feff}\r\n \r\n"] {
            for after in ["", "\n\n", "\r\n \t"] {
                let file = [before.as_bytes(), &text, after.as_bytes()].concat();
                assert_eq!(
                    opened(&file).as_deref(),
                    Ok(CONTENT),
                    "{line_end:?} {before:?}"
                );
            }
        }
    }
    let marked = [b"\xEF\xBB\xBF\n", &sealed[..]].concat();
    assert_eq!(opened(&marked).as_deref(), Ok(CONTENT));
}

#[test]
fn an_armoured_file_that_was_cut_or_changed_is_damaged() {
    let text = String::from_utf8(armoured(&sealed_elsewhere(PASSPHRASE, CONTENT), "\n"));
    let text = text.expect("text");
    let first = "-----BEGIN AGE ENCRYPTED FILE-----";
    for changed in [
        first.to_owned(),
        format!("{first}\n"),
        format!("{first}\n-----END AGE ENCRYPTED FILE-----"),
        text[..text.len() / 2].to_owned(),
        text.trim_end().trim_end_matches('-').to_owned(),
        text.replace("YWdl", "YW!l"),
        text.replace("YWdl", ""),
        format!("{text}more"),
        text.replacen('\n', "", 1),
    ] {
        assert_eq!(
            opened(changed.as_bytes()),
            Err(NotOpened::Damaged),
            "{changed}"
        );
    }
}

#[test]
fn a_header_is_bounded_before_the_library_sees_it() {
    let long_line = format!(
        "age-encryption.org/v1\n-> scrypt {} 4\n{}\n--- {}\n",
        "A".repeat(500_000),
        "A".repeat(43),
        "A".repeat(43)
    );
    let many = format!(
        "age-encryption.org/v1\n{}--- {}\n",
        "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 4\nAAAA\n".repeat(100_000),
        "A".repeat(43)
    );
    let long_body = format!(
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 4\n{}--- {}\n",
        "A".repeat(64).repeat(10_000),
        "A".repeat(43)
    );
    for header in [long_line, many, long_body] {
        let file = [header.as_bytes(), &[0; 64]].concat();
        assert!(file.len() > MAX_SEALED_HEADER);
        assert_eq!(opened(&file), Err(NotOpened::Damaged));
        assert_eq!(opened(&armoured(&file, "\r\n")), Err(NotOpened::Damaged));
    }
}

#[test]
fn more_work_than_is_bearable_is_not_begun() {
    let sealed = sealed_elsewhere(PASSPHRASE, CONTENT);
    let end = sealed.windows(3).position(|three| three == b" 4\n");
    let end = end.expect("the work factor");
    let with = |work: &str| {
        let file = [&sealed[..end], b" ", work.as_bytes(), &sealed[end + 2..]].concat();
        opened(&file)
    };
    for work in [
        "19",
        "20",
        "63",
        "64",
        "255",
        "4294967296",
        "18446744073709551615",
    ] {
        assert_eq!(with(work), Err(NotOpened::TooMuchWork), "{work}");
    }
    for work in ["", "-1", "4.5", "x", "99999999999999999999999", "4 4 "] {
        assert_eq!(with(work), Err(NotOpened::Damaged), "{work}");
    }
}

#[test]
fn a_file_sealed_to_keys_is_told_from_one_under_a_passphrase() {
    let keys: Vec<x25519::Recipient> = (0..40)
        .map(|_| x25519::Identity::generate().to_public())
        .collect();
    let all: Vec<&dyn Recipient> = keys.iter().map(|key| key as &dyn Recipient).collect();
    for count in [1, 2, 40] {
        let sealed = written(&all[..count], CONTENT);
        for file in [sealed.clone(), armoured(&sealed, "\n")] {
            assert_eq!(sealed_bytes(&file), Err(SealedFault::ToKey), "{count}");
        }
    }
    // A recipient of a kind that nobody knows yet.
    let unknown = b"age-encryption.org/v1\n-> later abc\n\n--- AAAA\n";
    assert_eq!(sealed_bytes(unknown), Err(SealedFault::ToKey));
}

#[test]
fn a_key_longer_than_a_header_is_told_by_its_kind_and_a_passphrase_cut_off_is_damaged() {
    let long = "A".repeat(1_494);
    let stanza = format!("-> mlkem768x25519 {long}\n{}\n", "A".repeat(43));
    assert!(long.len() > MAX_SEALED_HEADER);
    for count in [1, 2] {
        let header = format!("age-encryption.org/v1\n{}--- AAAA\n", stanza.repeat(count));
        let file = [header.as_bytes(), &[0; 64]].concat();
        for file in [file.clone(), armoured(&file, "\n")] {
            assert_eq!(sealed_bytes(&file), Err(SealedFault::ToKey), "{count}");
        }
    }
    for cut in [
        format!("-> scrypt {long} 30\n"),
        "-> scrypt AAAA 30".to_owned(),
        "-> scrypt".to_owned(),
        "-> mlkem768x2".to_owned(),
        format!("-> {long} AAAA\n"),
    ] {
        let file = format!("age-encryption.org/v1\n{cut}");
        let fault = sealed_bytes(file.as_bytes());
        assert_eq!(fault, Err(SealedFault::Damaged), "{cut}");
    }
}

#[test]
fn a_cut_file_is_damaged_wherever_it_was_cut() {
    let sealed = sealed_elsewhere(PASSPHRASE, &[7; 70_000]);
    let header = sealed.windows(5).position(|five| five == b"\n--- ");
    let header = header.expect("the end of the header") + 49;
    let begin = b"age-encryption.org/".len();
    let cuts = (begin..header + 60).chain((header + 60..sealed.len()).step_by(4_999));
    for cut in cuts {
        assert_eq!(opened(&sealed[..cut]), Err(NotOpened::Damaged), "{cut}");
    }
}

#[test]
fn a_changed_file_says_that_it_is_damaged_where_the_passphrase_is_right() {
    let sealed = sealed_elsewhere(PASSPHRASE, CONTENT);
    let header = sealed.windows(5).position(|five| five == b"\n--- ");
    let header = header.expect("the end of the header");
    for at in header + 5..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(opened(&changed), Err(NotOpened::Damaged), "{at}");
    }
    // In the part that holds the key nothing tells the two apart; it is never opened.
    for at in begin_of_stanza(&sealed)..header {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(opened(&changed).is_err(), "{at}");
    }
}

fn begin_of_stanza(sealed: &[u8]) -> usize {
    let begin = sealed.windows(3).position(|three| three == b"-> ");
    begin.expect("a stanza")
}

#[test]
fn a_passphrase_opens_the_file_in_whichever_form_it_was_typed() {
    let composed = "caf\u{e9} \u{fc}ber \u{1e69} twaalf";
    let decomposed = "cafe\u{301} u\u{308}ber s\u{323}\u{307} twaalf";
    let typed = [
        composed.to_owned(),
        decomposed.to_owned(),
        format!(" {composed}"),
        format!("{decomposed}  "),
        composed.replace(' ', "\u{a0}"),
        format!("{composed}\u{3000}"),
    ];
    for one in &typed {
        assert_eq!(sealed_form(one), composed, "{one:?}");
        for other in &typed {
            let sealed = sealed_elsewhere(&sealed_form(one), CONTENT);
            assert_eq!(open(&sealed, other, MAX).as_deref(), Ok(CONTENT));
        }
    }
}

#[test]
fn a_file_of_before_opens_with_what_was_typed_then() {
    for typed in [
        "cafe\u{301} met u\u{308}",
        " with spaces around ",
        "a\u{a0}b\u{3000}c",
        "ｆｕｌｌ ｗｉｄｔｈ",
        "ﬁne",
        "   ",
    ] {
        let sealed = sealed_elsewhere(typed, CONTENT);
        assert_eq!(
            open(&sealed, typed, MAX).as_deref(),
            Ok(CONTENT),
            "{typed:?}"
        );
    }
    // Typed in the one form on one machine, and in the other on another.
    let sealed = sealed_elsewhere("cafe\u{301}", CONTENT);
    assert_eq!(open(&sealed, "caf\u{e9}", MAX).as_deref(), Ok(CONTENT));
}

#[test]
fn a_plain_passphrase_is_tried_once() {
    assert_eq!(forms(PASSPHRASE), [PASSPHRASE]);
    assert_eq!(sealed_form("   "), "   ");
    assert_eq!(sealed_form("ｆｕｌｌ"), "ｆｕｌｌ");
}
