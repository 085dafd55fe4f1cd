//! The copies that a transaction makes in the mirror, and takes back when it fails.

use std::cell::RefCell;
use std::rc::Rc;

use crate::RecordKey;
use crate::backend::{Mirror, Rows, Write};
use crate::row::Row;
use crate::stand_in::apply;

/// What one transaction changed in the mirror.
pub(crate) struct Copies {
    mirror: Rc<dyn Mirror>,
    /// Each write, and what stood there before.
    done: RefCell<Vec<(Write, Option<String>)>>,
}

impl Copies {
    pub(crate) fn into_mirror(mirror: Rc<dyn Mirror>) -> Self {
        let done = RefCell::default();
        Self { mirror, done }
    }

    /// What is in the mirror now. One that cannot be read has nothing to say.
    pub(crate) fn rows(&self) -> Rows {
        self.mirror.read_all().unwrap_or_default()
    }

    /// Copies what the transaction writes into the truth, and writes what is for the mirror
    /// alone. Called inside the transaction, so that the copies change in its order.
    pub(crate) fn write(&self, before: &Rows, writes: &[Write], of_mirror: Vec<Write>) {
        let copies = writes.iter().filter_map(|write| copy_of(write, before));
        for write in copies.chain(of_mirror) {
            // A copy that fails costs nothing: the truth has the record.
            let _ = apply(&*self.mirror, &write);
            let there = before.get(write.name()).cloned();
            self.done.borrow_mut().push((write, there));
        }
    }

    /// Makes the mirror what it was, as nothing was written into the truth.
    pub(crate) fn take_back(&self) {
        let now = self.rows();
        for (write, before) in self.done.take().into_iter().rev() {
            if now.get(write.name()) == write.text() {
                let name = write.name().to_owned();
                let back = match before {
                    Some(text) => Write::Put(name, text),
                    None => Write::Remove(name),
                };
                let _ = apply(&*self.mirror, &back);
            }
        }
    }
}

/// What a write of the truth means for its copy in the mirror.
fn copy_of(write: &Write, mirror: &Rows) -> Option<Write> {
    let name = write.name();
    let key = RecordKey::parse(name)?;
    let read = |text: &String| Row::decode(&key, text).ok();
    let Some(row) = write.text().and_then(read).filter(|row| !row.deleted) else {
        return Some(Write::Remove(name.to_owned()));
    };
    // A version that only the mirror has was written where there was no database. The next
    // opening brings both together.
    let there = mirror.get(name).and_then(read);
    let loses = there.is_some_and(|there| !row.record.revision.contains(&there.record.revision));
    (!loses).then(|| write.clone())
}
