//! State by screen: looking writes nothing, typing writes once, and leaving a screen drops what
//! was begun there.

use crate::finishing::result_of;
use crate::stage::{Stage, flush, leave_at, nl, record, rows};
use platform::doubles::Doubles;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a button says in the row of the only result.
fn row_button(says: &str) -> String {
    let title = nl().data.result_of("2 maart 2026");
    [says, ": ", &title].concat()
}

/// What the label is in the only record.
fn label(doubles: &Doubles) -> String {
    let record = record(doubles);
    let label = record["session"]["subject"]["pseudonym"].as_str();
    label.unwrap_or_default().to_owned()
}

/// How often the only record has been saved.
fn savings(doubles: &Doubles) -> u64 {
    record(doubles)["revision"].as_u64().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn opening_a_result_writes_nothing_wherever_its_record_was_left() {
    for step in [
        json!({ "at": "result" }),
        json!({ "at": "item", "item": "ACC-01" }),
    ] {
        let doubles = Doubles::default();
        drop(result_of(&doubles).await);
        leave_at(&doubles, step).await;
        let before = rows(&doubles);
        let stage = Stage::open(&doubles).await;
        assert_eq!(stage.screen(), "result", "as after a reload");
        stage.press(nl().common.to_start).await;
        stage.press_on(".rows button").await;
        assert_eq!(stage.screen(), "result");
        stage.press(nl().files.preview).await;
        stage.press(nl().common.my_data).await;
        stage.press(&row_button(nl().data.open)).await;
        assert_eq!(stage.screen(), "result");
        stage.press(nl().common.to_start).await;
        doubles.page.hide();
        flush().await;
        assert_eq!(rows(&doubles), before);
    }
}

#[wasm_bindgen_test]
async fn looking_at_the_answers_and_returning_writes_nothing_and_keeps_the_date() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let before = rows(&doubles);
    *doubles.clock.now.borrow_mut() = "2026-03-05T11:00:00+01:00".to_owned();
    stage.press(nl().result.change_answers).await;
    stage.press_on("button[data-item=ACC-01]").await;
    doubles.clock.seconds.set(40.0);
    stage.press(nl().common.back).await;
    assert_eq!(stage.screen(), "review");
    stage.press(nl().journey.to_result).await;
    assert_eq!(stage.screen(), "result");
    assert_eq!(rows(&doubles), before);
}

#[wasm_bindgen_test]
async fn a_changed_answer_gives_the_result_a_new_date_and_changing_it_back_the_old_one() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let date = || record(&doubles)["session"]["completedAt"].clone();
    let first = date();
    *doubles.clock.now.borrow_mut() = "2026-03-05T11:00:00+01:00".to_owned();
    stage.press(nl().result.change_answers).await;
    stage.press_on("button[data-item=ACC-01]").await;
    stage.click("5", 1).await;
    assert_eq!(date(), "2026-03-05T11:00:00+01:00");
    stage.press_on("button[data-item=ACC-01]").await;
    stage.click("4", 1).await;
    assert_eq!(date(), first);
}

#[wasm_bindgen_test]
async fn ten_keys_are_one_commit_once_the_field_rests() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let (before, savings) = (rows(&doubles), savings(&doubles));
    let typed = "abcdefghij";
    for end in 1..=typed.len() {
        stage.write("#label", &typed[..end]).await;
    }
    assert_eq!(rows(&doubles), before);
    assert_eq!(doubles.timers.elapse(), 1, "one pause is waited for");
    flush().await;
    assert_eq!(self::savings(&doubles), savings + 1);
    assert_eq!(label(&doubles), typed);
    assert!(stage.text().contains(typed), "the head says it");
}

#[wasm_bindgen_test]
async fn what_was_typed_is_saved_when_the_page_is_hidden_or_left() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.write("#label", "Zo").await;
    stage.write("#label", "Zoe").await;
    doubles.page.hide();
    flush().await;
    assert_eq!(label(&doubles), "Zoe");
    stage.write("#label", "Zoë").await;
    stage.write("#label", "Zoë B").await;
    stage.press(nl().common.to_start).await;
    assert_eq!(label(&doubles), "Zoë B");
    let before = rows(&doubles);
    assert_eq!(doubles.timers.elapse(), 0, "nothing is left to be done");
    flush().await;
    assert_eq!(rows(&doubles), before);
}

#[wasm_bindgen_test]
async fn a_screen_that_was_left_comes_back_without_what_was_begun_there() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press_on("#format-1").await;
    stage.write("#passphrase", "paars ontbijt fluit").await;
    stage.press(nl().files.preview).await;
    assert!(stage.find("[data-part=preview]").is_some());
    stage.press(nl().common.my_data).await;
    stage.press(&row_button(nl().data.export)).await;
    stage.press(nl().data.delete_all).await;
    assert!(stage.find("[data-part=preview]").is_some());
    stage.press(&row_button(nl().data.open)).await;
    assert!(stage.find("[data-part=preview]").is_none());
    assert!(stage.find("#passphrase").is_none());
    stage.press_on("#format-1").await;
    let field = stage.find("#passphrase").expect("a field");
    assert_eq!(field.get_attribute("value").unwrap_or_default(), "");
    stage.press(nl().common.my_data).await;
    assert!(stage.find("[data-part=preview]").is_none());
    assert!(!stage.text().contains(nl().data.delete_all_ask));
}

#[wasm_bindgen_test]
async fn a_backup_that_was_not_restored_is_not_offered_again() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().common.my_data).await;
    stage.press(nl().data.all_data[0]).await;
    stage.press(nl().data.all_data_save).await;
    let backup = doubles.downloads.0.borrow()[0].2.clone();
    drop(stage);
    let elsewhere = Doubles::default();
    let stage = Stage::open(&elsewhere).await;
    stage.choose_file(&elsewhere, &backup).await;
    assert!(stage.text().contains(nl().data.restore_title));
    stage.press(nl().common.to_start).await;
    stage.press(nl().common.my_data).await;
    assert!(!stage.text().contains(nl().data.restore_title));
}
