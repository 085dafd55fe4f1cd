//! Why a file, or a record in it, is not opened, in the reader's words. Said here, in every
//! language, so that the page carries none of these texts.

use file_jobs::{QuestionnaireName, Refusal, Sentence};
use i18n::long_date;
use interface_texts::{document_texts, messages};
use model::{Language, Timestamp};
use records::{BackupRecord, ImportError, SealedFault};
use serde_json::Value;

/// Why a file is not opened.
pub(crate) fn refusal(error: &ImportError) -> Refusal {
    let missing = match error {
        ImportError::UnknownInstrument { id, version }
        | ImportError::OtherContent { id, version } => Some(QuestionnaireName {
            id: id.clone(),
            version: version.clone(),
        }),
        _ => None,
    };
    Refusal {
        sentence: Sentence::new(|language| sentence(error, language)),
        missing: missing.into_iter().collect(),
    }
}

/// Why the record in this place, from 0, is not restored.
pub(crate) fn of_row(place: usize, about: Option<&BackupRecord>, error: &ImportError) -> Sentence {
    Sentence::new(|language| {
        let what = about.map_or_else(|| kind("", language), |record| named(record, language));
        let why = sentence(error, language);
        document_texts(language).record_refused(place + 1, &what, &why)
    })
}

/// The same for a record of which there was one before.
pub(crate) fn of_second(place: usize, record: &BackupRecord) -> Sentence {
    Sentence::new(|language| {
        let t = document_texts(language);
        t.record_refused(place + 1, &named(record, language), t.record_second)
    })
}

/// What a record is, with the day on which it was begun where it says one.
fn named(record: &BackupRecord, language: Language) -> String {
    let kind = kind(&record.key, language);
    let body: Option<Value> = serde_json::from_str(&record.text()).ok();
    let said = |place| body.as_ref().and_then(|body| body.pointer(place)?.as_str());
    let begun = said("/session/startedAt").or_else(|| said("/createdAt"));
    match begun.and_then(Timestamp::parse) {
        Some(begun) => [&kind, ", ", &long_date(begun.as_str(), language)].concat(),
        None => kind,
    }
}

fn kind(key: &str, language: Language) -> String {
    let [attempt, agreement, influence, other] = document_texts(language).record_kinds;
    let kind = match key.split('/').next() {
        Some("attempt") => attempt,
        Some("agreements") => agreement,
        Some("influences") => influence,
        _ => other,
    };
    kind.to_owned()
}

/// One sentence for the reader.
pub fn sentence(error: &ImportError, language: Language) -> String {
    let t = document_texts(language);
    let errors = &messages(language).errors;
    let fixed = match error {
        ImportError::Empty => t.file_empty,
        ImportError::TooBig { .. } => errors.file_too_big,
        ImportError::NotText => errors.file_unreadable,
        ImportError::OtherEncoding { name } => return t.file_other_encoding(name),
        ImportError::Sealed(SealedFault::ToKey) => t.file_sealed_to_key,
        ImportError::Sealed(SealedFault::TooMuchWork) => errors.file_costly,
        ImportError::Sealed(SealedFault::Damaged) => t.file_sealed_damaged,
        ImportError::TooDeep { .. } => t.file_too_deep,
        ImportError::NotJson { .. } => t.file_not_json,
        ImportError::Truncated => t.file_truncated,
        ImportError::NewerFormat { .. } => t.file_newer,
        ImportError::UnknownInstrument { id, version } => {
            return t.file_unknown_instrument(id, version);
        }
        ImportError::OtherContent { id, version } => return t.file_other_content(id, version),
        ImportError::TooMuchUnknown => t.file_unknown_fields,
        ImportError::Withheld => t.file_withheld,
        ImportError::UnknownItem { id } => return t.file_unknown_item(id),
        ImportError::Duplicate { place }
        | ImportError::Missing { place }
        | ImportError::BadValue { place } => return t.file_bad_value(place),
        ImportError::NotAResult | ImportError::OtherForm { .. } => t.file_foreign,
    };
    fixed.to_owned()
}
