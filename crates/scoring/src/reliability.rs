//! How consistent the items of a scale are over a group of people.
//!
//! Rows are people who answered every item of the scale, columns its items, values keyed
//! answers. These functions compute; whether a figure may be shown is decided in
//! `group.rs`.

use super::numbers::{correlation, variance};
use super::quantiles::fisher;

/// The items of rows of one length; `None` for rows of different lengths.
pub(super) fn columns(rows: &[Vec<u8>]) -> Option<Vec<Vec<f64>>> {
    let items = rows.first()?.len();
    rows.iter().all(|row| row.len() == items).then(|| {
        (0..items)
            .map(|item| rows.iter().map(|row| f64::from(row[item])).collect())
            .collect()
    })
}

/// Coefficient alpha (Cronbach, 1951), 1 at most; `None` for fewer than two items or
/// people, or where the sums do not vary.
pub fn alpha(rows: &[Vec<u8>]) -> Option<f64> {
    alpha_without(&columns(rows)?, None)
}

fn alpha_without(columns: &[Vec<f64>], dropped: Option<usize>) -> Option<f64> {
    let remaining = || remaining(columns, dropped);
    let items = remaining().count() as f64;
    let parts: f64 = remaining()
        .map(|column| variance(column))
        .sum::<Option<f64>>()?;
    let total = variance(&sums(columns, dropped))?;
    (items > 1.0 && total > 0.0).then(|| items / (items - 1.0) * (1.0 - parts / total))
}

/// Each person's sum over all items but one.
fn sums(columns: &[Vec<f64>], dropped: Option<usize>) -> Vec<f64> {
    let people = columns.first().map_or(0, Vec::len);
    (0..people)
        .map(|person| {
            remaining(columns, dropped)
                .map(|column| column[person])
                .sum()
        })
        .collect()
}

fn remaining(columns: &[Vec<f64>], dropped: Option<usize>) -> impl Iterator<Item = &Vec<f64>> {
    let items = columns.iter().enumerate();
    items
        .filter(move |(item, _)| Some(*item) != dropped)
        .map(|(_, column)| column)
}

/// The interval of alpha for a group of `people` and a scale of `items` (Feldt, Woodruff
/// and Salih, 1987). `confidence` lies between 0 and 1, such as 0.95. `None` for fewer than
/// two of either.
pub fn feldt_interval(alpha: f64, people: u32, items: u32, confidence: f64) -> Option<(f64, f64)> {
    if people < 2 || items < 2 {
        return None;
    }
    let (df1, df2) = (people - 1, (people - 1).checked_mul(items - 1)?);
    let tail = (1.0 - confidence) / 2.0;
    let end = |p: f64| 1.0 - (1.0 - alpha) * fisher(p, df1, df2);
    Some((end(1.0 - tail), end(tail)))
}

/// The correlation of each item with the sum of the others; an entry is `None` where
/// either does not vary.
pub fn item_rest(rows: &[Vec<u8>]) -> Option<Vec<Option<f64>>> {
    let columns = columns(rows)?;
    let rest = |item: usize| correlation(&columns[item], &sums(&columns, Some(item)));
    Some((0..columns.len()).map(rest).collect())
}

/// Alpha of the scale without each item; an entry is `None` as in [`alpha`].
pub fn alpha_if_dropped(rows: &[Vec<u8>]) -> Option<Vec<Option<f64>>> {
    let columns = columns(rows)?;
    let without = |item: usize| alpha_without(&columns, Some(item));
    Some((0..columns.len()).map(without).collect())
}
