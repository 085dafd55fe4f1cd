//! What the embedding page is sent: how far, and never what was answered.

use crate::shell::{Commit, Shell};
use embedding::{HostEvent, SummaryScore};
use model::{Page, Status};
use platform::new_id;
use records::{Attempt, StoredRecord};
use scoring::{ScaleScore, score_form};
use store::{Refused, Trouble};

/// What the embedding page has been sent in this visit.
#[derive(Default)]
pub(crate) struct Reported {
    /// The attempt on screen; empty where none is.
    attempt: String,
    /// How many of its pages were done.
    pages: usize,
    complete: bool,
    /// The attempts of which something was sent, each with the id by which the host knows it.
    ids: Vec<(String, String)>,
    /// The result that was on screen last.
    result: Option<String>,
    save: Option<&'static str>,
}

impl Reported {
    /// Sends what has changed since it was sent last; `result` says whether the attempt is on
    /// screen as a result.
    pub fn update(shell: &mut Shell, attempt: &Attempt, result: bool) {
        let host = shell.ports.host.clone();
        let reported = &mut shell.reported;
        if result {
            reported.result = Some(attempt.id().to_owned());
        }
        let session = &attempt.session;
        let complete = session.status() == Status::Completed;
        let pages = attempt.instrument.form_pages(session.form());
        let is_done = |page: &&Page| {
            let mut items = page.iter();
            items.all(|&item| session.answers().get(item).is_some())
        };
        let done = pages.iter().filter(is_done).count();
        if reported.attempt != attempt.id() {
            reported.attempt = attempt.id().to_owned();
            reported.pages = done;
            reported.complete = result;
            // A result that is looked at again has not been made again.
            if !complete {
                host.emit(&HostEvent::Start);
            }
            return;
        }
        // Not each statement: when it was answered is nobody's business.
        if reported.pages != done {
            reported.pages = done;
            host.emit(&HostEvent::Progress {
                answered: pages.iter().filter(is_done).map(Vec::len).sum(),
                total: pages.iter().map(Vec::len).sum(),
            });
        }
        let is_new = result && !reported.complete;
        reported.complete = result || (reported.complete && complete);
        if is_new {
            let attempt = shell.host_id(attempt);
            host.emit(&HostEvent::Complete { attempt });
        }
    }

    /// No attempt is on screen any more: to go on with one is a start.
    pub fn leave(&mut self) {
        self.attempt.clear();
    }

    /// The id of the result of this device that was on screen last in this visit.
    pub fn result(&self) -> Option<&str> {
        self.result.as_deref()
    }
}

impl Shell {
    /// The id by which the host knows an attempt in this visit: not that of its files, so that
    /// nobody can tell by it whose a file is.
    fn host_id(&mut self, attempt: &Attempt) -> String {
        let ids = &mut self.reported.ids;
        let known = ids.iter().find(|(id, _)| id == attempt.id());
        match known {
            Some((_, host_id)) => host_id.clone(),
            None => {
                let host_id = new_id(&*self.ports.random);
                ids.push((attempt.id().to_owned(), host_id.clone()));
                host_id
            }
        }
    }
}

/// Sends whether what is made is durable, where that is new: each time would tell when something
/// was written. Of what is not an own attempt at the current questionnaire nothing is sent.
pub(crate) fn report_commit(shell: &mut Shell, commit: &Commit) {
    let id = commit.key.id();
    let is_own = match id.and_then(|id| shell.persistence.attempt(id)) {
        Some(attempt) => shell.is_own(&attempt),
        // An attempt that is deleted is known by what was on screen.
        None => commit.key.kind() != Attempt::KIND || id == Some(&*shell.reported.attempt),
    };
    if !is_own {
        return;
    }
    // Where nothing can be stored, what is committed is safe in memory alone.
    let trouble = match &commit.result {
        Ok(_) => shell.persistence.nowhere(),
        Err(Refused::Trouble(trouble)) => Some(*trouble),
        // Another version stands there: what is in it is durable.
        Err(_) if commit.only_stamps => return,
        Err(_) => Some(Trouble::Failed),
    };
    let status = match trouble {
        None => "saved",
        Some(Trouble::Denied) => "denied",
        Some(Trouble::Full) => "full",
        Some(Trouble::Failed | Trouble::TimedOut) => "failed",
    };
    if shell.reported.save.replace(status) != Some(status) {
        shell.ports.host.emit(&HostEvent::Save { status });
    }
}

/// The score that a host may be told, as the request shows it: with one decimal. Of fewer answers it
/// would say what they were.
pub(super) fn told(score: &ScaleScore) -> Option<f64> {
    const FEWEST: u32 = 4;
    let scored = score.scored.as_ref()?;
    (score.answered >= FEWEST).then_some((scored.percent * 10.0).round() / 10.0)
}

/// Sends the scores, to which the reader has said yes.
pub(crate) fn send_scores(shell: &mut Shell, attempt: &Attempt) {
    let session = &attempt.session;
    let scores = score_form(&attempt.instrument, session.form(), session.answers()).scales;
    let scales = attempt.instrument.scales().iter().zip(scores);
    let scores = scales.map(|(scale, score)| SummaryScore {
        scale: scale.id.clone(),
        percent: told(&score),
    });
    let summary = HostEvent::Summary {
        scores: scores.collect(),
        attempt: shell.host_id(attempt),
    };
    shell.ports.host.emit(&summary);
}
