//! Native tests: the pure modules through their public surface, one module a subject.

mod bands;
mod group;
mod house;
mod instrument;
mod markup;
mod oracles;
mod properties;
mod report;
mod results;
mod saved;
mod session;
mod support;
