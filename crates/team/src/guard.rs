//! What may be shown beside what was shown before, so that nobody can be worked out by subtracting.
//!
//! Every figure is made of sums over a set of results. Results that stand in the same sets of all
//! that was shown are a *class*. Whatever an onlooker adds, subtracts or weighs, each result of a
//! class counts the same in the outcome, so that no outcome is about fewer people than the smallest
//! class. A figure is shown where every class stays one of five people at least, and else refused;
//! a refusal changes nothing (threshold rule and linked tables: Hundepool et al., Statistical
//! Disclosure Control, 2012).
//!
//! Figures of different scales have no answer in common, and each scale is guarded by itself. Within
//! a scale, a score of somebody who left an item out weighs the answers otherwise than that of the
//! others. [`ScaleGuard`] sees to that too.

use std::collections::{HashMap, HashSet};

/// People whom a class has at least.
pub(crate) const FEWEST: u64 = scoring::thresholds::MEAN;

/// A set of results, each by its place among all results that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Results(Vec<usize>);

impl Results {
    /// These results, in ascending order.
    pub fn of(mut places: Vec<usize>) -> Self {
        places.sort_unstable();
        places.dedup();
        Self(places)
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().copied()
    }

    pub fn contains(&self, place: usize) -> bool {
        self.0.binary_search(&place).is_ok()
    }

    /// Those of them that hold a condition.
    pub fn filter(&self, holds: impl Fn(usize) -> bool) -> Self {
        Self(self.iter().filter(|&place| holds(place)).collect())
    }

    /// People in it: two results of one person count once. `person` says whose each result is.
    pub fn people(&self, person: &[u32]) -> u64 {
        let people: HashSet<_> = self.iter().filter_map(|place| person.get(place)).collect();
        people.len() as u64
    }

    /// Those that stand in one of the two and not in the other.
    pub fn difference(&self, other: &Self) -> Self {
        let only = |one: &Self, two: &Self| one.filter(|place| !two.contains(place)).0;
        let mut all = only(self, other);
        all.extend(only(other, self));
        Self::of(all)
    }
}

/// Results by the sets they stand in. Class 0 has those that stand in none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Classes(Vec<u32>);

impl Classes {
    fn class(&self, place: usize) -> u32 {
        self.0.get(place).copied().unwrap_or(0)
    }

    /// The same, told apart by one more set.
    fn with(&self, set: &Results) -> Self {
        let length = set.0.last().map_or(0, |last| last + 1).max(self.0.len());
        let mut numbers = HashMap::from([((0, false), 0)]);
        let mut classes = Vec::with_capacity(length);
        let mut members = set.iter().peekable();
        for place in 0..length {
            let is_member = members.next_if_eq(&place).is_some();
            let next = numbers.len() as u32;
            let number = *numbers
                .entry((self.class(place), is_member))
                .or_insert(next);
            classes.push(number);
        }
        Self(classes)
    }

    /// The results of each class but 0.
    fn members(&self) -> Vec<Results> {
        let mut members: HashMap<u32, Vec<usize>> = HashMap::new();
        for (place, &class) in self.0.iter().enumerate() {
            if class != 0 {
                members.entry(class).or_default().push(place);
            }
        }
        members.into_values().map(Results).collect()
    }

    /// People in the smallest class but 0, where that is fewer than may be.
    fn too_small(&self, person: &[u32]) -> Option<u64> {
        let sizes = self.members();
        let sizes = sizes.iter().map(|members| members.people(person));
        sizes.min().filter(|&people| people < FEWEST)
    }
}

/// Guards sums of one kind, such as the answers to one question about the situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SumGuard(Classes);

impl SumGuard {
    /// Takes in a figure over these results; the error is how many people could be worked out, and
    /// then nothing has changed.
    pub fn admit(&mut self, set: &Results, person: &[u32]) -> Result<(), u64> {
        let classes = self.0.with(set);
        match classes.too_small(person) {
            Some(people) => Err(people),
            None => {
                self.0 = classes;
                Ok(())
            }
        }
    }
}

/// How results answered the items of one scale.
pub(crate) trait Answered {
    /// Whether a result has an answer to an item of the scale, by the item's place in it.
    fn has(&self, place: usize, item: usize) -> bool;
    /// How many items of the scale are asked.
    fn items(&self) -> usize;
    /// A number that is the same for two results that answered the same items, and no others.
    fn pattern(&self, place: usize) -> u32;
}

/// Guards everything that is said of one scale: its scores, its facets and its items.
///
/// A score is the mean of the items that were answered, so that the answers of somebody who left one
/// out weigh more in it. Where the sums of all items are known too, that difference could be worked
/// out. Hence each group of people whose scores stand in the same figures must be one of these: all of
/// its classes have five people at least even when they are told apart by the items they answered, or
/// there is an item of which nothing was shown, in any view that these people are in, and which five
/// of them answered at least. In the second case every outcome that has their scores in it has the
/// unknown answers to that item in it as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ScaleGuard {
    /// By all sets that were shown.
    classes: Classes,
    /// By the sets of scores alone.
    of_scores: Classes,
    /// The set of scores of each view, with the items of which that view showed something.
    views: Vec<(Results, HashSet<usize>)>,
}

impl ScaleGuard {
    /// Takes in the scores of a view; the error is how many people could be worked out, and then
    /// nothing has changed.
    pub fn admit_scores(
        &mut self,
        set: &Results,
        person: &[u32],
        answered: &impl Answered,
    ) -> Result<(), u64> {
        let mut next = self.clone();
        next.classes = self.classes.with(set);
        next.of_scores = self.of_scores.with(set);
        if !self.views.iter().any(|(known, _)| known == set) {
            next.views.push((set.clone(), HashSet::new()));
        }
        self.become_if_safe(next, person, answered)
    }

    /// Takes in a sum of some items over `set`, of a view whose scores were taken in as `scores`.
    pub fn admit_items(
        &mut self,
        scores: &Results,
        (set, items): (&Results, &[usize]),
        person: &[u32],
        answered: &impl Answered,
    ) -> Result<(), u64> {
        let mut next = self.clone();
        next.classes = self.classes.with(set);
        let view = next.views.iter_mut().find(|(known, _)| known == scores);
        if let Some((_, covered)) = view {
            covered.extend(items);
        }
        self.become_if_safe(next, person, answered)
    }

    /// Takes in coefficients over `set`: they are made of products of answers.
    pub fn admit_products(&mut self, set: &Results, person: &[u32]) -> Result<(), u64> {
        let classes = self.classes.with(set);
        match classes.too_small(person) {
            Some(people) => Err(people),
            None => {
                self.classes = classes;
                Ok(())
            }
        }
    }

    fn become_if_safe(
        &mut self,
        next: Self,
        person: &[u32],
        answered: &impl Answered,
    ) -> Result<(), u64> {
        if let Some(people) = next.classes.too_small(person) {
            return Err(people);
        }
        let scores = next.of_scores.members();
        let unsafe_group = scores
            .iter()
            .find_map(|group| next.weighs_some_otherwise(group, person, answered));
        match unsafe_group {
            Some(people) => Err(people),
            None => {
                *self = next;
                Ok(())
            }
        }
    }

    /// How few people of a group could be worked out by the weight of their scores; `None` where
    /// nobody could.
    fn weighs_some_otherwise(
        &self,
        group: &Results,
        person: &[u32],
        answered: &impl Answered,
    ) -> Option<u64> {
        let mut cells: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
        for place in group.iter() {
            let cell = (self.classes.class(place), answered.pattern(place));
            cells.entry(cell).or_default().push(place);
        }
        let sizes = cells.into_values().map(|cell| Results(cell).people(person));
        let smallest = sizes.min().filter(|&people| people < FEWEST)?;
        let in_group = |set: &Results| group.iter().next().is_some_and(|one| set.contains(one));
        let mut covered: HashSet<usize> = HashSet::new();
        for (_, items) in self.views.iter().filter(|(set, _)| in_group(set)) {
            covered.extend(items);
        }
        let stays_unknown = |item: usize| {
            let answering = group.filter(|place| answered.has(place, item));
            !covered.contains(&item) && answering.people(person) >= FEWEST
        };
        let is_safe = (0..answered.items()).any(stays_unknown);
        (!is_safe).then_some(smallest)
    }
}
