//! What the sums of a round say of a team: means, and nothing else.

use crate::FEWEST;
use crate::cells::Cell;
use model::Instrument;
use scoring::{keyed_sum, thresholds};

/// From so many people on a mean is given as it is; below them in whole points.
pub const EXACT_FROM: u32 = thresholds::DECIMALS as u32;

/// Means of a team. There is no spread and no distribution, which sums do not tell.
///
/// A mean of a theme or a facet is that of its statements' means, each over those who answered it. Where
/// nobody skipped one, that is the mean of the people's scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// How many people took part; at least [`FEWEST`].
    pub people: u32,
    /// One a scale of the instrument, in its direction.
    pub scales: Vec<Option<Mean>>,
    /// For each scale one a facet, in the direction of the scale.
    pub facets: Vec<Vec<Option<Mean>>>,
    /// One an item of the instrument, as it was answered: 100 is full agreement, whatever its key.
    pub items: Vec<Option<Mean>>,
}

/// One mean. There is none where fewer than five people have answered, and of a scale or facet none
/// where that holds for one of its statements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// How many people have answered; of several statements the one with the fewest.
    pub answered: u32,
    /// Percent of maximum possible, 0 to 100 (Cohen, Cohen, Aiken and West, 1999); whole below
    /// [`EXACT_FROM`] people.
    pub points: f64,
}

impl Picture {
    /// Of the sum and count of each statement.
    pub(crate) fn of(
        instrument: &Instrument,
        people: u32,
        sums: impl Iterator<Item = (usize, Cell)>,
    ) -> Self {
        let mut cells: Vec<Option<Cell>> = vec![None; instrument.items().len()];
        for (item, cell) in sums {
            if let Some(slot) = cells.get_mut(item) {
                *slot = Some(cell);
            }
        }
        let asked = |item: usize| cells.get(item).copied().flatten();
        let mean = |items: &mut dyn Iterator<Item = usize>| {
            let asked = items.filter_map(|item| Some((item, asked(item)?)));
            mean_of(asked.map(|(item, cell)| (cell.count, keyed_points(instrument, item, cell))))
        };
        let facets = |(scale, of): (usize, &model::Scale)| {
            let facets = 0..of.facets.len();
            let one = |facet| mean(&mut instrument.facet_items(scale, facet));
            facets.map(one).collect()
        };
        let scales = instrument.scales().iter();
        let items = 0..instrument.items().len();
        let as_answered = |item| {
            let cell = asked(item)?;
            mean_of([(cell.count, points(instrument, cell.sum.into(), cell.count))].into_iter())
        };
        Self {
            people,
            scales: scales
                .clone()
                .map(|scale| mean(&mut scale.items.iter().copied()))
                .collect(),
            facets: scales.enumerate().map(facets).collect(),
            items: items.map(as_answered).collect(),
        }
    }
}

/// The mean of statements, each with how many have answered it and its points.
fn mean_of(statements: impl Iterator<Item = (u32, f64)>) -> Option<Mean> {
    let statements: Vec<(u32, f64)> = statements.collect();
    let answered = statements.iter().map(|&(answered, _)| answered).min()?;
    if answered < FEWEST {
        return None;
    }
    let sum: f64 = statements.iter().map(|&(_, points)| points).sum();
    let exact = sum / statements.len() as f64;
    Some(Mean {
        answered,
        points: match answered < EXACT_FROM {
            true => exact.round(),
            false => exact,
        },
    })
}

/// The points of one statement in the direction of its scale.
fn keyed_points(instrument: &Instrument, item: usize, cell: Cell) -> f64 {
    let scale = instrument.response_scale();
    let key = instrument.items().get(item).map(|item| item.key);
    let sum = key.map_or(0, |key| {
        keyed_sum(cell.sum.into(), cell.count.into(), key, scale)
    });
    points(instrument, sum, cell.count)
}

/// A sum of so many answers as points, 0 to 100; 0 where there are none.
fn points(instrument: &Instrument, sum: u64, count: u32) -> f64 {
    let scale = instrument.response_scale();
    let lowest = u64::from(count) * u64::from(scale.min);
    let most = u64::from(count.max(1)) * u64::from(scale.steps());
    100.0 * sum.saturating_sub(lowest) as f64 / most as f64
}
