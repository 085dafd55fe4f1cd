//! Ids of fields and of what describes them.

use std::cell::RefCell;

thread_local! {
    static PREFIX: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on every id of [`field_id`] begins with this text. A page around this one may put any
/// fragment behind the frame's address, and hears whether the frame then has the focus: ids that it
/// could guess would tell it which statement is on screen and which beliefs were agreed with.
pub fn set_field_id_prefix(prefix: String) {
    PREFIX.set(prefix);
}

/// The id in the document of the field with this name, unique on the page.
pub fn field_id(name: &str) -> String {
    PREFIX.with_borrow(|prefix| [prefix, name].concat())
}
