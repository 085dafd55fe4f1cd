//! The time balance: a page on which a sales manager lays the hours of coaching in a week beside a
//! fifth of that week.
//!
//! A program of its own: no account manager loads anything of it. [`balance`] holds what was filled
//! in and what comes of it, [`texts`] says everything in two languages, and [`page`] shows it and
//! reads a calendar. Nothing is stored, and nothing is asked for once the page is there. `fixtures`
//! has the states that the gallery and the tests show.

pub mod balance;
#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
pub mod page;
pub mod texts;
