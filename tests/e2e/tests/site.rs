//! The server of the suite: what it sends, and that each fault is the fault that it is called.

use e2e::Outcome;
use e2e::setup::Setup;
use e2e::site::{Fault, Site};
use reqwest::{Client, Response, StatusCode};
use std::path::{Path, PathBuf};

/// A folder with a file of each kind, and one in a folder within.
fn build(test: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(root.join("inner")).unwrap();
    for (name, kind) in KINDS {
        std::fs::write(root.join(name), format!("{kind}: {{site}}")).unwrap();
    }
    std::fs::write(root.join("inner/index.html"), "inner").unwrap();
    root
}

const KINDS: [(&str, &str); 6] = [
    ("index.html", "text/html; charset=utf-8"),
    ("a.css", "text/css; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"),
    ("a.wasm", "application/wasm"),
    ("a.json", "application/json"),
    ("a.svg", "image/svg+xml"),
];

fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

async fn get(address: &str) -> Outcome<Response> {
    Ok(client().get(address).send().await?)
}

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

fn run(test: impl Future<Output = Outcome>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(test).unwrap();
}

#[test]
fn the_build_stands_in_a_folder_of_the_site_and_nowhere_else() {
    run(async {
        let site = Site::of_build(build("folder"), &Setup::desk())?;
        let page = get(&site.address()).await?;
        assert_eq!(page.status(), StatusCode::OK);
        assert_eq!(page.text().await?, "text/html; charset=utf-8: {site}");
        let inner = get(&format!("{}inner/", site.address())).await?;
        assert_eq!(inner.text().await?, "inner");
        let folder = site.address();
        for elsewhere in [
            site.origin(),
            format!("{}/a.js", site.origin()),
            folder.trim_end_matches('/').to_owned(),
            format!("{folder}none.js"),
            format!("{folder}..%2findex.html"),
        ] {
            let status = get(&elsewhere).await?.status();
            assert_eq!(status, StatusCode::NOT_FOUND, "{elsewhere}");
        }
        Ok(())
    });
}

#[test]
fn every_file_is_sent_as_its_own_kind_and_never_from_a_cache_unasked() {
    run(async {
        let site = Site::of_folder(build("kinds"))?;
        for (name, kind) in KINDS {
            let file = get(&format!("{}{name}", site.address())).await?;
            assert_eq!(header(&file, "content-type"), Some(kind));
            assert_eq!(header(&file, "cache-control"), Some("no-cache"));
            assert_eq!(header(&file, "access-control-allow-origin"), Some("*"));
            assert_eq!(header(&file, "content-security-policy"), None);
        }
        Ok(())
    });
}

#[test]
fn a_file_is_sent_to_its_end_even_when_a_part_or_only_news_is_asked_for() {
    run(async {
        let site = Site::of_folder(build("parts"))?;
        let file = client()
            .get(format!("{}a.js", site.address()))
            .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
            .header("Range", "bytes=0-3")
            .send()
            .await?;
        assert_eq!(file.status(), StatusCode::OK);
        let text = file.text().await?;
        assert_eq!(text, "text/javascript; charset=utf-8: {site}");
        Ok(())
    });
}

#[test]
fn each_fault_befalls_the_files_with_its_ending_and_no_others() {
    run(async {
        let whole = "text/javascript; charset=utf-8: {site}".as_bytes();
        let mut flipped = whole.to_vec();
        flipped[whole.len() / 2] ^= 1;
        let harmless = [whole, b"\n/**/"].concat();
        let octets = Some("application/octet-stream");
        let script = Some("text/javascript; charset=utf-8");
        for (fault, status, kind, contents) in [
            (Fault::Missing("a.js"), 404, None, &b""[..]),
            (Fault::Broken("a.js"), 500, None, &b""[..]),
            (
                Fault::Truncate("a.js"),
                200,
                script,
                &whole[..whole.len() / 2],
            ),
            (Fault::Flip("a.js"), 200, script, &flipped),
            (Fault::Mistyped("a.js"), 200, octets, whole),
            (Fault::Harmless("a.js"), 200, script, &harmless),
        ] {
            let site = Site::of_build(build("faults"), &Setup::desk().fault(fault))?;
            let file = get(&format!("{}a.js", site.address())).await?;
            assert_eq!(file.status().as_u16(), status, "{fault:?}");
            assert_eq!(header(&file, "content-type"), kind, "{fault:?}");
            assert_eq!(file.bytes().await?, contents, "{fault:?}");
            let other = get(&format!("{}a.css", site.address())).await?;
            assert_eq!(other.text().await?, "text/css; charset=utf-8: {site}");
        }
        Ok(())
    });
}

#[test]
fn the_page_at_the_folder_is_the_index_for_a_fault_too() {
    run(async {
        let setup = Setup::desk().fault(Fault::Missing("index.html"));
        let site = Site::of_build(build("index"), &setup)?;
        let status = get(&site.address()).await?.status();
        assert_eq!(status, StatusCode::NOT_FOUND);
        Ok(())
    });
}

#[test]
fn an_answer_that_is_held_comes_once_it_is_released() {
    run(async {
        let hosts = Site::of_hosts(&Site::of_build(build("held"), &Setup::desk())?, None)?;
        let address = format!("{}answers/held", hosts.address());
        let held = tokio::spawn(async move { client().get(address).send().await });
        while hosts.requested().is_empty() {
            tokio::task::yield_now().await;
        }
        let other = format!("{}answers/uneven", hosts.address());
        assert_eq!(get(&other).await?.status(), StatusCode::OK);
        assert!(!held.is_finished());
        hosts.release();
        assert_eq!(held.await??.status(), StatusCode::OK);
        Ok(())
    });
}

#[test]
fn a_stalled_request_is_open_while_others_are_answered_and_ends_with_the_site() {
    run(async {
        let setup = Setup::desk().fault(Fault::Stall("a.wasm"));
        let site = Site::of_build(build("stall"), &setup)?;
        let address = format!("{}a.wasm", site.address());
        let stalled = tokio::spawn(async move { client().get(address).send().await });
        while site.requested().is_empty() {
            tokio::task::yield_now().await;
        }
        for _ in 0..20 {
            let other = get(&format!("{}a.js", site.address())).await?;
            assert_eq!(other.status(), StatusCode::OK);
        }
        assert!(!stalled.is_finished());
        drop(site);
        assert!(stalled.await?.is_err());
        Ok(())
    });
}

#[test]
fn every_path_is_noted_in_order_and_without_its_query() {
    run(async {
        let setup = Setup::desk().fault(Fault::Missing("a.js"));
        let site = Site::of_build(build("requested"), &setup)?;
        for name in ["?lang=nl", "a.js", "none.js"] {
            get(&format!("{}{name}", site.address())).await?;
        }
        let requested = ["", "a.js", "none.js"].map(|name| format!("/some/where/{name}"));
        assert_eq!(site.requested(), requested);
        Ok(())
    });
}

#[test]
fn a_policy_goes_with_every_answer() {
    run(async {
        let site = Site::of_build(build("policy"), &Setup::desk().policy("default-src 'none'"))?;
        for name in ["", "a.js", "none.js"] {
            let answer = get(&format!("{}{name}", site.address())).await?;
            let policy = header(&answer, "content-security-policy");
            assert_eq!(policy, Some("default-src 'none'"), "{name}");
        }
        Ok(())
    });
}

#[test]
fn pages_of_hosts_are_of_another_origin_and_name_the_address_of_the_build() {
    run(async {
        let site = Site::of_build(build("hosts"), &Setup::desk())?;
        let hosts = Site::of_hosts(&site, None)?;
        assert_ne!(site.origin(), hosts.origin());
        for name in ["plain.html", "app.svelte"] {
            let page = get(&format!("{}{name}", hosts.address())).await?;
            let page = page.text().await?;
            assert!(page.contains(&site.address()), "{name}");
            assert!(!page.contains("{site}"), "{name}");
        }
        let custom = format!("{}examples/ten-statements.json", hosts.address());
        assert_eq!(get(&custom).await?.status(), StatusCode::OK);
        assert!(site.requested().is_empty());
        Ok(())
    });
}
