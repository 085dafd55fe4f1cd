//! The drivers of the browsers, and turns for the browsers.

use crate::Outcome;
use crate::engine::Engine;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Two browsers are what two cores carry without slowing each other to a stall.
const BROWSERS_AT_A_TIME: usize = 2;

/// Ends a program when the tests' end of the pipe closes, however they end: a static is
/// never dropped, and a driver left behind keeps its browsers.
const WATCHDOG: &str = r#""$@" & program=$!; read _; kill $program"#;

/// How long a driver may take until it answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks whether it does.
const PULSE: Duration = Duration::from_millis(20);

/// A running driver. Ends when dropped.
pub struct Driver {
    address: String,
    /// Holds the pipe open.
    process: Child,
}

impl Driver {
    /// Where it takes commands.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // It is asked to end, and left to itself where it does not.
        let _ = self.process.wait();
    }
}

/// The address of the driver that all Chromiums of the run share, which is started at the first
/// call.
pub fn shared() -> Outcome<&'static str> {
    static DRIVER: OnceLock<Result<Driver, String>> = OnceLock::new();
    match DRIVER.get_or_init(|| chromedriver().map_err(|why| why.to_string())) {
        Ok(driver) => Ok(&driver.address),
        Err(why) => Err(why.as_str().into()),
    }
}

fn chromedriver() -> Outcome<Driver> {
    let program = named("CHROMEDRIVER", "/usr/bin/chromedriver");
    let mut process = watched(&program, &["--port=0".into()], &[])?;
    // "ChromeDriver was started successfully on port 40123."
    let line = line_of(&mut process, |line| line.contains("successfully on port "))?;
    let (_, port) = line.split_once("on port ").ok_or("no port")?;
    let port: u16 = port.trim_end_matches('.').parse()?;
    Ok(Driver {
        address: format!("http://localhost:{port}"),
        process,
    })
}

/// A driver for one browser, as those of Firefox and WebKitGTK drive one at a time; what they write
/// goes into the folder.
pub async fn of_one(engine: Engine, folder: &Path) -> Outcome<Driver> {
    // Neither says which port it has taken.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let mut arguments = vec![format!("--port={port}").into()];
    let mut variables = Vec::new();
    let program = match engine {
        Engine::Chromium => return Err("Chromium's driver is shared".into()),
        Engine::Firefox => {
            arguments.push("--websocket-port=0".into());
            named("GECKODRIVER", "geckodriver")
        }
        Engine::WebKitGtk => {
            variables.push(("DISPLAY", display()?.into()));
            variables.extend(desktop(folder)?);
            named("WEBKITWEBDRIVER", "WebKitWebDriver")
        }
    };
    let mut process = watched(&program, &arguments, &variables)?;
    if let Some(output) = process.stdout.take() {
        drain(output);
    }
    let begun = Instant::now();
    let mut pulse = tokio::time::interval(PULSE);
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{program} does not answer").into());
        }
        pulse.tick().await;
    }
    Ok(Driver {
        address: format!("http://127.0.0.1:{port}"),
        process,
    })
}

/// The display that WebKitGTK's windows open on: a virtual one, which is started at the first call.
fn display() -> Outcome<String> {
    static DISPLAY: OnceLock<Result<(String, Child), String>> = OnceLock::new();
    let started = DISPLAY.get_or_init(|| {
        let arguments = [
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1300x24",
            "-nolisten",
            "tcp",
        ];
        let arguments = arguments.map(OsString::from);
        let begin = || -> Outcome<(String, Child)> {
            let mut process = watched(&named("XVFB", "Xvfb"), &arguments, &[])?;
            let number = line_of(&mut process, |line| !line.is_empty())?;
            Ok((format!(":{}", number.trim()), process))
        };
        begin().map_err(|why| why.to_string())
    });
    match started {
        Ok((display, _)) => Ok(display.clone()),
        Err(why) => Err(why.as_str().into()),
    }
}

/// The desktop that MiniBrowser believes it is on: files are saved in the folder, nothing moves.
fn desktop(folder: &Path) -> Outcome<Vec<(&'static str, OsString)>> {
    let settings = folder.join("desktop");
    std::fs::create_dir_all(settings.join("gtk-3.0"))?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.display());
    std::fs::write(settings.join("user-dirs.dirs"), downloads)?;
    let still = "[Settings]\ngtk-enable-animations=0\n";
    std::fs::write(settings.join("gtk-3.0/settings.ini"), still)?;
    Ok(vec![
        ("XDG_CONFIG_HOME", settings.clone().into()),
        ("XDG_DATA_HOME", settings.join("data").into()),
        ("XDG_CACHE_HOME", settings.join("cache").into()),
        ("GDK_BACKEND", "x11".into()),
        ("NO_AT_BRIDGE", "1".into()),
    ])
}

fn named(variable: &str, otherwise: &str) -> String {
    std::env::var(variable).unwrap_or(otherwise.to_owned())
}

fn watched(
    program: &str,
    arguments: &[OsString],
    variables: &[(&str, OsString)],
) -> Outcome<Child> {
    let started = Command::new("sh")
        .args(["-c", WATCHDOG, "watchdog", program])
        .args(arguments)
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    started.map_err(|why| format!("{program} does not start: {why}").into())
}

/// Reads on, or the program blocks once the pipe is full.
fn drain(mut output: impl Read + Send + 'static) {
    std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
}

/// The first line of this kind that a program says.
fn line_of(process: &mut Child, kind: impl Fn(&str) -> bool) -> Outcome<String> {
    let output = process.stdout.take().ok_or("no output")?;
    let mut lines = BufReader::new(output);
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Err("a driver ended before it was ready".into());
        }
        if kind(line.trim_end()) {
            drain(lines);
            return Ok(line.trim_end().to_owned());
        }
    }
}

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// The right to run a browser; given back when dropped.
pub struct Turn {
    places: usize,
}

/// Waits until a browser may be opened, or until it may be the only one.
pub fn turn(alone: bool) -> Turn {
    let most = std::env::var("E2E_JOBS")
        .ok()
        .and_then(|jobs| jobs.parse().ok());
    let most = most.unwrap_or(BROWSERS_AT_A_TIME).max(1);
    let places = if alone { most } else { 1 };
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    while *taken + places > most {
        taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
    }
    *taken += places;
    Turn { places }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= self.places;
        FREED.notify_all();
    }
}
