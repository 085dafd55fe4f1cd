//! Markup without a browser, for pages that the build renders, for the gallery and for tests. Native
//! builds only.

mod page;

pub use page::{JUDGING, Page};
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// The markup of a component.
pub fn of_component<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime of one thread needs nothing");
    let component = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, component.render())
}

#[derive(Properties, PartialEq)]
struct MarkupProps {
    html: Html,
}

#[component]
fn Markup(props: &MarkupProps) -> Html {
    props.html.clone()
}

/// The markup of what a screen or a part is made of.
pub fn of(html: Html) -> String {
    of_component::<Markup>(MarkupProps { html })
}
