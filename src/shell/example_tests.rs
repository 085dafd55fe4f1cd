//! An example of the questionnaire fills the fields of an agreement, and nothing that is one's own.

use super::test_tab::Tab;
use super::*;
use crate::result::{Edit, EffortMsg, ResultMsg};
use model::{Agreement, AgreementEdit, Day, Goal, GoalExample, Owner};
use store::doubles::Browser;

impl Tab {
    /// Does what is said about a result, and gives the one agreement as it is then.
    fn agreed(&mut self, message: ResultMsg) -> Agreement {
        self.send(Msg::Result(message));
        self.only().agreement
    }

    fn only(&self) -> records::AgreementRecord {
        let mut made = self.shell.persistence.agreements();
        assert_eq!(made.len(), 1);
        made.remove(0)
    }

    fn example(&self, scale: usize) -> GoalExample {
        self.shell.current().scales()[scale].goals.learning.clone()
    }

    fn add(&mut self, example: Option<usize>) -> Agreement {
        self.agreed(ResultMsg::AddAgreement {
            owner: Owner::Rep,
            goal: Goal::Learning,
            example,
        })
    }

    fn take(&mut self, scale: usize) -> Agreement {
        let id = self.only().id.into();
        self.agreed(ResultMsg::TakeExample(id, scale))
    }

    fn change(&mut self, edit: AgreementEdit) -> Agreement {
        let id = self.only().id.into();
        self.agreed(ResultMsg::Edit(Edit::Agreement(id, edit)))
    }
}

/// Whether every field that an example has is filled with it.
fn is_filled_with(agreement: &Agreement, example: &GoalExample, language: Language) -> bool {
    let said = |text: &Option<model::Text>| {
        let text = text.as_ref().expect("the scan's examples have each field");
        text.get(language).to_owned()
    };
    agreement.text == example.agreed.get(language)
        && agreement.indicator == said(&example.indicator)
        && agreement.first_step == said(&example.first_step)
        && agreement.if_then.situation == said(&example.situation)
        && agreement.if_then.response == said(&example.response)
}

#[test]
fn an_example_fills_each_field_and_is_due_its_weeks_from_today() {
    let mut tab = Tab::open(&Browser::default());
    let language = tab.shell.language;
    // 2 March 2026 by the clock, and six weeks.
    let agreement = tab.add(Some(0));
    assert_eq!(tab.example(0).weeks, Some(6));
    assert!(is_filled_with(&agreement, &tab.example(0), language));
    assert_eq!(agreement.due, Day::parse("2026-04-13"));
    // The clock has gone on since, so the date does not follow from the example any more and stays.
    *tab.doubles.clock.now.borrow_mut() = "2026-03-03T09:30:00+01:00".to_owned();
    let agreement = tab.take(1);
    assert!(is_filled_with(&agreement, &tab.example(1), language));
    assert_eq!(agreement.due, Day::parse("2026-04-13"));
}

#[test]
fn another_example_takes_the_place_of_one_that_nobody_changed() {
    let mut tab = Tab::open(&Browser::default());
    let language = tab.shell.language;
    tab.add(Some(0));
    let agreement = tab.take(2);
    assert!(is_filled_with(&agreement, &tab.example(2), language));
    // 2 March 2026 and five weeks.
    assert_eq!(agreement.due, Day::parse("2026-04-06"));
    let own = Day::parse("2026-05-01");
    tab.change(AgreementEdit::Due(own));
    tab.change(AgreementEdit::Helper("Sam".to_owned()));
    let agreement = tab.take(3);
    assert!(is_filled_with(&agreement, &tab.example(3), language));
    assert_eq!((agreement.due, &*agreement.helper), (own, "Sam"));
}

#[test]
fn an_example_writes_over_nothing_that_somebody_wrote() {
    let mut tab = Tab::open(&Browser::default());
    assert_eq!(tab.add(None), Agreement::default());
    let written = tab.change(AgreementEdit::Situation("het druk is".to_owned()));
    assert_eq!(tab.take(1), written);
    tab.change(AgreementEdit::Situation(String::new()));
    assert!(is_filled_with(
        &tab.take(1),
        &tab.example(1),
        tab.shell.language
    ));
    let mut changed = tab.change(AgreementEdit::FirstStep("Iets anders".to_owned()));
    changed.first_step = "Iets anders".to_owned();
    assert_eq!(tab.take(2), changed);
}

#[test]
fn every_example_fills_the_fields_of_an_agreement_of_its_owner_and_kind() {
    let kinds = [Owner::Rep, Owner::Manager].into_iter().flat_map(|owner| {
        let goals = [Goal::Learning, Goal::Performance].into_iter();
        goals.map(move |goal| (owner, goal))
    });
    for language in Language::ALL {
        for (owner, goal) in kinds.clone() {
            let mut tab = Tab::open(&Browser::default());
            tab.send(Msg::Language(language));
            tab.agreed(ResultMsg::AddAgreement {
                owner,
                goal,
                example: None,
            });
            let instrument = tab.shell.current().clone();
            for (n, scale) in instrument.scales().iter().enumerate() {
                let goals = match owner {
                    Owner::Rep => &scale.goals,
                    Owner::Manager => scale.manager_goals.as_ref().expect("the scan has them"),
                };
                let example = match goal {
                    Goal::Learning => &goals.learning,
                    Goal::Performance => &goals.performance,
                };
                let agreement = tab.take(n);
                assert!(
                    is_filled_with(&agreement, example, language),
                    "{agreement:?}"
                );
            }
        }
    }
}

#[test]
fn the_outcome_of_the_calculator_becomes_a_goal_in_the_words_of_the_scan() {
    for language in Language::ALL {
        let mut tab = Tab::open(&Browser::default());
        tab.send(Msg::Language(language));
        for (n, typed) in ["6", "5", "2", "7"].into_iter().enumerate() {
            tab.send(Msg::Result(ResultMsg::Effort(EffortMsg::Type(
                n,
                typed.into(),
            ))));
        }
        let agreement = tab.agreed(ResultMsg::Effort(EffortMsg::TakeOver));
        let instrument = tab.shell.current().clone();
        let effort = instrument.parts().effort.as_ref().expect("the scan has it");
        // 600 of 70 is rounded up to 9 a week, and six fifths of that to 11.
        let said = effort.as_goal.get(language);
        let said = said.replace("{m}", "11").replace("{weeks}", "7");
        assert_eq!(agreement.text, said);
        assert_eq!(
            (agreement.owner, agreement.goal),
            (Owner::Rep, Goal::Performance)
        );
    }
}
