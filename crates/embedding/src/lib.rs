//! What a host may ask for, and the host events.
//!
//! Everything from there is untrusted: `config.rs` turns what stands in the address into a
//! checked [`Config`], `logo.rs` checks a picture, `host_event.rs` holds the host events, and
//! `colour.rs` keeps a host's accent legible.

mod colour;
mod config;
mod host_event;
mod logo;

pub use colour::{Accent, Colour, Palette, Surface};
pub use config::{Config, Persist, Sharing, Theme};
pub use host_event::{HostEvent, SummaryScore};
pub use logo::Logo;
