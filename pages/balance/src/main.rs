//! Mounts the page. Only a browser has one.

/// As in the rep's page: the standard one takes more.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

use balance_page::page::{BalancePage, BalancePageProps, surroundings};

fn main() {
    if cfg!(target_arch = "wasm32") {
        let props = BalancePageProps {
            language: surroundings::language(),
            today: surroundings::today(),
            entry: Default::default(),
        };
        let root = surroundings::mount_point();
        yew::Renderer::<BalancePage>::with_root_and_props(root, props).render();
    }
}
