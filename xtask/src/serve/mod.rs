//! The app on localhost, rebuilt at every change.

mod server;

use crate::project::Project;
use crate::setup;
use anyhow::Context;
use std::net::TcpListener;

/// What the pages are built from, as far as this revision has it; Trunk would otherwise also watch
/// its own output.
const WATCHED: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "content",
    "crates",
    "element",
    "icon.svg",
    "index.html",
    "pages",
    "src",
    "styles",
    "tools/bundle-sources.mjs",
    "web",
    "workers",
];

/// Installs what is missing, builds, serves until it is stopped, and builds anew at every change;
/// open pages then load themselves again. A browser is opened where there is a screen to show it on.
pub fn run(project: &Project, port: u16) -> anyhow::Result<bool> {
    setup::for_build(project)?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("Port {port} cannot be listened on"))?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("Building. The app will be at {address} (Ctrl-C ends it).");
    // Beside the release build, which stays as it was measured and tested.
    let dist = project.path("target/serve");
    std::thread::spawn(move || {
        if let Err(error) = server::run(listener, dist) {
            eprintln!("The server has ended: {error:#}");
        }
    });
    if has_screen(|name| std::env::var_os(name).is_some()) {
        open(project, &address);
    }
    let mut command = project
        .wasm_command("trunk")
        .args(["watch", "--dist", "target/serve"]);
    for path in WATCHED.iter().filter(|path| project.path(path).exists()) {
        command = command.args(["--watch", path]);
    }
    command.run()
}

/// Opens a browser. Without one the address is on the screen.
fn open(project: &Project, address: &str) {
    let command = if cfg!(windows) {
        project.command("explorer")
    } else if cfg!(target_os = "macos") {
        project.command("open")
    } else {
        project.command("xdg-open")
    };
    let _ = command.args([address]).read();
}

/// True when a person sits before this machine, as its environment says.
fn has_screen(is_set: impl Fn(&str) -> bool) -> bool {
    let graphical = cfg!(any(windows, target_os = "macos"));
    !is_set("CI") && (graphical || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"))
}

#[cfg(test)]
mod tests {
    use super::{WATCHED, has_screen};
    use crate::project::Project;

    #[test]
    fn no_browser_is_opened_on_a_build_machine() {
        assert!(!has_screen(|name| name == "CI" || name == "DISPLAY"));
    }

    #[test]
    fn what_the_page_names_and_the_crates_are_watched() {
        let project = Project::here();
        let read = |file: &str| std::fs::read_to_string(project.path(file)).unwrap();
        let page = read("index.html");
        let named = page.split("data-trunk").skip(1).filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let address = tag.split_once("href=\"").or(tag.split_once("src=\""))?;
            address.1.split('"').next()
        });
        // The scripts are written to target/web from folders that are watched themselves.
        for file in named.filter(|file| !file.starts_with("target/")) {
            let folder = file.split('/').next().unwrap();
            assert!(WATCHED.contains(&folder), "{file}");
        }
        assert!(WATCHED.contains(&"crates"));
    }

    #[test]
    fn a_display_is_enough() {
        assert!(has_screen(|name| name == "WAYLAND_DISPLAY"));
    }
}
