//! Native tests: the pure modules through their public surface, one module a subject.

mod backup;
mod bad_results;
mod bands;
mod comparison;
mod group;
mod history;
mod house;
mod instrument;
mod markdown;
mod markup;
mod oracles;
mod ports;
mod properties;
mod quality;
mod quarantine;
mod report;
mod results;
mod round_trip;
mod saved;
mod schemas;
mod session;
mod sharing;
mod shelf;
mod support;
mod tables;
mod texts;
