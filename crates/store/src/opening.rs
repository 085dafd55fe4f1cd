//! Where the truth is, and reading it: at the opening of a store and ever after.

use std::rc::Rc;

use crate::backend::{Database, Durability, LocalBoxFuture, Mode, Rows, Scope};
use crate::decide::{self, Finding, View, Writer};
use crate::stand_in::MirrorDatabase;
use crate::store::{Event, Inner, Persistence, Standing};
use crate::transaction::Transaction;
use crate::{Trouble, backend::Mirror};

/// Where the truth could be.
type Candidate = (Rc<dyn Database>, Standing);

impl Inner {
    /// Finds out where the truth is, and takes in what only the mirror has.
    pub(crate) async fn settle(&self) {
        let number = self.state.borrow_mut().next_number();
        let candidates = self.candidates();
        let mut trouble = None;
        if candidates.is_empty() && self.options.persistence != Persistence::None {
            trouble = Some(Trouble::Denied);
        }
        for (truth, standing) in candidates {
            match self.merge_all(&truth, standing == Standing::Database).await {
                Ok(rows) => {
                    let mut state = self.state.borrow_mut();
                    (state.truth, state.standing) = (truth, standing);
                    state.trouble = trouble;
                    drop(state);
                    self.take(&rows, number);
                    return;
                }
                Err(failed) => trouble = trouble.or(Some(failed)),
            }
        }
        self.state.borrow_mut().trouble = trouble;
    }

    /// Where the truth could be, the best place first.
    fn candidates(&self) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let backends = &self.backends;
        let (mirror, standing) = match self.options.persistence {
            Persistence::Device => (&backends.mirror, Standing::Mirror),
            Persistence::Session => (&backends.session, Standing::Session),
            Persistence::None => return candidates,
        };
        if let (Some(database), Standing::Mirror) = (&backends.database, standing) {
            candidates.push((database.clone(), Standing::Database));
        }
        let stand_in = |mirror: &Rc<dyn Mirror>| -> Rc<dyn Database> {
            Rc::new(MirrorDatabase(mirror.clone()))
        };
        candidates.extend(mirror.as_ref().map(|mirror| (stand_in(mirror), standing)));
        candidates
    }

    /// Merges until the mirror has nothing more: this tab may have gone on writing there.
    async fn merge_all(
        &self,
        truth: &Rc<dyn Database>,
        in_database: bool,
    ) -> Result<Rows, Trouble> {
        let ask = |mode| {
            let writer = self.state.borrow_mut().writer(self.backends.clock.now());
            Transaction {
                truth: truth.clone(),
                scope: Scope::All,
                mode,
                writer: Writer {
                    in_database,
                    ..writer
                },
            }
        };
        let limit = self.options.opening_limit;
        let mut merged = false;
        loop {
            let look = ask(Mode::Read);
            let writer = look.writer.clone();
            let read = self.start_within(limit, look, Box::new(decide::read));
            let Finding::Rows(rows) = read.await? else {
                return Err(Trouble::Failed);
            };
            let mirror = self.backends.mirror.as_ref().filter(|_| in_database);
            // A mirror that cannot be read has nothing to say.
            let mirror = mirror.and_then(|mirror| mirror.read_all().ok());
            let plan = decide::merge(&View {
                rows: &rows,
                mirror: &mirror.unwrap_or_default(),
                writer: &writer,
            });
            // A mirror without room stays as it is, however often it is written.
            if plan.writes.is_empty() && (merged || plan.mirror.is_empty()) {
                return Ok(rows);
            }
            let write = ask(Mode::Write(Durability::Relaxed));
            self.start_within(limit, write, Box::new(decide::merge))
                .await?;
            merged = true;
        }
    }

    /// Reads the truth, and finds a better one if there is one now.
    pub(crate) fn read(self: &Rc<Self>) -> LocalBoxFuture<Result<(), Trouble>> {
        let inner = self.clone();
        Box::pin(async move {
            let device = inner.options.persistence == Persistence::Device;
            let standing = inner.state.borrow().standing;
            if device && standing != Standing::Database && inner.backends.database.is_some() {
                inner.settle().await;
                return inner.state.borrow().trouble.map_or(Ok(()), Err);
            }
            let transaction = inner.transaction(Scope::All, Mode::Read);
            let (number, limit) = (transaction.writer.change, inner.options.time_limit);
            let read = inner.start_within(limit, transaction, Box::new(decide::read));
            match read.await {
                Ok(Finding::Rows(rows)) => inner.take(&rows, number),
                Ok(_) => (),
                Err(trouble) => {
                    inner.state.borrow_mut().trouble = Some(trouble);
                    return Err(trouble);
                }
            }
            Ok(())
        })
    }

    fn take(&self, rows: &Rows, number: u32) {
        let changed = self.state.borrow_mut().take(rows, number);
        if !changed.is_empty() {
            self.say(&Event::Changed(changed));
        }
    }

    /// Follows a notice of another tab. Notices during a reading are one more reading.
    pub(crate) fn follow(self: &Rc<Self>) {
        if self.state.borrow().suspended {
            return;
        }
        let reading = self.following.replace(Following::ReadAgain);
        if reading != Following::Idle {
            return;
        }
        let inner = self.clone();
        (self.backends.spawn)(Box::pin(async move {
            while inner.following.get() == Following::ReadAgain {
                inner.following.set(Following::Reading);
                // The next notice or refresh tries again.
                let _ = inner.read().await;
            }
            inner.following.set(Following::Idle);
        }));
    }
}

/// Whether a notice of another tab is being followed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Following {
    #[default]
    Idle,
    Reading,
    /// Another notice has come since.
    ReadAgain,
}
