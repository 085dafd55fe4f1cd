//! Compiled questionnaires: the same in every build, one language a file, checked when read.

use crate::support::{sales_mindset, scan_0_1};
use compiled::{DecodeError, MAX_BYTES, Questionnaire, decode, encode, encode_all};
use content::SOURCES;
use model::{Instrument, Language, Text};
use proptest::prelude::*;

fn shipped() -> Questionnaire {
    content::scan().questionnaire().expect("it is sound")
}

fn file(language: Language) -> Vec<u8> {
    encode(&shipped(), language).expect("a checked instrument can be written")
}

/// Every text of an instrument in a language, as it would be shown.
fn texts(instrument: &Instrument, language: Language) -> String {
    let text = format!("{:?}", instrument.in_language(language).parts());
    assert!(!text.contains("None, None]"), "a text has a language");
    text
}

#[test]
fn the_first_version_has_the_digest_it_has_always_had() {
    let digest = "sha256:02d37e06abc1b1143a427236afc9b7702b11d62335f528e91df2664e6d34391a";
    assert_eq!(scan_0_1().digest(), digest);
}

#[test]
fn of_the_scan_the_newest_version_stands_first() {
    let scans = SOURCES.iter().filter(|source| source.id == "sales-mindset");
    let versions: Vec<_> = scans.map(|source| source.version).collect();
    assert_eq!(versions, ["0.2.0", "0.1.0"]);
}

#[test]
fn the_page_begins_with_the_scan_wherever_it_stands_among_the_others() {
    let index = include_str!("../../index.html");
    let named = format!(
        "<meta name=\"mindset-questionnaire\" content=\"{}\">",
        content::SCAN
    );
    assert!(index.contains(&named));
    assert_eq!(
        (content::scan().id, content::scan().version),
        (content::SCAN, "0.2.0")
    );
    assert!(content::newest("no-such").is_none());
    let mut ids: Vec<_> = SOURCES.iter().map(|source| source.id).collect();
    ids.dedup();
    assert_eq!(ids, ["call-review", "manager-mirror", "sales-mindset"]);
}

#[test]
fn every_source_compiles_and_names_the_files_it_makes() {
    let files = content::files::compile_all().expect("all content is sound");
    let (interface, files): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.name.starts_with("interface-"));
    assert_eq!(interface.len(), Language::ALL.len());
    assert_eq!(files.len(), SOURCES.len() * Language::ALL.len());
    for file in &files {
        assert!(decode(&file.bytes).is_ok(), "{}", file.name);
        assert!(file.element.contains(&file.name), "{}", file.element);
    }
}

#[test]
fn the_same_questionnaire_gives_the_same_bytes() {
    let names = |files: Vec<content::files::CompiledFile>| -> Vec<(String, Vec<u8>)> {
        files
            .into_iter()
            .map(|file| (file.name, file.bytes))
            .collect()
    };
    let compile = || names(content::files::compile_all().expect("all content is sound"));
    assert_eq!(compile(), compile());
}

#[test]
fn a_file_gives_back_the_whole_instrument_in_its_language_and_nothing_in_the_other() {
    let whole = shipped();
    for language in Language::ALL {
        let read = decode(&file(language)).expect("it was just written");
        let instrument = &read.instrument;
        assert_eq!(*instrument, whole.instrument.in_language(language));
        assert_eq!(instrument.languages().collect::<Vec<_>>(), [language]);
        assert_eq!(read.example, whole.example);
        let only = Language::ALL.into_iter().find(|other| *other != language);
        let other = only.expect("there are two languages");
        let item = &whole.instrument.items()[0];
        let text = String::from_utf8_lossy(&file(language)).into_owned();
        assert!(text.contains(item.text.get(language)));
        assert!(!text.contains(item.text.get(other)));
        assert_eq!(
            instrument.items()[0].text.get(other),
            item.text.get(language)
        );
    }
}

#[test]
fn the_two_files_joined_are_the_definition_as_it_was_written() {
    let [nl, en] = Language::ALL.map(|language| {
        decode(&file(language))
            .expect("it was just written")
            .instrument
    });
    let whole = sales_mindset();
    let joined = nl
        .clone()
        .with_language(en.clone())
        .expect("the same instrument");
    assert_eq!(joined, whole);
    assert_eq!(en.with_language(nl), Some(whole.clone()));
    for language in Language::ALL {
        assert!(joined.speaks(language));
        assert_eq!(texts(&joined, language), texts(&whole, language));
    }
}

#[test]
fn another_instrument_is_not_joined_in() {
    let json = content::scan()
        .definition
        .replacen("Sales Mindset Scan", "Another scan", 1);
    let other = definition::from_json(&json).expect("it is sound");
    assert_eq!(sales_mindset().with_language(other), None);
}

#[test]
fn a_file_with_every_language_gives_back_the_instrument_and_its_example() {
    let bytes = encode_all(&shipped()).expect("a checked instrument can be written");
    assert_eq!(decode(&bytes), Ok(shipped()));
    let example = shipped().example.expect("it has one");
    let session = example.session(&sales_mindset());
    assert_eq!(session, content::example_session(&sales_mindset()));
}

#[test]
fn notes_to_authors_and_statements_in_reserve_reach_no_file() {
    let definition: serde_json::Value =
        serde_json::from_str(content::scan().definition).expect("it is JSON");
    let reserve = definition["reserve_items"].as_array().expect("a list");
    assert!(!reserve.is_empty());
    for language in Language::ALL {
        let text = String::from_utf8_lossy(&file(language)).into_owned();
        let in_file = |value: &serde_json::Value| {
            text.contains(value[language.tag()].as_str().expect("a text"))
        };
        for item in reserve {
            assert!(!in_file(&item["text"]), "{}", item["id"]);
        }
        for name in ["self_manager", "group_min_n", "missing"] {
            assert!(!in_file(&definition["ui_texts"][name]), "{name}");
        }
        assert!(in_file(&definition["ui_texts"]["purpose"]));
        assert!(!text.contains(definition["meta"]["status"].as_str().expect("a text")));
    }
}

#[test]
fn a_file_of_another_format_or_size_is_refused() {
    let good = file(Language::Nl);
    assert_eq!(decode(b""), Err(DecodeError::OtherFormat));
    assert_eq!(decode(b"<!doctype html>"), Err(DecodeError::OtherFormat));
    let mut newer = good.clone();
    newer[2] += 1;
    assert_eq!(decode(&newer), Err(DecodeError::OtherFormat));
    let mut longer = good.clone();
    longer.push(0);
    assert_eq!(decode(&longer), Err(DecodeError::Malformed));
    assert_eq!(decode(&good[..good.len() - 1]), Err(DecodeError::Malformed));
    longer.resize(MAX_BYTES + 1, 0);
    assert_eq!(decode(&longer), Err(DecodeError::TooBig));
}

#[test]
fn a_text_falls_back_on_the_language_that_is_loaded() {
    let text = Text::new("Hallo", "Hello");
    assert_eq!(text.get(Language::Nl), "Hallo");
    assert_eq!(text.get(Language::En), "Hello");
    assert!(Language::ALL.into_iter().all(|language| text.has(language)));
}

proptest! {
    #[test]
    fn damaged_bytes_never_panic(at in 3_usize..20_000, value: u8, end in 0_usize..20_000) {
        let mut bytes = file(Language::En);
        let at = at % bytes.len();
        bytes[at] = value;
        let _ = decode(&bytes);
        bytes.truncate(end.max(3));
        let _ = decode(&bytes);
    }

    #[test]
    fn any_bytes_behind_the_mark_never_panic(rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&[&b"MQ\x01"[..], &rest].concat());
    }
}
