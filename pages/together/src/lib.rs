//! The page on which a talk between two people is prepared and kept: views are begun and handed over,
//! and agreements are made, looked back on and taken to the other device.
//!
//! Forms are filled in on the rep's page, to which this one leads with the attempt that it has begun
//! (`home`, `review`); here they are handed over (`hand_over`) and end in agreements (`agreements`). The
//! two views are laid next to each other on another page, `pages/talk`, which keeps nothing. `shell` is
//! what outlives a screen, `device` the records of this device.

mod agreements;
mod device;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod hand_over;
mod home;
mod link;
mod ports;
mod review;
mod shell;

pub use ports::TogetherPorts;
pub use shell::{TogetherPage, TogetherPageProps};
