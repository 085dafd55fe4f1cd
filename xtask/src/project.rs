//! Where things are in the project, and the environment that its tools run in.

use crate::process::Command;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The target that the page is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The project on this machine.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that the current folder is in; from elsewhere, the one that this program
    /// was built from.
    ///
    /// In that order: a program that was built before the folder was moved, or in a target
    /// folder that two checkouts share, would otherwise go on about a place of the past.
    pub fn here() -> Self {
        let built = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = std::env::current_dir()
            .ok()
            .and_then(|folder| root_above(&folder));
        Self {
            root: root.unwrap_or_else(|| built.parent().unwrap_or(built).to_owned()),
        }
    }

    /// A file or folder of the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The release build: static files.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// The project's own tools from crates.io: its `bin` folder holds them.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// A program in the project's root, with the project's own tools first on its path.
    ///
    /// Trunk takes the first `wasm-bindgen` that it finds and looks no further.
    pub fn command(&self, program: &str) -> Command {
        let program = if program == "cargo" {
            std::env::var_os("CARGO").unwrap_or_else(|| program.into())
        } else {
            program.into()
        };
        Command::new(program)
            .current_dir(&self.root)
            .env("PATH", self.search_path())
    }

    /// Like [`Self::command`], for what compiles to wasm: all with the same flags, so that
    /// lints, browser tests and `serve` share one compilation of the dependencies.
    pub fn wasm_command(&self, program: &str) -> Command {
        self.command(program)
            .env("CARGO_ENCODED_RUSTFLAGS", self.wasm_flags().join("\u{1f}"))
    }

    /// The first program of these names on the search path.
    pub fn find(&self, names: &[&str]) -> Option<PathBuf> {
        let path = self.search_path();
        names.iter().find_map(|name| {
            std::env::split_paths(&path)
                .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
                .find(|file| file.is_file())
        })
    }

    fn search_path(&self) -> OsString {
        let own = [
            self.tools().join("bin"),
            self.path("tools/node_modules/.bin"),
        ];
        let given = std::env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(std::env::split_paths(&given));
        std::env::join_paths(all).unwrap_or(given)
    }

    /// Panic messages carry the path of the source file. These flags replace the machine's part
    /// of it, so that two machines build the same bytes and neither tells its folders.
    fn wasm_flags(&self) -> Vec<String> {
        // Names that tell the types of a generic function too: whoever looks for what weighs in a
        // program reads them from the file in `target`. What is shipped holds no names.
        let mut flags = vec!["-Csymbol-mangling-version=v0".to_owned()];
        flags.push(remap(&self.root, "/app"));
        if let Some(home) = cargo_home() {
            flags.push(remap(&home, "/cargo"));
            // The folder's name depends on the registry's address; the last match wins.
            let mut registries: Vec<PathBuf> = std::fs::read_dir(home.join("registry/src"))
                .into_iter()
                .flatten()
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect();
            registries.sort();
            flags.extend(registries.iter().map(|folder| remap(folder, "/crates")));
        }
        flags
    }

    /// The folders of this machine that no built file may name.
    pub fn private_paths(&self) -> Vec<String> {
        [Some(self.root.clone()), cargo_home(), std::env::home_dir()]
            .into_iter()
            .flatten()
            // A home such as `/` would be found everywhere.
            .filter(|path| path.components().count() > 1)
            .map(|path| path.display().to_string())
            .collect()
    }
}

/// The nearest folder, from this one up, that holds the project.
fn root_above(folder: &Path) -> Option<PathBuf> {
    let holds = |folder: &&Path| {
        ["Trunk.toml", "xtask/Cargo.toml"]
            .iter()
            .all(|file| folder.join(file).is_file())
    };
    folder.ancestors().find(holds).map(Path::to_owned)
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_the_one_around_the_current_folder() {
        let elsewhere = std::env::temp_dir().join(format!("xtask-root-{}", std::process::id()));
        let inner = elsewhere.join("src/deep");
        std::fs::create_dir_all(&inner).unwrap();
        assert_eq!(root_above(&inner), None);
        std::fs::create_dir_all(elsewhere.join("xtask")).unwrap();
        for file in ["Trunk.toml", "xtask/Cargo.toml"] {
            std::fs::write(elsewhere.join(file), "").unwrap();
        }
        assert_eq!(root_above(&inner).as_deref(), Some(&*elsewhere));
        assert_eq!(
            root_above(&elsewhere.join("xtask")),
            Some(elsewhere.clone())
        );
        std::fs::remove_dir_all(elsewhere).unwrap();
    }
}
