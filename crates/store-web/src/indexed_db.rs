//! The truth in IndexedDB: one object store of texts by name.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use futures_channel::oneshot;
use js_sys::{Array, Function, Object, Reflect};
use store::backend::{Database, Decide, Durability, Mode, Rows, Scope};
use store::{LocalBoxFuture, Trouble};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, Window,
};

use crate::events::{Events, Listener, listen};
use crate::{error_name, trouble};

const ROWS: &str = "rows";

/// What says that the page is left, and that it is back.
const PAGE_EVENTS: [&str; 2] = ["pagehide", "pageshow"];

/// A database of this origin. It is opened at the first transaction, and created at the first
/// that writes: a visit that stores nothing leaves nothing.
#[derive(Clone)]
pub struct IndexedDb(Rc<Inner>);

struct Inner {
    window: Window,
    name: String,
    /// How the database was opened, or is being opened: every transaction waits for the same
    /// request.
    opening: RefCell<Option<Opening>>,
    /// Hears that the browser closes the connection, that somebody wants to delete the database,
    /// and that the page is left and is back.
    hearing: Listener,
    /// Whether the page has been left. It may be kept as it was, with what is under way in it: such
    /// a transaction never ends, and WebKit has every other tab wait for it. So what is under way is
    /// aborted, and nothing begins until the page is back.
    left: Cell<bool>,
    under_way: RefCell<Vec<IdbTransaction>>,
}

#[derive(Clone, PartialEq)]
struct Opening {
    request: IdbOpenDbRequest,
    /// Whether the database is created where there is none.
    creates: bool,
}

impl IndexedDb {
    /// The database with this name.
    pub fn new(window: Window, name: &str) -> Self {
        Self(Rc::new_cyclic(|inner: &Weak<Inner>| {
            let inner = inner.clone();
            let hearing = Closure::new(move |event: Event| {
                let Some(inner) = inner.upgrade() else { return };
                match &*event.type_() {
                    "pagehide" => inner.leave(),
                    "pageshow" => inner.left.set(false),
                    _ => inner.close(),
                }
            });
            listen(&window, PAGE_EVENTS, &hearing);
            Inner {
                window,
                name: name.to_owned(),
                opening: RefCell::new(None),
                hearing,
                left: Cell::new(false),
                under_way: RefCell::default(),
            }
        }))
    }
}

impl Database for IndexedDb {
    fn transact(
        &self,
        scope: Scope,
        mode: Mode,
        decide: Decide,
    ) -> LocalBoxFuture<Result<(), Trouble>> {
        let (answer, heard) = oneshot::channel();
        let inner = self.0.clone();
        // In a task of its own, so that it goes on when nobody waits any more.
        spawn_local(async move {
            let result = inner.run(scope, mode, decide).await;
            let _ = answer.send(result);
        });
        Box::pin(async { heard.await.unwrap_or(Err(Trouble::Failed)) })
    }
}

impl Inner {
    async fn run(&self, scope: Scope, mode: Mode, decide: Decide) -> Result<(), Trouble> {
        let events = Events::new();
        let mut opened_again = false;
        let transaction = loop {
            let Some(database) = self.connect(&events, mode != Mode::Read).await? else {
                decide(&Rows::new());
                return Ok(());
            };
            match begin(&database, mode) {
                Ok(transaction) => break transaction,
                Err(error) if opened_again => return Err(trouble(&error)),
                // The browser has closed the connection, as when the site's data is cleared.
                Err(_) => {
                    self.close();
                    opened_again = true;
                }
            }
        };
        if self.left.get() {
            let _ = transaction.abort();
        }
        self.under_way.borrow_mut().push(transaction.clone());
        // Listened to before anything can end it.
        events.of(&transaction, ["complete", "abort"]);
        let written = write(&events, &transaction, scope, decide).await;
        #[expect(
            deprecated,
            reason = "the standard does not call it so; the binding does"
        )]
        let ends = match written {
            // The browser is told that this is all, so that it can complete it without the page.
            Ok(()) => transaction.commit(),
            Err(_) => transaction.abort(),
        };
        // Fails when it has ended already.
        drop(ends);
        let completed = events.ended().await;
        self.under_way
            .borrow_mut()
            .retain(|other| *other != transaction);
        written.map_err(|error| trouble(&error))?;
        match (completed, transaction.error()) {
            (true, _) => Ok(()),
            (false, Some(error)) => Err(trouble(&error)),
            (false, None) => Err(Trouble::Failed),
        }
    }

    fn leave(&self) {
        self.left.set(true);
        for transaction in self.under_way.take() {
            // Fails where all of it has been handed over to the browser.
            let _ = transaction.abort();
        }
    }

    /// The open database; `None` where there is none, and none is to be created.
    async fn connect(
        &self,
        events: &Events,
        creates: bool,
    ) -> Result<Option<IdbDatabase>, Trouble> {
        loop {
            let opening = self.open(creates)?;
            let request = &opening.request;
            events.of(request, ["success", "error"]);
            // While the database is being created, the request has an answer already.
            let answer = || {
                request
                    .error()
                    .ok()
                    .filter(|_| request.transaction().is_none())
            };
            let Some(error) = events.until(answer).await else {
                let database = request.result().map_err(|error| trouble(&error))?;
                let database: IdbDatabase = database.unchecked_into();
                listen(&database, ["versionchange", "close"], &self.hearing);
                return Ok(Some(database));
            };
            self.opening
                .borrow_mut()
                .take_if(|current| *current == opening);
            let is_absent = !opening.creates && error_name(&error) == "AbortError";
            match trouble(&error) {
                _ if is_absent && creates => (),
                _ if is_absent => return Ok(None),
                Trouble::Full => return Err(Trouble::Full),
                _ => return Err(Trouble::Denied),
            }
        }
    }

    /// The request that opens the database, made anew where there is none.
    fn open(&self, creates: bool) -> Result<Opening, Trouble> {
        let mut current = self.opening.borrow_mut();
        if let Some(opening) = &*current {
            return Ok(opening.clone());
        }
        let factory = self.window.indexed_db().ok().flatten();
        let request = factory.and_then(|factory| factory.open_with_u32(&self.name, 1).ok());
        let request = request.ok_or(Trouble::Denied)?;
        let opening = request.clone();
        let upgrade = Closure::once_into_js(move |_: Event| {
            // A database without its object store fails at the first transaction.
            let _ = match creates {
                true => create_rows(&opening),
                false => opening.transaction().map_or(Ok(()), |empty| empty.abort()),
            };
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        Ok(current.insert(Opening { request, creates }).clone())
    }

    fn close(&self) {
        let opening = self.opening.take();
        let opened = opening.and_then(|opening| opening.request.result().ok());
        // A request that has not been answered has no database yet.
        if let Some(Ok(database)) = opened.map(|opened| opened.dyn_into::<IdbDatabase>()) {
            database.close();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        for event in PAGE_EVENTS {
            let hearing = self.hearing.as_ref().unchecked_ref();
            let _ = self
                .window
                .remove_event_listener_with_callback(event, hearing);
        }
        self.close();
    }
}

fn create_rows(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    database.create_object_store(ROWS).map(drop)
}

/// Starts a transaction. With options it is called by name: the binding is unstable.
fn begin(database: &IdbDatabase, mode: Mode) -> Result<IdbTransaction, JsValue> {
    let (mode, durability) = match mode {
        Mode::Read => ("readonly", "default"),
        Mode::Write(Durability::Relaxed) => ("readwrite", "relaxed"),
        Mode::Write(Durability::Strict) => ("readwrite", "strict"),
    };
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &durability.into())?;
    let transaction = Reflect::get(database, &"transaction".into())?;
    let transaction: &Function = transaction.unchecked_ref();
    let started = transaction.call3(database, &ROWS.into(), &mode.into(), &options)?;
    Ok(started.unchecked_into())
}

/// Reads, decides and writes. Between the last answer and the writes nothing else is awaited,
/// so the transaction is still open.
async fn write(
    events: &Events,
    transaction: &IdbTransaction,
    scope: Scope,
    decide: Decide,
) -> Result<(), JsValue> {
    let store = transaction.object_store(ROWS)?;
    let rows = read(events, &store, scope).await?;
    for write in decide(&rows) {
        let name = JsValue::from_str(write.name());
        match write.text() {
            Some(text) => store.put_with_key(&JsValue::from_str(text), &name)?,
            None => store.delete(&name)?,
        };
    }
    Ok(())
}

async fn read(events: &Events, store: &IdbObjectStore, scope: Scope) -> Result<Rows, JsValue> {
    let mut rows = Rows::new();
    let mut requests = Vec::new();
    match &scope {
        Scope::All => requests.extend([store.get_all_keys()?, store.get_all()?]),
        Scope::Names(names) => {
            for name in names {
                requests.push(store.get(&JsValue::from_str(name))?);
            }
        }
    }
    // They are answered in their order.
    if let Some(last) = requests.last() {
        events.of(last, ["success", "error"]);
        events.until(|| last.error().ok()).await;
    }
    let mut values = Vec::new();
    for request in &requests {
        values.push(answer(request)?);
    }
    let mut put = |name: &str, value: &JsValue| {
        if !value.is_undefined() {
            rows.insert(name.to_owned(), text(value));
        }
    };
    match (&scope, &values[..]) {
        (Scope::Names(names), _) => {
            for (name, value) in names.iter().zip(&values) {
                put(name, value);
            }
        }
        (Scope::All, [names, values]) => {
            let (names, values): (&Array, &Array) = (names.unchecked_ref(), values.unchecked_ref());
            for at in 0..names.length() {
                if let Some(name) = names.get(at).as_string() {
                    put(&name, &values.get(at));
                }
            }
        }
        _ => (),
    }
    Ok(rows)
}

/// What a request found, once it is done.
fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    match request.error()? {
        Some(error) => Err(error.into()),
        None => request.result(),
    }
}

/// A value as a text. What is no text was not written by this app, and cannot be read as a
/// record; as JSON it can still be had.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| {
        let json = js_sys::JSON::stringify(value).ok();
        json.and_then(|json| json.as_string()).unwrap_or_default()
    })
}
