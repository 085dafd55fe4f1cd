//! The tools from crates.io: found at the right version, else built into `.tools/`.

use super::{installing, ready, version};
use crate::project::Project;
use anyhow::bail;

/// A tool, and how it is built in minutes rather than a quarter of an hour.
struct Tool {
    /// Its package.
    package: &'static str,
    /// The programs it installs; the first is asked for its version.
    programs: &'static [&'static str],
    version: &'static str,
    /// More arguments of `cargo install`.
    arguments: &'static [&'static str],
    /// Settings of the profile it is built with.
    profile: &'static [(&'static str, &'static str)],
    /// How long that takes on two cores.
    wait: &'static str,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    programs: &["trunk"],
    version: "0.21.14",
    // Its default features are for updating itself and for fetching tools.
    arguments: &["--debug", "--no-default-features"],
    profile: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
    wait: "3 to 4 minutes",
};

/// The version must be that of the wasm-bindgen crate, to the last digit.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: "0.2.129",
    arguments: &[],
    profile: &[
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_LTO", "false"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
    wait: "2 to 3 minutes",
};

const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    programs: &["cargo-deny"],
    version: "0.20.2",
    arguments: &["--debug"],
    profile: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
    wait: "1 to 2 minutes",
};

/// The driver of Firefox, which Debian does not package.
const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    programs: &["geckodriver"],
    version: "0.36.0",
    arguments: &["--debug"],
    profile: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
    wait: "about a minute",
};

/// Installs Trunk when it is missing.
pub fn trunk(project: &Project) -> anyhow::Result<()> {
    ensure(project, &TRUNK)
}

/// Installs wasm-bindgen and its test runner when they are missing.
pub fn wasm_bindgen(project: &Project) -> anyhow::Result<()> {
    ensure(project, &WASM_BINDGEN)
}

/// Installs cargo-deny when it is missing.
pub fn cargo_deny(project: &Project) -> anyhow::Result<()> {
    ensure(project, &CARGO_DENY)
}

/// Installs geckodriver when it is missing.
pub fn geckodriver(project: &Project) -> anyhow::Result<()> {
    ensure(project, &GECKODRIVER)
}

fn ensure(project: &Project, tool: &Tool) -> anyhow::Result<()> {
    let what = format!("{} {}", tool.package, tool.version);
    if is_there(project, tool) {
        ready(&what);
        return Ok(());
    }
    installing(&what, tool.wait);
    let by_hand = format!(
        "cargo install {} --version {} --locked",
        tool.package, tool.version
    );
    if install(project, tool)? && is_there(project, tool) {
        Ok(())
    } else {
        bail!("{what} could not be installed: run `{by_hand}` and try again.")
    }
}

/// True when every program of the tool that a search finds first is of the right version.
fn is_there(project: &Project, tool: &Tool) -> bool {
    tool.programs.iter().all(|program| {
        project.find(&[program]).is_some_and(|path| {
            let said = crate::process::Command::new(path)
                .args(["--version"])
                .read();
            said.is_ok_and(|said| said.success && version::is(&said.text, tool.version))
        })
    })
}

fn install(project: &Project, tool: &Tool) -> anyhow::Result<bool> {
    // Inside `.tools`, and apart from the project's own builds, whose settings differ.
    let scratch = project.tools().join("build");
    let mut command = project
        .command("cargo")
        .args(["install", tool.package, "--version", tool.version])
        .args(["--locked", "--quiet", "--force", "--root"])
        .args([project.tools()])
        .args(tool.arguments)
        .env("CARGO_TARGET_DIR", &scratch);
    for (name, value) in tool.profile {
        command = command.env(name, value);
    }
    let installed = command.run();
    // Hundreds of megabytes that nothing reads again; a rest that stays does no harm.
    let _ = std::fs::remove_dir_all(&scratch);
    installed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(file: &str) -> String {
        std::fs::read_to_string(Project::here().path(file)).unwrap()
    }

    #[test]
    fn wasm_bindgen_has_the_version_of_the_crate() {
        let version = WASM_BINDGEN.version;
        let line = format!("wasm-bindgen = \"={version}\"");
        assert!(manifest("Cargo.toml").contains(&line));
        assert!(manifest("Trunk.toml").contains(&format!("wasm_bindgen = \"{version}\"")));
    }

    #[test]
    fn trunk_has_the_version_that_its_settings_ask_for() {
        let line = format!("trunk-version = \"={}\"", TRUNK.version);
        assert!(manifest("Trunk.toml").contains(&line));
    }
}
