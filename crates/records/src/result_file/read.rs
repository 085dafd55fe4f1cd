//! The content of a result file: every value checked, then a session built.

use super::fields::{LanguageTag, ShortText, When};
use super::file::{Belief, ContextAnswer, Response, ResultFile, State, Status};
use super::read_joined::{belief_work, joined};
use super::read_scores::{StoredScore, differences};
use super::share::Part;
use super::unknown::is_too_much;
use super::{Content, Difference, ImportError, Opened};
use model::{Answer, Answers, Plan, Rating, Session, SessionParts, Step};
use model::{ContextPlace, Form, Instrument, Rater, Subject};
use scoring::score_form;
use serde::Deserialize;
use serde_json::{Map, Value};
use untrusted::typed;

/// A value as its type.
///
/// # Errors
/// The first place where it does not fit.
pub(crate) fn as_typed<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, ImportError> {
    typed(value).map_err(|misfit| {
        let place = misfit.place().to_owned();
        match misfit.is_missing() {
            true => ImportError::Missing { place },
            false => ImportError::BadValue { place },
        }
    })
}

/// What is said of a value that cannot be.
pub(crate) fn bad(place: impl Into<String>) -> ImportError {
    let place = place.into();
    ImportError::BadValue { place }
}

/// What is said of an id, or of a field, that was there before.
pub(super) fn twice(place: impl Into<String>) -> ImportError {
    let place = place.into();
    ImportError::Duplicate { place }
}

/// Reads the content of a file on this instrument.
pub(super) fn read<W: When>(
    file: &Value,
    (form, content): (Form, Content),
    index: usize,
    instrument: &Instrument,
) -> Result<Opened, ImportError> {
    let file: ResultFile<W, StoredScore> = as_typed(file)?;
    let LanguageTag(spoken) = file.language;
    let written = file.generator.language.map(|LanguageTag(tag)| tag);
    if file.rater.role.0 != form.name() {
        return Err(bad("rater.role"));
    }
    let (withheld, scales) = match file.disclosure {
        Some(stated) => (stated.withheld, stated.withheld_scales),
        None => Default::default(),
    };
    let withholds = |part: Part| withheld.iter().any(|name| name.0 == part.name());
    if withholds(Part::Responses) {
        return Err(ImportError::Withheld);
    }
    let withheld_scales = withheld_scales(&scales, instrument)?;
    let (answers, unknown_of_responses) = responses(file.responses, instrument, form)?;
    let context = context(&file.context, instrument)?;
    // Scores that were left out on purpose differ from nothing.
    let differences = match withholds(Part::Scores) && file.scores.is_empty() {
        true => Vec::new(),
        false => {
            let computed = score_form(instrument, form, &answers);
            differences(&file.scores, instrument, &computed)?
        }
    };
    // Against another content there is nothing to compare: the list was checked, no more.
    let included =
        |one: &Difference| content == Content::Same && !withheld_scales.contains(&one.scale);
    let differences = differences.into_iter().filter(included).collect();
    beliefs(&file.beliefs, instrument)?;

    let attempt = file.session;
    let completed = attempt.status == Status::Completed;
    if completed != attempt.completed_on.is_some() {
        return Err(bad("session.completedOn"));
    }
    let parts = SessionParts {
        reviewing: false,
        id: attempt.id.0,
        wave: attempt.wave.0,
        language: spoken,
        rater: Rater {
            role: form,
            pseudonym: file.rater.pseudonym.0,
        },
        subject: Subject {
            pseudonym: file.subject.pseudonym.0,
        },
        started_at: attempt.started_on.moment(),
        completed_at: attempt.completed_on.map(W::moment),
        changed_since_completion: false,
        step: step(instrument, form, completed, &answers, &context),
        answers,
        context,
        page_seconds: Vec::new(),
        belief_work: belief_work(file.belief_work, instrument)?,
        // What is done next is not in result files: only this device and its backups have it.
        plan: Plan::default(),
    };
    let joined = joined(file.influences, file.agreements, &parts.id)?;
    let mut unknown = file.unknown;
    for (name, fields) in [
        ("extensions", file.extensions),
        ("instrument", file.instrument.unknown),
        ("subject", file.subject.unknown),
        ("rater", file.rater.unknown),
        ("session", attempt.unknown),
        ("responses", unknown_of_responses),
    ] {
        keep(&mut unknown, name, fields);
    }
    if is_too_much(&unknown) {
        return Err(ImportError::TooMuchUnknown);
    }
    Ok(Opened {
        instrument: index,
        session: Session::restore(instrument, parts),
        joined,
        unknown,
        differences,
        withheld_scales,
        content,
        exported_at: file.exported_on.moment(),
        language: written.unwrap_or(spoken),
    })
}

/// Answers by item id, whatever their order, and the unknown fields of each. An item that
/// is not in the file was not seen.
fn responses(
    list: Vec<Response>,
    instrument: &Instrument,
    form: Form,
) -> Result<(Answers, Map<String, Value>), ImportError> {
    let scale = instrument.response_scale();
    let mut seen = vec![false; instrument.items().len()];
    let mut answers = Answers::none(instrument);
    let mut unknown = Map::new();
    for (n, entry) in list.into_iter().enumerate() {
        let place = |name: &str| format!("responses[{n}].{name}");
        let ShortText(id) = entry.item_id;
        let item = instrument
            .item_index(&id)
            .filter(|&item| instrument.is_asked(form, item));
        let Some(item) = item else {
            return Err(ImportError::UnknownItem { id });
        };
        if std::mem::replace(&mut seen[item], true) {
            return Err(twice(place("itemId")));
        }
        if entry.min != scale.min.into() {
            return Err(bad(place("min")));
        }
        if entry.max != scale.max.into() {
            return Err(bad(place("max")));
        }
        let rating = match entry.value {
            Some(value) => {
                let rating = Rating::new(value.0 as u8, scale);
                Some(rating.ok_or_else(|| bad(place("value")))?)
            }
            None => None,
        };
        let answer = match (entry.state, rating) {
            (State::Answered, Some(rating)) => Some(Answer::Rated(rating)),
            (State::Skipped, None) => Some(Answer::Skipped),
            (State::CannotJudge, None) if form.is_about_another() => Some(Answer::CannotJudge),
            (State::NotSeen, None) => None,
            _ => return Err(bad(place("state"))),
        };
        if let Some(answer) = answer {
            answers = answers.with(item, answer);
        }
        keep(&mut unknown, &id, entry.unknown);
    }
    Ok((answers, unknown))
}

fn context(
    list: &[ContextAnswer],
    instrument: &Instrument,
) -> Result<Vec<Option<usize>>, ImportError> {
    let questions = instrument.context_questions();
    let mut chosen = vec![None; questions.len()];
    let mut seen = vec![false; questions.len()];
    for (n, entry) in list.iter().enumerate() {
        let place = |name: &str| format!("context[{n}].{name}");
        let question = questions
            .iter()
            .position(|question| question.id == entry.question_id.0)
            .ok_or_else(|| bad(place("questionId")))?;
        if std::mem::replace(&mut seen[question], true) {
            return Err(twice(place("questionId")));
        }
        if let Some(ShortText(option)) = &entry.option_id {
            let options = &questions[question].options;
            let found = options.iter().position(|known| known.id == *option);
            chosen[question] = Some(found.ok_or_else(|| bad(place("optionId")))?);
        }
    }
    Ok(chosen)
}

/// Beliefs follow from the answers; the list is checked and then not used.
fn beliefs(list: &[Belief], instrument: &Instrument) -> Result<(), ImportError> {
    let scale = instrument.response_scale();
    for (n, entry) in list.iter().enumerate() {
        let ShortText(id) = &entry.item_id;
        if instrument.item_index(id).is_none() {
            return Err(ImportError::UnknownItem { id: id.clone() });
        }
        if !(scale.min.into()..=scale.max.into()).contains(&entry.value.0) {
            return Err(bad(format!("beliefs[{n}].value")));
        }
    }
    Ok(())
}

/// The scales that were left out on purpose, in the order of the file.
fn withheld_scales(
    listed: &[ShortText],
    instrument: &Instrument,
) -> Result<Vec<usize>, ImportError> {
    let scales = instrument.scales();
    let found = listed.iter().enumerate().map(|(n, ShortText(id))| {
        let scale = scales.iter().position(|scale| scale.id == *id);
        scale.ok_or_else(|| bad(format!("disclosure.withheldScales[{n}]")))
    });
    found.collect()
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
    let still_asked = context.iter().all(Option::is_none);
    let asked = instrument.context_place(form).filter(|_| still_asked);
    match items.iter().position(|&item| answers.get(item).is_none()) {
        Some(0) if asked == Some(ContextPlace::Before) => Step::Context(0),
        Some(position) => Step::Item(position),
        None if asked == Some(ContextPlace::After) => Step::ContextInterlude,
        None => Step::Review,
    }
}

fn keep(unknown: &mut Map<String, Value>, name: &str, fields: Map<String, Value>) {
    if !fields.is_empty() {
        unknown.insert(name.to_owned(), Value::Object(fields));
    }
}
