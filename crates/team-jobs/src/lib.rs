//! What the page of a team and the worker that reads results say to each other.
//!
//! Both come from one build, so that a message has no version. It is [`postcard`]. Files themselves
//! never go through it: the scripts of the page hand them to the worker, and what comes back holds
//! nothing of a single person.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Something that the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TeamQuestion {
    /// Results may be of these questionnaires: compiled files, several of one where it is loaded in
    /// several languages. Comes before everything else.
    Questionnaires(Vec<Vec<u8>>),
    /// Codes, links or lines of JSON.
    Pasted(String),
}

/// Something that the worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TeamAnswer {
    /// So many files of so many have been read.
    Progress {
        /// Read so far.
        done: u32,
        /// To read in all.
        total: u32,
    },
    /// Everything was read.
    Read,
    /// Reading was stopped, and nothing of it counts.
    Cancelled,
    /// The question cannot be answered.
    Impossible,
}

/// A question or an answer as a message.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Into memory, from types without a length that is not known: there is nothing that could fail.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// The question or the answer in a message, where it is one and nothing else.
pub fn decode<T: DeserializeOwned>(message: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(message) {
        Ok((read, [])) => Some(read),
        _ => None,
    }
}
