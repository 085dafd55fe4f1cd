//! What an instrument consists of: scales, items, pairs, pages, and what is said about them.

use super::{Band, ResponseScale, ScoringRules, Text};
use serde::{Deserialize, Serialize};

/// Which way agreement with an item moves the score of its own scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Key {
    /// Agreement raises the score.
    Plus,
    /// Agreement lowers it: the item is reverse-keyed.
    Minus,
}

/// What a high score on a scale means for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Polarity {
    /// A high score is favourable.
    Supporting,
    /// A high score is unfavourable; it is never reversed for display.
    Limiting,
}

/// A named aspect within a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Frozen id.
    pub id: String,
    /// Name for the reader.
    pub name: Text,
}

/// What is said about a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BandText {
    /// A few words.
    pub label: Text,
    /// A few sentences to the respondent.
    pub text: Text,
    /// What it can look like in an account, where the instrument says so.
    pub in_account: Option<Text>,
}

/// One sentence a scale for the page that is read in a minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InBrief {
    /// When the scale is clearly in the favourable band.
    pub strength_clear: Text,
    /// When the picture is mixed.
    pub strength_mixed: Text,
    /// The next step, when this scale offers most to gain.
    pub lever: Text,
}

/// Example agreements, to be edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalExamples {
    /// Something to learn.
    pub learning: Text,
    /// Something to achieve.
    pub performance: Text,
}

/// A scale: what its items measure together, and what is said about its score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Its items, as indices into [`InstrumentParts::items`], in the file's order; never empty.
    pub items: Vec<usize>,
}

impl Scale {
    /// The texts of a band.
    pub fn band(&self, band: Band) -> &BandText {
        &self.bands[band as usize]
    }
}

/// A statement to respond to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Frozen id.
    pub id: String,
    /// Its scale, as an index into [`InstrumentParts::scales`].
    pub scale: usize,
    /// Its facet, as an index into the scale's facets.
    pub facet: usize,
    /// Its keying.
    pub key: Key,
    /// The statement.
    pub text: Text,
    /// The statement as somebody else answers it, with `{naam}` or `{name}` for the subject.
    pub manager_text: Option<Text>,
    /// Whether somebody else can see it.
    pub observable: Observable,
}

/// Whether somebody else than the respondent can see what an item is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Observable {
    /// They can.
    Yes,
    /// In part: not all of it, or not every time.
    Partly,
    /// They cannot: it is a thought, or nobody is there.
    #[default]
    No,
}

/// Two items of opposite wording on the same matter, as item indices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Frozen id.
    pub id: String,
    /// The item whose agreement raises the score.
    pub plus: usize,
    /// The item whose agreement lowers it.
    pub minus: usize,
}

/// A limiting belief's supporting counterpart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub type Page = Vec<usize>;

/// An unscored question about the respondent's situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextQuestion {
    /// Frozen id.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Its answers.
    pub options: Vec<ContextOption>,
}

/// One answer to a context question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextOption {
    /// Frozen id within the question.
    pub id: String,
    /// The answer.
    pub text: Text,
}

/// Everything an instrument consists of. Any combination can be written down; only
/// [`super::Instrument::new`] says whether it holds together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstrumentParts {
    /// Frozen id of the instrument.
    pub id: String,
    /// Version of its content; a changed wording is a new version.
    pub version: String,
    /// Digest of the definition's bytes: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
    /// Title for the reader.
    pub title: Text,
    /// Parameters of the scoring rules.
    pub rules: ScoringRules,
    /// The response scale all items share.
    pub response_scale: ResponseScale,
    /// What the respondent reads before the first item.
    pub instruction: Text,
    /// The same for somebody who answers about another person.
    pub manager_instruction: Option<Text>,
    /// The scales, in reading order.
    pub scales: Vec<Scale>,
    /// The items, in the file's order.
    pub items: Vec<Item>,
    /// Pairs of opposite wording.
    pub pairs: Vec<Pair>,
    /// Supporting counterparts of limiting beliefs, in the file's order.
    pub reframes: Vec<Reframe>,
    /// The pages; every item stands on exactly one.
    pub pages: Vec<Page>,
    /// Unscored questions about the situation.
    pub context_questions: Vec<ContextQuestion>,
    /// The texts to be said on screen and in reports, with their names in the definition.
    pub texts: Vec<(String, Text)>,
}

impl InstrumentParts {
    /// Every text, always in the same order.
    pub(super) fn all_texts(&mut self) -> Vec<&mut Text> {
        let mut all = vec![
            &mut self.title,
            &mut self.instruction,
            &mut self.response_scale.skip,
        ];
        all.extend(&mut self.manager_instruction);
        all.extend(&mut self.response_scale.cannot_judge);
        let options = self.response_scale.manager_options.iter_mut().flatten();
        all.extend(options.map(|option| &mut option.label));
        let options = self.response_scale.options.iter_mut();
        all.extend(options.map(|option| &mut option.label));
        for scale in &mut self.scales {
            all.extend([
                &mut scale.name,
                &mut scale.short_name,
                &mut scale.definition,
            ]);
            all.extend(scale.facets.iter_mut().map(|facet| &mut facet.name));
            for band in &mut scale.bands {
                all.extend([&mut band.label, &mut band.text]);
                all.extend(&mut band.in_account);
            }
            if let Some(brief) = &mut scale.in_brief {
                all.extend([
                    &mut brief.strength_clear,
                    &mut brief.strength_mixed,
                    &mut brief.lever,
                ]);
            }
            all.extend(&mut scale.coach_questions);
            all.extend(&mut scale.self_questions);
            let goals = [Some(&mut scale.goals), scale.manager_goals.as_mut()];
            for goals in goals.into_iter().flatten() {
                all.extend([&mut goals.learning, &mut goals.performance]);
            }
        }
        for item in &mut self.items {
            all.push(&mut item.text);
            all.extend(&mut item.manager_text);
        }
        for reframe in &mut self.reframes {
            all.extend([&mut reframe.supporting, &mut reframe.coaching_question]);
        }
        for question in &mut self.context_questions {
            all.push(&mut question.text);
            all.extend(question.options.iter_mut().map(|option| &mut option.text));
        }
        all.extend(self.texts.iter_mut().map(|(_, text)| text));
        all
    }
}
