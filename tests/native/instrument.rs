//! instrument.
