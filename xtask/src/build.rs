//! The release build: static files in `dist/` that any web server can serve from any sub-path.

use crate::project::Project;
use crate::{setup, size, split};
use std::path::{Path, PathBuf};

/// The most that the first load may take, in bytes after brotli at quality 11: 200 KB of 1000
/// bytes. Every file of the build counts but the second part. About four seconds on a slow mobile
/// line of 400 kbit/s.
const FIRST_LOAD_BUDGET: usize = 200_000;

/// The most that the part loaded right behind the first screen may take.
const SECOND_PART_BUDGET: usize = 200_000;

/// The most that the program may take which is loaded when a file is sealed or opened.
const SEALING_BUDGET: usize = 130_000;

/// Installs what is missing and builds into `dist/`.
pub fn release(project: &Project) -> Result<(), String> {
    setup::for_build(project)?;
    let terser = setup::terser(project)?;
    let built = project
        .wasm_command("trunk")
        .args(["build", "--release"])
        .run()?;
    if !built {
        return Err("The release build failed; Trunk says why above.".to_owned());
    }
    minify_scripts(project, &terser)?;
    in_two_parts(project)
}

/// What the name of the second part ends on.
const SECOND: &str = "_second.wasm";

/// What `index.html` names in its place, until it is split off.
const UNSPLIT: &str = "no-second-part";

/// Optimises the wasm file and splits off what no reader needs before the review.
fn in_two_parts(project: &Project) -> Result<(), String> {
    let whole = built_files(project)?
        .into_iter()
        .find(|file| is_wasm(file) && !is_sealing(file))
        .ok_or("The release build has no wasm file.")?;
    let name = inside(&project.dist(), &whole).replace("_bg.wasm", SECOND);
    let second = project.dist().join(&name);
    // With their names: by them the parts are told apart. And none for two: what looks alike may
    // belong to both parts.
    optimise(
        project,
        &whole,
        &[
            "-Oz",
            "--debuginfo",
            "--skip-pass=duplicate-function-elimination",
        ],
    )?;
    let parts = split::split(&contents(&whole)?, loaded_later)?;
    for (part, file) in parts.iter().zip([&whole, &second]) {
        write(file, part)?;
        optimise(project, file, &["-Oz", "--converge"])?;
    }
    optimise(
        project,
        &project.dist().join("sealing_bg.wasm"),
        &["-Oz", "--converge"],
    )?;
    let page = project.dist().join("index.html");
    let text = String::from_utf8_lossy(&contents(&page)?).into_owned();
    if !text.contains(UNSPLIT) {
        return Err("The page has no place for the name of the second part.".to_owned());
    }
    let named = text.replace(UNSPLIT, &name);
    write(&page, named.as_bytes())
}

/// Whether a function belongs to the second part, by its demangled name: the result and what is
/// done with it, and what is stored.
fn loaded_later(function: &str) -> bool {
    const LATER: [&str; 18] = [
        "mindset_mirror::browser::sealing::",
        "mindset_mirror::ui::app::seal::",
        "mindset_mirror::ports::backup::",
        "mindset_mirror::ui::app::whole::",
        "mindset_mirror::instrument::parse::",
        "mindset_mirror::lint::",
        "ics::",
        "mindset_mirror::export::",
        "mindset_mirror::report::",
        "mindset_mirror::ui::screens::result::",
        "mindset_mirror::ui::screens::data::",
        "mindset_mirror::ui::app::files::",
        "mindset_mirror::ui::app::on_data::",
        "mindset_mirror::ui::app::on_result::",
        // Methods bear the name of their type, wherever they stand.
        "mindset_mirror::ui::app::state::State>::file_of",
        "mindset_mirror::ui::app::state::State>::open_file",
        "mindset_mirror::ui::app::state::State>::raw_pieces",
        "mindset_mirror::ui::app::history::",
    ];
    let name = without_hashes(function);
    // Cloning, comparing and dropping belong to whoever holds the value, even an empty one.
    const HELD: [&str; 6] = [
        "::drop_in_place",
        " as core::clone::",
        " as core::cmp::",
        " as core::convert::",
        " as core::default::",
        " as core::ops::",
    ];
    let held = HELD.iter().any(|way| name.contains(way));
    // Stored records are read on opening the page.
    let at_once = name.contains("mindset_mirror::export::work_json::");
    !held && !at_once && LATER.iter().any(|module| name.contains(module))
}

/// A name without the hashes of the crates, which stand in brackets.
fn without_hashes(name: &str) -> String {
    let mut inside = false;
    let outside = name.chars().filter(|&c| {
        inside = (inside || c == '[') && c != ']';
        !inside && c != ']'
    });
    outside.collect()
}

fn optimise(project: &Project, file: &Path, options: &[&str]) -> Result<(), String> {
    const FEATURES: [&str; 6] = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    let optimised = project
        .command("wasm-opt")
        .args(options)
        .args(FEATURES)
        .args(["--output".as_ref(), file, file])
        .run()?;
    match optimised {
        true => Ok(()),
        false => Err(format!("{} could not be optimised.", file.display())),
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(file, bytes)
        .map_err(|error| format!("{} cannot be written: {error}.", file.display()))
}

/// Takes comments, long names and white space out of the scripts, which Trunk 0.21.14 cannot:
/// its own tool does not know their syntax.
fn minify_scripts(project: &Project, terser: &Path) -> Result<(), String> {
    for script in built_files(project)? {
        if script.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let minified = project
            .command("node")
            .args([terser])
            .args(["--module", "--compress", "passes=2", "--mangle"])
            .args(["--output".as_ref(), script.as_path(), script.as_path()])
            .run()?;
        if !minified {
            return Err(format!("{} could not be minified.", script.display()));
        }
    }
    Ok(())
}

/// Prints what the build weighs, file by file, and holds each part to its budget.
pub fn within_budget(project: &Project) -> Result<(), String> {
    let (sealing, page): (Vec<PathBuf>, Vec<PathBuf>) = built_files(project)?
        .into_iter()
        .partition(|path| is_sealing(path));
    let (second, first): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_second(path));
    held(project, "first load", &first, FIRST_LOAD_BUDGET)?;
    held(project, "second part", &second, SECOND_PART_BUDGET)?;
    held(project, "sealing", &sealing, SEALING_BUDGET)
}

fn held(project: &Project, what: &str, paths: &[PathBuf], budget: usize) -> Result<(), String> {
    let mut files = Vec::new();
    for path in paths {
        let name = inside(&project.dist(), path);
        files.push(size::weigh(name, &contents(path)?)?);
    }
    println!("{}", size::table(what, &files, budget));
    let total = size::total(&files);
    if total <= budget {
        return Ok(());
    }
    Err(format!(
        "The {what} takes {}, more than the budget of {}.",
        size::kilobytes(total),
        size::kilobytes(budget)
    ))
}

/// Holds the build to naming no folder of this machine.
pub fn names_no_folder(project: &Project) -> Result<(), String> {
    for path in built_files(project)? {
        let bytes = contents(&path)?;
        for folder in project.private_paths() {
            if contains(&bytes, folder.as_bytes()) {
                let name = inside(&project.dist(), &path);
                return Err(format!("{name} names a folder of this machine: {folder}."));
            }
        }
    }
    Ok(())
}

/// Whether a file is loaded behind the first screen.
fn is_second(path: &Path) -> bool {
    path.to_string_lossy().ends_with(SECOND)
}

/// Whether a file belongs to the program that is loaded when a file is sealed or opened.
fn is_sealing(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("sealing"))
}

fn is_wasm(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "wasm")
}

/// Every file of the build, in the order of their names.
fn built_files(project: &Project) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![project.dist()];
    while let Some(folder) = folders.pop() {
        let unreadable = |error| format!("{} cannot be read: {error}.", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn contents(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn inside(folder: &Path, path: &Path) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path);
    name.display().to_string()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::{contains, loaded_later};

    #[test]
    fn the_result_is_loaded_later_and_a_question_is_not() {
        let app = "mindset_mirror[14653cf8ccf80441]";
        for later in ["export::json::write", "ui::screens::result::share::share"] {
            assert!(loaded_later(&format!("{app}::{later}")), "{later}");
        }
        assert!(!loaded_later(&format!(
            "{app}::ui::screens::question::Question"
        )));
    }

    #[test]
    fn what_holds_a_value_may_clone_and_drop_it_in_the_first_part() {
        for name in [
            "core[c5]::ptr::drop_in_place::<mindset_mirror[14]::export::document::Document>",
            "<mindset_mirror[14]::export::document::Document as core[c5]::clone::Clone>::clone",
        ] {
            assert!(!loaded_later(name), "{name}");
        }
    }

    #[test]
    fn a_folder_is_found_anywhere_in_the_bytes() {
        assert!(contains(
            b"\0\x01/home/ann/app/src/main.rs\xff",
            b"/home/ann"
        ));
        assert!(!contains(b"\0\x01/app/src/main.rs\xff", b"/home/ann"));
    }
}
