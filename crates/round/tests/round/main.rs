//! What a round promises.

mod faults;
mod mask;
mod memory;
mod once;
mod picture;
mod sums;
mod support;
