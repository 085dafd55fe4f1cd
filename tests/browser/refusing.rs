//! Storage that refuses: it is said for as long as it lasts, and stops nothing.

use crate::stage::{Stage, keys, nl};
use platform::doubles::Doubles;
use store::doubles::Fault;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn refused_storage_is_said_and_stops_nothing() {
    let doubles = Doubles::default();
    doubles.break_storage(Fault::Denied);
    let stage = Stage::open(&doubles).await;
    let denied = nl().errors.storage_denied;
    let notice = stage
        .find("[data-part=notice]")
        .expect("it is said at once");
    assert_eq!(notice.text_content().as_deref(), Some(denied));
    stage.to_first_statement().await;
    assert!(stage.text().contains(nl().common.not_saved));
    stage.answer_all(&doubles, "4").await;
    stage.press(nl().journey.to_result).await;
    assert_eq!(stage.screen(), "result");
    assert!(stage.text().contains(denied));
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    let name = doubles.downloads.0.borrow()[0].0.clone();
    assert_eq!(name, "mindset-2026-03-02.json");
    assert_eq!(keys(&doubles), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn storage_that_fills_up_is_said_until_there_is_room_again() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    assert!(stage.text().contains(nl().common.saved_here));
    doubles.break_storage(Fault::Full);
    stage.click("4", 1).await;
    assert_eq!(stage.item(), "ACC-08");
    assert!(stage.text().contains(nl().errors.storage_full));
    assert!(!stage.text().contains(nl().common.saved_here));
    doubles.break_storage(Fault::None);
    stage.click("4", 1).await;
    assert!(!stage.text().contains(nl().errors.storage_full));
    assert!(stage.text().contains(nl().common.saved_here));
}

#[wasm_bindgen_test]
async fn choosing_a_language_does_not_silence_the_notice() {
    let doubles = Doubles::default();
    doubles.break_storage(Fault::Denied);
    let stage = Stage::open(&doubles).await;
    assert!(stage.text().contains(nl().errors.storage_denied));
    let dutch = stage.find("[data-language=nl]").expect("Dutch is offered");
    dutch.click();
    crate::stage::flush().await;
    assert!(stage.text().contains(nl().errors.storage_denied));
}

#[wasm_bindgen_test]
async fn where_only_the_copy_has_no_room_nothing_is_amiss() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    doubles.browser.mirror_fault("page-1", Fault::Full);
    stage.to_first_statement().await;
    assert!(stage.text().contains(nl().common.saved_here));
    assert_eq!(keys(&doubles), ["attempt", "preferences"]);
    assert!(doubles.browser.mirror().is_empty());
}
