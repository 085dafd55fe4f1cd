//! Example states of every screen, for markup tests and the gallery. Native builds only.

use crate::ports::TalkPorts;
use crate::shell::{Screen, Shell, TalkPageProps, view};
use crate::table::{Table, TableMsg};
use crate::two_views::TwoViewsMsg;
use hand_over::{TalkCode, situation_fragment};
use model::{Form, Language};
use platform::doubles::Doubles;
use report::{SheetReader, Side, TalkLength};
use talk_parts::fixtures::{doubles, session};
use ui::fixtures::Fixture;
use yew::prelude::*;

/// Every screen in its main states, in a language, each as a whole page.
pub fn pages(language: Language) -> Vec<Fixture> {
    let mut all = Vec::new();
    let mut add = |name, state, html| all.push(Fixture::new(name, state, html));
    let mut shell = empty(language);
    add("table", "empty", view(&shell, Screen::Table, 0));
    open(&mut shell, "7H4Q-KM2R");
    add("table", "refused code", view(&shell, Screen::Table, 0));
    let [rep, manager] = different();
    open(&mut shell, &rep);
    add("table", "one covered", view(&shell, Screen::Table, 0));
    open(&mut shell, &manager);
    add("table", "both covered", view(&shell, Screen::Table, 0));
    for side in [Side::Rep, Side::Manager] {
        let laid = shell.table.laid(side);
        let seal = laid.map(|laid| laid.code.seal().to_string());
        act(&mut shell, TableMsg::Seal(side, seal.unwrap_or_default()));
    }
    lift(&mut shell);
    add("two views", "sealed", view(&shell, Screen::TwoViews, 0));
    act(
        &mut shell,
        TableMsg::Seal(Side::Manager, "AAAA-BBBB".to_owned()),
    );
    lift(&mut shell);
    add("two views", "different", view(&shell, Screen::TwoViews, 0));
    look(&mut shell, TwoViewsMsg::Figures);
    look(&mut shell, TwoViewsMsg::Length(TalkLength::FortyFive));
    add(
        "two views",
        "with figures",
        view(&shell, Screen::TwoViews, 0),
    );
    for (state, reader) in [
        ("of the rep", SheetReader::Rep),
        ("of the manager", SheetReader::Manager),
        ("of a coach", SheetReader::Coach),
    ] {
        look(&mut shell, TwoViewsMsg::Reader(reader));
        add("sheet", state, view(&shell, Screen::Sheet, 0));
    }
    for (state, codes) in [
        ("alike", alike()),
        ("a theme not shared", withheld()),
        ("of a call review", reviews()),
        ("asked of both", asked_of_both()),
    ] {
        let mut shell = empty(language);
        for code in &codes {
            open(&mut shell, code);
        }
        lift(&mut shell);
        add("two views", state, view(&shell, Screen::TwoViews, 0));
    }
    let (doubles, props) = props(language);
    doubles.page.framed.set(true);
    let shell = Shell::open(&props, Callback::noop());
    let html = view(&shell, Screen::Table, 0);
    all.push(Fixture::new("table", "in a frame", html));
    all
}

/// The codes of a rep and a manager who look differently.
pub fn different() -> [String; 2] {
    codes(
        "sales-mindset",
        &[],
        |n| [2, 4, 5, 3, 4][n % 5],
        |n| [4, 4, 2, 3, 1][n % 5],
    )
}

/// The codes of two who give the same answers.
pub fn alike() -> Vec<String> {
    let answer = |n: usize| [2, 4, 5, 3, 4][n % 5];
    codes("sales-mindset", &[], answer, answer).into()
}

/// The rep withholds the second theme.
fn withheld() -> Vec<String> {
    codes(
        "sales-mindset",
        &[1],
        |n| [2, 4, 5][n % 3],
        |n| [4, 4, 1][n % 3],
    )
    .into()
}

/// The codes of a call review.
pub fn reviews() -> Vec<String> {
    codes(
        "call-review",
        &[],
        |n| [3, 1, 2, 3][n % 4],
        |n| [3, 2, 1, 3][n % 4],
    )
    .into()
}

/// Both share their situation, and the manager lays their own half beside.
pub fn asked_of_both() -> Vec<String> {
    let [rep, manager] = different();
    let of = |code: String, id: &str, chosen: usize| {
        let questions = instrument(id).context_questions().len();
        [&*code, &situation_fragment(&vec![Some(chosen); questions])].concat()
    };
    let mirror = instrument("manager-mirror");
    let own = session(&mirror, "a-mirror", Form::SelfReport, |n| [3, 4][n % 2]);
    let own = TalkCode::of_session(&mirror, &own, &[]).expect("it fits");
    vec![
        of(["#code=", &*rep].concat(), "sales-mindset", 0),
        manager,
        of(own.fragment(), "manager-mirror", 1),
    ]
}

fn instrument(id: &str) -> model::Instrument {
    let source = content::newest(id).expect("it ships");
    source.instrument().expect("what ships is sound")
}

/// The codes of two views of these answers by the place of an item.
fn codes(
    id: &str,
    withheld: &[usize],
    rep: impl Fn(usize) -> u8,
    manager: impl Fn(usize) -> u8,
) -> [String; 2] {
    let instrument = instrument(id);
    let rep = session(&instrument, "a-rep-of-november", Form::SelfReport, rep);
    let manager = session(&instrument, "a-manager-of-november", Form::Manager, manager);
    let code = |session, withheld: &[usize]| {
        let code = TalkCode::of_session(&instrument, session, withheld);
        code.expect("it fits into a code").text().to_owned()
    };
    [code(&rep, withheld), code(&manager, &[])]
}

/// The properties of a page that has everything beside it in this language.
pub fn props(language: Language) -> (Doubles, TalkPageProps) {
    let doubles = doubles(language);
    let ports = doubles.ports();
    let ports = TalkPorts {
        content: ports.content,
        files: ports.files,
        file_jobs: ports.file_jobs,
        clock: ports.clock,
        history: ports.history,
        page: ports.page,
        timers: ports.timers,
        config: ports.host.config(),
    };
    (doubles, TalkPageProps { ports })
}

/// A table with every questionnaire at hand and nothing on it.
fn empty(language: Language) -> Shell {
    let (_, props) = props(language);
    let mut shell = Shell::open(&props, Callback::noop());
    for id in ["call-review", "manager-mirror"] {
        let instrument = instrument(id).in_language(language);
        shell
            .library
            .catalogue
            .add(instrument.into())
            .expect("another id");
    }
    shell
}

fn open(shell: &mut Shell, code: &str) {
    act(shell, TableMsg::Open(code.to_owned()));
}

fn act(shell: &mut Shell, message: TableMsg) {
    Table::update(shell, message);
}

fn look(shell: &mut Shell, message: TwoViewsMsg) {
    if let Some(two_views) = &mut shell.two_views {
        two_views.update(message);
    }
}

/// Opens both views, with all that follows what shows first.
fn lift(shell: &mut Shell) {
    act(shell, TableMsg::Lift);
    look(shell, TwoViewsMsg::Rest);
}
