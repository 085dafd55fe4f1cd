//! One common factor behind the items of a scale, and the reliability it implies.

use super::group::ItemSums;

/// A one-factor model fitted by maximum likelihood.
#[derive(Clone, Debug, PartialEq)]
pub struct OneFactor {
    /// Loading of each item on a factor of variance 1, in steps of the response scale.
    pub loadings: Vec<f64>,
    /// Variance of each item that the factor does not explain; all above 0.
    pub uniquenesses: Vec<f64>,
    /// Omega total: the share of the sum's variance due to the factor, 0 to 1 (McDonald,
    /// 1999).
    pub omega: f64,
}

/// Rounds of the iteration; a fit that needs more is drifting towards a bound.
const ROUNDS: u32 = 50_000;
/// Largest move in a round, relative to the item's variance, at which it has arrived.
const ARRIVED: f64 = 1e-12;
/// A uniqueness below this part of its item's variance is a bound, not an estimate.
const SMALLEST: f64 = 1e-6;

/// Fits one factor to the covariances of people who answered every item by expectation-maximisation (Rubin
/// and Thayer, 1982). `None` for fewer than three items, no more people than items, an
/// item that does not vary, a uniqueness at 0, or a fit that does not arrive.
pub fn one_factor(sums: &ItemSums) -> Option<OneFactor> {
    let items = sums.items();
    if items < 3 || sums.people() <= items as u64 {
        return None;
    }
    let s = sums.covariances()?;
    let variances: Vec<f64> = (0..items).map(|i| s[i][i]).collect();
    if variances.iter().any(|&variance| variance <= 0.0) {
        return None;
    }
    let mut psi: Vec<f64> = variances.iter().map(|variance| variance / 2.0).collect();
    let mut loadings: Vec<f64> = psi.iter().map(|half| half.sqrt()).collect();
    for _ in 0..ROUNDS {
        let moved = round(&s, &variances, &mut loadings, &mut psi);
        if psi.iter().zip(&variances).any(|(p, v)| *p < SMALLEST * v) {
            return None;
        }
        if moved < ARRIVED {
            let common = loadings.iter().sum::<f64>().powi(2);
            let unique: f64 = psi.iter().sum();
            return Some(OneFactor {
                omega: common / (common + unique),
                loadings,
                uniquenesses: psi,
            });
        }
    }
    None
}

/// One step of expectation and maximisation; returns the largest relative move.
fn round(s: &[Vec<f64>], variances: &[f64], loadings: &mut [f64], psi: &mut [f64]) -> f64 {
    let items = loadings.len();
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let weights: Vec<f64> = loadings
        .iter()
        .zip(psi.iter())
        .map(|(l, p)| l / p)
        .collect();
    let scale = 1.0 + dot(loadings, &weights);
    let b: Vec<f64> = weights.iter().map(|weight| weight / scale).collect();
    let sb: Vec<f64> = s.iter().map(|row| dot(row, &b)).collect();
    let c = 1.0 - dot(&b, loadings) + dot(&b, &sb);
    let mut moved = 0.0_f64;
    for i in 0..items {
        let loading = sb[i] / c;
        let unique = variances[i] - loading * sb[i];
        let size = variances[i];
        moved = moved
            .max((unique - psi[i]).abs() / size)
            .max((loading - loadings[i]).abs() / size.sqrt());
        loadings[i] = loading;
        psi[i] = unique;
    }
    moved
}
