//! A file as it would be saved.

use yew::prelude::*;

/// The text of a file under its name.
pub fn preview(title: String, text: &AttrValue) -> Html {
    html! {
        <div class="preview" data-part="preview">
            <h3 id="preview" class="kicker">{ title }</h3>
            <pre tabindex="0" role="region" aria-labelledby="preview" translate="no">{ text }</pre>
        </div>
    }
}
