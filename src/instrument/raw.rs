//! The form of an instrument file, before anything is believed of it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A text by language tag, as it stands in the file.
pub type RawText = BTreeMap<String, String>;

/// An instrument file as parsed; [`super::Instrument::from_json`] makes it an instrument.
#[derive(Deserialize)]
pub struct RawInstrument {
    pub(super) meta: RawMeta,
    pub(super) scoring: RawScoring,
    pub(super) response_scale: RawResponseScale,
    pub(super) instructions: BTreeMap<String, RawText>,
    pub(super) scales: Vec<RawScale>,
    pub(super) items: Vec<RawItem>,
    #[serde(default)]
    pub(super) reserve_items: Vec<RawReserveItem>,
    #[serde(default)]
    pub(super) pairs: Vec<RawPair>,
    #[serde(default)]
    pub(super) reframes: Vec<RawReframe>,
    pub(super) presentation: RawPresentation,
    #[serde(default)]
    pub(super) context_questions: Vec<RawContextQuestion>,
    pub(super) ui_texts: BTreeMap<String, RawText>,
}

#[derive(Deserialize)]
pub(super) struct RawMeta {
    pub id: String,
    pub title: RawText,
    pub version: String,
}

#[derive(Deserialize)]
pub(super) struct RawScoring {
    pub min_answered: RawShare,
    pub bands: RawBands,
    pub show_border: bool,
    pub precision: bool,
    pub quality: Option<RawQuality>,
    pub change: Option<RawChange>,
}

#[derive(Clone, Copy, Deserialize)]
pub(super) struct RawShare {
    pub numerator: u32,
    pub denominator: u32,
}

#[derive(Deserialize)]
pub(super) struct RawBands {
    pub parts: u32,
    pub low: [u32; 2],
    pub mid: [u32; 2],
    pub high: [u32; 2],
}

#[derive(Deserialize)]
pub(super) struct RawQuality {
    pub longstring: u32,
    pub irv_below: f64,
    pub min_pairs: u32,
    pub pair_inconsistency: RawShare,
    pub acquiescence: RawShare,
    pub fast_seconds_per_item: f64,
    pub fast_pages: u32,
}

#[derive(Deserialize)]
pub(super) struct RawChange {
    pub sd: f64,
    pub reliability: f64,
}

#[derive(Deserialize)]
pub(super) struct RawResponseScale {
    pub min: u8,
    pub max: u8,
    pub labels: Vec<RawLabel>,
    pub skip: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawLabel {
    pub value: u8,
    pub text: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawScale {
    pub id: String,
    pub name: RawText,
    pub short_name: RawText,
    pub polarity: String,
    pub definition: RawText,
    pub facets: Vec<RawFacet>,
    pub bands: RawBandTexts,
    #[serde(default)]
    pub in_brief: Option<RawInBrief>,
    pub manager_questions: Vec<RawText>,
    pub rep_reflection: Vec<RawText>,
    pub commitment_examples: RawGoals,
}

#[derive(Deserialize)]
pub(super) struct RawFacet {
    pub id: String,
    pub name: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawBandTexts {
    pub low: RawBandText,
    pub mid: RawBandText,
    pub high: RawBandText,
}

#[derive(Deserialize)]
pub(super) struct RawBandText {
    pub label: RawText,
    pub text: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawInBrief {
    pub strength_clear: RawText,
    pub strength_mixed: RawText,
    pub lever: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawGoals {
    pub learning_goal: RawText,
    pub performance_goal: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawItem {
    pub id: String,
    pub scale: String,
    pub facet: String,
    pub key: String,
    pub text: RawText,
}

/// An item held in reserve: known by id, never presented.
#[derive(Deserialize)]
pub(super) struct RawReserveItem {
    pub id: String,
}

#[derive(Deserialize)]
pub(super) struct RawPair {
    pub id: String,
    pub plus: String,
    pub minus: String,
}

#[derive(Deserialize)]
pub(super) struct RawReframe {
    pub item_id: String,
    pub supporting: RawText,
    pub coaching_question: RawText,
}

#[derive(Deserialize)]
pub(super) struct RawPresentation {
    pub pages: Vec<Vec<String>>,
}

#[derive(Deserialize)]
pub(super) struct RawContextQuestion {
    pub id: String,
    pub text: RawText,
    pub options: Vec<RawContextOption>,
}

#[derive(Deserialize)]
pub(super) struct RawContextOption {
    pub id: String,
    pub text: RawText,
}
