//! What the embedding page is sent: how far, and never what was answered.

use crate::shell::{Commit, Shell};
use embedding::{HostEvent, SummaryScore};
use model::Status;
use records::Attempt;
use scoring::score_form;
use store::{Refused, Trouble};

/// What the embedding page has been sent of the open attempt.
#[derive(Default)]
pub(crate) struct Reported {
    attempt: String,
    done: usize,
    complete: bool,
}

impl Reported {
    /// Sends what has changed since it was sent last; `result` says whether the attempt is on
    /// screen as a result.
    pub fn update(shell: &mut Shell, attempt: &Attempt, result: bool) {
        let host = shell.ports.host.clone();
        let reported = &mut shell.reported;
        let done = attempt.session.answers().seen();
        let complete = attempt.session.status() == Status::Completed;
        if reported.attempt != attempt.id() {
            *reported = Reported {
                attempt: attempt.id().to_owned(),
                done,
                complete: result,
            };
            // A result that is looked at again has not been made again.
            if !complete {
                host.emit(&HostEvent::Start);
            }
            return;
        }
        if reported.done != done {
            reported.done = done;
            let total = attempt.session.answers().total();
            host.emit(&HostEvent::Progress {
                answered: done,
                total,
            });
        }
        if result && !reported.complete {
            host.emit(&HostEvent::Complete {
                attempt: attempt.id().to_owned(),
            });
        }
        reported.complete = result || (reported.complete && complete);
    }
}

/// Sends whether what was made is durable.
pub(crate) fn report_commit(shell: &Shell, commit: &Commit) {
    // Where nothing can be stored, what is committed is safe in memory alone.
    let trouble = match &commit.result {
        Ok(_) => shell.persistence.nowhere(),
        Err(Refused::Trouble(trouble)) => Some(*trouble),
        Err(_) => Some(Trouble::Failed),
    };
    let status = match trouble {
        None => "saved",
        Some(Trouble::Denied) => "denied",
        Some(Trouble::Full) => "full",
        Some(Trouble::Failed | Trouble::TimedOut) => "failed",
    };
    shell.ports.host.emit(&HostEvent::Save { status });
}

/// Sends the scores, to which the reader has said yes.
pub(crate) fn send_scores(shell: &Shell, attempt: &Attempt) {
    let session = &attempt.session;
    let scores = score_form(&attempt.instrument, session.form(), session.answers()).scales;
    let scales = attempt.instrument.scales().iter().zip(scores);
    let scores = scales.map(|(scale, score)| SummaryScore {
        scale: scale.id.clone(),
        percent: score.scored.map(|scored| scored.percent),
    });
    shell.ports.host.emit(&HostEvent::Summary {
        attempt: attempt.id().to_owned(),
        scores: scores.collect(),
    });
}
