//! Two people and their views: sessions and codes that are made here, apart from the page, and what
//! they do with the pages of a talk.

use crate::Outcome;
use crate::names::{self, Name};
use crate::page::{Page, Sight};
use hand_over::TalkCode;
use model::{
    Answer, Answers, Form, Instrument, Key, Language, Rater, Rating, Session, SessionParts, Step,
    Subject, Timestamp,
};
use records::{
    Attempt, BackupRecord, JoinedRecords, ResultInput, Share, Zone, backup_of, result_document,
};
use serde_json::{Map, json};
use std::path::PathBuf;
use std::rc::Rc;

/// The page on which views are handed over and agreements kept.
pub const TOGETHER: &str = "together.html";

/// The page with the table.
pub const TALK: &str = "talk.html";

/// The day of the sessions that are made here.
pub const DAY: &str = "2026-03-02";

/// The manager's name for the rep.
pub const NAME: &str = "Sanne Wijnberg";

/// A questionnaire that ships.
pub fn questionnaire(id: &str, version: &str) -> Outcome<Instrument> {
    let source = content::version(id, version).ok_or("it ships")?;
    Ok(source.instrument()?)
}

/// The scan.
pub fn scan() -> Outcome<Instrument> {
    Ok(content::scan().instrument()?)
}

/// The moment in the middle of a day.
pub fn moment(day: &str) -> Outcome<Timestamp> {
    let moment = Timestamp::parse(&[day, "T10:00:00+01:00"].concat());
    Ok(moment.ok_or("a day")?)
}

/// A finished session; an item without a value was skipped, of a form about somebody it could not be
/// judged.
pub fn session(
    instrument: &Instrument,
    (form, id, day): (Form, &str, &str),
    value: impl Fn(usize) -> Option<u8>,
) -> Outcome<Session> {
    let mut answers = Answers::none(instrument);
    for item in instrument.form_items(form) {
        let answer = match value(item) {
            Some(value) => {
                let rating = Rating::new(value, instrument.response_scale());
                Answer::Rated(rating.ok_or("a value of the scale")?)
            }
            None if form.is_about_another() => Answer::CannotJudge,
            None => Answer::Skipped,
        };
        answers = answers.with(item, answer);
    }
    let name = if form.is_about_another() { NAME } else { "" };
    let parts = SessionParts {
        id: id.to_owned(),
        wave: 1,
        language: Language::Nl,
        rater: Rater {
            role: form,
            ..Rater::default()
        },
        subject: Subject {
            pseudonym: name.to_owned(),
        },
        started_at: moment(day)?,
        completed_at: Some(moment(day)?),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers,
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Default::default(),
    };
    Ok(Session::restore(instrument, parts))
}

/// Its code, without these scales.
pub fn code(instrument: &Instrument, session: &Session, withheld: &[usize]) -> Outcome<TalkCode> {
    let code = TalkCode::of_session(instrument, session, withheld);
    code.map_err(|why| format!("no code: {why:?}").into())
}

/// What the rep of the tests answers: every value of the scale.
pub fn of_rep(item: usize) -> Option<u8> {
    Some([2, 4, 5, 3, 4][item % 5])
}

/// What their manager answers, who looks at it in another way.
pub fn of_manager(item: usize) -> Option<u8> {
    Some([4, 4, 2, 3, 1][item % 5])
}

/// The sessions of both, of this day.
pub fn two_sessions(day: &str) -> Outcome<[Session; 2]> {
    let scan = scan()?;
    let [rep, manager] = ["of-rep-", "of-manager-"].map(|whose| [whose, day].concat());
    Ok([
        session(&scan, (Form::SelfReport, &rep, day), of_rep)?,
        session(&scan, (Form::Manager, &manager, day), of_manager)?,
    ])
}

/// Their codes, of all that both forms ask.
pub fn two_codes(day: &str) -> Outcome<[TalkCode; 2]> {
    let scan = scan()?;
    let [rep, manager] = two_sessions(day)?;
    Ok([code(&scan, &rep, &[])?, code(&scan, &manager, &[])?])
}

/// Answers that are all in favour of a theme but those to the items of one scale, which are all against.
pub fn in_favour_but(instrument: &Instrument, against: Option<usize>, item: usize) -> Option<u8> {
    let item = &instrument.items()[item];
    let scale = instrument.response_scale();
    let high = (item.key == Key::Plus) != (against == Some(item.scale));
    Some(if high { scale.max } else { scale.min })
}

/// The result file of a session.
pub fn result_file(
    page: &Page,
    instrument: &Instrument,
    session: &Session,
    name: &str,
) -> Outcome<PathBuf> {
    let document = result_document(&ResultInput {
        instrument,
        session,
        joined: &JoinedRecords::default(),
        export_id: "export-of-a-talk".to_owned(),
        exported_at: moment(DAY)?,
        language: Language::Nl,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    page.file(name, &document.bytes)
}

/// A backup of records.
pub fn backup(records: impl IntoIterator<Item = BackupRecord>) -> Outcome<Vec<u8>> {
    Ok(backup_of(records.into_iter(), &moment(DAY)?).bytes)
}

/// An attempt as a record of a backup.
pub fn attempt(instrument: &Rc<Instrument>, session: &Session) -> BackupRecord {
    BackupRecord::of(&Attempt::new(instrument.clone(), session.clone()))
}

impl Page {
    /// Follows a link from another program to a page of this site: in a tab that shows nothing yet.
    pub async fn follow(&self, to: &str) -> Outcome {
        self.driver.goto("about:blank").await?;
        let address = [&self.site.address(), to].concat();
        Ok(self.driver.goto(&address).await?)
    }

    /// Opens the first screen of a talk.
    pub async fn to_together(&self) -> Outcome<Sight> {
        self.follow(TOGETHER).await?;
        self.screen("together").await
    }

    /// Opens the table, with this code on it.
    pub async fn to_table(&self, code: &TalkCode) -> Outcome<Sight> {
        self.follow(&[TALK, &code.fragment()].concat()).await?;
        self.screen("table").await
    }

    /// Opens both views, from their two codes.
    pub async fn to_two_views(&self, codes: &[TalkCode; 2]) -> Outcome<Sight> {
        self.to_table(&codes[0]).await?;
        self.lay_code(codes[1].text()).await?;
        self.press(names::LIFT).await?;
        self.two_views().await?;
        self.screen("two-views").await
    }

    /// Both views are open, with all that follows what shows first.
    pub async fn two_views(&self) -> Outcome {
        self.screen("two-views").await?;
        let last =
            "return !!document.querySelector('[data-section=time], [data-section=keep-and-try]')";
        self.until("the end of the two views", async || {
            let is_there = self.script(last, Vec::new()).await? == true;
            Ok(is_there.then_some(()))
        })
        .await
    }

    /// Puts down what a text holds, and waits until it lies there or is refused.
    pub async fn lay_code(&self, text: &str) -> Outcome {
        self.unfold_to(names::CODE).await?;
        self.fill(names::CODE, text).await?;
        self.press(names::LAY_CODE).await?;
        self.until("what has become of the code", async || {
            let refused = !self.parts("error").await?.is_empty();
            let field = "return document.querySelector('[id$=talk-code]').value";
            let taken = self.script(field, Vec::new()).await? == json!("");
            Ok((refused || taken).then_some(()))
        })
        .await
    }

    /// Which sides of the table something lies on: `covered` or `missing`, the rep's first.
    pub async fn sides(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('.table-sides [data-side]')]
            .map((side) => side.dataset.state)";
        Ok(serde_json::from_value(
            self.script(script, Vec::new()).await?,
        )?)
    }

    /// Waits until so many views lie on the table, and nothing was refused.
    pub async fn lie_covered(&self, count: usize) -> Outcome {
        self.until(&format!("{count} covered views"), async || {
            let sides = self.sides().await?;
            let covered = sides.iter().filter(|side| *side == "covered").count();
            let refused = self.parts("error").await?;
            if let Some(refused) = refused.first() {
                return Err(refused.text().await?.into());
            }
            Ok((covered == count).then_some(()))
        })
        .await
    }

    /// Unfolds what is folded until the control of a name can be seen.
    pub async fn unfold_to(&self, name: Name) -> Outcome {
        self.until(&format!("the control {name:?}"), async || {
            if self.find(name).await?.is_some() {
                return Ok(Some(()));
            }
            self.unfold().await?;
            Ok(None)
        })
        .await
    }

    /// Fills a field in at once, in place of what stands in it, and leaves it.
    pub async fn fill(&self, name: Name, text: &str) -> Outcome {
        let field = self.reach(name).await?;
        self.fill_in(&field, text).await
    }

    async fn fill_in(&self, field: &thirtyfour::WebElement, text: &str) -> Outcome {
        let script = "const [field, text] = arguments;
            field.focus();
            field.value = text;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            field.blur();";
        self.script(script, vec![field.to_json()?, json!(text)])
            .await
            .map(drop)
    }

    /// Fills a field of the agreement at this place in: `text`, `due`, `indicator`, `first` or
    /// `learned`.
    pub async fn fill_agreement(&self, place: usize, field: &str, text: &str) -> Outcome {
        let field = self.of_agreement(place, field).await?;
        self.fill_in(&field, text).await
    }

    /// Types into such a field and stays in it.
    pub async fn type_into_agreement(&self, place: usize, field: &str, text: &str) -> Outcome {
        let field = self.of_agreement(place, field).await?;
        let script = "const [field, text] = arguments;
            field.focus();
            field.value = text;
            field.dispatchEvent(new Event('input', {bubbles: true}))";
        let given = vec![field.to_json()?, json!(text)];
        self.script(script, given).await.map(drop)
    }

    /// A control of the agreement at this place, by the end of its id.
    pub async fn of_agreement(&self, place: usize, end: &str) -> Outcome<thirtyfour::WebElement> {
        self.until(&format!("{end} of agreement {place}"), async || {
            let script = "const cards = document.querySelectorAll('[data-entry=agreement]');
                return cards[arguments[0]]?.querySelector(`[id$='-${arguments[1]}']`) ?? null";
            let found = self
                .driver
                .execute(script, vec![json!(place), json!(end)])
                .await?;
            if found.json().is_null() {
                return Ok(None);
            }
            Ok(Some(found.element()?))
        })
        .await
    }

    /// Waits until a text can be read on the page, or stands in one of its fields.
    pub async fn says(&self, text: &str) -> Outcome {
        self.until(&format!("“{text}”"), async || {
            Ok(self.says_now(text).await?.then_some(()))
        })
        .await
    }

    /// Whether a text can be read on the page now, or stands in one of its fields.
    pub async fn says_now(&self, text: &str) -> Outcome<bool> {
        let script = "const fields = [...document.querySelectorAll('input, textarea')];
            return [document.body.innerText, ...fields.map((one) => one.value)]
                .some((said) => said.includes(arguments[0]))";
        Ok(self.script(script, vec![json!(text)]).await? == json!(true))
    }

    /// Whether a text stands anywhere in the markup of the page.
    pub async fn holds(&self, text: &str) -> Outcome<bool> {
        let script = "return document.documentElement.outerHTML.includes(arguments[0])";
        Ok(self.script(script, vec![json!(text)]).await? == json!(true))
    }

    /// Stores attempts and other records on this device, by way of a backup.
    pub async fn keep_records(&self, records: Vec<BackupRecord>) -> Outcome {
        let count = records.len();
        let file = self.file("kept.json", &backup(records)?)?;
        self.arrive().await?;
        self.open_file(names::OPEN_FILE, &file).await?;
        self.press(names::RESTORE).await?;
        self.until("what is kept", async || {
            let stored = self.stored().await?;
            let rows = stored.keys().filter(|name| name.ends_with("@database"));
            Ok((rows.count() >= count).then_some(()))
        })
        .await
    }

    /// Answers everything that a form asks from here on, up to the review: a statement with the value of
    /// its place, a question about the situation with its first option.
    pub async fn answer_form(&self, value: impl Fn(usize) -> u8) -> Outcome {
        let mut place = 0;
        let known = |sight: &Sight| {
            let screen = sight.screen.as_str();
            matches!(screen, "interlude" | "context" | "question" | "review")
        };
        let mut sight = self.see("a form", known).await?;
        while sight.screen != "review" {
            match sight.screen.as_str() {
                "interlude" => self.press(names::GO_ON).await?,
                "context" => {
                    let first = "return document.querySelector(
                        '[data-part=question] input[type=radio]').value";
                    let first = self.script(first, Vec::new()).await?;
                    self.choose(first.as_str().unwrap_or_default(), 0).await?;
                }
                _ => {
                    let value = value(place);
                    place += 1;
                    self.choose(&value.to_string(), usize::from(value - 1))
                        .await?;
                }
            }
            let before = sight;
            sight = self
                .see("what follows", |next| {
                    let moved = next.item != before.item || next.screen != before.screen;
                    known(next) && moved
                })
                .await?;
        }
        Ok(())
    }

    /// The agreements that are stored, as the database has them.
    pub async fn stored_agreements(&self) -> Outcome<Vec<serde_json::Value>> {
        let stored = self.stored().await?;
        let own = stored.iter().filter(|(name, _)| {
            name.starts_with("mindset:agreements/") && name.ends_with("@database")
        });
        own.map(|(_, body)| Ok(serde_json::from_str(body)?))
            .collect()
    }

    /// The topics of two views, as the ids of their themes.
    pub async fn topics(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('[data-topic]')]
            .map((topic) => topic.dataset.topic)";
        Ok(serde_json::from_value(
            self.script(script, Vec::new()).await?,
        )?)
    }
}
