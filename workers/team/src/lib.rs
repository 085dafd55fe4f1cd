//! Reads the results of a team beside its page, and says of them only what may be shown.

mod reason;

use documents::{team_codebook, team_json, team_table};
use model::{Day, Instrument, Language};
use std::rc::Rc;
use team::{LeftOut, Moment, PoolKey, Selection, Team};
use team_jobs::{LeftOutGroup, Sentence, TeamAnswer, TeamFormat, TeamQuestion, TeamRead};

/// The most names of files that are said for one reason.
const MOST_NAMES: usize = 20;

/// What has been read, until the worker is ended.
#[derive(Default)]
pub struct TeamDesk {
    team: Option<Team>,
    /// The day that it is, once the page has said so.
    today: Option<Day>,
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
    /// The pool of the view that was asked for last.
    pool: Option<PoolKey>,
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
                    self.pool = Some(selection.pool.clone());
                    let outcome = team.view(&selection).map(Box::new);
                    TeamAnswer::View(selection, outcome)
                }
                None => TeamAnswer::Impossible,
            }),
            TeamQuestion::File {
                selection,
                format,
                language,
            } => {
                let made = self.file(&selection, format, language);
                Some(made.unwrap_or(TeamAnswer::Impossible))
            }
        }
    }

    /// What may be shown of these people, as a file: the same view that the page has.
    fn file(
        &mut self,
        selection: &Selection,
        format: TeamFormat,
        language: Language,
    ) -> Option<TeamAnswer> {
        let view = self.team.as_mut()?.view(selection).ok()?;
        let mut known = self.instruments.iter();
        let instrument = known.find(|one| one.is(&selection.pool.instrument))?;
        let document = match format {
            TeamFormat::Csv => team_table(&view, language),
            TeamFormat::Codebook => team_codebook(instrument, &view, language),
            TeamFormat::Json => team_json(&view, self.today?),
        };
        Some(TeamAnswer::Made {
            name: named_by_moment(&document.name, selection.moment),
            media_type: document.media_type.to_owned(),
            bytes: document.bytes,
        })
    }

    /// The first ones are those that results are read by; later ones add languages to their texts.
    fn use_questionnaires(&mut self, compiled: &[Vec<u8>], today: Day) -> Option<()> {
        self.instruments = files_worker::instruments(compiled)?;
        self.today = Some(today);
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
        team.add_text(name.get(Language::Nl), text);
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

    /// What a manager answered about the situation, of what the people on screen were asked too.
    pub fn mirror(&self, bytes: &[u8]) -> TeamAnswer {
        match self.team.as_ref().zip(self.pool.as_ref()) {
            Some((team, pool)) => {
                let mirror = team.mirror(bytes, pool);
                TeamAnswer::Mirror(mirror.map_err(|reason| reason::sentence(&reason)))
            }
            None => TeamAnswer::Impossible,
        }
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

/// The name of a file of one of two moments says which.
fn named_by_moment(name: &str, moment: Moment) -> String {
    let which = match moment {
        Moment::BeforeOfBoth(_) => "-before",
        Moment::FromOfBoth(_) => "-after",
        Moment::Latest | Moment::Before(_) | Moment::From(_) => return name.to_owned(),
    };
    match name.rsplit_once('.') {
        Some((stem, ending)) => [stem, which, ".", ending].concat(),
        None => name.to_owned(),
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
