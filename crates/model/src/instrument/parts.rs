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
    /// What is said about it, where the instrument has the sentences.
    pub texts: Option<FacetTexts>,
}

/// What is said about a facet, which rests on a few answers: words, and never a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetTexts {
    /// When every answer to it is favourable.
    pub strong: Text,
    /// When it is what there is most to gain on within its scale.
    pub to_gain: Text,
    /// A question that a manager or coach can ask about it.
    pub coach_question: Text,
}

/// A way of thinking or acting to move away from, and one to move towards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromTo {
    /// What to move away from.
    pub from: Text,
    /// What to move towards.
    pub to: Text,
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
    /// The same for a scale of beliefs, with `{belief}` for the belief agreed with most.
    pub lever_belief: Option<Text>,
}

/// Example agreements, to be edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalExamples {
    /// Something to learn.
    pub learning: GoalExample,
    /// Something to achieve.
    pub performance: GoalExample,
}

/// An example agreement, spread over the fields of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalExample {
    /// What is agreed.
    pub agreed: Text,
    /// What both will see it by.
    pub indicator: Option<Text>,
    /// The first application within the day.
    pub first_step: Option<Text>,
    /// The situation of an if–then plan, which goes on after *if*; with [`Self::response`].
    pub situation: Option<Text>,
    /// What is done in that situation, which goes on after *then*.
    pub response: Option<Text>,
    /// In how many weeks it is due, from the day it is made.
    pub weeks: Option<u32>,
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
    /// Questions to oneself, one for each band.
    pub self_questions: Vec<Text>,
    /// What can change, in pairs.
    pub from_to: Vec<FromTo>,
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
    /// Supporting beliefs, as item indices, of which disagreement calls for it too.
    pub when_disagreed: Vec<usize>,
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
    /// What can be done with it, for whoever gave this answer.
    pub comment: Option<Text>,
}

/// Whether the context questions come before the items or after them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContextPlace {
    /// Before the first page.
    #[default]
    Before,
    /// After the last page: asked before, they prime the answers to the items.
    After,
}

/// Something that stands out across the scales, offered as a thought to test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// Frozen id.
    pub id: String,
    /// When it applies.
    pub when: Condition,
    /// What is said.
    pub text: Text,
}

/// A condition on a result. Without a score or an answer no condition on it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Every one of them holds.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// A scale is in one of these bands.
    Band {
        /// The scale, as an index into [`InstrumentParts::scales`].
        scale: usize,
        /// The bands.
        bands: Vec<Band>,
    },
    /// A context question was answered with one of these options.
    Context {
        /// The question, as an index into [`InstrumentParts::context_questions`].
        question: usize,
        /// The options, as indices into its list.
        options: Vec<usize>,
    },
    /// An item was answered with this value or a lower one, as given.
    AtMost {
        /// The item, as an index into [`InstrumentParts::items`].
        item: usize,
        /// The highest answer for which it holds.
        value: u8,
    },
}

/// How a result is talked about between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its heading.
    pub title: Text,
    /// What both should know.
    pub lead: Text,
    /// What is talked about, in order.
    pub steps: Vec<ConversationStep>,
    /// The heading of the questions that a manager or coach can ask.
    pub questions_title: Text,
}

/// One part of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConversationStep {
    /// How long it takes.
    pub minutes: u32,
    /// What is done.
    pub text: Text,
}

/// A moment at which a result is come back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// How many days after the result.
    pub day: u32,
    /// What it is called in a calendar.
    pub title: Text,
    /// What is asked then.
    pub text: Text,
}

/// The texts of the calculator of effort: conversations that lead to quotes that lead to deals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffortTexts {
    /// Its heading.
    pub title: Text,
    /// What it is for.
    pub lead: Text,
    /// The labels of its fields: deals needed, quotes out of ten conversations, deals out of ten
    /// quotes, weeks left.
    pub fields: [Text; 4],
    /// The outcome, with `{n}` conversations a week, and `{m}` with a fifth extra.
    pub result: Text,
    /// What to fill in when something is missing.
    pub incomplete: Text,
    /// What to do when it does not fit into a week.
    pub too_many: Text,
    /// The outcome as a performance goal, with `{m}` and `{weeks}`.
    pub as_goal: Text,
    /// How far it can be trusted.
    pub foot: Text,
}

/// A statement that the instrument rests on, with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNote {
    /// Frozen id.
    pub id: String,
    /// What is said.
    pub text: Text,
    /// Who wrote it, where somebody is named.
    pub authors: Option<String>,
    /// When it appeared, where that is known.
    pub year: Option<u32>,
    /// Where it stands, where that is known.
    pub title: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The same in a sentence.
    pub certainty_text: Text,
}

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// A model from practice.
    Model,
    /// Research or a survey.
    Survey,
    /// An estimate from practice.
    PracticeEstimate,
    /// Disputed, or without a source.
    Disputed,
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
    /// Where those are asked.
    pub context_place: ContextPlace,
    /// What can stand out across the scales; of those that apply the first is said.
    pub patterns: Vec<Pattern>,
    /// How a result is talked about, where the instrument says so.
    pub conversation: Option<Conversation>,
    /// When a result is come back to, in order of days; empty where the instrument does not say.
    pub follow_up: Vec<FollowUp>,
    /// The calculator of effort, where the instrument has one.
    pub effort: Option<EffortTexts>,
    /// What the instrument rests on.
    pub sources: Vec<SourceNote>,
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
            for facet in &mut scale.facets {
                all.push(&mut facet.name);
                if let Some(texts) = &mut facet.texts {
                    all.extend([
                        &mut texts.strong,
                        &mut texts.to_gain,
                        &mut texts.coach_question,
                    ]);
                }
            }
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
                all.extend(&mut brief.lever_belief);
            }
            all.extend(&mut scale.coach_questions);
            all.extend(&mut scale.self_questions);
            for line in &mut scale.from_to {
                all.extend([&mut line.from, &mut line.to]);
            }
            let goals = [Some(&mut scale.goals), scale.manager_goals.as_mut()];
            for goals in goals.into_iter().flatten() {
                for goal in [&mut goals.learning, &mut goals.performance] {
                    all.push(&mut goal.agreed);
                    all.extend(&mut goal.indicator);
                    all.extend(&mut goal.first_step);
                    all.extend(&mut goal.situation);
                    all.extend(&mut goal.response);
                }
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
            for option in &mut question.options {
                all.push(&mut option.text);
                all.extend(&mut option.comment);
            }
        }
        all.extend(self.patterns.iter_mut().map(|pattern| &mut pattern.text));
        if let Some(talk) = &mut self.conversation {
            all.extend([&mut talk.title, &mut talk.lead, &mut talk.questions_title]);
            all.extend(talk.steps.iter_mut().map(|step| &mut step.text));
        }
        for moment in &mut self.follow_up {
            all.extend([&mut moment.title, &mut moment.text]);
        }
        if let Some(effort) = &mut self.effort {
            all.extend([
                &mut effort.title,
                &mut effort.lead,
                &mut effort.result,
                &mut effort.incomplete,
                &mut effort.too_many,
                &mut effort.as_goal,
                &mut effort.foot,
            ]);
            all.extend(&mut effort.fields);
        }
        for source in &mut self.sources {
            all.extend([&mut source.text, &mut source.certainty_text]);
        }
        all.extend(self.texts.iter_mut().map(|(_, text)| text));
        all
    }
}
