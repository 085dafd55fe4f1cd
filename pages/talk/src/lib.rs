//! The page on which two people lay their views of one person's work next to each other.
//!
//! A program of its own over the same packages, so that the rep's page does not grow. Forms are
//! filled in on the rep's page, to which this one leads with the attempt that it has begun; here
//! views are handed over (`hand_over`), laid on the table and opened together (`table`), compared
//! (`two_views`, with `chart` and `sheet`), and end in agreements (`agreements`). `shell` is what
//! outlives a screen, `device` the records of this device, `library` the questionnaires and texts.

mod agreements;
mod chart;
mod device;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod frame;
mod hand_over;
mod home;
mod library;
mod ports;
mod review;
mod sheet;
mod shell;
mod table;
mod two_views;

pub use ports::TalkPorts;
pub use shell::{TalkPage, TalkPageProps};
