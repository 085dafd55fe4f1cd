//! The page: makes the ports and mounts the app. Only a browser has both.

/// The standard one takes 2.3 KB (brotli) more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    use mindset_mirror::{App, AppProps};
    let props = AppProps {
        ports: platform_web::ports(),
    };
    ui::set_field_id_prefix(platform::new_id(&*props.ports.random));
    yew::Renderer::<App>::with_root_and_props(platform_web::mount_point(), props).render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
