//! The release build: static files in `dist/` that any web server can serve from any sub-path.

use crate::project::Project;
use crate::{setup, size};
use std::path::{Path, PathBuf};

/// The most that the first load may take, in bytes after brotli at quality 11: 200 KB of 1000
/// bytes. Every file of the build counts, since the page loads nothing later. About four seconds
/// on a slow mobile line of 400 kbit/s.
const FIRST_LOAD_BUDGET: usize = 200_000;

/// Installs what is missing and builds into `dist/`.
pub fn release(project: &Project) -> Result<(), String> {
    setup::for_build(project)?;
    let terser = setup::terser(project)?;
    let built = project
        .wasm_command("trunk")
        .args(["build", "--release"])
        .run()?;
    if !built {
        return Err("The release build failed; Trunk says why above.".to_owned());
    }
    minify_scripts(project, &terser)
}

/// Takes comments, long names and white space out of the scripts, which Trunk 0.21.14 cannot:
/// its own tool does not know their syntax.
fn minify_scripts(project: &Project, terser: &Path) -> Result<(), String> {
    for script in built_files(project)? {
        if script.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let minified = project
            .command("node")
            .args([terser])
            .args(["--module", "--compress", "passes=2", "--mangle"])
            .args(["--output".as_ref(), script.as_path(), script.as_path()])
            .run()?;
        if !minified {
            return Err(format!("{} could not be minified.", script.display()));
        }
    }
    Ok(())
}

/// Prints what the build weighs, file by file, and holds the total to the budget.
pub fn within_budget(project: &Project) -> Result<(), String> {
    let mut files = Vec::new();
    for path in built_files(project)? {
        let name = inside(&project.dist(), &path);
        files.push(size::weigh(name, &contents(&path)?)?);
    }
    println!("{}", size::table(&files, FIRST_LOAD_BUDGET));
    let total = size::total(&files);
    if total <= FIRST_LOAD_BUDGET {
        Ok(())
    } else {
        Err(format!(
            "The first load takes {}, more than the budget of {}.",
            size::kilobytes(total),
            size::kilobytes(FIRST_LOAD_BUDGET)
        ))
    }
}

/// Holds the build to naming no folder of this machine.
pub fn names_no_folder(project: &Project) -> Result<(), String> {
    for path in built_files(project)? {
        let bytes = contents(&path)?;
        for folder in project.private_paths() {
            if contains(&bytes, folder.as_bytes()) {
                let name = inside(&project.dist(), &path);
                return Err(format!("{name} names a folder of this machine: {folder}."));
            }
        }
    }
    Ok(())
}

/// Every file of the build, in the order of their names.
fn built_files(project: &Project) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![project.dist()];
    while let Some(folder) = folders.pop() {
        let unreadable = |error| format!("{} cannot be read: {error}.", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn contents(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn inside(folder: &Path, path: &Path) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path);
    name.display().to_string()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_folder_is_found_anywhere_in_the_bytes() {
        assert!(contains(
            b"\0\x01/home/ann/app/src/main.rs\xff",
            b"/home/ann"
        ));
        assert!(!contains(b"\0\x01/app/src/main.rs\xff", b"/home/ann"));
    }
}
