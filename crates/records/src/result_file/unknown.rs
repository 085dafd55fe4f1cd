//! How much is kept of what this version does not know.

use serde_json::{Map, Value};

/// Most bytes of it, written compactly: 64 KiB. With 64 results of that size a backup still opens.
const MAX_BYTES: usize = 65_536;

/// Most values in it. A backup of 100 such results holds fewer than a file may.
const MAX_VALUES: usize = 4_000;

/// Deepest nesting of it, itself included. In a backup it stands four levels deeper.
const MAX_DEPTH: usize = 24;

/// Whether fields are more than is kept of what this version does not know: it would go into every
/// later backup, which then might open no more.
pub(crate) fn is_too_much(fields: &Map<String, Value>) -> bool {
    let mut values = 0;
    let is_too_deep = fields
        .values()
        .any(|value| is_deeper(value, MAX_DEPTH - 1, &mut values));
    let bytes = || serde_json::to_string(fields).map_or(usize::MAX, |text| text.len());
    is_too_deep || values > MAX_VALUES || bytes() > MAX_BYTES
}

/// Whether a value goes deeper than these levels; its values are counted.
fn is_deeper(value: &Value, levels: usize, values: &mut usize) -> bool {
    *values += 1;
    let is_list = value.is_array() || value.is_object();
    let mut within = |value| is_deeper(value, levels.saturating_sub(1), values);
    (is_list && levels == 0)
        || match value {
            Value::Array(list) => list.iter().any(&mut within),
            Value::Object(fields) => fields.values().any(&mut within),
            _ => false,
        }
}
