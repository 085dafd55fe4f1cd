//! A WordPress on this machine for one test: its database and its web server, in a folder of
//! their own, stopped and removed however the test ends.

use crate::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Runs both until the tests' end of the pipe closes, then ends them and removes their folder: so
/// nothing is left even of a run that was killed. Nothing in the database is worth a farewell.
const WATCHDOG: &str = r#"
    "$PROGRAMS/mariadbd" --user="$(id -un)" --datadir="$SCRATCH/data" --socket="$WORDPRESS_SOCKET" \
        --pid-file="$SCRATCH/pid" --skip-networking --skip-grant-tables & database=$!
    "$PROGRAMS/php" -S "$LISTEN" -t "$WORDPRESS_FOLDER" & server=$!
    read _
    kill -9 $database $server
    wait
    rm -rf "$SCRATCH""#;

/// The scripts that are run in it.
fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("wordpress")
        .join(name)
}

/// Where `cargo xtask test` has unpacked PHP, MariaDB and WordPress; none where it could not.
pub fn unpacked() -> Option<PathBuf> {
    std::env::var_os("WORDPRESS").map(PathBuf::from)
}

/// A running WordPress. Stops when dropped.
pub struct WordPress {
    programs: PathBuf,
    environment: BTreeMap<&'static str, PathBuf>,
    watchdog: Child,
}

impl WordPress {
    /// Starts one and installs it, with an owner called `administrator`, a `second` administrator,
    /// an `editor` and an `author`: one site, or a network of one.
    pub fn start(unpacked: &Path, network: bool) -> Outcome<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let scratch = std::env::temp_dir().join(format!("mindset-wordpress-{port}"));
        std::fs::create_dir_all(scratch.join("data"))?;
        let listen = format!("127.0.0.1:{port}");
        let programs = unpacked.join("bin");
        let mut environment = BTreeMap::from([
            ("WORDPRESS_FOLDER", unpacked.join("usr/share/wordpress")),
            ("WORDPRESS_CONFIG", script("wp-config.php")),
            ("WORDPRESS_SOCKET", scratch.join("socket")),
            ("WORDPRESS_ADDRESS", format!("http://{listen}").into()),
        ]);
        if network {
            environment.insert("WORDPRESS_NETWORK", "1".into());
        }
        let log = std::fs::File::create(scratch.join("log"))?;
        let watchdog = Command::new("sh")
            .args(["-c", WATCHDOG])
            .envs(&environment)
            .env("PROGRAMS", &programs)
            .env("SCRATCH", &scratch)
            .env("LISTEN", listen)
            .stdin(Stdio::piped())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        let started = Self {
            programs,
            environment,
            watchdog,
        };
        if let Err(why) = started.php("install.php", &[], "") {
            let log = std::fs::read_to_string(scratch.join("log"))?;
            return Err(format!("{why}\n{log}").into());
        }
        Ok(started)
    }

    /// Publishes posts by name as a user, each text in a block of HTML, and gives the address of
    /// each. A strict WordPress lets nobody write free HTML.
    pub fn publish(
        &self,
        user: &str,
        strict: bool,
        posts: &BTreeMap<String, String>,
    ) -> Outcome<BTreeMap<String, String>> {
        let more: &[_] = if strict {
            &[("WORDPRESS_STRICT", "1")]
        } else {
            &[]
        };
        let given = json!({"user": user, "posts": posts});
        let said = self.php("post.php", more, &given.to_string())?;
        Ok(serde_json::from_str(&said)?)
    }

    fn php(&self, name: &str, more: &[(&str, &str)], given: &str) -> Outcome<String> {
        let mut command = Command::new(self.programs.join("php"));
        command.envs(&self.environment).envs(more.iter().copied());
        said(command.arg(script(name)), given)
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        // Its end of the pipe closes, and it cleans up.
        drop(self.watchdog.stdin.take());
        let _ = self.watchdog.wait();
    }
}

/// What HTML Purifier leaves of a text, under settings like Moodle's.
pub fn purified(unpacked: &Path, text: &str) -> Outcome<String> {
    let mut command = Command::new(unpacked.join("bin/php"));
    let path = format!("include_path={}", unpacked.join("usr/share/php").display());
    said(command.args(["-d", &path]).arg(script("purify.php")), text)
}

/// The `integrity` of a script, as a coach's page has it.
pub fn integrity(unpacked: &Path, script: &Path) -> Outcome<String> {
    let code = "echo 'sha384-', base64_encode(hash_file('sha384', $argv[1], true));";
    let mut command = Command::new(unpacked.join("bin/php"));
    said(command.args(["-r", code]).arg(script), "")
}

/// What a program answers to a text.
fn said(command: &mut Command, given: &str) -> Outcome<String> {
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    running
        .stdin
        .take()
        .ok_or("no input")?
        .write_all(given.as_bytes())?;
    let ended = running.wait_with_output()?;
    let (text, errors) = (
        String::from_utf8(ended.stdout)?,
        String::from_utf8_lossy(&ended.stderr),
    );
    if ended.status.success() {
        Ok(text)
    } else {
        Err(format!("{command:?}: {text}{errors}").into())
    }
}

/// What is known about the snippets: their texts, and where each of them survives.
pub fn snippets() -> Outcome<Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../native/fixtures/snippets.json");
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

/// The snippets by name, for a site and the integrity of its script.
pub fn snippets_for(site: &str, integrity: &str) -> Outcome<BTreeMap<String, String>> {
    let snippets: BTreeMap<String, String> =
        serde_json::from_value(snippets()?["snippets"].clone())?;
    let made = |text: String| {
        text.replace("{site}", site)
            .replace("{integrity}", integrity)
    };
    Ok(snippets
        .into_iter()
        .map(|(name, text)| (name, made(text)))
        .collect())
}
