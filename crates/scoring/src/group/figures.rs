//! The figures of a group that may be given, each from its number of people on.

use super::thresholds::{ALPHA, DECIMALS, DISTRIBUTION, ITEMS, MEAN, OMEGA, SPREAD};
use super::{FacetSums, ItemCounts, ScaleSums};
use crate::omega::one_factor;
use crate::reliability::{alpha, alpha_if_dropped, feldt_interval, item_rest};

/// One scale of a group. Everything but `n` is `None` below the number of people at which
/// it may be given. There is no lowest and no highest score: they would be a person's.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScale {
    /// People who have a score on the scale.
    pub n: u64,
    /// Mean of the scores, 0 to 100; from 5 people, and in whole points below 10.
    pub mean: Option<f64>,
    /// Standard deviation (n - 1) of the scores, in points; from 8 people.
    pub sd: Option<f64>,
    /// People who answered every item that is asked.
    pub complete: u64,
    /// Coefficient alpha over people who answered every item; from 30 of them.
    pub alpha: Option<f64>,
    /// Its 95 % interval (Feldt, Woodruff and Salih, 1987).
    pub alpha_interval: Option<(f64, f64)>,
    /// Omega total over people who answered every item; from 100 of them.
    pub omega: Option<f64>,
    /// One entry an item that is asked.
    pub items: Vec<GroupItem>,
}

/// One item within its scale, over people who answered every item; from 50 of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupItem {
    /// Correlation with the sum of the other items.
    pub item_rest: Option<f64>,
    /// Alpha of the scale without the item.
    pub alpha_if_dropped: Option<f64>,
}

/// One facet of a group, over people who answered every item of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupFacet {
    /// Those people.
    pub n: u64,
    /// Mean of their answers as percent of maximum possible, 0 to 100; from 5 people, and in
    /// whole points below 10.
    pub mean: Option<f64>,
}

/// How the answers to one item lie, as given and never reversed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDistribution {
    /// People who rated the item.
    pub n: u64,
    /// How many chose each option, from the lowest rating to the highest; from 10 people who rated.
    pub ratings: Option<Vec<u64>>,
}

impl ScaleSums {
    /// What may be said about the scale.
    pub fn figures(&self) -> GroupScale {
        let (n, complete) = (self.people(), self.complete());
        let reaches = |least| complete.people() >= least;
        let alpha = reaches(ALPHA).then(|| alpha(complete)).flatten();
        let mut items = vec![GroupItem::default(); complete.items()];
        if reaches(ITEMS) {
            let figures = item_rest(complete)
                .into_iter()
                .zip(alpha_if_dropped(complete));
            for (item, (item_rest, alpha_if_dropped)) in items.iter_mut().zip(figures) {
                *item = GroupItem {
                    item_rest,
                    alpha_if_dropped,
                };
            }
        }
        let people = u32::try_from(complete.people()).ok();
        let of_scale = u32::try_from(complete.items()).ok();
        GroupScale {
            n,
            mean: mean_from(n, self.mean()),
            sd: (n >= SPREAD).then(|| self.deviation()).flatten(),
            complete: complete.people(),
            alpha,
            alpha_interval: alpha.and_then(|alpha| feldt_interval(alpha, people?, of_scale?, 0.95)),
            omega: reaches(OMEGA)
                .then(|| one_factor(complete))
                .flatten()
                .map(|fit| fit.omega),
            items,
        }
    }
}

impl FacetSums {
    /// What may be said about the facet.
    pub fn figures(&self) -> GroupFacet {
        GroupFacet {
            n: self.people(),
            mean: mean_from(self.people(), self.mean()),
        }
    }
}

impl ItemCounts {
    /// What may be said about the item.
    pub fn figures(&self) -> ItemDistribution {
        let n = self.ratings.iter().sum();
        ItemDistribution {
            n,
            ratings: (n >= DISTRIBUTION).then(|| self.ratings.clone()),
        }
    }
}

/// A mean as it may be given: not below its number of people, and half a point goes up where it is
/// rounded.
fn mean_from(people: u64, mean: Option<f64>) -> Option<f64> {
    let mean = mean.filter(|_| people >= MEAN)?;
    Some(if people < DECIMALS {
        mean.round()
    } else {
        mean
    })
}
