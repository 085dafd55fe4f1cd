//! The release as one file to hand on: for any web server, or for an LMS.

mod archive;
mod hashes;
mod licences;
mod sbom;
mod scorm;
mod shipped;
mod site;

pub use hashes::integrity;

use crate::project::Project;
use crate::{build, size};
use anyhow::{Context, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files by their names, which have `/` between folders.
type Files = BTreeMap<String, Vec<u8>>;

/// What the release is packed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    /// Any web server.
    Site,
    /// An LMS that takes SCORM 1.2.
    Scorm,
}

impl Package {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Site, Self::Scorm];

    fn file_name(self, version: &str) -> String {
        match self {
            Self::Site => format!("mindset-mirror-{version}.zip"),
            Self::Scorm => format!("mindset-mirror-{version}-scorm12.zip"),
        }
    }
}

/// Packs the release in `dist/`, and says where the package lies and how to know it again.
pub fn pack(project: &Project, package: Package) -> anyhow::Result<()> {
    let shipped = shipped::read(project)?;
    let built = build_output(project)?;
    let files = match package {
        Package::Site => site::files(project, built, &shipped)?,
        Package::Scorm => scorm::files(project, built, &shipped)?,
    };
    names_no_folder(&files, &project.private_paths())?;
    let packed = archive::zip(&files)?;
    let folder = project.path("target/dist");
    let file = write(&folder, &package.file_name(shipped.version()?), &packed)?;
    println!(
        "{} ({}, {} files)\nSHA-256 {}",
        file.display(),
        size::kilobytes(packed.len()),
        files.len(),
        hashes::sha256(&packed)
    );
    Ok(())
}

/// The files of the release build.
fn build_output(project: &Project) -> anyhow::Result<Files> {
    let mut files = Files::new();
    for path in build::built_files(project)? {
        let name = build::inside(&project.dist(), &path).replace('\\', "/");
        files.insert(name, build::contents(&path)?);
    }
    for needed in ["index.html", "embed.js"] {
        if !files.contains_key(needed) {
            bail!("The release build has no {needed}.");
        }
    }
    Ok(files)
}

/// A file of the project as text.
fn asset(project: &Project, file: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(project.path(file)).with_context(|| format!("{file} cannot be read"))
}

/// Adds a file; two of one name would hide one of them.
fn add(files: &mut Files, name: &str, bytes: impl Into<Vec<u8>>) -> anyhow::Result<()> {
    match files.insert(name.to_owned(), bytes.into()) {
        None => Ok(()),
        Some(_) => bail!("The package would hold two files named {name}."),
    }
}

fn names_no_folder(files: &Files, folders: &[String]) -> anyhow::Result<()> {
    for (name, bytes) in files {
        for folder in folders {
            if build::contains(bytes, folder.as_bytes()) {
                bail!("{name} names a folder of this machine: {folder}.");
            }
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
    let file = folder.join(name);
    // Renamed into place: whoever opens the package meanwhile finds the whole old one or the
    // whole new one, never half of it.
    let half = folder.join(format!("{name}.{}.part", std::process::id()));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&half, bytes))
        .and_then(|()| std::fs::rename(&half, &file))
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup;
    use std::sync::LazyLock;

    /// Bundles the scripts once, as Trunk does before a build.
    pub fn bundle_scripts() {
        static BUNDLED: LazyLock<bool> = LazyLock::new(|| {
            let project = Project::here();
            let bundler = project.command("node").args(["tools/bundle-sources.mjs"]);
            setup::bundler(&project).is_ok() && bundler.run().is_ok_and(|success| success)
        });
        assert!(*BUNDLED, "the scripts could not be bundled");
    }

    /// A build of a few small files.
    pub fn sample() -> Files {
        [
            ("index.html", "<!doctype html>"),
            ("embed.js", "export {};"),
            ("boot-1.js", "start();"),
            ("app-1_bg.wasm", "\0asm"),
            ("base-1.css", "body {}"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn the_packages_bear_the_version() {
        assert_eq!(
            Package::ALL.map(|package| package.file_name("0.1.0")),
            [
                "mindset-mirror-0.1.0.zip",
                "mindset-mirror-0.1.0-scorm12.zip"
            ]
        );
    }

    #[test]
    fn neither_package_names_a_folder_of_this_machine() {
        let project = Project::here();
        let shipped = shipped::here();
        bundle_scripts();
        for files in [
            site::files(&project, sample(), shipped),
            scorm::files(&project, sample(), shipped),
        ] {
            names_no_folder(&files.unwrap(), &project.private_paths()).unwrap();
        }
        let told = Files::from([("a.txt".to_owned(), b"in /home/ann/app".to_vec())]);
        let error = names_no_folder(&told, &["/home/ann".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("a.txt"), "{error}");
    }

    #[test]
    fn a_package_that_is_packed_again_can_be_read_whole_at_any_moment() {
        let folder = std::env::temp_dir().join(format!("xtask-pack-{}", std::process::id()));
        let packages = [vec![1; 400_000], vec![2; 500_000]];
        let file = write(&folder, "package.zip", &packages[0]).unwrap();
        std::thread::scope(|scope| {
            let writing = scope.spawn(|| {
                for packed in packages.iter().cycle().take(200) {
                    write(&folder, "package.zip", packed).unwrap();
                }
            });
            while !writing.is_finished() {
                let read = std::fs::read(&file).unwrap();
                assert!(packages.contains(&read), "{} bytes", read.len());
            }
        });
        let names: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
        assert_eq!(names.len(), 1, "{names:?}");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_is_never_hidden_by_another() {
        let mut files = sample();
        assert!(add(&mut files, "README.txt", "read").is_ok());
        assert!(add(&mut files, "index.html", "other").is_err());
    }
}
