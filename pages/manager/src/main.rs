//! The step of the build that renders the page into a folder: a file a language.

use manager_page::guide::{Guide, SOURCE};
use manager_page::page::{document, file_name};
use model::Language;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, error, fs};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Say into which folder the page is to be rendered.");
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

fn write(folder: &PathBuf) -> Result<(), Box<dyn error::Error>> {
    let scan = content::scan().instrument()?;
    let guide = Guide::read(SOURCE, &scan.parts().sources)?;
    fs::create_dir_all(folder)?;
    for language in Language::ALL {
        let document = document(&guide, &scan, language);
        fs::write(folder.join(file_name(language)), document)?;
    }
    Ok(())
}
