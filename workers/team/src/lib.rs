//! Reads the results of a team beside its page, and says of them only what may be shown.

mod reason;

use model::{Day, Instrument};
use std::rc::Rc;
use team::{LeftOut, Team};
use team_jobs::{LeftOutGroup, Sentence, TeamAnswer, TeamQuestion, TeamRead};

/// The most names of files that are said for one reason.
const MOST_NAMES: usize = 20;

/// What has been read, until the worker is ended.
#[derive(Default)]
pub struct TeamDesk {
    team: Option<Team>,
    /// The questionnaires with their texts in every language that is loaded.
    instruments: Vec<Rc<Instrument>>,
    /// The files of the reading that is under way, as the team numbers them.
    reading: Vec<usize>,
    /// How many files there are in it.
    total: u32,
    /// Files that could not be read at all, each with its size in bytes: too large, or gone.
    unread: Vec<(String, u64)>,
    /// How many of those there were before the reading that is under way.
    unread_before: usize,
    done: u32,
}

impl TeamDesk {
    /// Answers a question of the page; nothing where it needs no answer.
    pub fn ask(&mut self, question: TeamQuestion) -> Option<TeamAnswer> {
        match question {
            TeamQuestion::Questionnaires { compiled, today } => {
                match self.use_questionnaires(&compiled, today) {
                    Some(()) => None,
                    None => Some(TeamAnswer::Impossible),
                }
            }
            TeamQuestion::Pasted(text) => Some(self.paste(&text)),
            TeamQuestion::View(selection) => Some(match &mut self.team {
                Some(team) => {
                    let outcome = team.view(&selection).map(Box::new);
                    TeamAnswer::View(selection, outcome)
                }
                None => TeamAnswer::Impossible,
            }),
            TeamQuestion::File { .. } => Some(TeamAnswer::Impossible),
        }
    }

    /// The first ones are those that results are read by; later ones add languages to their texts.
    fn use_questionnaires(&mut self, compiled: &[Vec<u8>], today: Day) -> Option<()> {
        self.instruments = files_worker::instruments(compiled)?;
        if self.team.is_none() {
            self.team = Some(Team::new(self.instruments.clone(), today));
        }
        Some(())
    }

    fn paste(&mut self, text: &str) -> TeamAnswer {
        let Some(team) = &mut self.team else {
            return TeamAnswer::Impossible;
        };
        let name = Sentence::new(|language| interface_texts::team_reasons(language).pasted.into());
        team.add_text(name.get(model::Language::Nl), text);
        TeamAnswer::Read(self.overview())
    }

    /// So many files follow.
    pub fn begin(&mut self, files: u32) {
        self.reading.clear();
        self.unread_before = self.unread.len();
        (self.done, self.total) = (0, files);
    }

    /// Reads a file.
    pub fn read(&mut self, path: &str, bytes: &[u8]) {
        if let Some(team) = &mut self.team {
            let added = team.add_file(path, bytes);
            self.reading.push(added.file);
        }
        self.done += 1;
    }

    /// Leaves out a file of so many bytes that is too large, or that the browser could not read.
    pub fn refuse(&mut self, path: &str, size: u64) {
        self.unread.push((path.to_owned(), size));
        self.done += 1;
    }

    /// How far it is.
    pub fn progress(&self) -> TeamAnswer {
        TeamAnswer::Progress {
            done: self.done,
            total: self.total,
        }
    }

    /// Every file has been read.
    pub fn finish(&mut self) -> TeamAnswer {
        self.reading.clear();
        TeamAnswer::Read(self.overview())
    }

    /// Takes the files of this reading out again.
    pub fn cancel(&mut self) -> TeamAnswer {
        let reading = std::mem::take(&mut self.reading);
        if let Some(team) = &mut self.team {
            reading.into_iter().for_each(|file| team.remove(file));
        }
        self.unread.truncate(self.unread_before);
        TeamAnswer::Cancelled
    }

    fn overview(&self) -> TeamRead {
        let Some(team) = &self.team else {
            return TeamRead::default();
        };
        let overview = team.overview();
        let mut left_out = Vec::new();
        for LeftOut { file, line, reason } in &overview.left_out {
            let name = reason::name(file, *line);
            add_to(&mut left_out, reason::sentence(reason), name);
        }
        for (path, size) in &self.unread {
            add_to(
                &mut left_out,
                reason::unread(*size),
                reason::name(path, None),
            );
        }
        TeamRead {
            pools: overview.pools,
            left_out,
            more_left_out: overview.more_left_out,
        }
    }
}

/// Counts one more for a reason.
fn add_to(groups: &mut Vec<LeftOutGroup>, reason: Sentence, name: Sentence) {
    let known = groups.iter().position(|group| group.reason == reason);
    let place = known.unwrap_or_else(|| {
        groups.push(LeftOutGroup {
            reason,
            number: 0,
            names: Vec::new(),
        });
        groups.len() - 1
    });
    if let Some(group) = groups.get_mut(place) {
        group.number += 1;
        if group.names.len() < MOST_NAMES {
            group.names.push(name);
        }
    }
}
