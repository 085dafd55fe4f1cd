//! The sharing port on `navigator`.

use crate::{promise::settled, window};
use js_sys::Reflect;
use platform::{CopyDone, Sharing};
use web_sys::{Navigator, ShareData};

/// The sheet for sharing and the clipboard of this browser.
pub struct BrowserSharing;

impl Sharing for BrowserSharing {
    fn can_share(&self) -> bool {
        has("share")
    }

    fn share(&self, title: &str, address: &str) {
        if !self.can_share() {
            return;
        }
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(address);
        // Whoever closes the sheet has not shared anything, which is no fault.
        settled(&navigator().share_with_data(&data), |_| {});
    }

    fn copy(&self, text: &str, done: CopyDone) {
        // Absent where the page did not come over a safe connection.
        if !has("clipboard") {
            return done(false);
        }
        let written = navigator().clipboard().write_text(text);
        settled(&written, move |written| done(written.is_ok()));
    }
}

fn navigator() -> Navigator {
    window().navigator()
}

fn has(name: &str) -> bool {
    let found = Reflect::get(&navigator(), &name.into());
    found.is_ok_and(|found| !found.is_undefined())
}
