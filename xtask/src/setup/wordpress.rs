//! A WordPress with its own PHP and database: unpacked from the system's packages, not installed.

use super::{apt, installing, ready};
use crate::process::Command;
use crate::project::Project;
use anyhow::{Context, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The run-times, with what they depend on. The database's core is the program alone, without
/// the service around it.
const RUN_TIMES: [&str; 5] = [
    "php-cli",
    "php-mysql",
    "php-xml",
    "php-htmlpurifier",
    "mariadb-server-core",
];

/// Modules of PHP that lie in files of their own, each before those that need it.
const MODULES: [&str; 6] = ["ctype", "dom", "iconv", "tokenizer", "mysqlnd", "mysqli"];

/// The package's own file looks for a setting of the whole machine; this one takes the test's.
const CONFIG: &str = "<?php\n// Takes the setting that whoever starts it names.\nrequire getenv('WORDPRESS_CONFIG');\n";

/// The folder that holds `bin/php`, `bin/mariadbd` and `usr/share/wordpress`, if this machine can
/// have it.
///
/// Unpacked into `.tools` rather than installed: that needs no rights, and no web server, database
/// or timer of the system is left running by it, as it would be by the packages' own scripts.
pub fn wordpress(project: &Project) -> Option<PathBuf> {
    let _turn = apt::turn();
    let folder = project.tools().join("wordpress");
    let tools = ["apt-get", "apt-cache", "dpkg-deb"];
    if !works(&folder) && tools.iter().all(|tool| project.find(&[tool]).is_some()) {
        installing("WordPress, PHP and MariaDB", "seconds");
        if let Err(sentence) = unpack(project, &folder) {
            eprintln!("{sentence}");
        }
    }
    let works = works(&folder);
    if works {
        ready("WordPress, PHP and MariaDB");
    }
    works.then_some(folder)
}

/// Whether both run-times start, and what they are to run is there.
fn works(folder: &Path) -> bool {
    let says = |program: &str, argument: &str, word: &str| {
        let said = Command::new(folder.join("bin").join(program))
            .args([argument])
            .read();
        said.is_ok_and(|said| said.success && said.text.contains(word))
    };
    let texts = [
        "wordpress/wp-includes/version.php",
        "php/HTMLPurifier.auto.php",
    ];
    texts
        .iter()
        .all(|file| folder.join("usr/share").join(file).is_file())
        && says("php", "-m", "mysqli")
        && says("mariadbd", "--version", "MariaDB")
}

fn unpack(project: &Project, folder: &Path) -> anyhow::Result<()> {
    // Half a folder of an earlier try would be in the way.
    let _ = fs::remove_dir_all(folder);
    let archives = folder.join("archives");
    fs::create_dir_all(&archives).with_context(|| cannot(&archives))?;
    if apt::can_install(project) {
        apt::update(project);
    }
    let download = project
        .command("apt-get")
        .args(["--quiet", "download"])
        .args(packages(project)?)
        .current_dir(&archives);
    succeed(download)?;
    for archive in entries(&archives)? {
        succeed(Command::new("dpkg-deb").args([
            "--extract".as_ref(),
            archive.as_os_str(),
            folder.as_os_str(),
        ]))?;
    }
    let _ = fs::remove_dir_all(&archives);
    write(&folder.join("usr/share/wordpress/wp-config.php"), CONFIG)?;
    let modules = one_of(&folder.join("usr/lib/php"), |path| {
        path.join("mysqli.so").is_file()
    })?;
    let php = one_of(&folder.join("usr/bin"), |path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.strip_prefix("php")
            .is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let mut options = format!("-n -d extension_dir='{}'", modules.display());
    for module in MODULES {
        options += &format!(" -d extension={module}");
    }
    program(folder, "php", &php, &options)?;
    let texts = folder.join("usr/share/mysql");
    let options = format!(
        "--no-defaults --lc-messages-dir='{0}' --character-sets-dir='{0}/charsets'",
        texts.display()
    );
    program(
        folder,
        "mariadbd",
        &folder.join("usr/sbin/mariadbd"),
        &options,
    )
}

/// Every package to unpack: WordPress and its theme without a web server, and the run-times with
/// those libraries that this machine lacks.
fn packages(project: &Project) -> anyhow::Result<Vec<String>> {
    let cache = project
        .command("apt-cache")
        .args(["depends", "--recurse", "--no-suggests", "--no-recommends"])
        .args([
            "--no-conflicts",
            "--no-breaks",
            "--no-replaces",
            "--no-enhances",
        ])
        .args(RUN_TIMES);
    // Those of the run-times themselves even where they are installed: theirs must be of one piece.
    let own = succeed(cache)?;
    let own = own.lines().filter(|name| {
        ["php", "mariadb", "mysql"]
            .iter()
            .any(|start| name.starts_with(start))
    });
    let simulated = project
        .command("apt-get")
        .args(["install", "--simulate", "--no-install-recommends"])
        .args(RUN_TIMES);
    let simulated = succeed(simulated)?;
    let libraries = simulated
        .lines()
        .filter_map(|line| line.strip_prefix("Inst ")?.split(' ').next())
        // The C library belongs to the machine's own loader.
        .filter(|name| name.starts_with("lib") && !name.starts_with("libc6"));
    let depends = succeed(project.command("apt-cache").args(["depends", "wordpress"]))?;
    let theme = depends
        .split_whitespace()
        .find(|word| word.starts_with("wordpress-theme-"))
        .context("The system's WordPress comes without a theme.")?;
    let mut all: Vec<String> = own
        .chain(libraries)
        .chain(["wordpress", theme])
        .map(str::to_owned)
        .collect();
    all.sort();
    all.dedup();
    Ok(all)
}

/// A program that starts another one with its libraries and options.
fn program(folder: &Path, name: &str, starts: &Path, options: &str) -> anyhow::Result<()> {
    let mut libraries = Vec::new();
    for place in ["usr/lib", "lib"] {
        let found = entries(&folder.join(place)).unwrap_or_default();
        libraries.extend(
            found
                .into_iter()
                .filter(|path| path.to_string_lossy().contains("-linux-")),
        );
    }
    let libraries: Vec<String> = libraries
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let text = format!(
        "#!/bin/sh\n# Starts {name} with what was unpacked beside it.\nLD_LIBRARY_PATH='{}' exec '{}' {options} \"$@\"\n",
        libraries.join(":"),
        starts.display()
    );
    let file = folder.join("bin").join(name);
    fs::create_dir_all(folder.join("bin")).with_context(|| cannot(&file))?;
    write(&file, &text)?;
    succeed(Command::new("chmod").args(["+x".as_ref(), file.as_os_str()])).map(|_| ())
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| cannot(folder))?;
    let mut paths: Vec<PathBuf> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    Ok(paths)
}

fn one_of(folder: &Path, is_it: impl Fn(&Path) -> bool) -> anyhow::Result<PathBuf> {
    let found = entries(folder)?.into_iter().find(|path| is_it(path));
    found.with_context(|| format!("{} holds not what was looked for.", folder.display()))
}

fn write(file: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(file, text).with_context(|| cannot(file))
}

fn cannot(path: &Path) -> String {
    format!("{} cannot be made", path.display())
}

/// What a command says; an error when it fails.
fn succeed(command: Command) -> anyhow::Result<String> {
    let ran = command.read()?;
    if ran.success {
        Ok(ran.text)
    } else {
        bail!("{}", ran.text.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_programs_is_no_wordpress() {
        assert!(!works(&Project::here().path("schema")));
    }

    #[test]
    fn a_command_that_fails_is_told_by_its_own_words() {
        let error = succeed(Command::new("sh").args(["-c", "echo why; exit 1"])).unwrap_err();
        assert_eq!(error.to_string(), "why");
    }
}
