//! Moving the focus to what has just arrived.

use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// An element that is focused once, when it arrives, where `wanted`. Scrolling is left to the screen
/// change, which goes to the top: focusing would put a long legend half out of view on a phone.
pub fn focused_on_arrival(element: Html, wanted: bool) -> Html {
    html! { <FocusedOnArrival {element} {wanted} /> }
}

#[derive(Properties)]
struct FocusedOnArrivalProps {
    element: Html,
    wanted: bool,
}

impl PartialEq for FocusedOnArrivalProps {
    /// Never the same, so that the element is rendered again each time: that finds what is the same
    /// in it, and a comparison of markup would be a second way to do so.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// A component, as only that hears of its arrival.
struct FocusedOnArrival(NodeRef);

impl Component for FocusedOnArrival {
    type Message = ();
    type Properties = FocusedOnArrivalProps;

    fn create(_: &Context<Self>) -> Self {
        Self(NodeRef::default())
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let mut element = ctx.props().element.clone();
        if let VNode::VTag(tag) = &mut element {
            Rc::make_mut(tag).node_ref = self.0.clone();
        }
        element
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render
            && ctx.props().wanted
            && let Some(element) = self.0.cast::<web_sys::HtmlElement>()
        {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // A refused focus changes nothing that could be reported or mended.
            let _ = element.focus_with_options(&options);
        }
    }
}
