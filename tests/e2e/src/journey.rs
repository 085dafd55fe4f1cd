//! What a respondent does, in the respondent's words.

use crate::Outcome;
use crate::instrument::{Answers, Instrument};
use crate::names::{self, Language};
use crate::page::{Page, Sight};
use crate::saved::Saved;
use crate::setup::Hand;
use serde_json::json;
use std::collections::BTreeMap;

impl Page {
    /// Loads the page and waits for the start screen. From a result, which the page brings back, it is
    /// gone to by hand.
    pub async fn arrive(&self) -> Outcome<Sight> {
        self.load().await?;
        let arrived = |sight: &Sight| matches!(sight.screen.as_str(), "start" | "result");
        if self.see("the start or a result", arrived).await?.screen == "result" {
            self.press(names::TO_START).await?;
        }
        self.screen("start").await
    }

    /// Starts, up to the first statement.
    pub async fn begin(&self) -> Outcome<Sight> {
        self.arrive().await?;
        self.press(names::START).await?;
        self.to_statements().await
    }

    /// From what follows the start to the first statement. Context questions that a questionnaire
    /// asks before its statements are left out.
    pub async fn to_statements(&self) -> Outcome<Sight> {
        let first = |sight: &Sight| matches!(sight.screen.as_str(), "context" | "interlude");
        if self.see("what follows the start", first).await?.screen == "context" {
            self.press(names::SKIP_CONTEXT).await?;
        }
        self.pass_interlude().await
    }

    /// From what follows the interlude after the last statement to the review. Context questions
    /// that a questionnaire asks there are left out.
    pub async fn to_review_without_context(&self) -> Outcome<Sight> {
        let next = |sight: &Sight| matches!(sight.screen.as_str(), "context" | "review");
        if self.see("what follows the statements", next).await?.screen == "context" {
            self.press(names::SKIP_CONTEXT).await?;
        }
        self.screen("review").await
    }

    /// Goes on from the interlude before a page of statements.
    pub async fn pass_interlude(&self) -> Outcome<Sight> {
        self.screen("interlude").await?;
        self.press(names::GO_ON).await?;
        self.screen("question").await
    }

    /// Answers every context question with its first option.
    pub async fn answer_context(&self, instrument: &Instrument) -> Outcome {
        for question in instrument.context() {
            let sight = self.see(&question, |sight| sight.item == question).await?;
            if sight.checked.is_empty() {
                let first = self.script(
                    "return document.querySelector('[data-part=question] input[type=radio]').value",
                    Vec::new(),
                );
                let first = first.await?;
                self.choose(first.as_str().unwrap_or_default(), 0).await?;
            }
        }
        Ok(())
    }

    /// Chooses the option of a value on the question that is open, by the means of the
    /// hand: a tap or click on the option, or its number key. `place` counts from 0.
    pub async fn choose(&self, value: &str, place: usize) -> Outcome {
        if self.setup().hand == Hand::Keys {
            return self.keys((place + 1).to_string()).await;
        }
        self.until(&format!("the option {value}"), async || {
            let option = self
                .driver()
                .execute(
                    "const input = [...document.querySelectorAll(
                       '[data-part=question] input[type=radio]')]
                       .find(input => input.value === arguments[0]);
                     return input ? input.closest('[data-part=option]') : null",
                    vec![json!(value)],
                )
                .await?;
            if option.json().is_null() {
                return Ok(None);
            }
            self.work(&option.element()?).await.map(Some)
        })
        .await
    }

    /// Skips the statement that is open, in the words of the scan or of a custom questionnaire.
    async fn skip_statement(&self) -> Outcome {
        self.until("a control that skips", async || {
            for name in [names::SKIP_STATEMENT, names::SKIP] {
                if let Some(control) = self.find(name).await? {
                    return self.work(&control).await.map(Some);
                }
            }
            Ok(None)
        })
        .await
    }

    /// Answers the statement that is open, or skips it, and waits for what comes next.
    pub async fn answer(&self, item: &str, answer: Option<u8>) -> Outcome<Sight> {
        let before = self.see(item, |sight| sight.item == item).await?;
        match answer {
            Some(value) => {
                self.choose(&value.to_string(), usize::from(value - 1))
                    .await?
            }
            None => self.skip_statement().await?,
        }
        self.see(&format!("what follows {item}"), |sight| {
            sight.item != before.item || sight.screen != before.screen
        })
        .await
    }

    /// Answers all statements from a place in the order on, and goes on from every interlude.
    /// Those that are not among the answers are skipped.
    pub async fn answer_statements(
        &self,
        place: usize,
        instrument: &Instrument,
        answers: &Answers,
    ) -> Outcome {
        for item in instrument.order().iter().skip(place) {
            let next = self.answer(item, answers.get(item).copied()).await?;
            if next.screen == "interlude" {
                self.press(names::GO_ON).await?;
            }
        }
        Ok(())
    }

    /// Answers all statements from a place in the order on, and goes on to the review. Statements
    /// that are not among the answers are skipped, and context questions are left out.
    pub async fn answer_from(
        &self,
        place: usize,
        instrument: &Instrument,
        answers: &Answers,
    ) -> Outcome<Sight> {
        self.answer_statements(place, instrument, answers).await?;
        self.to_review_without_context().await
    }

    /// From the start to the review.
    pub async fn to_review(&self, instrument: &Instrument, answers: &Answers) -> Outcome<Sight> {
        self.begin().await?;
        self.answer_from(0, instrument, answers).await
    }

    /// From the start to the result.
    pub async fn to_result(&self, instrument: &Instrument, answers: &Answers) -> Outcome<Sight> {
        self.arrive().await?;
        self.on_to_result(instrument, answers).await
    }

    /// From the first screen, which is there already, to the result.
    pub async fn on_to_result(&self, instrument: &Instrument, answers: &Answers) -> Outcome<Sight> {
        self.press(names::START).await?;
        self.to_statements().await?;
        self.answer_from(0, instrument, answers).await?;
        self.press(names::TO_RESULT).await?;
        self.screen("result").await
    }

    /// Percent by scale as the result shows it; none where there is no score.
    pub async fn percents(&self) -> Outcome<BTreeMap<String, Option<f64>>> {
        let percents = self
            .script(
                "return Object.fromEntries([...document.querySelectorAll('[data-part=score]')]
                   .map(e => [e.dataset.scale, e.dataset.percent]))",
                Vec::new(),
            )
            .await?;
        let percents: BTreeMap<String, String> = serde_json::from_value(percents)?;
        Ok(percents
            .into_iter()
            .map(|(scale, percent)| (scale, percent.parse().ok()))
            .collect())
    }

    /// Saves the result as a file and takes the file.
    pub async fn save(&self) -> Outcome<Saved> {
        self.press(names::VIEW_FILE).await?;
        self.reads("preview").await?;
        self.press(names::SAVE_JSON).await?;
        let (name, bytes) = self.downloaded().await?;
        let document = serde_json::from_slice(&bytes)?;
        let path = self.file(&name, &bytes)?;
        Ok(Saved {
            name,
            path,
            document,
        })
    }

    /// Opens the list of what is stored here.
    pub async fn my_data(&self) -> Outcome<Sight> {
        // Just after loading, neither is there yet.
        let at_hand = self
            .until("a way to what is stored", async || {
                let at_hand = self.find(names::MY_DATA).await?.is_some();
                let around = self.find(names::TO_START).await?.is_some();
                Ok((at_hand || around).then_some(at_hand))
            })
            .await?;
        if !at_hand {
            self.press(names::TO_START).await?;
        }
        self.press(names::MY_DATA).await?;
        self.screen("data").await
    }

    /// Deletes everything, in its two steps, and waits until it is said that it is deleted.
    pub async fn delete_everything(&self) -> Outcome {
        self.press(names::DELETE_ALL).await?;
        self.press(names::DELETE_ALL_YES).await?;
        self.until("an offer to undo", async || self.find(names::UNDO).await)
            .await
            .map(drop)
    }

    /// Changes the language on the page.
    pub async fn speak(&self, language: Language) -> Outcome<Sight> {
        self.press(names::switch_to(language)).await?;
        self.language.set(language);
        self.see("the other language", |sight| sight.lang == language.tag())
            .await
    }

    /// Opens everything that is folded away.
    pub async fn unfold(&self) -> Outcome {
        self.script(
            "document.querySelectorAll('details').forEach(e => { e.open = true; })",
            Vec::new(),
        )
        .await?;
        Ok(())
    }

    /// After a reload: waits for the question, by way of the start when that is what the
    /// page shows.
    pub async fn back_to_question(&self) -> Outcome<Sight> {
        let open = |sight: &Sight| matches!(sight.screen.as_str(), "start" | "question");
        if self.see("the start or the question", open).await?.screen == "start" {
            self.press(names::CONTINUE).await?;
        }
        self.screen("question").await
    }

    /// Waits until the app takes the request of the page around it as seen, for sure or not.
    pub async fn request_is_seen(&self, how: &str) -> Outcome {
        self.until(&format!("a request that is seen: {how}"), async || {
            let script = "return document.querySelector('[data-seen]')";
            let found = self.driver().execute(script, Vec::new()).await?;
            if found.json().is_null() {
                return Ok(None);
            }
            let button = found.element()?;
            if let Some(number) = self.inside.get() {
                self.bring_into_view(&button, number).await?;
            }
            Ok((button.attr("data-seen").await?.as_deref() == Some(how)).then_some(()))
        })
        .await
    }

    /// Works the button in which a text stands.
    pub async fn work_on_text(&self, text: &str) -> Outcome {
        self.until(&format!("a button with “{text}”"), async || {
            let found = self
                .driver()
                .execute(
                    "return [...document.querySelectorAll('button, a[href]')]
                       .find(e => e.textContent.includes(arguments[0])) || null",
                    vec![json!(text)],
                )
                .await?;
            if found.json().is_null() {
                return Ok(None);
            }
            self.work(&found.element()?).await.map(Some)
        })
        .await
    }

    /// From the stored results to the newest of them.
    pub async fn open_result(&self) -> Outcome<Sight> {
        self.press(names::OPEN_RESULT).await?;
        self.screen("result").await
    }

    /// Whether the 80 % bands are drawn.
    pub async fn shows_bands(&self) -> Outcome<bool> {
        let drawn = self
            .script(
                "return document.querySelectorAll('[data-part=score] .bar-band').length",
                Vec::new(),
            )
            .await?;
        Ok(drawn != json!(0))
    }

    /// Empties the storage, as if this were another browser. It is left first: a page that is
    /// still open may save once more.
    pub async fn forget(&self) -> Outcome {
        self.elsewhere().await?;
        self.script(
            "Object.keys(localStorage).forEach(key => localStorage.removeItem(key));
             return new Promise((resolve, reject) => {
               const request = indexedDB.deleteDatabase('mindset');
               request.onsuccess = () => resolve(true);
               request.onerror = reject;
             })",
            Vec::new(),
        )
        .await?;
        Ok(())
    }
}
