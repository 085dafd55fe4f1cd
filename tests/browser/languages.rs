//! The other language: fetched when it is asked for, and not before.

use crate::stage::{Stage, compiled_files, flush, interface_files, nl, record};
use definition::lint::say_placed_fault;
use interface_texts::messages;
use model::Language;
use platform::doubles::Doubles;
use platform::{CompileError, ContentError, HostCommand};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn item(language: Language) -> String {
    let instrument = content::scan().instrument().expect("it is sound");
    let first = instrument.order().next().expect("there are items");
    instrument.items()[first].text.get(language).to_owned()
}

#[wasm_bindgen_test]
async fn the_other_language_is_fetched_once_and_only_when_asked_for() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    assert!(stage.text().contains(&item(Language::Nl)));
    assert!(doubles.content.fetched.borrow().is_empty());
    assert!(doubles.content.fetched_interface.borrow().is_empty());
    for language in [Language::En, Language::Nl, Language::En] {
        stage
            .press_on(&format!("[data-language={}]", language.tag()))
            .await;
        assert!(stage.text().contains(&item(language)), "{}", stage.text());
    }
    assert_eq!(doubles.content.fetched.borrow().len(), 1);
    assert_eq!(*doubles.content.fetched_interface.borrow(), [Language::En]);
    assert_eq!(record(&doubles)["session"]["language"], "nl");
}

#[wasm_bindgen_test]
async fn until_it_has_come_the_page_stays_as_it_is() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    doubles.content.slow.set(true);
    stage.press_on("[data-language=en]").await;
    assert!(stage.text().contains(&item(Language::Nl)));
    assert!(!stage.text().contains(&item(Language::En)));
    doubles.content.answer();
    flush().await;
    assert!(stage.text().contains(&item(Language::En)));
}

#[wasm_bindgen_test]
async fn a_language_that_does_not_come_is_said_and_the_page_stays_as_it_is() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    doubles.content.error.set(Some(ContentError::NotLoaded));
    stage.press_on("[data-language=en]").await;
    assert!(stage.text().contains(&item(Language::Nl)));
    assert!(stage.text().contains(nl().errors.language_not_loaded));
    doubles.content.error.set(None);
    stage.press_on("[data-language=en]").await;
    assert!(stage.text().contains(&item(Language::En)));
}

#[wasm_bindgen_test]
async fn without_the_interface_in_a_language_the_page_stays_as_it_is_and_can_be_asked_again() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    doubles
        .content
        .interface_error
        .set(Some(ContentError::NotLoaded));
    stage.press_on("[data-language=en]").await;
    assert!(stage.text().contains(&item(Language::Nl)));
    assert!(!stage.text().contains(&item(Language::En)));
    assert!(stage.text().contains(nl().common.development_only));
    assert!(stage.text().contains(nl().errors.language_not_loaded));
    doubles.content.interface_error.set(None);
    stage.press_on("[data-language=en]").await;
    let en = messages(Language::En);
    assert!(stage.text().contains(&item(Language::En)));
    assert!(stage.text().contains(en.common.development_only));
    assert!(!stage.text().contains(nl().common.development_only));
}

#[wasm_bindgen_test]
async fn an_interface_that_is_not_sound_is_refused_like_one_that_did_not_come() {
    let doubles = Doubles::default();
    let mut files = interface_files();
    for (language, bytes) in &mut files {
        if *language == Language::En {
            bytes.pop();
        }
    }
    doubles.content.interface.replace(files);
    let stage = Stage::open(&doubles).await;
    stage.press_on("[data-language=en]").await;
    assert!(stage.text().contains(nl().errors.language_not_loaded));
    assert!(stage.text().contains(nl().start.begin));
}

#[wasm_bindgen_test]
async fn a_language_that_comes_after_the_reader_turned_back_changes_nothing() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    doubles.content.slow.set(true);
    stage.press_on("[data-language=en]").await;
    stage.press_on("[data-language=nl]").await;
    doubles.content.answer();
    flush().await;
    assert!(stage.text().contains(nl().start.begin));
}

#[wasm_bindgen_test]
async fn a_page_that_was_loaded_in_another_language_than_the_readers_changes_to_it() {
    let doubles = Doubles::default();
    doubles.page.languages.replace(vec!["en".to_owned()]);
    let stage = Stage::open(&doubles).await;
    assert!(stage.text().contains(messages(Language::En).start.begin));
    assert_eq!(doubles.content.fetched.borrow().len(), 1);
}

/// A host that hands over this definition, and a compiler that is not asked before it answers.
async fn with_custom(definition: &str) -> (Doubles, Stage) {
    let doubles = Doubles::default();
    let config = embedding::Config {
        custom: true,
        ..Default::default()
    };
    doubles.host.config.replace(Rc::new(config));
    doubles
        .host
        .custom_questionnaire
        .replace(Some(definition.as_bytes().to_vec()));
    doubles.content.files.replace(compiled_files());
    doubles.content.slow.set(true);
    doubles.content.compiler.set(Some(compile));
    let stage = Stage::open(&doubles).await;
    (doubles, stage)
}

fn compile(definition: &[u8]) -> Result<Vec<u8>, CompileError> {
    let instrument = definition::from_bytes(definition).map_err(|error| {
        let said = |language| say_placed_fault(&error.faults[0], language);
        CompileError::Refused(Language::ALL.map(said))
    })?;
    let questionnaire = compiled::Questionnaire {
        instrument,
        example: None,
    };
    Ok(compiled::encode_all(&questionnaire).expect("it can be written"))
}

const CUSTOM: &str = include_str!("../../content/examples/ten-statements.json");

#[wasm_bindgen_test]
async fn nothing_can_be_begun_until_a_custom_questionnaire_has_been_checked() {
    let (doubles, stage) = with_custom(CUSTOM).await;
    assert!(stage.text().contains(nl().host.custom_checking));
    assert!(!stage.text().contains(nl().start.begin));
    doubles.host.command(&HostCommand::Start);
    flush().await;
    assert_eq!(stage.screen(), "start");
    doubles.content.answer();
    flush().await;
    assert!(stage.text().contains(nl().start.begin));
    doubles.host.command(&HostCommand::Start);
    flush().await;
    assert_eq!(stage.screen(), "start", "the reader begins");
    stage.press(nl().start.begin).await;
    assert_ne!(stage.screen(), "start");
    assert_eq!(record(&doubles)["instrument"]["id"], "ten-statements");
}

#[wasm_bindgen_test]
async fn a_custom_questionnaire_that_is_not_sound_is_refused_with_its_place() {
    let broken = CUSTOM.replacen("\"key\": \"+\"", "\"key\": \"?\"", 1);
    let (doubles, stage) = with_custom(&broken).await;
    doubles.content.answer();
    flush().await;
    assert!(stage.text().contains(nl().host.custom_refused));
    let said = "uitspraak 1 (items[0].key): ‘?’ kan hier niet staan. Gebruik ‘+’ of ‘-’.";
    assert!(stage.text().contains(said), "{}", stage.text());
    stage.press_on("[data-language=en]").await;
    doubles.content.answer();
    flush().await;
    let said = "statement 1 (items[0].key): ‘?’ cannot stand here. Use ‘+’ or ‘-’.";
    assert!(stage.text().contains(said), "{}", stage.text());
    assert!(!stage.text().contains(nl().start.begin));
}
