//! An LMS that stores with requests that it waits for, and a tab that is closed: a browser refuses
//! such requests then, so that everything must have been stored before.

use crate::lms::{answer, setup};
use e2e::Outcome;
use e2e::engine::Need;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::lms::Lms;
use e2e::page::Page;
use e2e::run::run;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What one LMS has stored of a learner, and the time that each storing takes.
struct Stored {
    port: u16,
    last: Arc<Mutex<String>>,
}

impl Stored {
    /// Takes what is sent to it, and gives back the last of it.
    fn open(takes: Duration) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let last = Arc::new(Mutex::new(String::new()));
        let commits = Arc::clone(&last);
        // Ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A browser may open a connection and use it for nothing.
                let _ = serve(stream, &commits, takes);
            }
        });
        Ok(Self { port, last })
    }

    fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    fn last(&self) -> Outcome<Value> {
        let text = lock(&self.last).clone();
        Ok(serde_json::from_str(&text)?)
    }
}

fn lock(text: &Mutex<String>) -> MutexGuard<'_, String> {
    text.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers one request of a connection.
fn serve(mut stream: TcpStream, commits: &Mutex<String>, takes: Duration) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut line, mut length, mut is_post) = (String::new(), 0, false);
    while reader.read_line(&mut line)? > 0 && line != "\r\n" {
        is_post |= line.starts_with("POST ");
        let name = line.to_ascii_lowercase();
        if let Some(value) = name.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    if is_post {
        // An LMS that is slow.
        std::thread::sleep(takes);
        *lock(commits) = String::from_utf8_lossy(&body).into_owned();
    }
    let said = lock(commits).clone();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\
         Content-Type: text/plain\r\nContent-Length: {}\r\n\r\n{said}",
        said.len()
    )
}

/// The names of a version of SCORM.
struct Names {
    version: &'static str,
    status: &'static str,
    exit: &'static str,
    time: &'static str,
}

const VERSIONS: [Names; 2] = [
    Names {
        version: "1.2",
        status: "cmi.core.lesson_status",
        exit: "cmi.core.exit",
        time: "cmi.core.session_time",
    },
    Names {
        version: "2004",
        status: "cmi.completion_status",
        exit: "cmi.exit",
        time: "cmi.session_time",
    },
];

/// A learner opens the activity in a tab of its own.
async fn visit<'a>(page: &'a Page, lms: &Lms<'a>, query: &str) -> Outcome<Host<'a>> {
    let tab = page.driver().new_tab().await?;
    page.show(&tab).await?;
    let address = format!("{}lms-records.html?{query}", lms.address());
    Host::at(page, &address, Some("iframe")).await
}

fn holds(stored: &Stored, names: &Names, status: &str, place: &str) -> Outcome {
    let last = stored.last()?;
    assert_eq!(last[names.status], status, "{last}");
    assert_eq!(last["cmi.suspend_data"], place, "{last}");
    assert_eq!(last[names.exit], "suspend", "{last}");
    assert!(
        last[names.time].as_str().is_some_and(|time| time.len() > 4),
        "{last}"
    );
    Ok(())
}

/// The tab of the activity is closed, and the test goes on in the one that was there before.
async fn close(page: &Page, host: Host<'_>, before: &thirtyfour::WindowHandle) -> Outcome {
    host.leave().await?;
    page.close_for(before).await
}

#[test]
fn closing_the_tab_loses_neither_the_place_nor_the_exit() {
    run(setup(), async |page| {
        let instrument = Instrument::read()?;
        let lms = Lms::start(page)?;
        let before = page.tab().await?;
        for names in &VERSIONS {
            let stored = Stored::open(Duration::ZERO)?;
            let query = format!("version={}&to={}", names.version, stored.address());
            let host = visit(page, &lms, &query).await?;
            host.begin(0).await?;
            page.to_statements().await?;
            answer(page, &instrument, 0, 11).await?;
            let place = r#"{"v":1,"answered":8,"total":32}"#;
            page.until("the place", async || {
                Ok(holds_place(&stored, place).then_some(()))
            })
            .await?;
            close(page, host, &before).await?;
            holds(&stored, names, "incomplete", place)?;

            // The next visit begins where the LMS says; and the completion is stored by itself.
            let host = visit(page, &lms, &query).await?;
            host.enter(0).await?;
            host.leave().await?;
            let text = page.text().await?;
            assert!(
                text.contains("up to and including statement 8 of 32"),
                "{text}"
            );
            host.enter(0).await?;
            page.back_to_question().await?;
            answer(page, &instrument, 11, 32).await?;
            page.to_review_without_context().await?;
            page.press(e2e::names::TO_RESULT).await?;
            page.screen("result").await?;
            page.until("the completion", async || {
                Ok((stored.last()?[names.status] == "completed").then_some(()))
            })
            .await?;
            close(page, host, &before).await?;
            holds(
                &stored,
                names,
                "completed",
                r#"{"v":1,"answered":32,"total":32}"#,
            )?;
            page.forget().await?;
        }
        Ok(())
    });
}

fn holds_place(stored: &Stored, place: &str) -> bool {
    stored
        .last()
        .is_ok_and(|last| last["cmi.suspend_data"] == place)
}

/// Whether the learner reads that the LMS has not accepted the completion.
async fn says_refused(page: &Page, host: &Host<'_>) -> Outcome<bool> {
    host.leave().await?;
    let text = page.text().await?;
    Ok(text.contains("The learning platform has not recorded that you finished."))
}

#[test]
fn a_completion_that_the_lms_does_not_store_is_said_and_told_again_when_the_page_is_hidden() {
    run(setup().needs(Need::HiddenTabs), async |page| {
        let instrument = Instrument::read()?;
        let lms = Lms::start(page)?;
        let before = page.tab().await?;
        for (names, way) in VERSIONS.iter().zip(["refuses", "fails"]) {
            let stored = Stored::open(Duration::ZERO)?;
            let query = format!(
                "version={}&to={}&{way}=Commit",
                names.version,
                stored.address()
            );
            let host = visit(page, &lms, &query).await?;
            let activity = page.tab().await?;
            host.enter(0).await?;
            page.on_to_result(&instrument, &instrument.varied()).await?;
            page.until("the refusal", async || {
                Ok(says_refused(page, &host).await?.then_some(()))
            })
            .await?;
            assert!(stored.last().is_err(), "nothing is stored");

            // The LMS works again, and another tab is in front.
            page.driver().enter_default_frame().await?;
            page.script("window.mended = true", Vec::new()).await?;
            page.show(&before).await?;
            page.until("the completion", async || {
                let last = stored.last();
                Ok(last
                    .is_ok_and(|last| last[names.status] == "completed")
                    .then_some(()))
            })
            .await?;
            page.show(&activity).await?;
            assert!(!says_refused(page, &host).await?);
            close(page, host, &before).await?;
            page.forget().await?;
        }
        Ok(())
    });
}
