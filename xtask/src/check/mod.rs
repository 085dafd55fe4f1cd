//! The test command: every check of the project, one step after the other.

mod advisories;
mod count;
mod end_to_end;
mod steps;

pub use end_to_end::prepared as prepared_end_to_end;
pub use steps::Step;

use crate::project::Project;
use crate::setup;
use count::Tally;
use std::time::Instant;

/// Runs the steps in their order and closes on the counts. A step that fails does not stop the
/// next ones, so that one run shows everything that is wrong. True when nothing failed.
pub fn run(project: &Project, steps: &[Step]) -> bool {
    std::thread::scope(|scope| {
        if Step::ALL.iter().all(|step| steps.contains(step)) {
            scope.spawn(|| setup::system_packages(project));
        }
        run_in_order(project, steps)
    })
}

fn run_in_order(project: &Project, steps: &[Step]) -> bool {
    let mut total = Tally::default();
    let mut lines = Vec::new();
    let mut built = true;
    for step in steps {
        println!("\n== {}", step.title());
        let begun = Instant::now();
        let outcome = if step.drives_the_build() && !built {
            Ok(Tally::skipped("there is no release build to test"))
        } else {
            step.run(project)
        };
        if *step == Step::Build {
            built = project.dist().join("index.html").is_file() && outcome.is_ok();
        }
        let tally = outcome.unwrap_or_else(|error| Tally::failed(&format!("{error:#}")));
        for note in &tally.notes {
            println!("{note}");
        }
        let seconds = begun.elapsed().as_secs();
        lines.push(format!("{:<22} {tally} ({seconds} s)", step.title()));
        total.add(tally);
    }
    println!("\n== Summary");
    for line in lines {
        println!("{line}");
    }
    for note in &total.notes {
        println!("{note}");
    }
    println!("\n{total}");
    total.failed == 0
}
