//! Moving the focus to what has just arrived.

use yew::prelude::*;

/// Focuses the element once, when its component arrives, if `wanted`. Scrolling is left to
/// the screen change, which goes to the top: focusing would put a long legend half out of
/// view on a phone.
#[hook]
pub fn use_focus_on_arrival(wanted: bool) -> NodeRef {
    let node = use_node_ref();
    let target = node.clone();
    use_effect_with((), move |()| {
        if wanted && let Some(element) = target.cast::<web_sys::HtmlElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // A refused focus changes nothing that could be reported or mended.
            let _ = element.focus_with_options(&options);
        }
    });
    node
}
