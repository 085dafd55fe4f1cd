//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::desk::{Desk, DeskMsg};
use crate::ports::TeamPorts;
use crate::shell::{Screen, Shell, TeamPageProps, view};
use model::{Day, Form, Instrument, Key, Language, Session};
use platform::WorkerFailed;
use platform::doubles::{Doubles, MemoryTeamWorker};
use records::{JoinedRecords, ResultInput, Share, Zone, result_document};
use std::rc::Rc;
use team::Team;
use team_jobs::{LeftOutGroup, Sentence, TeamAnswer, TeamQuestion, TeamRead};
use ui::fixtures::Fixture;
use yew::prelude::*;

/// A page with what its worker would have read, in this process.
pub struct TeamFixture {
    shell: Shell,
    worker: Rc<MemoryTeamWorker>,
    team: Team,
    left_out: Vec<LeftOutGroup>,
    answered: usize,
}

impl TeamFixture {
    /// A page in this language on which nothing is open.
    pub fn new(language: Language) -> Self {
        let (_, props, worker) = parts(language);
        let known = [talk_parts::SCAN, talk_parts::MIRROR, talk_parts::REVIEW];
        let known = known.map(|id| Rc::new(instrument(id)));
        let today = Day::parse("2026-03-02").expect("a day");
        let mut shell = Shell::open(&props, Callback::noop());
        for instrument in &known[1..] {
            let spoken = Rc::new(instrument.in_language(language));
            shell.library.catalogue.add(spoken).expect("another id");
        }
        Self {
            shell,
            worker,
            team: Team::new(known.to_vec(), today),
            left_out: Vec::new(),
            answered: 0,
        }
    }

    /// Lines of JSON are opened.
    pub fn open(&mut self, lines: &str) {
        self.team.add_text("lines", lines);
        self.has_read();
    }

    /// So many made-up result files are opened, with answers about the situation.
    pub fn open_files(&mut self, people: usize) {
        for person in 0..people {
            let bytes = result_file(person);
            self.team.add_file(&format!("{person}.json"), &bytes);
        }
        self.has_read();
    }

    /// A manager's own result is laid beside them.
    pub fn lay_beside(&mut self) {
        let bytes = file_of(&instrument(talk_parts::MIRROR), 3);
        let pool = self.team.overview().pools.remove(0).key;
        let mirror = self.team.mirror(&bytes, &pool);
        let mirror = mirror.expect("the manager was asked some of the same");
        self.act(DeskMsg::Said(Ok(TeamAnswer::Mirror(Ok(mirror)))));
    }

    fn has_read(&mut self) {
        let read = TeamRead {
            pools: self.team.overview().pools,
            left_out: self.left_out.clone(),
            more_left_out: 0,
        };
        self.act(DeskMsg::Said(Ok(TeamAnswer::Read(read))));
    }

    /// Something happens, and the worker answers what it is asked for.
    pub fn act(&mut self, message: DeskMsg) {
        Desk::update(&mut self.shell, message);
        loop {
            let next = self.worker.questions.borrow().get(self.answered).cloned();
            let Some(question) = next else { break };
            self.answered += 1;
            if let TeamQuestion::View(selection) = question {
                let outcome = self.team.view(&selection).map(Box::new);
                let answer = TeamAnswer::View(selection, outcome);
                Desk::update(&mut self.shell, DeskMsg::Said(Ok(answer)));
            }
        }
    }

    /// The page as it is.
    pub fn page(&self) -> Html {
        view(&self.shell, Screen::Desk, 0)
    }
}

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |state, html| all.push(Fixture::new("team", state, html));
    let mut page = TeamFixture::new(language);
    add("nobody", page.page());
    page.act(DeskMsg::Chosen(120));
    let (done, total) = (48, 120);
    page.act(DeskMsg::Said(Ok(TeamAnswer::Progress { done, total })));
    add("reading", page.page());
    page.act(DeskMsg::Said(Err(WorkerFailed)));
    add("worker failed", page.page());
    for (state, people) in [
        ("four", 4),
        ("five", 5),
        ("nine", 9),
        ("twelve", 12),
        ("fifty", 50),
    ] {
        let mut page = TeamFixture::new(language);
        page.open(&team_lines(people, |_| String::new()));
        add(state, page.page());
    }
    let mut page = TeamFixture::new(language);
    page.open(&team_lines(12, |n| {
        group(["Regio Noord", "Regio Zuid"][usize::from(n >= 4)])
    }));
    add("groups", page.page());
    page.act(DeskMsg::Group(Some("Regio Zuid".to_owned())));
    add("refused", page.page());
    let mut page = TeamFixture::new(language);
    page.open_files(12);
    page.lay_beside();
    add("situation", page.page());
    let mut page = TeamFixture::new(language);
    page.left_out = many_left_out();
    page.open(&team_lines(30, |_| String::new()));
    page.act(DeskMsg::Theme(3));
    add("many left out", page.page());
    let mut page = TeamFixture::new(language);
    let long =
        "Verkoopbinnendienst Oost-Nederland en aangrenzende gebieden waaronder Nordrhein-Westfalen";
    page.open(&team_lines(24, |n| group([long, "Buitendienst"][n % 2])));
    page.act(DeskMsg::Group(Some(long.to_owned())));
    add("long names", page.page());
    let mut page = TeamFixture::new(language);
    page.open(&team_lines(12, |_| day("2026-01-10")));
    page.open(&team_lines(12, |_| day("2026-02-20")));
    page.act(DeskMsg::Day("2026-02-01".to_owned()));
    page.act(DeskMsg::Compare);
    add("two moments", page.page());
    let (doubles, props, _) = parts(language);
    doubles.page.framed.set(true);
    let shell = Shell::open(&props, Callback::noop());
    add("in a frame", view(&shell, Screen::Desk, 0));
    all
}

/// The result file of a made-up person who answered the scan.
pub fn result_file(person: usize) -> Vec<u8> {
    file_of(&instrument(talk_parts::SCAN), person)
}

fn file_of(instrument: &Instrument, person: usize) -> Vec<u8> {
    let id = format!("person-{person}");
    let answer = |item: usize| (1 + (person * 7 + item * 3 + person * item % 4) % 5) as u8;
    let answered = talk_parts::fixtures::session(instrument, &id, Form::SelfReport, answer);
    let mut parts = answered.parts().clone();
    let questions = instrument.context_questions().iter().enumerate();
    let chosen = questions.map(|(place, of)| Some((person + place) % of.options.len()));
    parts.context = chosen.collect();
    let session = Session::restore(instrument, parts);
    let document = result_document(&ResultInput {
        instrument,
        session: &session,
        joined: &JoinedRecords::default(),
        export_id: "export-of-a-team".to_owned(),
        exported_at: talk_parts::fixtures::moment(),
        language: Language::Nl,
        unknown: &serde_json::Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    document.bytes
}

fn group(name: &str) -> String {
    format!(",\"group\":\"{name}\"")
}

fn day(day: &str) -> String {
    format!(",\"day\":\"{day}\"")
}

fn many_left_out() -> Vec<LeftOutGroup> {
    let reasons = [
        (
            "Een ouder resultaat van iemand die al meetelt.",
            "An older result of somebody who counts already.",
            2,
        ),
        (
            "Dit bestand is geen resultaat van deze scan.",
            "This file is not a result of this scan.",
            48,
        ),
    ];
    let of = |(nl, en, number): (&str, &str, u64)| {
        let said = |language| match language {
            Language::Nl => nl.to_owned(),
            Language::En => en.to_owned(),
        };
        let names = (1..=number.min(20)).map(|n| {
            let name =
                format!("een-bestand-met-een-heel-lange-naam-zonder-spaties-nummer-{n}.json");
            Sentence::new(|_| name.clone())
        });
        LeftOutGroup {
            reason: Sentence::new(said),
            number,
            names: names.collect(),
        }
    };
    reasons.map(of).to_vec()
}

/// Lines of JSON of so many made-up people, with what `more` adds to each.
pub fn team_lines(people: usize, more: impl Fn(usize) -> String) -> String {
    let scan = instrument(talk_parts::SCAN);
    let more = &more;
    let lines = (0..people).map(|person| {
        let extra = more(person);
        let shift = match extra.contains("2026-02") {
            true => 1,
            false => 0,
        };
        let answers = scan.items().iter().enumerate().map(|(item, of)| {
            // Made up: people differ from each other more than one person does from item to item.
            let noise = (person * 7919 + item * 104_729 + (person * item) % 13) % 3;
            let level = (person * 37 + of.scale * 11) % 3 + noise + shift;
            let value = match of.key {
                Key::Plus => level.clamp(1, 5),
                Key::Minus => 6 - level.clamp(1, 5),
            };
            format!("\"{}\":{value}", of.id)
        });
        let answers: Vec<String> = answers.collect();
        format!(
            "{{\"instrument\":\"{}\",\"version\":\"{}\",\"id\":\"{person}\",\"language\":\"nl\",\"answers\":{{{}}}{extra}}}",
            scan.id(),
            scan.version(),
            answers.join(","),
        )
    });
    let lines: Vec<String> = lines.collect();
    lines.join("\n")
}

fn instrument(id: &str) -> Instrument {
    let source = content::newest(id).expect("it ships");
    source.instrument().expect("what ships is sound")
}

fn parts(language: Language) -> (Doubles, TeamPageProps, Rc<MemoryTeamWorker>) {
    let doubles = talk_parts::fixtures::team_doubles(language);
    let worker = Rc::<MemoryTeamWorker>::default();
    let ports = doubles.ports();
    let ports = TeamPorts {
        content: ports.content,
        downloads: ports.downloads,
        team_worker: worker.clone(),
        clock: ports.clock,
        history: ports.history,
        page: ports.page,
        config: ports.host.config(),
    };
    (doubles, TeamPageProps { ports }, worker)
}
