//! Running other programs: with their output on the screen, or read, or both.

use anyhow::Context;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

/// A program to run, with its arguments. Standard input is empty for it.
pub struct Command {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(String, OsString)>,
    folder: Option<PathBuf>,
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
            program: program.as_ref().to_owned(),
            arguments: Vec::new(),
            variables: Vec::new(),
            folder: None,
        }
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        let args = args
            .into_iter()
            .map(|argument| argument.as_ref().to_owned());
        self.arguments.extend(args);
        self
    }

    /// Sets one variable of the program's environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        let value = value.as_ref().to_owned();
        self.variables.push((name.to_owned(), value));
        self
    }

    /// Sets the folder that the program starts in.
    pub fn current_dir(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Runs with the output on the screen. True when the program ended with exit code 0.
    pub fn run(self) -> anyhow::Result<bool> {
        let output = self.expression().run();
        Ok(self.started(output)?.status.success())
    }

    /// Runs unseen and reads everything that the program says: standard output first.
    pub fn read(self) -> anyhow::Result<Outcome> {
        let output = self.expression().stdout_capture().stderr_capture().run();
        self.started(output).map(|output| Outcome::of(&output))
    }

    /// Runs with the output on the screen, and reads what goes to standard output as well.
    pub fn tee(self) -> anyhow::Result<Outcome> {
        let reader = self.started(self.expression().reader())?;
        let mut text = String::new();
        for line in BufReader::new(&reader).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
        // At the end of its output the reader has waited for the program.
        let output = self.started(reader.try_wait())?;
        Ok(Outcome {
            success: output.is_some_and(|output| output.status.success()),
            timed_out: false,
            text,
        })
    }

    /// Runs unseen, reads everything, and ends the program when its time is up. What it said
    /// until then is not read: programs that it started may hold its output open.
    pub fn read_within(self, limit: Duration) -> anyhow::Result<Outcome> {
        let running = self.expression().stderr_to_stdout().stdout_capture();
        let running = self.started(running.start())?;
        if let Some(output) = self.started(running.wait_timeout(limit))? {
            return Ok(Outcome::of(output));
        }
        // Nothing is lost when it has just ended by itself.
        let _ = running.kill();
        Ok(Outcome {
            success: false,
            timed_out: true,
            text: String::new(),
        })
    }

    fn expression(&self) -> duct::Expression {
        let program = duct::cmd(&self.program, &self.arguments);
        let mut expression = program.stdin_null().unchecked();
        if let Some(folder) = &self.folder {
            expression = expression.dir(folder);
        }
        // Of two settings of one variable, duct lets the first stand.
        for (name, value) in self.variables.iter().rev() {
            expression = expression.env(name, value);
        }
        expression
    }

    fn started<T>(&self, result: std::io::Result<T>) -> anyhow::Result<T> {
        result.with_context(|| format!("{} could not be run", self.program.display()))
    }
}

impl Outcome {
    fn of(output: &Output) -> Self {
        let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
        Self {
            success: output.status.success(),
            timed_out: false,
            text: said.concat(),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_says_on_both_streams_is_read() {
        let outcome = shell("echo out; echo err >&2; exit 3")
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
        let error = Command::new("no-such-program").run().unwrap_err();
        assert!(error.to_string().contains("no-such-program"));
    }

    #[test]
    fn standard_output_comes_before_what_is_said_besides() {
        let outcome = shell("echo err >&2; echo out").read().unwrap();
        assert!(outcome.success);
        assert_eq!(outcome.text, "out\nerr\n");
    }

    #[test]
    fn what_goes_to_the_screen_is_counted_and_so_is_a_failure() {
        let outcome = shell("echo out; exit 3").tee().unwrap();
        assert!(!outcome.success);
        assert_eq!(outcome.text, "out\n");
        assert!(shell("echo out").tee().unwrap().success);
        assert!(!shell("exit 3").run().unwrap());
    }

    #[test]
    fn the_folder_and_the_last_setting_of_a_variable_hold() {
        let here = shell("pwd; echo $WHAT")
            .current_dir(Path::new("/"))
            .env("WHAT", "first")
            .env("WHAT", "last");
        assert_eq!(here.read().unwrap().text, "/\nlast\n");
    }

    #[test]
    fn nothing_waits_for_standard_input() {
        assert_eq!(shell("cat; echo end").read().unwrap().text, "end\n");
    }

    fn shell(script: &str) -> Command {
        Command::new("sh").args(["-c", script])
    }
}
