//! The content of a result file: every value checked, then a session built.

use super::format::*;
use super::place::At;
use super::read_joined::{belief_work, joined};
use super::read_scores::differences;
use super::share::Part;
use super::{Content, Difference, ImportError, MAX_LABEL, Opened};
use model::{Answer, Answers, Rating, Session, SessionParts, Step};
use model::{Day, Form, Instrument, Language, Rater, Subject, Timestamp};
use scoring::score_form;
use serde_json::{Map, Value};

/// Reads the content of a file on this instrument.
pub(super) fn read(
    root: &At,
    (major, form, content): (u32, Form, Content),
    index: usize,
    instrument: &Instrument,
) -> Result<Opened, ImportError> {
    let mut unknown = leftover(root, &known(&TOP, &TOP_1))?;
    token(&root.field("exportId")?)?;
    // Version 1 said moments, and version 2 says days.
    let (exported, started, completed) = match major {
        1 => ("exportedAt", "startedAt", "completedAt"),
        _ => ("exportedOn", "startedOn", "completedOn"),
    };
    let when = |at: &At| match major {
        1 => moment(at),
        _ => day_start(at).map(String::from),
    };
    let exported_at = when(&root.field(exported)?)?;
    let generator = root.field("generator")?;
    generator.field("name")?.id()?;
    generator.field("version")?.id()?;
    let asked = root.field("instrument")?;
    let spoken = match major {
        1 => language(&asked.field("language")?)?,
        _ => language(&root.field("language")?)?,
    };
    let written = match generator.optional("language")? {
        Some(stated) => language(&stated)?,
        None => spoken,
    };
    let subject = root.field("subject")?;
    let pseudonym = subject.field("pseudonym")?.text(MAX_LABEL)?.to_owned();
    let rater = root.field("rater")?;
    rater.field("role")?.one_of(&[form.name()])?;
    let rated_by = rater.field("pseudonym")?.text(MAX_LABEL)?.to_owned();
    let stated = root.optional("disclosure")?;
    let withheld = disclosure(stated.as_ref())?;
    if withheld.iter().any(|name| name == Part::Responses.name()) {
        return Err(ImportError::Withheld);
    }
    let withheld_scales = withheld_scales(stated.as_ref(), instrument)?;
    let (answers, kept_of_responses) = responses(&root.field("responses")?, instrument, form)?;
    let context = context(root.optional("context")?, instrument)?;
    let stored = root.field("scores")?;
    // Scores that were left out on purpose differ from nothing.
    let left_out = withheld.iter().any(|name| name == Part::Scores.name());
    let differences = match left_out && stored.list()?.is_empty() {
        true => Vec::new(),
        false => differences(&stored, instrument, &score_form(instrument, form, &answers))?,
    };
    // Against another content there is nothing to compare: the list was checked, no more.
    let included =
        |one: &Difference| content == Content::Same && !withheld_scales.contains(&one.scale);
    let differences = differences.into_iter().filter(included).collect();
    beliefs(root.optional("beliefs")?, instrument)?;
    if let Some(extensions) = root.optional("extensions")?
        && extensions.object()?.is_empty()
    {
        unknown.remove("extensions");
    }

    let attempt = root.field("session")?;
    let completed_at = attempt.field(completed)?;
    let completed = attempt
        .field("status")?
        .one_of(&["completed", "in_progress"])?
        == "completed";
    if completed == completed_at.value.is_null() {
        return Err(completed_at.bad());
    }
    let parts = SessionParts {
        reviewing: false,
        id: token(&attempt.field("id")?)?,
        wave: attempt.field("wave")?.integer(1, MAX_WAVE)?,
        language: spoken,
        rater: Rater {
            role: form,
            pseudonym: rated_by,
        },
        subject: Subject { pseudonym },
        started_at: when(&attempt.field(started)?)?,
        completed_at: completed_at.nullable(when)?,
        changed_since_completion: false,
        step: step(instrument, form, completed, &answers, &context),
        answers,
        context,
        page_seconds: Vec::new(),
        belief_work: belief_work(root, instrument, major)?,
    };
    let moment_of = |text: &str| Timestamp::parse(text).ok_or_else(|| attempt.bad());
    let made_at = parts.completed_at.as_ref().unwrap_or(&parts.started_at);
    let moments = (&moment_of(made_at)?, &moment_of(&exported_at)?);
    let joined = joined(root, &parts.id, moments, major)?;
    for (part, known) in [
        (&asked, known(&INSTRUMENT, &INSTRUMENT_1)),
        (&subject, SUBJECT.to_vec()),
        (&rater, RATER.to_vec()),
        (&attempt, known(&SESSION, &SESSION_1)),
    ] {
        keep(&mut unknown, &part.place, leftover(part, &known)?);
    }
    keep(&mut unknown, "responses", kept_of_responses);
    Ok(Opened {
        instrument: index,
        session: Session::restore(instrument, parts),
        joined,
        unknown,
        differences,
        withheld_scales,
        content,
        exported_at,
        language: written,
    })
}

/// Answers by item id, whatever their order, and the unknown fields of each. An item that
/// is not in the file was not seen.
fn responses(
    list: &At,
    instrument: &Instrument,
    form: Form,
) -> Result<(Answers, Map<String, Value>), ImportError> {
    let scale = instrument.response_scale();
    let mut seen = vec![false; instrument.items().len()];
    let mut answers = Answers::none(instrument);
    let mut unknown = Map::new();
    for entry in list.list()? {
        let named = entry.field("itemId")?;
        let id = named.id()?;
        let item = instrument
            .item_index(id)
            .filter(|&item| instrument.is_asked(form, item))
            .ok_or_else(|| ImportError::UnknownItem { id: id.to_owned() })?;
        if std::mem::replace(&mut seen[item], true) {
            return Err(named.twice());
        }
        let (min, max) = (u32::from(scale.min), u32::from(scale.max));
        entry.field("min")?.integer(min, min)?;
        entry.field("max")?.integer(max, max)?;
        if let Some(label) = entry.optional("label")? {
            label.nullable(|label| label.text(MAX_ANSWER_LABEL))?;
        }
        let stated = entry.field("value")?;
        let value = stated.nullable(|value| value.integer(min, max))?;
        let state = entry.field("state")?;
        let words = ["answered", "skipped", "not_seen", "cannot_judge"];
        let last = if form.is_about_another() { 4 } else { 3 };
        let word = state.one_of(&words[..last])?;
        if (word == "answered") != value.is_some() {
            return Err(state.bad());
        }
        let rating = value.and_then(|value| Rating::new(value as u8, scale));
        let answer = match (word, rating) {
            ("answered", rating) => Some(Answer::Rated(rating.ok_or_else(|| stated.bad())?)),
            ("skipped", _) => Some(Answer::Skipped),
            ("cannot_judge", _) => Some(Answer::CannotJudge),
            _ => None,
        };
        if let Some(answer) = answer {
            answers = answers.with(item, answer);
        }
        keep(&mut unknown, id, leftover(&entry, &RESPONSE)?);
    }
    Ok((answers, unknown))
}

fn context(list: Option<At>, instrument: &Instrument) -> Result<Vec<Option<usize>>, ImportError> {
    let questions = instrument.context_questions();
    let mut chosen = vec![None; questions.len()];
    let mut seen = vec![false; questions.len()];
    for entry in list.map_or(Ok(Vec::new()), |list| list.list())? {
        let named = entry.field("questionId")?;
        let id = named.id()?;
        let question = questions
            .iter()
            .position(|question| question.id == id)
            .ok_or_else(|| named.bad())?;
        if std::mem::replace(&mut seen[question], true) {
            return Err(named.twice());
        }
        let stated = entry.field("optionId")?;
        let option = stated.nullable(At::id)?;
        if let Some(option) = option {
            let options = &questions[question].options;
            let found = options.iter().position(|known| known.id == option);
            chosen[question] = Some(found.ok_or_else(|| stated.bad())?);
        }
    }
    Ok(chosen)
}

/// Beliefs follow from the answers; the list is checked and then not used.
fn beliefs(list: Option<At>, instrument: &Instrument) -> Result<(), ImportError> {
    let scale = instrument.response_scale();
    for entry in list.map_or(Ok(Vec::new()), |list| list.list())? {
        let id = entry.field("itemId")?.id()?;
        if instrument.item_index(id).is_none() {
            return Err(ImportError::UnknownItem { id: id.to_owned() });
        }
        let value = entry.field("value")?;
        value.integer(scale.min.into(), scale.max.into())?;
    }
    Ok(())
}

/// The scales that were left out on purpose, in the order of the file.
fn withheld_scales(
    stated: Option<&At>,
    instrument: &Instrument,
) -> Result<Vec<usize>, ImportError> {
    let listed = stated.map(|stated| stated.optional("withheldScales"));
    let Some(listed) = listed.transpose()?.flatten() else {
        return Ok(Vec::new());
    };
    let scales = instrument.scales();
    let listed = listed.list()?;
    let found = listed.iter().map(|entry| {
        let id = entry.id()?;
        let scale = scales.iter().position(|scale| scale.id == id);
        scale.ok_or_else(|| entry.bad())
    });
    found.collect()
}

/// The names of the parts that were left out on purpose.
fn disclosure(stated: Option<&At>) -> Result<Vec<String>, ImportError> {
    let Some(stated) = stated else {
        return Ok(Vec::new());
    };
    for section in stated.field("included")?.list()? {
        section.id()?;
    }
    let withheld = stated.field("withheld")?.list()?;
    let names = withheld.iter().map(|section| section.id());
    names.map(|name| name.map(str::to_owned)).collect()
}

/// Where a respondent goes on: at the result, or at the first thing left open.
fn step(
    instrument: &Instrument,
    form: Form,
    completed: bool,
    answers: &Answers,
    context: &[Option<usize>],
) -> Step {
    if completed {
        return Step::Result;
    }
    let items = instrument.form_items(form);
    match items.iter().position(|&item| answers.get(item).is_none()) {
        Some(0) if !context.is_empty() && context.iter().all(Option::is_none) => Step::Context(0),
        Some(position) => Step::Item(position),
        None => Step::Review,
    }
}

/// An id that the app makes: letters, digits and dashes.
pub(super) fn token(at: &At) -> Result<String, ImportError> {
    let text = at.id()?;
    if !text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(at.bad());
    }
    Ok(text.to_owned())
}

fn moment(at: &At) -> Result<String, ImportError> {
    let text = at.id()?;
    let moment = Timestamp::parse(text).ok_or_else(|| at.bad())?;
    Ok(moment.into())
}

/// A day, as the moment at which it starts in UTC: more is not known.
pub(super) fn day_start(at: &At) -> Result<Timestamp, ImportError> {
    let day = Day::parse(at.id()?).ok_or_else(|| at.bad())?;
    Ok(day.start())
}

/// The fields of today and those of version 1.
fn known<'a>(today: &[&'a str], before: &[&'a str]) -> Vec<&'a str> {
    [today, before].concat()
}

fn language(at: &At) -> Result<Language, ImportError> {
    Language::from_tag(at.id()?).ok_or_else(|| at.bad())
}

/// The fields of an object beyond the known ones.
fn leftover(at: &At, known: &[&str]) -> Result<Map<String, Value>, ImportError> {
    let fields = at.object()?.iter();
    Ok(fields
        .filter(|(name, _)| !known.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect())
}

fn keep(unknown: &mut Map<String, Value>, name: &str, fields: Map<String, Value>) {
    if !fields.is_empty() {
        unknown.insert(name.to_owned(), Value::Object(fields));
    }
}
