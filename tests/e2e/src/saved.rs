//! A result that the page has saved as a file.

use crate::instrument::Answers;
use crate::{Outcome, files};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A saved result: the file's name, its path and what is in it.
pub struct Saved {
    /// The name the browser was given.
    pub name: String,
    /// A copy that can be opened again.
    pub path: PathBuf,
    /// The document.
    pub document: Value,
}

impl Saved {
    /// Answers in the document by item id.
    pub fn answers(&self) -> Answers {
        let responses = self.document["responses"].as_array().into_iter().flatten();
        responses
            .filter_map(|response| {
                let item = response["itemId"].as_str()?.to_owned();
                Some((item, u8::try_from(response["value"].as_u64()?).ok()?))
            })
            .collect()
    }

    /// [`Saved::percents`] to three decimals, as on the screen.
    pub fn percents_as_shown(&self) -> BTreeMap<String, Option<f64>> {
        let mut percents = self.percents();
        for percent in percents.values_mut().flatten() {
            *percent = (*percent * 1000.0).round() / 1000.0;
        }
        percents
    }

    /// Percents in the document by scale id; none where there is no score.
    pub fn percents(&self) -> BTreeMap<String, Option<f64>> {
        percents_of(&self.document)
    }

    /// What the command-line tool makes of the same file.
    pub fn percents_by_command(&self) -> Outcome<BTreeMap<String, Option<f64>>> {
        Ok(percents_of(&files::scored_by_command(&self.path)?))
    }
}

fn percents_of(document: &Value) -> BTreeMap<String, Option<f64>> {
    let scores = document["scores"].as_array().into_iter().flatten();
    scores
        .filter_map(|score| {
            Some((
                score["scaleId"].as_str()?.to_owned(),
                score["percent"].as_f64(),
            ))
        })
        .collect()
}
