//! What a page that embeds this one may ask for and is told.
//!
//! Everything from there is untrusted: `config.rs` turns what stands in the address into a
//! checked [`Config`], `host_event.rs` holds the few things that are ever said, and `colour.rs` keeps
//! a host's accent legible.

mod colour;
mod config;
mod host_event;

pub use colour::{Accent, Colour, Palette, Surface};
pub use config::{Config, Persist, Sharing, Theme};
pub use host_event::{HostEvent, SummaryScore};
