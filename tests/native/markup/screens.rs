//! Every screen, rendered without a browser.

use super::html::{only, without};
use crate::support::{answer, sales_mindset};
use documents::Form;
use mindset_mirror::ui::Scene;
use mindset_mirror::ui::parts::RadioOption;
use mindset_mirror::ui::screens::*;
use model::{Instrument, Key, Language};
use model::{Rater, Subject};
use model::{Session, SessionParts, Step, Work};
use records::{Share, example_session};
use report::Report;
use scoring::score;
use std::rc::Rc;
use yew::{AttrValue, BaseComponent, Callback, LocalServerRenderer};

type StartProps = <Start as BaseComponent>::Properties;
type QuestionProps = <Question as BaseComponent>::Properties;
type BreathProps = <Breath as BaseComponent>::Properties;
type ReviewProps = <Review as BaseComponent>::Properties;
type DataProps = <Data as BaseComponent>::Properties;
type ResultProps = <ResultScreen as BaseComponent>::Properties;

/// The markup of a component.
pub fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime of one thread needs nothing");
    let page = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, page.render())
}

/// The bundled instrument in a language.
pub fn scene(language: Language, keyboard: bool) -> Scene {
    Scene {
        language,
        instrument: Rc::new(sales_mindset()),
        keyboard,
        moved: false,
    }
}

pub fn start(language: Language, returning: bool) -> String {
    let resume = returning.then(|| Resume {
        id: "s-1".into(),
        done: 7,
        review: false,
        started: "2 maart 2026".into(),
    });
    let earlier = returning.then(|| EarlierResult {
        id: "s-0".into(),
        date: "1 maart 2026".into(),
        answered: "32 van 32".into(),
    });
    render::<Start>(StartProps {
        scene: scene(language, false),
        resume,
        earlier: earlier.into_iter().collect(),
        host: Rc::default(),
        on_action: Callback::noop(),
    })
}

/// The first statement.
pub fn question(language: Language, keyboard: bool, chosen: Option<usize>) -> String {
    let scene = scene(language, keyboard);
    let item = scene.instrument.order().next();
    let item = &scene.instrument.items()[item.expect("an instrument has items")];
    let response = scene.instrument.response_scale();
    let option = response.options.iter().map(|option| RadioOption {
        value: AttrValue::from(option.value.to_string()),
        label: scene.text(&option.label),
    });
    render::<Question>(QuestionProps {
        id: AttrValue::from(item.id.clone()),
        place: "1 / 32".into(),
        text: scene.text(&item.text),
        hint: None,
        options: option.collect(),
        chosen,
        skip: scene.text(&response.skip),
        skip_all: None,
        explain_keys: true,
        kept: "".into(),
        on_choose: Callback::noop(),
        on_answer: Callback::noop(),
        on_skip: Callback::noop(),
        on_back: Some(Callback::noop()),
        on_stop: Callback::noop(),
        scene,
    })
}

pub fn breath(language: Language, page: usize) -> String {
    render::<Breath>(BreathProps {
        scene: scene(language, false),
        page,
        on_go: Callback::noop(),
        on_back: Callback::noop(),
        on_stop: Callback::noop(),
    })
}

/// The review, with one statement left out and all of responsibility too.
pub fn review(language: Language) -> String {
    let scene = scene(language, false);
    let session = mixed_session(&scene.instrument);
    render::<Review>(ReviewProps {
        scores: Rc::new(score(&scene.instrument, session.answers())),
        session: Rc::new(session),
        scene,
        on_change: Callback::noop(),
        on_result: Callback::noop(),
        on_back: Callback::noop(),
        on_stop: Callback::noop(),
    })
}

pub fn data(language: Language, rows: bool, asking: bool) -> String {
    let row = StoredRow {
        id: "s-0".into(),
        title: "Resultaat van 1 maart 2026".into(),
        detail: "32 van 32".into(),
        completed: true,
    };
    render::<Data>(DataProps {
        scene: scene(language, false),
        rows: rows.then_some(row).into_iter().collect(),
        raw: if rows { vec![false, true] } else { Vec::new() },
        backup: None,
        asking,
        preview: None,
        previewed: None,
        sealed: None,
        sealing: false,
        restore: None,
        on_action: Callback::noop(),
    })
}

/// The result as it is on screen.
pub fn result(language: Language, origin: Origin, of: impl Fn(&Instrument) -> Session) -> String {
    without(&whole_result(language, origin, of), ".sheet")
}

/// The sheet that is printed.
pub fn sheet(language: Language, of: impl Fn(&Instrument) -> Session) -> String {
    only(&whole_result(language, Origin::Own, of), ".sheet")
}

fn whole_result(language: Language, origin: Origin, of: impl Fn(&Instrument) -> Session) -> String {
    let scene = scene(language, false);
    let session = of(&scene.instrument);
    render::<ResultScreen>(ResultProps {
        report: Rc::new(Report::new(&scene.instrument, &session)),
        session: Rc::new(session),
        scene,
        origin,
        since: None,
        agreed: None,
        now: "2026-11-23T10:00:00+01:00".into(),
        asked: Asked::default(),
        xapi: false,
        share: Share::default(),
        passphrase: "".into(),
        sealing: false,
        form: Form::default(),
        preview: None,
        on_action: Callback::noop(),
        on_label: Callback::noop(),
    })
}

/// The fictional result.
pub fn example(instrument: &Instrument) -> Session {
    example_session(instrument).expect("the example belongs to the bundled instrument")
}

/// Where an opened file is said to come from.
pub fn file() -> Origin {
    Origin::File {
        date: "2 maart 2026".into(),
        differences: "".into(),
        withheld: "".into(),
        other_content: false,
        known: false,
    }
}

/// A completed session with raw answers by item; `None` is a skipped one.
fn session(instrument: &Instrument, raw: &[Option<u8>]) -> Session {
    let parts = SessionParts {
        id: "s-0".into(),
        wave: 1,
        language: Language::Nl,
        rater: Rater::default(),
        subject: Subject {
            pseudonym: "<img src=x> & \"Zoë\"".into(),
        },
        started_at: "2026-03-02T09:30:00+01:00".into(),
        completed_at: Some("2026-03-02T09:35:00+01:00".into()),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers: answer(instrument, raw),
        context: vec![Some(0), None, None, None],
        page_seconds: Vec::new(),
        work: Work::default(),
    };
    Session::restore(instrument, parts)
}

/// The middle throughout.
pub fn straight_session(instrument: &Instrument) -> Session {
    session(instrument, &vec![Some(3); instrument.items().len()])
}

/// Every scale at 24 of its 32 steps, except accountability with 23 (71.875), and
/// responsibility without any answer.
pub fn mixed_session(instrument: &Instrument) -> Session {
    let raw: Vec<Option<u8>> = instrument
        .items()
        .iter()
        .map(|item| match (item.id.as_str(), item.key) {
            (id, _) if id.starts_with("RES") => None,
            ("ACC-01", _) => Some(3),
            (_, Key::Plus) => Some(4),
            (_, Key::Minus) => Some(2),
        })
        .collect();
    session(instrument, &raw)
}
