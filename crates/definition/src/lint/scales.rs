//! What is noticed about scales: how many items, which way they point, and counterparts.

use super::{Advice, FEWEST_ITEMS, Finding, Remark};
use model::{Instrument, Item, Key, Polarity, Scale};

pub(super) fn scales(instrument: &Instrument, findings: &mut Vec<Finding>) {
    for (n, scale) in instrument.scales().iter().enumerate() {
        let place = format!("scales[{n}]");
        let items = scale.items.len();
        if items < FEWEST_ITEMS {
            findings.push(Finding {
                advice: Advice::Warning,
                place,
                remark: Remark::FewItems(items),
            });
        } else if let Some(remark) = unbalanced(instrument, scale) {
            // Beliefs that hold back are commonly all put as beliefs: the opposite of one is
            // often no belief at all. It stays worth knowing when the score is read.
            let advice = match scale.polarity {
                Polarity::Supporting => Advice::Warning,
                Polarity::Limiting => Advice::Hint,
            };
            findings.push(Finding {
                advice,
                place,
                remark,
            });
        }
        counterparts(instrument, scale, findings);
    }
    for reframe in instrument.reframes() {
        let item = &instrument.items()[reframe.item];
        if !is_belief(item, &instrument.scales()[item.scale]) {
            findings.push(Finding {
                advice: Advice::Warning,
                place: format!("reframes[{}].item_id", reframe.entry),
                remark: Remark::CounterpartOfNoBelief(item.id.clone()),
            });
        }
    }
}

/// Only agreement with an item keyed `+` is shown as a limiting belief.
fn is_belief(item: &Item, scale: &Scale) -> bool {
    item.key == Key::Plus && scale.polarity == Polarity::Limiting
}

/// People differ in how readily they agree, whatever is said (acquiescence). With keys in both
/// directions that cancels out within a scale, with all in one direction it is part of the
/// score (Weijters, Baumgartner & Schillewaert 2013). An odd number of items cannot be halved,
/// so anything up to two to one passes; that ratio is a choice of this project.
fn unbalanced(instrument: &Instrument, scale: &Scale) -> Option<Remark> {
    let keys = scale.items.iter().map(|&item| instrument.items()[item].key);
    let plus = keys.filter(|&key| key == Key::Plus).count();
    let minus = scale.items.len() - plus;
    let (fewer, more) = (plus.min(minus), plus.max(minus));
    (more > 2 * fewer).then_some(Remark::UnbalancedKeys { plus, minus })
}

fn counterparts(instrument: &Instrument, scale: &Scale, findings: &mut Vec<Finding>) {
    for &index in &scale.items {
        let item = &instrument.items()[index];
        if is_belief(item, scale) && instrument.reframe(index).is_none() {
            findings.push(Finding {
                advice: Advice::Warning,
                place: format!("items[{index}]"),
                remark: Remark::NoCounterpart(item.id.clone()),
            });
        }
    }
}
