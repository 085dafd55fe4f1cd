//! One JSON line: a questionnaire's id, its version if need be, and the answers by item id; with the
//! person's id, a group and a day where it has them.

use crate::read::{Origin, Record};
use crate::view::LineFault;
use model::{Answers, Day, Form, Instrument, Language, compare_versions};
use records::person_key;
use serde_json::{Map, Value};
use std::rc::Rc;
use untrusted::{Bounds, Unparsed, is_blank, is_invisible, is_unsafe, make_whole, parse, quoted};

/// Largest line, in bytes. One of the scan has some 500.
const MAX_LINE: usize = 1_048_576;

/// Deepest nesting of a record, with room for fields that are not known here.
const MAX_DEPTH: usize = 32;

/// Most characters of an id or of the name of a group.
const MAX_NAME: usize = 200;

/// Reads one line by the questionnaires that are known.
pub(crate) fn read(line: &[u8], known: &[Rc<Instrument>]) -> Result<Record, LineFault> {
    let bounds = Bounds {
        bytes: MAX_LINE,
        depth: MAX_DEPTH,
    };
    let mut value = parse(line, bounds).map_err(|why| match why {
        Unparsed::TooBig => LineFault::TooLong,
        Unparsed::TooDeep => LineFault::TooDeep,
        Unparsed::NotText => LineFault::NotText,
        Unparsed::Empty | Unparsed::Truncated | Unparsed::NotJson { .. } => LineFault::NotJson,
    })?;
    let is_record = value.get("instrument").is_some() && value.get("answers").is_some();
    if !is_record || value.get("format").is_some() {
        return Err(LineFault::NotARecord);
    }
    if let Some(place) = untrusted::repeated_field(line) {
        let field = quoted(&place);
        return Err(LineFault::Twice { field });
    }
    make_whole(&mut value);
    let Value::Object(fields) = &value else {
        return Err(LineFault::NotARecord);
    };
    let Some(Value::Object(answers)) = fields.get("answers") else {
        return Err(bad("answers"));
    };
    let instrument = find(fields, answers, known)?;
    let of = &known[instrument];
    let form = text(fields, "form")?.unwrap_or("self");
    let form = Form::from_name(form)
        .filter(|&form| of.has_form(form))
        .ok_or_else(|| LineFault::UnknownForm { form: quoted(form) })?;
    let day = text(fields, "day")?
        .map(|day| Day::parse(day).ok_or_else(|| bad("day")))
        .transpose()?;
    let language = text(fields, "language")?
        .map(|tag| Language::from_tag(tag).ok_or_else(|| bad("language")))
        .transpose()?;
    let group = text(fields, "group")?
        .filter(|group| !is_blank(group))
        .map(|group| name(group, "group"))
        .transpose()?;
    Ok(Record {
        instrument,
        form,
        language,
        person: person(fields)?,
        group,
        day,
        moment: day.map_or(i64::MIN, |day| day.start().milliseconds()),
        answers: ratings(answers, of, form)?,
        context: vec![None; of.context_questions().len()],
        origin: Origin::Line,
    })
}

fn bad(field: &str) -> LineFault {
    let field = quoted(field);
    LineFault::BadValue { field }
}

/// A text; `None` where the field is null or not there.
fn text<'a>(fields: &'a Map<String, Value>, field: &str) -> Result<Option<&'a str>, LineFault> {
    match fields.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(bad(field)),
    }
}

/// A name of a person or group, without the white space around it. One that holds a character that
/// cannot be seen is refused: two names that look alike would be two people.
fn name(text: &str, field: &str) -> Result<String, LineFault> {
    let hidden = |one: char| is_unsafe(one) || is_invisible(one);
    if is_blank(text) || text.chars().count() > MAX_NAME || text.chars().any(hidden) {
        return Err(bad(field));
    }
    Ok(text.trim().to_owned())
}

fn person(fields: &Map<String, Value>) -> Result<Option<String>, LineFault> {
    match fields.get("id") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(id)) => Ok(Some(person_key(&name(id, "id")?))),
        // A number and the same number as a text are one person.
        Some(Value::Number(id)) if id.is_i64() || id.is_u64() => Ok(Some(id.to_string())),
        Some(_) => Err(bad("id")),
    }
}

/// The questionnaire of a line, by its place among the known ones: of the version that it names, or
/// else the newest that has all its items.
fn find(
    fields: &Map<String, Value>,
    answers: &Map<String, Value>,
    known: &[Rc<Instrument>],
) -> Result<usize, LineFault> {
    let id = text(fields, "instrument")?.ok_or_else(|| bad("instrument"))?;
    let version = text(fields, "version")?;
    let is_it =
        |one: &Instrument| one.id() == id && version.is_none_or(|version| one.version() == version);
    let mut found: Vec<usize> = (0..known.len()).filter(|&n| is_it(&known[n])).collect();
    found.sort_by(|&a, &b| compare_versions(known[b].version(), known[a].version()));
    let Some(&newest) = found.first() else {
        return Err(LineFault::UnknownQuestionnaire {
            id: quoted(id),
            version: version.map(quoted),
        });
    };
    let lacks = |n: usize| answers.keys().find(|id| known[n].item_index(id).is_none());
    match (found.iter().find(|&&n| lacks(n).is_none()), lacks(newest)) {
        (Some(&complete), _) => Ok(complete),
        (None, lacking) => {
            let id = quoted(lacking.map_or("", String::as_str));
            Err(LineFault::UnknownItem { id })
        }
    }
}

/// The answers; one to an item that the form does not ask is passed over.
fn ratings(
    given: &Map<String, Value>,
    instrument: &Instrument,
    form: Form,
) -> Result<Answers, LineFault> {
    let mut values = Vec::with_capacity(given.len());
    for (id, value) in given {
        let item = instrument.item_index(id);
        let item = item.ok_or_else(|| LineFault::UnknownItem { id: quoted(id) })?;
        let value = match value {
            Value::Null => None,
            value => {
                let rating = value.as_u64().and_then(|value| u8::try_from(value).ok());
                Some(rating.ok_or_else(|| bad(id))?)
            }
        };
        if instrument.is_asked(form, item) {
            values.push((item, value));
        }
    }
    Answers::from_values(instrument, values)
        .map_err(|item| bad(instrument.items().get(item).map_or("", |item| &item.id)))
}
