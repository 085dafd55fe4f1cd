//! Running other programs: with their output on the screen, or read, or both.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// A program to run, with its arguments.
pub struct Command {
    inner: std::process::Command,
    name: OsString,
}

/// What a program said and how it ended.
pub struct Outcome {
    /// True when it ended by itself with exit code 0.
    pub success: bool,
    /// True when it was ended because its time was up.
    pub timed_out: bool,
    /// What it wrote, as far as it was read.
    pub text: String,
}

impl Command {
    /// A program by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        Self {
            inner: std::process::Command::new(program.as_ref()),
            name: program.as_ref().to_owned(),
        }
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.inner.args(args);
        self
    }

    /// Sets one variable of the program's environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.inner.env(name, value);
        self
    }

    /// Sets the folder that the program starts in.
    pub fn current_dir(mut self, folder: &Path) -> Self {
        self.inner.current_dir(folder);
        self
    }

    /// Runs with the output on the screen. True when the program ended with exit code 0.
    pub fn run(mut self) -> Result<bool, String> {
        match self.inner.stdin(Stdio::null()).status() {
            Ok(status) => Ok(status.success()),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs unseen and reads everything that the program says.
    pub fn read(mut self) -> Result<Outcome, String> {
        match self.inner.stdin(Stdio::null()).output() {
            Ok(output) => Ok(Outcome {
                success: output.status.success(),
                timed_out: false,
                text: String::from_utf8_lossy(&output.stdout).into_owned()
                    + &String::from_utf8_lossy(&output.stderr),
            }),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs with the output on the screen, and reads what goes to standard output as well.
    pub fn tee(mut self) -> Result<Outcome, String> {
        let mut child = self.spawn(Stdio::inherit())?;
        let mut text = String::new();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                text.push_str(&line);
                text.push('\n');
            }
        }
        let status = child.wait().map_err(|error| error.to_string())?;
        Ok(Outcome {
            success: status.success(),
            timed_out: false,
            text,
        })
    }

    /// Runs unseen, reads everything, and ends the program when its time is up.
    pub fn read_within(mut self, limit: Duration) -> Result<Outcome, String> {
        let end = Instant::now() + limit;
        let mut child = self.spawn(Stdio::piped())?;
        let (sender, pieces) = mpsc::channel();
        forward(child.stdout.take(), sender.clone());
        forward(child.stderr.take(), sender);
        let mut text = String::new();
        loop {
            match pieces.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => text.push_str(&line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // Nothing is lost when it has just ended by itself.
                    let _ = child.kill();
                    let _ = child.wait();
                    return Ok(Outcome {
                        success: false,
                        timed_out: true,
                        text,
                    });
                }
            }
        }
        let status = child.wait().map_err(|error| error.to_string())?;
        Ok(Outcome {
            success: status.success(),
            timed_out: false,
            text,
        })
    }

    fn spawn(&mut self, errors: Stdio) -> Result<Child, String> {
        self.inner
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .map_err(|error| self.not_started(&error))
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        format!("{} could not be started: {error}.", self.name.display())
    }
}

/// Sends each line of a stream on, from a thread of its own.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            if sender
                .send(String::from_utf8_lossy(&line).into_owned() + "\n")
                .is_err()
            {
                return;
            }
        }
    });
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_says_on_both_streams_is_read() {
        let outcome = Command::new("sh")
            .args(["-c", "echo out; echo err >&2; exit 3"])
            .read_within(Duration::from_secs(30))
            .unwrap();
        assert!(!outcome.success && !outcome.timed_out);
        assert!(outcome.text.contains("out\n") && outcome.text.contains("err\n"));
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        // Reads for ever from a pipe that nobody writes to.
        let outcome = Command::new("tail")
            .args(["-f", "/dev/null"])
            .read_within(Duration::from_millis(50))
            .unwrap();
        assert!(outcome.timed_out && !outcome.success);
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let sentence = Command::new("no-such-program").run().unwrap_err();
        assert!(sentence.contains("no-such-program"));
    }
}
