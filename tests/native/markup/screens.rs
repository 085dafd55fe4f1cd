//! Every screen, rendered without a browser, in the states of the fixtures.

use super::html::{only, without};
use mindset_mirror::data::data_screen;
use mindset_mirror::fixtures;
use mindset_mirror::questions;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use mindset_mirror::start::start_screen;
use model::{Form, Instrument, Language, Session};
use report::Report;
use std::rc::Rc;

pub use mindset_mirror::fixtures::{
    context, example, mixed_session, opened_file as file, straight_session, undecided_session,
    varied_session,
};

pub use markup::{of as render, of_component as render_component};

pub fn start(language: Language, returning: bool) -> String {
    render(start_screen(&fixtures::start(language, returning)))
}

/// The first statement.
pub fn question(language: Language, keyboard: bool, chosen: Option<usize>) -> String {
    render(questions::question(fixtures::question(
        language, keyboard, chosen,
    )))
}

pub fn interlude(language: Language, page: usize) -> String {
    render(questions::interlude(&fixtures::interlude(language, page)))
}

/// The first statement on the form of a manager about somebody of this name.
pub fn manager_question(language: Language, name: &str) -> String {
    render(questions::question(fixtures::manager_question(
        language, name,
    )))
}

/// What is read before it.
pub fn manager_interlude(language: Language) -> String {
    let mut props = fixtures::interlude(language, 0);
    props.form = Form::Manager;
    render(questions::interlude(&props))
}

/// The review of such a form.
pub fn manager_review(language: Language, name: &str) -> String {
    render(questions::review(&fixtures::manager_review(language, name)))
}

/// The review, with one statement left out and all of responsibility too.
pub fn review(language: Language) -> String {
    render(questions::review(&fixtures::review(language)))
}

pub fn data(language: Language, rows: bool, asking: bool) -> String {
    render(data_screen(&fixtures::data(language, rows, asking)))
}

/// The result as it is on screen.
pub fn result(language: Language, origin: Origin, of: impl Fn(&Instrument) -> Session) -> String {
    without(&complete_result(language, origin, of), ".sheet")
}

/// One part of a result, by its name.
pub fn part(props: &ResultProps, name: &str) -> String {
    let selector = format!("[data-result-part={name}]");
    only(&render(result_screen(props)), &selector)
}

/// The same result of another questionnaire.
pub fn of_instrument(
    language: Language,
    instrument: Instrument,
    session: impl Fn(&Instrument) -> Session,
) -> ResultProps {
    let mut props = fixtures::result(language, Origin::Device, |_| session(&instrument));
    props.report = Rc::new(Report::new(&instrument, &props.session));
    props.view.instrument = Rc::new(instrument);
    props
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
    render(result_screen(&fixtures::result(language, origin, of)))
}
