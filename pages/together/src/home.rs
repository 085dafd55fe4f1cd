//! The first screen: the ways into a talk.

use crate::device::is_about_another;
use crate::shell::{Msg, Place, Shell};
use i18n::long_date;
use model::{Action, Form, Language, Rater, Session, Status, Subject};
use platform::new_id;
use records::{Attempt, MAX_FILE_BYTES, MAX_LABEL, clean_label};
use std::rc::Rc;
use talk_parts::{MIRROR, REVIEW, SCAN};
use ui::{
    TextFieldProps, TextKind, actions, button, element, element_with, file_button, fragment, keyed,
    list, named_section, nodes, row_button, screen_head, status, text, text_element, text_field,
    when,
};
use yew::prelude::*;

/// What can happen here.
pub enum HomeMsg {
    /// The name has become this.
    Name(String),
    /// Begin a view of the person of that name.
    BeginView,
    /// Begin the questionnaire about one's own half.
    BeginMirror,
    /// Open the agreements in the file chosen in the field with this id.
    File(AttrValue),
}

/// What is being filled in.
#[derive(Default)]
pub(crate) struct HomeState {
    name: String,
    /// Whether a view was begun without a name.
    name_missing: bool,
}

/// What comes of a message.
pub(crate) fn update(state: &mut HomeState, shell: &mut Shell, message: HomeMsg) {
    match message {
        HomeMsg::Name(name) => {
            state.name = name;
            state.name_missing = false;
        }
        HomeMsg::BeginView => {
            let name = clean_label(&state.name);
            state.name_missing = name.is_empty();
            if state.name_missing {
                return;
            }
            let rater = Rater {
                role: Form::Manager,
                ..Rater::default()
            };
            begin(shell, SCAN, rater, Subject { pseudonym: name }, None);
        }
        HomeMsg::File(field) => {
            let send = shell.send.reform(Msg::FileRead);
            let done = Box::new(move |read| send.emit(read));
            shell.ports.files.read(&field, MAX_FILE_BYTES as u32, done);
        }
        HomeMsg::BeginMirror => {
            begin(shell, MIRROR, Rater::default(), Subject::default(), None);
        }
    }
}

/// Makes an attempt at the newest version of a questionnaire, with a first action where one was done
/// here; where the questionnaire is still fetched, nothing happens but that.
pub(crate) fn begin(
    shell: &mut Shell,
    id: &str,
    rater: Rater,
    subject: Subject,
    first: Option<Action>,
) {
    let Some(reference) = shell.library.newest(id) else {
        return;
    };
    let Some(instrument) = shell.library.find(&reference) else {
        shell.library.try_again();
        shell.library.fetch(reference);
        shell.announce(shell.messages().common.loading);
        return;
    };
    let of_this = shell.device.attempts().iter();
    let waves = of_this.filter(|one| {
        one.instrument.id() == id
            && one.session.form() == rater.role
            && one.session.parts().subject == subject
    });
    let wave = waves.map(|one| one.session.parts().wave).max();
    let mut session = Session::start_form(
        &instrument,
        (rater, subject),
        new_id(&*shell.ports.random),
        wave.map_or(1, |wave| wave.saturating_add(1)),
        shell.library.language,
        shell.ports.clock.now(),
    );
    if let Some(first) = first {
        session.update(&instrument, first);
    }
    let attempt = Attempt::new(instrument, session);
    // Nobody leaves before it is durable: `begun` does, once it is committed.
    shell.device.commit_attempt(&attempt);
    shell.leaving_for = Some(attempt.id().to_owned());
}

/// The first screen.
pub(crate) fn view(shell: &Shell, state: &HomeState) -> Html {
    let t = &shell.texts().talk;
    let together = [
        text_element("p", "", t.together_lead),
        actions(button(
            "button button-large button-primary",
            t.to_together,
            shell.go(Place::Table(AttrValue::default())),
        )),
    ];
    let content = [
        screen_head(t.home_title.into(), text(t.home_lead), shell.moved),
        named_section("together", t.together, fragment(together)),
        named_section("rep", t.as_rep, rep(shell)),
        named_section("manager", t.as_manager, manager(shell, state)),
        named_section("review", shell.texts().review.title, review(shell)),
        named_section("mirror", t.mirror, mirror(shell)),
        agreements(shell),
        guidance(shell),
    ];
    element("div", "sections", content)
}

fn rep(shell: &Shell) -> Html {
    let t = &shell.texts().talk;
    let own = shell.device.finished(false);
    let rows: Vec<Html> = own
        .filter(|one| one.instrument.has_form(Form::Manager))
        .map(|one| {
            let date = day(one, shell.library.language);
            let title = match one.instrument.id() {
                REVIEW => shell.texts().review.review_of(&date),
                _ => t.result_of(&date),
            };
            row(shell, one, title, t.give, Place::HandOver(id(one)))
        })
        .collect();
    let none = || {
        let link = element_with("a", &["href"], ["./"], text(t.to_scan));
        let said = [text(t.no_result), text(" "), link];
        element("p", "muted", said)
    };
    fragment([
        text_element("p", "", t.as_rep_lead),
        match rows.is_empty() {
            true => none(),
            false => list("rows", nodes(rows)),
        },
    ])
}

fn manager(shell: &Shell, state: &HomeState) -> Html {
    let t = &shell.texts().talk;
    let send = shell.send.reform(Msg::Home);
    let field = text_field(TextFieldProps {
        id: "about-whom".into(),
        kind: TextKind::Line,
        label: t.about_whom.into(),
        value: state.name.clone().into(),
        max: MAX_LABEL,
        readonly: false,
        hint: Some(t.about_whom_hint.into()),
        on_input: send.reform(HomeMsg::Name),
        on_leave: Callback::noop(),
    });
    let begin = send.reform(|_| HomeMsg::BeginView);
    let views = shell.device.attempts().iter();
    let views = views.filter(|one| is_about_another(one));
    let rows: Vec<Html> = views.map(|one| view_row(shell, one)).collect();
    fragment([
        text_element("p", "", t.as_manager_lead),
        field,
        when(state.name_missing, || status("", t.name_missing)),
        actions(button("button", t.begin_view, begin)),
        when(!rows.is_empty(), || list("rows", nodes(rows))),
    ])
}

/// A view of somebody, finished or not.
fn view_row(shell: &Shell, attempt: &Rc<Attempt>) -> Html {
    let t = &shell.texts().talk;
    let parts = attempt.session.parts();
    let name = match parts.subject.pseudonym.as_str() {
        "" => t.nobody,
        name => name,
    };
    match attempt.session.status() {
        Status::Completed => {
            let title = t.view_about(name, &day(attempt, shell.library.language));
            row(shell, attempt, title, t.give, Place::HandOver(id(attempt)))
        }
        Status::InProgress => {
            let total = attempt.instrument.form_items(Form::Manager).len();
            let title = t.view_unfinished(name, attempt.session.answers().seen(), total);
            let place = Place::Attempt(id(attempt));
            row(shell, attempt, title, t.continue_view, place)
        }
    }
}

fn row(shell: &Shell, attempt: &Attempt, title: String, label: &'static str, place: Place) -> Html {
    let title = AttrValue::from(title);
    let content = [
        text_element("span", "", title.clone()),
        row_button(label, " ", &title, shell.go(place)),
    ];
    let names = &["class", "translate"];
    keyed(
        attempt.id(),
        element_with("li", names, ["row", "no"], fragment(content)),
    )
}

fn mirror(shell: &Shell) -> Html {
    let t = &shell.texts().talk;
    let begin = shell.send.reform(|_| Msg::Home(HomeMsg::BeginMirror));
    let address = ["manager-", shell.library.language.tag(), ".html"].concat();
    let link = element_with("a", &["href"], [&address], text(t.actions));
    let known = shell.library.newest(MIRROR).is_some();
    let own = shell.device.finished(false);
    let rows: Vec<Html> = own
        .filter(|one| one.instrument.id() == MIRROR)
        .map(|one| {
            let title = t.mirror_of(&day(one, shell.library.language));
            row(shell, one, title, t.give, Place::HandOver(id(one)))
        })
        .collect();
    fragment([
        text_element("p", "", t.mirror_lead),
        when(!rows.is_empty(), || list("rows", nodes(rows))),
        when(known, || actions(button("button", t.begin_mirror, begin))),
        element("p", "", link),
    ])
}

fn review(shell: &Shell) -> Html {
    let t = &shell.texts().review;
    fragment([
        text_element("p", "", t.lead),
        actions(button("button", t.prepare, shell.go(Place::Review))),
    ])
}

/// What was agreed on this device, to begin the next talk with.
fn agreements(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let none = shell.device.agreements().is_empty();
    let open = || button("button", t.look_at, shell.go(Place::Agreements));
    let file = file_button(
        t.open_file,
        &shell.send.reform(|id| Msg::Home(HomeMsg::File(id))),
    );
    let content = [
        text_element("p", "", t.home_lead),
        actions([when(!none, open), file]),
    ];
    named_section("agreed", t.title, fragment(content))
}

fn guidance(shell: &Shell) -> Html {
    let t = &shell.texts().talk;
    let address = ["guidance-talk-", shell.library.language.tag(), ".html"].concat();
    element(
        "p",
        "",
        element_with("a", &["href"], [&address], text(t.guidance)),
    )
}

fn id(attempt: &Attempt) -> AttrValue {
    attempt.id().to_owned().into()
}

/// The day of an attempt, for the reader.
pub(crate) fn day(attempt: &Attempt, language: Language) -> String {
    long_date(attempt.session.moment().as_str(), language)
}
