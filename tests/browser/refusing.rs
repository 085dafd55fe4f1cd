//! Storage that refuses: it is said for as long as it lasts, and stops nothing.

use crate::stage::{Stage, nl};
use platform::doubles::{Doubles, MemoryStorage};
use platform::{Done, Ports, Storage, StorageError};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// A store with room for a preference and not for an attempt.
struct Tight(Rc<MemoryStorage>);

impl Storage for Tight {
    fn load(&self) -> Result<Vec<(String, String)>, StorageError> {
        self.0.load()
    }

    fn write(&self, key: &str, value: &str, done: Done) {
        if value.len() > 100 {
            return done(Err(StorageError::Full));
        }
        self.0.write(key, value, done);
    }

    fn remove(&self, key: &str, done: Done) {
        self.0.remove(key, done);
    }
}

#[wasm_bindgen_test]
async fn refused_storage_is_said_and_stops_nothing() {
    let doubles = Doubles::default();
    doubles.storage.deny();
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
    stage.press(&(nl().files.save_as)("JSON")).await;
    let name = doubles.downloads.0.borrow()[0].0.clone();
    assert_eq!(name, "mindset-2026-03-02.json");
    assert_eq!(doubles.storage.keys(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn storage_that_fills_up_is_said_until_there_is_room_again() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    assert!(stage.text().contains(nl().common.saved_here));
    doubles.storage.write_error.set(Some(StorageError::Full));
    stage.click("4", 1).await;
    assert_eq!(stage.item(), "LIM-08");
    assert!(stage.text().contains(nl().errors.storage_full));
    assert!(!stage.text().contains(nl().common.saved_here));
    doubles.storage.write_error.set(None);
    stage.click("4", 1).await;
    assert!(!stage.text().contains(nl().errors.storage_full));
    assert!(stage.text().contains(nl().common.saved_here));
}

#[wasm_bindgen_test]
async fn choosing_a_language_does_not_silence_the_notice() {
    let doubles = Doubles::default();
    doubles.storage.deny();
    let stage = Stage::open(&doubles).await;
    assert!(stage.text().contains(nl().errors.storage_denied));
    let dutch = stage.find("[data-language=nl]").expect("Dutch is offered");
    dutch.click();
    yew::scheduler::flush().await;
    assert!(stage.text().contains(nl().errors.storage_denied));
}

#[wasm_bindgen_test]
async fn a_kept_preference_is_no_kept_attempt() {
    let doubles = Doubles::default();
    let storage = Rc::new(Tight(doubles.storage.clone()));
    let stage = Stage::open_with(Ports {
        storage,
        ..doubles.ports()
    })
    .await;
    stage.press(nl().start.begin).await;
    assert!(stage.text().contains(nl().errors.storage_full));
    assert!(!stage.text().contains(nl().common.saved_here));
}
