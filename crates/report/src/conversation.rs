//! The conversation sheet: what two people talk about, in which order, and how long.

use crate::scale::self_question;
use crate::two_views::{Alike, Pair, ScaleQuestion, Topic, TwoViews};
use model::{ConversationStep, Form, Goal, Instrument, Owner, ranked};
use scoring::score_form;

/// Whose sheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetReader {
    /// The person it is about.
    Rep,
    /// Their manager.
    Manager,
    /// A coach, who sits with the two as a third.
    Coach,
}

/// How long the talk takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkLength {
    /// Thirty minutes: time for one of the topics.
    Thirty,
    /// Forty-five minutes: time for two.
    FortyFive,
}

impl TalkLength {
    /// The same in minutes.
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Thirty => 30,
            Self::FortyFive => 45,
        }
    }
}

/// What of the two views is talked about in a time box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkPart {
    /// What both see alike, and what each recognises.
    Alike,
    /// The topics.
    Topics,
    /// A step of the instrument's conversation that rests on nothing of the two views.
    Between,
    /// The agreements.
    Agreements,
}

/// A part of the talk with its minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeBox {
    /// What is talked about in it.
    pub part: TalkPart,
    /// The step of the instrument's conversation that says how, as an index into its steps; `None`
    /// where the boxes do not come from there.
    pub step: Option<usize>,
    /// How long it takes; at least 1.
    pub minutes: u32,
}

/// A topic on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTopic {
    /// The topic.
    pub topic: Topic,
    /// On the rep's own sheet the question to oneself that fits the rep's score, as an index into
    /// the scale's list.
    pub to_oneself: Option<usize>,
}

/// What one of those at the table has before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversationSheet {
    /// Whose sheet it is.
    pub reader: SheetReader,
    /// How long the talk takes.
    pub length: TalkLength,
    /// The form whose wording the statements have: a manager reads them as they were asked of the
    /// manager.
    pub wording: Form,
    /// The parts of the talk; their minutes add up to its length.
    pub boxes: Vec<TimeBox>,
    /// What both see alike.
    pub alike: Alike,
    /// The topics in the instrument's order of scales, in which the mindset comes before skills.
    pub topics: Vec<SheetTopic>,
    /// What can be asked where there is no topic.
    pub one_question: Option<ScaleQuestion>,
    /// The goals that the talk ends in, in this order: of each something to learn before something
    /// to achieve, and the reader's own first.
    pub goals: [(Owner, Goal); 4],
}

impl ConversationSheet {
    /// Makes the sheet of two views of a pair.
    pub fn new(pair: &Pair, views: &TwoViews, reader: SheetReader, length: TalkLength) -> Self {
        let topics = ranked(views.topics.iter(), |one, other| one.scale < other.scale);
        let topics = topics.into_iter().map(|topic| SheetTopic {
            to_oneself: (reader == SheetReader::Rep)
                .then(|| to_oneself(pair, topic.scale))
                .flatten(),
            topic: topic.clone(),
        });
        Self {
            reader,
            length,
            wording: match reader {
                SheetReader::Manager => pair.manager().form(),
                SheetReader::Rep | SheetReader::Coach => pair.rep().form(),
            },
            boxes: time_boxes(pair.instrument(), length),
            alike: views.alike.clone(),
            topics: topics.collect(),
            one_question: views.one_question,
            goals: goals(reader),
        }
    }
}

fn to_oneself(pair: &Pair, scale: usize) -> Option<usize> {
    let (instrument, rep) = (pair.instrument(), pair.rep());
    let scores = score_form(instrument, rep.form(), rep.answers());
    self_question(&instrument.scales()[scale], &scores.scales[scale])
}

fn goals(reader: SheetReader) -> [(Owner, Goal); 4] {
    let [first, second] = match reader {
        SheetReader::Manager => [Owner::Manager, Owner::Rep],
        SheetReader::Rep | SheetReader::Coach => [Owner::Rep, Owner::Manager],
    };
    [
        (first, Goal::Learning),
        (first, Goal::Performance),
        (second, Goal::Learning),
        (second, Goal::Performance),
    ]
}

/// The time boxes of a talk. Thirty minutes are divided as the instrument's own conversation divides
/// its minutes. Of the fifteen more ten go to the topics, so that there is time for a second one, and
/// five to the agreements.
fn time_boxes(instrument: &Instrument, length: TalkLength) -> Vec<TimeBox> {
    let conversation = instrument.parts().conversation.as_ref();
    let own = conversation.and_then(|talk| boxes_of_steps(&talk.steps));
    let mut boxes = own.unwrap_or_else(|| boxes_without_steps().to_vec());
    if length == TalkLength::FortyFive {
        for one in &mut boxes {
            one.minutes += match one.part {
                TalkPart::Topics => 10,
                TalkPart::Agreements => 5,
                TalkPart::Alike | TalkPart::Between => 0,
            };
        }
    }
    boxes
}

/// Thirty minutes where the instrument says nothing of a conversation.
fn boxes_without_steps() -> [TimeBox; 3] {
    let one = |part, minutes| TimeBox {
        part,
        step: None,
        minutes,
    };
    [
        one(TalkPart::Alike, 5),
        one(TalkPart::Topics, 15),
        one(TalkPart::Agreements, 10),
    ]
}

/// Thirty minutes by the steps of a conversation. It begins with what is alike and ends in the
/// agreements; the longest step between them, the first of equals, is that of the topics. `None` for
/// fewer than three steps, and where one would get less than a minute.
fn boxes_of_steps(steps: &[ConversationStep]) -> Option<Vec<TimeBox>> {
    let last = steps.len().checked_sub(1).filter(|&last| last >= 2)?;
    let minutes = shared_out(TalkLength::Thirty.minutes(), steps)?;
    let between = ranked(1..last, |&one, &other| {
        steps[one].minutes > steps[other].minutes
    });
    let topics = between.first().copied();
    let part = |step: usize| match step {
        0 => TalkPart::Alike,
        _ if step == last => TalkPart::Agreements,
        _ if Some(step) == topics => TalkPart::Topics,
        _ => TalkPart::Between,
    };
    let boxes = minutes.into_iter().enumerate();
    let boxes = boxes.map(|(step, minutes)| TimeBox {
        part: part(step),
        step: Some(step),
        minutes,
    });
    Some(boxes.collect())
}

/// Whole minutes in the proportions of the steps, by the largest remainder, so that they add up. `None`
/// where a step would get none.
fn shared_out(minutes: u32, steps: &[ConversationStep]) -> Option<Vec<u32>> {
    let all: u64 = steps.iter().map(|step| u64::from(step.minutes)).sum();
    let parts = steps.iter().map(|step| {
        let part = u64::from(minutes) * u64::from(step.minutes);
        Some((part.checked_div(all)? as u32, part.checked_rem(all)?))
    });
    let parts: Vec<(u32, u64)> = parts.collect::<Option<_>>()?;
    let given: u32 = parts.iter().map(|(floor, _)| floor).sum();
    let by_remainder = ranked(0..parts.len(), |&one, &other| parts[one].1 > parts[other].1);
    let mut shares: Vec<u32> = parts.iter().map(|(floor, _)| *floor).collect();
    for &step in by_remainder.iter().take((minutes - given) as usize) {
        shares[step] += 1;
    }
    shares.iter().all(|&share| share > 0).then_some(shares)
}
