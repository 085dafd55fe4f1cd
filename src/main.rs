//! The page: makes the ports, mounts the app. Only a browser has both.

fn main() {
    #[cfg(target_arch = "wasm32")]
    mindset_mirror::ui::mount(mindset_mirror::browser::ports());
}
