//! A session as a result file.

use super::fields::{Label, LanguageTag, Rated, ShortText, Text, Token, Whole};
use super::file::*;
use super::format::*;
use super::scores::{ScoreEntry, score_entries};
use super::share::{Part, Share};
use super::times::without_times;
use super::zone::Zone;
use super::{Document, clean_label, file_name::result_name};
use crate::{AgreementRecord, InfluenceRecord, JoinedRecords, PageAddress};
use model::{Answer, BeliefWork, ContextQuestion, Instrument, Language, Rating, Timestamp};
use report::believed;
use scoring::score_form;
use serde_json::{Map, Value};

/// What a result file is made from.
pub struct ResultInput<'a> {
    /// The instrument that was answered.
    pub instrument: &'a Instrument,
    /// The session.
    pub session: &'a model::Session,
    /// The agreements made and the influences named on it.
    pub joined: &'a JoinedRecords,
    /// Random id of this file: 1 to 64 letters, digits and dashes.
    pub export_id: String,
    /// When the file is made.
    pub exported_at: Timestamp,
    /// The language the labels are written in. The language of the items is the session's.
    pub language: Language,
    /// Fields of an opened file that this version does not know, as `Opened::unknown` has
    /// them; they are given back where that is shared.
    pub unknown: &'a Map<String, Value>,
    /// Which parts are in it.
    pub share: Share,
    /// The time zone of a calendar.
    pub zone: Zone,
    /// The page that the reminders of a calendar link to with the agreement, where they do.
    pub page: Option<PageAddress>,
}

/// The result file of a session, pretty-printed: answers as given, in the order of
/// presentation, and what follows from them. Page times and response-quality figures are
/// not in it.
pub fn result_document(input: &ResultInput) -> Document {
    let pseudonym = clean_label(&input.session.parts().subject.pseudonym);
    // Text keys and plain values: there is nothing that could fail.
    let text = serde_json::to_string_pretty(&file(input)).unwrap_or_default();
    Document {
        name: result_name(&input.exported_at, &pseudonym, ".json"),
        media_type: "application/json",
        bytes: text.into_bytes(),
    }
}

fn file<'a>(input: &ResultInput<'a>) -> ResultFile<String, ScoreEntry<'a>> {
    let (instrument, session) = (input.instrument, input.session);
    let parts = session.parts();
    let label = |label: &str| Label(clean_label(label));
    let none = Map::new();
    let given = unknown_fields(input).unwrap_or(&none);
    let unknown = |name: &str, known| beyond(given.get(name), known);
    let mut top = beyond_known(given, &TOP);
    let extensions = match top.remove("extensions") {
        Some(Value::Object(extensions)) => extensions,
        _ => Map::new(),
    };
    let never = ["responsePattern", "pageTimes"];
    let scales = input.share.withheld_scales(instrument);
    ResultFile {
        format: FORMAT.to_owned(),
        format_version: FORMAT_VERSION.to_owned(),
        export_id: Token(input.export_id.clone()),
        exported_on: day(&input.exported_at),
        generator: Generator {
            name: crate::GENERATOR.into(),
            version: crate::GENERATOR_VERSION.into(),
            language: Some(LanguageTag(input.language)),
        },
        instrument: InstrumentName {
            id: instrument.id().into(),
            version: instrument.version().into(),
            digest: Text(instrument.digest().to_owned()),
            unknown: unknown("instrument", &INSTRUMENT),
        },
        form: session.form().name().into(),
        language: LanguageTag(parts.language),
        subject: Subject {
            pseudonym: label(&parts.subject.pseudonym),
            unknown: unknown("subject", &SUBJECT),
        },
        rater: Rater {
            role: session.form().name().into(),
            pseudonym: label(&parts.rater.pseudonym),
            unknown: unknown("rater", &RATER),
        },
        session: Session {
            id: Token(parts.id.clone()),
            wave: Whole(parts.wave),
            status: match session.status() {
                model::Status::Completed => Status::Completed,
                model::Status::InProgress => Status::InProgress,
            },
            started_on: day(&parts.started_at),
            completed_on: parts.completed_at.as_ref().map(day),
            unknown: unknown("session", &SESSION),
        },
        responses: shared(input, Part::Responses, responses),
        context: shared(input, Part::Context, context),
        scores: shared(input, Part::Scores, scores),
        beliefs: shared(input, Part::Beliefs, beliefs),
        belief_work: shared(input, Part::BeliefWork, belief_work),
        influences: shared(input, Part::Influences, influences),
        agreements: shared(input, Part::Agreements, agreements),
        disclosure: Some(Disclosure {
            included: input.share.names(true).map(ShortText::from).collect(),
            withheld: input
                .share
                .names(false)
                .chain(never)
                .map(ShortText::from)
                .collect(),
            withheld_scales: scales.map(|scale| scale.id.as_str().into()).collect(),
        }),
        extensions,
        unknown: top,
    }
}

/// What an opened file held that this version does not know, where that is shared.
fn unknown_fields<'a>(input: &ResultInput<'a>) -> Option<&'a Map<String, Value>> {
    input.share.includes_unknown().then_some(input.unknown)
}

/// The entries of a part, or none where it is withheld.
fn shared<'a, T>(
    input: &ResultInput<'a>,
    part: Part,
    entries: fn(&ResultInput<'a>) -> Vec<T>,
) -> Vec<T> {
    match input.share.includes(part) {
        true => entries(input),
        false => Vec::new(),
    }
}

fn responses(input: &ResultInput) -> Vec<Response> {
    let scale = input.instrument.response_scale();
    let extra = unknown_fields(input).and_then(|fields| fields.get("responses"));
    let items = input.instrument.form_items(input.session.form());
    let items = items.into_iter();
    let shared = items.filter(|&item| input.share.includes_item(input.instrument, item));
    let response = |item: usize| {
        let id = input.instrument.items()[item].id.as_str();
        let answer = input.session.answers().get(item);
        let value = answer.and_then(Answer::rating).map(|rating| rating.value());
        Response {
            item_id: id.into(),
            value: value.map(Rated::from),
            min: scale.min.into(),
            max: scale.max.into(),
            label: value
                .and_then(|value| label(input, value))
                .map(|label| Text(label.to_owned())),
            state: match answer {
                Some(Answer::Rated(_)) => State::Answered,
                Some(Answer::Skipped) => State::Skipped,
                Some(Answer::CannotJudge) => State::CannotJudge,
                None => State::NotSeen,
            },
            unknown: beyond(extra.and_then(|extra| extra.get(id)), &RESPONSE),
        }
    };
    shared.map(response).collect()
}

fn context(input: &ResultInput) -> Vec<ContextAnswer> {
    let questions = input.instrument.context_questions().iter();
    let chosen = input.session.parts().context.iter();
    let answer = |(question, chosen): (&ContextQuestion, &Option<usize>)| {
        let option = chosen.and_then(|option| question.options.get(option));
        ContextAnswer {
            question_id: question.id.as_str().into(),
            option_id: option.map(|option| option.id.as_str().into()),
        }
    };
    questions.zip(chosen).map(answer).collect()
}

fn scores<'a>(input: &ResultInput<'a>) -> Vec<ScoreEntry<'a>> {
    let form = input.session.form();
    let scores = score_form(input.instrument, form, input.session.answers());
    let entries = score_entries(input.instrument, &scores).into_iter();
    let shared = entries
        .enumerate()
        .filter(|(scale, entry)| entry.total > 0 && input.share.includes_scale(*scale));
    shared.map(|(_, entry)| entry).collect()
}

fn beliefs(input: &ResultInput) -> Vec<Belief> {
    let believed = believed(input.instrument, input.session.answers());
    let shared = believed.filter(|(item, _)| input.share.includes_item(input.instrument, *item));
    let belief = |(item, rating): (usize, Rating)| Belief {
        item_id: input.instrument.items()[item].id.as_str().into(),
        value: rating.value().into(),
        label: label(input, rating.value()).into(),
    };
    shared.map(belief).collect()
}

fn belief_work(input: &ResultInput) -> Vec<BeliefWorkEntry<String>> {
    let entries = input.share.belief_work(input.instrument, input.session);
    let entry = |belief: BeliefWork| BeliefWorkEntry {
        item_id: belief.item_id,
        own_words: belief.own_words,
        speaks_for: belief.speaks_for,
        speaks_against: belief.speaks_against,
        supporting: belief.supporting,
        experiment: belief.experiment,
        rerating: belief.rerating.map(|later| ReratingEntry {
            value: later.value,
            at: day(&later.at),
        }),
    };
    entries.into_iter().map(entry).collect()
}

fn influences(input: &ResultInput) -> Vec<InfluenceEntry<String>> {
    let entry = |record: &InfluenceRecord| InfluenceEntry {
        id: Token(record.id.clone()),
        session_id: Token(record.session_id.clone()),
        changed_on: day(&record.changed_at),
        influence: record.influence.clone(),
    };
    input.joined.influences.iter().map(entry).collect()
}

fn agreements(input: &ResultInput) -> Vec<AgreementEntry<String>> {
    let entry = |record: &AgreementRecord| AgreementEntry {
        id: Token(record.id.clone()),
        session_ids: record.session_ids.iter().cloned().map(Token).collect(),
        created_on: day(&record.created_at),
        changed_on: day(&record.changed_at),
        agreement: record.agreement.clone(),
    };
    input.joined.agreements.iter().map(entry).collect()
}

/// The day of a moment: what a file made to share says of it.
fn day(moment: &Timestamp) -> String {
    moment.day().to_string()
}

fn label<'a>(input: &ResultInput<'a>, value: u8) -> Option<&'a str> {
    let scale = input.instrument.response_scale();
    let option = scale.option_for(input.session.form(), value)?;
    Some(option.label.get(input.language))
}

/// The fields that an opened file had in this object beyond the known ones.
fn beyond(object: Option<&Value>, known: &[&str]) -> Map<String, Value> {
    let fields = object.and_then(Value::as_object);
    fields.map_or_else(Map::new, |fields| beyond_known(fields, known))
}

/// The fields beyond the known ones, without those that are never written and without points in time,
/// however deep.
fn beyond_known(fields: &Map<String, Value>, known: &[&str]) -> Map<String, Value> {
    let fields = fields
        .iter()
        .filter(|(name, _)| !known.contains(&name.as_str()));
    let mut beyond: Map<String, Value> = fields
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    without_times(&mut beyond);
    beyond
}
