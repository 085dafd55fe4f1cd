//! The page of a round: a team adds its answers up without anybody handing a file over.
//!
//! What a round is, and what it does not stop, is in `crates/round`. `home` begins one or opens a code,
//! `own` chooses the result that is added, `pass_on` hands the code to the next person, `closing` is what
//! comes of a code in which one is counted already, `picture` what a closed round says. `device` is the
//! store: the results of this device, and one record with its rounds. `shell` is what outlives a screen.

mod closing;
mod device;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod home;
mod own;
mod pass_on;
mod picture;
mod ports;
mod sentences;
mod shell;

pub use ports::RoundPorts;
pub use shell::{RoundPage, RoundPageProps};
