//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::closing::{ClosingMsg, ClosingState};
use crate::home::HomeState;
use crate::own::{OwnMsg, OwnState};
use crate::ports::RoundPorts;
use crate::sentences::Refusal;
use crate::shell::{Place, RoundPageProps, Screen, Shell, screen_of, screen_of_code, view};
use model::{Form, Instrument, Language};
use platform::doubles::{Doubles, MemorySharing};
use records::Attempt;
use round::{CodeFault, Contribution, RoundCode, RoundMemory, begin, random_bytes};
use std::rc::Rc;
use talk_parts::fixtures::{round_doubles, session};
use ui::fixtures::Fixture;
use yew::prelude::*;

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |name, state, html| all.push(Fixture::new(name, state, html));
    let mut shell = with_result(language, RoundMemory::default());
    let home = Screen::Home(HomeState::default());
    add("round", "first visit", view(&shell, &home, 0));
    let refused = HomeState {
        typed: "7K3M".to_owned(),
        refused: Some(Refusal::Code(CodeFault::TooShort {
            expected: None,
            got: 4,
        })),
    };
    let refused = Screen::Home(refused);
    add("round", "refused code", view(&shell, &refused, 0));
    let beginning = Screen::Own(Box::new(OwnState::new(None)));
    add("round-own", "to begin", view(&shell, &beginning, 0));
    let (code, mine) = held(&shell, 3);
    let adding = screen_of_text(&mut shell, &code.text());
    add("round-own", "to add", view(&shell, &adding, 0));

    let mut shell = with_result(language, mine.clone());
    add("round", "with a round", view(&shell, &home, 0));
    let passing = screen_of(&mut shell, Place::PassOn(code.nonce())).expect("it is at hand");
    add("round-pass-on", "of three", view(&shell, &passing, 0));
    let few = screen_of_text(&mut shell, &code.text());
    add("round-closing", "too few", view(&shell, &few, 0));
    let (added, other) = added(&shell, &code);
    let mut shell = with_result(language, other);
    let counted = screen_of_text(&mut shell, &added.text());
    add(
        "round-closing",
        "counted already",
        view(&shell, &counted, 0),
    );

    for (people, state) in [(6, "of six"), (12, "of twelve")] {
        let shell = with_result(language, RoundMemory::default());
        let (code, mut memory) = held(&shell, people);
        let mut shell = with_result(language, memory.clone());
        let closing = screen_of_text(&mut shell, &code.text());
        add("round-closing", state, view(&shell, &closing, 0));
        memory.close(&code, &scan(&shell)).expect("enough people");
        let mut shell = with_result(language, memory);
        let picture = screen_of(&mut shell, Place::Picture(code.nonce()));
        let picture = picture.expect("it is at hand");
        add("round-picture", state, view(&shell, &picture, 0));
    }

    let mut shell = with_result(language, mine);
    let (foreign, _) = held(&shell, 6);
    let instrument = scan(&shell);
    let mut memory = RoundMemory::default();
    let foreign = add_to(&instrument, &foreign, 4, &mut memory);
    shell.device.show(Vec::new(), Some(memory.clone()));
    let known = memory.round(foreign.nonce()).expect("it was added").clone();
    let mut closing = ClosingState::new(&shell, foreign, instrument, &known);
    closing.update(&mut shell, ClosingMsg::Close);
    let closing = Screen::Closing(Box::new(closing));
    add("round-closing", "refused", view(&shell, &closing, 0));

    let mut shell = with_result(language, RoundMemory::default());
    let mut nothing = OwnState::new(None);
    shell.device.show(Vec::new(), Some(RoundMemory::default()));
    nothing.update(&mut shell, OwnMsg::Typed("7K3M".to_owned()));
    nothing.update(&mut shell, OwnMsg::OpenCode);
    let nothing = Screen::Own(Box::new(nothing));
    add("round-own", "no result", view(&shell, &nothing, 0));
    shell.device.show(Vec::new(), None);
    add("round", "unreadable", view(&shell, &home, 0));
    let (doubles, props) = props(language);
    doubles.page.framed.set(true);
    let shell = Shell::open(&props, Callback::noop());
    add("round", "in a frame", view(&shell, &home, 0));
    all
}

/// The properties of a page that has everything beside it in this language.
pub fn props(language: Language) -> (Doubles, RoundPageProps) {
    let doubles = round_doubles(language);
    let ports = doubles.ports();
    let ports = RoundPorts {
        content: ports.content,
        records: ports.records,
        files: ports.files,
        file_jobs: ports.file_jobs,
        clock: ports.clock,
        random: ports.random,
        history: ports.history,
        page: ports.page,
        sharing: Rc::new(MemorySharing::default()),
        config: ports.host.config(),
    };
    (doubles, RoundPageProps { ports })
}

/// A page on a device with one result and these rounds.
fn with_result(language: Language, memory: RoundMemory) -> Shell {
    let (_, props) = props(language);
    let mut shell = Shell::open(&props, Callback::noop());
    let scan = scan(&shell);
    let own = session(&scan, "an-own-result", Form::SelfReport, |n| answer(0, n));
    shell
        .device
        .show(vec![Attempt::new(scan, own)], Some(memory));
    shell
}

fn scan(shell: &Shell) -> Rc<Instrument> {
    shell.library.catalogue.all()[0].clone()
}

/// What a person answers to a statement.
fn answer(person: usize, statement: usize) -> u8 {
    [2, 4, 5, 3, 4, 1, 3][(3 * person + statement) % 7]
}

/// The code of a round of so many people, and what the device remembers that began it.
fn held(shell: &Shell, people: usize) -> (RoundCode, RoundMemory) {
    let instrument = scan(shell);
    let mut first = RoundMemory::default();
    let random: Vec<u8> = (0..random_bytes(&instrument))
        .map(|n| (n * 151 + people) as u8)
        .collect();
    let begun = begin(&instrument, &own(&instrument, 0), &random, &mut first);
    let mut code = begun.expect("a round");
    for person in 1..people {
        code = add_to(&instrument, &code, person, &mut RoundMemory::default());
    }
    (code, first)
}

fn own(instrument: &Instrument, person: usize) -> Contribution {
    let session = session(instrument, "somebody", Form::SelfReport, |n| {
        answer(person, n)
    });
    Contribution::of_session(instrument, &session).expect("answers")
}

fn add_to(
    instrument: &Instrument,
    code: &RoundCode,
    person: usize,
    memory: &mut RoundMemory,
) -> RoundCode {
    let added = code.add(&own(instrument, person), memory);
    added.expect("answers that can be added")
}

/// The same code with one more person, and what that person's device remembers.
fn added(shell: &Shell, code: &RoundCode) -> (RoundCode, RoundMemory) {
    let mut memory = RoundMemory::default();
    let code = add_to(&scan(shell), code, 5, &mut memory);
    (code, memory)
}

fn screen_of_text(shell: &mut Shell, text: &str) -> Screen {
    let screen = screen_of_code(shell, text).expect("a code");
    screen.expect("its questionnaire is at hand")
}
