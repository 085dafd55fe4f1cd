//! Every screen, rendered without a browser, in the states of the fixtures.

use super::html::{only, without};
use mindset_mirror::data::Data;
use mindset_mirror::fixtures;
use mindset_mirror::questions::{Interlude, Question, Review};
use mindset_mirror::result::{Origin, ResultScreen};
use mindset_mirror::start::Start;
use model::{Instrument, Language, Session};
use yew::{BaseComponent, LocalServerRenderer};

pub use mindset_mirror::fixtures::{
    context, example, mixed_session, opened_file as file, straight_session,
};

/// The markup of a component.
pub fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime of one thread needs nothing");
    let page = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, page.render())
}

pub fn start(language: Language, returning: bool) -> String {
    render::<Start>(fixtures::start(language, returning))
}

/// The first statement.
pub fn question(language: Language, keyboard: bool, chosen: Option<usize>) -> String {
    render::<Question>(fixtures::question(language, keyboard, chosen))
}

pub fn interlude(language: Language, page: usize) -> String {
    render::<Interlude>(fixtures::interlude(language, page))
}

/// The review, with one statement left out and all of responsibility too.
pub fn review(language: Language) -> String {
    render::<Review>(fixtures::review(language))
}

pub fn data(language: Language, rows: bool, asking: bool) -> String {
    render::<Data>(fixtures::data(language, rows, asking))
}

/// The result as it is on screen.
pub fn result(language: Language, origin: Origin, of: impl Fn(&Instrument) -> Session) -> String {
    without(&complete_result(language, origin, of), ".sheet")
}

/// The sheet that is printed.
pub fn sheet(language: Language, of: impl Fn(&Instrument) -> Session) -> String {
    only(&complete_result(language, Origin::Device, of), ".sheet")
}

fn complete_result(
    language: Language,
    origin: Origin,
    of: impl Fn(&Instrument) -> Session,
) -> String {
    render::<ResultScreen>(fixtures::result(language, origin, of))
}
