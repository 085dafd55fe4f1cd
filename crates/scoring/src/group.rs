//! What may be said about a group, and from how many people on.

use super::numbers::{mean, variance};
use super::omega::one_factor;
use super::reliability::{alpha, alpha_if_dropped, feldt_interval, item_rest};

/// People below whom nothing is said, so that nobody can be worked out.
const SHOW: usize = 5;
/// People below whom alpha is too uncertain to show.
const ALPHA: usize = 30;
/// People below whom nothing is said about single items.
const ITEMS: usize = 50;
/// People below whom no factor is fitted.
const OMEGA: usize = 100;

/// One scale of a group. Everything but `n` is `None` below the number of people at which
/// it may be shown. There is no lowest and no highest score: they would be a person's.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScale {
    /// People who have a score on the scale.
    pub n: u32,
    /// Mean of the scores, in points; from 5 people.
    pub mean: Option<f64>,
    /// Standard deviation of the scores, in points; from 5 people.
    pub sd: Option<f64>,
    /// Coefficient alpha over people who answered every item; from 30 of them.
    pub alpha: Option<f64>,
    /// Its 95 % interval (Feldt, Woodruff and Salih, 1987).
    pub alpha_interval: Option<(f64, f64)>,
    /// Omega total over people who answered every item; from 100 of them.
    pub omega: Option<f64>,
    /// One entry an item of the scale.
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

/// The figures of one scale that may be shown. `percents` are the scores of everyone who has
/// one; `complete` the keyed answers of everyone who answered all `items` items.
pub fn group_scale(percents: &[f64], complete: &[Vec<u8>], items: usize) -> GroupScale {
    let people = complete.len();
    let reaches = |least: usize| people >= least && percents.len() >= SHOW;
    let alpha = reaches(ALPHA).then(|| alpha(complete)).flatten();
    let mut of_items = vec![GroupItem::default(); items];
    if reaches(ITEMS) {
        let figures = item_rest(complete).zip(alpha_if_dropped(complete));
        let (rest, dropped) = figures.unwrap_or_default();
        for (item, (item_rest, alpha_if_dropped)) in
            of_items.iter_mut().zip(rest.into_iter().zip(dropped))
        {
            *item = GroupItem {
                item_rest,
                alpha_if_dropped,
            };
        }
    }
    let enough = percents.len() >= SHOW;
    GroupScale {
        n: percents.len() as u32,
        mean: enough.then(|| mean(percents)).flatten(),
        sd: enough.then(|| variance(percents).map(f64::sqrt)).flatten(),
        alpha,
        alpha_interval: alpha
            .and_then(|alpha| feldt_interval(alpha, people as u32, items as u32, 0.95)),
        omega: reaches(OMEGA)
            .then(|| one_factor(complete))
            .flatten()
            .map(|fit| fit.omega),
        items: of_items,
    }
}
