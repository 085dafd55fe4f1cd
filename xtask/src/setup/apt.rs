//! Packages of the system, where this user may install them.

use crate::process::Command;
use crate::project::Project;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Waits until nobody else looks for or installs a package of the system, and keeps others waiting
/// while it is held: two runs of apt get into each other's way, and a program that is being installed
/// is on the path before it can run.
pub fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// True for root on a system with apt.
pub fn can_install(project: &Project) -> bool {
    let root = || {
        Command::new("id")
            .args(["-u"])
            .read()
            .is_ok_and(|user| user.text.trim() == "0")
    };
    project.find(&["apt-get"]).is_some() && root()
}

/// Installs packages, after reading the list of what there is: on a new machine it may be old
/// or missing.
pub fn install(project: &Project, packages: &[&str]) {
    update(project);
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(project, &[&install[..], packages].concat());
}

/// Reads the list of what there is.
pub fn update(project: &Project) {
    apt(project, &["update"]);
}

/// Runs apt-get with its own words only where it fails.
fn apt(project: &Project, arguments: &[&str]) {
    let ran = project
        .command("apt-get")
        .args(["--quiet"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .read();
    match ran {
        Ok(ran) if ran.success => {}
        Ok(ran) => eprintln!("{}", ran.text.trim_end()),
        Err(sentence) => eprintln!("{sentence}"),
    }
}
