//! The table: two views of one person's work lie on it, covered, are opened together and compared.
//!
//! A program of its own that keeps nothing: it has no records, and what lies on the table is gone with
//! the tab. Views come by code, by link or by file; where they are made, and where agreements are kept,
//! is `pages/together`. `table` is what lies there, `two_views` the comparison, with `chart`, `sheet`
//! for the paper and `review` for a call review; `shell` is what outlives a screen.

mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod ports;
mod review;
mod sheet;
mod shell;
mod table;
mod two_views;

pub use ports::TalkPorts;
pub use shell::{TalkPage, TalkPageProps};
