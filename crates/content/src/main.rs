//! The step of the build that compiles `content/` and the interface's texts into a folder: the files in `files/`, and in
//! `elements.html` what the page says of them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Say into which folder the content is to be compiled.");
        return ExitCode::FAILURE;
    };
    let files = match content::files::compile_all() {
        Ok(files) => files,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::FAILURE;
        }
    };
    match write(&folder, &files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} cannot be written: {error}.", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes the files, and takes away those of earlier builds.
fn write(folder: &Path, files: &[content::files::CompiledFile]) -> io::Result<()> {
    let inside = folder.join("files");
    fs::create_dir_all(&inside)?;
    for entry in fs::read_dir(&inside)? {
        let path = entry?.path();
        let stale = files.iter().all(|file| !path.ends_with(&file.name));
        if stale && path.extension().is_some_and(|extension| extension == "bin") {
            fs::remove_file(path)?;
        }
    }
    for file in files {
        fs::write(inside.join(&file.name), &file.bytes)?;
    }
    let elements: Vec<&str> = files.iter().map(|file| file.element.as_str()).collect();
    fs::write(folder.join("elements.html"), elements.join("\n"))
}
