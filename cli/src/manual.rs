//! The manual pages, made of the same texts as `--help`.

use crate::arguments::Arguments;
use crate::output::in_words;
use crate::sources::name_of;
use anyhow::anyhow;
use clap::CommandFactory;
use std::path::Path;

/// Writes a page for the program and one for each command into a folder.
pub fn write(folder: &Path) -> anyhow::Result<()> {
    let made = std::fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Arguments::command(), folder));
    made.map_err(|error| {
        let (folder, why) = (name_of(folder), in_words(&error));
        anyhow!("The pages cannot be written into {folder}: {why}.")
    })
}
