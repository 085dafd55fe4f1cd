//! A small LMS on the run-time of another project, with the package that the dist command packs.

use crate::host::Host;
use crate::page::Page;
use crate::site::Site;
use crate::{Outcome, environment};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A running LMS.
pub struct Lms<'a> {
    page: &'a Page,
    site: Site,
}

impl<'a> Lms<'a> {
    /// Unpacks the package beside the LMS's page and its run-time, and serves the three.
    pub fn start(page: &'a Page) -> Outcome<Self> {
        let folder = page.folder("lms")?;
        zip::ZipArchive::new(std::fs::File::open(package()?)?)?.extract(folder.join("package"))?;
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        for file in [
            "hosts/lms.html",
            "hosts/lms-records.html",
            "../../tools/node_modules/scorm-again/dist/scorm12.min.js",
        ] {
            let file = here.join(file);
            std::fs::copy(&file, folder.join(file.file_name().ok_or("a file")?))?;
        }
        Ok(Self {
            page,
            site: Site::of_folder(folder)?,
        })
    }

    /// Where its pages stand.
    pub fn address(&self) -> String {
        self.site.address()
    }

    /// A learner opens the activity.
    pub async fn visit(&self) -> Outcome<Host<'a>> {
        let address = format!("{}lms.html", self.site.address());
        Host::at(self.page, &address, Some("iframe")).await
    }

    /// What the LMS has of the learner.
    pub async fn stored(&self) -> Outcome<Value> {
        self.ask("return JSON.parse(JSON.stringify(API.cmi.toJSON()))")
            .await
    }

    /// What it was called with on this visit, as `[name, argument, ..., answer]`.
    pub async fn calls(&self) -> Outcome<Vec<Vec<String>>> {
        Ok(serde_json::from_value(self.ask("return calls").await?)?)
    }

    /// The LMS takes the activity off its page, and the activity ends its visit.
    pub async fn leave(&self) -> Outcome {
        self.ask("document.querySelector('iframe').src = 'about:blank'")
            .await?;
        self.page
            .until("the end of the visit", async || {
                let calls = self.calls().await?;
                Ok(calls
                    .iter()
                    .any(|call| call[0] == "LMSFinish")
                    .then_some(()))
            })
            .await
    }

    async fn ask(&self, script: &str) -> Outcome<Value> {
        self.page.driver().enter_default_frame().await?;
        self.page.script(script, Vec::new()).await
    }
}

/// Packs the build, and tells the file.
fn package() -> Outcome<PathBuf> {
    let tool = environment("XTASK", "the built xtask program")?;
    let ran = Command::new(&tool)
        .args(["dist", "--scorm", "--no-build"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    let said = String::from_utf8(ran.stdout)?;
    // "<file> (487.7 KB, 23 files)"
    let file = said.lines().find_map(|line| {
        let (file, _) = line.split_once(" (")?;
        file.ends_with(".zip").then(|| PathBuf::from(file))
    });
    let why = String::from_utf8_lossy(&ran.stderr).into_owned();
    file.ok_or_else(|| format!("{tool} dist --scorm: {said}{why}").into())
}
