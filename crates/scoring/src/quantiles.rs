//! Quantiles of Student's t and of F for whole degrees of freedom.
//!
//! Both rest on the incomplete beta function for half-integer arguments, which the
//! recurrences of Abramowitz and Stegun (1964, 26.5.15 and 26.5.16) give as a finite sum:
//! no series to cut off, no gamma function, and a few hundred bytes in the page.

use std::f64::consts::{FRAC_2_PI, PI};

/// The regularised incomplete beta function I_x(a/2, b/2), and x times (1 - x) times its
/// slope in x. `a` and `b` are at least 1; `x` lies strictly between 0 and 1.
fn beta(x: f64, a: u32, b: u32) -> (f64, f64) {
    let y = 1.0 - x;
    // The four starting points, in closed form; `term` is x^(a/2) (1-x)^(b/2) / B(a/2, b/2).
    let (odd_a, odd_b) = (a % 2 == 1, b % 2 == 1);
    let (mut area, mut term) = match (odd_a, odd_b) {
        (true, true) => (FRAC_2_PI * (x / y).sqrt().atan(), (x * y).sqrt() / PI),
        (true, false) => (x.sqrt(), x.sqrt() * y / 2.0),
        (false, true) => (1.0 - y.sqrt(), x * y.sqrt() / 2.0),
        (false, false) => (x, x * y),
    };
    let (mut at_a, mut at_b) = (2 - u32::from(odd_a), 2 - u32::from(odd_b));
    while at_a < a || at_b < b {
        let sum = f64::from(at_a) + f64::from(at_b);
        // Raising whichever lags behind keeps the term near its peak, so that it cannot
        // vanish on the way and take the rest of the sum with it.
        let raise_a = at_b == b || (at_a < a && f64::from(at_a) * y <= f64::from(at_b) * x);
        if raise_a {
            area -= 2.0 * term / f64::from(at_a);
            term *= x * sum / f64::from(at_a);
            at_a += 2;
        } else {
            area += 2.0 * term / f64::from(at_b);
            term *= y * sum / f64::from(at_b);
            at_b += 2;
        }
    }
    (area, term)
}

/// The `p` quantile of Student's t with `df` >= 1 degrees of freedom, for `p` from 0.85
/// to below 1.
pub(super) fn student(p: f64, df: u32) -> f64 {
    let freedom = f64::from(df);
    // Left of every such quantile, where the distribution function is concave: Newton's
    // steps go up to the quantile and never past it.
    let mut t = 1.0;
    for _ in 0..100 {
        let square = t * t;
        let (between, term) = beta(square / (freedom + square), 1, df);
        let step = (p - 0.5 - between / 2.0) * t / term;
        t += step;
        if step.abs() <= 1e-14 * t {
            break;
        }
    }
    t
}

/// The `p` quantile of F with `df1` and `df2` >= 1 degrees of freedom, for `p` strictly between 0
/// and 1.
pub(super) fn fisher(p: f64, df1: u32, df2: u32) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let (first, second) = (f64::from(df1), f64::from(df2));
    // Newton's steps from the mean of the beta distribution, and a half where one leads out of the
    // interval: each takes as many operations as there are people.
    let mut x = first / (first + second);
    for _ in 0..1_100 {
        let (area, term) = beta(x, df1, df2);
        if area < p {
            low = x;
        } else {
            high = x;
        }
        let newton = x - (area - p) * x * (1.0 - x) / term;
        let next: f64 = match newton > low && newton < high {
            true => newton,
            false => f64::midpoint(low, high),
        };
        let step = (next - x).abs();
        x = next;
        if step <= 4.0 * f64::EPSILON * x {
            break;
        }
    }
    second * x / (first * (1.0 - x))
}
