//! Components that several pages use, a folder each.
//!
//! A component is told everything by its properties and tells everything by its callbacks. Start
//! with [`ViewContext`], which nearly every screen hands on; `fixtures` has every state that the
//! markup tests and the gallery show; styles stand in `styles/parts.css`,
//! because the order of the sheets is the order of the cascade.

mod button;
mod disclosure;
mod element;
mod file_button;
mod focus;
mod heading;
mod language_switch;
mod notice;
mod passphrase;
mod preview;
mod radio_group;
mod score_bar;
mod table;
mod text_field;
mod trend;
mod view_context;

#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;

pub use button::button;
pub use disclosure::disclosure;
pub use element::{element, list, section, text_element, untranslated_element};
pub use file_button::{FileButton, FileButtonProps};
pub use focus::use_focus_on_arrival;
pub use heading::{Heading, HeadingProps};
pub use language_switch::language_switch;
pub use notice::{error_notice, notice};
pub use passphrase::passphrase;
pub use preview::{Preview, PreviewProps};
pub use radio_group::{RadioGroup, RadioGroupProps, RadioOption};
pub use score_bar::{axis, score_bar};
pub use table::{captioned_table, head_cell, heads, table};
pub use text_field::{TextField, TextFieldProps, TextKind};
pub use trend::trend;
pub use view_context::ViewContext;
