//! What is typed about a result while another tab deletes what it is about.

use super::test_tab::{Tab, delete_elsewhere, delete_everything_elsewhere, stored_names};
use super::*;
use crate::result::{Edit, Typed};
use model::{AgreementEdit, BeliefEdit, Goal, InfluenceEdit, Owner, PlanEdit, Source};
use serde_json::Value;
use store::doubles::Browser;

impl Tab {
    fn act(&mut self, message: ResultMsg) {
        self.send(Msg::Result(message));
    }

    /// Types a text into one field, key by key, and lets no pause pass.
    fn write(&mut self, text: &str, typed: impl Fn(String) -> Typed) {
        for (end, _) in text.char_indices().skip(1).chain([(text.len(), ' ')]) {
            let typed = typed(text[..end].to_owned());
            self.act(ResultMsg::Type("field".into(), typed));
        }
    }

    /// What was typed rests until it is saved.
    fn pause(&mut self) {
        self.doubles.timers.elapse();
        self.pump();
    }

    /// Makes an agreement, and gives its id.
    fn agreement(&mut self) -> AttrValue {
        self.act(ResultMsg::AddAgreement {
            owner: Owner::Rep,
            goal: Goal::Learning,
            example: None,
        });
        let made = self.shell.persistence.agreements();
        made.last().expect("it was made").id.clone().into()
    }

    /// Names an influence, and gives its id.
    fn influence(&mut self) -> AttrValue {
        self.act(ResultMsg::AddInfluence(Source::Market));
        let named = self.shell.persistence.joined("one").influences;
        named.last().expect("it was named").id.clone().into()
    }

    /// What is offered as a file as it was deleted in another tab, by name.
    fn offered(&self) -> Vec<(String, Value)> {
        let refused = self.shell.refused_changes.iter();
        refused
            .map(|one| {
                assert_eq!(one.reason, RefusalReason::Deleted);
                let body = serde_json::from_str(&one.body).expect("a record is JSON");
                (one.key.to_string(), body)
            })
            .collect()
    }
}

/// The edit that a text makes in an agreement, and in an influence.
fn why(id: &AttrValue) -> impl Fn(String) -> Typed + use<> {
    let id = id.clone();
    move |text| Typed::Edit(Edit::Agreement(id.clone(), AgreementEdit::Why(text)))
}

fn reason(id: &AttrValue) -> impl Fn(String) -> Typed + use<> {
    let id = id.clone();
    move |text| Typed::Edit(Edit::Influence(id.clone(), InfluenceEdit::Reason(text)))
}

#[test]
fn what_is_typed_into_an_agreement_that_another_tab_deletes_is_offered_as_a_file() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let id = tab.agreement();
    tab.write("Omdat", why(&id));
    delete_elsewhere(&browser, "agreements", &id);
    tab.pump();
    assert!(tab.shell.persistence.agreements().is_empty());
    tab.pause();
    let name = ["agreements/", &*id].concat();
    let [(offered, body)] = &tab.offered()[..] else {
        panic!("one is offered");
    };
    assert_eq!(
        (offered, &body["agreement"]["why"]),
        (&name, &"Omdat".into())
    );
    assert_eq!(stored_names(&browser), ["attempt/one"], "it has not risen");
    assert!(matches!(tab.screen, Screen::Result(_)));

    // From the file it comes back, when the reader wants that.
    tab.shell.save_refused(0);
    assert!(tab.offered().is_empty());
    let (_, _, file) = tab.doubles.downloads.0.borrow()[0].clone();
    let rows = records::open_backup(&file).expect("a good backup");
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    let restoration = tab.shell.persistence.plan_restore(&rows);
    tab.shell.persistence.restore(restoration);
    tab.pump();
    assert_eq!(tab.shell.persistence.agreements()[0].agreement.why, "Omdat");
}

#[test]
fn what_is_typed_into_an_influence_that_another_tab_deletes_is_offered_as_a_file() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let id = tab.influence();
    tab.write("Minder vraag", reason(&id));
    delete_elsewhere(&browser, "influences", &id);
    tab.pump();
    tab.pause();
    let [(_, body)] = &tab.offered()[..] else {
        panic!("one is offered");
    };
    assert_eq!(body["influence"]["reason"], "Minder vraag");
    assert_eq!(stored_names(&browser), ["attempt/one"], "it has not risen");
}

#[test]
fn what_is_typed_anywhere_while_another_tab_deletes_everything_is_offered_whole() {
    let belief = |tab: &Tab| {
        let item = tab.shell.current().item_index("LIM-01").expect("a belief");
        move |text| Typed::Edit(Edit::Belief(item, BeliefEdit::OwnWords(text)))
    };
    for field in ["label", "belief", "agreement", "influence"] {
        let browser = Browser::default();
        let mut tab = Tab::open(&browser);
        let (agreement, influence) = (tab.agreement(), tab.influence());
        match field {
            "label" => tab.write("Noord-Oost", Typed::Label),
            "belief" => tab.write("Noord-Oost", belief(&tab)),
            "agreement" => tab.write("Noord-Oost", why(&agreement)),
            _ => tab.write("Noord-Oost", reason(&influence)),
        }
        delete_everything_elsewhere(&browser);
        tab.pump();
        tab.pause();
        assert!(matches!(tab.screen, Screen::Start(_)), "{field}");
        let offered = tab.offered();
        assert!(offered.iter().any(|(name, _)| name == "attempt/one"));
        let typed = |(_, body): &(String, Value)| body.to_string().contains("Noord-Oost");
        assert_eq!(
            offered.iter().filter(|one| typed(one)).count(),
            1,
            "{field}"
        );
        assert!(stored_names(&browser).is_empty(), "{field}: it has risen");
    }
}

#[test]
fn what_is_typed_as_one_thing_to_try_is_kept_at_the_pause() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let tried = |text| Typed::Edit(Edit::Plan(PlanEdit::Experiment(text)));
    let stored = |tab: &Tab| {
        let attempt = tab.shell.persistence.attempt("one").expect("a result");
        attempt.session.parts().plan.experiment.clone()
    };
    tab.write("Bellen", tried);
    assert_eq!(stored(&tab), "", "it rests");
    tab.pause();
    assert_eq!(stored(&tab), "Bellen");
    tab.act(ResultMsg::Edit(Edit::Plan(PlanEdit::Theme(Some(1)))));
    let attempt = tab.shell.persistence.attempt("one").expect("a result");
    let theme = attempt.session.parts().plan.theme.as_deref();
    assert_eq!(theme, Some("responsibility"));
    assert_eq!(stored(&tab), "Bellen");
}
