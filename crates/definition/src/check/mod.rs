//! What a definition must satisfy before it is an [`Instrument`]: reads the parts in
//! the order of the file and resolves every reference.

mod beside;
mod faults;
mod links;
mod rules;
mod scales;
mod texts;

use super::limits::MAX_SCALES;
use super::raw::RawInstrument;
use super::{Fault, InstrumentError, Problem, Shipped};
use beside::{context_place, conversation, effort, follow_up, patterns, sources};
use faults::Faults;
use links::{pages, pairs, reframes};
use model::{Instrument, InstrumentParts, Scale, Text, comparable_id};
use rules::{default_rules, response_scale, scoring_rules};
use scales::{facets_list_their_items, items, scale_of};
use texts::{context_questions, ui_texts};

/// Checks a parsed definition and resolves its references.
pub(super) fn check(
    raw: RawInstrument,
    digest: String,
    shipped: &[Shipped],
) -> Result<Instrument, InstrumentError> {
    let mut faults = Faults::default();
    faults.id("meta.id", &raw.meta.id);
    if takes_id(&raw.meta.id, &digest, shipped) {
        faults.add("meta.id", Problem::ShippedId(raw.meta.id.clone()));
    }
    faults.version("meta.version", &raw.meta.version);
    let title = faults.name("meta.title", &raw.meta.title);
    let rules = match &raw.scoring {
        Some(rules) => scoring_rules(&mut faults, rules),
        None => default_rules(&raw.response_scale),
    };
    let response_scale = response_scale(&mut faults, &raw.response_scale);
    let instruction = match raw.instructions.get("rep") {
        Some(text) => faults.text("instructions.rep", text),
        None => {
            faults.add("instructions", Problem::MissingText("rep"));
            Text::new("", "")
        }
    };
    let manager_instruction = raw
        .instructions
        .get("manager")
        .map(|text| faults.text("instructions.manager", text));
    faults.ids("scales", raw.scales.iter().map(|scale| scale.id.as_str()));
    faults.ids("items", raw.items.iter().map(|item| item.id.as_str()));
    faults.reserve_ids(&raw.items, &raw.reserve_items);
    let mut scales: Vec<Scale> = raw
        .scales
        .iter()
        .enumerate()
        .map(|(n, scale)| scale_of(&mut faults, n, scale))
        .collect();
    let items = items(&mut faults, &raw.items, &mut scales);
    for (n, scale) in scales.iter().enumerate() {
        if scale.items.is_empty() {
            faults.add(
                format!("scales[{n}]"),
                Problem::ScaleWithoutItems(scale.id.clone()),
            );
        }
    }
    if scales.len() > MAX_SCALES {
        faults.add("scales", Problem::TooMany(MAX_SCALES));
    }
    facets_list_their_items(&mut faults, &raw);
    let find = |id: &str| raw.items.iter().position(|item| item.id == id);
    let pairs = pairs(&mut faults, &raw.pairs, &items, find);
    let reframes = reframes(&mut faults, &raw.reframes, &raw, find);
    let pages = pages(&mut faults, &raw.presentation.pages, &raw.items, find);
    let context_questions = context_questions(&mut faults, &raw.context_questions);
    let context_place = context_place(&mut faults, raw.presentation.context.as_deref());
    let patterns = patterns(&mut faults, &raw);
    let conversation = raw
        .conversation
        .as_ref()
        .map(|raw| conversation(&mut faults, raw));
    let follow_up = follow_up(&mut faults, &raw.follow_up);
    let effort = raw.effort.as_ref().map(|raw| effort(&mut faults, raw));
    let sources = sources(&mut faults, &raw.sources);
    let texts = ui_texts(&mut faults, &raw.ui_texts);
    faults.finish()?;
    let parts = InstrumentParts {
        id: raw.meta.id,
        version: raw.meta.version,
        digest,
        title,
        rules,
        response_scale,
        instruction,
        manager_instruction,
        scales,
        items,
        pairs,
        reframes,
        pages,
        context_questions,
        context_place,
        patterns,
        conversation,
        follow_up,
        effort,
        sources,
        texts,
    };
    // Every reference was resolved above, so this holds by construction.
    Instrument::new(parts).map_err(|dangling| {
        InstrumentError::one(Fault {
            place: dangling.place(),
            problem: Problem::UnknownItem(dangling.place()),
        })
    })
}

/// Whether an id is like that of a definition that ships, in a file that is none of those with that
/// id: a reader would take one for the other.
fn takes_id(id: &str, digest: &str, shipped: &[Shipped]) -> bool {
    let comparable = comparable_id(id);
    let mut alike = shipped
        .iter()
        .filter(|one| comparable_id(one.id) == comparable)
        .peekable();
    alike.peek().is_some() && !alike.any(|one| one.digest == digest)
}
