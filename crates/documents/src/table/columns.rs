//! What the columns of the sessions' table are called.

use super::variable;
use model::Instrument;
use std::collections::BTreeSet;

/// Columns before the items.
pub(super) const FIRST: [&str; 8] = [
    "session",
    "instrument",
    "version",
    "language",
    "wave",
    "started_on",
    "completed_on",
    "label",
];

/// What follows the name of a scale.
pub(super) const OF_SCALE: [&str; 6] = ["percent", "raw", "low80", "high80", "band", "answered"];

/// The names of the columns that a questionnaire gives ids to. No two columns of a table have one
/// name, also without regard to capitals, as many programs read them.
pub(super) struct Columns {
    /// By the index of the scale, in the order of [`OF_SCALE`].
    pub scales: Vec<[String; OF_SCALE.len()]>,
    /// By the index of the item.
    pub items: Vec<String>,
    /// By the index of the context question.
    pub questions: Vec<String>,
}

impl Columns {
    /// Each is called by its id. An item or a context question whose name another column has is
    /// called `item_` or `context_` before it.
    pub fn of(instrument: &Instrument) -> Self {
        let mut taken: BTreeSet<String> = FIRST.map(str::to_owned).into();
        let mut name = |mut name: String, prefix: &str| {
            while !taken.insert(name.to_ascii_lowercase()) {
                name.insert_str(0, prefix);
            }
            name
        };
        let of_scale = |id: &str| OF_SCALE.map(|part| [&variable(id), "_", part].concat());
        let scales = instrument.scales().iter();
        let scales = scales.map(|scale| of_scale(&scale.id).map(|one| name(one, "scale_")));
        let scales = scales.collect();
        let items = instrument.items().iter();
        let items = items.map(|item| name(variable(&item.id), "item_"));
        let items = items.collect();
        let questions = instrument.context_questions().iter();
        let questions = questions.map(|question| name(variable(&question.id), "context_"));
        Self {
            scales,
            items,
            questions: questions.collect(),
        }
    }
}
