//! One transaction: reads, decides, writes the truth and its copy, within a time limit, and
//! brings what became of it into the state.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};

use crate::backend::{Database, LocalBoxFuture, Mirror, Rows, Write};
use crate::copies::Copies;
use crate::decide::{Finding, Found, Operation, View, Writer, first_mark};
use crate::store::{Event, Inner, Standing};
use crate::{Refused, Trouble};

/// Where an operation is performed.
pub(crate) struct Place {
    pub(crate) truth: Rc<dyn Database>,
    pub(crate) standing: Standing,
    /// After how many milliseconds a transaction counts as hanging.
    pub(crate) limit: u32,
}

/// A transaction under way.
struct Transaction {
    operation: Operation,
    writer: Writer,
    /// Where the truth is a database.
    copies: Option<Copies>,
    found: RefCell<Found>,
}

impl Transaction {
    /// Called inside the transaction, with what it read.
    fn decide(&self, rows: &Rows) -> Vec<Write> {
        let copies = self.copies.as_ref();
        let mirror = copies.map_or_else(Rows::new, Copies::rows);
        let view = View {
            rows,
            mirror: &mirror,
            writer: &self.writer,
        };
        let mut plan = self.operation.decide(&view);
        plan.writes.extend(first_mark(&view, &plan.writes));
        if let Some(copies) = copies {
            copies.write(&mirror, &plan.writes, plan.mirror);
        }
        *self.found.borrow_mut() = plan.found;
        plan.writes
    }

    /// What was found, now that the transaction has ended.
    fn found(&self, ended: Result<(), Trouble>) -> Found {
        match ended {
            Ok(()) => self.found.replace(FAILED),
            Err(trouble) => {
                self.copies.iter().for_each(Copies::take_back);
                Err(Refused::Trouble(trouble))
            }
        }
    }
}

const FAILED: Found = Err(Refused::Trouble(Trouble::Failed));
const TIMED_OUT: Found = Err(Refused::Trouble(Trouble::TimedOut));

impl Inner {
    /// Performs an operation in the truth as it is now.
    pub(crate) fn perform(self: &Rc<Self>, operation: Operation) -> LocalBoxFuture<Found> {
        let state = self.state();
        let place = Place {
            truth: state.truth.clone(),
            standing: state.standing,
            limit: self.options.time_limit,
        };
        drop(state);
        self.perform_in(&place, operation)
    }

    /// Performs an operation: begins at once, and goes on whether or not anyone waits for the
    /// answer. That is given when the transaction has completed, and not before, or when the time
    /// limit has passed.
    pub(crate) fn perform_in(
        self: &Rc<Self>,
        place: &Place,
        operation: Operation,
    ) -> LocalBoxFuture<Found> {
        let transaction = Rc::new(Transaction {
            operation,
            writer: self.writer(place.standing),
            copies: self.copy(place.standing).map(Copies::into_mirror),
            found: RefCell::new(FAILED),
        });
        let inside = transaction.clone();
        let done = place.truth.transact(
            transaction.operation.scope(),
            transaction.operation.mode(),
            Box::new(move |rows| inside.decide(rows)),
        );
        let limit = self.backends.clock.sleep(place.limit);
        let (answer, heard) = oneshot::channel();
        let inner = self.clone();
        (self.backends.spawn)(Box::pin(async move {
            let (found, late) = match select(done, limit).await {
                Either::Left((ended, _)) => (transaction.found(ended), None),
                Either::Right((_, done)) => (TIMED_OUT, Some(done)),
            };
            // Who has stopped waiting does not hear.
            let _ = answer.send(inner.conclude(&transaction, found).await);
            if let Some(done) = late {
                let found = transaction.found(done.await);
                if transaction.operation.is_followed_by_reading() {
                    let found = inner.conclude(&transaction, found).await;
                    inner.say_deleted(found);
                }
            }
        }));
        Box::pin(async { heard.await.unwrap_or(FAILED) })
    }

    /// Says what a deletion has removed that nobody waits for any more: the tab has forgotten it
    /// already, and so finds no change when it reads.
    fn say_deleted(&self, found: Found) {
        if let Ok(Finding::Removed(removed)) = found
            && !removed.is_empty()
        {
            let keys = removed.iter().map(|one| one.key().clone());
            self.say(&Event::Changed(keys.collect()));
        }
    }

    /// This tab, for the next decision.
    pub(crate) fn writer(&self, standing: Standing) -> Writer {
        let now = self.backends.clock.now();
        self.state_mut().writer(now, standing)
    }

    /// The mirror, where it is a copy and not the truth.
    pub(crate) fn mirror(&self) -> Option<Rc<dyn Mirror>> {
        let standing = self.state().standing;
        self.copy(standing)
    }

    pub(crate) fn copy(&self, standing: Standing) -> Option<Rc<dyn Mirror>> {
        let mirror = self.backends.mirror.clone();
        mirror.filter(|_| standing == Standing::Database)
    }

    /// Brings what was found into the state. What has changed more than this tab knows is said
    /// to the other tabs, and read anew.
    async fn conclude(self: &Rc<Self>, transaction: &Transaction, found: Found) -> Found {
        let found = self.take_in(transaction, found);
        let happened = !matches!(found, Err(Refused::Trouble(_)));
        if happened && transaction.operation.is_followed_by_reading() {
            self.post();
            // What was written stands, whether or not it can be read back now.
            let _ = self.read().await;
        }
        found
    }

    fn take_in(self: &Rc<Self>, transaction: &Transaction, found: Found) -> Found {
        let number = transaction.writer.change;
        match (&transaction.operation, &found) {
            (Operation::Read, Ok(Finding::Rows(rows))) => self.take(rows, number),
            (Operation::Read, Err(Refused::Trouble(trouble))) => {
                self.state_mut().trouble = Some(*trouble);
            }
            (Operation::Commit(commit), _) => return self.committed(commit, found),
            (Operation::Delete { keys, deletion, .. }, Ok(Finding::Removed(removed))) => {
                deletion.replace(removed.clone());
                self.forget(number, keys.as_deref());
            }
            _ => (),
        }
        found
    }
}
