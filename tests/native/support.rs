//! What several native tests need.

use mindset_mirror::instrument::{BUNDLED, Instrument};

/// The instrument that ships.
pub fn sales_mindset() -> Instrument {
    Instrument::from_json(BUNDLED[0].1).expect("the bundled instrument is checked")
}
