//! The shape of an instrument file, before anything is believed of it.
//!
//! Each struct is read by [`super::read`], which knows the place of whatever is amiss. An
//! `Option` or a list may be absent; an absent list is empty.

use super::read::{Named, raw};

/// A text by language tag, as it stands in the file.
pub(super) type RawText = Named<String>;

raw! {
/// An instrument file as parsed; [`super::Instrument::from_json`] makes it an instrument.
pub(super) struct RawInstrument {
    pub(super) meta: RawMeta,
    pub(super) scoring: Option<RawScoring>,
    pub(super) response_scale: RawResponseScale,
    pub(super) instructions: Named<RawText>,
    pub(super) scales: Vec<RawScale>,
    pub(super) items: Vec<RawItem>,
    pub(super) reserve_items: Vec<RawReserveItem>,
    pub(super) pairs: Vec<RawPair>,
    pub(super) reframes: Vec<RawReframe>,
    pub(super) presentation: RawPresentation,
    pub(super) context_questions: Vec<RawContextQuestion>,
    pub(super) patterns: Vec<RawPattern>,
    pub(super) conversation: Option<RawConversation>,
    pub(super) follow_up: Vec<RawFollowUp>,
    pub(super) effort: Option<RawEffort>,
    pub(super) sources: Vec<RawSourceNote>,
    pub(super) ui_texts: Named<RawText>,
}
}

raw! {
pub(super) struct RawMeta {
    pub(super) id: String,
    pub(super) title: RawText,
    pub(super) version: String,
}
}

raw! {
pub(super) struct RawScoring {
    pub(super) min_answered: RawShare,
    pub(super) bands: RawBands,
    pub(super) show_border: bool,
    pub(super) precision: bool,
    pub(super) quality: Option<RawQuality>,
    pub(super) change: Option<RawChange>,
}
}

raw! {
#[derive(Clone, Copy)]
pub(super) struct RawShare {
    pub(super) numerator: u32,
    pub(super) denominator: u32,
}
}

raw! {
pub(super) struct RawBands {
    pub(super) parts: u32,
    pub(super) low: [u32; 2],
    pub(super) mid: [u32; 2],
    pub(super) high: [u32; 2],
}
}

raw! {
pub(super) struct RawQuality {
    pub(super) longstring: u32,
    pub(super) irv_below: f64,
    pub(super) min_pairs: u32,
    pub(super) pair_inconsistency: RawShare,
    pub(super) acquiescence: RawShare,
    pub(super) fast_seconds_per_item: f64,
    pub(super) fast_pages: u32,
}
}

raw! {
pub(super) struct RawChange {
    pub(super) sd: f64,
    pub(super) reliability: f64,
}
}

raw! {
pub(super) struct RawResponseScale {
    pub(super) min: u8,
    pub(super) max: u8,
    pub(super) labels: Vec<RawLabel>,
    pub(super) skip: RawText,
    pub(super) manager_not_observed: Option<RawText>,
    pub(super) manager_labels: Vec<RawLabel>,
}
}

raw! {
pub(super) struct RawLabel {
    pub(super) value: u8,
    pub(super) text: RawText,
}
}

raw! {
pub(super) struct RawScale {
    pub(super) id: String,
    pub(super) name: RawText,
    pub(super) short_name: RawText,
    pub(super) polarity: String,
    pub(super) definition: RawText,
    pub(super) facets: Vec<RawFacet>,
    pub(super) bands: RawBandTexts,
    pub(super) in_brief: Option<RawInBrief>,
    pub(super) manager_questions: Vec<RawText>,
    pub(super) rep_reflection: Vec<RawText>,
    pub(super) from_to: Vec<RawFromTo>,
    pub(super) commitment_examples: RawGoals,
    pub(super) manager_examples: Option<RawGoals>,
}
}

raw! {
pub(super) struct RawFacet {
    pub(super) id: String,
    pub(super) name: RawText,
    pub(super) items: Vec<String>,
    pub(super) strong: Option<RawText>,
    pub(super) to_gain: Option<RawText>,
    pub(super) coach_question: Option<RawText>,
}
}

raw! {
pub(super) struct RawFromTo {
    pub(super) from: RawText,
    pub(super) to: RawText,
}
}

raw! {
pub(super) struct RawBandTexts {
    pub(super) low: RawBandText,
    pub(super) mid: RawBandText,
    pub(super) high: RawBandText,
}
}

raw! {
pub(super) struct RawBandText {
    pub(super) label: RawText,
    pub(super) text: RawText,
    pub(super) in_account: Option<RawText>,
}
}

raw! {
pub(super) struct RawInBrief {
    pub(super) strength_clear: RawText,
    pub(super) strength_mixed: RawText,
    pub(super) lever: RawText,
    pub(super) lever_belief: Option<RawText>,
}
}

raw! {
pub(super) struct RawGoals {
    pub(super) learning_goal: RawGoal,
    pub(super) performance_goal: RawGoal,
}
}

raw! {
/// An example agreement: a text in each language, or the fields of an agreement.
pub(super) struct RawGoal {
    pub(super) nl: Option<String>,
    pub(super) en: Option<String>,
    pub(super) agreed: Option<RawText>,
    pub(super) indicator: Option<RawText>,
    pub(super) first_step: Option<RawText>,
    pub(super) situation: Option<RawText>,
    pub(super) response: Option<RawText>,
    pub(super) weeks: Option<u32>,
}
}

raw! {
pub(super) struct RawItem {
    pub(super) id: String,
    pub(super) scale: String,
    pub(super) facet: String,
    pub(super) key: String,
    pub(super) text: RawText,
    pub(super) manager_text: Option<RawText>,
    pub(super) observable_by_manager: Option<String>,
}
}

raw! {
/// An item held in reserve: known by id, never presented.
pub(super) struct RawReserveItem {
    pub(super) id: String,
}
}

raw! {
pub(super) struct RawPair {
    pub(super) id: String,
    pub(super) plus: String,
    pub(super) minus: String,
}
}

raw! {
pub(super) struct RawReframe {
    pub(super) item_id: String,
    pub(super) when_disagreed: Vec<String>,
    pub(super) supporting: RawText,
    pub(super) coaching_question: RawText,
}
}

raw! {
pub(super) struct RawPresentation {
    pub(super) pages: Vec<Vec<String>>,
    pub(super) context: Option<String>,
}
}

raw! {
pub(super) struct RawContextQuestion {
    pub(super) id: String,
    pub(super) text: RawText,
    pub(super) options: Vec<RawContextOption>,
}
}

raw! {
pub(super) struct RawContextOption {
    pub(super) id: String,
    pub(super) text: RawText,
    pub(super) comment: Option<RawText>,
}
}

raw! {
pub(super) struct RawPattern {
    pub(super) id: String,
    pub(super) when: RawCondition,
    pub(super) text: RawText,
}
}

raw! {
/// One condition: the fields of exactly one kind of it stand there.
pub(super) struct RawCondition {
    pub(super) all: Option<Vec<RawCondition>>,
    pub(super) any: Option<Vec<RawCondition>>,
    pub(super) scale: Option<String>,
    pub(super) band: Vec<String>,
    pub(super) context: Option<String>,
    pub(super) option: Vec<String>,
    pub(super) item: Option<String>,
    pub(super) at_most: Option<u8>,
}
}

raw! {
pub(super) struct RawConversation {
    pub(super) title: RawText,
    pub(super) lead: RawText,
    pub(super) steps: Vec<RawConversationStep>,
    pub(super) questions_title: RawText,
}
}

raw! {
pub(super) struct RawConversationStep {
    pub(super) minutes: u32,
    pub(super) text: RawText,
}
}

raw! {
pub(super) struct RawFollowUp {
    pub(super) day: u32,
    pub(super) title: RawText,
    pub(super) text: RawText,
}
}

raw! {
pub(super) struct RawEffort {
    pub(super) title: RawText,
    pub(super) lead: RawText,
    pub(super) fields: Vec<RawEffortField>,
    pub(super) result: RawText,
    pub(super) incomplete: RawText,
    pub(super) too_many: RawText,
    pub(super) as_goal: RawText,
    pub(super) foot: RawText,
}
}

raw! {
pub(super) struct RawEffortField {
    pub(super) id: String,
    pub(super) label: RawText,
}
}

raw! {
pub(super) struct RawSourceNote {
    pub(super) id: String,
    pub(super) text: RawText,
    pub(super) source: Option<RawSource>,
    pub(super) certainty: String,
    pub(super) certainty_text: RawText,
}
}

raw! {
pub(super) struct RawSource {
    pub(super) authors: Option<String>,
    pub(super) year: Option<u32>,
    pub(super) title: Option<String>,
}
}
