//! A code in which one is counted already: it came back to who began and is closed, or goes on.

use crate::pass_on::{self, PassOnState};
use crate::sentences::{Refusal, people, refused, too_few};
use crate::shell::{Msg, Shell, Then};
use model::Instrument;
use round::{FEWEST, RoundCode, Taken};
use std::rc::Rc;
use ui::{
    actions, button, disclosure, element, fragment, notice, screen_head, text, text_element, when,
};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingMsg {
    /// Take the mask off.
    Close,
    /// Take one's own answers out again.
    Withdraw,
}

/// A code of a round that this device knows.
pub(crate) struct ClosingState {
    code: RoundCode,
    instrument: Rc<Instrument>,
    pub pass_on: PassOnState,
    is_begun_here: bool,
    has_added: bool,
    refused: Option<Refusal>,
}

impl ClosingState {
    /// What can be done with the code.
    pub fn new(shell: &Shell, code: RoundCode, instrument: Rc<Instrument>, round: &Taken) -> Self {
        Self {
            pass_on: PassOnState::of_newer(shell, round, &code),
            code,
            instrument,
            is_begun_here: round.is_begun_here(),
            has_added: round.has_added(),
            refused: None,
        }
    }

    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: ClosingMsg) {
        shell.toast = None;
        let Some(mut memory) = shell.device.rounds().cloned() else {
            return;
        };
        let nonce = self.code.nonce();
        let then = match message {
            ClosingMsg::Close => {
                let closed = memory.close(&self.code, &self.instrument);
                closed.map(|_| Then::Picture(nonce)).map_err(Refusal::Close)
            }
            ClosingMsg::Withdraw => {
                let withdrawn = self.code.withdraw(&mut memory);
                withdrawn
                    .map(|_| Then::PassOn(nonce))
                    .map_err(Refusal::Withdraw)
            }
        };
        match then {
            Ok(then) => shell.commit(memory, then),
            Err(refusal) => {
                self.refused = Some(refusal);
                // How far a refused code was is remembered.
                if Some(&memory) != shell.device.rounds() {
                    shell.commit(memory, Then::Stay);
                }
            }
        }
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell, state: &ClosingState) -> Html {
    let t = &shell.texts().round;
    let count = people(t, state.code.people());
    let refusal = state.refused.as_ref();
    let said = refusal.map_or_else(Html::default, |refusal| refused(shell, refusal));
    let is_enough = state.code.people() >= FEWEST;
    let content = match state.is_begun_here {
        true if is_enough => fragment([
            screen_head(
                t.close_title.into(),
                text(t.close_lead(&count)),
                shell.moved,
            ),
            said,
            actions(button(
                "button button-large button-primary",
                t.close,
                send(shell, ClosingMsg::Close),
            )),
        ]),
        true => fragment([
            screen_head(t.few_title.into(), text(t.few_lead(&count)), shell.moved),
            said,
            text_element("p", "", too_few(t, state.code.people())),
            notice("", text_element("p", "", t.privately)),
            pass_on::ways(shell, &state.pass_on),
        ]),
        false => fragment([
            screen_head(t.already_title.into(), text(t.already), shell.moved),
            said,
            notice("", text_element("p", "", t.privately)),
            pass_on::ways(shell, &state.pass_on),
        ]),
    };
    let content = [content, when(state.has_added, || withdraw(shell))];
    element("div", "sections round-closing", content)
}

fn withdraw(shell: &Shell) -> Html {
    let t = &shell.texts().round;
    let withdraw = send(shell, ClosingMsg::Withdraw);
    let content = [
        text_element("p", "", t.withdraw_lead),
        actions(button("button", t.withdraw, withdraw)),
    ];
    disclosure(t.withdraw_title, content)
}

fn send(shell: &Shell, message: ClosingMsg) -> Callback<MouseEvent> {
    shell.send.reform(move |_| Msg::Closing(message))
}
