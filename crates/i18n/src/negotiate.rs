//! Which language to begin in.

use model::Language;

/// The first of the browser's preferred languages that we have; Dutch when there is none.
pub fn negotiate<'a>(preferred: impl IntoIterator<Item = &'a str>) -> Language {
    preferred
        .into_iter()
        .find_map(Language::from_tag)
        .unwrap_or_default()
}
