//! A link as a QR code, as plain data for an SVG.

use qrcodegen::{QrCodeEcc, QrSegment, Version};

/// Light modules around a code, which a reader needs to find it (ISO/IEC 18004:2015).
pub const QUIET_ZONE: usize = 4;

/// The largest version that is made: 57 modules and its quiet zone. On 25 mm a module is then 0.38 mm,
/// four and a half dots of a printer of 300 dots an inch.
pub const MAX_QR_VERSION: u8 = 10;

/// The largest version that is made for a screen alone: 89 modules and its quiet zone, of three pixels
/// each on a phone of 320.
pub const MAX_SCREEN_QR_VERSION: u8 = 18;

/// No longer text fits into either, even of letters and digits alone: 311 and 816 characters (ISO/IEC
/// 18004:2015, table 7).
const MAX_TEXT: usize = 311;
const MAX_SCREEN_TEXT: usize = 816;

/// From so many characters on, 5.5 bits for each and 13 for their segment are fewer than 8 for each.
const WORTH_A_SEGMENT: usize = 6;

/// A QR code as a square of modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Modules on a side, the quiet zone on both ends included: the view box is `0 0 size size`.
    pub size: usize,
    /// The dark modules as the `d` of one SVG path, a module being one unit: a rectangle for each run
    /// in a row. Everything else has to be light, whatever the theme.
    pub path: String,
}

/// A text that does not fit into a code of the largest version: some 200 characters for paper, and 560
/// for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLongForQr;

impl QrCode {
    /// The code of a text, at error correction level M (15 % of it can be unreadable) or better where
    /// that takes no more modules. It can be read from 25 mm of paper.
    ///
    /// # Errors
    /// Where the text is too long.
    pub fn of(text: &str) -> Result<Self, TooLongForQr> {
        Self::within(text, MAX_TEXT, MAX_QR_VERSION)
    }

    /// The same for a longer text, to be read from a screen and not from paper.
    ///
    /// # Errors
    /// Where the text is too long.
    pub fn for_screen(text: &str) -> Result<Self, TooLongForQr> {
        Self::within(text, MAX_SCREEN_TEXT, MAX_SCREEN_QR_VERSION)
    }

    fn within(text: &str, longest: usize, version: u8) -> Result<Self, TooLongForQr> {
        if text.len() > longest {
            return Err(TooLongForQr);
        }
        let code = qrcodegen::QrCode::encode_segments_advanced(
            &segments(text),
            QrCodeEcc::Medium,
            Version::MIN,
            Version::new(version),
            None,
            true,
        )
        .map_err(|_| TooLongForQr)?;
        Ok(Self {
            size: code.size() as usize + 2 * QUIET_ZONE,
            path: path(&code),
        })
    }
}

/// An address in bytes, and the code behind it in the letters that take less room: the library would
/// write all of it in bytes for one lower-case letter.
fn segments(text: &str) -> Vec<QrSegment> {
    let is_of_code = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit();
    let address = text.trim_end_matches(is_of_code);
    let code = &text[address.len()..];
    let bytes = |text: &str| QrSegment::make_bytes(text.as_bytes());
    if code.len() < WORTH_A_SEGMENT {
        return vec![bytes(text)];
    }
    let code = QrSegment::make_alphanumeric(code);
    match address.is_empty() {
        true => vec![code],
        false => vec![bytes(address), code],
    }
}

fn path(code: &qrcodegen::QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|&at| code.get_module(at, y));
            let run = dark.count() as i32;
            if run > 0 {
                let (left, top) = (x + QUIET_ZONE as i32, y + QUIET_ZONE as i32);
                path.push_str(&format!("M{left} {top}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    path
}
