//! Random acts in several tabs of one browser: nothing acknowledged is lost, nothing is mixed, nothing
//! rises from deletion.

use e2e::Outcome;
use e2e::instrument::Answers;
use e2e::names;
use e2e::page::{Page, Sight};
use e2e::reliability;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::watch::answers_of;
use fastrand::Rng;
use std::collections::{BTreeMap, BTreeSet};
use thirtyfour::WindowHandle;

/// How many tabs a history has, in turn.
const TABS: [usize; 3] = [2, 4, 8];

#[test]
fn in_several_tabs_no_answer_is_lost_or_mixed_and_none_rises_from_deletion() {
    let histories = reliability::cases(1);
    let acts = reliability::acts(20);
    reliability::in_parts("tabs: histories", histories, 1, |part, _| {
        run(Setup::desk().noisy(), async |page| {
            let mut history = History::begin(page, part).await?;
            for act in 0..acts {
                let done = history.act().await;
                done.map_err(|why| format!("history {part}, act {act}: {why}"))?;
            }
            history.end().await
        });
    });
}

/// The tabs, and what must be stored.
struct History<'a> {
    page: &'a Page,
    random: Rng,
    tabs: Vec<WindowHandle>,
    /// Answers by attempt.
    truth: BTreeMap<String, Answers>,
    deleted: BTreeSet<String>,
}

impl<'a> History<'a> {
    async fn begin(page: &'a Page, part: u32) -> Outcome<Self> {
        page.arrive().await?;
        let mut tabs = vec![page.tab().await?];
        while tabs.len() < TABS[part as usize % TABS.len()] {
            tabs.push(page.new_tab().await?);
        }
        Ok(Self {
            page,
            random: reliability::random(part),
            tabs,
            truth: BTreeMap::new(),
            deleted: BTreeSet::new(),
        })
    }

    /// One act in one tab, and a look at what is stored after it.
    async fn act(&mut self) -> Outcome {
        let page = self.page;
        let at = self.random.usize(..self.tabs.len());
        page.show(&self.tabs[at]).await?;
        match self.random.u32(0..100) {
            0..70 => return self.answer().await,
            70..80 => page.driver().refresh().await?,
            80..88 => {
                page.elsewhere().await?;
                page.come_back().await?;
            }
            88..97 => {
                let other = self.tabs[(at + 1) % self.tabs.len()].clone();
                page.close_for(&other).await?;
                self.tabs[at] = page.new_tab().await?;
            }
            _ => {
                page.arrive().await?;
                page.my_data().await?;
                if !self.truth.is_empty() {
                    page.delete_everything().await?;
                }
                self.deleted
                    .extend(std::mem::take(&mut self.truth).into_keys());
            }
        }
        self.sight().await?;
        self.check().await
    }

    async fn sight(&self) -> Outcome<Sight> {
        self.page
            .see("a screen", |sight| !sight.screen.is_empty())
            .await
    }

    /// Goes on to a statement in this tab, and answers it.
    async fn answer(&mut self) -> Outcome {
        let page = self.page;
        let item = loop {
            let sight = self.sight().await?;
            if page.find(names::CONTINUE_HERE).await?.is_some() {
                page.continue_here().await?;
                continue;
            }
            match sight.screen.as_str() {
                "question" => break sight.item,
                "start" => self.start().await?,
                "context" => page.press(names::SKIP_CONTEXT).await?,
                "interlude" => page.press(names::GO_ON).await?,
                "review" => page.press(names::TO_RESULT).await?,
                _ => page.press(names::TO_START).await?,
            }
            page.see("another screen", |now| now.screen != sight.screen)
                .await?;
        };
        let value = self.random.u8(1..=5);
        page.choose(&value.to_string(), usize::from(value - 1))
            .await?;
        let truth = &self.truth;
        let stored = page
            .until("the answer in what is stored", async || {
                let stored = stored(page).await?;
                let there = stored.iter().any(|(id, answers)| {
                    let mut expected = truth.get(id).cloned().unwrap_or_default();
                    expected.insert(item.clone(), value);
                    *answers == expected
                });
                Ok(there.then_some(stored))
            })
            .await?;
        // In one attempt alone, and nothing else.
        let mut changed = Vec::new();
        for (id, answers) in &stored {
            if self.truth.get(id) != Some(answers) {
                changed.push(id.clone());
            }
        }
        if changed.len() > 1 {
            return Err(format!("{item} changed {changed:?}").into());
        }
        self.truth.extend(stored);
        self.check().await
    }

    /// Goes on with an attempt, or begins one.
    async fn start(&mut self) -> Outcome {
        let page = self.page;
        if page.find(names::CONTINUE).await?.is_some() {
            return page.press(names::CONTINUE).await;
        }
        page.press(names::START).await?;
        let truth = &self.truth;
        let begun = page
            .until("a new attempt", async || {
                let stored = stored(page).await?;
                Ok((stored.len() == truth.len() + 1).then_some(stored))
            })
            .await?;
        self.truth.extend(begun);
        Ok(())
    }

    /// What is stored is exactly what was acknowledged, and nothing that was deleted.
    async fn check(&self) -> Outcome {
        let stored = stored(self.page).await?;
        if stored != self.truth {
            return Err(format!("stored {stored:?}\nexpected {:?}", self.truth).into());
        }
        let risen = stored.keys().find(|id| self.deleted.contains(*id));
        risen.map_or(Ok(()), |id| Err(format!("{id} has risen").into()))
    }

    /// Closes one tab after the other: each may try to write once more.
    async fn end(mut self) -> Outcome {
        let last = self.tabs.pop().ok_or("no tab")?;
        for tab in &self.tabs {
            self.page.show(tab).await?;
            self.page.close_for(&last).await?;
        }
        self.page.arrive().await?;
        self.check().await
    }
}

/// The stored attempts with their answers.
async fn stored(page: &Page) -> Outcome<BTreeMap<String, Answers>> {
    let attempts = page.stored_attempts().await?;
    let attempts = attempts.iter().map(|attempt| {
        let id = attempt["session"]["id"].as_str().unwrap_or_default();
        (id.to_owned(), answers_of(attempt))
    });
    Ok(attempts.collect())
}
