//! A round: the picture of a team without anybody's file.
//!
//! One code travels through the team. Whoever begins adds a random mask and their own answers to sums
//! that are 0; everybody adds their own; whoever began takes the mask off. This is the secure sum of
//! Clifton, Kantarcioglu, Vaidya, Lin and Zhu ("Tools for privacy preserving distributed data mining",
//! 2002), with a sum and a count a statement, modulo 2^32. No answers of one person ever exist outside
//! their own device.
//!
//! [`Contribution`] is what somebody adds, [`begin`] makes the first code, [`RoundCode::add`] the next
//! one, and [`RoundMemory::close`] opens the last. [`RoundMemory`] is what a device has to store: the
//! mask of a round that was begun there, and what it knows of every round, so that nobody adds twice, no
//! older code goes on, and a round is closed once.
//!
//! # What a round does not stop
//! - Whoever gets the code before and the code after somebody subtracts, and has that person's answers:
//!   two neighbours together, or one reader of everybody's messages. So a code is passed on to one
//!   person alone, never to a group.
//! - Whoever has begun a round can open a code of fewer than five people with a program of their own. This
//!   one refuses.
//! - Everybody knows their own answers, so what comes out is of the others together. Where all have
//!   answered a statement the same, it says what each has answered.
//! - A wrong contribution looks like any other, as long as the sums can be.

use scoring::thresholds;

mod begin;
mod cells;
mod close;
mod code;
mod contribution;
mod memory;
mod picture;
mod record;

pub use begin::{NoRound, begin, random_bytes};
pub use close::{CloseFault, ClosedRound};
pub use code::{AddFault, RoundCode, WithdrawFault, questionnaire_of};
pub use contribution::{Contribution, NoContribution};
pub use hand_over::CodeFault;
pub use memory::{MAX_ROUNDS, MemoryFault, RoundMemory, Taken};
pub use picture::{EXACT_FROM, Mean, Picture};

/// Fewest people of whom anything is said; of every statement as of the round.
pub const FEWEST: u32 = thresholds::MEAN as u32;

/// Most people of a round.
pub const MAX_PEOPLE: u32 = 1_000;

/// Most statements of a questionnaire that a round can be of: its code then has 1,315 characters.
pub const MAX_STATEMENTS: usize = 100;

/// What the fragment of a link begins with, before the code.
pub const FRAGMENT: &str = "#round=";
