//! A group, person after person.

use super::item_sums::add_each;
use super::{FacetSums, ScaleSums};
use crate::scores::{keyed, needed};
use model::{Answer, Answers, Form, Instrument, InstrumentRef, Key, ResponseScale};

/// What is counted of a group that filled in one form of one questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSums {
    instrument: InstrumentRef,
    form: Form,
    layout: Layout,
    people: u64,
    scales: Vec<ScaleSums>,
    facets: Vec<Vec<FacetSums>>,
    items: Vec<ItemCounts>,
}

/// How often each answer was given to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCounts {
    /// People for each rating, from the lowest to the highest, as given and never reversed.
    pub ratings: Vec<u64>,
    /// People who left the item out on purpose.
    pub skipped: u64,
    /// People who said that it cannot be judged, on a form about somebody else.
    pub cannot_judge: u64,
}

/// Which items a form asks, by scale and facet.
#[derive(Clone, Debug, PartialEq)]
struct Layout {
    response: ResponseScale,
    scales: Vec<ScaleLayout>,
    items: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct ScaleLayout {
    /// Index of the item, its keying and its facet, of the items that are asked.
    items: Vec<(usize, Key, usize)>,
    /// Items that must be answered before there is a score.
    needed: u32,
    /// Items asked of each facet.
    facets: Vec<u32>,
}

impl Layout {
    fn of(instrument: &Instrument, form: Form) -> Self {
        let scales = instrument.scales().iter().map(|scale| {
            let asked = scale.items.iter().copied();
            let asked = asked.filter(|&item| instrument.is_asked(form, item));
            let items: Vec<_> = asked
                .map(|index| {
                    let item = &instrument.items()[index];
                    (index, item.key, item.facet)
                })
                .collect();
            let mut facets = vec![0; scale.facets.len()];
            for &(_, _, facet) in &items {
                facets[facet] += 1;
            }
            ScaleLayout {
                needed: needed(instrument.rules(), items.len() as u32),
                items,
                facets,
            }
        });
        Self {
            response: instrument.response_scale().clone(),
            scales: scales.collect(),
            items: instrument.items().len(),
        }
    }
}

impl GroupSums {
    /// Of nobody yet.
    pub fn new(instrument: &Instrument, form: Form) -> Self {
        let layout = Layout::of(instrument, form);
        let response = &layout.response;
        let of_scales = layout.scales.iter();
        let scales = of_scales
            .clone()
            .map(|scale| ScaleSums::new(scale.items.len(), response));
        let facets = of_scales.map(|scale| {
            let facets = scale.facets.iter();
            facets
                .map(|&items| FacetSums::new(items as usize, response))
                .collect()
        });
        let none = ItemCounts {
            ratings: vec![0; response.steps() as usize + 1],
            skipped: 0,
            cannot_judge: 0,
        };
        Self {
            instrument: instrument.reference(),
            form,
            people: 0,
            scales: scales.collect(),
            facets: facets.collect(),
            items: vec![none; layout.items],
            layout,
        }
    }

    /// Whether a scale has enough answers for a score.
    pub fn has_score(&self, answers: &Answers) -> bool {
        let rated = |item| answers.rating(item).is_some();
        self.layout.scales.iter().any(|scale| {
            let answered = scale.items.iter().filter(|&&(item, ..)| rated(item));
            !scale.items.is_empty() && answered.count() >= scale.needed as usize
        })
    }

    /// Adds the answers of one person. `false`, and nothing is added, where no scale has enough
    /// answers for a score.
    ///
    /// The answers are of the questionnaire and the form that this was made for.
    pub fn add(&mut self, answers: &Answers) -> bool {
        if !self.has_score(answers) {
            return false;
        }
        self.people += 1;
        let each = self.layout.scales.iter().zip(&mut self.scales);
        for ((layout, scale), facets) in each.zip(&mut self.facets) {
            add_scale(layout, &self.layout.response, answers, scale, facets);
        }
        for (index, item) in self.items.iter_mut().enumerate() {
            match answers.get(index) {
                None => {}
                Some(Answer::Skipped) => item.skipped += 1,
                Some(Answer::CannotJudge) => item.cannot_judge += 1,
                Some(Answer::Rated(rating)) => {
                    let place = rating.value().wrapping_sub(self.layout.response.min);
                    if let Some(people) = item.ratings.get_mut(usize::from(place)) {
                        *people += 1;
                    }
                }
            }
        }
        true
    }

    /// Adds the people of another group. `false`, and nothing is added, where it filled in another
    /// questionnaire or form.
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.instrument != other.instrument || self.form != other.form {
            return false;
        }
        self.people += other.people;
        for (scale, more) in self.scales.iter_mut().zip(&other.scales) {
            scale.merge(more);
        }
        let facets = self.facets.iter_mut().flatten();
        for (facet, more) in facets.zip(other.facets.iter().flatten()) {
            facet.merge(more);
        }
        for (item, more) in self.items.iter_mut().zip(&other.items) {
            add_each(&mut item.ratings, &more.ratings);
            item.skipped += more.skipped;
            item.cannot_judge += more.cannot_judge;
        }
        true
    }

    /// People who have a score on a scale at least.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// One entry a scale of the questionnaire, in its order.
    pub fn scales(&self) -> &[ScaleSums] {
        &self.scales
    }

    /// One list a scale, with one entry a facet of it, in the questionnaire's order.
    pub fn facets(&self) -> &[Vec<FacetSums>] {
        &self.facets
    }

    /// One entry an item of the questionnaire, in its order, also of those that are not asked.
    pub fn items(&self) -> &[ItemCounts] {
        &self.items
    }

    /// The items of a scale that are asked, as indices into the items of the questionnaire: those
    /// that its figures and the entries of [`crate::GroupScale::items`] are of. Of a scale that is
    /// not there, none.
    pub fn asked_of(&self, scale: usize) -> impl Iterator<Item = usize> + '_ {
        let items = self.layout.scales.get(scale).map(|scale| &scale.items);
        items.into_iter().flatten().map(|&(item, ..)| item)
    }
}

/// Adds what one person answered of one scale.
fn add_scale(
    layout: &ScaleLayout,
    response: &ResponseScale,
    answers: &Answers,
    scale: &mut ScaleSums,
    facets: &mut [FacetSums],
) {
    let mut row = Vec::with_capacity(layout.items.len());
    // Of each facet: items answered, and the steps they make.
    let mut of_facets = vec![(0, 0); facets.len()];
    for &(item, key, facet) in &layout.items {
        let Some(rating) = answers.rating(item) else {
            continue;
        };
        let value = keyed(rating, key, response);
        row.push(value);
        let (answered, steps) = &mut of_facets[facet];
        *answered += 1;
        *steps += u32::from(value - response.min);
    }
    let answered = row.len() as u32;
    let steps: u32 = of_facets.iter().map(|(_, steps)| steps).sum();
    if answered > 0 && answered >= layout.needed {
        scale.add_score(answered, steps);
    }
    if row.len() == layout.items.len() && !row.is_empty() {
        scale.add_complete(&row);
    }
    for ((facet, (answered, steps)), asked) in facets.iter_mut().zip(of_facets).zip(&layout.facets)
    {
        if answered == *asked && answered > 0 {
            facet.add(steps);
        }
    }
}
