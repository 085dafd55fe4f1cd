//! The program itself, run as a person or a script would run it.

mod commands;
mod questionnaires;
mod support;
