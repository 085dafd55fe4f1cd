//! How consistent the items of a scale are over a group of people.
//!
//! The sums are over people who answered every item of the scale, of keyed answers. These
//! functions compute; whether a figure may be given is decided in `group/`.

use super::group::ItemSums;
use super::quantiles::fisher;

/// Coefficient alpha (Cronbach, 1951), 1 at most; `None` for fewer than two items or
/// people, or where the sums do not vary.
pub fn alpha(sums: &ItemSums) -> Option<f64> {
    alpha_without(&sums.scaled_covariances(), None)
}

/// Alpha of all items but one. Each covariance is a whole number here, n (n - 1) times the real
/// one, and it is divided only once.
fn alpha_without(covariances: &[Vec<i128>], dropped: Option<usize>) -> Option<f64> {
    let remaining = || (0..covariances.len()).filter(|&item| Some(item) != dropped);
    let items = remaining().count() as f64;
    let parts: i128 = remaining().map(|item| covariances[item][item]).sum();
    let total: i128 = remaining()
        .map(|one| {
            remaining()
                .map(|other| covariances[one][other])
                .sum::<i128>()
        })
        .sum();
    (items > 1.0 && total > 0)
        .then(|| items / (items - 1.0) * ((total - parts) as f64 / total as f64))
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
pub fn item_rest(sums: &ItemSums) -> Vec<Option<f64>> {
    let covariances = sums.scaled_covariances();
    let total: i128 = covariances.iter().flatten().sum();
    let rows = covariances.iter().enumerate();
    rows.map(|(item, row)| {
        let own = row[item];
        let together = row.iter().sum::<i128>() - own;
        let rest = total - own - 2 * together;
        let spread = (own as f64).sqrt() * (rest as f64).sqrt();
        (own > 0 && rest > 0).then(|| (together as f64 / spread).clamp(-1.0, 1.0))
    })
    .collect()
}

/// Alpha of the scale without each item; an entry is `None` as in [`alpha`].
pub fn alpha_if_dropped(sums: &ItemSums) -> Vec<Option<f64>> {
    let covariances = sums.scaled_covariances();
    let items = 0..covariances.len();
    items
        .map(|item| alpha_without(&covariances, Some(item)))
        .collect()
}
