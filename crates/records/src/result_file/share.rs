//! Which parts of a result, and of which scales, go into a file.

use crate::{Attempt, JoinedRecords};
use model::{BeliefWork, Instrument, Scale, Session};
use serde::{Deserialize, Serialize};

/// A part that can be shared or withheld by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The answers to the statements.
    Responses,
    /// The answers about the situation.
    Context,
    /// The scores.
    Scores,
    /// Which limiting beliefs were agreed with.
    Beliefs,
    /// What was written about them.
    BeliefWork,
    /// The sorted influences.
    Influences,
    /// The agreements.
    Agreements,
}

impl Part {
    /// All of them, in the order of the file.
    pub const ALL: [Part; 7] = [
        Part::Responses,
        Part::Context,
        Part::Scores,
        Part::Beliefs,
        Part::BeliefWork,
        Part::Influences,
        Part::Agreements,
    ];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Part::Responses => "responses",
            Part::Context => "context",
            Part::Scores => "scores",
            Part::Beliefs => "beliefs",
            Part::BeliefWork => "beliefWork",
            Part::Influences => "influences",
            Part::Agreements => "agreements",
        }
    }
}

/// What somebody chose to share. By default every scale, and nothing that was written in own words
/// or that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    parts: [bool; Part::ALL.len()],
    unknown: bool,
    /// One bit a scale that is withheld; there are at most `MAX_SCALES`.
    withheld: u32,
}

impl Default for Share {
    fn default() -> Self {
        Self {
            parts: [true, true, true, true, false, false, false],
            unknown: false,
            withheld: 0,
        }
    }
}

impl Share {
    /// Every part of every scale.
    pub const EVERYTHING: Self = Self {
        parts: [true; Part::ALL.len()],
        unknown: true,
        withheld: 0,
    };

    /// Whether a part is shared.
    pub fn includes(self, part: Part) -> bool {
        self.parts[part as usize]
    }

    /// Whether what an opened file held and this version does not know is shared. It goes along
    /// with a part that is, and never alone: somebody who withholds everything withholds it too.
    pub fn includes_unknown(self) -> bool {
        self.unknown && self.parts.contains(&true)
    }

    /// Whether somebody chose to share that.
    pub fn is_unknown_chosen(self) -> bool {
        self.unknown
    }

    /// The same with that shared or withheld.
    pub fn with_unknown(mut self, shared: bool) -> Self {
        self.unknown = shared;
        self
    }

    /// The same with a part shared or withheld.
    pub fn with(mut self, part: Part, shared: bool) -> Self {
        self.parts[part as usize] = shared;
        self
    }

    /// Whether the scale with this index is shared. A scale that is withheld leaves nothing in
    /// the file: no score, no answer to its statements, nothing written about them.
    pub fn includes_scale(self, scale: usize) -> bool {
        self.withheld & (1 << scale) == 0
    }

    /// The same with a scale shared or withheld.
    pub fn with_scale(mut self, scale: usize, shared: bool) -> Self {
        match shared {
            true => self.withheld &= !(1 << scale),
            false => self.withheld |= 1 << scale,
        }
        self
    }

    /// Whether the scale of the item with this index is shared.
    pub fn includes_item(self, instrument: &Instrument, item: usize) -> bool {
        self.includes_scale(instrument.items()[item].scale)
    }

    /// What is written about beliefs, without that on items of scales that are withheld.
    pub fn belief_work(self, instrument: &Instrument, session: &Session) -> Vec<BeliefWork> {
        let mut entries = session.parts().belief_work.clone();
        entries.retain(|belief| {
            let item = instrument.item_index(&belief.item_id);
            item.is_none_or(|item| self.includes_item(instrument, item))
        });
        entries
    }

    /// Whether nothing is missing from a file of this result.
    pub fn is_whole(self, attempt: &Attempt, joined: &JoinedRecords) -> bool {
        self.withheld == 0
            && (self.includes_unknown() || attempt.unknown.is_empty())
            && Part::ALL.into_iter().all(|part| {
                let empty = match part {
                    Part::BeliefWork => attempt.session.parts().belief_work.is_empty(),
                    Part::Influences => joined.influences.is_empty(),
                    Part::Agreements => joined.agreements.is_empty(),
                    // They follow from the answers.
                    Part::Scores | Part::Beliefs => true,
                    Part::Responses | Part::Context => false,
                };
                empty || self.includes(part)
            })
    }

    /// The names of the parts that are shared, or of those that are not.
    pub fn names(self, shared: bool) -> impl Iterator<Item = &'static str> {
        let parts = Part::ALL.into_iter();
        parts
            .filter(move |part| self.includes(*part) == shared)
            .map(Part::name)
    }

    /// The scales that are withheld, in the instrument's order.
    pub fn withheld_scales(self, instrument: &Instrument) -> impl Iterator<Item = &Scale> {
        let scales = instrument.scales().iter().enumerate();
        scales
            .filter(move |(n, _)| !self.includes_scale(*n))
            .map(|(_, scale)| scale)
    }
}
