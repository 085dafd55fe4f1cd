//! The scales in both views.

use super::{By, Pair, Side, View};
use crate::Point;
use model::Instrument;
use scoring::{ScaleDifference, ScaleScore, Scored, quality, scale_agreement, score_form};

/// One scale in one view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScaleView {
    /// Its score, with the 80 % interval where one is shown.
    Scored(Point),
    /// Too few of its statements were answered.
    TooFew {
        /// Items answered.
        answered: u32,
        /// Items that must be answered before a score is given.
        needed: u32,
        /// Items that the form asks.
        total: u32,
    },
    /// It was withheld: nothing is known of it.
    NotShared,
}

/// One scale in both views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleViews {
    /// Scale index.
    pub scale: usize,
    /// As the rep sees it.
    pub rep: ScaleView,
    /// As the manager sees it.
    pub manager: ScaleView,
    /// How far the two lie apart, the rep's score minus the manager's; `None` where one of them has
    /// no score, and where the instrument gives no precision to its scores: there statements alone
    /// are compared.
    pub difference: Option<ScaleDifference>,
}

impl ScaleViews {
    /// The view of one of the two.
    pub fn view(&self, side: Side) -> &ScaleView {
        match side {
            Side::Rep => &self.rep,
            Side::Manager => &self.manager,
        }
    }

    /// Who withheld it; `None` where both share it.
    pub fn not_shared_by(&self) -> Option<By> {
        By::of(
            self.rep == ScaleView::NotShared,
            self.manager == ScaleView::NotShared,
        )
    }

    /// Whose score is higher; `None` where they are equal or not compared.
    pub fn higher(&self) -> Option<Side> {
        let difference = self.difference?.difference;
        if difference == 0.0 {
            return None;
        }
        Some(match difference > 0.0 {
            true => Side::Rep,
            false => Side::Manager,
        })
    }
}

/// The scales that the manager's form asks about, in the instrument's order.
pub(super) fn scale_views(pair: &Pair) -> Vec<ScaleViews> {
    let instrument = pair.instrument();
    let [rep, manager] = [pair.rep(), pair.manager()]
        .map(|view| score_form(instrument, view.form(), view.answers()).scales);
    let both: Vec<(Option<&Scored>, Option<&Scored>)> = rep
        .iter()
        .zip(&manager)
        .map(|(rep, manager)| (rep.scored.as_ref(), manager.scored.as_ref()))
        .collect();
    // What makes a difference of two scores mean anything is missing where there is no precision: a
    // form about one conversation has none, and its second rater is compared by statement.
    let is_compared = instrument.rules().precision;
    let agreement = scale_agreement(&both, instrument.response_scale());
    let agreement = agreement.filter(|_| is_compared);
    let shows_ranges = shows_ranges(pair);
    let scales = (0..instrument.scales().len()).filter(|&scale| manager[scale].total > 0);
    scales
        .map(|scale| ScaleViews {
            scale,
            rep: scale_view(pair.rep(), scale, &rep[scale], shows_ranges),
            manager: scale_view(pair.manager(), scale, &manager[scale], shows_ranges),
            difference: agreement.as_ref().and_then(|all| all.scales[scale]),
        })
        .collect()
}

/// Whether intervals are shown: none at all where the answers of either ask for the notice on
/// quality. That one of the two has none would tell the other what that notice keeps to oneself.
fn shows_ranges(pair: &Pair) -> bool {
    let instrument: &Instrument = pair.instrument();
    let views = [pair.rep(), pair.manager()];
    let is_noticed = |view: &View| quality(instrument, view.answers(), &[]).notice;
    instrument.rules().precision && !views.into_iter().any(is_noticed)
}

fn scale_view(view: &View, scale: usize, score: &ScaleScore, shows_ranges: bool) -> ScaleView {
    if view.is_withheld(scale) {
        return ScaleView::NotShared;
    }
    let Some(scored) = &score.scored else {
        return ScaleView::TooFew {
            answered: score.answered,
            needed: score.needed,
            total: score.total,
        };
    };
    let precision = scored.precision.as_ref().filter(|_| shows_ranges);
    ScaleView::Scored(Point {
        percent: scored.percent,
        range: precision.map(|range| [range.low, range.high]),
    })
}
