//! Ties a test to a fresh browser and a fresh server, and closes both however it ends.

use crate::engine::Engine;
use crate::page::Page;
use crate::setup::{Scheme, Setup};
use crate::site::Site;
use crate::{Outcome, driver, emulation, environment, skip};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;
use thirtyfour::{LoggingPrefsLogLevel, common::capabilities::chrome::ChromeCapabilities};

/// Quiet without internet, and able to run as root on a machine without a screen.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Runs a test in a browser of its own: nothing is stored, nothing is loaded yet.
/// Afterwards the console must be empty, unless the setup says that it will not be.
///
/// # Panics
/// When the test fails.
pub fn run(setup: Setup, test: impl AsyncFnOnce(&Page) -> Outcome) {
    run_all([setup], async |[page]: &[Page; 1]| test(page).await);
}

/// As [`run`], with two people, each in a browser of their own, on the same site: the first one's.
///
/// # Panics
/// When the test fails.
pub fn run_two(setups: [Setup; 2], test: impl AsyncFnOnce(&Page, &Page) -> Outcome) {
    run_all(setups, async |[one, other]: &[Page; 2]| {
        test(one, other).await
    });
}

fn run_all<const N: usize>(setups: [Setup; N], test: impl AsyncFnOnce(&[Page; N]) -> Outcome) {
    let engine = Engine::of_run();
    if let Some(why) = setups.iter().find_map(|setup| setup.lacking(engine)) {
        skip::skipped(why);
        return;
    }
    let name = std::thread::current()
        .name()
        .unwrap_or("test")
        .replace("::", "-");
    // Two browsers are all that run at a time.
    let _turn = driver::turn(N > 1 || setups.iter().any(|setup| setup.alone));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be made");
    let pages = runtime
        .block_on(open_all(setups))
        .unwrap_or_else(|why| panic!("{why}"));
    let body = AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&pages).await?;
            for page in pages.iter().filter(|page| !page.setup.noisy) {
                page.quiet().await?;
            }
            Ok(())
        })
    });
    let ended: std::thread::Result<Outcome> = catch_unwind(body);
    runtime.block_on(async {
        for (number, page) in pages.into_iter().enumerate() {
            if !matches!(ended, Ok(Ok(()))) {
                let of_whom = if number == 0 { "" } else { "-other" };
                // The failure itself is what matters; a picture of it is a help.
                let _ = page.shot(&format!("FAILED-{name}{of_whom}")).await;
                if let Ok(mut said) = page.console().await {
                    said.dedup();
                    said.iter().for_each(|line| eprintln!("console: {line}"));
                }
            }
            let folder = page.downloads.clone();
            let _ = page.driver.quit().await;
            let _ = std::fs::remove_dir_all(folder);
        }
    });
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(why)) => panic!("{why}"),
        Err(panic) => resume_unwind(panic),
    }
}

/// Kills the browser at once and with all its processes, as a crash of the system or an empty battery
/// does, and opens it again with what it has on the disk.
pub async fn killed(page: &Page) -> Outcome<Page> {
    let first = browser_of(&page.downloads)?.ok_or("the browser does not run")?;
    let all = with_descendants(first)?;
    // One that has just ended by itself makes it fail; that all have ended is seen next.
    Command::new("kill").arg("-9").args(&all).output()?;
    page.until("the end of the browser", async || {
        Ok(browser_of(&page.downloads)?.is_none().then_some(()))
    })
    .await?;
    // Ended as far as the driver knows too: dropped in any other state it would wait for ever.
    let _ = page.driver.clone().quit().await;
    start(
        page.setup.clone(),
        page.site.clone(),
        page.downloads.clone(),
    )
    .await
}

/// The id of the browser's first process, as it was started with a profile in this folder.
fn browser_of(folder: &Path) -> Outcome<Option<String>> {
    let profile = format!("--user-data-dir={}", profile_in(folder).display());
    for (id, process) in processes()? {
        let command = std::fs::read(process.join("cmdline")).unwrap_or_default();
        let command = String::from_utf8_lossy(&command).into_owned();
        let mut words = command.split('\0');
        if words.clone().any(|word| word == profile)
            && !words.any(|word| word.starts_with("--type="))
        {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// A process and all that it and those have started, the first one first.
fn with_descendants(first: String) -> Outcome<Vec<String>> {
    let mut parents = Vec::new();
    for (id, process) in processes()? {
        // After the name, which may hold anything, in brackets: the state and the parent.
        let stat = std::fs::read_to_string(process.join("stat")).unwrap_or_default();
        let after = stat.rsplit(')').next().unwrap_or_default();
        if let Some(parent) = after.split_whitespace().nth(1) {
            parents.push((id, parent.to_owned()));
        }
    }
    let mut all = vec![first];
    let mut at = 0;
    while let Some(parent) = all.get(at).cloned() {
        let children = parents.iter().filter(|(_, of)| *of == parent);
        all.extend(children.map(|(id, _)| id.clone()));
        at += 1;
    }
    Ok(all)
}

/// The processes of this machine: ids and folders. One may end while it is looked at.
fn processes() -> Outcome<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for process in std::fs::read_dir("/proc")? {
        let process = process?;
        if let Ok(id) = process.file_name().into_string()
            && id.bytes().all(|byte| byte.is_ascii_digit())
        {
            found.push((id, process.path()));
        }
    }
    Ok(found)
}

fn profile_in(folder: &Path) -> PathBuf {
    folder.join("profile")
}

async fn open_all<const N: usize>(setups: [Setup; N]) -> Outcome<[Page; N]> {
    let mut pages: Vec<Page> = Vec::new();
    for setup in setups {
        let site = match pages.first() {
            Some(first) => first.site.clone(),
            None => Rc::new(Site::open(&setup)?),
        };
        pages.push(start(setup, site, fresh_folder()?).await?);
    }
    let Ok(pages) = <[Page; N]>::try_from(pages) else {
        return Err("as many pages as setups".into());
    };
    Ok(pages)
}

async fn start(setup: Setup, site: Rc<Site>, downloads: PathBuf) -> Outcome<Page> {
    let engine = Engine::of_run();
    let (own_driver, address) = match engine {
        Engine::Chromium => (None, driver::shared()?.to_owned()),
        _ => {
            let driver = driver::of_one(engine, &downloads).await?;
            let address = driver.address().to_owned();
            (Some(driver), address)
        }
    };
    let wanted: Capabilities = match engine {
        Engine::Chromium => chromium(&setup, &downloads)?.into(),
        Engine::Firefox => firefox(&setup, &downloads)?,
        Engine::WebKitGtk => webkitgtk()?,
    };
    let language = Cell::new(setup.language);
    let page = Page {
        driver: WebDriver::new(address, wanted).await?,
        engine,
        setup,
        site,
        downloads,
        language,
        inside: Cell::new(None),
        around: Cell::new(None),
        presses: RefCell::default(),
        _own_driver: own_driver,
    };
    if engine == Engine::Chromium {
        emulation::apply(&page.driver, &page.setup).await?;
        page.watch().await?;
    } else {
        emulation::window(&page.driver, &page.setup).await?;
    }
    Ok(page)
}

/// Firefox: what it believes is set by its preferences.
fn firefox(setup: &Setup, downloads: &Path) -> Outcome<Capabilities> {
    let preferences = json!({
        "intl.accept_languages": setup.language.tag(),
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.download.alwaysOpenPanel": false,
        "layout.css.prefers-color-scheme.content-override": i32::from(setup.scheme == Scheme::Light),
        "ui.prefersReducedMotion": 1,
    });
    let mut options = json!({"args": ["-headless"], "prefs": preferences});
    if let Ok(program) = std::env::var("FIREFOX") {
        options["binary"] = Value::from(program);
    }
    let mut wanted = Capabilities::new();
    wanted.set("browserName", "firefox")?;
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}

/// MiniBrowser: what it believes is set by the desktop of its driver.
fn webkitgtk() -> Outcome<Capabilities> {
    let program = environment("MINIBROWSER", "WebKitGTK's MiniBrowser")?;
    let mut wanted = Capabilities::new();
    wanted.set("browserName", "MiniBrowser")?;
    let options = json!({"binary": program, "args": ["--automation"]});
    wanted.set("webkitgtk:browserOptions", options)?;
    Ok(wanted)
}

fn chromium(setup: &Setup, downloads: &Path) -> Outcome<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    if setup.profile {
        let profile = profile_in(downloads);
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    }
    wanted.add_experimental_option(
        "prefs",
        json!({
            "intl.accept_languages": setup.language.tag(),
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        }),
    )?;
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}

fn fresh_folder() -> Outcome<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = format!("mindset-e2e-{}-{count}", std::process::id());
    let folder = std::env::temp_dir().join(folder);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
