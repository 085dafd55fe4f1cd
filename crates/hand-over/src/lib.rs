//! What one person hands another without a file.
//!
//! A [`TalkCode`] holds the answers of one session in characters that can be read aloud, put into a
//! link or shown as a [`QrCode`]. A [`Seal`] shows that nobody changed an answer after seeing the
//! other's. Neither holds a name, a free text, or an answer on a theme that is withheld.
//!
//! To read one: [`questionnaire_of`] says which questionnaire it takes, and [`TalkCode::read`] reads
//! it by that one.

mod bits;
mod checksum;
mod crockford;
mod fragment;
mod handed;
mod qr;
mod radix;
mod salt;
mod seal;
mod situation;
mod talk_code;

pub use fragment::code_behind;
pub use qr::{MAX_QR_VERSION, MAX_SCREEN_QR_VERSION, QUIET_ZONE, QrCode, TooLongForQr};
pub use salt::Salt;
pub use seal::{Seal, SealFault};
pub use situation::{situation_fragment, situation_in};
pub use talk_code::{CodeFault, FRAGMENT, MAX_CHARACTERS, NoCode, TalkCode, questionnaire_of};

/// The letters that codes are written in, and the bits behind them: for codes of another kind.
pub mod base32 {
    pub use crate::bits::{Bits, Unread};
    pub use crate::crockford::{CHARACTER_BITS, WrongCharacter, grouped, read, write};
}
