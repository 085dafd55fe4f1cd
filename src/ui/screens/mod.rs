//! One file a screen, in the order in which a rep meets them.

mod breath;
mod data;
mod question;
mod result;
mod review;
mod start;

pub use breath::Breath;
pub use data::{Data, DataAction, StoredRow, Whole};
pub use question::Question;
pub use result::{Agreed, Asked, Earlier, Origin, ResultAction, ResultScreen, Since, Taken};
pub use review::Review;
pub use start::{EarlierResult, Resume, Start, StartAction};
