//! What was typed after `cargo xtask`, read into one task.

use crate::check::Step;
use crate::dist::Package;
use crate::reliability::Row;
use clap::{Parser, Subcommand, value_parser};

/// The commands of this project, for those who develop it
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
pub struct Arguments {
    /// What is to be done; without it the help is printed.
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// One thing to do.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Installs what is missing, builds, and serves the app on localhost
    Serve {
        /// The TCP port to listen on
        #[arg(long, value_name = "N", default_value_t = 8080, value_parser = value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Installs what is missing and runs every check, or only the steps named
    ///
    /// The steps run in the order of this list, whatever the order they are named in. `e2e` and
    /// `engines` bring `build` along.
    Test {
        /// The steps; all of them when none is named
        #[arg(value_name = "STEP")]
        steps: Vec<Step>,
    },
    /// Tries a fault as often as docs/reliability.md says: a row of its table, on the build in dist/
    Reliability {
        /// The row
        #[arg(value_name = "ROW")]
        row: Row,
        /// As often as this instead
        #[arg(long, value_name = "N")]
        cases: Option<u32>,
        /// Other random acts
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
    },
    /// Renders every component and screen in its states into target/gallery/
    ///
    /// In Dutch and English, light and dark: one document a state, and an index of all of them.
    Gallery {
        /// Also renders this revision, photographs both in Chromium, and writes a page of the
        /// differences into target/gallery-compare/
        #[arg(long, value_name = "REV")]
        compare: Option<String>,
        /// Also photographs the screens that README and LEESMIJ show, into docs/images/
        #[arg(long, conflicts_with = "compare")]
        pictures: bool,
    },
    /// Feeds the readers of everything from outside with changed files, and prints what they took
    ///
    /// One target after the other, each for as long as asked. Coverage-guided by libFuzzer on this
    /// toolchain; messages between frames by fast-check. Needs a C++ compiler. Ends with 1 where an
    /// input made a reader panic, or took more than a second or 64 MB.
    Fuzz {
        /// The target; all of them when none is named
        target: Option<String>,
        /// Minutes for each
        #[arg(long, value_name = "N", default_value_t = 10, value_parser = value_parser!(u32).range(1..=1440))]
        minutes: u32,
    },
    /// Measures `mindset group` beside pandas and DuckDB on made-up records, and prints a table
    ///
    /// One after the other on one core, and the whole round again: what slows the machine down for a
    /// while slows all three. Times are never a test.
    Bench {
        /// How many records
        #[arg(long, value_name = "N", default_value_t = 1_000_000)]
        records: u64,
        /// How many rounds
        #[arg(long, value_name = "N", default_value_t = 5, value_parser = value_parser!(u32).range(1..=100))]
        rounds: u32,
    },
    /// Builds the release into dist/, prints its size, and fails when it is over the budget
    Build,
    /// Builds, and packs the release into target/dist/: a zip for any web server
    Dist {
        /// Packs for an LMS instead (SCORM 1.2)
        #[arg(long)]
        scorm: bool,
        /// Packs dist/ as it is
        #[arg(long)]
        no_build: bool,
    },
}

/// The steps to run, in their own order; all of them when none is named.
pub fn in_order(named: &[Step]) -> Vec<Step> {
    // End-to-end tests drive the release build; an old one would prove nothing.
    let wanted = |step: &Step| {
        named.is_empty()
            || named.contains(step)
            || (*step == Step::Build && named.iter().any(|named| named.drives_the_build()))
    };
    Step::ALL.into_iter().filter(wanted).collect()
}

/// What `dist` packs for.
pub fn package(scorm: bool) -> Package {
    match scorm {
        true => Package::Scorm,
        false => Package::Site,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{CommandFactory, ValueEnum};

    /// What is typed for a step.
    fn word(step: Step) -> String {
        step.to_possible_value().unwrap().get_name().to_owned()
    }

    fn parsed(line: &str) -> Result<Option<Task>, String> {
        let words = ["xtask"].into_iter().chain(line.split_whitespace());
        let typed = Arguments::try_parse_from(words);
        typed
            .map(|typed| typed.task)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_arguments_contradict_nothing() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn nothing_typed_asks_for_help() {
        assert_eq!(parsed(""), Ok(None));
    }

    #[test]
    fn an_unknown_command_is_named_and_the_usage_follows() {
        let sentence = parsed("tset").unwrap_err();
        assert!(sentence.contains("'tset'") && sentence.contains("Usage: cargo xtask"));
    }

    #[test]
    fn the_help_of_test_names_every_step() {
        let mut all = Arguments::command();
        let test = all.find_subcommand_mut("test").unwrap();
        let help = test.render_long_help().to_string();
        for step in Step::ALL {
            assert!(help.contains(&word(step)), "{}", word(step));
        }
    }

    #[test]
    fn serve_takes_a_port_and_nothing_else() {
        assert_eq!(parsed("serve"), Ok(Some(Task::Serve { port: 8080 })));
        let other = Ok(Some(Task::Serve { port: 9000 }));
        assert_eq!(parsed("serve --port 9000"), other);
        for wrong in [
            "serve --port",
            "serve --port 0",
            "serve --port 65536",
            "serve 9000",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn steps_are_named_by_their_words() {
        for step in Step::ALL {
            let line = format!("test {}", word(step));
            assert_eq!(parsed(&line), Ok(Some(Task::Test { steps: vec![step] })));
        }
        assert!(parsed("test everything").is_err());
    }

    #[test]
    fn test_without_a_step_runs_every_step() {
        assert_eq!(parsed("test"), Ok(Some(Task::Test { steps: Vec::new() })));
        assert_eq!(in_order(&[]), Step::ALL);
    }

    #[test]
    fn steps_run_in_their_own_order_whatever_was_typed() {
        assert_eq!(
            in_order(&[Step::Native, Step::Format]),
            [Step::Format, Step::Native]
        );
    }

    #[test]
    fn end_to_end_tests_bring_the_build_along() {
        for step in [Step::EndToEnd, Step::Engines] {
            assert_eq!(in_order(&[step]), [Step::Build, step]);
        }
    }

    #[test]
    fn dist_packs_for_a_web_server_or_for_an_lms() {
        let task = |scorm, no_build| Ok(Some(Task::Dist { scorm, no_build }));
        assert_eq!(parsed("dist"), task(false, false));
        assert_eq!(parsed("dist --scorm"), task(true, false));
        assert_eq!(parsed("dist --no-build --scorm"), task(true, true));
        assert!(parsed("dist --zip").is_err());
        assert_eq!([false, true].map(package), Package::ALL);
    }

    #[test]
    fn the_gallery_may_be_compared_with_one_revision_or_photographed_for_the_readme() {
        let task = |compare, pictures| Ok(Some(Task::Gallery { compare, pictures }));
        assert_eq!(parsed("gallery"), task(None, false));
        assert_eq!(
            parsed("gallery --compare HEAD~2"),
            task(Some("HEAD~2".to_owned()), false)
        );
        assert_eq!(parsed("gallery --pictures"), task(None, true));
        assert!(parsed("gallery --pictures --compare HEAD").is_err());
        assert!(parsed("gallery --compare").is_err());
        assert!(parsed("gallery HEAD").is_err());
    }

    #[test]
    fn fuzz_takes_a_target_and_minutes() {
        let task = |target: Option<&str>, minutes| {
            let target = target.map(str::to_owned);
            Ok(Some(Task::Fuzz { target, minutes }))
        };
        assert_eq!(parsed("fuzz"), task(None, 10));
        assert_eq!(parsed("fuzz backup --minutes 1"), task(Some("backup"), 1));
        assert!(parsed("fuzz --minutes 0").is_err());
    }

    #[test]
    fn a_row_of_the_reliability_table_may_be_tried_less_often_and_otherwise() {
        let task = |cases, seed| {
            let row = Row::Killed;
            Ok(Some(Task::Reliability { row, cases, seed }))
        };
        assert_eq!(parsed("reliability killed"), task(None, 1));
        let other = task(Some(7), 2);
        assert_eq!(parsed("reliability killed --cases 7 --seed 2"), other);
        assert!(parsed("reliability").is_err());
        assert!(parsed("reliability everything").is_err());
    }

    #[test]
    fn build_takes_no_words() {
        assert_eq!(parsed("build"), Ok(Some(Task::Build)));
        assert!(parsed("build --fast").is_err());
    }

    #[test]
    fn scores_are_the_work_of_another_program() {
        for command in ["score", "group", "lint"] {
            assert!(parsed(command).is_err(), "{command}");
        }
    }
}
