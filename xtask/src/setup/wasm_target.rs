//! The wasm target of the compiler, and the sources of the dependencies.

use super::{installing, ready};
use crate::project::{Project, WASM};
use anyhow::bail;
use std::path::Path;

/// Adds the wasm target when the compiler lacks it.
pub fn ensure(project: &Project) -> anyhow::Result<()> {
    let asked = project
        .command("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .read()?;
    if asked.success && Path::new(asked.text.trim()).is_dir() {
        ready(WASM);
        return Ok(());
    }
    installing(WASM, "seconds");
    match project
        .command("rustup")
        .args(["target", "add", WASM])
        .run()
    {
        Ok(true) => Ok(()),
        _ => bail!(
            "The compiler's {WASM} target could not be added: install Rust with rustup, run \
             `rustup target add {WASM}`, and try again."
        ),
    }
}

/// Fetches the sources of the dependencies, since Trunk builds without a network.
pub fn fetch_dependencies(project: &Project) -> anyhow::Result<()> {
    let fetch = ["fetch", "--locked", "--quiet", "--target", WASM];
    if project.command("cargo").args(fetch).run()? {
        Ok(())
    } else {
        bail!("The dependencies could not be fetched; cargo says why above.")
    }
}
