//! Mounts the page. Only a browser has one.

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::Renderer::<builder::page::Builder>::with_root(builder::page::mount_point()).render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
