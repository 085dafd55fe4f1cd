//! One transaction: reads, decides, writes the truth and its copy, within a time limit.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};

use crate::Trouble;
use crate::backend::{Database, LocalBoxFuture, Mirror, Mode, Rows, Scope};
use crate::copies::Copies;
use crate::decide::{Decision, Finding, View, Writer, first_mark};
use crate::key::META;
use crate::store::{Inner, Standing};

/// What a transaction is about.
pub(crate) struct Transaction {
    pub(crate) truth: Rc<dyn Database>,
    pub(crate) scope: Scope,
    pub(crate) mode: Mode,
    pub(crate) writer: Writer,
}

impl Inner {
    /// A transaction in the truth as it is now.
    pub(crate) fn transaction(&self, scope: Scope, mode: Mode) -> Transaction {
        let mut state = self.state.borrow_mut();
        Transaction {
            truth: state.truth.clone(),
            scope,
            mode,
            writer: state.writer(self.backends.clock.now()),
        }
    }

    /// The mirror, where it is a copy and not the truth.
    pub(crate) fn mirror(&self) -> Option<Rc<dyn Mirror>> {
        let standing = self.state.borrow().standing;
        self.copy(standing == Standing::Database)
    }

    fn copy(&self, in_database: bool) -> Option<Rc<dyn Mirror>> {
        self.backends.mirror.clone().filter(|_| in_database)
    }

    /// Starts a transaction at once. What was found is given when it has completed, and not
    /// before.
    pub(crate) fn start(
        &self,
        transaction: Transaction,
        decide: Decision,
    ) -> LocalBoxFuture<Result<Finding, Trouble>> {
        let Transaction {
            truth,
            mut scope,
            mode,
            writer,
        } = transaction;
        if let Scope::Names(names) = &mut scope {
            names.push(META.to_owned());
        }
        let copies = self.copy(writer.in_database).map(Copies::into_mirror);
        let found = Rc::new((copies, RefCell::new(None)));
        let inside = found.clone();
        let done = truth.transact(
            scope,
            mode,
            Box::new(move |rows| {
                let (copies, finding) = &*inside;
                let mirror = copies.as_ref().map_or_else(Rows::new, Copies::rows);
                let view = View {
                    rows,
                    mirror: &mirror,
                    writer: &writer,
                };
                let mut plan = decide(&view);
                plan.writes.extend(first_mark(&view, &plan.writes));
                if let Some(copies) = copies {
                    copies.write(&mirror, &plan.writes, plan.mirror);
                }
                finding.replace(Some(plan.finding));
                plan.writes
            }),
        );
        // In a task of its own: one that fails when nobody waits any more takes its copies back.
        let found = self.in_background(Box::pin(async move {
            let done = done.await;
            let (copies, finding) = &*found;
            match done {
                Ok(()) => finding.take().ok_or(Trouble::Failed),
                Err(trouble) => {
                    copies.iter().for_each(Copies::take_back);
                    Err(trouble)
                }
            }
        }));
        Box::pin(async { found.await.unwrap_or(Err(Trouble::Failed)) })
    }

    /// The same, and waits no longer than `limit` says, in milliseconds.
    pub(crate) fn start_within(
        &self,
        limit: u32,
        transaction: Transaction,
        decide: Decision,
    ) -> LocalBoxFuture<Result<Finding, Trouble>> {
        self.within(limit, self.start(transaction, decide))
    }

    /// Waits no longer than `limit` says, in milliseconds.
    pub(crate) fn within<T: 'static>(
        &self,
        limit: u32,
        done: LocalBoxFuture<Result<T, Trouble>>,
    ) -> LocalBoxFuture<Result<T, Trouble>> {
        let sleep = self.backends.clock.sleep(limit);
        Box::pin(async move {
            match select(done, sleep).await {
                Either::Left((result, _)) => result,
                Either::Right(_) => Err(Trouble::TimedOut),
            }
        })
    }

    /// Runs a task to its end, whether or not anyone waits for it. Gives `None` when the page
    /// ends before.
    pub(crate) fn in_background<T: 'static>(
        &self,
        task: LocalBoxFuture<T>,
    ) -> impl Future<Output = Option<T>> + use<T> {
        let (say, heard) = oneshot::channel();
        (self.backends.spawn)(Box::pin(async move {
            // Who has stopped waiting does not hear.
            let _ = say.send(task.await);
        }));
        async { heard.await.ok() }
    }
}
