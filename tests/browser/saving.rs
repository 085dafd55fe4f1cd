//! Saving a result: what is shown first, what goes in, and a passphrase.

use crate::finishing::{file, result_of};
use crate::stage::{Stage, keys, nl};
use platform::SealError;
use platform::doubles::Doubles;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// Chooses the file under a passphrase, and looks at it.
async fn choose_sealed(stage: &Stage) {
    stage.press_on("#format-1").await;
    stage.write("#passphrase", "paars ontbijt fluit").await;
    stage.press(nl().files.preview).await;
}

#[wasm_bindgen_test]
async fn what_is_saved_is_what_was_looked_at() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    for (place, end) in [
        (0, ".json"),
        (2, ".md"),
        (3, ".csv"),
        (4, ".csv"),
        (5, ".csv"),
        (6, ".ics"),
    ] {
        stage.press_on(&format!("#format-{place}")).await;
        assert!(
            stage.find("[data-part=preview]").is_none(),
            "of another form"
        );
        let saves = nl().files.save_as("");
        let primary = stage.find("#share [data-part=button-primary]");
        let said = primary.and_then(|button| button.text_content());
        assert!(!said.unwrap_or_default().starts_with(&saves), "unseen");
        stage.press(nl().files.preview).await;
        let preview = stage.find("[data-part=preview] pre").expect("it is shown");
        let preview = preview.text_content().unwrap_or_default();
        stage.press_on("#share [data-part=button-primary]").await;
        assert!(
            stage.find("[data-part=preview]").is_some(),
            "it stays in view"
        );
        let saved = doubles.downloads.0.borrow().last().cloned().expect("saved");
        assert!(saved.0.ends_with(end), "{}", saved.0);
        assert_eq!(String::from_utf8_lossy(&saved.2), preview);
    }
}

#[wasm_bindgen_test]
async fn what_is_sealed_is_what_was_looked_at_and_opens_with_its_passphrase_alone() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press_on("#format-1").await;
    stage.press(nl().files.preview).await;
    let preview = stage.find("[data-part=preview] pre").expect("it is shown");
    let preview = preview.text_content().unwrap_or_default();
    stage.write("#passphrase", "elf letters").await;
    stage.press(nl().files.seal_save).await;
    assert!(
        doubles.downloads.0.borrow().is_empty(),
        "nothing is sealed behind eleven characters"
    );
    stage.write("#passphrase", "paars ontbijt fluit").await;
    assert!(stage.text().contains(nl().files.seal_fair));
    stage.press(nl().files.seal_save).await;
    let (name, _, sealed) = doubles.downloads.0.borrow()[0].clone();
    assert_eq!(name, "mindset-2026-03-02.json.age");
    assert!(sealed.ends_with(preview.as_bytes()));
    let field: HtmlInputElement = stage.find("#passphrase").expect("a field").unchecked_into();
    assert_eq!(field.value(), "", "it is not kept");
    drop(stage);

    let elsewhere = Doubles::default();
    let stage = Stage::open(&elsewhere).await;
    stage.choose_file(&elsewhere, &sealed).await;
    assert!(stage.text().contains(nl().files.sealed));
    stage.write("#unseal", "paars ontbijt").await;
    stage.press(nl().files.unseal).await;
    assert!(stage.text().contains(nl().errors.file_sealed));
    stage.write("#unseal", "paars ontbijt fluit").await;
    stage.press(nl().files.unseal).await;
    assert_eq!(stage.screen(), "result");
    assert_eq!(keys(&elsewhere), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn without_the_sealing_program_that_is_said_and_the_file_waits() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    choose_sealed(&stage).await;
    doubles.sealing.error.set(Some(SealError::NotLoaded));
    stage.press(nl().files.seal_save).await;
    assert!(stage.text().contains(nl().errors.seal_failed));
    doubles.sealing.error.set(None);
    stage.press(nl().files.seal_save).await;
    assert_eq!(doubles.downloads.0.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_file_that_was_chosen_anew_while_it_was_sealed_is_not_saved_as_it_was() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    doubles.sealing.slow.set(true);
    choose_sealed(&stage).await;
    stage.press(nl().files.seal_save).await;
    stage.press_on("#share-scale-limiting_beliefs").await;
    stage.press(nl().files.preview).await;
    stage.press(nl().files.seal_save).await;
    doubles.sealing.answer();
    crate::stage::flush().await;
    let files = doubles.downloads.0.borrow();
    assert_eq!(files.len(), 1);
    assert!(!String::from_utf8_lossy(&files[0].2).contains("LIM-"));
}

#[wasm_bindgen_test]
async fn a_sealing_that_was_stopped_saves_nothing_and_can_be_begun_again() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    doubles.sealing.slow.set(true);
    choose_sealed(&stage).await;
    stage.press(nl().files.seal_save).await;
    assert!(stage.text().contains(nl().files.seal_busy));
    assert!(stage.find("progress").is_some());
    let stops = doubles.sealing.stops.get();
    stage.press(nl().files.seal_stop).await;
    assert_eq!(doubles.sealing.stops.get(), stops + 1);
    assert!(!stage.text().contains(nl().files.seal_busy));
    doubles.sealing.answer();
    crate::stage::flush().await;
    assert!(doubles.downloads.0.borrow().is_empty());
    stage.press(nl().files.seal_save).await;
    doubles.sealing.answer();
    crate::stage::flush().await;
    assert_eq!(doubles.downloads.0.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_file_that_is_being_opened_is_stopped_and_left_with_its_screen() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    choose_sealed(&stage).await;
    stage.press(nl().files.seal_save).await;
    let sealed = doubles.downloads.0.borrow()[0].2.clone();
    doubles.sealing.slow.set(true);
    stage.press(nl().common.my_data).await;
    stage.choose_file(&doubles, &sealed).await;
    for leaves in [false, true] {
        stage.write("#unseal", "paars ontbijt fluit").await;
        stage.press(nl().files.unseal).await;
        assert!(stage.text().contains(nl().files.seal_busy));
        let stops = doubles.sealing.stops.get();
        match leaves {
            true => stage.press(nl().common.to_start).await,
            false => stage.press(nl().files.seal_stop).await,
        }
        assert!(doubles.sealing.stops.get() > stops);
        doubles.sealing.answer();
        crate::stage::flush().await;
        assert_eq!(stage.screen(), if leaves { "start" } else { "data" });
    }
}

#[wasm_bindgen_test]
async fn a_backup_is_saved_under_a_passphrase() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().common.my_data).await;
    let [.., sealed] = nl().data.all_data;
    stage.press(sealed).await;
    stage.write("#passphrase", "   elf letters   ").await;
    stage.press(nl().files.seal_save).await;
    assert!(
        doubles.downloads.0.borrow().is_empty(),
        "spaces do not count"
    );
    stage.write("#passphrase", "paars ontbijt fluit").await;
    stage.press(nl().files.seal_save).await;
    let (name, _, bytes) = doubles.downloads.0.borrow()[0].clone();
    assert!(
        name.starts_with("mindset-backup-") && name.ends_with(".json.age"),
        "{name}"
    );
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("age-encryption.org/v1") && text.contains("mindset-mirror-backup"));
}

#[wasm_bindgen_test]
async fn a_scale_that_is_turned_off_is_not_in_the_file_and_named_where_it_is_opened() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press_on("#share-scale-limiting_beliefs").await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    let (_, content) = file(&doubles);
    assert!(!content.to_string().contains("LIM-"));
    let bytes = doubles.downloads.0.borrow()[0].2.clone();
    let elsewhere = Doubles::default();
    let other = Stage::open(&elsewhere).await;
    other.choose_file(&elsewhere, &bytes).await;
    let said = nl().result.withheld("Gedachten die je afremmen");
    assert!(other.text().contains(&said), "{}", other.text());
}

#[wasm_bindgen_test]
async fn what_is_chosen_to_share_of_one_result_says_nothing_about_the_next() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press_on("#share-part-agreements").await;
    stage.press(nl().common.my_data).await;
    stage.press(&row_button(nl().data.open)).await;
    let field: HtmlInputElement = stage
        .find("#share-part-agreements")
        .expect("a field")
        .unchecked_into();
    assert!(!field.checked());
}

#[wasm_bindgen_test]
async fn a_kept_result_is_shown_before_it_is_saved() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().common.my_data).await;
    stage.press(&row_button(nl().data.export)).await;
    assert!(doubles.downloads.0.borrow().is_empty());
    let preview = stage.find("[data-part=preview] pre").expect("it is shown");
    let preview = preview.text_content().unwrap_or_default();
    stage.press(nl().data.all_data_save).await;
    let (_, _, bytes) = doubles.downloads.0.borrow()[0].clone();
    assert_eq!(String::from_utf8_lossy(&bytes), preview);
    assert!(!stage.text().contains(nl().data.no_backup));
}

/// What a button says in the row of the only result.
fn row_button(says: &str) -> String {
    let title = nl().data.result_of("2 maart 2026");
    [says, ": ", &title].concat()
}
