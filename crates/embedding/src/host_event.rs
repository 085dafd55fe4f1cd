//! Host events: how far the reader is, and never what was answered.

use serde::Serialize;

/// The score of a scale, for a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryScore {
    /// The scale's id.
    pub scale: String,
    /// Percent of maximum possible, from 0 to 100; `None` without a score that may be told.
    pub percent: Option<f64>,
}

/// A host event.
#[derive(Clone, Debug, PartialEq)]
pub enum HostEvent {
    /// An attempt has begun.
    Start,
    /// A page of statements is done.
    Progress {
        /// Statements of the pages that are done: answered or skipped.
        answered: usize,
        /// Asked.
        total: usize,
    },
    /// The result is on screen.
    Complete {
        /// A random id of this visit: it is none of a file, and says nothing of the person.
        attempt: String,
    },
    /// Whether what is made is stored: when it is known, and when it changes.
    Save {
        /// `saved`, `denied`, `full` or `failed`.
        status: &'static str,
    },
    /// The scores, after the reader has said yes on screen.
    Summary {
        /// The same id as in `Complete`.
        attempt: String,
        /// One entry a scale.
        scores: Vec<SummaryScore>,
    },
}

impl HostEvent {
    /// The name of the event, after `mindset-`.
    pub fn name(&self) -> &'static str {
        match self {
            HostEvent::Start => "start",
            HostEvent::Progress { .. } => "progress",
            HostEvent::Complete { .. } => "complete",
            HostEvent::Save { .. } => "save",
            HostEvent::Summary { .. } => "summary",
        }
    }

    /// What it says: a JSON object.
    pub fn detail(&self) -> String {
        match self {
            HostEvent::Start => "{}".to_owned(),
            HostEvent::Progress { answered, total } => {
                let (answered, total) = (answered.to_string(), total.to_string());
                ["{\"answered\":", &answered, ",\"total\":", &total, "}"].concat()
            }
            HostEvent::Complete { attempt } => {
                ["{\"attemptId\":\"", plain(attempt), "\"}"].concat()
            }
            HostEvent::Save { status } => ["{\"status\":\"", status, "\"}"].concat(),
            HostEvent::Summary { attempt, scores } => summary(attempt, scores),
        }
    }
}

/// An id as it may stand in a text of JSON; nothing for one that would need an escape, which none
/// that is made here does.
fn plain(id: &str) -> &str {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if id.bytes().all(sound) { id } else { "" }
}

/// What the event of a summary says.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary<'a> {
    attempt_id: &'a str,
    scores: Vec<SummaryEntry<'a>>,
}

/// The score of one scale in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SummaryEntry<'a> {
    percent: Option<f64>,
    scale_id: &'a str,
}

fn summary(attempt: &str, scores: &[SummaryScore]) -> String {
    let entries = scores.iter().map(|score| SummaryEntry {
        percent: score.percent,
        scale_id: plain(&score.scale),
    });
    let summary = Summary {
        attempt_id: plain(attempt),
        scores: entries.collect(),
    };
    // Texts and numbers: there is nothing that could fail.
    serde_json::to_string(&summary).unwrap_or_default()
}
