//! The page.

use yew::prelude::*;

#[component]
fn Hello() -> Html {
    html! { <h1>{ "Mindset Mirror" }</h1> }
}

fn main() {
    yew::Renderer::<Hello>::new().render();
}
