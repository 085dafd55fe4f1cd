//! What holds for everything from outside: bounds before parsing, and no text that could change how
//! the text around it is shown.

mod json;
mod repeated;
mod text;
mod typed;

pub use json::{Bounds, Unparsed, parse};
pub use repeated::repeated_field;
pub use text::{is_unsafe, names_other_scheme, quoted};
pub use typed::{Misfit, fitting, typed};
