//! A fold: the native details element.

use yew::prelude::*;

/// What a fold shows.
#[derive(Properties, PartialEq)]
pub struct DisclosureProps {
    /// The line that is always visible.
    pub summary: AttrValue,
    /// What unfolds.
    pub children: Html,
}

/// A fold that also opens in print.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    html! {
        <details class="disclosure">
            <summary>{ &props.summary }</summary>
            <div class="disclosure-body">{ props.children.clone() }</div>
        </details>
    }
}
