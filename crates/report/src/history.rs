//! Every time one person took one instrument, side by side.

use super::Report;
use model::Instrument;
use model::Session;

/// One result among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Whether it can be compared with the last one: the statements were read in the same
    /// language.
    pub comparable: bool,
    /// One entry a scale, in the instrument's order; `None` without a score.
    pub points: Vec<Option<Point>>,
}

/// A score and its range, in percent of maximum possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The score.
    pub percent: f64,
    /// The ends of the 80 % interval, where one is shown.
    pub range: Option<[f64; 2]>,
}

/// The results in the order given, the latest last. All are of this instrument.
pub fn history(instrument: &Instrument, sessions: &[&Session]) -> Vec<Moment> {
    let Some(last) = sessions.last() else {
        return Vec::new();
    };
    let moment = |session: &&Session| {
        let report = Report::new(instrument, session);
        let precise = instrument.rules().precision && !report.quality.notice;
        let point = |scale: &scoring::ScaleScore| {
            let scored = scale.scored.as_ref()?;
            let precision = scored.precision.as_ref().filter(|_| precise);
            Some(Point {
                percent: scored.percent,
                range: precision.map(|range| [range.low, range.high]),
            })
        };
        Moment {
            comparable: session.parts().language == last.parts().language,
            points: report.scores.scales.iter().map(point).collect(),
        }
    };
    sessions.iter().map(moment).collect()
}
