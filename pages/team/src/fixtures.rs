//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::desk::{Desk, DeskMsg};
use crate::ports::TeamPorts;
use crate::shell::{Screen, Shell, TeamPageProps, view};
use model::Language;
use platform::WorkerFailed;
use platform::doubles::{Doubles, MemoryTeamWorker};
use std::rc::Rc;
use team_jobs::TeamAnswer;
use ui::fixtures::Fixture;
use yew::prelude::*;

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |state, html| all.push(Fixture::new("team", state, html));
    let (_, props) = props(language);
    let mut shell = Shell::open(&props, Callback::noop());
    add("nobody", view(&shell, Screen::Desk, 0));
    Desk::update(&mut shell, DeskMsg::Chosen(120));
    let progress = TeamAnswer::Progress {
        done: 48,
        total: 120,
    };
    Desk::update(&mut shell, DeskMsg::Said(Ok(progress)));
    add("reading", view(&shell, Screen::Desk, 0));
    Desk::update(&mut shell, DeskMsg::Said(Err(WorkerFailed)));
    add("worker failed", view(&shell, Screen::Desk, 0));
    let (doubles, props) = self::props(language);
    doubles.page.framed.set(true);
    let shell = Shell::open(&props, Callback::noop());
    add("in a frame", view(&shell, Screen::Desk, 0));
    all
}

/// The properties of a page that has everything beside it in this language.
pub fn props(language: Language) -> (Doubles, TeamPageProps) {
    let doubles = talk_parts::fixtures::team_doubles(language);
    let ports = doubles.ports();
    let ports = TeamPorts {
        content: ports.content,
        downloads: ports.downloads,
        team_worker: Rc::<MemoryTeamWorker>::default(),
        history: ports.history,
        page: ports.page,
        config: ports.host.config(),
    };
    (doubles, TeamPageProps { ports })
}
