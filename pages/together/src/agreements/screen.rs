//! The screen with the agreements of a talk.

use super::card::{card, in_words, looked_back};
use super::transfer::Incoming;
use super::{AgreementsMsg, Draft, is_empty, send};
use crate::link::{link_buttons, link_text};
use crate::shell::{Msg, Place, Shell};
use model::{Goal, Owner, Sorting};
use records::NotAgreements;
use ui::{
    Choice, actions, back_button, button, choice, disclosure, element, error_notice, fragment,
    heading, keyed, list, named_section, nodes, notice, text, text_element, when,
};
use yew::prelude::*;

/// The screen.
pub(crate) fn view(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let head = [
        back_button(shell.messages().common.back.into(), shell.go(Place::Home)),
        heading(t.title, shell.moved),
        text_element("p", "lead", t.lead),
    ];
    let content = match &state.incoming {
        Some(incoming) => incoming_view(shell, incoming),
        None if state.about().is_empty() => none(shell),
        None => fragment([
            look_back(shell),
            of_owner(shell, Owner::Rep, t.of_rep),
            of_owner(shell, Owner::Manager, t.of_manager),
            asked(shell),
            hand_on(shell),
        ]),
    };
    element(
        "div",
        "sections agreements-screen",
        [element("div", "section", head), content],
    )
}

/// Where there was no talk there is nothing to agree about yet.
fn none(shell: &Shell) -> Html {
    let to_table = shell.go(Place::Table(AttrValue::default()));
    fragment([
        text_element("p", "", shell.texts().agreed.none),
        actions(button(
            "button button-primary",
            shell.texts().talk.to_together,
            to_table,
        )),
    ])
}

/// What has come in, to be looked at before it is kept.
fn incoming_view(shell: &Shell, incoming: &Incoming) -> Html {
    let t = &shell.texts().agreed;
    let records = match &incoming.0 {
        Ok(records) => records,
        Err(why) => {
            let said = match why {
                NotAgreements::Unreadable => t.unreadable,
                NotAgreements::Newer => shell.texts().errors.newer,
            };
            let content = [
                text_element("p", "", said),
                text_element("p", "", shell.texts().errors.nothing_changed),
            ];
            return error_notice(shell.texts().errors.title, content);
        }
    };
    let rows = records.iter().map(|record| in_words(shell, record));
    let content = [
        text_element("p", "", t.open_lead),
        list("agreements", nodes(rows)),
        actions(button(
            "button button-primary",
            t.keep,
            send(shell, AgreementsMsg::Keep),
        )),
    ];
    named_section("incoming", t.open_title, fragment(content))
}

/// A list, where there is something in it.
fn list_of(class: &'static str, rows: Vec<Html>) -> Html {
    when(!rows.is_empty(), || list(class, nodes(rows)))
}

/// The agreements of one of the two.
fn of_owner(shell: &Shell, owner: Owner, title: &'static str) -> Html {
    let drafts = shell.agreements.drafts.iter();
    let own = drafts.filter(|one| one.record.agreement.owner == owner && !one.record.asked);
    let cards = own.map(|draft| card(shell, &draft.record));
    let t = &shell.texts().agreed;
    let add = send(shell, AgreementsMsg::Add(owner, Goal::Learning));
    let content = [
        list_of("agreements", cards.collect()),
        button("button-link", t.add, add),
    ];
    let name = match owner {
        Owner::Rep => "of-rep",
        Owner::Manager => "of-manager",
    };
    named_section(name, title, fragment(content))
}

/// The last agreements: how they went, and what was learned. Two lists on one scale: the manager marks
/// what the rep agreed, the rep what the manager did. The rep's marks are covered until shown.
fn look_back(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let last = match shell.talk.is_some() {
        true => &state.last,
        false => &state.drafts,
    };
    let last: Vec<&Draft> = last
        .iter()
        .filter(|one| one.revision.is_some() && !is_empty(&one.record.agreement))
        .collect();
    if last.is_empty() {
        return Html::default();
    }
    let lists = [(Owner::Rep, t.of_rep), (Owner::Manager, t.of_manager)].map(|(owner, title)| {
        let own = last
            .iter()
            .filter(|one| one.record.agreement.owner == owner);
        let covered = owner == Owner::Manager && !state.shows_marks;
        let rows: Vec<Html> = own
            .map(|one| looked_back(shell, &one.record, covered))
            .collect();
        if rows.is_empty() {
            return Html::default();
        }
        let show = || {
            let show = send(shell, AgreementsMsg::ShowMarks);
            fragment([
                text_element("p", "muted", t.rep_marks_covered),
                actions(button("button", t.show_rep_marks, show)),
            ])
        };
        fragment([
            text_element("h3", "", title),
            when(covered, show),
            list("agreements", nodes(rows)),
        ])
    });
    let content = [text_element("p", "", t.look_back_lead), fragment(lists)];
    named_section("look-back", t.look_back, fragment(content))
}

/// What the rep asks of the manager: the manager's own list, with days.
fn asked(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let state = &shell.agreements;
    let listed = state.drafts.iter().filter(|one| one.record.asked);
    let cards: Vec<Html> = listed.map(|one| card(shell, &one.record)).collect();
    let sessions = state.sessions.iter();
    let influences = sessions.flat_map(|session| shell.device.influences_of(session));
    let offered = influences.filter_map(|record| {
        let influence = &record.influence;
        if influence.sorted != Some(Sorting::Ask) {
            return None;
        }
        let said = match influence.step.is_empty() {
            true => &influence.reason,
            false => &influence.step,
        };
        let is_listed = |one: &Draft| one.record.asked && one.record.agreement.text == *said;
        if said.is_empty() || state.drafts.iter().any(is_listed) {
            return None;
        }
        let take = send(shell, AgreementsMsg::Ask(said.clone().into()));
        let content = [
            text_element("span", "", said.clone()),
            button("button-quiet", t.take_over, take),
        ];
        Some(keyed(&record.id, element("li", "row", content)))
    });
    let add = send(shell, AgreementsMsg::Ask(AttrValue::default()));
    let content = [
        text_element("p", "", t.asked_lead),
        list_of("rows", offered.collect()),
        list_of("agreements", cards),
        button("button-link", t.asked_new, add),
    ];
    named_section("asked", t.asked, fragment(content))
}

/// The ways to the other device.
fn hand_on(shell: &Shell) -> Html {
    let t = &shell.texts().agreed;
    let said = shell.agreements.said();
    if said.is_empty() {
        return Html::default();
    }
    let has_marks = said.iter().any(|record| {
        let agreement = &record.agreement;
        agreement.owner == Owner::Manager
            && (agreement.outcome.is_some() || !agreement.learned.is_empty())
    });
    let along = shell.agreements.marks_go_along;
    let marks = || {
        choice(Choice {
            kind: "checkbox",
            id: "marks-go-along".to_owned(),
            name: None,
            label: t.marks_go_along.into(),
            checked: along,
            disabled: false,
            on_change: shell
                .send
                .reform(move |_| Msg::Agreements(AgreementsMsg::MarksGoAlong(!along))),
        })
    };
    let link = shell.agreements_link();
    let by_link = || {
        link_buttons(
            shell,
            send(shell, AgreementsMsg::ShareLink),
            send(shell, AgreementsMsg::CopyLink),
        )
    };
    let dated = said.iter().any(|record| record.agreement.due.is_some());
    let buttons = [
        when(link.is_some(), by_link),
        button("button", t.save_file, send(shell, AgreementsMsg::Save)),
        when(dated, || {
            button("button", t.calendar, send(shell, AgreementsMsg::Calendar))
        }),
    ];
    let content = [
        text_element("p", "", t.hand_over_lead),
        when(has_marks, marks),
        when(link.is_none(), || notice("", text(t.link_too_long))),
        actions(fragment(buttons)),
        match link {
            Some(link) => disclosure(t.the_link, link_text("agreements-link", link)),
            None => Html::default(),
        },
    ];
    named_section("hand-on", t.hand_over, fragment(content))
}
