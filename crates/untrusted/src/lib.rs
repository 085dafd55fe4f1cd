//! What holds for everything from outside: bounds before parsing, and no text that could change how
//! the text around it is shown.

mod encoding;
mod json;
mod repeated;
mod sealed;
mod text;
mod typed;

pub use encoding::{Encoding, wide};
pub use json::{Bounds, Unparsed, make_whole, parse};
pub use repeated::repeated_field;
pub use sealed::{MAX_SEALED_HEADER, MAX_SEALED_WORK, SealedFault, is_sealed, sealed_bytes};
pub use text::{is_blank, is_invisible, is_unsafe, names_other_scheme, quoted};
pub use typed::{Misfit, fitting, typed};
