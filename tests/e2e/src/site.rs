//! A static server for the build, under a sub-path, which can be told to fail.

use crate::Outcome;
use crate::setup::Setup;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Request, Response, Server};

/// The build must run from any folder of a site, so the tests never serve it at the root.
const FOLDER: &str = "/some/where/";

/// What the server does with files whose name ends so.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Answers 404.
    Missing(&'static str),
    /// Takes the request and never answers.
    Stall(&'static str),
    /// Sends the first half, as if it were all.
    Truncate(&'static str),
}

struct Shared {
    root: PathBuf,
    faults: Vec<Fault>,
    policy: Option<String>,
    asked: Mutex<Vec<String>>,
    /// Requests that never get an answer; kept, so that the connection stays open.
    stalled: Mutex<Vec<Request>>,
}

/// A running server. Stops when dropped.
pub struct Site {
    server: Arc<Server>,
    shared: Arc<Shared>,
    origin: String,
}

impl Site {
    /// Serves the folder of `E2E_DIST` on a free port.
    pub fn open(setup: &Setup) -> Outcome<Self> {
        let root = match std::env::var_os("E2E_DIST") {
            Some(folder) => PathBuf::from(folder),
            None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        };
        if !root.join("index.html").is_file() {
            return Err(format!("no build in {}: run cargo xtask build", root.display()).into());
        }
        let server = Server::http("127.0.0.1:0").map_err(|why| why.to_string())?;
        let address = server.server_addr().to_ip().ok_or("no address")?;
        let site = Self {
            server: Arc::new(server),
            shared: Arc::new(Shared {
                root,
                faults: setup.faults.clone(),
                policy: setup.policy.map(str::to_owned),
                asked: Mutex::default(),
                stalled: Mutex::default(),
            }),
            origin: format!("http://localhost:{}", address.port()),
        };
        let (server, shared) = (Arc::clone(&site.server), Arc::clone(&site.shared));
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                shared.answer(request);
            }
        });
        Ok(site)
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{FOLDER}", self.origin)
    }

    /// Every path asked for up to now.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.shared.asked).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

impl Shared {
    fn answer(&self, request: Request) {
        let path = request.url().split(['?', '#']).next().unwrap_or("");
        let path = path.to_owned();
        lock(&self.asked).push(path.clone());
        let Some(name) = path.strip_prefix(FOLDER) else {
            return respond(
                request,
                Response::from_string("not here").with_status_code(404),
            );
        };
        let name = if name.is_empty() { "index.html" } else { name };
        let contents = match std::fs::read(self.root.join(name)) {
            Ok(contents) if !name.contains("..") => contents,
            _ => return respond(request, Response::from_string("").with_status_code(404)),
        };
        for fault in &self.faults {
            match *fault {
                Fault::Missing(end) if name.ends_with(end) => {
                    return respond(request, Response::from_string("").with_status_code(404));
                }
                Fault::Stall(end) if name.ends_with(end) => {
                    lock(&self.stalled).push(request);
                    return;
                }
                Fault::Truncate(end) if name.ends_with(end) => {
                    let half = contents[..contents.len() / 2].to_vec();
                    return respond(request, self.file(name, half));
                }
                _ => {}
            }
        }
        respond(request, self.file(name, contents));
    }

    fn file(&self, name: &str, contents: Vec<u8>) -> Response<std::io::Cursor<Vec<u8>>> {
        let mut response =
            Response::from_data(contents).with_header(header("Content-Type", media_type(name)));
        response.add_header(header("Cache-Control", "no-cache"));
        if let Some(policy) = &self.policy {
            response.add_header(header("Content-Security-Policy", policy));
        }
        response
    }
}

fn respond(request: Request, response: Response<std::io::Cursor<Vec<u8>>>) {
    // A browser that has gone away meanwhile is no concern of the server.
    let _ = request.respond(response);
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header names and values of the tests are ASCII")
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
