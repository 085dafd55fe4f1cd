//! The page of a team: the results of several people, looked at together.
//!
//! A program of its own that stores nothing: what is opened is read by a worker (`workers/team`), which
//! hands over only what may be shown, and is gone with the tab. `desk` is what is open and what is asked
//! of the worker, `opening` the ways in, `view` what is shown; `shell` is what outlives a screen.

mod desk;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod opening;
mod ports;
mod shell;
mod view;

pub use ports::TeamPorts;
pub use shell::{TeamPage, TeamPageProps};
