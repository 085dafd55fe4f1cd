//! Firefox ESR and WebKitGTK with their drivers, where the system's packages give them.

use super::{apt, cargo_tools, installing, ready};
use crate::project::Project;
use anyhow::bail;
use std::path::{Path, PathBuf};

/// An engine beside Chromium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser, which is not Safari.
    WebKitGtk,
}

impl Engine {
    /// Both, in the order in which they are tried.
    pub const ALL: [Self; 2] = [Self::Firefox, Self::WebKitGtk];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox ESR",
            Self::WebKitGtk => "WebKitGTK",
        }
    }

    /// Its name in the environment of the tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKitGtk => "webkitgtk",
        }
    }

    /// The system's packages that it takes (Debian, Ubuntu).
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::WebKitGtk => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Its programs on this machine, by the variables in which the tests look for them; none when
    /// one of the system's is missing.
    fn find(self, project: &Project) -> Option<Vec<(&'static str, PathBuf)>> {
        match self {
            Self::Firefox => {
                let firefox = project.find(&["firefox-esr", "firefox"])?;
                Some(vec![("FIREFOX", firefox)])
            }
            Self::WebKitGtk => Some(vec![
                ("WEBKITWEBDRIVER", project.find(&["WebKitWebDriver"])?),
                ("MINIBROWSER", mini_browser(Path::new("/usr"))?),
                ("XVFB", project.find(&["Xvfb"])?),
            ]),
        }
    }
}

/// Makes sure of an engine and says where its programs are; otherwise the error says what to install.
pub fn engine(project: &Project, engine: Engine) -> anyhow::Result<Vec<(&'static str, PathBuf)>> {
    let Some(mut programs) = of_the_system(project, engine) else {
        bail!(
            "nothing was tried in {}, which is not on this machine: install {}.",
            engine.name(),
            engine.packages().join(" and ")
        );
    };
    ready(engine.name());
    if engine == Engine::Firefox {
        cargo_tools::geckodriver(project)?;
        let driver = project.find(&["geckodriver"]);
        programs.extend(driver.map(|driver| ("GECKODRIVER", driver)));
    }
    Ok(programs)
}

/// The programs of an engine that the system's packages give, installed where apt can.
pub fn of_the_system(project: &Project, engine: Engine) -> Option<Vec<(&'static str, PathBuf)>> {
    let _turn = apt::turn();
    if engine.find(project).is_none() && apt::can_install(project) {
        installing(engine.name(), "about a minute");
        apt::install(project, engine.packages());
    }
    engine.find(project)
}

/// The newest MiniBrowser below a folder such as `/usr`. It stands beside the libraries of its machine
/// and version, on no search path: `lib/x86_64-linux-gnu/webkit2gtk-4.1`.
fn mini_browser(system: &Path) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("MINIBROWSER") {
        return Some(named.into());
    }
    let below = |folder: &Path| -> Vec<PathBuf> {
        let listed = std::fs::read_dir(folder).into_iter().flatten();
        listed
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect()
    };
    let mut found: Vec<PathBuf> = ["lib", "lib64", "libexec"]
        .iter()
        .flat_map(|folder| below(&system.join(folder)))
        .flat_map(|folder| [below(&folder), vec![folder]].concat())
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.to_string_lossy().contains("webkit") && file.is_file())
        .collect();
    found.sort();
    found.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mini_browser_is_found_beside_its_libraries() {
        let system = std::env::temp_dir().join(format!("xtask-engines-{}", std::process::id()));
        assert_eq!(mini_browser(&system), None);
        for version in ["4.0", "4.1"] {
            let folder = system.join(format!("lib/some-machine/webkit2gtk-{version}"));
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("MiniBrowser"), "").unwrap();
        }
        let found = mini_browser(&system).unwrap();
        assert!(found.ends_with("lib/some-machine/webkit2gtk-4.1/MiniBrowser"));
        std::fs::remove_dir_all(system).unwrap();
    }

    #[test]
    fn what_is_missing_is_named_by_its_packages() {
        assert_eq!(Engine::Firefox.packages(), ["firefox-esr"]);
        assert!(Engine::WebKitGtk.packages().contains(&"webkit2gtk-driver"));
    }
}
