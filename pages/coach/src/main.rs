//! Mounts the page. Only a browser has one.

use builder::page::{Builder, BuilderProps, surroundings};

fn main() {
    if cfg!(target_arch = "wasm32") {
        let props = BuilderProps {
            language: surroundings::language(),
            place: surroundings::place(),
            attributes: Default::default(),
        };
        yew::Renderer::<Builder>::with_root_and_props(surroundings::mount_point(), props).render();
    }
}
