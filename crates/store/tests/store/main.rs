//! What the store promises, with several tabs and everything that goes wrong.

mod model;
mod sentences;
mod tab;
