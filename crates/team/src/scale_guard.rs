//! What may be shown of one scale: scores, facets and items, over several views.
//!
//! Let anybody add, subtract and weigh what was shown. In the outcome the answer of person *p* to item
//! *i* of facet *f* counts `A(p) / n(p) + G(p) + B(p)`: `n(p)` is the number of items that *p* answered,
//! since a score is their mean; `A` is the same for all who stand in the same sets of scores, `G` for
//! all in the same sets of the facet, and `B` for all in the same sets of the item. An outcome is about
//! those people for whom this is not 0 for some item. These rules make sure that they are five at least:
//!
//! 1. Of the people with a score, of those in a facet and of those who rated an item, all who stand in
//!    the same sets, of scores as well, are five at least. This settles outcomes with one of the three.
//! 2. Where `A` is not 0 for a class of scores: either all of its people answered the same items, or
//!    there is an item of which nothing was shown in any view that they are in, and which five of them
//!    answered (it counts `A / n`), or there is an item for which five people remain, whichever `n` is
//!    left out: `A / n + G + B` can be 0 for one value of `n` only.
//! 3. Where `A` is 0 and `G` is not: either an item of the facet was not shown by itself in any view that
//!    its people are in (it counts `G`), or those in the same class of scores who answered some of its
//!    items and not all, for whom `B` cannot be outweighed by `G`, are nobody or five at least.

use crate::guard::{Classes, Results, SinglesOut, SumGuard, are_enough, grouped};

/// How results answered the items of one scale.
pub(crate) trait Answered {
    /// The facet of each item that is asked of the scale.
    fn facets(&self) -> &[usize];
    /// Whether a result has an answer to an item, by its place among those that are asked.
    fn has(&self, place: usize, item: usize) -> bool;
    /// How many of the items it has an answer to.
    fn count(&self, place: usize) -> u32;
}

/// What is to be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Scores.
    Scores,
    /// The mean of a facet.
    Facet(usize),
    /// The answers to an item, by its place among those that are asked.
    Item(usize),
}

/// Guards everything that is said of one scale. Facets and items are of people who have a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ScaleGuard {
    scores: Classes,
    facets: Vec<Classes>,
    items: Vec<Classes>,
    products: SumGuard,
}

impl ScaleGuard {
    /// Of a scale with so many facets, and so many items that are asked.
    pub fn new(facets: usize, items: usize) -> Self {
        Self {
            scores: Classes::default(),
            facets: vec![Classes::default(); facets],
            items: vec![Classes::default(); items],
            products: SumGuard::default(),
        }
    }

    /// Takes in a figure over these results. Where it is refused, nothing has changed.
    pub fn admit(
        &mut self,
        kind: Kind,
        set: &Results,
        person: &[u32],
        answered: &impl Answered,
    ) -> Result<(), SinglesOut> {
        let mut next = self.clone();
        let classes = match kind {
            Kind::Scores => Some(&mut next.scores),
            Kind::Facet(facet) => next.facets.get_mut(facet),
            Kind::Item(item) => next.items.get_mut(item),
        };
        let classes = classes.ok_or(SinglesOut)?;
        *classes = classes.with(set);
        match next.is_safe(kind, person, answered) {
            true => {
                *self = next;
                Ok(())
            }
            false => Err(SinglesOut),
        }
    }

    /// Takes in coefficients, which are made of products of answers, over those of `scored` who
    /// answered every item: all of them, or all but five people at least.
    pub fn admit_products(
        &mut self,
        complete: &Results,
        scored: &Results,
        person: &[u32],
    ) -> Result<(), SinglesOut> {
        let others = scored.difference(complete);
        if !is_nobody_or_enough(others.iter().collect(), person) {
            return Err(SinglesOut);
        }
        self.products.admit(complete, person)
    }

    /// Whether the rules hold, of which those before the last figure held.
    fn is_safe(&self, last: Kind, person: &[u32], answered: &impl Answered) -> bool {
        let of_facets = 0..self.facets.len();
        let affected = |facet: usize| match last {
            Kind::Scores => true,
            Kind::Facet(one) => one == facet,
            Kind::Item(item) => answered.facets().get(item) == Some(&facet),
        };
        let own = match last {
            Kind::Scores => {
                let scores = grouped(self.scores.members());
                let parts = self.facets.iter().chain(&self.items);
                scores.into_values().all(|group| are_enough(group, person))
                    && parts.into_iter().all(|part| self.are_large(part, person))
            }
            Kind::Facet(facet) => self.are_large(&self.facets[facet], person),
            Kind::Item(item) => self.are_large(&self.items[item], person),
        };
        own && self.scores_are_safe(person, answered)
            && of_facets
                .filter(|&facet| affected(facet))
                .all(|facet| self.facet_is_safe(facet, person, answered))
    }

    /// Rule 1, of a facet or an item.
    fn are_large(&self, part: &Classes, person: &[u32]) -> bool {
        let members = part.members();
        let refined = members.map(|(class, place)| ((class, self.scores.class(place)), place));
        let groups = grouped(refined);
        groups.into_values().all(|group| are_enough(group, person))
    }

    /// Rule 2.
    fn scores_are_safe(&self, person: &[u32], answered: &impl Answered) -> bool {
        let groups = grouped(self.scores.members());
        groups.into_values().all(|group| {
            let Some(&first) = group.first() else {
                return true;
            };
            let items = answered.facets().iter().enumerate();
            let answers_alike = |place: usize| {
                let mut items = 0..answered.facets().len();
                items.all(|item| answered.has(place, item) == answered.has(first, item))
            };
            if group.iter().all(|&place| answers_alike(place)) {
                return true;
            }
            items
                .map(|(item, &facet)| (item, facet))
                .any(|item| self.protects(item, &group, person, answered))
        })
    }

    /// Whether an item makes every outcome with the scores of a group one of five people at least.
    fn protects(
        &self,
        (item, facet): (usize, usize),
        group: &[usize],
        person: &[u32],
        answered: &impl Answered,
    ) -> bool {
        let class = |part: Option<&Classes>, place| part.map_or(0, |part| part.class(place));
        let answering = group.iter().filter(|&&place| answered.has(place, item));
        let classes = answering.map(|&place| {
            let of_item = class(self.items.get(item), place);
            let of_facet = class(self.facets.get(facet), place);
            ((of_item, of_facet), place)
        });
        let is_unknown = |place: usize| {
            class(self.items.get(item), place) == 0 && class(self.facets.get(facet), place) == 0
        };
        if group.iter().all(|&place| is_unknown(place)) {
            let answering = group.iter().filter(|&&place| answered.has(place, item));
            return are_enough(answering.copied(), person);
        }
        grouped(classes).into_values().any(|places| {
            let counted = |place: usize| (answered.count(place), place);
            let cells = grouped(places.iter().map(|&place| counted(place)));
            let without = |left_out: u32| {
                let mut places = places.iter().copied();
                let remain = places
                    .by_ref()
                    .filter(|&place| answered.count(place) != left_out);
                are_enough(remain, person)
            };
            cells.keys().all(|&count| without(count))
        })
    }

    /// Rule 3.
    fn facet_is_safe(&self, facet: usize, person: &[u32], answered: &impl Answered) -> bool {
        let Some(of_facet) = self.facets.get(facet) else {
            return true;
        };
        let items = answered.facets().iter().enumerate();
        let items: Vec<&Classes> = items
            .filter(|(_, one)| **one == facet)
            .filter_map(|(item, _)| self.items.get(item))
            .collect();
        let members = of_facet.members();
        let groups =
            grouped(members.map(|(class, place)| ((class, self.scores.class(place)), place)));
        groups.into_iter().all(|((_, of_scores), group)| {
            let Some(&one) = group.first() else {
                return true;
            };
            if items.iter().any(|item| item.class(one) == 0) {
                return true;
            }
            // Who answered an item of the facet and not all of them.
            let in_part = |&(class, place): &(u32, usize)| {
                let is_outside = class == of_scores && of_facet.class(place) == 0;
                is_outside
                    && items
                        .iter()
                        .any(|item| item.class(place) == item.class(one))
            };
            let in_part = self.scores.members().filter(in_part);
            is_nobody_or_enough(in_part.map(|(_, place)| place).collect(), person)
        })
    }
}

fn is_nobody_or_enough(results: Vec<usize>, person: &[u32]) -> bool {
    results.is_empty() || are_enough(results, person)
}
