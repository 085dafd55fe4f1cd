//! Sums over the people of a group, of one scale and of its facets.

use super::ItemSums;
use model::ResponseScale;
use std::collections::BTreeMap;

/// What is counted of one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleSums {
    /// Steps between the lowest and the highest answer of the response scale.
    width: u32,
    /// How many people have each score: by the number of answered items, and the steps above the
    /// lowest answer that these make together.
    scores: BTreeMap<(u32, u32), u64>,
    complete: ItemSums,
}

impl ScaleSums {
    /// Of nobody yet. `items` is the number of items that are asked.
    pub fn new(items: usize, response: &ResponseScale) -> Self {
        Self {
            width: response.steps(),
            scores: BTreeMap::new(),
            complete: ItemSums::new(items),
        }
    }

    /// Adds the score of one person: items answered, at least one, and the steps above the lowest
    /// answer that these make together.
    pub fn add_score(&mut self, answered: u32, steps: u32) {
        if answered > 0 {
            *self.scores.entry((answered, steps)).or_default() += 1;
        }
    }

    /// Adds the keyed answers of one person who answered every item.
    pub fn add_complete(&mut self, row: &[u8]) {
        self.complete.add(row);
    }

    /// Adds the people of another group. `false`, and nothing is added, where the other one is of
    /// another scale.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.width != other.width || !self.complete.merge(&other.complete) {
            return false;
        }
        for (score, people) in &other.scores {
            *self.scores.entry(*score).or_default() += people;
        }
        true
    }

    /// People who have a score.
    pub fn people(&self) -> u64 {
        self.scores.values().sum()
    }

    /// The sums over people who answered every item.
    pub fn complete(&self) -> &ItemSums {
        &self.complete
    }

    /// Percents of maximum possible, each with the number of people who have it.
    fn percents(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.scores.iter().map(|(&(answered, steps), &people)| {
            let most = f64::from(answered) * f64::from(self.width);
            (100.0 * f64::from(steps) / most, people as f64)
        })
    }

    /// Mean score, 0 to 100; `None` of nobody. Whether it may be given is said by
    /// [`Self::figures`].
    pub fn mean(&self) -> Option<f64> {
        let people = self.people();
        let sum: f64 = self.percents().map(|(percent, n)| percent * n).sum();
        (people > 0).then(|| sum / people as f64)
    }

    /// Standard deviation (n - 1) of the scores, in points; `None` for fewer than two people.
    /// Whether it may be given is said by [`Self::figures`].
    pub fn deviation(&self) -> Option<f64> {
        let (people, mean) = (self.people(), self.mean()?);
        let squares = self
            .percents()
            .map(|(percent, n)| n * (percent - mean).powi(2));
        let sum: f64 = squares.sum();
        (people > 1).then(|| (sum / (people - 1) as f64).sqrt())
    }
}

/// What is counted of one facet, over people who answered every item of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetSums {
    /// Steps of the response scale that a person can make on all items together; 0 of a facet of
    /// which nothing is asked.
    most: u64,
    people: u64,
    steps: u64,
}

impl FacetSums {
    /// Of nobody yet. `items` is the number of items that are asked.
    pub fn new(items: usize, response: &ResponseScale) -> Self {
        Self {
            most: items as u64 * u64::from(response.steps()),
            people: 0,
            steps: 0,
        }
    }

    /// Adds one person who answered every item: the steps above the lowest answer that these make
    /// together.
    pub fn add(&mut self, steps: u32) {
        self.people += 1;
        self.steps += u64::from(steps);
    }

    /// Adds the people of another group. `false`, and nothing is added, where the other one is of
    /// another facet.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.most != other.most {
            return false;
        }
        self.people += other.people;
        self.steps += other.steps;
        true
    }

    /// People who answered every item.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// Mean, 0 to 100; `None` of nobody. Whether it may be given is said by [`Self::figures`].
    pub fn mean(&self) -> Option<f64> {
        let most = self.most * self.people;
        (most > 0).then(|| (100 * self.steps) as f64 / most as f64)
    }
}
