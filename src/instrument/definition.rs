//! The checked instrument: every id resolved, every text present in every language.

use super::{Band, Language, ResponseScale, ScoringRules, Text};

/// Which way agreement with an item moves the score of its own scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Agreement raises the score.
    Plus,
    /// Agreement lowers it: the item is reverse-keyed.
    Minus,
}

/// What a high score on a scale means for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// A high score is favourable.
    Supporting,
    /// A high score is unfavourable; it is never reversed for display.
    Limiting,
}

/// A named aspect within a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Frozen id.
    pub id: String,
    /// Name for the reader.
    pub name: Text,
}

/// What is said about a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandText {
    /// A few words.
    pub label: Text,
    /// A few sentences to the respondent.
    pub text: Text,
    /// What it can look like in an account, where the instrument says so.
    pub in_account: Option<Text>,
}

/// One sentence a scale for the page that is read in a minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InBrief {
    /// When the scale is clearly in the favourable band.
    pub strength_clear: Text,
    /// When the picture is mixed.
    pub strength_mixed: Text,
    /// The next step, when this scale offers most to gain.
    pub lever: Text,
}

/// Example agreements, to be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalExamples {
    /// Something to learn.
    pub learning: Text,
    /// Something to achieve.
    pub performance: Text,
}

/// A scale: what its items measure together, and what is said about its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Frozen id.
    pub id: String,
    /// Name for the reader.
    pub name: Text,
    /// The same in everyday words.
    pub short_name: Text,
    /// What a high score means.
    pub polarity: Polarity,
    /// What is measured.
    pub definition: Text,
    /// Its aspects.
    pub facets: Vec<Facet>,
    /// Texts for low, mid and high.
    pub bands: [BandText; 3],
    /// Sentences for the one-minute page, where the instrument has them.
    pub in_brief: Option<InBrief>,
    /// Questions a manager or coach can ask.
    pub coach_questions: Vec<Text>,
    /// Questions to oneself.
    pub self_questions: Vec<Text>,
    /// Example agreements of the respondent.
    pub goals: GoalExamples,
    /// Example agreements of the manager, where the instrument has them.
    pub manager_goals: Option<GoalExamples>,
    /// Its items, as indices into [`Instrument::items`], in the file's order; never empty.
    pub items: Vec<usize>,
}

impl Scale {
    /// The texts of a band.
    pub fn band(&self, band: Band) -> &BandText {
        &self.bands[band as usize]
    }
}

/// A statement to respond to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Frozen id.
    pub id: String,
    /// Its scale, as an index into [`Instrument::scales`].
    pub scale: usize,
    /// Its facet, as an index into the scale's facets.
    pub facet: usize,
    /// Its keying.
    pub key: Key,
    /// The statement.
    pub text: Text,
}

/// Two items of opposite wording on the same matter, as item indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Frozen id.
    pub id: String,
    /// The item whose agreement raises the score.
    pub plus: usize,
    /// The item whose agreement lowers it.
    pub minus: usize,
}

/// A limiting belief's supporting counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reframe {
    /// The belief, as an item index.
    pub item: usize,
    /// A thought that helps.
    pub supporting: Text,
    /// A question that opens the belief up.
    pub coaching_question: Text,
    /// Its position in the file's list, which can hold counterparts of reserve items too.
    pub entry: usize,
}

/// One page of the questionnaire: item indices in the order of presentation.
pub type Sheet = Vec<usize>;

/// An unscored question about the respondent's situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextQuestion {
    /// Frozen id.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Its answers.
    pub options: Vec<ContextOption>,
}

/// One answer to a context question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextOption {
    /// Frozen id within the question.
    pub id: String,
    /// The answer.
    pub text: Text,
}

/// A complete, checked instrument. There is no way to build an unchecked one.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) content_hash: String,
    pub(super) title: Text,
    pub(super) rules: ScoringRules,
    pub(super) response_scale: ResponseScale,
    pub(super) instruction: Text,
    pub(super) scales: Vec<Scale>,
    pub(super) items: Vec<Item>,
    pub(super) pairs: Vec<Pair>,
    pub(super) reframes: Vec<Reframe>,
    pub(super) pages: Vec<Sheet>,
    pub(super) context_questions: Vec<ContextQuestion>,
    pub(super) texts: Vec<(String, Text)>,
}

impl Instrument {
    /// Whether it is the one that ships with the app.
    pub fn is_bundled(&self) -> bool {
        self.id == super::BUNDLED_ID
    }

    /// Frozen id of the instrument.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Version of its content; a changed wording is a new version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// SHA-256 of the definition's bytes.
    pub fn content_hash(&self) -> &str {
        &self.content_hash
    }

    /// Title for the reader.
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// Parameters of the scoring rules.
    pub fn rules(&self) -> &ScoringRules {
        &self.rules
    }

    /// The response scale all items share.
    pub fn response_scale(&self) -> &ResponseScale {
        &self.response_scale
    }

    /// What the respondent is told before the first item.
    pub fn instruction(&self) -> &Text {
        &self.instruction
    }

    /// The scales, in reading order.
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The items, in the file's order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The index of the item with this id.
    pub fn item_index(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// Pairs of opposite wording.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// The supporting counterpart of an item, if it is a limiting belief that has one.
    pub fn reframe(&self, item: usize) -> Option<&Reframe> {
        self.reframes.iter().find(|reframe| reframe.item == item)
    }

    /// All supporting counterparts, in the file's order.
    pub fn reframes(&self) -> &[Reframe] {
        &self.reframes
    }

    /// The pages; every item stands on exactly one.
    pub fn pages(&self) -> &[Sheet] {
        &self.pages
    }

    /// All items in the order of presentation, as indices into [`Self::items`].
    pub fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.pages.iter().flatten().copied()
    }

    /// Unscored questions about the situation.
    pub fn context_questions(&self) -> &[ContextQuestion] {
        &self.context_questions
    }

    /// The texts to be said on screen and in reports, with their names in the definition.
    pub fn texts(&self) -> &[(String, Text)] {
        &self.texts
    }

    /// A text that must be said on screen, by its name in the definition; empty when the
    /// definition has none of that name.
    pub fn say(&self, name: &str, language: Language) -> &str {
        self.texts
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, text)| text.get(language))
    }
}
