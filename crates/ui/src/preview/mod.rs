//! A file as it would be saved.

use crate::element::{element_with, fragment, keyed, text};
use crate::field_id::field_id;
use crate::focus::focused_on_arrival;
use yew::prelude::*;

/// The text of a file under its name, which is said in a sentence. It takes the focus on arrival:
/// the button that asked for it is gone, and what follows it saves the file.
pub fn preview(name: &AttrValue, sentence: String, file: &AttrValue) -> Html {
    let id = &*field_id("preview");
    let title = [id, "kicker"];
    let title = element_with("p", &["id", "class"], title, text(sentence));
    let names = &["tabindex", "role", "aria-labelledby", "translate"];
    let file = element_with("pre", names, ["0", "region", id, "no"], text(file));
    let content = fragment([title, focused_on_arrival(file, true)]);
    let preview = ["preview", "preview"];
    let preview = element_with("div", &["class", "data-part"], preview, content);
    keyed(name, preview)
}
