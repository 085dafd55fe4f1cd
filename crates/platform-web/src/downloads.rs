//! The downloads port: a blob, an object URL, and a link that is clicked.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document;
use platform::Downloads;

/// For how long the browser may take the file from its URL, in milliseconds: a reader may
/// be asked first where to put it.
const KEEP: u32 = 60_000;

/// Offers files through the browser's own download.
pub struct BlobDownloads;

impl Downloads for BlobDownloads {
    fn save(&self, name: &str, media_type: &str, bytes: &[u8]) -> bool {
        offer(name, media_type, bytes).is_ok()
    }
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEEP, move || {
        // A URL that is gone already is what is wanted here.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
