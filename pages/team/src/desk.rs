//! What is open, and what is asked of the worker.

use crate::opening;
use crate::ports::TeamPorts;
use crate::shell::{Msg, Shell};
use platform::{Subscription, WorkerFailed};
use std::rc::Rc;
use team_jobs::{TeamAnswer, TeamQuestion};
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

/// What is open.
#[derive(Default)]
pub(crate) struct Desk {
    /// What was typed or pasted and is not opened yet.
    pub typed: String,
    /// What is being read.
    pub reading: Option<Reading>,
    /// Whether the worker has failed.
    pub has_failed: bool,
    waiting: Vec<Waiting>,
    /// How many compiled files the worker has been given.
    given: usize,
}

/// Hears of files and of the worker.
pub(crate) fn listen(ports: &TeamPorts, send: &Callback<Msg>) -> Subscription {
    let chosen = send.reform(|files| Msg::Desk(DeskMsg::Chosen(files)));
    let said = send.reform(|said| Msg::Desk(DeskMsg::Said(said)));
    let chosen = Rc::new(move |files| chosen.emit(files));
    ports
        .team_worker
        .listen(chosen, Rc::new(move |answer| said.emit(answer)))
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
                desk.reading = Some(Reading { done: 0, total: 0 });
                Self::read(shell, Waiting::Pasted(typed));
            }
            DeskMsg::Said(said) => Self::said(shell, said),
            DeskMsg::Cancel => shell.ports.team_worker.cancel(),
            DeskMsg::StartOver => {
                shell.ports.team_worker.stop();
                shell.desk = Self::default();
            }
        }
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
            worker.ask(&TeamQuestion::Questionnaires(compiled.clone()));
        }
        for waiting in std::mem::take(&mut desk.waiting) {
            match waiting {
                Waiting::Files => worker.read(),
                Waiting::Pasted(text) => worker.ask(&TeamQuestion::Pasted(text)),
            }
        }
    }

    fn said(shell: &mut Shell, said: Result<TeamAnswer, WorkerFailed>) {
        let desk = &mut shell.desk;
        match said {
            Ok(TeamAnswer::Progress { done, total }) => {
                desk.reading = Some(Reading { done, total });
            }
            Ok(TeamAnswer::Read) => desk.reading = None,
            Ok(TeamAnswer::Cancelled) => {
                desk.reading = None;
                shell.announce(shell.texts().team.cancelled);
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
}

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    opening::view(shell)
}
