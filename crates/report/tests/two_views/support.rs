//! Questionnaires and views for the tests of this folder.

use model::{
    Answers, Form, Instrument, Language, Rater, Session, SessionParts, Subject, Timestamp,
};
use report::{Pair, TwoViews, View, pair};
use std::rc::Rc;

pub const REVIEW: &str = include_str!("../../../../content/call-review/0.2.0.json");
pub const MIRROR: &str = include_str!("../../../../content/manager-mirror/0.2.0.json");

/// The text of a version of the scan.
pub fn scan_text(version: &str) -> &'static str {
    let mut sources = content::SOURCES.iter();
    let source = sources.find(|one| (one.id, one.version) == ("sales-mindset", version));
    source.expect("this version ships").definition
}

pub fn load(definition: &str) -> Rc<Instrument> {
    Rc::new(definition::from_json(definition).unwrap_or_else(|error| panic!("{error}")))
}

/// The scan that managers answer about too: of its 32 items they are asked the first 24, eight a
/// scale.
pub fn scan() -> Rc<Instrument> {
    load(scan_text("0.2.0"))
}

/// What a person answered, item by item in the direction of its scale; `None` is skipped.
pub type Keyed = Vec<Option<u8>>;

/// The same answer in the direction of its scale to every item.
pub fn all(instrument: &Instrument, keyed: u8) -> Keyed {
    vec![Some(keyed); instrument.items().len()]
}

/// The items of the scale with this index.
pub fn items_of(instrument: &Instrument, scale: usize) -> &[usize] {
    &instrument.scales()[scale].items
}

/// The raw answer that counts as this one, and the other way round.
pub fn turned(instrument: &Instrument, item: usize, value: u8) -> u8 {
    let response = instrument.response_scale();
    match instrument.items()[item].key {
        model::Key::Plus => value,
        model::Key::Minus => response.max + response.min - value,
    }
}

/// Answers as they are given, from what they are to count as.
pub fn answers(instrument: &Instrument, keyed: &[Option<u8>]) -> Answers {
    let values = keyed.iter().enumerate();
    let values =
        values.map(|(item, value)| (item, value.map(|value| turned(instrument, item, value))));
    Answers::from_values(instrument, values).expect("answers of the response scale")
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

/// A completed session with this id.
pub fn session(instrument: &Instrument, form: Form, id: &str, keyed: &[Option<u8>]) -> Session {
    Session::restore(instrument, parts(instrument, form, id, keyed))
}

/// Its parts, to be changed before it is made.
pub fn parts(instrument: &Instrument, form: Form, id: &str, keyed: &[Option<u8>]) -> SessionParts {
    let rater = Rater {
        role: form,
        pseudonym: String::new(),
    };
    let started_at = moment("2026-03-02T09:30:00+01:00");
    let people = (rater, Subject::default());
    let begun = Session::start_form(
        instrument,
        people,
        id.to_owned(),
        1,
        Language::Nl,
        started_at,
    );
    let mut parts = begun.parts().clone();
    parts.completed_at = Some(moment("2026-03-02T09:35:00+01:00"));
    parts.answers = answers(instrument, keyed);
    parts
}

/// The view of the rep without these scales.
pub fn rep(instrument: &Rc<Instrument>, keyed: &[Option<u8>], withheld: &[usize]) -> View {
    let session = session(instrument, Form::SelfReport, "of-rep", keyed);
    View::of_session(instrument, &session, withheld)
}

/// The view of the manager without these scales.
pub fn manager(instrument: &Rc<Instrument>, keyed: &[Option<u8>], withheld: &[usize]) -> View {
    let session = session(instrument, Form::Manager, "of-manager", keyed);
    View::of_session(instrument, &session, withheld)
}

/// Both as a pair.
pub fn paired(instrument: &Rc<Instrument>, own: &[Option<u8>], other: &[Option<u8>]) -> Pair {
    let pair = pair(&rep(instrument, own, &[]), &manager(instrument, other, &[]));
    pair.expect("two views of one rep")
}

/// Both compared.
pub fn compared(instrument: &Rc<Instrument>, own: &[Option<u8>], other: &[Option<u8>]) -> TwoViews {
    TwoViews::new(&paired(instrument, own, other))
}

/// Every item that something is said of.
pub fn items_named(views: &TwoViews) -> Vec<usize> {
    let alike = views.alike.statements.iter().map(|one| one.item);
    let behind = views.topics.iter().flat_map(|topic| &topic.statements);
    alike.chain(behind.map(|one| one.item)).collect()
}
