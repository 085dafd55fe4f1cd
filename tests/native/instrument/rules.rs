//! Faults of the response scale and of the parameters of scoring.

use super::{faults, id, one_fault, remove, valid};
use crate::support::{load, with_fractions};
use definition::{Fault, Kind, Problem};
use serde_json::json;

#[test]
fn labels_that_are_not_one_a_value_are_refused() {
    let place = "response_scale.labels";
    one_fault(place, Problem::ResponseScale, |file| {
        remove(&mut file["response_scale"]["labels"], 2);
    });
    one_fault(place, Problem::ResponseScale, |file| {
        file["response_scale"]["labels"]
            .as_array_mut()
            .expect("labels")
            .reverse();
    });
    one_fault(place, Problem::ResponseScale, |file| {
        file["response_scale"]["min"] = json!(5);
        file["response_scale"]["max"] = json!(1);
    });
}

#[test]
fn bands_that_leave_a_gap_are_refused() {
    one_fault("scoring.bands.low", Problem::BandGap, |file| {
        file["scoring"]["bands"]["low"] = json!([1, 3]);
    });
    one_fault("scoring.bands.mid", Problem::BandGap, |file| {
        file["scoring"]["bands"]["mid"] = json!([4, 5]);
    });
    one_fault("scoring.bands.high", Problem::BandGap, |file| {
        file["scoring"]["bands"]["high"] = json!([6, 8]);
    });
    one_fault("scoring.bands.high", Problem::BandGap, |file| {
        file["scoring"]["bands"]["high"] = json!([5, 7]);
    });
}

#[test]
fn bands_that_overlap_are_refused() {
    one_fault("scoring.bands.mid", Problem::BandOverlap, |file| {
        file["scoring"]["bands"]["low"] = json!([0, 4]);
    });
    one_fault("scoring.bands.high", Problem::BandOverlap, |file| {
        file["scoring"]["bands"]["high"] = json!([4, 8]);
    });
    one_fault("scoring.bands.high", Problem::BandOverlap, |file| {
        file["scoring"]["bands"]["high"] = json!([5, 9]);
    });
}

#[test]
fn a_band_that_ends_before_it_starts_is_refused() {
    let faults = faults(|file| file["scoring"]["bands"]["mid"] = json!([5, 3]));
    let place = id("scoring.bands.mid");
    assert_eq!(
        faults[0],
        Fault {
            place,
            problem: Problem::BadNumber
        }
    );
}

#[test]
fn numbers_out_of_their_range_are_refused() {
    let wrong = [
        (
            "/scoring/min_answered/denominator",
            json!(0),
            "scoring.min_answered",
        ),
        (
            "/scoring/min_answered/numerator",
            json!(5),
            "scoring.min_answered",
        ),
        (
            "/scoring/min_answered/denominator",
            json!(2000),
            "scoring.min_answered",
        ),
        (
            "/scoring/quality/acquiescence/denominator",
            json!(0),
            "scoring.quality.acquiescence",
        ),
        (
            "/scoring/quality/pair_inconsistency/numerator",
            json!(0),
            "scoring.quality.pair_inconsistency",
        ),
        ("/scoring/quality/irv_below", json!(-0.5), "scoring.quality"),
        (
            "/scoring/quality/fast_seconds_per_item",
            json!(-1.0),
            "scoring.quality",
        ),
        ("/scoring/change/sd", json!(0.0), "scoring.change"),
        ("/scoring/change/reliability", json!(1.0), "scoring.change"),
    ];
    for (pointer, value, place) in wrong {
        one_fault(place, Problem::BadNumber, |file| {
            *file.pointer_mut(pointer).expect(pointer) = value;
        });
    }
}

#[test]
fn a_number_without_a_fraction_is_a_whole_one_however_it_is_written() {
    let whole = load(&valid()).expect("it ships");
    let (file, changed) = with_fractions(&valid());
    assert!(changed > 20, "{changed}");
    let written = load(&file).expect("the same numbers");
    assert_eq!(written.rules(), whole.rules());
    assert_eq!(written.response_scale(), whole.response_scale());
    let text = valid().to_string();
    for (from, to) in [("\"max\":5", "\"max\":5e0"), ("\"max\":5", "\"max\":0.5E1")] {
        assert!(text.contains(from));
        let written = definition::from_json(&text.replacen(from, to, 1)).expect("the same number");
        assert_eq!(written.response_scale(), whole.response_scale());
    }
}

#[test]
fn a_number_with_a_fraction_or_out_of_range_is_no_whole_one() {
    for value in [
        json!(5.5),
        json!(-1.0),
        json!(256.0),
        json!(1e300),
        json!("5"),
    ] {
        let place = "response_scale.max";
        one_fault(place, Problem::Expected(Kind::Integer), |file| {
            file["response_scale"]["max"] = value;
        });
    }
}
