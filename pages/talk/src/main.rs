//! The page for the talk: makes the ports and mounts it. Only a browser has both.

/// As in the rep's page: the standard one takes more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;
    let ports = platform_web::ports();
    ui::set_field_id_prefix(platform::new_id(&*ports.random));
    let props = talk_page::TalkPageProps {
        ports,
        sharing: Rc::new(platform_web::BrowserSharing),
    };
    let root = platform_web::mount_point();
    yew::Renderer::<talk_page::TalkPage>::with_root_and_props(root, props).render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
