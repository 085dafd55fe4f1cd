//! The few sums that the rest of scoring is made of.

/// Arithmetic mean; `None` of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Sample variance (n - 1); `None` for fewer than two values.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    covariance(values, values)
}

/// Sample covariance (n - 1) of two lists of one length; `None` for fewer than two values.
pub(super) fn covariance(left: &[f64], right: &[f64]) -> Option<f64> {
    let (left_mean, right_mean) = (mean(left)?, mean(right)?);
    let products = left.iter().zip(right);
    let sum: f64 = products
        .map(|(l, r)| (l - left_mean) * (r - right_mean))
        .sum();
    (left.len() > 1).then(|| sum / (left.len() - 1) as f64)
}

/// Pearson correlation; `None` where either list does not vary.
pub(super) fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let spread = (variance(left)? * variance(right)?).sqrt();
    let together = covariance(left, right)?;
    (spread > 0.0).then(|| (together / spread).clamp(-1.0, 1.0))
}

/// Sample variance (n - 1) of whole numbers, rounded once; `None` for fewer than two.
pub(super) fn whole_variance(values: impl Iterator<Item = u8>) -> Option<f64> {
    let (mut n, mut sum, mut squares) = (0_u64, 0_u64, 0_u64);
    for value in values.map(u64::from) {
        n += 1;
        sum += value;
        squares += value * value;
    }
    (n > 1).then(|| (n * squares - sum * sum) as f64 / (n * (n - 1)) as f64)
}
