//! Which parts of a result go into a file.

use crate::assessment::Work;

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

/// The parts somebody chose to share. By default nothing that was written in own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share([bool; Part::ALL.len()]);

impl Default for Share {
    fn default() -> Self {
        Self([true, true, true, true, false, false, false])
    }
}

impl Share {
    /// Every part.
    pub const EVERYTHING: Self = Self([true; Part::ALL.len()]);

    /// Whether a part is shared.
    pub fn includes(self, part: Part) -> bool {
        self.0[part as usize]
    }

    /// The same with a part shared or withheld.
    pub fn with(mut self, part: Part, shared: bool) -> Self {
        self.0[part as usize] = shared;
        self
    }

    /// Whether nothing is missing from a file of a result with this work.
    pub fn is_whole(self, work: &Work) -> bool {
        Part::ALL.into_iter().all(|part| {
            let empty = match part {
                Part::BeliefWork => work.beliefs.is_empty(),
                Part::Influences => work.influences.is_empty(),
                Part::Agreements => work.agreements.is_empty(),
                // They follow from the answers.
                Part::Scores | Part::Beliefs => true,
                Part::Responses | Part::Context => false,
            };
            empty || self.includes(part)
        })
    }

    /// The names of the parts that are shared, or of those that are not.
    pub(super) fn names(self, shared: bool) -> impl Iterator<Item = &'static str> {
        let parts = Part::ALL.into_iter();
        parts
            .filter(move |part| self.includes(*part) == shared)
            .map(Part::name)
    }
}
