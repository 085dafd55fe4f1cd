//! Several people: descriptives, alpha with its interval, items and omega.

use super::{CLOSE, CLOSE_ITERATED, answers_of, assert_close, number, oracles};
use scoring::{
    ItemSums, ScaleSums, alpha, alpha_if_dropped, classical_sem, feldt_interval, item_rest,
    one_factor,
};
use serde_json::Value;

/// The matrix of a case: given in place, or by its path in the file.
fn matrix(given: &Value, file: &Value) -> Vec<Vec<u8>> {
    let rows = match given.as_str() {
        None => given,
        Some(path) => path.split('.').fold(file, |value, part| &value[part]),
    };
    rows.as_array()
        .expect("rows")
        .iter()
        .map(answers_of)
        .collect()
}

/// The sums over complete rows of keyed answers from 1 to 5.
fn scale(rows: &[Vec<u8>]) -> ScaleSums {
    let scan = content::scan().instrument().expect("what ships is sound");
    let items = rows.first().map_or(0, Vec::len);
    let mut sums = ScaleSums::new(items, scan.response_scale());
    for row in rows {
        let steps = row.iter().map(|&k| u32::from(k) - 1).sum();
        sums.add_score(items as u32, steps);
        sums.add_complete(row);
    }
    sums
}

fn sums(rows: &[Vec<u8>]) -> ItemSums {
    ItemSums::of_rows(rows).expect("rows of one length")
}

// `alpha_standardized` and `mean_inter_item_r` stand in the file beside the figures of the
// specification, which does not ask for them.
pub fn descriptives(given: &Value, out: &Value, file: &Value) {
    let rows = matrix(given, file);
    let scale = scale(&rows);
    assert_close(scale.mean(), &out["mean"], CLOSE, "mean");
    assert_close(scale.deviation(), &out["sd"], CLOSE, "SD");
    let group = scale.figures();
    assert_eq!(Value::from(group.n), out["n"]);
    // What is given of it: no decimals below ten people, no spread below eight.
    let mean = number(&out["mean"]);
    let given = if group.n < 10 { mean.round() } else { mean };
    assert_close(group.mean, &given.into(), CLOSE, "mean as given");
    assert_eq!(group.sd, scale.deviation().filter(|_| group.n >= 8));
    let alpha = alpha(&sums(&rows)).expect("the sums vary");
    assert_close(Some(alpha), &out["alpha"], CLOSE, "alpha");
    let (low, high) = feldt_interval(alpha, group.n as u32, 8, 0.95).expect("an interval");
    assert_close(Some(low), &out["feldt_ci95"][0], CLOSE, "Feldt low");
    assert_close(Some(high), &out["feldt_ci95"][1], CLOSE, "Feldt high");
    let sem = classical_sem(scale.deviation().expect("an SD"), alpha);
    assert_close(Some(sem), &out["sem_pomp"], CLOSE, "SEM");
}

pub fn item_figures(given: &Value, out: &Value, file: &Value) {
    let rows = matrix(given, file);
    let figures = [
        (item_rest(&sums(&rows)), "item_rest_r"),
        (alpha_if_dropped(&sums(&rows)), "alpha_if_dropped"),
    ];
    for (found, name) in figures {
        assert_eq!(found.len(), out[name].as_array().expect("a list").len());
        for (item, found) in found.into_iter().enumerate() {
            assert_close(found, &out[name][item], CLOSE, name);
        }
    }
}

pub fn omega(given: &Value, out: &Value, file: &Value) {
    let rows = matrix(given, file);
    if out.get("alpha").is_some() {
        assert_close(alpha(&sums(&rows)), &out["alpha"], CLOSE, "alpha");
    }
    let found = one_factor(&sums(&rows));
    let omega = found.as_ref().map(|fit| fit.omega);
    assert_close(omega, &out["omega_total"], CLOSE_ITERATED, "omega");
    let Some(fit) = found else { return };
    // A factor may be turned round as a whole.
    let sign = fit.loadings.iter().sum::<f64>().signum();
    for item in 0..fit.loadings.len() {
        let loading = sign * fit.loadings[item];
        assert_close(
            Some(loading),
            &out["loadings"][item],
            CLOSE_ITERATED,
            "loading",
        );
        let unique = Some(fit.uniquenesses[item]);
        assert_close(
            unique,
            &out["uniquenesses"][item],
            CLOSE_ITERATED,
            "uniqueness",
        );
    }
}

/// Variance with n - 1, for the identity below.
fn variance(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares = values.iter().map(|value| (value - mean).powi(2));
    squares.sum::<f64>() / (values.len() - 1) as f64
}

#[test]
fn the_mean_conditional_error_is_the_classical_one_plus_item_difficulty() {
    let file = oracles();
    let identity = &file["identities"]["conditional_vs_classical"];
    let mut compared = 0;
    for case in identity["cases"].as_array().expect("cases") {
        let name = case["id"].as_str().expect("a name");
        // The file names one case whose matrix it does not hold.
        let Some(rows) = file["datasets"]["matrices"].get(name) else {
            continue;
        };
        let rows = matrix(rows, &file);
        let (n, k) = (rows.len() as f64, rows[0].len() as f64);
        let floats = |row: &Vec<u8>| -> Vec<f64> { row.iter().map(|&v| v.into()).collect() };
        let people: Vec<Vec<f64>> = rows.iter().map(floats).collect();
        let own: f64 = people.iter().map(|row| variance(row)).sum::<f64>() / n / k;
        assert_close(Some(own), &case["lhs_mean_s2_over_k"], CLOSE, name);
        let item_means: Vec<f64> = (0..rows[0].len())
            .map(|item| people.iter().map(|row| row[item]).sum::<f64>() / n)
            .collect();
        let means: Vec<f64> = people
            .iter()
            .map(|row| row.iter().sum::<f64>() / k)
            .collect();
        let alpha = alpha(&sums(&rows)).expect("the sums vary");
        let sem = classical_sem(variance(&means).sqrt(), alpha);
        let classical = variance(&item_means) / k + sem * sem * (n - 1.0) / n;
        assert_close(Some(classical), &case["rhs"], CLOSE, name);
        compared += 1;
    }
    assert_eq!(compared, 2);
}

#[test]
fn the_interval_of_alpha_is_as_wide_as_the_published_evidence_says() {
    // The file gives these to three decimals.
    let file = oracles();
    let widths = file["evidence"]["alpha_ci_width_alpha_.75_k8"].as_object();
    for (people, ends) in widths.expect("intervals by n") {
        let people: u32 = people.parse().expect("a number");
        let (low, high) = feldt_interval(0.75, people, 8, 0.95).expect("an interval");
        assert!(
            (low - number(&ends[0])).abs() <= 5.0e-4,
            "n={people}: {low}"
        );
        assert!(
            (high - number(&ends[1])).abs() <= 5.0e-4,
            "n={people}: {high}"
        );
    }
}
