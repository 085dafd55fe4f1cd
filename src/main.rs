//! The page: makes the ports and mounts the app.
#[cfg(target_arch = "wasm32")]
fn main() {
    let ports = mindset_mirror::browser::ports();
    yew::Renderer::<mindset_mirror::ui::App>::with_root_and_props(gloo_root(), mindset_mirror::ui::AppProps { ports }).render();
}
#[cfg(target_arch = "wasm32")]
fn gloo_root() -> web_sys::Element { web_sys::window().unwrap().document().unwrap().get_element_by_id("app").unwrap() }
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
