//! Ties a test to a fresh browser and a fresh server, and closes both however it ends.

use crate::page::Page;
use crate::setup::Setup;
use crate::site::Site;
use crate::{Outcome, driver, emulation};
use serde_json::json;
use std::cell::Cell;
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
    let name = std::thread::current()
        .name()
        .unwrap_or("test")
        .replace("::", "-");
    let _turn = driver::turn(setup.alone);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be made");
    let page = runtime
        .block_on(open(setup))
        .unwrap_or_else(|why| panic!("{why}"));
    let body = AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&page).await?;
            if !page.setup.noisy {
                page.quiet().await?;
            }
            Ok(())
        })
    });
    let ended: std::thread::Result<Outcome> = catch_unwind(body);
    runtime.block_on(async {
        if !matches!(ended, Ok(Ok(()))) {
            // The failure itself is what matters; a picture of it is a help.
            let _ = page.shot(&format!("FAILED-{name}")).await;
            if let Ok(mut said) = page.console().await {
                said.dedup();
                said.iter().for_each(|line| eprintln!("console: {line}"));
            }
        }
        let folder = page.downloads.clone();
        let _ = page.driver.quit().await;
        let _ = std::fs::remove_dir_all(folder);
    });
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(why)) => panic!("{why}"),
        Err(panic) => resume_unwind(panic),
    }
}

/// Kills the browser at once, as a crash or a battery does, and opens it again with what it has
/// on the disk.
pub async fn killed(page: &Page) -> Outcome<Page> {
    let process = browser_of(&page.downloads)?.ok_or("the browser runs")?;
    let ended = Command::new("kill").args(["-9", &process]).status()?;
    assert!(ended.success());
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
    for process in std::fs::read_dir("/proc")? {
        let process = process?;
        // A process may end while it is looked at.
        let command = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        let command = String::from_utf8_lossy(&command).into_owned();
        let mut words = command.split('\0');
        if words.clone().any(|word| word == profile)
            && !words.any(|word| word.starts_with("--type="))
        {
            return Ok(process.file_name().into_string().ok());
        }
    }
    Ok(None)
}

fn profile_in(folder: &Path) -> PathBuf {
    folder.join("profile")
}

async fn open(setup: Setup) -> Outcome<Page> {
    let site = Rc::new(Site::open(&setup)?);
    start(setup, site, fresh_folder()?).await
}

async fn start(setup: Setup, site: Rc<Site>, downloads: PathBuf) -> Outcome<Page> {
    let driver = WebDriver::new(driver::address()?, capabilities(&setup, &downloads)?).await?;
    let language = Cell::new(setup.language);
    let page = Page {
        driver,
        setup,
        site,
        downloads,
        language,
        inside: Cell::new(None),
        around: Cell::new(None),
        presses: Cell::new(0),
    };
    emulation::apply(&page.driver, &page.setup).await?;
    page.watch().await?;
    Ok(page)
}

fn capabilities(setup: &Setup, downloads: &Path) -> Outcome<ChromeCapabilities> {
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
