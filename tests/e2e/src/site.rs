//! A static server for the build, under a sub-path, which fails on demand: a kept server
//! of files, and a layer over it for what goes wrong.

use crate::engine::Engine;
use crate::setup::Setup;
use crate::{Outcome, custom};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tower_http::services::ServeDir;

/// The build must run from any folder of a site, so the tests never serve it at the root.
const FOLDER: &str = "/some/where/";

/// What the hosts' pages find beside themselves: a custom questionnaire, the element as its
/// npm package carries it, and the libraries that such a site is made with.
const BESIDE: [(&str, &str); 3] = [
    ("/examples", "../../content/examples"),
    ("/package", "../../target/element"),
    ("/vendor", "../../tools/node_modules"),
];

/// What the server does with the files of a name: how it ends, or how it begins and ends with a `*`
/// for what the build puts between.
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
    /// Sends it changed so that it does the same: with an empty comment or section more.
    Harmless(&'static str),
}

impl Fault {
    /// Whether it befalls the file of this name.
    fn befalls(self, name: &str) -> bool {
        let (Self::Missing(named)
        | Self::Stall(named)
        | Self::Truncate(named)
        | Self::Broken(named)
        | Self::Flip(named)
        | Self::Mistyped(named)
        | Self::Harmless(named)) = self;
        match named.split_once('*') {
            Some((beginning, end)) => name.starts_with(beginning) && name.ends_with(end),
            None => name.ends_with(named),
        }
    }
}

/// What the server does besides sending files.
struct Behaviour {
    /// The folder of the site under which everything stands, with a slash at both ends.
    folder: &'static str,
    /// What stands for `{site}` in its pages, if anything does.
    other: Option<String>,
    faults: Vec<Fault>,
    /// What runs in every document before its own scripts, where the driver cannot put it there.
    before: String,
    policy: Option<HeaderValue>,
    requested: Mutex<Vec<String>>,
    /// Lets one answer go that is held.
    release: Notify,
}

/// A running server. Stops when dropped, with every request that it has not answered.
pub struct Site {
    behaviour: Arc<Behaviour>,
    root: PathBuf,
    port: u16,
    /// None only while the site is dropped.
    runtime: Option<Runtime>,
}

impl Site {
    /// Serves the folder of `E2E_DIST` on a free port.
    pub fn open(setup: &Setup) -> Outcome<Self> {
        let root = match std::env::var_os("E2E_DIST") {
            Some(folder) => PathBuf::from(folder),
            None => here("../../dist"),
        };
        if !root.join("index.html").is_file() {
            return Err(format!("no build in {}: run cargo xtask build", root.display()).into());
        }
        Self::of_build(root, setup)
    }

    /// Serves a build in this folder, under a folder of the site and with what the setup asks for.
    pub fn of_build(root: PathBuf, setup: &Setup) -> Outcome<Self> {
        let behaviour = Behaviour {
            faults: setup.faults.clone(),
            before: before(setup),
            policy: setup.policy.map(HeaderValue::from_static),
            ..Behaviour::plain(FOLDER)
        };
        Self::serve(behaviour, root, &[])
    }

    /// Serves the pages of `hosts/`, in which `{site}` stands for the address of the build.
    pub fn of_hosts(build: &Site, policy: Option<String>) -> Outcome<Self> {
        let behaviour = Behaviour {
            other: Some(build.address()),
            before: build.behaviour.before.clone(),
            policy: policy.map(HeaderValue::try_from).transpose()?,
            ..Behaviour::plain("/")
        };
        Self::serve(behaviour, here("hosts"), &BESIDE)
    }

    /// Serves a folder as it is.
    pub fn of_folder(root: PathBuf) -> Outcome<Self> {
        Self::serve(Behaviour::plain("/"), root, &[])
    }

    fn serve(behaviour: Behaviour, root: PathBuf, nested: &[(&str, &str)]) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let behaviour = Arc::new(behaviour);
        let mut files = Router::new().fallback_service(ServeDir::new(&root));
        for (beginning, folder) in nested {
            files = files.nest_service(beginning, ServeDir::new(here(folder)));
        }
        let files = match behaviour.folder.trim_end_matches('/') {
            "" => files,
            folder => Router::new().nest_service(folder, files),
        };
        let files = files.layer(from_fn_with_state(Arc::clone(&behaviour), answer));
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, files).await
        });
        Ok(Self {
            behaviour,
            root,
            port,
            runtime: Some(runtime),
        })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.behaviour.folder)
    }

    /// The origin of the page.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// A file that it serves, on this machine.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Sends the answer that is held (`answers/held`), or the next one at once.
    pub fn release(&self) {
        self.behaviour.release.notify_one();
    }

    /// Every path asked for up to now.
    pub fn requested(&self) -> Vec<String> {
        lock(&self.behaviour.requested).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Waiting would take for ever where a request is never answered.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Behaviour {
    /// Files as they are, under a folder of the site.
    fn plain(folder: &'static str) -> Self {
        Self {
            folder,
            other: None,
            faults: Vec::new(),
            before: String::new(),
            policy: None,
            requested: Mutex::default(),
            release: Notify::new(),
        }
    }
}

/// Notes the path, and answers by the file or by the faults that befall it.
async fn answer(
    State(behaviour): State<Arc<Behaviour>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    lock(&behaviour.requested).push(path.clone());
    let isolated = request.uri().query() == Some("isolated");
    let name = match path.strip_prefix(behaviour.folder) {
        Some("") => "index.html",
        Some(name) => name,
        None => {
            return finished(
                &behaviour,
                "",
                isolated,
                StatusCode::NOT_FOUND.into_response(),
            );
        }
    };
    if let Some(kind) = name.strip_prefix("answers/") {
        let host = request.headers().get(header::HOST);
        let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
        if kind == "held" {
            behaviour.release.notified().await;
        }
        return in_place_of_a_questionnaire(kind, host);
    }
    let faults = behaviour.faults.iter().copied();
    let faults: Vec<Fault> = faults.filter(|fault| fault.befalls(name)).collect();
    for fault in &faults {
        match fault {
            Fault::Missing(_) => {
                return finished(
                    &behaviour,
                    name,
                    isolated,
                    StatusCode::NOT_FOUND.into_response(),
                );
            }
            Fault::Broken(_) => {
                let broken = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                return finished(&behaviour, name, isolated, broken);
            }
            Fault::Stall(_) => std::future::pending().await,
            Fault::Truncate(_) | Fault::Flip(_) | Fault::Mistyped(_) | Fault::Harmless(_) => {}
        }
    }
    // Every answer is the whole file, so that a fault is seen whatever the browser has of it.
    for partly in [
        header::IF_MODIFIED_SINCE,
        header::IF_NONE_MATCH,
        header::RANGE,
    ] {
        request.headers_mut().remove(partly);
    }
    let response = next.run(request).await;
    let response = match response.status().is_success() {
        true => changed(&behaviour, &faults, response).await,
        false => response,
    };
    finished(&behaviour, name, isolated, response)
}

/// What a server of a host can answer where its custom questionnaire is asked for: a status, one of
/// the kinds below, or a questionnaire of [`custom`]. No other origin may read it, such as this server by its number.
fn in_place_of_a_questionnaire(kind: &str, host: &str) -> Response {
    const LOG_IN: &str = "<!doctype html><title>Log in</title>";
    let sound = custom::EXAMPLE;
    let of =
        |kind: &'static str, body: Vec<u8>| ([(header::CONTENT_TYPE, kind)], body).into_response();
    match kind {
        "log-in" => of("text/html", LOG_IN.into()),
        "log-in-as-json" => of(
            "application/json",
            ["\n\u{FEFF}", LOG_IN].concat().into_bytes(),
        ),
        "words-as-html" => of("text/html", b"Please log in.".to_vec()),
        "redirect-here" => Redirect::to("/answers/log-in").into_response(),
        "redirect-away" => Redirect::to(&by_number(host, "/answers/log-in")).into_response(),
        "empty" => of("application/json", Vec::new()),
        "blank" => of("application/json", b" \n".to_vec()),
        "large" => of("application/json", vec![b' '; 256 * 1024 + 1]),
        "held" => of("application/json", sound.into()),
        "mistyped" => of("text/html", sound.into()),
        "marked" => of(
            "application/json",
            ["\u{FEFF}", sound].concat().into_bytes(),
        ),
        "windows-1252" => {
            let body = sound.replacen("meta", "m\u{E9}ta", 1);
            let byte = |one| u8::try_from(u32::from(one)).unwrap_or(b'?');
            of(
                "application/json; charset=windows-1252",
                body.chars().map(byte).collect(),
            )
        }
        "utf-16" => {
            let units = sound.encode_utf16().flat_map(u16::to_le_bytes);
            of(
                "application/json",
                [0xFF, 0xFE].into_iter().chain(units).collect(),
            )
        }
        "repeated" => of(
            "application/json",
            sound
                .replacen("\"key\": \"+\"", "\"key\": \"+\", \"key\": \"-\"", 1)
                .into(),
        ),
        "all-plus" => of("application/json", all_keyed("+")),
        "all-minus" => of("application/json", all_keyed("-")),
        name => match (
            custom::definition(name),
            name.parse().ok().map(StatusCode::from_u16),
        ) {
            (Some(definition), _) => of("application/json", definition.to_string().into()),
            (None, Some(Ok(status))) => (status, LOG_IN).into_response(),
            _ => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

/// A questionnaire of which every statement is keyed like this, so that no two of them are a pair.
fn all_keyed(key: &str) -> Vec<u8> {
    let sound = include_str!("../../../content/examples/ten-statements.json");
    let mut definition: Value = serde_json::from_str(sound).unwrap_or_default();
    definition["pairs"] = json!([]);
    for item in definition["items"].as_array_mut().into_iter().flatten() {
        item["key"] = json!(key);
    }
    definition.to_string().into()
}

/// The address of this server under another origin.
fn by_number(host: &str, path: &str) -> String {
    ["http://", &host.replace("localhost", "127.0.0.1"), path].concat()
}

/// The file with the name of the other site in it, and with its faults.
async fn changed(behaviour: &Behaviour, faults: &[Fault], response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(contents) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut contents = contents.to_vec();
    let kind = head.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_page = kind.starts_with("text/html");
    let text = kind.strip_prefix("text/").map(|kind| {
        let kind = kind.split(';').next().unwrap_or(kind);
        HeaderValue::try_from(format!("text/{kind}; charset=utf-8"))
    });
    if let Some(Ok(kind)) = text {
        head.headers.insert(header::CONTENT_TYPE, kind);
    }
    // Some of the pages' sources have endings that no list of media types knows.
    if let Some(other) = &behaviour.other
        && let Ok(text) = std::str::from_utf8(&contents)
    {
        contents = text.replace("{site}", other).into_bytes();
    }
    if !behaviour.before.is_empty()
        && is_page
        && let Ok(text) = std::str::from_utf8(&contents)
    {
        // Before the policy of the page, which holds for what comes after it. A small page has no tag
        // for its head.
        let first = format!("<script>{}</script><meta", behaviour.before);
        contents = text.replacen("<meta", &first, 1).into_bytes();
    }
    for fault in faults {
        let middle = contents.len() / 2;
        match fault {
            Fault::Truncate(_) => contents.truncate(middle),
            Fault::Flip(_) => contents[middle] ^= 1,
            Fault::Mistyped(_) => {
                let other = HeaderValue::from_static("application/octet-stream");
                head.headers.insert(header::CONTENT_TYPE, other);
            }
            Fault::Harmless(_) => match contents.starts_with(b"\0asm") {
                // A section of one's own, with an empty name and nothing in it.
                true => contents.extend([0, 1, 0]),
                false => contents.extend(b"\n/**/"),
            },
            Fault::Missing(_) | Fault::Broken(_) | Fault::Stall(_) => {}
        }
    }
    head.headers
        .insert(header::CONTENT_LENGTH, contents.len().into());
    head.headers.remove(header::LAST_MODIFIED);
    Response::from_parts(head, Body::from(contents))
}

/// The answer with the headers that go with it: for a build those of the shipped example, so that
/// every test runs under them.
fn finished(behaviour: &Behaviour, name: &str, isolated: bool, mut response: Response) -> Response {
    let headers = response.headers_mut();
    match behaviour.folder {
        FOLDER => headers.extend(shipped_headers(name)),
        _ => {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            let any = HeaderValue::from_static("*");
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any);
            // A host may ask that nothing be shown in it that does not allow it.
            if isolated {
                let allowed = HeaderValue::from_static("require-corp");
                headers.insert("cross-origin-embedder-policy", allowed);
                let own = HeaderValue::from_static("same-origin");
                headers.insert("cross-origin-opener-policy", own);
            }
        }
    }
    if let Some(policy) = &behaviour.policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

/// The scripts of a setup, and those that watch, for engines whose driver takes none.
fn before(setup: &Setup) -> String {
    if Engine::of_run() == Engine::Chromium {
        return String::new();
    }
    let tag = setup.language.tag();
    let language = format!(
        "for (const [name, value] of [['language', '{tag}'], ['languages', ['{tag}']]])
           Object.defineProperty(navigator, name, {{ value }});"
    );
    let mut scripts = vec![include_str!("watch.js"), include_str!("said.js"), &language];
    scripts.extend(&setup.before);
    // Each in a scope of its own, as a driver would run it.
    scripts
        .iter()
        .map(|script| format!("{{\n{script}\n}}\n"))
        .collect()
}

/// The headers that `self-host/headers/_headers` gives a file: a line with a path, and below it,
/// indented, a header each.
fn shipped_headers(name: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut applies = false;
    for line in include_str!("../../../self-host/headers/_headers").lines() {
        if let Some(path) = line.strip_prefix('/') {
            applies = path == "*" || path == name;
        } else if let (true, Some((key, value))) = (applies, line.split_once(": "))
            && line.starts_with(' ')
        {
            let key = HeaderName::try_from(key.trim()).expect("the name of a header");
            headers.insert(key, HeaderValue::from_static(value));
        }
    }
    headers
}

/// A place in this package.
fn here(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
