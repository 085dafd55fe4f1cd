//! A result in the app: what is shown with it, and what is done with it.

use super::state::State;
use super::view::preview;
use super::viewed::Viewed;
use super::{App, Msg};
use crate::ui::scene::Scene;
use crate::ui::screens::{Agreed, Asked, Origin, ResultAction, ResultScreen, Since};
use model::Action;
use records::Attempt;
use report::Report;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// Does what was chosen on a result.
pub(super) fn update(state: &mut State, action: ResultAction, link: &Scope<App>) {
    match action {
        ResultAction::Form(form) => state.choose_form(form),
        ResultAction::Share(share) => state.choose_share(share),
        ResultAction::Passphrase(typed) => state.seal.passphrase = typed,
        ResultAction::Preview => state.preview_shown(),
        ResultAction::Save => state.save_shown(&link.callback(|done| done)),
        ResultAction::Print => state.ports.page.print(),
        ResultAction::Compare(id) => state.compared = Some(id.to_string()),
        ResultAction::Work(work) => state.work_on(work),
        ResultAction::LookBack(id, work) => state.look_back(&id, work),
        ResultAction::TellScores(yes) => state.answer_host(yes),
        ResultAction::Review => state.act(Action::Review),
        ResultAction::Keep => state.keep_opened(),
        ResultAction::Begin => state.begin(),
    }
}

/// The result of the open attempt.
pub(super) fn own(state: &State, scene: &Scene, attempt: &Attempt, link: &Scope<App>) -> Html {
    let beside = (state.since(attempt), state.agreed(attempt));
    let on_label = link.callback(|label| Msg::Act(Action::Label(label)));
    screen(state, scene, attempt, Origin::Own, beside, on_label, link)
}

/// A result that is not kept here.
pub(super) fn viewed(state: &State, scene: &Scene, viewed: &Viewed, link: &Scope<App>) -> Html {
    let origin = state.origin(viewed);
    let nothing = Callback::noop();
    screen(
        state,
        scene,
        &viewed.attempt,
        origin,
        (None, None),
        nothing,
        link,
    )
}

fn screen(
    state: &State,
    scene: &Scene,
    attempt: &Attempt,
    origin: Origin,
    (since, agreed): (Option<Since>, Option<Agreed>),
    on_label: Callback<String>,
    link: &Scope<App>,
) -> Html {
    let withheld = match &state.viewed {
        Some(viewed) if origin != Origin::Own => viewed.withheld(),
        _ => &[],
    };
    let report = Report::new(&scene.instrument, &attempt.session).withholding(withheld);
    let asked = match origin {
        Origin::Own => state.asked(),
        _ => Asked::No,
    };
    html! {
        <ResultScreen
            scene={scene.clone()}
            session={Rc::new(attempt.session.clone())}
            report={Rc::new(report)}
            {origin}
            {asked}
            xapi={state.look.xapi}
            {since}
            {agreed}
            now={state.ports.clock.now()}
            share={state.share}
            passphrase={state.seal.passphrase.clone()}
            sealing={state.seal.busy}
            form={state.form}
            preview={preview(state)}
            on_action={link.callback(Msg::Result)}
            {on_label}
        />
    }
}
