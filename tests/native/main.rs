//! Native tests: the pure modules through their public surface, one module a subject.

mod bands;
mod group;
mod house;
mod instrument;
mod markup;
mod oracles;
mod ports;
mod properties;
mod quarantine;
mod report;
mod results;
mod saved;
mod session;
mod shelf;
mod support;
