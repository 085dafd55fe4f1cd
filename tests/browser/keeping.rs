//! Keeping: nothing before the start, going on later, and deleting with a way back.

use crate::stage::{Stage, bodies, flush, keys, leave_at, nl, record, stored};
use platform::doubles::Doubles;
use serde_json::json;
use std::rc::Rc;
use store::{Claim, Options, RecordKey, Store};
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn nothing_is_stored_before_the_start() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    let none = Vec::<String>::new();
    let english = stage
        .find("[data-language=en]")
        .expect("English is offered");
    english.click();
    flush().await;
    stage.find("[data-language=nl]").expect("and Dutch").click();
    flush().await;
    stage.press(nl().start.example).await;
    assert_eq!(stage.screen(), "result");
    stage.press(nl().common.my_data).await;
    assert!(stage.text().contains(nl().data.empty));
    doubles.page.hide();
    doubles.page.show();
    flush().await;
    assert_eq!(keys(&doubles), none);
    stage.press(nl().common.to_start).await;
    stage.press(nl().start.begin).await;
    assert_ne!(keys(&doubles), none);
}

#[wasm_bindgen_test]
async fn an_attempt_goes_on_where_it_was_left() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    stage.click("4", 1).await;
    stage.click("2", 0).await;
    drop(stage);
    let stage = Stage::open(&doubles).await;
    assert_eq!(stage.screen(), "start");
    stage.press(&nl().start.resume(2, 32)).await;
    assert_eq!(
        (stage.item(), stage.chosen()),
        ("ACC-08".into(), Some("2".into()))
    );
    assert_eq!(stored(&doubles, "RES-06"), 4);
}

#[wasm_bindgen_test]
async fn time_counts_for_the_page_while_it_can_be_seen() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    doubles.clock.seconds.set(10.0);
    doubles.page.hide();
    flush().await;
    doubles.clock.seconds.set(500.0);
    doubles.page.show();
    flush().await;
    doubles.clock.seconds.set(503.0);
    stage.click("4", 1).await;
    assert_eq!(record(&doubles)["session"]["pageSeconds"][0], 13.0);
}

#[wasm_bindgen_test]
async fn deleting_everything_takes_two_steps_and_can_be_undone() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    stage.press(nl().journey.stop).await;
    stage.press(nl().common.my_data).await;
    let before = bodies(&doubles);
    stage.press(nl().data.delete_all).await;
    assert_eq!(bodies(&doubles), before);
    stage.press(nl().data.delete_all_no).await;
    stage.press(nl().data.delete_all).await;
    stage.press(nl().data.delete_all_yes).await;
    assert_eq!(keys(&doubles), Vec::<String>::new());
    assert!(stage.text().contains(nl().data.deleted_all));
    assert!(stage.text().contains(nl().data.empty));
    stage.press(nl().common.undo).await;
    assert_eq!(bodies(&doubles), before);
    assert!(stage.text().contains(nl().data.undone));
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_may_be_changed_once_the_browser_frees_its_lock() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    let mut names = bodies(&doubles).into_keys();
    let name = names.find(|name| name.starts_with("attempt/"));
    let key = RecordKey::parse(&name.expect("an attempt")).expect("a name");
    doubles.page.leave();
    flush().await;
    let backends = doubles.browser.tab("test", Rc::new(spawn_local));
    let store = Store::open(backends, Options::default()).await;
    let held = store.claim(&key).await;
    assert!(matches!(held, Claim::Writer(_)));
    doubles.page.show();
    flush().await;
    assert!(stage.text().contains(nl().common.open_elsewhere));
    drop(held);
    doubles.browser.advance(1_000);
    flush().await;
    assert!(!stage.text().contains(nl().common.open_elsewhere));
}

#[wasm_bindgen_test]
async fn agreements_without_their_result_are_stored_and_can_be_deleted() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    stage.answer_all(&doubles, "4").await;
    stage.press(nl().journey.to_result).await;
    stage.press(nl().work.kinds[0]).await;
    doubles.timers.elapse();
    flush().await;
    drop(stage);
    let is_other = |name: &str| !name.starts_with("attempt/");
    doubles
        .browser
        .edit_database(|rows| rows.retain(|name, _| is_other(name)));
    doubles
        .browser
        .edit_mirror(|rows| rows.retain(|name, _| is_other(name)));
    let stage = Stage::open(&doubles).await;
    stage.press(nl().common.my_data).await;
    assert!(!stage.text().contains(nl().data.empty));
    stage.press(nl().data.delete_all).await;
    stage.press(nl().data.delete_all_yes).await;
    assert_eq!(keys(&doubles), Vec::<String>::new());
    assert!(stage.text().contains(nl().data.empty));
}

#[wasm_bindgen_test]
async fn a_result_opens_as_a_result_wherever_its_record_was_left() {
    let steps = [
        json!({ "at": "context", "question": "CTX-1" }),
        json!({ "at": "breath", "page": 0 }),
        json!({ "at": "item", "item": "ACC-01" }),
        json!({ "at": "review" }),
    ];
    for step in steps {
        let doubles = Doubles::default();
        let stage = Stage::open(&doubles).await;
        stage.to_first_statement().await;
        stage.answer_all(&doubles, "4").await;
        stage.press(nl().journey.to_result).await;
        drop(stage);
        leave_at(&doubles, step).await;
        let stage = Stage::open(&doubles).await;
        assert_eq!(stage.screen(), "result", "as after a reload");
        stage.press(nl().common.to_start).await;
        let row = stage.find(".rows button");
        let row = row.unwrap_or_else(|| panic!("the result is listed: {}", stage.text()));
        row.click();
        flush().await;
        assert_eq!(stage.screen(), "result");
    }
}
