//! Texts of a file without what cannot be seen in them.

use serde_json::Value;
use untrusted::{is_invisible, is_unsafe};

/// The joiners, without which some languages are written wrongly and some emoji come apart, and the
/// choice between the plain and the coloured form of a sign.
const IN_WRITING: [char; 4] = ['\u{200C}', '\u{200D}', '\u{FE0E}', '\u{FE0F}'];

/// Leaves out of every text what cannot be seen and is no part of writing. Names of fields stay, and
/// so do bidirectional controls: a text with one of those is refused.
pub(crate) fn only_visible(value: &mut Value) {
    match value {
        Value::String(text) => {
            text.retain(|one| !is_invisible(one) || IN_WRITING.contains(&one) || is_unsafe(one));
        }
        Value::Array(list) => list.iter_mut().for_each(only_visible),
        Value::Object(fields) => fields.values_mut().for_each(only_visible),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
