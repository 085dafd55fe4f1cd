//! A session as a result file.

use super::format::*;
use super::joined_json::{agreement_list, belief_work_list, influence_list};
use super::json::Json;
use super::scores::score_entries;
use super::share::{Part, Share};
use super::zone::Zone;
use super::{Document, clean_label, file_name::result_name};
use crate::JoinedRecords;
use model::{Answer, Session, Status};
use model::{Instrument, Language};
use report::believed;
use scoring::score_form;
use serde_json::{Map, Value};

/// What a result file is made from.
pub struct ResultInput<'a> {
    /// The instrument that was answered.
    pub instrument: &'a Instrument,
    /// The session.
    pub session: &'a Session,
    /// The agreements made and the influences named on it.
    pub joined: &'a JoinedRecords,
    /// Random id of this file: 1 to 64 letters, digits and dashes.
    pub export_id: String,
    /// When the file is made: RFC 3339 with offset.
    pub exported_at: String,
    /// The language the labels are written in. The language of the items is the session's.
    pub language: Language,
    /// Fields of an opened file that this version does not know, as `Opened::unknown` has
    /// them; they are given back.
    pub unknown: &'a Map<String, Value>,
    /// Which parts are in it.
    pub share: Share,
    /// How often the result has been saved: a later calendar replaces an earlier one.
    pub revision: u64,
    /// The time zone of a calendar.
    pub zone: Zone,
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
    let pseudonym = clean_label(&parts.subject.pseudonym);
    let mut file = Json::default();
    file.begin("", '{');
    file.plain("format", FORMAT);
    file.plain("formatVersion", FORMAT_VERSION);
    file.plain("exportId", input.export_id.as_str());
    file.plain("exportedOn", day_of(&input.exported_at));
    file.begin("generator", '{');
    file.plain("name", crate::GENERATOR);
    file.plain("version", crate::GENERATOR_VERSION);
    file.plain("language", input.language.tag());
    file.end('}');
    file.begin("instrument", '{');
    file.plain("id", instrument.id());
    file.plain("version", instrument.version());
    file.plain("digest", instrument.digest());
    end_with(&mut file, unknown.get("instrument"), &INSTRUMENT);
    file.plain("form", session.form().name());
    file.plain("language", parts.language.tag());
    file.begin("subject", '{');
    file.plain("pseudonym", pseudonym.as_str());
    end_with(&mut file, unknown.get("subject"), &SUBJECT);
    file.begin("rater", '{');
    file.plain("role", session.form().name());
    file.plain("pseudonym", clean_label(&parts.rater.pseudonym));
    end_with(&mut file, unknown.get("rater"), &RATER);
    file.begin("session", '{');
    file.plain("id", parts.id.as_str());
    file.plain("wave", parts.wave);
    let status = match session.status() {
        Status::Completed => "completed",
        Status::InProgress => "in_progress",
    };
    file.plain("status", status);
    file.plain("startedOn", day_of(&parts.started_at));
    file.plain("completedOn", parts.completed_at.as_deref().map(day_of));
    end_with(&mut file, unknown.get("session"), &SESSION);
    let nothing = Value::Array(Vec::new());
    for part in Part::ALL {
        let name = part.name();
        if !input.share.includes(part) {
            file.value(name, &nothing);
            continue;
        }
        match part {
            Part::Responses => responses(&mut file, input),
            Part::Context => context(&mut file, instrument, &parts.context),
            Part::Scores => scores(&mut file, input),
            Part::Beliefs => beliefs(&mut file, input),
            Part::BeliefWork => {
                let entries = input.share.belief_work(instrument, session);
                file.value(name, &belief_work_list(&entries));
            }
            Part::Influences => file.value(name, &influence_list(&input.joined.influences)),
            Part::Agreements => file.value(name, &agreement_list(&input.joined.agreements)),
        }
    }
    file.begin("disclosure", '{');
    names(&mut file, "included", input.share.names(true));
    let never = ["responsePattern", "pageTimes"];
    names(&mut file, "withheld", input.share.names(false).chain(never));
    let scales = input.share.withheld_scales(instrument);
    names(
        &mut file,
        "withheldScales",
        scales.map(|scale| &scale.id[..]),
    );
    file.end('}');
    let empty = Value::Object(Map::new());
    file.value("extensions", unknown.get("extensions").unwrap_or(&empty));
    for (name, value) in leftover(unknown, &TOP) {
        if name != "extensions" {
            file.value(name, value);
        }
    }
    file.end('}');
    Document {
        name: result_name(&input.exported_at, &pseudonym, ".json"),
        media_type: "application/json",
        bytes: file.into_bytes(),
    }
}

fn responses(file: &mut Json, input: &ResultInput) {
    let scale = input.instrument.response_scale();
    let extra = input.unknown.get("responses");
    file.begin("responses", '[');
    let shared = |item: &usize| input.share.includes_item(input.instrument, *item);
    let items = input
        .instrument
        .form_items(input.session.form())
        .into_iter();
    for n in items.filter(shared) {
        let id = input.instrument.items()[n].id.as_str();
        let answer = input.session.answers().get(n);
        let value = answer.and_then(Answer::rating).map(|rating| rating.value());
        let state = match answer {
            Some(Answer::Rated(_)) => "answered",
            Some(Answer::Skipped) => "skipped",
            Some(Answer::CannotJudge) => "cannot_judge",
            None => "not_seen",
        };
        file.begin("", '{');
        file.plain("itemId", id);
        file.plain("value", value);
        file.plain("min", scale.min);
        file.plain("max", scale.max);
        file.plain("label", value.and_then(|value| label(input, value)));
        file.plain("state", state);
        end_with(file, extra.and_then(|extra| extra.get(id)), &RESPONSE);
    }
    file.end(']');
}

fn context(file: &mut Json, instrument: &Instrument, chosen: &[Option<usize>]) {
    file.begin("context", '[');
    for (question, chosen) in instrument.context_questions().iter().zip(chosen) {
        let option = chosen.and_then(|option| question.options.get(option));
        file.begin("", '{');
        file.plain("questionId", question.id.as_str());
        file.plain("optionId", option.map(|option| option.id.as_str()));
        file.end('}');
    }
    file.end(']');
}

fn scores(file: &mut Json, input: &ResultInput) {
    let form = input.session.form();
    let scores = score_form(input.instrument, form, input.session.answers());
    let entries = score_entries(input.instrument, &scores).into_iter();
    let shared = entries
        .enumerate()
        .filter(|(scale, entry)| entry.total > 0 && input.share.includes_scale(*scale));
    file.begin("scores", '[');
    for (_, entry) in shared {
        file.begin("", '{');
        file.plain("scaleId", entry.scale_id);
        file.plain("raw", entry.raw);
        file.plain("rawMin", entry.raw_min);
        file.plain("rawMax", entry.raw_max);
        file.plain("percent", entry.percent);
        file.plain("standardError", entry.standard_error);
        file.plain(
            "interval80",
            entry.interval80.map(|ends| ends.map(Value::from).to_vec()),
        );
        file.plain("answered", entry.answered);
        file.plain("total", entry.total);
        file.plain("band", entry.band);
        file.plain("border", entry.border);
        file.plain("method", entry.method);
        file.plain("missingRule", entry.missing_rule);
        if let Some(reason) = entry.reason {
            file.plain("reason", reason);
        }
        file.end('}');
    }
    file.end(']');
}

fn beliefs(file: &mut Json, input: &ResultInput) {
    file.begin("beliefs", '[');
    for (item, rating) in believed(input.instrument, input.session.answers()) {
        if !input.share.includes_item(input.instrument, item) {
            continue;
        }
        file.begin("", '{');
        file.plain("itemId", input.instrument.items()[item].id.as_str());
        file.plain("value", rating.value());
        file.plain("label", label(input, rating.value()));
        file.end('}');
    }
    file.end(']');
}

/// The day of a stored moment, as text: what a file made to share says of it.
pub fn day_of(moment: &str) -> &str {
    moment.get(..10).unwrap_or("")
}

fn names<'a>(file: &mut Json, name: &str, list: impl Iterator<Item = &'a str>) {
    file.begin(name, '[');
    list.for_each(|entry| file.plain("", entry));
    file.end(']');
}

fn label<'a>(input: &ResultInput<'a>, value: u8) -> Option<&'a str> {
    let scale = input.instrument.response_scale();
    let option = scale.option_for(input.session.form(), value)?;
    Some(option.label.get(input.language))
}

/// Ends an object with the fields that an opened file had beyond the known ones.
fn end_with(file: &mut Json, object: Option<&Value>, known: &[&str]) {
    if let Some(fields) = object.and_then(Value::as_object) {
        for (name, value) in leftover(fields, known) {
            file.value(name, value);
        }
    }
    file.end('}');
}

/// The fields beyond the known ones, without those that are never written.
fn leftover<'a>(
    fields: &'a Map<String, Value>,
    known: &[&str],
) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let named = fields.iter().map(|(name, value)| (name.as_str(), value));
    named.filter(move |(name, _)| !known.contains(name) && !NEVER.contains(name))
}
