//! Texts that are made to do harm, through everything that is written for others to read: nothing is
//! executed, computed or obeyed. Files of that kind are in `fuzz/tests/bombs.rs`.

mod sinks;
pub(crate) mod texts;
