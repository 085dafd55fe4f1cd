//! The store in a real browser. Two tabs are two stores over backends of their own: the same
//! database, local storage, locks and channel. Every test has a database of its own.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests look at the storage itself"
)]

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Promise, Reflect};
use store::backend::{Ask, Asked, Database, Locks, Mirror, Mode, Rows, Scope, Write};
use store::{
    Backends, Claim, Durability, Event, Options, RecordKey, Refused, Standing, Store, Trouble,
};
use store_web::{Broadcast, IndexedDb, LocalStorage, WebLocks, backends};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> web_sys::Window {
    web_sys::window().expect("a window")
}

fn key(id: &str) -> RecordKey {
    RecordKey::new("attempt", id).expect("a key")
}

/// Backends of one more tab over the database with this name.
fn tab(name: &str) -> Backends {
    Backends {
        database: Some(Rc::new(IndexedDb::new(window(), name))),
        channel: Some(Rc::new(Broadcast::new(&window(), name))),
        ..backends(&window())
    }
}

fn clear_mirror() {
    let mirror = LocalStorage::of_device(window());
    for name in mirror.read_all().expect("readable").keys() {
        mirror.remove(name).expect("removed");
    }
}

async fn open(name: &str) -> Store {
    Store::open(tab(name), Options::default()).await
}

async fn save(store: &Store, key: &RecordKey, body: &str) -> Result<store::Revision, Refused> {
    let before = store
        .snapshot()
        .get(key)
        .map(|record| record.revision.clone());
    store
        .commit(key, body, before.as_ref(), Durability::Strict)
        .await
}

fn body(store: &Store, key: &RecordKey) -> Option<String> {
    let snapshot = store.snapshot();
    snapshot.get(key).map(|record| record.body.to_string())
}

/// Whether the browser has a database of this name.
async fn exists(name: &str) -> bool {
    let factory = window().indexed_db().expect("allowed").expect("there");
    let list = Reflect::get(&factory, &JsValue::from_str("databases")).expect("there");
    let list: js_sys::Function = list.into();
    let list: Promise = list.call0(&factory).expect("listed").into();
    let list: js_sys::Array = JsFuture::from(list).await.expect("listed").into();
    list.iter().any(|one| {
        Reflect::get(&one, &JsValue::from_str("name")).ok() == Some(JsValue::from_str(name))
    })
}

#[wasm_bindgen_test]
async fn a_visit_that_stores_nothing_leaves_no_database() {
    clear_mirror();
    let store = open("nothing").await;
    assert_eq!(store.standing(), Standing::Database);
    assert_eq!(store.trouble(), None);
    store.refresh().await.expect("read");
    assert!(!exists("nothing").await);
    save(&store, &key("1"), "one").await.expect("saved");
    assert!(exists("nothing").await);
}

#[wasm_bindgen_test]
async fn what_was_saved_is_there_for_the_next_visit_and_in_the_mirror() {
    clear_mirror();
    let store = open("kept").await;
    save(&store, &key("1"), "één").await.expect("saved");
    save(&store, &key("1"), "zwei").await.expect("saved");
    drop(store);
    let store = open("kept").await;
    assert_eq!(body(&store, &key("1")).as_deref(), Some("zwei"));
    let copy = LocalStorage::of_device(window())
        .read_all()
        .expect("readable");
    assert!(copy["attempt/1"].ends_with("\nzwei"));
}

#[wasm_bindgen_test]
async fn an_old_tab_does_not_write_over_a_newer_one() {
    clear_mirror();
    let a = open("compare").await;
    save(&a, &key("1"), "3 answers").await.expect("saved");
    let mut deaf = tab("compare");
    deaf.channel = None;
    let b = Store::open(deaf, Options::default()).await;
    save(&a, &key("1"), "32 answers").await.expect("saved");
    let refused = save(&b, &key("1"), "old").await;
    assert!(matches!(refused, Err(Refused::Changed(there)) if *there.body == *"32 answers"));
    let undo = a.delete_all().await.expect("deleted");
    assert_eq!(save(&b, &key("1"), "old").await, Err(Refused::Deleted));
    a.undo(&undo).await.expect("undone");
    assert_eq!(body(&a, &key("1")).as_deref(), Some("32 answers"));
}

#[wasm_bindgen_test]
async fn changes_begun_at_once_are_saved_in_their_order() {
    clear_mirror();
    let a = open("order").await;
    let mut commits = Vec::new();
    for number in 0..40 {
        let before = a.snapshot().get(&key("1")).map(|one| one.revision.clone());
        let body = number.to_string();
        let relaxed = Durability::Relaxed;
        commits.push(a.commit(&key("1"), &body, before.as_ref(), relaxed));
    }
    for commit in commits {
        commit.await.expect("saved");
    }
    assert!(!a.snapshot().is_unsaved(&key("1")));
    let b = open("order").await;
    assert_eq!(body(&b, &key("1")).as_deref(), Some("39"));
}

#[wasm_bindgen_test]
async fn a_second_tab_follows_without_being_asked() {
    clear_mirror();
    let a = open("follow").await;
    let b = open("follow").await;
    let (say, heard) = oneshot::channel();
    let say = RefCell::new(Some(say));
    let _subscription = b.subscribe(move |event| {
        if let (Event::Changed(keys), Some(say)) = (event, say.take()) {
            let _ = say.send(keys.clone());
        }
    });
    save(&a, &key("1"), "one").await.expect("saved");
    assert_eq!(heard.await.expect("heard"), [key("1")]);
    assert_eq!(body(&b, &key("1")).as_deref(), Some("one"));
}

#[wasm_bindgen_test]
async fn the_tab_that_continues_takes_the_lock_and_the_other_one_hears_of_it() {
    clear_mirror();
    let (a, b) = (open("locks").await, open("locks").await);
    let attempt = key("locked");
    let first = a.claim(&attempt).await;
    assert!(matches!(first, Claim::Writer(_)));
    assert!(matches!(b.claim(&attempt).await, Claim::ReadOnly));
    let (say, heard) = oneshot::channel();
    let say = RefCell::new(Some(say));
    let _subscription = a.subscribe(move |event| {
        if let (Event::ClaimLost(key), Some(say)) = (event, say.take()) {
            let _ = say.send(key.clone());
        }
    });
    let second = b.take_over(&attempt).await;
    assert!(matches!(second, Claim::Writer(_)));
    assert_eq!(heard.await.expect("heard"), attempt);
    assert_eq!(save(&a, &attempt, "late").await, Err(Refused::ReadOnly));
    // A hidden page gives the lock up, and asks again when it comes back.
    b.suspend();
    let locks = WebLocks::new(&window());
    let name = "mindset:attempt/locked";
    let held = loop {
        match locks.request(name, Ask::IfFree, Box::new(|| ())).await {
            Asked::Held(held) => break held,
            // The browser releases in a task of its own.
            Asked::Taken => continue,
            Asked::Unsupported => panic!("this browser has locks"),
        }
    };
    b.resume().await;
    assert_eq!(save(&b, &attempt, "late").await, Err(Refused::ReadOnly));
    drop(held);
    drop((first, second));
}

#[wasm_bindgen_test]
async fn two_databases_in_one_page_never_lose_an_update() {
    let (a, b) = (
        IndexedDb::new(window(), "count"),
        IndexedDb::new(window(), "count"),
    );
    let add = |database: &IndexedDb| {
        let scope = Scope::Names(vec!["count".to_owned()]);
        let decide = Box::new(|rows: &Rows| {
            let count = rows
                .get("count")
                .map_or(0, |text| text.parse().unwrap_or(0));
            vec![Write::Put("count".to_owned(), (count + 1).to_string())]
        });
        database.transact(scope, Mode::Write(Durability::Relaxed), decide)
    };
    let mut added = Vec::new();
    for _ in 0..50 {
        added.push(add(&a));
        added.push(add(&b));
    }
    for one in added {
        one.await.expect("completed");
    }
    let count = Rc::new(RefCell::new(String::new()));
    let read = count.clone();
    let decide = Box::new(move |rows: &Rows| {
        *read.borrow_mut() = rows["count"].clone();
        Vec::new()
    });
    a.transact(Scope::All, Mode::Read, decide)
        .await
        .expect("read");
    assert_eq!(*count.borrow(), "100");
}

/// Has the window say that the page is left, or is back.
fn say(event: &str) {
    let event = web_sys::Event::new(event).expect("an event");
    window().dispatch_event(&event).expect("said");
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_holds_up_no_other_tab_and_saves_when_it_is_back() {
    clear_mirror();
    let (a, other) = (open("left").await, IndexedDb::new(window(), "left"));
    save(&a, &key("1"), "one").await.expect("saved");
    let before = a.snapshot().get(&key("1")).map(|one| one.revision.clone());
    let relaxed = Durability::Relaxed;
    let under_way = a.commit(&key("1"), "two", before.as_ref(), relaxed);
    say("pagehide");
    a.suspend();
    assert_eq!(under_way.await, Err(Refused::Trouble(Trouble::Failed)));
    assert!(a.snapshot().is_unsaved(&key("1")));

    let begun_when_left = other.transact(Scope::All, Mode::Read, Box::new(|_| Vec::new()));
    assert_eq!(begun_when_left.await, Err(Trouble::Failed));

    say("pageshow");
    a.resume().await;
    assert!(!a.snapshot().is_unsaved(&key("1")));
    drop(a);
    let b = open("left").await;
    assert_eq!(body(&b, &key("1")).as_deref(), Some("two"));
}

#[wasm_bindgen_test]
async fn a_database_that_is_deleted_under_the_page_is_no_panic() {
    clear_mirror();
    let a = open("deleted").await;
    save(&a, &key("1"), "one").await.expect("saved");
    let factory = window().indexed_db().expect("allowed").expect("there");
    let request = factory.delete_database("deleted").expect("asked");
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(done).await.expect("deleted");
    assert_eq!(save(&a, &key("1"), "two").await, Err(Refused::Deleted));
    save(&a, &key("2"), "new").await.expect("saved");
    let b = open("deleted").await;
    assert_eq!(body(&b, &key("2")).as_deref(), Some("new"));
}

#[wasm_bindgen_test]
async fn values_that_are_no_records_are_seen_and_stay_as_they_are() {
    clear_mirror();
    let a = open("values").await;
    save(&a, &key("1"), "one").await.expect("saved");
    let database = IndexedDb::new(window(), "values");
    let decide = Box::new(|_: &Rows| vec![Write::Put("attempt/2".into(), "noise".into())]);
    let write = Mode::Write(Durability::Relaxed);
    database
        .transact(Scope::Names(Vec::new()), write, decide)
        .await
        .expect("written");
    a.refresh().await.expect("read");
    assert_eq!(a.unreadable()["attempt/2"], "noise");
    assert_eq!(body(&a, &key("1")).as_deref(), Some("one"));
}

#[wasm_bindgen_test]
async fn without_a_database_the_mirror_stands_in_and_is_taken_in_later() {
    clear_mirror();
    let mut denied = tab("stand-in");
    denied.database = None;
    let a = Store::open(denied, Options::default()).await;
    assert_eq!(a.standing(), Standing::Mirror);
    save(&a, &key("1"), "one").await.expect("saved");
    let b = open("stand-in").await;
    assert_eq!(b.standing(), Standing::Database);
    assert_eq!(b.trouble(), None::<Trouble>);
    assert_eq!(body(&b, &key("1")).as_deref(), Some("one"));
    b.delete_all().await.map(drop).expect("deleted");
    let mirror = LocalStorage::of_device(window()).read_all();
    assert!(mirror.expect("readable").is_empty());
}
