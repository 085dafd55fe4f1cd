//! One browser driver for the whole run, and turns for its browsers.

use crate::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};

/// Two browsers are what two cores carry without slowing each other to a stall.
const BROWSERS_AT_A_TIME: usize = 2;

/// Ends the driver when the tests' end of the pipe closes, however they end: a static is
/// never dropped, and a driver left behind keeps its browsers.
const WATCHDOG: &str = r#""$0" --port=0 & driver=$!; read _; kill $driver"#;

struct Driver {
    address: String,
    /// Holds the pipe open.
    _process: Child,
}

/// The address of the driver, which is started at the first call.
pub fn address() -> Outcome<&'static str> {
    static DRIVER: OnceLock<Result<Driver, String>> = OnceLock::new();
    match DRIVER.get_or_init(|| start().map_err(|why| why.to_string())) {
        Ok(driver) => Ok(&driver.address),
        Err(why) => Err(why.as_str().into()),
    }
}

fn start() -> Outcome<Driver> {
    let program = std::env::var("CHROMEDRIVER").unwrap_or("/usr/bin/chromedriver".to_owned());
    let mut process = Command::new("sh")
        .args(["-c", WATCHDOG, &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("the driver {program} does not start: {why}"))?;
    let output = process.stdout.take().ok_or("no output of the driver")?;
    let mut lines = BufReader::new(output).lines();
    // "ChromeDriver was started successfully on port 40123."
    let port = loop {
        let Some(line) = lines.next() else {
            return Err(format!("{program} ended before it was ready").into());
        };
        if let Some((_, port)) = line?.split_once("successfully on port ") {
            break port.trim_end_matches('.').parse::<u16>()?;
        }
    };
    // Read on, or the driver blocks once the pipe is full.
    std::thread::spawn(move || lines.for_each(drop));
    Ok(Driver {
        address: format!("http://localhost:{port}"),
        _process: process,
    })
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
