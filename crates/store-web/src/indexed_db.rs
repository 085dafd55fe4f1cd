//! The truth in IndexedDB: one object store of texts by name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Function, Object, Promise, Reflect};
use store::backend::{Database, Decide, Durability, Mode, Rows, Scope, Write};
use store::{LocalBoxFuture, Trouble};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, Window,
};

use crate::trouble;

const ROWS: &str = "rows";

/// A database of this origin. It is opened at the first transaction, and created at the first
/// that writes: a visit that stores nothing leaves nothing.
#[derive(Clone)]
pub struct IndexedDb(Rc<Inner>);

struct Inner {
    window: Window,
    name: String,
    connection: RefCell<Connection>,
}

enum Connection {
    Closed,
    /// Whoever else wants it meanwhile.
    Opening(Vec<oneshot::Sender<()>>),
    Open(Open),
}

struct Open {
    database: IdbDatabase,
    _closing: Closure<dyn Fn()>,
}

impl IndexedDb {
    /// The database with this name.
    pub fn new(window: Window, name: &str) -> Self {
        Self(Rc::new(Inner {
            window,
            name: name.to_owned(),
            connection: RefCell::new(Connection::Closed),
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
    async fn run(self: Rc<Self>, scope: Scope, mode: Mode, decide: Decide) -> Result<(), Trouble> {
        let create = mode != Mode::Read;
        let Some(database) = self.connect(create).await? else {
            decide(&Rows::new());
            return Ok(());
        };
        let transaction = match begin(&database, mode) {
            Ok(transaction) => transaction,
            Err(_) => {
                // The browser has closed the connection, as when the site's data is cleared.
                self.connection.replace(Connection::Closed);
                let Some(database) = self.connect(create).await? else {
                    decide(&Rows::new());
                    return Ok(());
                };
                begin(&database, mode).map_err(|error| trouble(&error))?
            }
        };
        // Asked for before anything can end it.
        let ended = ending(&transaction);
        let written = write(&transaction, scope, decide).await;
        if written.is_err() {
            // Fails when it has ended already.
            let _ = transaction.abort();
        }
        let ended = JsFuture::from(ended).await;
        match (written, ended) {
            (Ok(()), Ok(_)) => Ok(()),
            (Err(error), _) => Err(trouble(&error)),
            (Ok(()), Err(_)) => {
                let error = transaction.error();
                Err(error.map_or(Trouble::Failed, |error| trouble(&error)))
            }
        }
    }

    /// The open database; `None` where there is none, and none is to be created.
    async fn connect(self: &Rc<Self>, create: bool) -> Result<Option<IdbDatabase>, Trouble> {
        loop {
            let (waiting, opened) = oneshot::channel();
            match &mut *self.connection.borrow_mut() {
                Connection::Open(open) => return Ok(Some(open.database.clone())),
                Connection::Opening(waiters) => waiters.push(waiting),
                closed => {
                    *closed = Connection::Opening(Vec::new());
                    break;
                }
            }
            // Ended in any case, with or without a database.
            let _ = opened.await;
        }
        let opened = self.open(create).await;
        let connection = match &opened {
            Ok(Some(database)) => Connection::Open(self.keep(database)),
            _ => Connection::Closed,
        };
        if let Connection::Opening(waiters) = self.connection.replace(connection) {
            for waiter in waiters {
                let _ = waiter.send(());
            }
        }
        opened
    }

    async fn open(&self, create: bool) -> Result<Option<IdbDatabase>, Trouble> {
        let factory = self.window.indexed_db().ok().flatten();
        let factory = factory.ok_or(Trouble::Denied)?;
        let request = factory.open_with_u32(&self.name, 1);
        let request = request.map_err(|_| Trouble::Denied)?;
        let absent = Rc::new(Cell::new(false));
        let (found_absent, asked) = (absent.clone(), request.clone());
        let upgrading = Closure::once(move |_: Event| {
            let done = match create {
                true => create_rows(&asked),
                false => {
                    found_absent.set(true);
                    asked.transaction().map_or(Ok(()), |empty| empty.abort())
                }
            };
            // A database without its object store fails at the first transaction.
            let _ = done;
        });
        request.set_onupgradeneeded(Some(upgrading.as_ref().unchecked_ref()));
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        let opened = JsFuture::from(opened).await;
        request.set_onupgradeneeded(None);
        match opened {
            Ok(_) => {
                let database = request.result().map_err(|error| trouble(&error))?;
                Ok(Some(database.unchecked_into()))
            }
            Err(_) if absent.get() => Ok(None),
            Err(_) => match request.error() {
                Ok(Some(error)) if trouble(&error) == Trouble::Full => Err(Trouble::Full),
                _ => Err(Trouble::Denied),
            },
        }
    }

    /// Lets go when the browser closes the connection, or somebody wants to delete the database.
    fn keep(self: &Rc<Self>, database: &IdbDatabase) -> Open {
        let (inner, closing) = (Rc::downgrade(self), database.clone());
        let closing: Closure<dyn Fn()> = Closure::new(move || {
            closing.close();
            if let Some(inner) = inner.upgrade() {
                // Dropped in the next task: this very closure is inside.
                let before = inner.connection.replace(Connection::Closed);
                spawn_local(async move { drop(before) });
            }
        });
        let function: &Function = closing.as_ref().unchecked_ref();
        database.set_onversionchange(Some(function));
        database.set_onclose(Some(function));
        Open {
            database: database.clone(),
            _closing: closing,
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        self.database.close();
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
    let durability = JsValue::from_str(durability);
    Reflect::set(&options, &JsValue::from_str("durability"), &durability)?;
    let transaction: Function =
        Reflect::get(database, &JsValue::from_str("transaction"))?.dyn_into()?;
    let (rows, mode) = (JsValue::from_str(ROWS), JsValue::from_str(mode));
    let started = transaction.call3(database, &rows, &mode, &options)?;
    Ok(started.unchecked_into())
}

fn ending(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// Reads, decides and writes. Between the last answer and the writes nothing else is awaited,
/// so the transaction is still open.
async fn write(transaction: &IdbTransaction, scope: Scope, decide: Decide) -> Result<(), JsValue> {
    let store = transaction.object_store(ROWS)?;
    let rows = read(&store, scope).await?;
    for write in decide(&rows) {
        let name = JsValue::from_str(write.name());
        match &write {
            Write::Put(_, text) => store.put_with_key(&JsValue::from_str(text), &name)?,
            Write::Remove(_) => store.delete(&name)?,
        };
    }
    Ok(())
}

async fn read(store: &IdbObjectStore, scope: Scope) -> Result<Rows, JsValue> {
    let (names, values) = match scope {
        Scope::All => {
            let answers = answers(&[store.get_all_keys()?, store.get_all()?]).await?;
            (Array::from(&answers[0]), Array::from(&answers[1]))
        }
        Scope::Names(names) => {
            let names: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
            let asked: Result<Vec<_>, _> = names.iter().map(|name| store.get(&name)).collect();
            (names, answers(&asked?).await?.into_iter().collect())
        }
    };
    let mut rows = Rows::new();
    for (name, value) in names.iter().zip(values.iter()) {
        if let Some(name) = name.as_string().filter(|_| !value.is_undefined()) {
            rows.insert(name, text(&value));
        }
    }
    Ok(rows)
}

/// What these requests found, once all have been answered.
async fn answers(requests: &[IdbRequest]) -> Result<Vec<JsValue>, JsValue> {
    let answered: Array = requests
        .iter()
        .map(|request| {
            Promise::new(&mut |resolve, reject| {
                request.set_onsuccess(Some(&resolve));
                request.set_onerror(Some(&reject));
            })
        })
        .collect();
    JsFuture::from(Promise::all(&answered)).await?;
    requests.iter().map(IdbRequest::result).collect()
}

/// A value as a text. What is no text was not written by this app, and cannot be read as a
/// record; as JSON it can still be had.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| {
        let json = js_sys::JSON::stringify(value).ok();
        json.and_then(|json| json.as_string()).unwrap_or_default()
    })
}
