//! Chromium and its driver: found, else installed where the system's package manager can.

use super::{apt, installing, ready};
use crate::project::Project;
use anyhow::bail;
use std::path::PathBuf;

/// A browser that tests can drive.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

const CHROMIUM_NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where an installer puts the browser without adding it to the search path.
const CHROMIUM_FILES: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// Makes sure of a browser. The variables CHROMIUM and CHROMEDRIVER, when set, name the files.
pub fn browser(project: &Project) -> anyhow::Result<Browser> {
    let _turn = apt::turn();
    if let Some(found) = find(project) {
        ready("Chromium and ChromeDriver");
        return Ok(found);
    }
    if apt::can_install(project) {
        installing("Chromium and ChromeDriver", "about a minute");
        apt::install(
            project,
            &["chromium", "chromium-driver", "fonts-liberation"],
        );
        if let Some(found) = find(project) {
            return Ok(found);
        }
    }
    bail!(
        "The tests in a browser need Chromium and ChromeDriver, of the same version and on the \
         PATH: {}, and try again.",
        advice()
    )
}

fn find(project: &Project) -> Option<Browser> {
    let chromium = named_by("CHROMIUM")
        .or_else(|| project.find(&CHROMIUM_NAMES))
        .or_else(|| {
            CHROMIUM_FILES
                .map(PathBuf::from)
                .into_iter()
                .find(|file| file.is_file())
        });
    let driver = named_by("CHROMEDRIVER").or_else(|| project.find(&["chromedriver"]));
    Some(Browser {
        chromium: chromium?,
        driver: driver?,
    })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn advice() -> &'static str {
    if cfg!(target_os = "macos") {
        "run `brew install --cask google-chrome chromedriver`"
    } else if cfg!(windows) {
        "install Google Chrome, and with it the ChromeDriver that belongs to its version"
    } else {
        "run `sudo apt-get install chromium chromium-driver` (Debian, Ubuntu) or `sudo dnf \
         install chromium chromedriver` (Fedora)"
    }
}
