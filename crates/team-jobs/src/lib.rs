//! What the page of a team and the worker that reads results say to each other.
//!
//! Both come from one build, so that a message has no version. It is [`postcard`]. Files themselves
//! never go through it: the scripts of the page hand them to the worker, and what comes back holds
//! nothing of a single person.

pub use file_jobs::Sentence;
use model::{Day, Language};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use team::{Mirror, Pool, Refusal, Selection, View};

/// Something that the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TeamQuestion {
    /// Results may be of these questionnaires: compiled files, several of one where it is loaded in
    /// several languages. Comes before everything else, and again where a language was added.
    Questionnaires {
        /// The compiled files.
        compiled: Vec<Vec<u8>>,
        /// The day that it is: no result is of a later one.
        today: Day,
    },
    /// Codes, links or lines of JSON.
    Pasted(String),
    /// What may be shown of these people.
    View(Selection),
    /// The same as a file.
    File {
        /// Of whom.
        selection: Selection,
        /// How it is written.
        format: TeamFormat,
        /// The language of its names.
        language: Language,
    },
}

/// How a view is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TeamFormat {
    /// A table of figures.
    Csv,
    /// What the columns of that table mean.
    Codebook,
    /// For programs.
    Json,
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
    Read(TeamRead),
    /// Reading was stopped, and nothing of it counts.
    Cancelled,
    /// What may be shown of the people that were asked for, or why nothing may.
    View(Selection, Result<Box<View>, Refusal>),
    /// What a manager answered about the situation, from a file that was opened for this; or why that
    /// file is not used.
    Mirror(Result<Mirror, Sentence>),
    /// A file that is not yet anywhere.
    Made {
        /// File name.
        name: String,
        /// Media type.
        media_type: String,
        /// Content.
        bytes: Vec<u8>,
    },
    /// The question cannot be answered.
    Impossible,
}

/// What was read so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamRead {
    /// The pools, the largest first.
    pub pools: Vec<Pool>,
    /// What does not count, by the reason.
    pub left_out: Vec<LeftOutGroup>,
    /// How many do not count beyond those.
    pub more_left_out: u64,
}

/// Files, codes and lines that do not count for the same reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOutGroup {
    /// The reason.
    pub reason: Sentence,
    /// How many there are.
    pub number: u64,
    /// Some of them by their names, in every language.
    pub names: Vec<Sentence>,
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
