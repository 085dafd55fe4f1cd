//! The manual pages, made of the same texts as `--help`.

use crate::arguments::Arguments;
use anyhow::Context;
use clap::CommandFactory;
use std::path::Path;

/// Writes a page for the program and one for each command into a folder.
pub fn write(folder: &Path) -> anyhow::Result<()> {
    let into = || format!("The pages cannot be written into {}", folder.display());
    std::fs::create_dir_all(folder).with_context(into)?;
    clap_mangen::generate_to(Arguments::command(), folder).with_context(into)
}
