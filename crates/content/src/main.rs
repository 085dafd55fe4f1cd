//! The step of the build that compiles `content/` and the interface's texts into a folder: the files in `files/`, and in
//! `elements.html` what the page says of them.

use content::files::CompiledFile;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Say into which folder the content is to be compiled.");
        return ExitCode::FAILURE;
    };
    let compiled = [
        ("elements.html", content::files::compile_all()),
        ("talk-elements.html", content::files::compile_talk()),
        ("team-elements.html", content::files::compile_team()),
        ("round-elements.html", content::files::compile_round()),
    ];
    let mut pages = Vec::new();
    for (name, files) in compiled {
        match files {
            Ok(files) => pages.push((name, files)),
            Err(sentence) => {
                eprintln!("{sentence}");
                return ExitCode::FAILURE;
            }
        }
    }
    match write(&folder, &pages) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} cannot be written: {error}.", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes the files, and takes away those of earlier builds; and what each page says of its own, under
/// the name of that list.
fn write(folder: &Path, pages: &[(&str, Vec<CompiledFile>)]) -> io::Result<()> {
    let all = || pages.iter().flat_map(|(_, files)| files);
    let inside = folder.join("files");
    fs::create_dir_all(&inside)?;
    for entry in fs::read_dir(&inside)? {
        let path = entry?.path();
        let stale = all().all(|file| !path.ends_with(&file.name));
        if stale && path.extension().is_some_and(|extension| extension == "bin") {
            fs::remove_file(path)?;
        }
    }
    for file in all() {
        fs::write(inside.join(&file.name), &file.bytes)?;
    }
    for (name, files) in pages {
        let elements: Vec<&str> = files.iter().map(|file| file.element.as_str()).collect();
        fs::write(folder.join(name), elements.join("\n"))?;
    }
    Ok(())
}
