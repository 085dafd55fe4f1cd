//! What is the truth where there is no database.

use std::cell::RefCell;
use std::future::ready;
use std::rc::Rc;

use crate::backend::{Database, Decide, LocalBoxFuture, Mirror, Mode, Rows, Scope, Trouble, Write};

/// The mirror in place of a database: compares as well as a map can that other tabs write
/// at the same time.
pub(crate) struct MirrorDatabase(pub(crate) Rc<dyn Mirror>);

/// Memory in place of the mirror: ends with the page.
#[derive(Default)]
pub(crate) struct MemoryMirror(RefCell<Rows>);

impl MirrorDatabase {
    fn run(&self, scope: &Scope, decide: Decide) -> Result<(), Trouble> {
        let before = self.0.read_all()?;
        let writes = decide(&within(&before, scope));
        for (done, write) in writes.iter().enumerate() {
            if let Err(trouble) = apply(&*self.0, write) {
                for undone in writes[..done].iter().rev() {
                    let name = undone.name();
                    // What stood there before needs no more room than it had.
                    let _ = match before.get(name) {
                        Some(text) => self.0.put(name, text),
                        None => self.0.remove(name),
                    };
                }
                return Err(trouble);
            }
        }
        Ok(())
    }
}

pub(crate) fn apply(mirror: &dyn Mirror, write: &Write) -> Result<(), Trouble> {
    match write {
        Write::Put(name, text) => mirror.put(name, text),
        Write::Remove(name) => mirror.remove(name),
    }
}

pub(crate) fn within(rows: &Rows, scope: &Scope) -> Rows {
    let Scope::Names(names) = scope else {
        return rows.clone();
    };
    let mut found = Rows::new();
    for name in names {
        if let Some(text) = rows.get(name) {
            found.insert(name.clone(), text.clone());
        }
    }
    found
}

impl Database for MirrorDatabase {
    fn transact(
        &self,
        scope: Scope,
        _: Mode,
        decide: Decide,
    ) -> LocalBoxFuture<Result<(), Trouble>> {
        Box::pin(ready(self.run(&scope, decide)))
    }
}

impl Mirror for MemoryMirror {
    fn read_all(&self) -> Result<Rows, Trouble> {
        Ok(self.0.borrow().clone())
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let (name, text) = (name.to_owned(), text.to_owned());
        self.0.borrow_mut().insert(name, text);
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.0.borrow_mut().remove(name);
        Ok(())
    }
}
