//! A host's logo for the printed sheet, as `web/frame.ts` hands it over: a picture within its address.

use std::rc::Rc;

/// The media types of a picture that is printed. In an `<img>`, an SVG runs no script and loads nothing.
const TYPES: [&str; 5] = ["png", "jpeg", "webp", "gif", "svg+xml"];

/// The most bytes of a logo, as in `web/host-protocol.ts`.
const LARGEST: usize = 64 * 1024;

/// A picture as a `data:` address of one of these types, small and in base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo(Rc<str>);

impl Logo {
    /// Reads such an address; `None` where it is none, or the picture is empty or too large.
    pub fn read(address: &str) -> Option<Self> {
        let (kind, picture) = address
            .strip_prefix("data:image/")?
            .split_once(";base64,")?;
        let in_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
        let sound = TYPES.contains(&kind)
            && !picture.is_empty()
            && picture.len() <= LARGEST.div_ceil(3) * 4
            && picture.bytes().all(in_base64);
        sound.then(|| Self(address.into()))
    }

    /// The address, which holds the whole picture.
    pub fn address(&self) -> Rc<str> {
        self.0.clone()
    }
}
