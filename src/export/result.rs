//! A session as a result file.

use super::format::*;
use super::scores::{ScoreEntry, score_entries};
use super::{Document, clean_label, file_name::result_name};
use crate::assessment::{Answer, Session, Status};
use crate::instrument::{Instrument, Language};
use crate::report::believed;
use crate::scoring::score;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// What a result file is made from.
pub struct ResultInput<'a> {
    /// The instrument that was answered.
    pub instrument: &'a Instrument,
    /// The session.
    pub session: &'a Session,
    /// Random id of this file: 1 to 64 letters, digits and dashes.
    pub export_id: String,
    /// When the file is made: RFC 3339 with offset.
    pub exported_at: String,
    /// The language the labels are written in. The language of the items is the session's.
    pub language: Language,
    /// Fields of an opened file that this version does not know, as `Opened::unknown` has
    /// them; they are given back.
    pub unknown: &'a Map<String, Value>,
}

struct Extra<'a>(Vec<(&'a str, &'a Value)>);

impl Serialize for Extra<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    format: &'static str,
    format_version: &'static str,
    export_id: &'a str,
    exported_at: &'a str,
    generator: Generator,
    instrument: InstrumentPart<'a>,
    subject: Subject<'a>,
    rater: Rater<'a>,
    session: SessionPart<'a>,
    responses: Vec<Response<'a>>,
    context: Vec<ContextAnswer<'a>>,
    scores: Vec<ScoreEntry<'a>>,
    beliefs: Vec<Belief<'a>>,
    influences: Value,
    agreements: Value,
    disclosure: Disclosure,
    extensions: Value,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InstrumentPart<'a> {
    id: &'a str,
    version: &'a str,
    content_hash: &'a str,
    language: &'static str,
    form: &'static str,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
struct Subject<'a> {
    pseudonym: &'a str,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
struct Rater<'a> {
    role: &'static str,
    pseudonym: &'a str,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SessionPart<'a> {
    id: &'a str,
    wave: u32,
    status: &'static str,
    started_at: &'a str,
    completed_at: Option<&'a str>,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response<'a> {
    item_id: &'a str,
    value: Option<u8>,
    min: u8,
    max: u8,
    label: Option<&'a str>,
    state: &'static str,
    #[serde(flatten)]
    extra: Extra<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ContextAnswer<'a> {
    question_id: &'a str,
    option_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Belief<'a> {
    item_id: &'a str,
    value: u8,
    label: Option<&'a str>,
}

#[derive(Serialize)]
struct Disclosure {
    included: [&'static str; 4],
    withheld: [&'static str; 2],
}

/// The result file of a session, pretty-printed: answers as given, in the order of
/// presentation, and what follows from them. Page times and response-quality figures are
/// not in it.
pub fn result_document(input: &ResultInput) -> Document {
    let ResultInput {
        instrument,
        session,
        unknown,
        ..
    } = *input;
    let parts = session.parts();
    let pseudonym = clean_label(&parts.pseudonym);
    let section = |name: &str| unknown.get(name).and_then(Value::as_object);
    let reserved = |name: &str, empty: Value| unknown.get(name).cloned().unwrap_or(empty);
    let mut extra = leftover(Some(unknown), &TOP);
    let written_below = |name: &str| name == "extensions" || RESERVED_LISTS.contains(&name);
    extra.0.retain(|(name, _)| !written_below(name));
    let file = File {
        format: FORMAT,
        format_version: FORMAT_VERSION,
        export_id: &input.export_id,
        exported_at: &input.exported_at,
        generator: Generator {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            language: input.language.tag(),
        },
        instrument: InstrumentPart {
            id: instrument.id(),
            version: instrument.version(),
            content_hash: instrument.content_hash(),
            language: parts.language.tag(),
            form: "self",
            extra: leftover(section("instrument"), &INSTRUMENT),
        },
        subject: Subject {
            pseudonym: &pseudonym,
            extra: leftover(section("subject"), &SUBJECT),
        },
        rater: Rater {
            role: "self",
            pseudonym: &pseudonym,
            extra: leftover(section("rater"), &RATER),
        },
        session: SessionPart {
            id: &parts.id,
            wave: parts.wave,
            status: match session.status() {
                Status::Completed => "completed",
                Status::InProgress => "in_progress",
            },
            started_at: &parts.started_at,
            completed_at: parts.completed_at.as_deref(),
            extra: leftover(section("session"), &SESSION),
        },
        responses: responses(input, section("responses")),
        context: context(instrument, &parts.context),
        scores: score_entries(instrument, &score(instrument, session.answers())),
        beliefs: believed(instrument, session.answers())
            .map(|(item, rating)| Belief {
                item_id: &instrument.items()[item].id,
                value: rating.value(),
                label: label(input, rating.value()),
            })
            .collect(),
        influences: reserved("influences", Value::Array(Vec::new())),
        agreements: reserved("agreements", Value::Array(Vec::new())),
        disclosure: Disclosure {
            included: ["responses", "context", "scores", "beliefs"],
            withheld: ["responsePattern", "pageTimes"],
        },
        extensions: reserved("extensions", Value::Object(Map::new())),
        extra,
    };
    Document {
        name: result_name(&input.exported_at, &pseudonym),
        media_type: "application/json",
        // Writing plain data with string keys into memory has no way to fail.
        bytes: serde_json::to_vec_pretty(&file).unwrap_or_default(),
    }
}

fn responses<'a>(
    input: &ResultInput<'a>,
    extra: Option<&'a Map<String, Value>>,
) -> Vec<Response<'a>> {
    let instrument = input.instrument;
    let scale = instrument.response_scale();
    let response = |n: usize| {
        let item_id = instrument.items()[n].id.as_str();
        let answer = input.session.answers().get(n);
        let value = answer.and_then(Answer::rating).map(|rating| rating.value());
        Response {
            item_id,
            value,
            min: scale.min,
            max: scale.max,
            label: value.and_then(|value| label(input, value)),
            state: match answer {
                Some(Answer::Rated(_)) => "answered",
                Some(Answer::Skipped) => "skipped",
                None => "not_seen",
            },
            extra: leftover(
                extra.and_then(|extra| extra.get(item_id)?.as_object()),
                &RESPONSE,
            ),
        }
    };
    instrument.order().map(response).collect()
}

fn context<'a>(instrument: &'a Instrument, chosen: &[Option<usize>]) -> Vec<ContextAnswer<'a>> {
    let questions = instrument.context_questions().iter().zip(chosen);
    questions
        .map(|(question, chosen)| ContextAnswer {
            question_id: &question.id,
            option_id: chosen
                .and_then(|option| question.options.get(option))
                .map(|option| option.id.as_str()),
        })
        .collect()
}

fn label<'a>(input: &ResultInput<'a>, value: u8) -> Option<&'a str> {
    let option = input.instrument.response_scale().option(value)?;
    Some(option.label.get(input.language))
}

/// The fields beyond the known ones, without those that are never written.
fn leftover<'a>(object: Option<&'a Map<String, Value>>, known: &[&str]) -> Extra<'a> {
    let fields = object.into_iter().flatten();
    let named = fields.map(|(name, value)| (name.as_str(), value));
    Extra(
        named
            .filter(|(name, _)| !known.contains(name) && !NEVER.contains(name))
            .collect(),
    )
}
