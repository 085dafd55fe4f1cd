//! What may be shown beside what was shown before, so that nobody can be worked out by subtracting.
//!
//! Every figure is made of sums over a set of results. Results that stand in the same sets of all
//! that was shown are a *class*. Whatever an onlooker adds, subtracts or weighs, each result of a
//! class counts the same in the outcome, so that no outcome is about fewer people than the smallest
//! class. A figure is shown where every class stays one of five people at least, and else refused;
//! a refusal changes nothing (threshold rule and linked tables: Hundepool et al., Statistical
//! Disclosure Control, 2012).
//!
//! Figures of different scales have no answer in common, and each scale is guarded by itself, by
//! `scale_guard.rs`.

use rustc_hash::FxHashMap as HashMap;
use rustc_hash::FxHashSet as HashSet;

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
pub(crate) struct Classes(Vec<u32>);

impl Classes {
    /// The class of a result.
    pub fn class(&self, place: usize) -> u32 {
        self.0.get(place).copied().unwrap_or(0)
    }

    /// The same, told apart by one more set.
    pub fn with(&self, set: &Results) -> Self {
        let length = set.0.last().map_or(0, |last| last + 1).max(self.0.len());
        let mut numbers = HashMap::from_iter([((0, false), 0)]);
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

    /// The results that stand in a set, class by class.
    pub fn members(&self) -> impl Iterator<Item = (u32, usize)> + '_ {
        let classes = self.0.iter().enumerate();
        let classes = classes.map(|(place, &class)| (class, place));
        classes.filter(|(class, _)| *class != 0)
    }
}

/// Results by what they have in common.
pub(crate) fn grouped<K: Eq + std::hash::Hash>(
    results: impl IntoIterator<Item = (K, usize)>,
) -> HashMap<K, Vec<usize>> {
    let mut groups: HashMap<K, Vec<usize>> = HashMap::default();
    for (common, place) in results {
        groups.entry(common).or_default().push(place);
    }
    groups
}

/// Whether results are of five people at least.
pub(crate) fn are_enough(results: impl IntoIterator<Item = usize>, person: &[u32]) -> bool {
    let mut people: HashSet<u32> = HashSet::default();
    results.into_iter().any(|place| {
        people.extend(person.get(place));
        people.len() as u64 >= FEWEST
    })
}

/// Fewer than five people could be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SinglesOut;

/// Guards sums of one kind, such as the answers to one question about the situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SumGuard(Classes);

impl SumGuard {
    /// Takes in a figure over these results. Where it is refused, nothing has changed.
    pub fn admit(&mut self, set: &Results, person: &[u32]) -> Result<(), SinglesOut> {
        let classes = self.0.with(set);
        let groups = grouped(classes.members());
        match groups.into_values().all(|group| are_enough(group, person)) {
            false => Err(SinglesOut),
            true => {
                self.0 = classes;
                Ok(())
            }
        }
    }
}
