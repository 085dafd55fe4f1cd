//! How a questionnaire was filled in: patterns that make a result worth a second look.
//!
//! For the respondent's own screen; nothing here ever leaves it, and none of it says why.

use super::numbers::whole_variance;
use model::Answers;
use model::{Instrument, QualityRules};

/// The response-quality indices of one person, from raw answers in the order of
/// presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// Longest run of equal answers; a skipped item breaks it (Johnson, 2005).
    pub longstring: u32,
    /// Standard deviation of all answers, in steps of the response scale (Dunn, Heggestad,
    /// Shanock and Theilgard, 2018); `None` for fewer than two answers.
    pub irv: Option<f64>,
    /// Mean distance, in steps, between an answer and its turned-round counterpart over the
    /// complete pairs (Goldberg and Kilkowski, 1985); `None` with too few pairs.
    pub pair_inconsistency: Option<f64>,
    /// Pairs of opposite wording of which both items are answered.
    pub pairs: u32,
    /// Mean leaning towards agreeing with both of a pair, in steps; below 0 towards
    /// disagreeing (Soto, John, Gosling and Potter, 2008); `None` with too few pairs.
    pub acquiescence: Option<f64>,
    /// Pages answered faster than one can read (Huang, Curran, Keeney, Poposki and DeShon,
    /// 2012).
    pub fast_pages: u32,
    /// Whether any of these asks for the soft notice.
    pub notice: bool,
}

/// Which indices pass their threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// A long run of equal answers.
    pub longstring: bool,
    /// Answers that hardly vary.
    pub irv: bool,
    /// Pairs that contradict each other as often as chance would.
    pub pair_inconsistency: bool,
    /// Agreeing, or disagreeing, with both of a pair.
    pub acquiescence: bool,
    /// Several fast pages.
    pub fast_pages: bool,
}

impl Flags {
    /// Whether any is raised.
    pub fn any(self) -> bool {
        self.longstring
            || self.irv
            || self.pair_inconsistency
            || self.acquiescence
            || self.fast_pages
    }
}

/// The indices of one person. `page_seconds` is the time spent on each page, summed over
/// visits; a page without a time above 0 was not timed and is never fast. An instrument
/// without quality rules has neither pair indices nor fast pages, and never a notice.
pub fn quality(instrument: &Instrument, answers: &Answers, page_seconds: &[f64]) -> Quality {
    let raw = |item: usize| answers.rating(item).map(|rating| rating.value());
    let rules = instrument.rules().quality.as_ref();
    let pairs = pair_sums(instrument, raw);
    let enough = rules.is_some_and(|rules| pairs.n > 0 && pairs.n >= rules.min_pairs);
    let per_pair = |sum: f64| enough.then(|| sum / f64::from(pairs.n));
    let mut quality = Quality {
        longstring: longest_run(instrument.order().map(raw)),
        irv: whole_variance(instrument.order().filter_map(raw)).map(f64::sqrt),
        pair_inconsistency: per_pair(f64::from(pairs.distance)),
        pairs: pairs.n,
        // A pair's leaning is shared by its two answers.
        acquiescence: per_pair(f64::from(pairs.leaning) / 2.0),
        fast_pages: rules.map_or(0, |rules| {
            fast_pages(instrument, answers, page_seconds, rules)
        }),
        notice: false,
    };
    quality.notice = rules.is_some_and(|rules| flags(&quality, rules).any());
    quality
}

/// Which indices pass the thresholds of the rules, which are heuristics and not norms.
pub fn flags(quality: &Quality, rules: &QualityRules) -> Flags {
    // The means stand for whole sums. Those are compared, so that a mean exactly on its
    // threshold is not at the mercy of rounding.
    let pairs = f64::from(quality.pairs);
    let reaches = |sum: f64, (numerator, denominator): (u32, u32)| {
        f64::from(denominator) * sum.round().abs() >= f64::from(numerator) * pairs
    };
    Flags {
        longstring: quality.longstring >= rules.longstring,
        irv: quality.irv.is_some_and(|irv| irv < rules.irv_below),
        pair_inconsistency: quality
            .pair_inconsistency
            .is_some_and(|mean| reaches(mean * pairs, rules.pair_inconsistency)),
        acquiescence: quality
            .acquiescence
            .is_some_and(|mean| reaches(2.0 * mean * pairs, rules.acquiescence)),
        fast_pages: quality.fast_pages >= rules.fast_pages,
    }
}

fn longest_run(answers: impl Iterator<Item = Option<u8>>) -> u32 {
    let (mut longest, mut run, mut last) = (0, 0, None);
    for answer in answers {
        run = match answer {
            None => 0,
            same if same == last => run + 1,
            _ => 1,
        };
        last = answer;
        longest = longest.max(run);
    }
    longest
}

struct PairSums {
    n: u32,
    distance: u32,
    leaning: i32,
}

fn pair_sums(instrument: &Instrument, raw: impl Fn(usize) -> Option<u8>) -> PairSums {
    let response = instrument.response_scale();
    let mirror = i32::from(response.min) + i32::from(response.max);
    let mut sums = PairSums {
        n: 0,
        distance: 0,
        leaning: 0,
    };
    for pair in instrument.pairs() {
        if let (Some(plus), Some(minus)) = (raw(pair.plus), raw(pair.minus)) {
            let leaning = i32::from(plus) + i32::from(minus) - mirror;
            sums.n += 1;
            sums.distance += leaning.unsigned_abs();
            sums.leaning += leaning;
        }
    }
    sums
}

fn fast_pages(
    instrument: &Instrument,
    answers: &Answers,
    page_seconds: &[f64],
    rules: &QualityRules,
) -> u32 {
    let fast = instrument.pages().iter().zip(page_seconds).filter(|entry| {
        let (page, &seconds) = *entry;
        let answered = page
            .iter()
            .filter(|&&item| answers.rating(item).is_some())
            .count();
        seconds > 0.0 && answered > 0 && seconds / (answered as f64) < rules.fast_seconds_per_item
    });
    fast.count() as u32
}
