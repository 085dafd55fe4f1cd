//! oracles.
