//! The server of the app in development: the built files, and a script in every page that loads
//! it anew after a build. The page's security policy allows a script of its own origin, and no
//! inline one such as Trunk's.

use crate::page;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// The script that waits for the next build.
const SCRIPT: &str = include_str!("reload.js");

/// In place of the page before the first build.
const BUILDING: &str = "<!doctype html><html lang=en><title>Building</title><body><p>The app is \
    being built. This page loads it when it is there.";

/// How often the built page is looked at.
const INTERVAL: Duration = Duration::from_millis(200);

#[derive(Clone)]
struct Server {
    dist: PathBuf,
    /// When the page was built, in milliseconds since 1970; 0 before the first build.
    build: watch::Receiver<u64>,
}

/// Serves the built files of a folder until the process ends.
pub fn run(listener: std::net::TcpListener, dist: PathBuf) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (sender, build) = watch::channel(built_at(&dist));
        tokio::spawn(announce_builds(dist.clone(), sender));
        axum::serve(listener, router(dist, build)).await?;
        Ok(())
    })
}

fn router(dist: PathBuf, build: watch::Receiver<u64>) -> Router {
    let server = Server { dist, build };
    Router::new()
        .fallback_service(ServeDir::new(&server.dist))
        .layer(from_fn_with_state(server.clone(), finish_page))
        .route("/reload.js", get(script))
        .route("/rebuilt/{build}", get(rebuilt))
        .with_state(server)
}

async fn script() -> impl IntoResponse {
    let kind = [(header::CONTENT_TYPE, "text/javascript")];
    (kind, SCRIPT)
}

/// Answers when there is another build than the one named.
async fn rebuilt(State(server): State<Server>, Path(build): Path<u64>) -> StatusCode {
    let mut builds = server.build.clone();
    match builds.wait_for(|newest| *newest != build).await {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Puts the script into every page, and the style sheets of the index into the pages that have none
/// of their own, as the release build does.
async fn finish_page(State(server): State<Server>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let answer = next.run(request).await;
    let build = *server.build.borrow();
    let mut programs = page::INDEX_PROGRAMS.iter();
    if let Some(program) = programs.find(|one| path == format!("/{}.html", one.name)) {
        return with_program(&server.dist, program, build).unwrap_or_else(failed);
    }
    if path == "/" && answer.status() == StatusCode::NOT_FOUND {
        return finished(BUILDING, build).unwrap_or_else(failed);
    }
    let kind = answer.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return answer;
    }
    let made = page_text(&server, &path, answer.into_body()).await;
    made.and_then(|text| finished(&text, build))
        .unwrap_or_else(failed)
}

/// The index with another program, which the release build makes too.
fn with_program(
    dist: &std::path::Path,
    program: &page::IndexProgram,
    build: u64,
) -> anyhow::Result<Response> {
    let index = std::fs::read_to_string(dist.join("index.html"))?;
    // Beside the served files, where the build has written it.
    let texts = dist.with_file_name("content").join(program.texts);
    let texts = std::fs::read_to_string(texts)?;
    finished(&page::with_program(&index, &texts, program)?, build)
}

async fn page_text(server: &Server, path: &str, body: Body) -> anyhow::Result<String> {
    let bytes = to_bytes(body, usize::MAX).await?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let is_coach = path == "/embed.html";
    let is_static = path.starts_with("/manager-") || path.starts_with("/guidance-");
    let is_balance = path == "/balance.html";
    if !is_coach && !is_static && !is_balance {
        return Ok(text);
    }
    let index = std::fs::read_to_string(server.dist.join("index.html"))?;
    if !is_coach {
        return page::styled(&text, &index);
    }
    let script = std::fs::read(server.dist.join("embed.js"))?;
    page::of_coach(&text, &index, &script)
}

/// A page with the script; never taken from the browser's cache, which would hold an old build.
fn finished(text: &str, build: u64) -> anyhow::Result<Response> {
    let script = format!("<script src=\"/reload.js?build={build}\"></script>");
    let text = page::with_script(text, &script)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Html(text)).into_response())
}

fn failed(error: anyhow::Error) -> Response {
    let sentence = format!("{error:#}");
    (StatusCode::INTERNAL_SERVER_ERROR, sentence).into_response()
}

/// Tells the waiting pages of each build. Trunk puts file after file into its place, so a build
/// counts when the page has not changed since the last look.
async fn announce_builds(dist: PathBuf, sender: watch::Sender<u64>) {
    let mut ticks = tokio::time::interval(INTERVAL);
    let mut last = *sender.borrow();
    loop {
        ticks.tick().await;
        let now = built_at(&dist);
        // Between two builds the page may be gone for a moment.
        if now != 0 && now == last {
            sender.send_if_modified(|build| std::mem::replace(build, now) != now);
        }
        last = now;
    }
}

fn built_at(dist: &std::path::Path) -> u64 {
    let changed = std::fs::metadata(dist.join("index.html")).and_then(|file| file.modified());
    let since = changed
        .ok()
        .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_millis() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path as FilePath;
    use std::task::{Context, Poll, Waker};
    use tower::ServiceExt;

    const INDEX: &str = "<html><link rel=stylesheet href=/a.css><body>App</body></html>";
    const COACH: &str =
        "<html><meta name=\"embed-integrity\" content=\"\"><!-- styles --><body>Coach</html>";

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn with_files(name: &str) -> PathBuf {
        let dist = folder(name);
        for (file, text) in [
            ("index.html", INDEX),
            ("embed.html", COACH),
            (
                "manager-nl.html",
                "<!doctype html><!-- styles --><p>Manager",
            ),
            (
                "guidance-talk-nl.html",
                "<!doctype html><!-- styles --><p>Guidance",
            ),
            ("balance.html", "<!doctype html><!-- styles --><p>Balance"),
            ("embed.js", "script"),
            ("a.css", "p {}"),
        ] {
            std::fs::write(dist.join(file), text).unwrap();
        }
        dist
    }

    fn block_on<T>(work: impl Future<Output = T>) -> T {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap().block_on(work)
    }

    fn get(dist: &FilePath, path: &str) -> (StatusCode, String) {
        let (_sender, build) = watch::channel(7);
        let request = Request::get(path).body(Body::empty()).unwrap();
        block_on(async {
            let answer = router(dist.to_owned(), build).oneshot(request).await;
            let answer = answer.unwrap();
            let status = answer.status();
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(bytes.to_vec()).unwrap())
        })
    }

    #[test]
    fn every_page_gets_the_script_and_other_files_stay_as_they_are() {
        let dist = with_files("pages");
        for path in ["/", "/index.html", "/embed.html"] {
            let (status, text) = get(&dist, path);
            assert_eq!(status, StatusCode::OK, "{path}");
            let script = "<script src=\"/reload.js?build=7\"></script>";
            assert_eq!(text.matches(script).count(), 1, "{path}: {text}");
        }
        assert_eq!(get(&dist, "/a.css"), (StatusCode::OK, "p {}".to_owned()));
        assert_eq!(get(&dist, "/none.css").0, StatusCode::NOT_FOUND);
        assert_eq!(get(&dist, "/reload.js").1, SCRIPT);
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_pages_without_the_scan_have_the_style_sheets_of_the_index() {
        let dist = with_files("manager");
        for (path, said) in [
            ("/manager-nl.html", "Manager"),
            ("/guidance-talk-nl.html", "Guidance"),
            ("/balance.html", "Balance"),
        ] {
            let (_, text) = get(&dist, path);
            assert!(
                text.contains("href=/a.css") && text.contains(said),
                "{text}"
            );
        }
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_coachs_page_has_the_style_sheets_of_the_index() {
        let dist = with_files("coach");
        let (_, text) = get(&dist, "/embed.html");
        assert!(
            text.contains("href=/a.css") && text.contains("Coach"),
            "{text}"
        );
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn before_the_first_build_a_page_waits_for_it() {
        let dist = folder("empty");
        let (status, text) = get(&dist, "/");
        assert_eq!(status, StatusCode::OK);
        assert!(text.contains("being built") && text.contains("/reload.js?build="));
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_waiting_page_is_answered_after_the_next_build_and_not_before() {
        let (sender, build) = watch::channel(7);
        let server = Server {
            dist: PathBuf::new(),
            build,
        };
        let mut waiting = Box::pin(rebuilt(State(server.clone()), Path(7)));
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
        sender.send(8).unwrap();
        assert_eq!(
            waiting.as_mut().poll(&mut context),
            Poll::Ready(StatusCode::OK)
        );
        // A page of an older build, such as one from before a restart, does not wait.
        let older = rebuilt(State(server), Path(3));
        assert_eq!(block_on(older), StatusCode::OK);
    }

    #[test]
    fn a_page_written_anew_counts_as_a_build() {
        let dist = with_files("rebuilt");
        block_on(async {
            let (sender, mut build) = watch::channel(0);
            tokio::spawn(announce_builds(dist.clone(), sender));
            let first = *build.wait_for(|build| *build != 0).await.unwrap();
            let page = std::fs::File::options()
                .append(true)
                .open(dist.join("index.html"));
            let later = UNIX_EPOCH + Duration::from_millis(first + 5);
            page.unwrap().set_modified(later).unwrap();
            build.wait_for(|build| *build == first + 5).await.unwrap();
        });
        std::fs::remove_dir_all(dist).unwrap();
    }
}
