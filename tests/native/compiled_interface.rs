//! The compiled texts of the interface: one language a file, complete, and checked when read.

use compiled::{DecodeError, MAX_BYTES, decode_interface, encode_interface};
use i18n::{Messages, Text, Texts};
use interface_texts::messages;
use model::Language;
use proptest::prelude::*;

fn file(language: Language) -> Vec<u8> {
    encode_interface(messages(language), language).expect("texts can be written")
}

fn list(messages: &Messages) -> Vec<Text> {
    messages.list()
}

fn refusal(bytes: Vec<u8>) -> Option<DecodeError> {
    decode_interface::<Messages>(bytes).err()
}

#[test]
fn a_file_gives_back_every_text_of_its_language_in_its_place() {
    for language in Language::ALL {
        let (read_language, read) =
            decode_interface::<Messages>(file(language)).expect("it was just written");
        assert_eq!(read_language, language);
        assert_eq!(list(read), list(messages(language)));
        let written = messages(language);
        assert_eq!(read.common.back, written.common.back);
        assert_eq!(read.start.promises, written.start.promises);
        assert_eq!(read.result.chart_help, written.result.chart_help);
        assert_eq!(
            read.errors.language_not_loaded,
            written.errors.language_not_loaded
        );
        assert_eq!(read.common.of(7, 32), written.common.of(7, 32));
    }
}

#[test]
fn a_file_has_no_text_of_the_other_language() {
    let [nl, en] = Language::ALL.map(|language| list(messages(language)));
    let in_dutch = String::from_utf8_lossy(&file(Language::Nl)).into_owned();
    for (dutch, english) in nl.into_iter().zip(en) {
        assert!(in_dutch.contains(dutch));
        // A short word may be part of a Dutch one.
        assert!(
            english.len() < 12 || !in_dutch.contains(english),
            "{english}"
        );
    }
}

#[test]
fn the_build_writes_a_file_a_language_and_names_it_with_its_hash() {
    let files = content::files::compile_all().expect("all content is sound");
    for language in Language::ALL {
        let beginning = format!("interface-{}-", language.tag());
        let mut files = files.iter();
        let written = files.find(|file| file.name.starts_with(&beginning));
        let written = written.expect("the build writes it");
        assert_eq!(written.bytes, file(language));
        let element = &written.element;
        assert!(element.starts_with("<meta name=\"mindset-interface\""));
        assert!(element.contains(&format!("\"./content/{}\"", written.name)));
        assert!(element.contains(&format!("data-language=\"{}\"", language.tag())));
        assert!(element.contains("data-integrity=\"sha384-"));
    }
}

#[test]
fn a_file_of_another_kind_format_or_size_is_refused() {
    let good = file(Language::Nl);
    assert_eq!(refusal(Vec::new()), Some(DecodeError::OtherFormat));
    let questionnaire = b"MQ\x01rest".to_vec();
    assert_eq!(refusal(questionnaire), Some(DecodeError::OtherFormat));
    let mut newer = good.clone();
    newer[2] += 1;
    assert_eq!(refusal(newer), Some(DecodeError::OtherFormat));
    let mut longer = good.clone();
    longer.push(0);
    assert_eq!(refusal(longer.clone()), Some(DecodeError::Malformed));
    let shorter = good[..good.len() - 1].to_vec();
    assert_eq!(refusal(shorter), Some(DecodeError::Malformed));
    longer.resize(MAX_BYTES + 1, 0);
    assert_eq!(refusal(longer), Some(DecodeError::TooBig));
}

#[test]
fn a_file_with_one_text_more_or_less_is_refused() {
    let with = |texts: &[Text]| {
        let mut bytes = b"MI\x01".to_vec();
        bytes.extend(postcard::to_allocvec(&(Language::Nl, texts)).expect("texts can be written"));
        bytes
    };
    let texts = list(messages(Language::Nl));
    assert_eq!(with(&texts), file(Language::Nl));
    let less = with(&texts[..texts.len() - 1]);
    assert_eq!(refusal(less), Some(DecodeError::Malformed));
    let more = with(&[&texts[..], &["Nog een"]].concat());
    assert_eq!(refusal(more), Some(DecodeError::Malformed));
}

proptest! {
    #[test]
    fn damaged_bytes_never_panic(at in 3_usize..20_000, value: u8, end in 0_usize..20_000) {
        let mut bytes = file(Language::En);
        let at = at % bytes.len();
        bytes[at] = value;
        let _ = decode_interface::<Messages>(bytes.clone());
        bytes.truncate(end.max(3));
        let _ = decode_interface::<Messages>(bytes);
    }
}
