//! Passing the code on to one next person.

use crate::sentences::people;
use crate::shell::{Msg, Shell};
use hand_over::QrCode;
use round::{FRAGMENT, RoundCode, Taken};
use ui::{
    actions, button, disclosure, element, element_with, fragment, named_section, notice,
    screen_head, text, text_element, when,
};
use yew::prelude::*;

/// What can happen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassOnMsg {
    /// Open the sheet for sharing the link.
    Share,
    /// Copy the link.
    CopyLink,
    /// Copy the code alone.
    CopyCode,
}

/// What is passed on.
pub(crate) struct PassOnState {
    people: u32,
    is_begun_here: bool,
    code: String,
    link: String,
    qr: Option<QrCode>,
}

impl PassOnState {
    /// The last code that was made here of a round.
    pub fn of_round(shell: &Shell, round: &Taken) -> Self {
        Self::new(shell, round, round.code(), round.people())
    }

    /// A code that came in, where it is newer than the last one that was made here: others are in it.
    pub fn of_newer(shell: &Shell, round: &Taken, code: &RoundCode) -> Self {
        match code.step() > round.step() {
            true => Self::new(shell, round, code.text(), code.people()),
            false => Self::of_round(shell, round),
        }
    }

    /// The link has the address of this page.
    fn new(shell: &Shell, round: &Taken, code: String, people: u32) -> Self {
        let link = [&*shell.own_address(), FRAGMENT, &code].concat();
        Self {
            people,
            is_begun_here: round.is_begun_here(),
            qr: QrCode::for_screen(&link).ok(),
            code,
            link,
        }
    }

    /// What comes of a message.
    pub fn update(&self, shell: &mut Shell, message: PassOnMsg) {
        shell.toast = None;
        match message {
            PassOnMsg::Share => {
                let title = shell.texts().round.page_title;
                shell.ports.sharing.share(title, &self.link);
            }
            PassOnMsg::CopyLink => shell.copy(&self.link),
            PassOnMsg::CopyCode => shell.copy(&self.code),
        }
    }
}

/// The screen.
pub(crate) fn view(shell: &Shell, state: &PassOnState) -> Html {
    let t = &shell.texts().round;
    let people = people(t, state.people);
    let lead = match state.is_begun_here {
        true => t.pass_begun(&people),
        false => t.pass_lead(&people),
    };
    let content = [
        screen_head(t.pass_title.into(), text(lead), shell.moved),
        notice("", text_element("p", "", t.privately)),
        ways(shell, state),
    ];
    element("div", "sections round-pass-on", content)
}

/// The link and the QR code.
pub(crate) fn ways(shell: &Shell, state: &PassOnState) -> Html {
    let t = &shell.texts().round;
    let send = |message| shell.send.reform(move |_| Msg::PassOn(message));
    let can_share = shell.ports.sharing.can_share();
    let copy_class = match can_share {
        true => "button",
        false => "button button-primary",
    };
    let buttons = [
        when(can_share, || {
            button(
                "button button-primary",
                t.share_link,
                send(PassOnMsg::Share),
            )
        }),
        button(copy_class, t.copy_link, send(PassOnMsg::CopyLink)),
        button("button", t.copy_code, send(PassOnMsg::CopyCode)),
    ];
    let names = &["class", "translate", "data-part"];
    let values = ["link-text", "no", "round-link"];
    let link = element_with("p", names, values, text(state.link.clone()));
    let remote = [
        actions(buttons),
        disclosure(t.see_link, link),
        text_element("p", "muted", t.length(state.code.len())),
    ];
    let nearby = state.qr.as_ref().map(|qr| {
        let content = [text_element("p", "", t.nearby_hint), picture(qr, t.qr_name)];
        named_section("nearby", t.nearby, fragment(content))
    });
    fragment([
        named_section("remote", t.remote, fragment(remote)),
        nearby.unwrap_or_default(),
    ])
}

/// Black on white in every theme, with its quiet zone, which belongs to the size.
fn picture(qr: &QrCode, name: &'static str) -> Html {
    let size = qr.size.to_string();
    let area = ["0 0 ", &size, " ", &size].concat();
    let names = &["width", "height", "fill"];
    let ground = element_with("rect", names, [&*size, &*size, "#fff"], Html::default());
    let names = &["d", "fill"];
    let modules = element_with("path", names, [&*qr.path, "#000"], Html::default());
    let names = &["class", "viewBox", "role", "aria-label", "shape-rendering"];
    let values = ["qr", &*area, "img", name, "crispEdges"];
    element_with("svg", names, values, fragment([ground, modules]))
}
