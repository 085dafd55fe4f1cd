//! What is open, and what is asked of the worker.

use crate::ports::TeamPorts;
use crate::shell::{Msg, Shell};
use crate::{opening, view};
use model::{Catalogue, Day, Instrument};
use platform::{Subscription, WorkerFailed};
use std::rc::Rc;
use team::{Mirror, Moment, Pool, PoolKey, Refusal, Selection, View};
use team_jobs::{Sentence, TeamAnswer, TeamFormat, TeamQuestion, TeamRead};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone)]
pub enum DeskMsg {
    /// So many files were chosen or dropped.
    Chosen(u32),
    /// This was typed or pasted.
    Typed(String),
    /// Open what was typed.
    OpenTyped,
    /// The worker said this.
    Said(Result<TeamAnswer, WorkerFailed>),
    /// Stop reading.
    Cancel,
    /// Forget everything that was opened.
    StartOver,
    /// Look at the pool at this place.
    Pool(usize),
    /// Look at this group, or at everyone.
    Group(Option<String>),
    /// This was typed as the day on which the second moment begins.
    Day(String),
    /// Compare before that day with after it.
    Compare,
    /// Look at the latest result of each again.
    LatestOnly,
    /// Look at the statements of the scale at this place in the view.
    Theme(usize),
    /// Take the manager's answers away.
    NoMirror,
    /// Save what is shown.
    Save(TeamFormat),
    /// Print what is shown.
    Print,
}

/// What is to be read once the questionnaires are here.
enum Waiting {
    Files,
    Pasted(String),
}

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Files read so far.
    pub done: u32,
    /// Files to read in all; 0 where they are not counted.
    pub total: u32,
}

/// What is shown: a view, and where two moments are compared, the one before it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CurrentView {
    /// The view, or the later of two.
    pub view: Rc<View>,
    /// The earlier of two.
    pub before: Option<Rc<View>>,
}

/// What is open.
#[derive(Default)]
pub(crate) struct Desk {
    /// What was typed or pasted and is not opened yet.
    pub typed: String,
    /// What is being read.
    pub reading: Option<Reading>,
    /// Whether the worker has failed.
    pub has_failed: bool,
    /// What has been read; nothing before something was.
    pub read: Option<TeamRead>,
    /// What is shown.
    pub current: Option<CurrentView>,
    /// What was asked for last and is not shown, with the reason.
    pub refused: Option<(Selection, Refusal)>,
    /// What was typed as the day of the second moment.
    pub day: String,
    /// The scale whose statements are shown, by its place in the view.
    pub theme: usize,
    /// What a manager answered about the situation, or why a file was not used for that.
    pub mirror: Option<Result<Mirror, Sentence>>,
    waiting: Vec<Waiting>,
    /// The earlier of two moments, until the later one has come.
    earlier: Option<Rc<View>>,
    /// How many compiled files the worker has been given.
    given: usize,
}

/// Hears of files and of the worker.
pub(crate) fn listen(ports: &TeamPorts, send: &Callback<Msg>) -> Subscription {
    let chosen = send.reform(|files| Msg::Desk(DeskMsg::Chosen(files)));
    let said = send.reform(|said| Msg::Desk(DeskMsg::Said(said)));
    let chosen = Rc::new(move |files| chosen.emit(files));
    let said = Rc::new(move |answer| said.emit(answer));
    ports.team_worker.listen(chosen, said)
}

impl Desk {
    /// What comes of a message.
    pub fn update(shell: &mut Shell, message: DeskMsg) {
        let desk = &mut shell.desk;
        match message {
            DeskMsg::Chosen(total) => {
                desk.reading = Some(Reading { done: 0, total });
                Self::read(shell, Waiting::Files);
            }
            DeskMsg::Typed(typed) => desk.typed = typed,
            DeskMsg::OpenTyped => {
                let typed = std::mem::take(&mut desk.typed);
                if !typed.trim().is_empty() {
                    desk.reading = Some(Reading { done: 0, total: 0 });
                    Self::read(shell, Waiting::Pasted(typed));
                }
            }
            DeskMsg::Said(said) => Self::said(shell, said),
            DeskMsg::Cancel => shell.ports.team_worker.cancel(),
            DeskMsg::StartOver => {
                shell.ports.team_worker.stop();
                shell.desk = Self::default();
                shell.moved = true;
                shell.ports.page.turn();
            }
            DeskMsg::Pool(place) => {
                let pools = desk.read.iter().flat_map(|read| &read.pools);
                let key = pools.map(|pool| pool.key.clone()).nth(place);
                if let Some(pool) = key {
                    desk.theme = 0;
                    desk.mirror = None;
                    Self::ask_for(shell, vec![everyone(pool)]);
                }
            }
            DeskMsg::Group(group) => {
                if let Some(selection) = desk.selection() {
                    let pool = selection.pool.clone();
                    let moment = Moment::Latest;
                    Self::ask_for(
                        shell,
                        vec![Selection {
                            pool,
                            group,
                            moment,
                        }],
                    );
                }
            }
            DeskMsg::Day(day) => desk.day = day,
            DeskMsg::Compare => {
                let day = Day::parse(&desk.day);
                if let Some((selection, day)) = desk.selection().cloned().zip(day) {
                    let of = |moment| Selection {
                        moment,
                        ..selection.clone()
                    };
                    let two = [Moment::BeforeOfBoth(day), Moment::FromOfBoth(day)];
                    Self::ask_for(shell, two.map(of).to_vec());
                }
            }
            DeskMsg::LatestOnly => {
                if let Some(selection) = desk.selection() {
                    let moment = Moment::Latest;
                    let selection = Selection {
                        moment,
                        ..selection.clone()
                    };
                    Self::ask_for(shell, vec![selection]);
                }
            }
            DeskMsg::NoMirror => desk.mirror = None,
            DeskMsg::Theme(place) => desk.theme = place,
            DeskMsg::Save(format) => {
                let current = desk.current.iter();
                let views = current.flat_map(|one| one.before.iter().chain([&one.view]));
                let selections: Vec<Selection> = views.map(|one| one.selection.clone()).collect();
                let language = shell.library.language;
                for selection in selections {
                    shell.ports.team_worker.ask(&TeamQuestion::File {
                        selection,
                        format,
                        language,
                    });
                }
            }
            DeskMsg::Print => shell.ports.page.print(),
        }
    }

    /// Of whom something is shown.
    pub fn selection(&self) -> Option<&Selection> {
        let current = self.current.as_ref()?;
        Some(&current.view.selection)
    }

    /// The pool of which something is shown.
    pub fn pool(&self) -> Option<&Pool> {
        let key = &self.selection()?.pool;
        let mut pools = self.read.as_ref()?.pools.iter();
        pools.find(|pool| pool.key == *key)
    }

    /// Has something read, once every questionnaire is here that it may be of.
    fn read(shell: &mut Shell, waiting: Waiting) {
        shell.toast = None;
        shell.desk.has_failed = false;
        shell.desk.waiting.push(waiting);
        shell.library.try_again();
        let listed = shell.library.listed();
        for reference in listed {
            shell.library.fetch(reference);
        }
        if !shell.library.is_waiting() {
            Self::settled(shell);
        }
    }

    /// Everything that was asked for from beside the page is here, or will not come.
    pub fn settled(shell: &mut Shell) {
        let (desk, worker) = (&mut shell.desk, &shell.ports.team_worker);
        if desk.waiting.is_empty() {
            return;
        }
        let compiled = &shell.library.compiled;
        if desk.given != compiled.len() {
            desk.given = compiled.len();
            worker.ask(&TeamQuestion::Questionnaires {
                compiled: compiled.clone(),
                today: shell.ports.clock.now().day(),
            });
        }
        for waiting in std::mem::take(&mut desk.waiting) {
            match waiting {
                Waiting::Files => worker.read(),
                Waiting::Pasted(text) => worker.ask(&TeamQuestion::Pasted(text)),
            }
        }
    }

    /// Asks for views; where several are compared, the earlier one first.
    fn ask_for(shell: &mut Shell, selections: Vec<Selection>) {
        shell.toast = None;
        shell.desk.refused = None;
        shell.desk.earlier = None;
        for selection in selections {
            shell.ports.team_worker.ask(&TeamQuestion::View(selection));
        }
    }

    fn said(shell: &mut Shell, said: Result<TeamAnswer, WorkerFailed>) {
        let desk = &mut shell.desk;
        match said {
            Ok(TeamAnswer::Progress { done, total }) => {
                desk.reading = Some(Reading { done, total });
            }
            Ok(TeamAnswer::Read(read)) => Self::has_read(shell, read),
            Ok(TeamAnswer::Cancelled) => {
                desk.reading = None;
                shell.announce(shell.texts().team.cancelled);
            }
            Ok(TeamAnswer::View(selection, outcome)) => desk.take_view(selection, outcome),
            Ok(TeamAnswer::Mirror(mirror)) => desk.mirror = Some(mirror),
            Ok(TeamAnswer::Made {
                name,
                media_type,
                bytes,
            }) => {
                let t = &shell.texts().view;
                let is_saved = shell.ports.downloads.save(&name, &media_type, &bytes);
                shell.announce(match is_saved {
                    true => t.saved_as(&name),
                    false => t.not_made.to_owned(),
                });
            }
            Ok(TeamAnswer::Impossible) | Err(WorkerFailed) => {
                shell.ports.team_worker.stop();
                shell.desk = Self {
                    has_failed: true,
                    ..Self::default()
                };
            }
        }
    }

    /// Looks at what was looked at before, now with what was added; at first at everyone of the largest
    /// pool.
    fn has_read(shell: &mut Shell, read: TeamRead) {
        let desk = &mut shell.desk;
        desk.reading = None;
        let largest = read.pools.first().map(|pool| everyone(pool.key.clone()));
        desk.read = Some(read);
        let selection = desk.selection().cloned().or(largest);
        shell.moved = true;
        if let Some(selection) = selection {
            Self::ask_for(shell, vec![selection]);
        }
    }

    fn take_view(&mut self, selection: Selection, outcome: Result<Box<View>, Refusal>) {
        match outcome {
            Ok(view) => {
                let view = Rc::from(view);
                match selection.moment {
                    Moment::BeforeOfBoth(_) => self.earlier = Some(view),
                    Moment::FromOfBoth(_) if self.earlier.is_none() => {}
                    _ => {
                        let before = self.earlier.take();
                        self.current = Some(CurrentView { view, before });
                    }
                }
            }
            // Of two moments, the first refusal says why.
            Err(refusal) if self.refused.is_none() => self.refused = Some((selection, refusal)),
            Err(_) => {}
        }
    }
}

/// Everyone of a pool.
pub(crate) fn everyone(pool: PoolKey) -> Selection {
    Selection {
        pool,
        group: None,
        moment: Moment::Latest,
    }
}

/// The questionnaire of a pool, where it is at hand.
pub(crate) fn instrument(catalogue: &Catalogue, pool: &PoolKey) -> Option<Rc<Instrument>> {
    catalogue.find(&pool.instrument).exact()
}

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    match &shell.desk.read {
        Some(read) if !(shell.desk.reading.is_some() && shell.desk.current.is_none()) => {
            view::view(shell, read)
        }
        _ => opening::view(shell),
    }
}
