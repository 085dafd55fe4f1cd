//! The release build: static files in `dist/` that any web server can serve from any sub-path.

use crate::names::ShortNames;
use crate::project::Project;
use crate::{function_order, names, page, setup, size};
use anyhow::{Context, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The most that a rep loads from the start to the result, in bytes after brotli at quality 11.
/// Every file of the build counts but those of other pages and programs, the other language, earlier
/// versions of the questionnaire that the page begins with, and other questionnaires. Why it is more than the 243.9 KB of before: decision 0046.
const PAGE_BUDGET: usize = 301_200;

/// The most that the program may take which is loaded when a file is sealed or opened.
const SEALING_BUDGET: usize = 155_000;

/// The most that the worker may take which checks a custom questionnaire.
const DEFINITION_BUDGET: usize = 72_000;

/// The most that the worker may take which opens and makes files.
const FILES_BUDGET: usize = 243_500;

/// The most that the texts of all pages and the questionnaires may take in another language than the
/// reader's. Whoever changes the language loads those of one page.
const LANGUAGE_BUDGET: usize = 46_000;

/// The most that earlier versions of the questionnaire may take that the page begins with, in both
/// languages: only who has a result of one loads it.
const EARLIER_BUDGET: usize = 16_000;

/// The most that questionnaires may take beside that one, in both languages: only who answers one, or
/// has a result of one, loads it.
const OTHER_BUDGET: usize = 22_000;

/// The most that the script may take which other pages load.
const EMBED_BUDGET: usize = 8_000;

/// The most that the page may take on which a coach makes the snippet; no reader loads it.
const BUILDER_BUDGET: usize = 160_000;

/// The most that the page may take on what a sales manager can do, in both languages; no reader of the
/// scan loads it.
const MANAGER_BUDGET: usize = 12_000;

/// The page on what a sales manager can do, a file a language.
const MANAGER_PAGES: [&str; 2] = ["manager-nl.html", "manager-en.html"];

/// The most that the guidance may take, every document in both languages; no reader of the scan loads
/// it, and whoever reads one document loads that alone.
const GUIDANCE_BUDGET: usize = 36_000;

/// The most that the page may take on which two views are compared, with what it shares with the rep's
/// page: the style sheet, the scripts and the questionnaire.
const TALK_BUDGET: usize = 190_000;

/// The most that the page may take on which views are begun and handed over, and agreements kept. More
/// than the one before, as it holds the records of this device.
const TOGETHER_BUDGET: usize = 240_000;

/// The most that the page of a team may take, with what it shares with the rep's page: the style sheet,
/// the scripts and the questionnaire.
const TEAM_BUDGET: usize = 190_000;

/// The most that the page of a round may take, with what it shares with the rep's page: more than that
/// of a team, as it holds the records of this device.
const ROUND_BUDGET: usize = 215_000;

/// The most that the worker may take which reads the results of a team.
const TEAM_WORKER_BUDGET: usize = 226_000;

/// The most that the page with the time balance may take, with the style sheet that it shares with
/// the rep's page; no account manager loads it.
const BALANCE_BUDGET: usize = 95_000;

/// What the names of the files of the worker begin with that reads the results of a team.
const TEAM_WORKER: [&str; 2] = ["team-start", "team-worker"];

/// The page with the time balance.
const BALANCE_PAGE: &str = "balance.html";

/// What the names of the guidance's files begin with.
const GUIDANCE: &str = "guidance";

/// Installs what is missing and builds into `dist/`.
pub fn release(project: &Project) -> anyhow::Result<()> {
    setup::for_build(project)?;
    setup::bundler(project)?;
    let built = project
        .wasm_command("trunk")
        .args(["build", "--release"])
        .run()?;
    if !built {
        bail!("The release build failed; Trunk says why above.");
    }
    let names = minify_scripts(project)?;
    finish(project, &names)?;
    package_element(project)
}

/// Gives every program the names of its loader, optimises it and orders its functions, and writes
/// the hash of each file into the pages that load it.
fn finish(project: &Project, names: &LoaderNames) -> anyhow::Result<()> {
    for program in built_files(project)?
        .into_iter()
        .filter(|file| is_wasm(file))
    {
        shorten_names(&program, names)?;
        optimise(project, &program)?;
        let ordered = function_order::reordered(&contents(&program)?)?;
        write(&program, &ordered)?;
    }
    let file = project.dist().join("index.html");
    let text = String::from_utf8_lossy(&contents(&file)?).into_owned();
    let of_name = |name: &str| contents(&project.dist().join(name));
    let index = page::finished(&text, of_name)?;
    write(&file, index.as_bytes())?;
    for program in &page::INDEX_PROGRAMS {
        let texts = contents(&project.path("target/content").join(program.texts))?;
        let texts = String::from_utf8_lossy(&texts).into_owned();
        let made = page::finished(&page::with_program(&text, &texts, program)?, of_name)?;
        let file = project.dist().join(format!("{}.html", program.name));
        write(&file, made.as_bytes())?;
    }
    let file = project.dist().join("embed.html");
    let text = String::from_utf8_lossy(&contents(&file)?).into_owned();
    let builder = page::of_coach(&text, &index, &contents(&project.dist().join("embed.js"))?)?;
    write(&file, page::finished(&builder, of_name)?.as_bytes())?;
    let styled = MANAGER_PAGES.into_iter().chain([BALANCE_PAGE]);
    let styled = styled.map(|name| project.dist().join(name));
    for file in styled.chain(guidance_pages(project)?) {
        let text = String::from_utf8_lossy(&contents(&file)?).into_owned();
        let styled = page::styled(&text, &index)?;
        write(&file, page::finished(&styled, of_name)?.as_bytes())?;
    }
    Ok(())
}

/// The pages of the guidance, found by their names.
fn guidance_pages(project: &Project) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = built_files(project)?;
    files.retain(|file| is_part_of(file, GUIDANCE) && is_html(file));
    if files.is_empty() {
        bail!("The build has no page of the guidance.");
    }
    Ok(files)
}

/// Gives a program the short names that its loader has for its imports and exports.
fn shorten_names(program: &Path, names: &LoaderNames) -> anyhow::Result<()> {
    let name = inside(program.parent().unwrap_or(program), program);
    let loader = name.replace("_bg.wasm", ".js");
    let names = names
        .get(&loader)
        .with_context(|| format!("{name} has no loader called {loader}"))?;
    let short = names::shortened(&contents(program)?, names).with_context(|| name)?;
    write(program, &short)
}

fn optimise(project: &Project, file: &Path) -> anyhow::Result<()> {
    const FEATURES: [&str; 6] = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    // No program reads the lowest kilobyte, where its stack ends; and a large function of one caller
    // packs better by itself. A value that is worked out once and kept packs worse than one that is
    // worked out again in the same words, a segment of data better whole, and a local better where the
    // compiler put it. Measured on the page's program: 1.5, 1.9, 1.1, 0.3 and 0.2 KB after brotli.
    let packing = [
        "--low-memory-unused",
        "--one-caller-inline-max-function-size=20",
        "--skip-pass=local-cse",
        "--skip-pass=memory-packing",
        "--skip-pass=simplify-locals",
    ];
    // Branches that are put together anew come out shorter than as the compiler leaves them (1.0 KB),
    // and once more shorter (0.3 KB).
    let anew = ["--flatten", "--rereloop", "-O1"];
    let passes = [&anew[..], &anew, &["-Oz"]].concat();
    // Loads and stores carry a hint that no engine uses (0.8 KB), and the rest is for other tools.
    let unused = ["--dealign", "--strip-producers", "--strip-target-features"];
    let optimised = project
        .command("wasm-opt")
        .args(packing)
        .args(passes)
        .args(unused)
        .args(FEATURES)
        .args(["--output".as_ref(), file, file])
        .run()?;
    match optimised {
        true => Ok(()),
        false => bail!("{} could not be optimised.", file.display()),
    }
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

/// The short names of each script, by its file name.
type LoaderNames = BTreeMap<String, ShortNames>;

/// Takes comments, long names and white space out of the loaders of the programs, which Trunk
/// 0.21.14 cannot: its own tool does not know their syntax.
fn minify_scripts(project: &Project) -> anyhow::Result<LoaderNames> {
    let names = project.path("target/loader-names.json");
    let scripts = built_files(project)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "js"));
    let minified = project
        .command("node")
        .args(["tools/minify-scripts.mjs".as_ref(), &*names])
        .args(scripts)
        .run()?;
    if !minified {
        bail!("The scripts could not be minified; esbuild says why above.");
    }
    serde_json::from_slice(&contents(&names)?).context("The names of the loaders cannot be read")
}

/// Makes the npm package of the element in `target/element`, with what is generated from its
/// source: types, manifest, and types for frameworks.
fn package_element(project: &Project) -> anyhow::Result<()> {
    setup::judges(project)?;
    let made = project
        .command("node")
        .args(["tools/package-element.mjs"])
        .run()?;
    if !made {
        bail!("The npm package of the element could not be made.");
    }
    Ok(())
}

/// Prints what the build weighs, file by file, and holds each part to its budget.
pub fn within_budget(project: &Project) -> anyhow::Result<()> {
    let index = contents(&project.dist().join("index.html"))?;
    let first = page::questionnaire(&String::from_utf8_lossy(&index))?;
    // Before the programs, which are known by how their files' names begin: a questionnaire may have
    // any name.
    let (others, page): (Vec<PathBuf>, Vec<PathBuf>) = built_files(project)?
        .into_iter()
        .partition(|path| is_other_questionnaire(path, &first));
    let (sealing, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "sealing"));
    let (definition, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "definition-"));
    let (opening, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "files-"));
    let (team_worker, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| TEAM_WORKER.iter().any(|name| is_part_of(path, name)));
    let newest = newest_versions(&page);
    let (earlier, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_earlier_version(path, &newest));
    // A rep reads one language; the Dutch files are the larger ones.
    let (other, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_other_language(path));
    let (embed, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_embed(path));
    let (builder, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_builder(path));
    let (manager, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "manager"));
    let (balance, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "balance"));
    let sheet = page.iter().filter(|path| is_style_sheet(path)).cloned();
    let balance: Vec<PathBuf> = balance.into_iter().chain(sheet).collect();
    let (team, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_part_of(path, "team"));
    let (round, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_part_of(path, "round"));
    let (talk, page): (Vec<PathBuf>, Vec<PathBuf>) =
        page.into_iter().partition(|path| is_part_of(path, "talk"));
    let (together, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, "together"));
    let of_rep = page.iter().filter(|path| !is_own_of_rep(path)).cloned();
    let shared = of_rep.chain(
        talk.iter()
            .filter(|path| is_of_both_talk_pages(path))
            .cloned(),
    );
    let together: Vec<PathBuf> = together.into_iter().chain(shared).collect();
    let of_rep = page.iter().filter(|path| !is_own_of_rep(path));
    let sheet = talk.iter().filter(|path| is_style_sheet(path));
    let shared = of_rep.chain(sheet).cloned();
    let round: Vec<PathBuf> = round.into_iter().chain(shared).collect();
    let of_rep = page.iter().filter(|path| !is_own_of_rep(path)).cloned();
    let talk: Vec<PathBuf> = talk.into_iter().chain(of_rep).collect();
    let of_rep = page.iter().filter(|path| !is_own_of_rep(path)).cloned();
    let team: Vec<PathBuf> = team.into_iter().chain(of_rep).collect();
    let (guidance, page): (Vec<PathBuf>, Vec<PathBuf>) = page
        .into_iter()
        .partition(|path| is_part_of(path, GUIDANCE));
    let held = [
        held(project, "page", &page, PAGE_BUDGET),
        held(project, "other language", &other, LANGUAGE_BUDGET),
        held(project, "earlier questionnaires", &earlier, EARLIER_BUDGET),
        held(project, "other questionnaires", &others, OTHER_BUDGET),
        held(project, "definition worker", &definition, DEFINITION_BUDGET),
        held(project, "worker for files", &opening, FILES_BUDGET),
        held(project, "sealing", &sealing, SEALING_BUDGET),
        held(project, "embedding script", &embed, EMBED_BUDGET),
        held(project, "coach's page", &builder, BUILDER_BUDGET),
        held(project, "manager's page", &manager, MANAGER_BUDGET),
        held(project, "page for the talk", &talk, TALK_BUDGET),
        held(
            project,
            "page before and after the talk",
            &together,
            TOGETHER_BUDGET,
        ),
        held(project, "page of a team", &team, TEAM_BUDGET),
        held(project, "page of a round", &round, ROUND_BUDGET),
        held(project, "team worker", &team_worker, TEAM_WORKER_BUDGET),
        held(project, "time balance", &balance, BALANCE_BUDGET),
        held(project, "guidance", &guidance, GUIDANCE_BUDGET),
    ];
    let faults = held
        .into_iter()
        .filter_map(|one| one.err().map(|why| why.to_string()));
    let faults: Vec<String> = faults.collect();
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{}", faults.join("\n"))
}

fn held(project: &Project, what: &str, paths: &[PathBuf], budget: usize) -> anyhow::Result<()> {
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
    bail!(
        "The {what} takes {}, more than the budget of {}.",
        size::kilobytes(total),
        size::kilobytes(budget)
    )
}

/// Holds the build to naming no folder of this machine.
pub fn names_no_folder(project: &Project) -> anyhow::Result<()> {
    for path in built_files(project)? {
        let bytes = contents(&path)?;
        for folder in project.private_paths() {
            if contains(&bytes, folder.as_bytes()) {
                let name = inside(&project.dist(), &path);
                bail!("{name} names a folder of this machine: {folder}.");
            }
        }
    }
    Ok(())
}

/// Whether a file belongs to the program whose files' names begin so.
fn is_part_of(path: &Path, program: &str) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(program))
}

/// The id and the version in the name of a compiled questionnaire, such as
/// `sales-mindset-0.1.0-nl-c431f4c0c80c3805.bin`.
fn questionnaire(path: &Path) -> Option<(String, Vec<u32>)> {
    let name = path.file_name()?.to_str()?.strip_suffix(".bin")?;
    let (of_language, _hash) = name.rsplit_once('-')?;
    let (of_version, _language) = of_language.rsplit_once('-')?;
    let (id, version) = of_version.rsplit_once('-')?;
    let numbers: Result<Vec<u32>, _> = version.split('.').map(str::parse).collect();
    Some((id.to_owned(), numbers.ok()?))
}

/// The newest version of each questionnaire, by id.
fn newest_versions(paths: &[PathBuf]) -> BTreeMap<String, Vec<u32>> {
    let mut newest = BTreeMap::new();
    for (id, version) in paths.iter().filter_map(|path| questionnaire(path)) {
        let known: &mut Vec<u32> = newest.entry(id).or_default();
        *known = version.max(std::mem::take(known));
    }
    newest
}

fn is_earlier_version(path: &Path, newest: &BTreeMap<String, Vec<u32>>) -> bool {
    questionnaire(path).is_some_and(|(id, version)| newest.get(&id) != Some(&version))
}

/// Whether a file is of another questionnaire than the one with this id.
fn is_other_questionnaire(path: &Path, first: &str) -> bool {
    questionnaire(path).is_some_and(|(id, _)| id != first)
}

/// Whether a file is in a language that a Dutch reader does not load.
fn is_other_language(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        name.ends_with(".bin") && name.contains("-en-")
    })
}

/// Whether a file is what other pages load.
fn is_embed(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "embed.js")
}

/// Whether a file belongs to the page on which a coach makes the snippet.
fn is_builder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        name.starts_with("builder") || name == "embed.html"
    })
}

/// Whether a file of the page for the talk is loaded by the other page of a talk too: the sheet and the
/// texts.
fn is_of_both_talk_pages(path: &Path) -> bool {
    ["talk.css", "talk-"]
        .iter()
        .any(|name| is_part_of(path, name))
}

/// Whether a file of the rep's page is loaded by no other: its markup, its program and its frame.
fn is_own_of_rep(path: &Path) -> bool {
    [
        "index.html",
        "mindset-mirror-",
        "interface-",
        "frame.js",
        GUIDANCE,
    ]
    .iter()
    .any(|name| is_part_of(path, name))
}

fn is_html(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "html")
}

/// Whether a file is the page's one style sheet, whose name begins as that of its source.
fn is_style_sheet(path: &Path) -> bool {
    is_part_of(path, "page-") && path.extension().is_some_and(|extension| extension == "css")
}

fn is_wasm(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "wasm")
}

/// Every file of the build, in the order of their names.
pub fn built_files(project: &Project) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![project.dist()];
    while let Some(folder) = folders.pop() {
        let unreadable = || format!("{} cannot be read", folder.display());
        for entry in std::fs::read_dir(&folder).with_context(unreadable)? {
            let path = entry.with_context(unreadable)?.path();
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

pub fn contents(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

pub fn inside(folder: &Path, path: &Path) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path);
    name.display().to_string()
}

pub fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::{contains, is_earlier_version, is_other_questionnaire, newest_versions};
    use std::path::PathBuf;

    #[test]
    fn all_but_the_newest_version_of_a_questionnaire_is_an_earlier_one() {
        let files = [
            "content/interface-nl-13b103c495fe5040.bin",
            "content/sales-mindset-0.10.0-nl-333ab6029b7bef55.bin",
            "content/sales-mindset-0.10.0-en-333ab6029b7bef56.bin",
            "content/other-0.1.0-nl-c431f4c0c80c3805.bin",
            "frame.js",
            "content/sales-mindset-0.9.0-nl-fc071f0e254d537e.bin",
            "content/sales-mindset-0.9.0-en-fc071f0e254d537f.bin",
        ]
        .map(PathBuf::from);
        let newest = newest_versions(&files);
        let earlier = files
            .iter()
            .filter(|file| is_earlier_version(file, &newest));
        assert!(earlier.eq(&files[5..]));
    }

    #[test]
    fn a_questionnaire_that_the_page_does_not_begin_with_is_another_one_whatever_its_name() {
        let files = [
            "content/interface-nl-13b103c495fe5040.bin",
            "content/sales-mindset-0.2.0-nl-333ab6029b7bef55.bin",
            "content/sales-mindset-0.1.0-en-333ab6029b7bef56.bin",
            "manager-nl.html",
            "files-worker_bg.wasm",
            "content/manager-mirror-0.2.0-nl-c431f4c0c80c3805.bin",
            "content/files-1.0.0-en-fc071f0e254d537e.bin",
        ]
        .map(PathBuf::from);
        let others = files
            .iter()
            .filter(|file| is_other_questionnaire(file, "sales-mindset"));
        assert!(others.eq(&files[5..]));
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
