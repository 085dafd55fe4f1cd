//! The screens, and the app that moves between them.
//!
//! `app` holds all state and does what is asked; `screens` show it, one file a screen;
//! `parts` are the pieces more than one screen uses. Components know the ports only
//! through `app`.

mod app;
mod focus;
mod import_error;
pub mod parts;
mod scene;
pub mod screens;

pub use app::{App, AppProps};
pub use scene::Scene;
