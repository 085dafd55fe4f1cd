//! Checks of the response scale and of the parameters of the scoring rules.

use super::faults::{Faults, LARGEST};
use crate::Problem;
use crate::raw::{RawBands, RawLabel, RawResponseScale, RawScoring};
use model::{BandCuts, QualityRules, ResponseOption, ResponseScale, ScoringRules};

/// The fewest steps of a response scale at which a score close to a boundary, and a margin around
/// a score, say anything: with three answers and four items nearly every score lies within one
/// step of a boundary.
const STEPS_FOR_PRECISION: u8 = 4;

/// The rules of a definition that names none. They claim nothing that its author has not: no
/// pattern of answers and no difference between two results is pointed out.
pub(super) fn default_rules(response_scale: &RawResponseScale) -> ScoringRules {
    let steps = response_scale.max.saturating_sub(response_scale.min);
    let precise = steps >= STEPS_FOR_PRECISION;
    ScoringRules {
        min_answered: (3, 4),
        cuts: BandCuts {
            parts: 8,
            low_below: 3,
            high_above: 5,
        },
        show_border: precise,
        precision: precise,
        quality: None,
        change: None,
    }
}

pub(super) fn scoring_rules(faults: &mut Faults, raw: &RawScoring) -> ScoringRules {
    let min_answered = faults.share("scoring.min_answered", raw.min_answered);
    if min_answered.1 > 0 && min_answered.0 > min_answered.1 {
        faults.add("scoring.min_answered", Problem::BadNumber);
    }
    let cuts = band_cuts(faults, &raw.bands);
    let quality = raw.quality.as_ref().map(|rules| {
        if !(rules.irv_below >= 0.0 && rules.fast_seconds_per_item >= 0.0) {
            faults.add("scoring.quality", Problem::BadNumber);
        }
        QualityRules {
            longstring: rules.longstring,
            irv_below: rules.irv_below,
            min_pairs: rules.min_pairs,
            pair_inconsistency: faults.share(
                "scoring.quality.pair_inconsistency",
                rules.pair_inconsistency,
            ),
            acquiescence: faults.share("scoring.quality.acquiescence", rules.acquiescence),
            fast_seconds_per_item: rules.fast_seconds_per_item,
            fast_pages: rules.fast_pages,
        }
    });
    let change = raw.change.as_ref().map(|change| {
        if !(change.sd > 0.0 && (0.0..1.0).contains(&change.reliability)) {
            faults.add("scoring.change", Problem::BadNumber);
        }
        (change.sd, change.reliability)
    });
    ScoringRules {
        min_answered,
        cuts,
        show_border: raw.show_border,
        precision: raw.precision,
        quality,
        change,
    }
}

fn band_cuts(faults: &mut Faults, raw: &RawBands) -> BandCuts {
    let [low, mid, high] = [raw.low, raw.mid, raw.high];
    for (name, [from, to]) in [("low", low), ("mid", mid), ("high", high)] {
        if from > to {
            faults.add(format!("scoring.bands.{name}"), Problem::BadNumber);
        }
    }
    if !(1..=LARGEST).contains(&raw.parts) {
        faults.add("scoring.bands.parts", Problem::BadNumber);
    }
    let mut meet = |place: &str, left: u32, right: u32| {
        if left < right {
            faults.add(place, Problem::BandGap);
        } else if left > right {
            faults.add(place, Problem::BandOverlap);
        }
    };
    meet("scoring.bands.low", 0, low[0]);
    meet("scoring.bands.mid", low[1], mid[0]);
    meet("scoring.bands.high", mid[1], high[0]);
    meet("scoring.bands.high", high[1], raw.parts);
    BandCuts {
        parts: raw.parts,
        low_below: low[1],
        high_above: high[0],
    }
}

pub(super) fn response_scale(faults: &mut Faults, raw: &RawResponseScale) -> ResponseScale {
    let mut labels = |place: &str, labels: &[RawLabel]| -> Vec<ResponseOption> {
        let options: Vec<ResponseOption> = labels
            .iter()
            .enumerate()
            .map(|(n, label)| ResponseOption {
                value: label.value,
                label: faults.name(&format!("{place}[{n}].text"), &label.text),
            })
            .collect();
        let complete =
            raw.min < raw.max && (raw.min..=raw.max).eq(options.iter().map(|option| option.value));
        if !complete {
            faults.add(place, Problem::ResponseScale);
        }
        options
    };
    let options = labels("response_scale.labels", &raw.labels);
    let of_manager = !raw.manager_labels.is_empty();
    let manager_options =
        of_manager.then(|| labels("response_scale.manager_labels", &raw.manager_labels));
    ResponseScale {
        min: raw.min,
        max: raw.max.max(raw.min),
        options,
        skip: faults.name("response_scale.skip", &raw.skip),
        cannot_judge: raw
            .manager_not_observed
            .as_ref()
            .map(|text| faults.name("response_scale.manager_not_observed", text)),
        manager_options,
    }
}
