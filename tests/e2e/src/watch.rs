//! What the page does behind the respondent's back: requests, console, policy, storage.

use crate::Outcome;
use crate::engine::Engine;
use crate::instrument::Answers;
use crate::page::Page;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Page {
    /// Begins to note violations of the policy, in every page that is loaded from now.
    pub(crate) async fn watch(&self) -> Outcome {
        self.driver
            .cdp()
            .send_raw(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": include_str!("watch.js")}),
            )
            .await?;
        Ok(())
    }

    /// Requests over the network since the last call, as addresses. What stays inside the
    /// browser (`data:` and `blob:`) is none.
    pub async fn requests(&self) -> Outcome<Vec<String>> {
        let mut requests = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let entry: Value = serde_json::from_str(&entry.message)?;
            let event = &entry["message"];
            if event["method"] != "Network.requestWillBeSent" {
                continue;
            }
            let url = event["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default();
            if !url.starts_with("data:") && !url.starts_with("blob:") {
                requests.push(url.to_owned());
            }
        }
        Ok(requests)
    }

    /// What the console says since the last call; where the driver does not say, what has gone wrong
    /// in the page since it was loaded.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            let said = self
                .script("return (window.__said || []).splice(0)", Vec::new())
                .await?;
            return Ok(serde_json::from_value(said)?);
        }
        let said = self.driver.browser_log().await?;
        Ok(said
            .into_iter()
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect())
    }

    /// Violations of the content security policy since the page was loaded.
    pub async fn violations(&self) -> Outcome<Vec<String>> {
        let noted = self
            .script("return window.__violations || []", Vec::new())
            .await?;
        Ok(serde_json::from_value(noted)?)
    }

    /// Fails when the console has said anything, or the policy was violated.
    pub async fn quiet(&self) -> Outcome {
        let mut heard = self.violations().await?;
        heard.extend(self.console().await?);
        if heard.is_empty() {
            Ok(())
        } else {
            Err(format!("not quiet:\n{}", heard.join("\n")).into())
        }
    }

    /// The bodies of all records that are stored, by name: in the database, and the copies of
    /// them in local storage, with whatever else is there. Marks of deletion have no body.
    pub async fn stored(&self) -> Outcome<BTreeMap<String, String>> {
        let stored = self.script(include_str!("stored.js"), Vec::new()).await?;
        Ok(serde_json::from_value(stored)?)
    }

    /// What is stored once nothing is being written any more, which is something: two looks, one
    /// after the other, find the same. A record is written in two places, one after the other,
    /// and a single look may fall between them.
    pub async fn stored_at_rest(&self) -> Outcome<BTreeMap<String, String>> {
        self.rests(|now| !now.is_empty()).await
    }

    /// As [`Page::stored_at_rest`], where it may be nothing.
    pub async fn stored_at_rest_or_empty(&self) -> Outcome<BTreeMap<String, String>> {
        self.rests(|_| true).await
    }

    async fn rests(
        &self,
        enough: impl Fn(&BTreeMap<String, String>) -> bool,
    ) -> Outcome<BTreeMap<String, String>> {
        let mut last = None;
        self.until("a store at rest", async || {
            let now = Some(self.stored().await?);
            let rests = now == last && now.as_ref().is_some_and(&enough);
            last = now;
            Ok(if rests { last.take() } else { None })
        })
        .await
    }

    /// The stored attempts, as the database has them.
    pub async fn stored_attempts(&self) -> Outcome<Vec<Value>> {
        let stored = self.stored().await?;
        let attempts = stored.iter().filter(|(name, _)| {
            name.starts_with("mindset:attempt/") && name.ends_with("@database")
        });
        let attempts = attempts.map(|(_, body)| Ok(serde_json::from_str(body)?));
        attempts.collect()
    }

    /// The answers of the only stored attempt, as the database has them.
    pub async fn stored_answers(&self) -> Outcome<Answers> {
        let attempts = self.stored_attempts().await?;
        match attempts.as_slice() {
            [attempt] => Ok(answers_of(attempt)),
            _ => Err(format!("not one attempt: {attempts:?}").into()),
        }
    }

    /// The stored attempts as what a respondent has done: the time on a page goes on by itself.
    pub async fn stored_attempts_without_time(&self) -> Outcome<Vec<Value>> {
        let mut attempts = self.stored_attempts().await?;
        for attempt in &mut attempts {
            for name in ["revision", "savedAt"] {
                attempt[name].take();
            }
            attempt["session"]["pageSeconds"].take();
        }
        Ok(attempts)
    }

    /// Whether anything can be scrolled sideways, and what sticks out.
    pub async fn sideways(&self) -> Outcome<Vec<String>> {
        let wide = self
            .script(
                "const page = document.scrollingElement;
                 const width = document.documentElement.clientWidth;
                 if (page.scrollWidth <= width) return [];
                 return [`page ${page.scrollWidth} of ${width}`].concat(
                   [...document.body.querySelectorAll('*')]
                     .filter(e => e.getBoundingClientRect().right > width + 1)
                     .slice(0, 5)
                     .map(e => e.outerHTML.slice(0, 120)));",
                Vec::new(),
            )
            .await?;
        Ok(serde_json::from_value(wide)?)
    }
}

/// The answers of a stored attempt by item; what was skipped has none.
pub fn answers_of(attempt: &Value) -> Answers {
    let answers = attempt["session"]["answers"].as_object();
    let answers = answers.into_iter().flatten();
    answers
        .filter_map(|(item, value)| Some((item.clone(), u8::try_from(value.as_u64()?).ok()?)))
        .collect()
}
