//! What is noticed about a definition next to an earlier one of the same id and version.

use super::{Advice, Finding, Remark};
use model::Instrument;

/// What is to be said where a definition has the id and the version of an earlier one and another
/// content: it is another questionnaire, and results of one are never shown with the other.
/// Nothing where the two are one, or where a new version or id tells them apart.
pub fn same_version(earlier: &Instrument, now: &Instrument) -> Vec<Finding> {
    let alike = earlier.id() == now.id() && earlier.version() == now.version();
    if !alike || now.is(&earlier.reference()) {
        return Vec::new();
    }
    let warning = |place: String, remark| Finding {
        advice: Advice::Warning,
        place,
        remark,
    };
    let mut findings = vec![warning("meta.version".to_owned(), Remark::SameVersion)];
    for (n, item) in now.items().iter().enumerate() {
        let before = earlier.item_index(&item.id);
        if before.is_some_and(|before| earlier.items()[before].key != item.key) {
            let remark = Remark::KeyTurned(item.id.clone());
            findings.push(warning(format!("items[{n}].key"), remark));
        }
    }
    findings
}
