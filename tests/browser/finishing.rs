//! Finishing: the review, the result and its file.

use crate::stage::{Stage, keys, nl};
use interface_texts::document_texts;
use model::Language::Nl;
use model::{Key, Polarity};
use platform::doubles::Doubles;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

/// The app at a result: every statement is answered with "agree".
pub async fn result_of(doubles: &Doubles) -> Stage {
    let stage = Stage::open(doubles).await;
    stage.to_first_statement().await;
    stage.answer_all(doubles, "4").await;
    stage.press(nl().journey.to_result).await;
    stage
}

/// The one file that was offered: its name and what is in it.
pub fn file(doubles: &Doubles) -> (String, Value) {
    let files = doubles.downloads.0.borrow();
    assert_eq!(files.len(), 1, "one file is offered");
    let (name, media_type, bytes) = &files[0];
    assert_eq!(media_type, "application/json");
    let content = serde_json::from_slice(bytes).expect("the file is JSON");
    (name.clone(), content)
}

#[wasm_bindgen_test]
async fn the_result_follows_the_review_and_takes_the_focus() {
    let stage = result_of(&Doubles::default()).await;
    assert_eq!(stage.screen(), "result");
    let title = nl().result.title.to_owned();
    assert_eq!(stage.focused(), Some(("h1".to_owned(), title)));
    assert!(stage.find("[data-part=progress]").is_none());
    // Agreeing with everything: in each theme four plus and four reversed statements cancel out.
    for scale in [
        "accountability",
        "responsibility",
        "commitment",
        "limiting_beliefs",
    ] {
        let score = format!("[data-scale={scale}][data-percent='50']");
        assert!(stage.find(&score).is_some(), "{score}");
    }
}

#[wasm_bindgen_test]
async fn saving_offers_a_file_that_is_named_after_its_day() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    let (name, content) = file(&doubles);
    assert_eq!(name, "mindset-2026-03-02.json");
    assert!(stage.text().contains(&nl().result.saved_file(&name)));
    let responses = content["responses"].as_array().expect("it has responses");
    assert_eq!(responses.len(), 32);
    assert!(responses.iter().all(|response| response["value"] == 4));
    assert_eq!(content["session"]["status"], "completed");
}

#[wasm_bindgen_test]
async fn a_label_becomes_part_of_the_file_and_of_its_name() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.write("#label", "Zoë\u{202e} B").await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    let (name, content) = file(&doubles);
    assert_eq!(name, "mindset-2026-03-02-zoe-b.json");
    assert_eq!(content["subject"]["pseudonym"], "Zoë B");
}

#[wasm_bindgen_test]
async fn an_answer_can_be_changed_from_the_result() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().result.change_answers).await;
    assert_eq!(stage.screen(), "review");
    let row = stage
        .find("button[data-item=ACC-01]")
        .expect("it is listed");
    row.click();
    crate::stage::flush().await;
    assert_eq!(
        (stage.item(), stage.chosen()),
        ("ACC-01".into(), Some("4".into()))
    );
    stage.click("5", 1).await;
    assert_eq!(stage.screen(), "review");
    stage.press(nl().journey.to_result).await;
    // 17 of 32 steps.
    let score = "[data-scale=accountability][data-percent='53.125']";
    assert!(stage.find(score).is_some());
}

#[wasm_bindgen_test]
async fn what_is_said_below_goes_with_the_next_step() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    assert!(stage.find(".toast").is_some());
    stage.press(nl().result.change_answers).await;
    assert!(stage.find(".toast").is_none());
}

#[wasm_bindgen_test]
async fn a_saved_file_can_be_opened_and_is_not_kept_by_itself() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    drop(stage);
    let bytes = doubles.downloads.0.borrow()[0].2.clone();
    let elsewhere = Doubles::default();
    let stage = Stage::open(&elsewhere).await;
    stage.choose_file(&elsewhere, &bytes).await;
    assert_eq!(stage.screen(), "result");
    assert!(stage.text().contains(nl().result.file_title));
    assert_eq!(keys(&elsewhere), Vec::<String>::new());
    stage.press(nl().result.file_keep).await;
    assert!(stage.text().contains(nl().result.title));
    assert_eq!(keys(&elsewhere).len(), 1);
}

#[wasm_bindgen_test]
async fn a_file_that_is_no_result_is_refused_with_its_reason() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    for (bytes, reason) in [
        (&b"{\"a\": 1}"[..], document_texts(Nl).file_foreign),
        (b"", document_texts(Nl).file_empty),
        (b"{\"format\":", document_texts(Nl).file_truncated),
    ] {
        stage.choose_file(&doubles, bytes).await;
        assert_eq!(stage.screen(), "start");
        let error = stage.find("[data-part=error][role=alert]");
        let error = error
            .and_then(|error| error.text_content())
            .unwrap_or_default();
        assert!(error.contains(reason), "{error}");
        assert!(error.contains(nl().errors.nothing_changed));
    }
    assert_eq!(keys(&doubles), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_second_result_stands_beside_the_first() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    assert!(
        stage.find("[data-part=since]").is_none(),
        "nothing to compare with"
    );
    stage.press(nl().common.to_start).await;
    *doubles.clock.now.borrow_mut() = "2026-03-09T10:00:00+01:00".to_owned();
    stage.to_first_statement().await;
    let instrument = content::scan().instrument().expect("it is sound");
    // Every limiting belief is rejected, and everything else is answered with the lowest value.
    let key = |id: &str| {
        let item = &instrument.items()[instrument.item_index(id).expect("an item")];
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        match limiting && item.key == Key::Minus {
            true => "5",
            false => "1",
        }
    };
    stage.answer_each(&doubles, key).await;
    stage.press(nl().journey.to_result).await;
    let row = |scale: &str| {
        let row = stage.find(&format!("[data-part=since] [data-scale={scale}]"));
        row.and_then(|row| row.text_content()).expect("a row")
    };
    // Elsewhere statements of both directions cancel out, with all "agree" as with all "strongly
    // disagree".
    assert!(row("limiting_beliefs").contains(nl().since.changed));
    assert!(row("accountability").contains(nl().since.within_noise));
}
