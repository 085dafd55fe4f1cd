//! The first screen: what a round is, the rounds of this device, and the ways to begin one or go on.

use crate::sentences::{Refusal, people, refused};
use crate::shell::{Msg, Place, Shell, named};
use round::Taken;
use ui::{
    TextFieldProps, TextKind, actions, button, element, element_with, error_notice, fragment,
    keyed, list, named_section, nodes, notice, row_button, screen_head, text, text_element,
    text_field, when,
};
use yew::prelude::*;

/// What can happen here.
pub enum HomeMsg {
    /// The field for a code has become this.
    Typed(String),
    /// Open the code in the field.
    Open,
}

/// What is being filled in.
#[derive(Default)]
pub(crate) struct HomeState {
    pub typed: String,
    pub refused: Option<Refusal>,
}

/// Most characters of the field: a link with the longest code.
const MAX_TYPED: usize = 4_000;

/// The screen.
pub(crate) fn view(shell: &Shell, state: &HomeState) -> Html {
    let t = &shell.texts().round;
    let refusal = state.refused.as_ref();
    let content = [
        screen_head(t.title.into(), text(t.lead), shell.moved),
        refusal.map_or_else(Html::default, |refusal| refused(shell, refusal)),
        match shell.device.rounds() {
            Some(_) => ways(shell, state),
            None => error_notice(t.error_title, text_element("p", "", t.unreadable)),
        },
        named_section("how", t.how_title, sentences(t.how)),
        named_section("limits", t.limits_title, sentences(t.limits)),
        element(
            "p",
            "no-print",
            element_with("a", &["href"], ["team.html"], text(t.to_team)),
        ),
    ];
    element("div", "sections round-home", content)
}

fn sentences<const N: usize>(sentences: [&'static str; N]) -> Html {
    let items = sentences.into_iter();
    list(
        "round-list",
        nodes(items.map(|one| text_element("li", "", one))),
    )
}

fn ways(shell: &Shell, state: &HomeState) -> Html {
    let t = &shell.texts().round;
    let begin = [
        text_element("p", "", t.begin_lead),
        when(!shell.device.is_loading() && !shell.device.keeps(), || {
            notice("", text_element("p", "", t.not_kept))
        }),
        actions(button(
            "button button-large button-primary",
            t.choose_own,
            shell.go(Place::Begin),
        )),
    ];
    let field = text_field(TextFieldProps {
        id: "round-code".into(),
        kind: TextKind::Lines,
        label: t.received_field.into(),
        value: state.typed.clone().into(),
        max: MAX_TYPED,
        readonly: false,
        hint: None,
        on_input: shell.send.reform(|typed| Msg::Home(HomeMsg::Typed(typed))),
        on_leave: Callback::noop(),
    });
    let open = shell.send.reform(|_| Msg::Home(HomeMsg::Open));
    let received = [
        text_element("p", "", t.received_lead),
        field,
        actions(button("button", t.open_code, open)),
    ];
    let rounds = shell.device.rounds().map(|memory| memory.rounds());
    // The newest first.
    let rows: Vec<Html> = rounds
        .unwrap_or_default()
        .iter()
        .rev()
        .map(|round| row(shell, round))
        .collect();
    fragment([
        when(!rows.is_empty(), || {
            named_section("rounds", t.rounds_title, list("rows", nodes(rows)))
        }),
        named_section("begin", t.begin_title, fragment(begin)),
        named_section("received", t.received_title, fragment(received)),
    ])
}

fn row(shell: &Shell, round: &Taken) -> Html {
    let t = &shell.texts().round;
    let code = round.code();
    let title = shell.instrument_at_hand(&code);
    let title = title.map_or_else(|| t.page_title.to_owned(), |one| named(shell, &one));
    let said = AttrValue::from([&*title, ": ", &*people(t, round.people())].concat());
    let nonce = round.nonce();
    let (label, place) = match round.is_closed() {
        true => (t.see_picture, Place::Picture(nonce)),
        false => (t.pass_on_again, Place::PassOn(nonce)),
    };
    let content = [
        text_element("span", "", said.clone()),
        row_button(label, " ", &said, shell.go(place)),
    ];
    keyed(&nonce.to_string(), element("li", "row", content))
}
