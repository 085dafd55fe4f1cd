//! Trying a fault as often as docs/reliability.md says. The ordinary suite tries each a few times, by
//! the same tests.

use crate::check;
use crate::project::Project;
use anyhow::bail;
use clap::ValueEnum;

/// A row of the table that is tried in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Row {
    /// The browser is killed right after "saved".
    Killed,
    /// The renderer crashes, the tab is closed, reloaded, or frozen and restored.
    Interrupted,
    /// Random acts in two, four and eight tabs.
    Tabs,
    /// Storage is denied in every way, on every screen.
    Denied,
    /// A panic in each callback of every screen.
    Panics,
    /// The page's text is wrapped, removed, inserted and reordered.
    Texts,
}

impl Row {
    /// The module of the suite that tries it.
    fn module(self) -> &'static str {
        match self {
            Self::Killed => "reliability::killed::",
            Self::Interrupted => "reliability::interrupted::",
            Self::Tabs => "reliability::tab_histories::",
            Self::Denied => "reliability::storage_denied::",
            Self::Panics => "reliability::panics::",
            Self::Texts => "translation::",
        }
    }

    /// How many cases the table asks for; those that have a fixed number try all of them.
    fn cases(self) -> u32 {
        match self {
            Self::Killed => 200,
            Self::Interrupted => 500,
            // Histories of a thousand acts.
            Self::Tabs => 20,
            Self::Denied | Self::Panics | Self::Texts => u32::MAX,
        }
    }
}

/// Acts of a history in several tabs.
const ACTS: &str = "1000";

/// Tries a row. True when all of it holds.
pub fn run(project: &Project, row: Row, cases: Option<u32>, seed: u64) -> anyhow::Result<bool> {
    if !project.dist().join("index.html").is_file() {
        bail!("There is no build in dist/: run `cargo xtask build` first.");
    }
    let cases = cases.unwrap_or(row.cases());
    check::prepared_end_to_end(project)?
        .args(["--", "--nocapture", row.module()])
        .env("RELIABILITY_CASES", cases.to_string())
        .env("RELIABILITY_ACTS", ACTS)
        .env("RELIABILITY_SEED", seed.to_string())
        .run()
}
