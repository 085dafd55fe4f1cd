//! The worker that opens and makes files: slow, missing, and asked in vain.

use crate::finishing::{file, result_of};
use crate::stage::{Stage, nl};
use file_jobs::FileTask;
use platform::doubles::Doubles;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::scheduler::flush;

/// A saved result file.
async fn saved() -> Vec<u8> {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    doubles.downloads.0.borrow()[0].2.clone()
}

#[wasm_bindgen_test]
async fn a_result_is_shown_without_the_worker() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    assert_eq!(stage.screen(), "result");
    assert_eq!(doubles.file_jobs.prepared.get(), 0);
    stage.press_on("#format-2").await;
    assert!(doubles.file_jobs.prepared.get() > 0, "now one may be made");
    assert!(doubles.file_jobs.jobs.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn a_file_that_could_not_be_made_is_made_at_the_second_try() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    doubles.file_jobs.worker.set(None);
    stage.press(nl().files.preview).await;
    assert!(stage.text().contains(nl().files.not_made));
    assert!(stage.find("#share [role=alert]").is_some());
    let before = stage.find("[data-part=preview]");
    assert!(before.is_none());
    doubles.file_jobs.worker.set(Some(files_worker::run));
    stage.press(nl().files.try_again).await;
    assert!(!stage.text().contains(nl().files.not_made));
    stage.press(&nl().files.save_as("JSON")).await;
    assert_eq!(file(&doubles).1["format"], "mindset-mirror-result");
}

#[wasm_bindgen_test]
async fn while_a_file_is_being_made_it_is_said_and_a_changed_choice_drops_it() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    doubles.file_jobs.slow.set(true);
    stage.press(nl().files.preview).await;
    assert!(stage.text().contains(nl().files.making));
    // Of another format, and with one part less.
    stage.press_on("#format-2").await;
    doubles.file_jobs.answer();
    flush().await;
    assert!(stage.find("[data-part=preview]").is_none(), "not of before");
    stage.press(nl().files.preview).await;
    doubles.file_jobs.answer();
    flush().await;
    let preview = stage.find("[data-part=preview] pre").expect("it is there");
    assert!(preview.text_content().unwrap_or_default().starts_with("# "));
}

#[wasm_bindgen_test]
async fn a_file_that_could_not_be_opened_is_opened_at_the_second_try() {
    let bytes = saved().await;
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    doubles.file_jobs.worker.set(None);
    stage.choose_file(&doubles, &bytes).await;
    assert_eq!(stage.screen(), "start");
    assert!(stage.text().contains(nl().errors.file_not_loaded));
    assert!(stage.text().contains(nl().errors.nothing_changed));
    doubles.file_jobs.worker.set(Some(files_worker::run));
    stage.press(nl().files.try_again).await;
    assert_eq!(stage.screen(), "result");
    let jobs = doubles.file_jobs.jobs.borrow();
    let opened = jobs.iter().map(|job| job.task.clone());
    let same = vec![FileTask::Open(bytes.clone()), FileTask::Open(bytes)];
    assert_eq!(opened.collect::<Vec<_>>(), same);
}

#[wasm_bindgen_test]
async fn a_file_that_comes_after_its_reader_has_gone_on_opens_nothing() {
    let bytes = saved().await;
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    doubles.file_jobs.slow.set(true);
    stage.choose_file(&doubles, &bytes).await;
    assert!(stage.text().contains(nl().files.opening));
    stage.press(nl().start.begin).await;
    doubles.file_jobs.answer();
    flush().await;
    assert_eq!(stage.screen(), "interlude");
}

#[wasm_bindgen_test]
async fn a_backup_is_made_without_the_worker() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    doubles.file_jobs.worker.set(None);
    stage.press(nl().common.my_data).await;
    stage.press(nl().data.all_data[0]).await;
    stage.press(nl().data.all_data_save).await;
    assert_eq!(file(&doubles).1["format"], "mindset-mirror-backup");
    stage.press(nl().data.all_data[1]).await;
    assert!(stage.text().contains(nl().files.not_made));
    doubles.file_jobs.worker.set(Some(files_worker::run));
    stage.press(nl().files.try_again).await;
    let preview = stage.find("[data-part=preview] pre").expect("it is there");
    let text = preview.text_content().unwrap_or_default();
    assert!(text.contains("session;instrument;"), "{text}");
}
