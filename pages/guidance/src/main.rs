//! The step of the build that renders the guidance into a folder: a file a document and language.

use guidance_pages::Guidance;
use guidance_pages::page::document;
use model::Language;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, error, fs};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Say into which folder the guidance is to be rendered.");
        return ExitCode::FAILURE;
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn error::Error>> {
    fs::create_dir_all(folder)?;
    for guidance in Guidance::ALL {
        for language in Language::ALL {
            let name = guidance.file_name(language);
            fs::write(folder.join(name), document(guidance, language)?)?;
        }
    }
    Ok(())
}
