//! Components that several pages use, a folder each.
//!
//! A component receives everything by its properties and reports everything by its callbacks. Start
//! with [`ViewContext`], which nearly every screen hands on; `fixtures` has every state that the
//! markup tests and the gallery show; styles stand in `styles/parts.css`,
//! because the order of the sheets is the order of the cascade.

mod button;
mod choice;
mod disclosure;
mod element;
mod field_id;
mod file_button;
mod focus;
mod heading;
mod language_switch;
mod notice;
mod number_field;
mod passphrase;
mod preview;
mod radio_group;
mod score_bar;
mod screen_head;
mod table;
mod text_field;
mod trend;
mod view_context;

#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;

pub use button::{actions, button, button_with, on_click, row_button};
pub use choice::{Choice, choice, choice_field, choices};
pub use disclosure::{disclosure, disclosure_under};
pub use element::{
    Content, definition, div_section, element, element_with, facts_list, fragment, keyed, list,
    named_section, node_vec, nodes, section, status, text, text_element, untranslated_element,
    when,
};
pub use field_id::{field_id, set_field_id_prefix};
pub use file_button::file_button;
pub use heading::heading;
pub use language_switch::language_switch;
pub use notice::{error_notice, notice};
pub use number_field::{NumberField, number_field};
pub use passphrase::passphrase;
pub use preview::preview;
pub use radio_group::{RadioGroupProps, RadioOption, radio_group};
pub use score_bar::{axis, cut_lines, score_bar};
pub use screen_head::{back_button, screen_head};
pub use table::{captioned_table, head_and_body, head_cell, heads, table};
pub use text_field::{TextFieldProps, TextKind, text_field};
pub use trend::{TrendRow, trend};
pub use view_context::ViewContext;
