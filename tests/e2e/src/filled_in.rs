//! A result file in which everything is filled in that can be.

use crate::Outcome;
use crate::page::Page;
use content::example_session;
use model::{
    Agreement, Answers, Day, Goal, IfThen, Instrument, Key, Language, Owner, Polarity, Session,
    Subject, Timestamp,
};
use records::{AgreementRecord, JoinedRecords, ResultInput, Share, Zone, result_document};
use serde_json::Map;
use std::path::PathBuf;

/// What is agreed, in a line as people write it.
pub const AGREED: &str = "Ik bel elke maandag drie klanten die ik een maand niet sprak.";
/// How both know that it worked.
pub const INDICATOR: &str = "Negen gesprekken in drie weken, met per gesprek één regel.";
/// The first step.
pub const FIRST_STEP: &str = "Vandaag de eerste drie namen kiezen.";
/// The situation of the if–then plan.
pub const SITUATION: &str = "het maandagoverleg uitloopt";
/// What is done in that situation.
pub const RESPONSE: &str = "bel ik direct na de lunch";

/// The instrument that ships.
pub fn instrument() -> Outcome<Instrument> {
    Ok(content::scan().instrument()?)
}

/// A file with the result of this day (`2026-03-02`) of somebody with a name, who agrees with every
/// limiting belief, disagrees with the opposite of one, is favourable about all else, and answered
/// all about the situation with what has the longest comment; with an agreement of each kind.
pub fn filled_in(page: &Page, day: &str) -> Outcome<PathBuf> {
    let instrument = instrument()?;
    let session = session(&instrument, day)?;
    let at = session.moment().clone();
    let kinds = [Owner::Rep, Owner::Manager].into_iter().flat_map(|owner| {
        [Goal::Learning, Goal::Performance].map(|goal| Agreement {
            owner,
            goal,
            text: AGREED.to_owned(),
            indicator: INDICATOR.to_owned(),
            first_step: FIRST_STEP.to_owned(),
            if_then: IfThen {
                situation: SITUATION.to_owned(),
                response: RESPONSE.to_owned(),
            },
            due: Day::parse("2026-12-13"),
            ..Agreement::default()
        })
    });
    let records = (0..).zip(kinds).map(|(n, agreement)| {
        let id = format!("agreement-{day}-{n}");
        AgreementRecord::new(id, session.parts().id.clone(), at.clone(), agreement)
    });
    let joined = JoinedRecords {
        agreements: records.collect(),
        influences: Vec::new(),
    };
    let document = result_document(&ResultInput {
        instrument: &instrument,
        session: &session,
        joined: &joined,
        export_id: format!("export-{day}"),
        exported_at: at,
        language: Language::Nl,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    page.file(&format!("filled-in-{day}.json"), &document.bytes)
}

fn session(instrument: &Instrument, day: &str) -> Outcome<Session> {
    let example = example_session(instrument).ok_or("an example")?;
    let moment = |time: &str| {
        let moment = Timestamp::parse(&format!("{day}T{time}+01:00"));
        moment.ok_or_else(|| format!("a day, not {day}"))
    };
    let items = instrument.items().iter().enumerate();
    let values = items.map(|(n, item)| {
        let limiting = instrument.scales()[item.scale].polarity == Polarity::Limiting;
        let value = match (limiting, item.key) {
            (true, Key::Minus) if item.id == "LIM-09" => 2,
            (true, Key::Minus) => 3,
            (_, Key::Plus) => 4,
            (false, Key::Minus) => 2,
        };
        (n, Some(value))
    });
    let longest = instrument.context_questions().iter().map(|question| {
        let options = question.options.iter().enumerate();
        let length = |comment: &model::Text| comment.get(Language::Nl).len();
        options
            .max_by_key(|(_, option)| option.comment.as_ref().map_or(0, length))
            .map(|(n, _)| n)
    });
    let mut parts = example.parts().clone();
    parts.id = format!("session-{day}");
    parts.subject = Subject {
        pseudonym: "Marieke".to_owned(),
    };
    parts.started_at = moment("09:30:00")?;
    parts.completed_at = Some(moment("09:35:00")?);
    parts.answers = Answers::from_values(instrument, values).map_err(|_| "answers on the scale")?;
    parts.context = longest.collect();
    parts.belief_work = Vec::new();
    Ok(Session::restore(instrument, parts))
}

impl Page {
    /// Opens such a result from its file, keeps it on this device, and comes back to it.
    pub async fn keep_filled_in(&self, day: &str) -> Outcome {
        let file = filled_in(self, day)?;
        self.arrive().await?;
        self.open_file(crate::names::OPEN_FILE, &file).await?;
        self.screen("result").await?;
        self.press(crate::names::STORE_FILE).await?;
        let said = self.language().messages().result.file_stored;
        self.until("that it is kept", async || {
            Ok(self.text().await?.contains(said).then_some(()))
        })
        .await?;
        // What is said about the keeping goes with a reload; the result stays.
        self.driver().refresh().await?;
        self.screen("result").await.map(drop)
    }
}
