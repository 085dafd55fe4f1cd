//! The gallery: every component and screen in its states, and what a change does to them.

use crate::project::Project;
use crate::setup;
use anyhow::{Context, bail};
use std::path::{Path, PathBuf};

/// The package that renders, as a revision has it when it has a gallery.
const MANIFEST: &str = "gallery/Cargo.toml";

/// Renders the gallery into `target/gallery`, and tells the folder.
pub fn render(project: &Project) -> anyhow::Result<PathBuf> {
    let out = project.path("target/gallery");
    render_into(project, &project.path("."), &out)?;
    Ok(out)
}

/// Renders the gallery of a revision and of the working tree, photographs both in one run, and
/// writes a page of the differences into `target/gallery-compare`.
pub fn compare(project: &Project, revision: &str) -> anyhow::Result<()> {
    let commit = commit(project, revision)?;
    if !has_gallery(project, &commit)? {
        bail!("{revision} has no gallery to compare with: it has no {MANIFEST}.");
    }
    let after = render(project)?;
    let before = project.path("target/gallery-before");
    with_checkout(project, &commit, |checkout| {
        render_into(project, checkout, &before)
    })?;
    let out = project.path("target/gallery-compare");
    match photographed(project, "compare", &[&before, &after, &out])? {
        true => Ok(()),
        false => bail!("The galleries could not be compared; the program says why above."),
    }
}

/// Renders the gallery, and photographs the screens that README and LEESMIJ show into `docs/images`.
/// What the gallery has no state of (the coach's page with the element in it) is photographed by
/// hand.
pub fn pictures(project: &Project) -> anyhow::Result<()> {
    let folders = [&*render(project)?, &project.path("docs/images")];
    match photographed(project, "pictures", &folders)? {
        true => Ok(()),
        false => bail!("The pictures could not be made; the program says why above."),
    }
}

/// Runs a program of `tools/gallery`, which photographs in Chromium, over these folders; whether
/// it ended well.
fn photographed(project: &Project, program: &str, folders: &[&Path]) -> anyhow::Result<bool> {
    setup::photographs(project)?;
    let browser = setup::browser(project)?;
    project
        .command("node")
        .args([format!("tools/gallery/{program}.mjs")])
        .args(folders)
        .env("CHROMIUM", browser.chromium)
        .run()
}

/// Renders the gallery of a checkout with its own program. Both revisions share the compiled
/// dependencies.
fn render_into(project: &Project, checkout: &Path, out: &Path) -> anyhow::Result<()> {
    // States that are gone would stay.
    if out.exists() {
        std::fs::remove_dir_all(out)
            .with_context(|| format!("{} cannot be removed", out.display()))?;
    }
    let mut command = project.command("cargo").current_dir(checkout);
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        command = command.env("CARGO_TARGET_DIR", project.path("target"));
    }
    let rendered = command
        .args(["run", "--locked", "--quiet", "--package=gallery", "--"])
        .args([checkout, out])
        .run()?;
    match rendered {
        true => Ok(()),
        false => bail!("The gallery could not be rendered; cargo says why above."),
    }
}

/// The commit that a revision names.
fn commit(project: &Project, revision: &str) -> anyhow::Result<String> {
    let said = project
        .command("git")
        .args(["rev-parse", "--verify", "--quiet", "--end-of-options"])
        .args([format!("{revision}^{{commit}}")])
        .read()?;
    match said.success {
        true => Ok(said.text.trim().to_owned()),
        false => bail!("{revision} names no revision of this project."),
    }
}

fn has_gallery(project: &Project, commit: &str) -> anyhow::Result<bool> {
    let file = format!("{commit}:{MANIFEST}");
    let said = project.command("git").args(["cat-file", "-e", &file]);
    Ok(said.read()?.success)
}

/// Does some work in a checkout of a commit, which is removed however the work ends.
fn with_checkout(
    project: &Project,
    commit: &str,
    work: impl FnOnce(&Path) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let folder = project.path("target/gallery-checkout");
    let worktree = |words: &[&str]| {
        let command = project.command("git").args(["worktree"]).args(words);
        command.read().map(|said| said.success)
    };
    let path = folder.to_string_lossy();
    let remove = || worktree(&["remove", "--force", &path]);
    // One that an interrupted run has left; mostly there is none.
    remove()?;
    if !worktree(&["add", "--force", "--detach", &path, commit])? {
        bail!("The revision cannot be checked out into {path}.");
    }
    let done = work(&folder);
    if !remove()? {
        println!("The checkout in {path} could not be removed.");
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_that_is_not_there_is_named() {
        let error = compare(&Project::here(), "no-such-revision").unwrap_err();
        assert!(error.to_string().starts_with("no-such-revision names no"));
    }

    #[test]
    fn an_option_in_place_of_a_revision_is_no_revision() {
        assert!(commit(&Project::here(), "--all").is_err());
    }
}
