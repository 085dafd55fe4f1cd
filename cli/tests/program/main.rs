//! The program itself, run as a person or a script would run it.

mod commands;
mod encodings;
mod endings;
mod export;
mod group_sql;
mod identity;
mod questionnaires;
mod support;
mod terminal;
mod words;
