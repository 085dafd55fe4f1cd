//! The ports in a real browser: one browser API a file, and no other module knows one.
//!
//! `web-sys` throughout, because it gives a `Result` where a browser may refuse; a wrapper
//! that panics there would take the answers with it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the one package that touches window and document"
)]

mod clock;
mod content;
mod downloads;
mod file_jobs;
mod files;
mod history;
mod host;
mod keys;
mod offered;
mod page;
pub mod panic;
mod promise;
mod random;
mod sealing;
mod sharing;
mod team_worker;
mod timers;

use std::rc::Rc;

use web_sys::{Document, Element, Window};

pub use clock::BrowserClock;
pub use content::LoadedContent;
pub use downloads::BlobDownloads;
pub use file_jobs::WorkerFileJobs;
pub use files::InputFiles;
pub use history::GuardedHistory;
pub use host::{FrameHost, config};
pub use page::BrowserPage;
pub use random::Crypto;
pub use sealing::LoadedSealing;
pub use sharing::BrowserSharing;
pub use team_worker::LoadedTeamWorker;
pub use timers::BrowserTimers;

use platform::Ports;

/// The ports of this page. A panic is announced from here on.
pub fn ports() -> Ports {
    panic::install();
    Ports {
        content: Rc::new(LoadedContent),
        records: records(),
        downloads: Rc::new(BlobDownloads),
        files: Rc::new(InputFiles),
        file_jobs: Rc::new(WorkerFileJobs),
        sealing: Rc::new(LoadedSealing),
        clock: Rc::new(BrowserClock),
        random: Rc::new(Crypto),
        history: Rc::<GuardedHistory>::default(),
        host: Rc::new(FrameHost::default()),
        page: Rc::new(BrowserPage),
        timers: Rc::new(BrowserTimers),
    }
}

/// What the records of this device stand on.
pub fn records() -> store::Backends {
    store_web::backends(&window())
}

/// Where the app is mounted: the element with the id `app`, or the whole body of a page
/// that has none.
pub fn mount_point() -> Element {
    let document = document();
    document
        .get_element_by_id("app")
        .or_else(|| document.body().map(Into::into))
        .expect("scripts of the type module run when the body is there")
}

/// The window; the app runs on a page, never in a worker, so there is one.
fn window() -> Window {
    web_sys::window().expect("the app runs on a page")
}

/// Whether the page is in a frame of another one.
fn is_framed() -> bool {
    let window = window();
    !matches!(window.parent(), Ok(Some(parent)) if parent == window)
}

/// The document of that window; a page has one.
fn document() -> Document {
    window().document().expect("the app runs on a page")
}
