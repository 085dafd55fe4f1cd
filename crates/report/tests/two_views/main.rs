//! Two views of one rep: which are compared, what is said of them, and the talk that comes of it.

mod asked_of_both;
mod comparing;
mod conversation;
mod oracles;
mod pairing;
mod properties;
mod similarity;
mod support;
