//! The harness that drives the built page in a real browser. Read it in this order:
//! [`setup`] says what a test asks for, [`page::Page`] is the open page, [`journey`]
//! puts what a respondent does into words, and [`names`] holds every text a test looks
//! for. [`site`] serves the build, [`host::Host`] is a page around it, [`custom`] makes
//! questionnaires for it to hand over, [`filled_in`] results for it to open, [`talk`] what two people hand each other, [`wordpress`] and [`lms`] are places of others that it is put into, [`engine`] is the browser that the run is for,
//! [`driver`] keeps its drivers, [`run`] ties a test to both, [`emulation`], [`watch`], [`axe`] and
//! [`files`] are what tests ask of the browser beside what a respondent can do, [`skip`] says that
//! a test cannot be run here, and [`reliability`] repeats a fault.
//!
//! Read from the environment: `E2E_DIST` (the build; the workspace's `dist` without), `E2E_ENGINE`
//! (the browser), `CHROMEDRIVER`, `GECKODRIVER`, `FIREFOX`, `WEBKITWEBDRIVER`, `MINIBROWSER` and
//! `XVFB` (its programs), `AXE` (axe.min.js), `XTASK` (the program that packs a release), `MINDSET`
//! (the program that scores files), `WORDPRESS` (where WordPress and its run-times are unpacked;
//! without it their tests are skipped), `E2E_SHOTS` (a folder for screenshots), `E2E_JOBS` (browsers
//! at a time) and `E2E_PATIENCE` (seconds until a step has failed).

pub mod axe;
pub mod custom;
pub mod driver;
pub mod emulation;
pub mod engine;
pub mod files;
pub mod filled_in;
pub mod host;
pub mod instrument;
pub mod journey;
pub mod lms;
pub mod names;
pub mod page;
pub mod reliability;
pub mod run;
pub mod saved;
pub mod setup;
pub mod site;
pub mod skip;
pub mod tabs;
pub mod talk;
pub mod watch;
pub mod wordpress;

/// What a step of a test comes to. A step that cannot be taken says why.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The value of an environment variable, or a sentence that names it.
pub fn environment(name: &str, meaning: &str) -> Outcome<String> {
    std::env::var(name).map_err(|_| format!("set {name} to {meaning}").into())
}
