//! The page of a team: makes the ports and mounts it. Only a browser has both.

/// As in the rep's page: the standard one takes more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;
    platform_web::panic::install();
    let ports = team_page::TeamPorts {
        content: Rc::new(platform_web::LoadedContent),
        downloads: Rc::new(platform_web::BlobDownloads),
        team_worker: Rc::new(platform_web::LoadedTeamWorker),
        clock: Rc::new(platform_web::BrowserClock),
        history: Rc::<platform_web::GuardedHistory>::default(),
        page: Rc::new(platform_web::BrowserPage),
        config: Rc::new(platform_web::config()),
    };
    ui::set_field_id_prefix(platform::new_id(&platform_web::Crypto));
    let props = team_page::TeamPageProps { ports };
    let root = platform_web::mount_point();
    yew::Renderer::<team_page::TeamPage>::with_root_and_props(root, props).render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
