//! Example states.
