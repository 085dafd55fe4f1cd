//! The app on localhost, rebuilt at every change.

use crate::project::Project;
use crate::setup;

/// What the page is built from; Trunk would otherwise also watch its own output.
const WATCHED: [&str; 8] = [
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "element",
    "instruments",
    "src",
    "styles",
    "web",
];

/// Installs what is missing, builds, and serves until it is stopped. A browser is opened where
/// there is a screen to show it on.
///
/// The page is not reloaded by itself: Trunk would write an inline script for that into the
/// page, and the page's security policy allows none.
pub fn run(project: &Project, port: u16) -> anyhow::Result<bool> {
    setup::for_build(project)?;
    println!("Building. The app will be at http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    let port = port.to_string();
    // Beside the release build, which stays as it was measured and tested.
    let mut command = project.wasm_command("trunk").args([
        "serve",
        "--no-autoreload",
        "--address=127.0.0.1",
        "--port",
        &port,
        "--dist",
        "target/serve",
    ]);
    for path in WATCHED.iter().filter(|path| project.path(path).exists()) {
        command = command.args(["--watch", path]);
    }
    if has_screen(|name| std::env::var_os(name).is_some()) {
        command = command.args(["--open"]);
    }
    command.run()
}

/// True when a person sits before this machine, told by its environment.
fn has_screen(is_set: impl Fn(&str) -> bool) -> bool {
    let graphical = cfg!(any(windows, target_os = "macos"));
    !is_set("CI") && (graphical || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"))
}

#[cfg(test)]
mod tests {
    use super::has_screen;

    #[test]
    fn no_browser_is_opened_on_a_build_machine() {
        assert!(!has_screen(|name| name == "CI" || name == "DISPLAY"));
    }

    #[test]
    fn a_display_is_enough() {
        assert!(has_screen(|name| name == "WAYLAND_DISPLAY"));
    }
}
