//! Ties a test to a fresh browser and a fresh server, and closes both however it ends.

use crate::page::Page;
use crate::setup::Setup;
use crate::site::Site;
use crate::{Outcome, driver, emulation};
use serde_json::json;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
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

async fn open(setup: Setup) -> Outcome<Page> {
    let site = Site::open(&setup)?;
    let downloads = fresh_folder()?;
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
