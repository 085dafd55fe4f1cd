//! A file as it would be saved.

use crate::focus::focused_on_arrival;
use yew::prelude::*;

/// The text of a file under its name, which is said in a sentence. It takes the focus on arrival:
/// the button that asked for it is gone, and what follows it saves the file.
pub fn preview(name: &AttrValue, sentence: String, file: &AttrValue) -> Html {
    let text = html! {
        <pre tabindex="0" role="region" aria-labelledby="preview" translate="no">{ file }</pre>
    };
    html! {
        <div key={&**name} class="preview" data-part="preview">
            <h3 id="preview" class="kicker">{ sentence }</h3>
            { focused_on_arrival(text, true) }
        </div>
    }
}
