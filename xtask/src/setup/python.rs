//! Python packages that tests and the benchmark compare with, each set in a folder of its own.

use super::{apt, installing, ready};
use crate::process::Command;
use crate::project::Project;
use std::path::PathBuf;

/// Packages that belong together.
struct Set {
    /// The name of its folder in `.tools`.
    folder: &'static str,
    /// What a person knows it as.
    name: &'static str,
    /// Each with its version.
    packages: &'static [&'static str],
    /// What Python says when all of it can be loaded.
    probe: &'static str,
    /// How long installing takes.
    wait: &'static str,
}

const DUCKDB: Set = Set {
    folder: "python-duckdb",
    name: "DuckDB",
    packages: &["duckdb==1.5.6"],
    probe: "import duckdb; print(duckdb.__version__)",
    wait: "seconds",
};

const SPARK: Set = Set {
    folder: "python-spark",
    name: "Spark",
    packages: &["pyspark==4.1.4"],
    probe: "import pyspark; print(pyspark.__version__)",
    wait: "some minutes: 460 MB",
};

const BENCH: Set = Set {
    folder: "python-bench",
    name: "DuckDB, pandas and NumPy",
    packages: &["duckdb==1.5.6", "pandas==3.0.1", "numpy==2.4.6"],
    probe: "import duckdb, pandas, numpy; print(duckdb.__version__)",
    wait: "seconds",
};

/// A Python with DuckDB, if this machine can have it.
pub fn duckdb(project: &Project) -> Option<PathBuf> {
    let _turn = apt::turn();
    set(project, &DUCKDB)
}

/// A Python with Spark, if this machine can have it and has Java.
pub fn spark(project: &Project) -> Option<PathBuf> {
    let _turn = apt::turn();
    let java = || project.find(&["java"]).is_some();
    if !java() && apt::can_install(project) {
        installing("Java without a window", "about a minute");
        apt::install(project, &["default-jre-headless"]);
    }
    if java() { set(project, &SPARK) } else { None }
}

/// A Python with what the benchmark compares with, if this machine can have it.
pub fn for_bench(project: &Project) -> Option<PathBuf> {
    let _turn = apt::turn();
    set(project, &BENCH)
}

/// The Python of a set, which is installed where it is missing or of another version.
fn set(project: &Project, set: &Set) -> Option<PathBuf> {
    let folder = project.tools().join(set.folder);
    let python = folder.join(match cfg!(windows) {
        true => "Scripts/python.exe",
        false => "bin/python",
    });
    let works = || {
        let version = set
            .packages
            .first()
            .and_then(|first| first.split("==").nth(1));
        let said = Command::new(&python).args(["-c", set.probe]).read();
        said.is_ok_and(|said| said.success && Some(said.text.trim()) == version)
    };
    if !works() {
        installing(set.name, set.wait);
        // Half a folder of an earlier try would be in the way.
        let _ = std::fs::remove_dir_all(&folder);
        let found = project.find(&["python3", "python"])?;
        let made = Command::new(found)
            .args(["-m".as_ref(), "venv".as_ref(), folder.as_os_str()])
            .read();
        // Debian's Python comes without the part that puts pip into such a folder.
        if !made.is_ok_and(|made| made.success) && apt::can_install(project) {
            apt::install(project, &["python3-venv"]);
            let found = project.find(&["python3"])?;
            let _ = Command::new(found)
                .args(["-m".as_ref(), "venv".as_ref(), folder.as_os_str()])
                .read();
        }
        let install = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ];
        let ran = Command::new(&python)
            .args(install)
            .args(set.packages)
            .read();
        match ran {
            Ok(ran) if ran.success => {}
            Ok(ran) => eprintln!("{}", ran.text.trim_end()),
            Err(sentence) => eprintln!("{sentence}"),
        }
    }
    works().then(|| {
        ready(set.name);
        python
    })
}
