//! The checked instrument: every reference resolved, so that nothing that holds one asks again.

use super::{
    Condition, ContextPlace, ContextQuestion, InstrumentParts, InstrumentRef, Item, Language,
    Observable, Page, Pair, Polarity, Reframe, ResponseScale, Scale, ScoringRules, Text,
};
use crate::Form;
use std::borrow::Cow;
use std::fmt;

/// A complete, checked instrument. There is no way to build an unchecked one.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    parts: InstrumentParts,
}

/// A part that refers to one that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DanglingReference {
    /// The list it stands in.
    pub list: &'static str,
    /// Its position in the list, from 0.
    pub index: usize,
    /// The field that refers; empty where it is the part itself.
    pub field: &'static str,
}

impl DanglingReference {
    /// Where it stands, such as `items[3].scale`.
    pub fn place(&self) -> String {
        let Self { list, index, field } = self;
        let dot = if field.is_empty() { "" } else { "." };
        format!("{list}[{index}]{dot}{field}")
    }
}

impl fmt::Display for DanglingReference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} refers to something that is not there", self.place())
    }
}

impl std::error::Error for DanglingReference {}

impl Instrument {
    /// An instrument of these parts.
    ///
    /// # Errors
    /// The first index that points at nothing, or an item that does not stand on exactly one page.
    pub fn new(parts: InstrumentParts) -> Result<Self, DanglingReference> {
        match dangling(&parts) {
            Some((list, index, field)) => Err(DanglingReference { list, index, field }),
            None => Ok(Self { parts }),
        }
    }

    /// The languages that its texts are loaded in.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        let title = &self.parts.title;
        Language::ALL
            .into_iter()
            .filter(|&language| title.has(language))
    }

    /// Whether its texts are loaded in `language`.
    pub fn speaks(&self, language: Language) -> bool {
        self.parts.title.has(language)
    }

    /// The same instrument with the texts of one language only.
    pub fn in_language(&self, language: Language) -> Self {
        let mut parts = self.parts.clone();
        for text in parts.all_texts() {
            text.keep_only(language);
        }
        Self { parts }
    }

    /// The same instrument with the texts of `other` joined in, which holds it in another
    /// language; `None` where `other` is another instrument.
    pub fn with_language(mut self, mut other: Self) -> Option<Self> {
        let is_same = self.digest() == other.digest();
        let (texts, joined) = (self.parts.all_texts(), other.parts.all_texts());
        if !is_same || texts.len() != joined.len() {
            return None;
        }
        for (text, joined) in texts.into_iter().zip(joined) {
            text.join(joined);
        }
        Some(self)
    }

    /// What it consists of.
    pub fn parts(&self) -> &InstrumentParts {
        &self.parts
    }

    /// Which one it is, exactly: what every record and file of it names.
    pub fn reference(&self) -> InstrumentRef {
        InstrumentRef {
            id: self.parts.id.clone(),
            version: self.parts.version.clone(),
            digest: self.parts.digest.clone(),
        }
    }

    /// Whether it is the one referred to.
    pub fn is(&self, reference: &InstrumentRef) -> bool {
        self.parts.id == reference.id
            && self.parts.version == reference.version
            && self.parts.digest == reference.digest
    }

    /// Frozen id of the instrument.
    pub fn id(&self) -> &str {
        &self.parts.id
    }

    /// Version of its content; a changed wording is a new version.
    pub fn version(&self) -> &str {
        &self.parts.version
    }

    /// SHA-256 of the definition's bytes.
    pub fn digest(&self) -> &str {
        &self.parts.digest
    }

    /// Title for the reader.
    pub fn title(&self) -> &Text {
        &self.parts.title
    }

    /// Parameters of the scoring rules.
    pub fn rules(&self) -> &ScoringRules {
        &self.parts.rules
    }

    /// The response scale all items share.
    pub fn response_scale(&self) -> &ResponseScale {
        &self.parts.response_scale
    }

    /// What the respondent reads before the first item.
    pub fn instruction(&self) -> &Text {
        &self.parts.instruction
    }

    /// The scales, in reading order.
    pub fn scales(&self) -> &[Scale] {
        &self.parts.scales
    }

    /// The items, in the file's order.
    pub fn items(&self) -> &[Item] {
        &self.parts.items
    }

    /// How many minutes a form of the questionnaire takes, about: eight items a minute, and one
    /// minute for what is read and asked beside them; at least two. Respondents have not been
    /// timed yet.
    pub fn estimated_minutes(&self, form: Form) -> usize {
        (self.form_items(form).len() / 8 + 1).max(2)
    }

    /// The index of the item with this id.
    pub fn item_index(&self, id: &str) -> Option<usize> {
        self.parts.items.iter().position(|item| item.id == id)
    }

    /// Pairs of opposite wording.
    pub fn pairs(&self) -> &[Pair] {
        &self.parts.pairs
    }

    /// The supporting counterpart of an item, if it is a limiting belief that has one.
    pub fn reframe(&self, item: usize) -> Option<&Reframe> {
        self.parts
            .reframes
            .iter()
            .find(|reframe| reframe.item == item)
    }

    /// The supporting counterpart that disagreement with an item calls for, if the item is a
    /// supporting belief that has one.
    pub fn reframe_when_disagreed(&self, item: usize) -> Option<&Reframe> {
        let mut reframes = self.parts.reframes.iter();
        reframes.find(|reframe| reframe.when_disagreed.contains(&item))
    }

    /// All supporting counterparts, in the file's order.
    pub fn reframes(&self) -> &[Reframe] {
        &self.parts.reframes
    }

    /// The pages; every item stands on exactly one.
    pub fn pages(&self) -> &[Page] {
        &self.parts.pages
    }

    /// All items in the order of presentation, as indices into [`Self::items`].
    pub fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.pages.iter().flatten().copied()
    }

    /// The pages of a form; a page of which nothing is asked is left out. On a form about
    /// another person stand the items that have a text for it, can be observed, and are no
    /// limiting belief: what somebody thinks only they can say.
    pub fn form_pages(&self, form: Form) -> Cow<'_, [Page]> {
        if !form.is_about_another() {
            return Cow::Borrowed(&self.parts.pages);
        }
        let items_of_form = |page: &Page| -> Page {
            let items = page.iter().copied();
            items.filter(|&item| self.is_asked(form, item)).collect()
        };
        let pages = self.parts.pages.iter().map(items_of_form);
        Cow::Owned(pages.filter(|page| !page.is_empty()).collect())
    }

    /// The items of a form in the order of presentation, as indices into [`Self::items`].
    pub fn form_items(&self, form: Form) -> Vec<usize> {
        self.order()
            .filter(|&item| self.is_asked(form, item))
            .collect()
    }

    /// Whether a form asks the item with this index.
    pub fn is_asked(&self, form: Form, item: usize) -> bool {
        self.parts.items.get(item).is_some_and(|item| {
            !form.is_about_another()
                || (item.manager_text.is_some()
                    && item.observable != Observable::No
                    && self.parts.scales[item.scale].polarity != Polarity::Limiting)
        })
    }

    /// The statement of an item as a form words it; its placeholders are filled with
    /// [`crate::with_name`].
    pub fn item_text(&self, form: Form, item: usize) -> &Text {
        let item = &self.parts.items[item];
        match &item.manager_text {
            Some(text) if form.is_about_another() => text,
            _ => &item.text,
        }
    }

    /// What the rater of a form reads before the first item.
    pub fn form_instruction(&self, form: Form) -> &Text {
        match &self.parts.manager_instruction {
            Some(text) if form.is_about_another() => text,
            _ => &self.parts.instruction,
        }
    }

    /// Whether sales managers fill it in about themselves: the person who took it is one, and the
    /// questions of its scales are for their team. It is so where managers are told the very same as
    /// everybody who fills it in, and nothing is asked about another person.
    pub fn is_by_managers(&self) -> bool {
        self.parts.manager_instruction.as_ref() == Some(&self.parts.instruction)
            && !self.has_form(Form::Manager)
    }

    /// Whether the questionnaire asks anything on this form.
    pub fn has_form(&self, form: Form) -> bool {
        (0..self.parts.items.len()).any(|item| self.is_asked(form, item))
    }

    /// Where a form asks the context questions; `None` where it asks none. They are about the
    /// respondent's own situation, so that no form about another person has them.
    pub fn context_place(&self, form: Form) -> Option<ContextPlace> {
        let asks = !form.is_about_another() && !self.parts.context_questions.is_empty();
        asks.then_some(self.parts.context_place)
    }

    /// Unscored questions about the situation.
    pub fn context_questions(&self) -> &[ContextQuestion] {
        &self.parts.context_questions
    }

    /// The items of a facet, as indices into [`Self::items`], in the file's order.
    pub fn facet_items(&self, scale: usize, facet: usize) -> impl Iterator<Item = usize> + '_ {
        let items = self.parts.scales[scale].items.iter().copied();
        items.filter(move |&item| self.parts.items[item].facet == facet)
    }

    /// The texts to be said on screen and in reports, with their names in the definition.
    pub fn texts(&self) -> &[(String, Text)] {
        &self.parts.texts
    }

    /// A text that must be said on screen, by its name in the definition; empty when the
    /// definition has none of that name.
    pub fn say(&self, name: &str, language: Language) -> &str {
        self.parts
            .texts
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, text)| text.get(language))
    }
}

/// The list, position and field of the first reference to something that is not there.
fn dangling(parts: &InstrumentParts) -> Option<(&'static str, usize, &'static str)> {
    let items = parts.items.len();
    for (n, item) in parts.items.iter().enumerate() {
        let scale = parts.scales.get(item.scale);
        if !scale.is_some_and(|scale| scale.items.contains(&n)) {
            return Some(("items", n, "scale"));
        }
        if scale.is_none_or(|scale| item.facet >= scale.facets.len()) {
            return Some(("items", n, "facet"));
        }
    }
    for (n, scale) in parts.scales.iter().enumerate() {
        let of_scale = |&item: &usize| parts.items.get(item).is_some_and(|one| one.scale == n);
        if scale.items.is_empty() || !scale.items.iter().all(of_scale) {
            return Some(("scales", n, "items"));
        }
    }
    for (n, pair) in parts.pairs.iter().enumerate() {
        if pair.plus >= items || pair.minus >= items {
            return Some(("pairs", n, ""));
        }
    }
    for (n, reframe) in parts.reframes.iter().enumerate() {
        if reframe.item >= items {
            return Some(("reframes", n, ""));
        }
    }
    for (n, reframe) in parts.reframes.iter().enumerate() {
        if reframe.when_disagreed.iter().any(|&item| item >= items) {
            return Some(("reframes", n, "when_disagreed"));
        }
    }
    for (n, pattern) in parts.patterns.iter().enumerate() {
        if !refers_to_what_is_there(&pattern.when, parts) {
            return Some(("patterns", n, "when"));
        }
    }
    let mut on_pages = vec![0_usize; items];
    for (n, page) in parts.pages.iter().enumerate() {
        for &item in page {
            match on_pages.get_mut(item) {
                Some(count) => *count += 1,
                None => return Some(("pages", n, "")),
            }
        }
    }
    let missing = on_pages.iter().position(|&count| count != 1);
    missing.map(|item| ("items", item, "page"))
}

/// Whether every scale, question, option and item of a condition is there.
fn refers_to_what_is_there(when: &Condition, parts: &InstrumentParts) -> bool {
    match when {
        Condition::All(each) | Condition::Any(each) => {
            each.iter().all(|one| refers_to_what_is_there(one, parts))
        }
        Condition::Band { scale, .. } => *scale < parts.scales.len(),
        Condition::Context { question, options } => parts
            .context_questions
            .get(*question)
            .is_some_and(|one| options.iter().all(|&option| option < one.options.len())),
        Condition::AtMost { item, .. } => *item < parts.items.len(),
    }
}
