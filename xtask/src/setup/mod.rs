//! Installing what is missing: into the project, at pinned versions, a line of progress each.

mod apt;
mod browser;
mod cargo_tools;
mod engines;
mod npm_tools;
mod python;
mod spreadsheet;
mod version;
mod wasm_target;
mod wordpress;

pub use browser::browser;
pub use cargo_tools::cargo_deny;
pub use engines::{Engine, engine};
pub use npm_tools::{axe, bundler, judges, photographs, typescript};
pub use python::{duckdb, for_bench, spark};
pub use spreadsheet::spreadsheet;
pub use wordpress::wordpress;

use crate::project::Project;

/// What a build needs: the wasm target, the sources of the dependencies, Trunk, wasm-bindgen,
/// wasm-opt and the bundler of the scripts.
pub fn for_build(project: &Project) -> anyhow::Result<()> {
    wasm_target::ensure(project)?;
    cargo_tools::trunk(project)?;
    cargo_tools::wasm_bindgen(project)?;
    npm_tools::wasm_opt(project)?;
    npm_tools::bundler(project)?;
    wasm_target::fetch_dependencies(project)
}

/// What browser tests need besides a browser: the wasm target and the test runner.
pub fn for_browser_tests(project: &Project) -> anyhow::Result<()> {
    wasm_target::ensure(project)?;
    cargo_tools::wasm_bindgen(project)?;
    wasm_target::fetch_dependencies(project)
}

/// Installs what the whole test command takes from the system's packages: fetching and unpacking them
/// goes on while the first steps compile. What cannot be had is said by the step that needs it.
pub fn system_packages(project: &Project) {
    let _ = browser(project);
    duckdb(project);
    spark(project);
    for engine in Engine::ALL {
        engines::of_the_system(project, engine);
    }
    spreadsheet(project);
    wordpress(project);
}

/// The line of progress for a tool that is there.
fn ready(what: &str) {
    println!("  ready       {what}");
}

/// The line of progress for a tool that is not there, before the wait.
fn installing(what: &str, wait: &str) {
    println!("  installing  {what} ({wait})");
}
