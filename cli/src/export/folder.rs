//! The folder of an export: under another name until everything in it is whole.

use crate::output::in_words;
use crate::sources::name_of;
use anyhow::{anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What the name of the folder ends in until the export is done.
const UNFINISHED: &str = ".unfinished";

/// A folder that is being filled. Dropped before [`Self::finish`], it is removed with what is in it.
pub struct Folder {
    to: PathBuf,
    unfinished: PathBuf,
    is_finished: bool,
}

impl Folder {
    /// Makes the folder under its other name.
    ///
    /// # Errors
    /// Something has one of the two names already, or the folder cannot be made.
    pub fn new(to: &Path) -> anyhow::Result<Self> {
        let mut name = match to.file_name() {
            Some(name) => name.to_owned(),
            None => bail!("{} cannot be the name of a new folder.", name_of(to)),
        };
        refuse(to)?;
        name.push(UNFINISHED);
        let unfinished = to.with_file_name(name);
        if fs::symlink_metadata(&unfinished).is_ok() {
            bail!(
                "{} is there already: an export is at work on it, or was cut off. Remove it, or \
                 name another folder.",
                name_of(&unfinished)
            );
        }
        if let Some(above) = to.parent() {
            fs::create_dir_all(above).map_err(|error| cannot(above, &error))?;
        }
        fs::create_dir(&unfinished).map_err(|error| cannot(&unfinished, &error))?;
        Ok(Self {
            to: to.to_owned(),
            unfinished,
            is_finished: false,
        })
    }

    /// A new file in it, in a folder for each of the names.
    pub fn file(&self, folders: &[&str], name: &str) -> anyhow::Result<fs::File> {
        let mut path = self.unfinished.clone();
        path.extend(folders);
        fs::create_dir_all(&path).map_err(|error| cannot(&path, &error))?;
        path.push(name);
        fs::File::create_new(&path).map_err(|error| cannot(&path, &error))
    }

    /// Gives it its name.
    pub fn finish(mut self) -> anyhow::Result<()> {
        refuse(&self.to)?;
        fs::rename(&self.unfinished, &self.to).map_err(|error| cannot(&self.to, &error))?;
        self.is_finished = true;
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.is_finished {
            // What stays all the same is refused by the next run, with a sentence.
            let _ = fs::remove_dir_all(&self.unfinished);
        }
    }
}

fn refuse(to: &Path) -> anyhow::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        bail!(
            "{} is there already: an export writes a new folder, and adds to none. Name another \
             one.",
            name_of(to)
        );
    }
    Ok(())
}

fn cannot(path: &Path, error: &std::io::Error) -> anyhow::Error {
    anyhow!("{} cannot be made: {}.", name_of(path), in_words(error))
}

/// The name of the folder of one partition, `column=value`. Everything in the value but letters,
/// digits, `-`, `_` and `.` is written as % and two hexadecimal digits, as Hive does: no value can
/// leave its folder.
pub fn partition(column: &str, value: &str) -> String {
    let mut name = format!("{column}=");
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            name.push(char::from(byte));
        } else {
            name += &format!("%{byte:02X}");
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_of_a_partition_can_leave_its_folder() {
        for (value, name) in [
            ("0.2.0", "version=0.2.0"),
            ("../../x", "version=..%2F..%2Fx"),
            ("a\\b:c=d%", "version=a%5Cb%3Ac%3Dd%25"),
            ("é\0", "version=%C3%A9%00"),
            ("..", "version=.."),
        ] {
            assert_eq!(partition("version", value), name);
        }
    }
}
