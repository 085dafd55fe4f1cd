//! Handing a text on: the device's own sheet for sharing, and the clipboard.

/// Called once; whether the text is on the clipboard.
pub type CopyDone = Box<dyn FnOnce(bool)>;

/// Hands texts on. Nothing is sent by the page itself: the reader chooses where to.
pub trait Sharing {
    /// Whether this browser has a sheet for sharing a link.
    fn can_share(&self) -> bool;

    /// Opens it with this link. Whether somebody then shares it is not known.
    fn share(&self, title: &str, address: &str);

    /// Copies a text; `done` is called once, also where the browser refuses.
    fn copy(&self, text: &str, done: CopyDone);
}
