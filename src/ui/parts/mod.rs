//! Pieces that more than one screen uses.

mod button;
mod disclosure;
mod file_button;
mod heading;
mod notice;
mod passphrase;
mod preview;
mod radio_group;
mod score_bar;
mod trend;

pub use button::button;
pub use disclosure::Disclosure;
pub use file_button::FileButton;
pub use heading::Heading;
pub use notice::Notice;
pub use passphrase::passphrase;
pub use preview::Preview;
pub use radio_group::{RadioGroup, RadioOption};
pub use score_bar::{Axis, ScoreBar};
pub use trend::trend;
