//! A completed result as an xAPI statement (ADL, 2017, version 1.0.3), for a learning record
//! store: that it was completed, on which day, and by whom under which label. Never a score, never an
//! answer, and never sent: it is a file like any other.

use model::Language;
use records::{Document, ResultInput, clean_label, result_name};
use serde_json::{Map, Value, json};

/// Where actors and activities are named. Nobody answers there: `.example` is reserved for
/// names like this (RFC 2606), and an xAPI name need not be an address that can be opened.
const HOME: &str = "https://mindset-mirror.example";

/// The verb of ADL's vocabulary.
const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";

/// The activity type of ADL's vocabulary.
const ASSESSMENT: &str = "http://adlnet.gov/expapi/activities/assessment";

/// The statement; the same session gives one of the same id, so that a store keeps one of two.
pub(super) fn xapi_document(input: &ResultInput) -> Document {
    let ResultInput {
        instrument,
        session,
        language,
        ..
    } = *input;
    let parts = session.parts();
    let moment = parts.completed_at.as_ref().unwrap_or(&input.exported_at);
    let label = clean_label(&parts.subject.pseudonym);
    let name = match label.trim() {
        "" => "anonymous",
        label => label,
    };
    let activity = [
        HOME,
        "/activities/",
        &in_address(instrument.id()),
        "/",
        &in_address(instrument.version()),
    ]
    .concat();
    let id = match is_uuid(&parts.id) {
        true => &parts.id,
        false => &input.export_id,
    };
    let mut names = Map::new();
    for language in Language::ALL {
        let title = instrument.title().get(language);
        names.insert(language.tag().to_owned(), Value::from(title));
    }
    let mut statement = json!({
        "id": id,
        "version": "1.0.3",
        "actor": {
            "objectType": "Agent",
            "account": { "homePage": HOME, "name": name },
        },
        "verb": {
            "id": COMPLETED,
            "display": { "nl": "voltooide", "en": "completed" },
        },
        "object": {
            "objectType": "Activity",
            "id": activity,
            "definition": { "type": ASSESSMENT, "name": names },
        },
        "result": { "completion": true },
        "context": { "language": language.tag(), "platform": "Mindset Mirror" },
    });
    // A file made to share says the day and no hour. The specification asks for a whole moment
    // (RFC 3339), so the start of the day in UTC stands for it; without one, the store would
    // put the moment at which it received the statement.
    statement["timestamp"] = moment.day().start().as_str().into();
    Document {
        name: result_name(&input.exported_at, &parts.subject.pseudonym, "-xapi.json"),
        media_type: "application/json",
        bytes: format!("{statement:#}\n").into_bytes(),
    }
}

/// A text as one segment of an address: what may not stand there is written by its bytes (RFC 3986).
fn in_address(text: &str) -> String {
    let mut segment = String::new();
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            true => segment.push(byte.into()),
            false => segment.push_str(&format!("%{byte:02X}")),
        }
    }
    segment
}

/// Whether an id is a UUID (RFC 9562), as an xAPI statement's must be.
fn is_uuid(id: &str) -> bool {
    let dashes = [8, 13, 18, 23];
    id.len() == 36
        && id
            .bytes()
            .enumerate()
            .all(|(n, byte)| match dashes.contains(&n) {
                true => byte == b'-',
                false => byte.is_ascii_hexdigit(),
            })
}
