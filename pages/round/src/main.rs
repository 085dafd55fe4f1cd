//! The page of a round: makes the ports and mounts it. Only a browser has both.

/// As in the rep's page: the standard one takes more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;
    platform_web::panic::install();
    let ports = round_page::RoundPorts {
        content: Rc::new(platform_web::LoadedContent),
        records: platform_web::records(),
        files: Rc::new(platform_web::InputFiles),
        file_jobs: Rc::new(platform_web::WorkerFileJobs),
        clock: Rc::new(platform_web::BrowserClock),
        random: Rc::new(platform_web::Crypto),
        history: Rc::<platform_web::GuardedHistory>::default(),
        page: Rc::new(platform_web::BrowserPage),
        sharing: Rc::new(platform_web::BrowserSharing),
        config: Rc::new(platform_web::config()),
    };
    ui::set_field_id_prefix(platform::new_id(&*ports.random));
    let props = round_page::RoundPageProps { ports };
    let root = platform_web::mount_point();
    yew::Renderer::<round_page::RoundPage>::with_root_and_props(root, props).render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
