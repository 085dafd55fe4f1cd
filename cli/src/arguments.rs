//! What can be typed after `mindset`, and the help for it.

use crate::export::FileFormat;
use crate::library;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Scores, group figures and checks of questionnaires
///
/// mindset computes with the same code as the page. It reads files or standard input, prints to
/// standard output, and says on standard error what it could not read. It sends nothing anywhere
/// and stores nothing.
#[derive(Debug, Parser)]
#[command(name = "mindset", version, max_term_width = 100, after_long_help = PROGRAM)]
pub struct Arguments {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Scores of each person: result files or JSON lines in, one JSON line each out
    #[command(long_about = SCORE, after_long_help = SCORE_MORE)]
    Score(Records),
    /// Figures of groups: many records in, one JSON object out
    #[command(long_about = GROUP, after_long_help = GROUP_MORE)]
    Group(Records),
    /// Tables for other programs: many records in, a folder of Parquet or JSON lines out
    #[command(long_about = EXPORT, after_long_help = EXPORT_MORE)]
    Export {
        /// How the tables are written
        #[arg(
            long,
            value_name = "parquet|jsonl",
            default_value = "parquet",
            hide_possible_values = true
        )]
        format: FileFormat,
        /// The folder to make; there must be nothing of this name
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
        /// A file with a secret of at least 16 bytes, by which persons have the same key in
        /// every export
        ///
        /// Without it a secret is drawn for this run and stored nowhere: the keys of two exports
        /// then have nothing in common.
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// The records.
        #[command(flatten)]
        records: Records,
    },
    /// Check of questionnaires: definitions in, what is wrong or could be better out
    #[command(long_about = LINT, after_long_help = LINT_MORE)]
    Lint {
        /// The language of what is said about the questionnaires
        #[arg(
            long,
            alias = "lang",
            value_name = "nl|en",
            default_value = "en",
            hide_possible_values = true
        )]
        language: Language,
        /// Definitions; standard input when none is named, or where one is `-`
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Writes records of people who do not exist, to measure with
    #[command(hide = true)]
    MadeUp {
        /// How many
        #[arg(long)]
        count: u64,
        /// The same seed gives the same records
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The id of the questionnaire; its newest version is answered
        #[arg(long, default_value = "sales-mindset")]
        instrument: String,
    },
    /// Writes the manual pages into a folder
    #[command(hide = true)]
    Man {
        /// The folder; it is made where it is missing
        folder: PathBuf,
    },
}

/// The records to read, and the questionnaires that they may belong to.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct Records {
    /// Adds a questionnaire to those that are known; may be given several times
    ///
    /// A custom questionnaire, or an earlier version of one that is known. Several versions of
    /// one questionnaire live side by side. Two definitions of the same id and version with
    /// different content are an error.
    #[arg(long = "questionnaire", value_name = "FILE")]
    pub questionnaires: Vec<PathBuf>,
    /// Result files or JSON lines; standard input when none is named, or where one is `-`
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// A language as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Dutch
    Nl,
    /// English
    En,
}

impl From<Language> for library::Language {
    fn from(typed: Language) -> Self {
        match typed {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
        }
    }
}

const PROGRAM: &str = "\
Exit status:
  0  everything was read, and every questionnaire that was checked can be used; also where whoever
     reads the output, such as `head`, has enough of it
  1  something could not be read or written, or a questionnaire would be refused
  2  the command line could not be understood

`mindset COMMAND --help` says what a command reads and prints, with examples.";

const SCORE: &str = "\
Computes the scores of each person from answers as they were given.

Reads result files of the page, or JSON lines: one object a line with `instrument` (the id of the \
questionnaire) and `answers` (an object from the id of a statement to the number chosen, or null \
where it was skipped). A whole number may be written as 4, 4.0 or 4e0, and not as a text. \
Reversing is done here and never before. A line may also have `id` (a text or a whole number; null \
is no id), `version` (of the questionnaire; without it the newest that has all the \
statements answered), `form` (`self` unless said), `language` (`nl` or `en`), `day` (as in \
2026-03-31) and `pageSeconds` \
(seconds spent on each page, in order). Files of both kinds may be mixed. All are UTF-8, with or \
without a byte order mark, and a line has at most 8 MiB.

Prints one JSON line for each record, in their order. A record that cannot be read is named on \
standard error with its file and line, and the others are scored all the same.";

const SCORE_MORE: &str = "\
Output:
  id             as in the record; null where it has none
  scores         one entry a scale, in the order of the questionnaire:
    raw, rawMin, rawMax  sum of the answers after reversing, and its bounds
    percent              share of the possible steps, 0 to 100
    standardError        conditional standard error, in points of percent
    interval80           lower and upper end of the 80 % interval, in points of percent
    answered, total      statements answered, and statements of the scale
    band, border         low, mid or high; whether a cut is within one answer step
    method, missingRule  how percent came about, and what was done about gaps
    reason               why there is no score; the figures are null then
  quality        how the form was filled in; for the person who filled it in, and nobody else:
    longstring           longest run of equal answers
    irv                  standard deviation of all answers, in steps of the response scale
    pairInconsistency    mean distance within opposite pairs, in steps
    pairs                opposite pairs of which both are answered
    acquiescence         mean leaning towards the highest answer, in steps
    fastPages            pages answered faster than one can read
    notice               whether any of these asks for a second look

Exit status:
  0  every record was scored
  1  a record, a file or a questionnaire could not be read
  2  the command line could not be understood

Examples:
  mindset score result.json
  mindset score answers.jsonl > scores.jsonl
  mindset score --questionnaire mine.json --questionnaire mine-2024.json answers.jsonl";

const GROUP: &str = "\
Computes what may be said about groups, from as many people on as each figure needs.

Reads the same records as `mindset score`. Records of different questionnaires, versions, forms \
or languages are never put together. An id counts once in its group: 1, 1.0, \"1\" and \" 1 \" are \
one person, and so are ids that differ only in upper and lower case or in their Unicode form. A \
record without an id counts as a person of its own. Memory does not grow with the records but for \
16 bytes and some of each id.

Prints one JSON object. A figure is null for a group that is too small for it: means \
appear from 5 people on and in whole points below 10, standard deviations from 8, alpha from 30, \
single statements from 50, omega from 100. \
There is no lowest and no highest score: they would be a person's.";

const GROUP_MORE: &str = "\
Output:
  groups         one entry a group:
    instrument, version, language, form, n   who they are; n counts people
    scales       one entry a scale:
      n                    people with a score
      mean, sd             of the scores, in points of percent
      alpha, alphaInterval coefficient alpha of those who answered every statement, 95 % interval
      omega                omega total of the same people
      items                itemRest (correlation with the other statements) and alphaIfDropped
  leftOut        records that are in no group: source and reason, of the first 10,000
  leftOutUnlisted  how many more there are

Exit status:
  0  every record was read; some may be left out, with the reason in the output
  1  a record, a file or a questionnaire could not be read
  2  the command line could not be understood

Examples:
  mindset group team/*.json
  cat answers.jsonl | mindset group --questionnaire mine.json";

const EXPORT: &str = "\
Writes records as flat tables, for programs that work with more than one machine can hold.

Reads the same records as `mindset score`; those without a score are exported too. A JSON line may \
say its `day`, as in 2026-03-31; a result file has one.

Prints one JSON object with the number of partitions and of rows. The tables are `sessions`, \
`scores` (a row for each scale of a session) and `answers` (a row for each statement), each in \
folders `questionnaire=…/version=…/month=…`. Nothing has the name of the folder until all of it is \
written. Memory does not grow with the records.

These tables hold answers of individuals. In place of an id stands a keyed hash: whoever has the \
secret can tell whose a row is, and whoever knows some answers of somebody may find the others. \
They are personal data: keep them where the answers themselves may be, and delete them as soon as \
what they are for is done. How many people a figure needs is not a matter of this export but of \
what is computed from it; the query that comes with this program holds to the rules of \
`mindset group`.";

const EXPORT_MORE: &str = "\
Output:
  folder         where it is
  partitions     questionnaires, versions and months
  sessions, scores, answers   rows of each table

Exit status:
  0  every record was read and written
  1  a record could not be read (the others are written), or the folder could not be made
  2  the command line could not be understood

Examples:
  mindset export --out tables answers.jsonl
  mindset export --format jsonl --key secret.txt --out 2026-03 results/*.json";

const LINT: &str = "\
Checks definitions of questionnaires as the page does when it loads one, and says in plain words \
what is wrong with them, what could be better, and what is worth a look.

Reads definitions (JSON, in UTF-8, of at most 256 KiB).

Prints for each its name, then a line for each finding: errors (the questionnaire is refused until \
they are gone), else warnings and hints (it can be used), and a line that sums them up. Each names \
its place in words and as a path, such as items[3].text. Files of one id and version are compared: \
another content, and a key turned round, are warned of.";

const LINT_MORE: &str = "\
Exit status:
  0  every questionnaire can be used
  1  one would be refused, or could not be read
  2  the command line could not be understood

Examples:
  mindset lint my-questionnaire.json
  mindset lint --language nl my-questionnaire.json
  mindset lint earlier.json my-questionnaire.json";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parsed(line: &str) -> Option<Command> {
        let words = ["mindset"].into_iter().chain(line.split_whitespace());
        Arguments::try_parse_from(words)
            .ok()
            .map(|typed| typed.command)
    }

    #[test]
    fn the_arguments_contradict_nothing() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn records_come_from_files_or_standard_input() {
        let of = |files: &[&str], questionnaires: &[&str]| Records {
            questionnaires: questionnaires.iter().map(PathBuf::from).collect(),
            files: files.iter().map(PathBuf::from).collect(),
        };
        let scored = |line| match parsed(line) {
            Some(Command::Score(records)) => records,
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(scored("score"), of(&[], &[]));
        assert_eq!(scored("score a.json -"), of(&["a.json", "-"], &[]));
        assert_eq!(
            scored("score --questionnaire a.json x.json --questionnaire b.json"),
            of(&["x.json"], &["a.json", "b.json"])
        );
        assert!(matches!(parsed("group a.json"), Some(Command::Group(_))));
        for wrong in ["score --fast", "score --questionnaire", "scores", ""] {
            assert!(parsed(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn lint_speaks_english_unless_asked_otherwise() {
        let spoken = |line| match parsed(line) {
            Some(Command::Lint { language, files }) => (language, files.len()),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(spoken("lint"), (Language::En, 0));
        assert_eq!(spoken("lint a.json -"), (Language::En, 2));
        assert_eq!(spoken("lint --language nl a.json"), (Language::Nl, 1));
        assert_eq!(spoken("lint a.json --language en"), (Language::En, 1));
        assert_eq!(spoken("lint --lang nl"), (Language::Nl, 0));
        for wrong in [
            "lint --language",
            "lint --language de a.json",
            "lint --strict",
        ] {
            assert!(parsed(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_help_of_every_command_says_what_it_reads_prints_and_ends_with() {
        let mut program = Arguments::command();
        for command in program
            .get_subcommands_mut()
            .filter(|command| !command.is_hide_set())
        {
            let help = command.render_long_help().to_string();
            for part in ["Reads", "Prints", "Exit status:", "Examples:", "Usage:"] {
                assert!(help.contains(part), "{}: {part}", command.get_name());
            }
        }
    }
}
