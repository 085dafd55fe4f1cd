//! The browser engines that the suite runs in, one a run, and what a test may need of them.
//!
//! Read from the environment: `E2E_ENGINE` (`chromium`, `firefox` or `webkitgtk`; Chromium without).

use std::sync::OnceLock;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through ChromeDriver: the one that can be made to believe anything.
    Chromium,
    /// Firefox ESR through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver. It is not Safari.
    WebKitGtk,
}

/// What not every engine can do, or lets a driver do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The DevTools protocol: network, touch, pixels, throttling, lifecycle.
    DevTools,
    /// A profile that outlives the browser.
    Profile,
    /// A dark scheme.
    DarkScheme,
    /// An element that is moved by `moveBefore` without its frame being loaded anew.
    MoveBefore,
    /// A page that comes back as it was left though it held a lock up to then.
    CachedLocks,
    /// A tab that is hidden by another one.
    HiddenTabs,
    /// A field that is left in a window that is not in front.
    FocusInEveryWindow,
    /// The page in a frame in a sandbox without an origin.
    Sandbox,
}

impl Engine {
    /// The engine of this run.
    pub fn of_run() -> Self {
        static ENGINE: OnceLock<Engine> = OnceLock::new();
        *ENGINE.get_or_init(|| match std::env::var("E2E_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkitgtk") => Self::WebKitGtk,
            Ok(other) => panic!("E2E_ENGINE is {other}: neither chromium, firefox nor webkitgtk"),
        })
    }

    /// Why it cannot do this, if it cannot.
    pub fn lacks(self, need: Need) -> Option<&'static str> {
        match (self, need) {
            (Self::Chromium, _) => None,
            (_, Need::DevTools) => Some("the DevTools protocol is Chromium's alone"),
            (_, Need::Profile) => Some("its driver begins each browser with an empty profile"),
            (Self::WebKitGtk, Need::DarkScheme) => Some("its scheme is that of the desktop"),
            (Self::Firefox, Need::CachedLocks) => {
                Some("it decides on the cache before a page can give up its locks")
            }
            (Self::WebKitGtk, Need::HiddenTabs) => {
                Some("its driver can press nothing in a tab, so that all are windows in sight")
            }
            (Self::Firefox, Need::FocusInEveryWindow) => {
                Some("a field in a window that is not in front does not hear that it is left")
            }
            (Self::WebKitGtk, Need::Sandbox) => Some("it does not start the page in a sandbox"),
            (_, Need::MoveBefore) => Some("it loads the frame of a moved element anew"),
            _ => None,
        }
    }
}
