//! What was typed after `cargo xtask`, read into one task.

use crate::check::Step;
use crate::dist::Package;
use model::Language;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   install what is missing, build, and serve the app on localhost (port 8080)
  test [step ...]    install what is missing and run every check, or only the steps named:
                     format lints docs deny native browser build e2e
  build              build the release into dist/, print its size, fail when over the budget
  dist [--scorm]     build, and pack the release into target/dist/: a zip for any web server, or
                     with --scorm one for an LMS (SCORM 1.2); --no-build packs dist/ as it is
  score [file ...]   result files or JSON lines in, one JSON line of scores for each out
  group [file ...]   many of either in, one JSON object of group statistics out
  lint [file ...] [--lang nl|en]
                     instruments of your own in, what is wrong or could be better out, in
                     English unless asked otherwise; fails when one would be refused
  help               this text

score, group and lint read standard input when no file is named, or where a file is `-`.";

/// One thing to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage.
    Help,
    /// Build the release and hold it to its budget.
    Build,
    /// Serve the app on localhost.
    Serve {
        /// The TCP port to listen on.
        port: u16,
    },
    /// Run these steps, in this order.
    Test(Vec<Step>),
    /// Pack the release.
    Dist {
        /// For whom.
        package: Package,
        /// Whether to build first.
        build: bool,
    },
    /// Score the records in these files.
    Score(Vec<String>),
    /// Group statistics over the records in these files.
    Group(Vec<String>),
    /// Check the instruments in these files.
    Lint {
        /// The files.
        files: Vec<String>,
        /// The language of what is said about them.
        language: Language,
    },
}

/// Reads the words after `cargo xtask`. The error is a sentence for the person who typed them.
pub fn parse(words: &[String]) -> Result<Task, String> {
    let Some((command, rest)) = words.split_first() else {
        return Ok(Task::Help);
    };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "build" => no_more(command, rest).map(|()| Task::Build),
        "serve" => port(rest).map(|port| Task::Serve { port }),
        "test" => steps(rest).map(Task::Test),
        "dist" => dist(rest),
        "score" => files(rest).map(Task::Score),
        "group" => files(rest).map(Task::Group),
        "lint" => lint(rest),
        other => Err(format!("There is no command `{other}`.\n\n{HELP}")),
    }
}

fn no_more(command: &str, rest: &[String]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(format!("`{command}` takes no `{word}`.")),
    }
}

fn dist(rest: &[String]) -> Result<Task, String> {
    let has = |option: &str| rest.iter().any(|word| word == option);
    let (scorm, no_build) = ("--scorm", "--no-build");
    if let Some(word) = rest.iter().find(|word| *word != scorm && *word != no_build) {
        return Err(format!(
            "`dist` takes only `{scorm}` and `{no_build}`, not `{word}`."
        ));
    }
    Ok(Task::Dist {
        package: if has(scorm) {
            Package::Scorm
        } else {
            Package::Site
        },
        build: !has(no_build),
    })
}

fn port(rest: &[String]) -> Result<u16, String> {
    let words: Vec<&str> = rest.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => Ok(8080),
        ["--port", number] => match number.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(format!(
                "`{number}` is no port: use a number from 1 to 65535."
            )),
        },
        ["--port"] => Err("`--port` needs a number after it.".to_owned()),
        [word, ..] => Err(format!("`serve` takes only `--port N`, not `{word}`.")),
    }
}

/// The steps named, in the order in which they run; all of them when none is named.
fn steps(rest: &[String]) -> Result<Vec<Step>, String> {
    let mut named = Vec::new();
    for word in rest {
        match Step::ALL.into_iter().find(|step| step.word() == word) {
            Some(step) => named.push(step),
            None => {
                let known = Step::ALL.map(Step::word).join(", ");
                return Err(format!("There is no step `{word}`: use {known}."));
            }
        }
    }
    // End-to-end tests drive the release build; an old one would prove nothing.
    if named.contains(&Step::EndToEnd) {
        named.push(Step::Build);
    }
    Ok(Step::ALL
        .into_iter()
        .filter(|step| named.is_empty() || named.contains(step))
        .collect())
}

/// File names; a lone `-` is standard input, any other dash starts an unknown option.
fn files(rest: &[String]) -> Result<Vec<String>, String> {
    match rest
        .iter()
        .find(|word| word.starts_with('-') && *word != "-")
    {
        Some(word) => Err(format!("There is no option `{word}`.")),
        None => Ok(rest.to_vec()),
    }
}

/// Files, and the language wherever it stands among them; the last one counts.
fn lint(rest: &[String]) -> Result<Task, String> {
    let (mut names, mut language) = (Vec::new(), Language::En);
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        if word != "--lang" {
            names.push(word.clone());
            continue;
        }
        let tag = words.next().map_or("", String::as_str);
        let known = Language::ALL.into_iter().find(|known| known.tag() == tag);
        language = known.ok_or("`--lang` needs nl or en after it.")?;
    }
    files(&names).map(|files| Task::Lint { files, language })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn nothing_typed_asks_for_help() {
        assert_eq!(parsed(""), Ok(Task::Help));
        assert_eq!(parsed("--help"), Ok(Task::Help));
    }

    #[test]
    fn an_unknown_command_is_named_and_the_usage_follows() {
        let sentence = parsed("tset").unwrap_err();
        assert!(sentence.contains("`tset`") && sentence.contains("Usage"));
    }

    #[test]
    fn the_usage_names_every_step() {
        for step in Step::ALL {
            assert!(HELP.contains(step.word()), "{}", step.word());
        }
    }

    #[test]
    fn serve_takes_a_port_and_nothing_else() {
        assert_eq!(parsed("serve"), Ok(Task::Serve { port: 8080 }));
        assert_eq!(parsed("serve --port 9000"), Ok(Task::Serve { port: 9000 }));
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
    fn test_without_a_step_runs_every_step() {
        assert_eq!(parsed("test"), Ok(Task::Test(Step::ALL.to_vec())));
    }

    #[test]
    fn steps_run_in_their_own_order_whatever_was_typed() {
        assert_eq!(
            parsed("test native format"),
            Ok(Task::Test(vec![Step::Format, Step::Native]))
        );
        assert!(parsed("test everything").is_err());
    }

    #[test]
    fn end_to_end_tests_bring_the_build_along() {
        assert_eq!(
            parsed("test e2e"),
            Ok(Task::Test(vec![Step::Build, Step::EndToEnd]))
        );
    }

    #[test]
    fn records_come_from_files_or_standard_input() {
        assert_eq!(parsed("score"), Ok(Task::Score(vec![])));
        let two = vec!["a.json".to_owned(), "-".to_owned()];
        assert_eq!(parsed("group a.json -"), Ok(Task::Group(two)));
        assert!(parsed("score --fast").is_err());
    }

    #[test]
    fn dist_packs_for_a_web_server_or_for_an_lms() {
        let task = |package, build| Ok(Task::Dist { package, build });
        assert_eq!(parsed("dist"), task(Package::Site, true));
        assert_eq!(parsed("dist --scorm"), task(Package::Scorm, true));
        assert_eq!(
            parsed("dist --no-build --scorm"),
            task(Package::Scorm, false)
        );
        assert!(parsed("dist --zip").is_err());
    }

    #[test]
    fn lint_speaks_english_unless_asked_otherwise() {
        let of = |files: &[&str], language| {
            let files = files.iter().map(|&file| file.to_owned()).collect();
            Ok(Task::Lint { files, language })
        };
        assert_eq!(parsed("lint"), of(&[], Language::En));
        assert_eq!(parsed("lint a.json -"), of(&["a.json", "-"], Language::En));
        assert_eq!(
            parsed("lint --lang nl a.json"),
            of(&["a.json"], Language::Nl)
        );
        assert_eq!(
            parsed("lint a.json --lang en"),
            of(&["a.json"], Language::En)
        );
        for wrong in ["lint --lang", "lint --lang de a.json", "lint --strict"] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn build_takes_no_words() {
        assert_eq!(parsed("build"), Ok(Task::Build));
        assert!(parsed("build --fast").is_err());
    }
}
