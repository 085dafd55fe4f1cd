//! Files that leave the page and files that come in.

use crate::page::Page;
use crate::{Outcome, environment};
use lopdf::Document;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

impl Page {
    /// Waits for the next finished download, and takes it: its name and its bytes.
    pub async fn downloaded(&self) -> Outcome<(String, Vec<u8>)> {
        self.until("a download", async || {
            let done = std::fs::read_dir(&self.downloads)?
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                // While it is written the name begins with a dot or ends otherwise.
                .find(|path| {
                    let end = path.extension().map(|end| end.to_string_lossy());
                    end.is_some_and(|end| ["json", "age", "ics", "csv"].contains(&&*end))
                });
            let Some(path) = done else { return Ok(None) };
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bytes = std::fs::read(&path)?;
            // Firefox makes the file first, and fills it later.
            if bytes.is_empty() {
                return Ok(None);
            }
            std::fs::remove_file(path)?;
            Ok(Some((name, bytes)))
        })
        .await
    }

    /// The screen as the browser prints it: a PDF.
    pub async fn printed(&self) -> Outcome<Document> {
        let how = json!({"preferCSSPageSize": true});
        let printed = self.driver.cdp().send_raw("Page.printToPDF", how).await?;
        let bytes = self.script(
            "return [...atob(arguments[0])].map(one => one.charCodeAt(0))",
            vec![printed["data"].clone()],
        );
        let bytes: Vec<u8> = serde_json::from_value(bytes.await?)?;
        Ok(Document::load_mem(&bytes)?)
    }

    /// A folder that is removed together with the browser.
    pub fn folder(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.downloads.join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Writes a file that the respondent may open.
    pub fn file(&self, name: &str, contents: &[u8]) -> Outcome<PathBuf> {
        let path = self.folder("to-open")?.join(name);
        std::fs::write(&path, contents)?;
        Ok(path)
    }

    /// Gives a file to the input that has this name.
    pub async fn open_file(&self, name: crate::names::Name, file: &Path) -> Outcome {
        let path = file.canonicalize()?;
        let path = path.to_str().ok_or("a path that is no text")?;
        self.until("the input for a file", async || {
            let Some(input) = self.find(name).await? else {
                return Ok(None);
            };
            Ok(Some(input.send_keys(path).await?))
        })
        .await
    }
}

/// What the command for data people makes of a file: `mindset score <file>`, its first line.
pub fn scored_by_command(file: &Path) -> Outcome<Value> {
    let tool = environment("MINDSET", "the built mindset program")?;
    let ran = Command::new(&tool).arg("score").arg(file).output()?;
    if !ran.status.success() {
        return Err(format!("{tool} score: {}", String::from_utf8_lossy(&ran.stderr)).into());
    }
    let printed = String::from_utf8(ran.stdout)?;
    let line = printed.lines().next().ok_or("nothing printed")?;
    Ok(serde_json::from_str(line)?)
}
