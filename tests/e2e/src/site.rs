//! A static server for the build, under a sub-path, which can be told to fail. One thread
//! and one request a connection: a pool that lets a connection wait would look like a page
//! that hangs.

use crate::Outcome;
use crate::setup::Setup;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The build must run from any folder of a site, so the tests never serve it at the root.
const FOLDER: &str = "/some/where/";

/// What the hosts' pages find beside themselves: a questionnaire of their own, the element as its
/// npm package carries it, and the libraries that such a site is made with.
const BESIDE: [(&str, &str); 3] = [
    ("examples/", "../../instruments/examples"),
    ("package/", "../../target/element"),
    ("vendor/", "../../tools/node_modules"),
];

/// What the server does with files whose name ends so.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Answers 404.
    Missing(&'static str),
    /// Takes the request and never answers.
    Stall(&'static str),
    /// Sends the first half, as if it were all.
    Truncate(&'static str),
    /// Answers 500.
    Broken(&'static str),
    /// Sends it with one bit turned over.
    Flip(&'static str),
    /// Sends it as a media type that it is not.
    Mistyped(&'static str),
}

struct Shared {
    root: PathBuf,
    /// Beginnings of names, and the folders that they stand for.
    beside: &'static [(&'static str, &'static str)],
    /// The folder of the site under which everything stands.
    folder: &'static str,
    /// What stands for `{site}` in its pages.
    other: String,
    faults: Vec<Fault>,
    policy: Option<String>,
    asked: Mutex<Vec<String>>,
    /// Connections that never get an answer; kept, so that they stay open.
    stalled: Mutex<Vec<TcpStream>>,
    closed: AtomicBool,
}

/// A running server. Stops when dropped.
pub struct Site {
    shared: Arc<Shared>,
    port: u16,
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
        Self::serve(Shared {
            root,
            beside: &[],
            folder: FOLDER,
            other: String::new(),
            faults: setup.faults.clone(),
            policy: setup.policy.map(str::to_owned),
            asked: Mutex::default(),
            stalled: Mutex::default(),
            closed: AtomicBool::new(false),
        })
    }

    /// Serves the pages of `hosts/`, in which `{site}` stands for the address of the build.
    pub fn of_hosts(build: &Site, policy: Option<String>) -> Outcome<Self> {
        Self::serve(Shared {
            root: Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts"),
            beside: &BESIDE,
            folder: "/",
            other: build.address(),
            faults: Vec::new(),
            policy,
            asked: Mutex::default(),
            stalled: Mutex::default(),
            closed: AtomicBool::new(false),
        })
    }

    /// Serves a folder as it is.
    pub fn of_folder(root: PathBuf) -> Outcome<Self> {
        Self::serve(Shared {
            beside: &[],
            root,
            folder: "/",
            other: String::new(),
            faults: Vec::new(),
            policy: None,
            asked: Mutex::default(),
            stalled: Mutex::default(),
            closed: AtomicBool::new(false),
        })
    }

    fn serve(shared: Shared) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(shared);
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                if serving.closed.load(Ordering::Relaxed) {
                    return;
                }
                let serving = Arc::clone(&serving);
                std::thread::spawn(move || {
                    // A browser that has gone away meanwhile is no concern of the server.
                    let _ = connection.and_then(|connection| serving.answer(connection));
                });
            }
        });
        Ok(Self { shared, port })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.shared.folder)
    }

    /// The origin of the page.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// A file that it serves, on this machine.
    pub fn file(&self, name: &str) -> PathBuf {
        self.shared.root.join(name)
    }

    /// Every path asked for up to now.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.shared.asked).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        // The listener notices at its next connection; when there is none, it is gone.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Shared {
    fn answer(&self, connection: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(&connection).lines();
        // "GET /some/where/?query HTTP/1.1", then headers up to an empty line.
        let Some(first) = lines.next().transpose()? else {
            return Ok(());
        };
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let target = first.split(' ').nth(1).unwrap_or("");
        let path = target.split(['?', '#']).next().unwrap_or("");
        lock(&self.asked).push(path.to_owned());
        let name = match path.strip_prefix(self.folder) {
            Some("") => "index.html",
            Some(name) if !name.contains("..") => name,
            _ => return self.respond(connection, "404 Not Found", "", b""),
        };
        let Ok(mut contents) = std::fs::read(self.file(name)) else {
            return self.respond(connection, "404 Not Found", "", b"");
        };
        if !self.other.is_empty() {
            let text = String::from_utf8_lossy(&contents).replace("{site}", &self.other);
            contents = text.into_bytes();
        }
        for fault in &self.faults {
            match *fault {
                Fault::Missing(end) if name.ends_with(end) => {
                    return self.respond(connection, "404 Not Found", "", b"");
                }
                Fault::Stall(end) if name.ends_with(end) => {
                    lock(&self.stalled).push(connection);
                    return Ok(());
                }
                Fault::Broken(end) if name.ends_with(end) => {
                    return self.respond(connection, "500 Internal Server Error", "", b"");
                }
                Fault::Flip(end) if name.ends_with(end) => {
                    let middle = contents.len() / 2;
                    contents[middle] ^= 1;
                }
                Fault::Mistyped(end) if name.ends_with(end) => {
                    return self.respond(connection, "200 OK", "", &contents);
                }
                Fault::Truncate(end) if name.ends_with(end) => {
                    contents.truncate(contents.len() / 2);
                }
                _ => {}
            }
        }
        self.respond(connection, "200 OK", name, &contents)
    }

    fn file(&self, name: &str) -> PathBuf {
        let found = self.beside.iter().find_map(|(beginning, folder)| {
            let rest = name.strip_prefix(beginning)?;
            Some(
                Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join(folder)
                    .join(rest),
            )
        });
        found.unwrap_or_else(|| self.root.join(name))
    }

    fn respond(
        &self,
        mut connection: TcpStream,
        status: &str,
        name: &str,
        contents: &[u8],
    ) -> std::io::Result<()> {
        let (length, kind) = (contents.len(), media_type(name));
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\n"
        );
        if let Some(policy) = &self.policy {
            head += &format!("Content-Security-Policy: {policy}\r\n");
        }
        connection.write_all(format!("{head}\r\n").as_bytes())?;
        connection.write_all(contents)
    }
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
