//! Several questionnaires and versions side by side: what was answered is shown with its own
//! questionnaire, and waits where that is not at hand.

use crate::stage::{Stage, flush, keys, nl, record, rows, store_text};
use interface_texts::document_texts;
use model::{Action, Form, Instrument, Language, Rater, Rating, Session, Step, Subject, Timestamp};
use platform::doubles::Doubles;
use platform::{CompileError, ContentError};
use records::saved::{self, Attempt};
use records::{JoinedRecords, ResultInput, Share, Zone, result_document};
use serde_json::{Map, Value, json};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SCAN: &str = include_str!("../../content/sales-mindset/0.2.0.json");
const MIRROR: &str = include_str!("../../content/manager-mirror/0.2.0.json");
const CUSTOM: &str = include_str!("../../content/examples/ten-statements.json");
const AT: &str = "2026-02-01T10:15:00+01:00";

fn load(json: &str) -> Rc<Instrument> {
    Rc::new(definition::from_json(json).expect("it is sound"))
}

fn first_version() -> Rc<Instrument> {
    load(include_str!("../../content/sales-mindset/0.1.0.json"))
}

/// A page that begins with version 0.2.0 of the scan, and has these questionnaires beside it.
fn page_with(others: &[Rc<Instrument>]) -> Doubles {
    let doubles = Doubles::default();
    let mut files = Vec::new();
    for instrument in [load(SCAN)].iter().chain(others) {
        for language in Language::ALL {
            let questionnaire = compiled::Questionnaire {
                instrument: Instrument::clone(instrument),
                example: None,
            };
            let bytes = compiled::encode(&questionnaire, language).expect("it can be written");
            files.push((instrument.reference(), language, bytes));
        }
    }
    doubles.content.files.replace(files);
    doubles
}

fn now() -> Timestamp {
    Timestamp::parse(AT).expect("a moment")
}

/// A form of which everything is answered with the highest value.
fn completed(instrument: &Rc<Instrument>, id: &str, role: Form) -> Attempt {
    let rater = Rater {
        role,
        pseudonym: String::new(),
    };
    let subject = Subject::default();
    let (id, at) = (id.to_owned(), now());
    let mut session = Session::start_form(
        instrument,
        (rater, subject),
        id,
        1,
        Language::Nl,
        at.clone(),
    );
    let items = instrument.form_items(role);
    let highest = instrument.response_scale().max;
    let rating = Rating::new(highest, instrument.response_scale()).expect("it lies on the scale");
    loop {
        let action = match session.step() {
            Step::Context(_) => Action::SkipAllContext,
            Step::Interlude(_) | Step::ContextInterlude => Action::GoOn,
            Step::Item(n) => Action::Rate {
                item: items[n],
                rating,
            },
            Step::Review => Action::Complete { at: at.clone() },
            Step::Result => return Attempt::new(instrument.clone(), session),
        };
        session.update(instrument, action);
    }
}

async fn store(doubles: &Doubles, attempt: &Attempt) {
    let name = format!("attempt/{}", attempt.id());
    store_text(doubles, &name, &saved::write(attempt)).await;
}

fn result_file(attempt: &Attempt) -> Vec<u8> {
    result_document(&ResultInput {
        instrument: &attempt.instrument,
        session: &attempt.session,
        joined: &JoinedRecords::default(),
        export_id: "e-1".to_owned(),
        exported_at: now(),
        language: Language::Nl,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    })
    .bytes
}

/// The first sentence that a result shows of its questionnaire's first scale.
fn said_of_first_scale(instrument: &Instrument, language: Language) -> String {
    let scale = &instrument.scales()[0];
    scale.definition.get(language).to_owned()
}

#[wasm_bindgen_test]
async fn an_attempt_of_another_version_or_questionnaire_is_shown_with_its_own() {
    let (former, mirror) = (first_version(), load(MIRROR));
    for instrument in [&former, &mirror] {
        let doubles = page_with(&[former.clone(), mirror.clone()]);
        store(&doubles, &completed(instrument, "one", Form::SelfReport)).await;
        let before = rows(&doubles);
        let stage = Stage::open(&doubles).await;
        // Only what is needed is fetched, in the reader's language.
        let fetched = vec![(instrument.reference(), Language::Nl)];
        assert_eq!(*doubles.content.fetched.borrow(), fetched);
        let total = instrument.items().len();
        assert!(stage.text().contains(&nl().common.of(total, total)));
        stage.press_on(".rows .button-quiet").await;
        assert_eq!(stage.screen(), "result");
        for scale in instrument.scales() {
            assert!(stage.text().contains(scale.name.get(Language::Nl)));
        }
        let said = said_of_first_scale(instrument, Language::Nl);
        assert!(stage.text().contains(&said), "{said}: {}", stage.text());
        assert_eq!(rows(&doubles), before);
        // The other language is fetched for every questionnaire that is in use.
        stage.press_on("[data-language=en]").await;
        let said = said_of_first_scale(instrument, Language::En);
        assert!(stage.text().contains(&said), "{said}: {}", stage.text());
        assert_eq!(doubles.content.fetched.borrow().len(), 3);
    }
}

#[wasm_bindgen_test]
async fn a_new_attempt_is_of_the_questionnaire_that_the_page_began_with() {
    let former = first_version();
    let doubles = page_with(std::slice::from_ref(&former));
    let stage = Stage::open(&doubles).await;
    assert!(doubles.content.fetched.borrow().is_empty());
    stage.press(nl().start.begin).await;
    assert_eq!(record(&doubles)["instrument"]["version"], "0.2.0");
}

#[wasm_bindgen_test]
async fn a_managers_form_of_another_version_is_among_my_data_and_no_result_of_ones_own() {
    let former = first_version();
    let doubles = page_with(std::slice::from_ref(&former));
    store(&doubles, &completed(&former, "of-manager", Form::Manager)).await;
    store(
        &doubles,
        &completed(&load(SCAN), "of-self", Form::SelfReport),
    )
    .await;
    let before = rows(&doubles);
    let stage = Stage::open(&doubles).await;
    let counted = |total| nl().common.of(total, total);
    assert!(!stage.text().contains(&counted(24)), "{}", stage.text());
    assert!(stage.text().contains(&counted(32)), "{}", stage.text());
    stage.press(nl().common.my_data).await;
    assert!(stage.text().contains(&counted(24)), "{}", stage.text());
    assert!(stage.text().contains(&counted(32)), "{}", stage.text());
    assert_eq!(rows(&doubles), before);
}

#[wasm_bindgen_test]
async fn what_is_answered_on_the_same_version_with_another_digest_waits() {
    let mut edited: Value = serde_json::from_str(SCAN).expect("JSON");
    edited["items"][0]["text"]["nl"] = "Onder dezelfde versie anders gezegd.".into();
    let doubles = page_with(&[first_version()]);
    let attempt = completed(&load(&edited.to_string()), "other", Form::SelfReport);
    store(&doubles, &attempt).await;
    let before = rows(&doubles);
    let stage = Stage::open(&doubles).await;
    assert!(stage.find(".rows .button-quiet").is_none());
    assert!(doubles.content.fetched.borrow().is_empty(), "it is nowhere");
    doubles.page.hide();
    flush().await;
    assert_eq!(rows(&doubles), before);
    // A file of it is refused as well.
    stage.choose_file(&doubles, &result_file(&attempt)).await;
    let refusal = document_texts(Language::Nl).file_other_content("sales-mindset", "0.2.0");
    assert!(stage.text().contains(&refusal), "{}", stage.text());
}

#[wasm_bindgen_test]
async fn a_file_of_another_version_opens_once_its_questionnaire_has_come() {
    let former = first_version();
    let doubles = page_with(std::slice::from_ref(&former));
    let bytes = result_file(&completed(&former, "in-file", Form::SelfReport));
    let stage = Stage::open(&doubles).await;
    doubles.content.error.set(Some(ContentError::NotLoaded));
    stage.choose_file(&doubles, &bytes).await;
    let refusal = document_texts(Language::Nl).file_unknown_instrument("sales-mindset", "0.1.0");
    assert!(stage.text().contains(&refusal), "{}", stage.text());
    doubles.content.error.set(None);
    stage.choose_file(&doubles, &bytes).await;
    assert_eq!(stage.screen(), "result");
    let said = said_of_first_scale(&former, Language::Nl);
    assert!(stage.text().contains(&said), "{}", stage.text());
    assert_eq!(keys(&doubles), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_file_is_not_opened_any_more_for_a_reader_who_has_gone_elsewhere() {
    let former = first_version();
    let doubles = page_with(std::slice::from_ref(&former));
    let bytes = result_file(&completed(&former, "in-file", Form::SelfReport));
    let stage = Stage::open(&doubles).await;
    doubles.content.slow.set(true);
    stage.choose_file(&doubles, &bytes).await;
    stage.press(nl().start.begin).await;
    let screen = stage.screen();
    doubles.content.answer();
    flush().await;
    assert_eq!(stage.screen(), screen);
}

#[wasm_bindgen_test]
async fn a_backup_with_another_version_is_restored_once_its_questionnaire_has_come() {
    let former = first_version();
    let doubles = page_with(std::slice::from_ref(&former));
    let attempt = completed(&former, "in-backup", Form::SelfReport);
    let backup =
        records::backup_document([&attempt].into_iter(), &JoinedRecords::default(), &now());
    let stage = Stage::open(&doubles).await;
    stage.choose_file(&doubles, &backup.bytes).await;
    assert_eq!(stage.screen(), "data");
    let fetched = vec![(former.reference(), Language::Nl)];
    assert_eq!(*doubles.content.fetched.borrow(), fetched);
    stage.press(nl().data.restore_yes).await;
    assert_eq!(record(&doubles)["instrument"]["version"], "0.1.0");
}

/// A visit to a page whose host hands over this definition.
async fn visit(doubles: &Doubles, definition: &Value) -> Stage {
    let config = embedding::Config {
        custom: true,
        ..Default::default()
    };
    doubles.host.config.replace(Rc::new(config));
    let handed_over = Some(definition.to_string().into_bytes());
    doubles.host.custom_questionnaire.replace(handed_over);
    doubles.content.compiler.set(Some(|definition| {
        let instrument = definition::from_bytes(definition).map_err(|_| CompileError::NotLoaded)?;
        let questionnaire = compiled::Questionnaire {
            instrument,
            example: None,
        };
        Ok(compiled::encode_all(&questionnaire).expect("it can be written"))
    }));
    Stage::open(doubles).await
}

#[wasm_bindgen_test]
async fn results_of_an_edited_custom_questionnaire_come_back_when_it_is_put_back() {
    let original: Value = serde_json::from_str(CUSTOM).expect("JSON");
    let mut same_version = original.clone();
    same_version["items"][0]["text"]["nl"] = "Onder dezelfde versie anders gezegd.".into();
    let mut new_version = same_version.clone();
    new_version["meta"]["version"] = json!("2.0.0");
    let doubles = page_with(&[]);
    store(
        &doubles,
        &completed(&load(&original.to_string()), "first", Form::SelfReport),
    )
    .await;
    let stored = rows(&doubles);
    let listed = nl().common.of(10, 10);
    for edited in [&same_version, &new_version] {
        let stage = visit(&doubles, edited).await;
        assert!(!stage.text().contains(&listed), "it waits");
        assert!(stage.find(".rows .button-quiet").is_none());
        doubles.page.hide();
        flush().await;
        assert_eq!(rows(&doubles), stored);
    }
    let stage = visit(&doubles, &original).await;
    assert!(stage.text().contains(&listed), "{}", stage.text());
    stage.press_on(".rows .button-quiet").await;
    assert_eq!(stage.screen(), "result");
    assert_eq!(rows(&doubles), stored);
}

#[wasm_bindgen_test]
async fn a_custom_questionnaire_cannot_take_the_id_of_one_that_the_build_ships() {
    let mut changed: Value = serde_json::from_str(MIRROR).expect("JSON");
    changed["meta"]["version"] = json!("9.0.0");
    let doubles = page_with(&[load(MIRROR)]);
    let stage = visit(&doubles, &changed).await;
    assert!(stage.text().contains("meta.id"), "{}", stage.text());
    assert!(!stage.text().contains(nl().start.begin));
    drop(stage);
    // The same definition, byte for byte, is no other questionnaire.
    let doubles = page_with(&[load(MIRROR)]);
    let config = embedding::Config {
        custom: true,
        ..Default::default()
    };
    drop(visit(&doubles, &changed).await);
    doubles.host.config.replace(Rc::new(config));
    let handed_over = Some(MIRROR.as_bytes().to_vec());
    doubles.host.custom_questionnaire.replace(handed_over);
    let stage = Stage::open(&doubles).await;
    assert!(stage.text().contains(nl().start.begin), "{}", stage.text());
}

/// The questionnaire of ten statements, answered from `min` to `max`.
fn answered_from(min: u8, max: u8) -> Value {
    let mut definition: Value = serde_json::from_str(CUSTOM).expect("JSON");
    let labels = (min..=max).map(|value| {
        let text = value.to_string();
        json!({"value": value, "text": {"nl": text, "en": text}})
    });
    let scale = definition["response_scale"]
        .as_object_mut()
        .expect("a scale");
    scale.insert("min".to_owned(), min.into());
    scale.insert("max".to_owned(), max.into());
    scale.insert("labels".to_owned(), labels.collect());
    definition
        .as_object_mut()
        .expect("fields")
        .remove("scoring");
    definition
}

#[wasm_bindgen_test]
async fn a_number_key_is_the_answer_with_that_number_and_there_are_none_beyond_one_digit() {
    for (min, max) in [(0, 4), (1, 7), (0, 9), (0, 10), (1, 10)] {
        let doubles = page_with(&[]);
        doubles.page.keyboard.set(true);
        let stage = visit(&doubles, &answered_from(min, max)).await;
        stage.press(nl().start.begin).await;
        stage.press(nl().journey.skip_context).await;
        stage.press(nl().common.go_on).await;
        let item = stage.item();
        let hints = stage.find("kbd").is_some();
        let has_keys = max <= 9;
        assert_eq!(
            stage.text().contains(nl().journey.key_hint),
            has_keys,
            "{min} to {max}"
        );
        assert_eq!(hints, has_keys, "{min} to {max}");
        let key = max.min(9).min(7);
        assert_eq!(
            doubles.page.press(&key.to_string()),
            has_keys,
            "{min} to {max}"
        );
        flush().await;
        if has_keys {
            let answers = record(&doubles)["session"]["answers"].clone();
            assert!(
                answers[&item].to_string().contains(&key.to_string()),
                "{answers}"
            );
        } else {
            assert_eq!(stage.item(), item);
            assert_eq!(stage.chosen(), None);
        }
    }
}
