//! Mounts the page. Only a browser has one.

use builder::page::{Builder, BuilderProps, surroundings};
use builder::texts::texts;

fn main() {
    if cfg!(target_arch = "wasm32") {
        let language = surroundings::language();
        // Before the preview is there, which begins in the language of its page.
        surroundings::announce(language, texts(language).title);
        let props = BuilderProps {
            language,
            place: surroundings::place(),
            attributes: Default::default(),
        };
        yew::Renderer::<Builder>::with_root_and_props(surroundings::mount_point(), props).render();
    }
}
