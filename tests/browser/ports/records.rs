//! The records of this device, on the backends that the page uses.

use platform_web::ports;
use store::{Durability, Options, RecordKey, Standing, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::raw;

fn key(name: &str) -> RecordKey {
    RecordKey::parse(name).expect("a name")
}

async fn open() -> Store {
    Store::open(ports().records, Options::default()).await
}

#[wasm_bindgen_test]
async fn a_record_is_in_the_database_and_its_copy_in_local_storage_until_all_is_deleted() {
    for (name, text) in [("stranger", "theirs"), ("stranger:mindset:x", "theirs too")] {
        raw().set_item(name, text).expect("there is room");
    }
    let before = raw().length();
    let store = open().await;
    assert_eq!(store.standing(), Standing::Database);
    assert_eq!(raw().length(), before, "opening stores nothing");
    let one = key("attempt/one");
    let done = store.commit(&one, "{}", None, Durability::Strict);
    done.await.expect("it is saved");
    let copy = raw().get_item("mindset:attempt/one");
    let copy = copy.expect("it can be read").expect("there is a copy");
    assert_eq!(copy.split_once('\n').map(|(_, body)| body), Some("{}"));
    let again = open().await;
    assert!(again.snapshot().get(&one).is_some());
    let undo = again.delete_all().await.expect("all is deleted");
    assert_eq!(undo.len(), 1);
    assert_eq!(raw().length(), before, "the keys of others stay");
    for name in ["stranger", "stranger:mindset:x"] {
        raw().remove_item(name).expect("removing is allowed");
    }
    assert!(open().await.snapshot().is_empty());
}
