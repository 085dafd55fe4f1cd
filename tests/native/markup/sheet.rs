//! The markup of the sheet that is printed.

use super::html::{all, only, texts};
use super::screens::*;
use crate::support::scan_0_1;
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{ResultProps, result_screen};
use model::Language::{self, En, Nl};

fn paper(props: &ResultProps) -> String {
    only(&render(result_screen(props)), ".sheet")
}

fn filled_in(language: Language) -> String {
    paper(&fixtures::filled_in(language))
}

#[test]
fn the_experiment_is_printed_with_the_agreements() {
    for language in [Nl, En] {
        let props = fixtures::filled_in(language);
        let t = messages(language);
        let html = paper(&props);
        let sections = all(&html, "section").into_iter();
        let agreements = sections.filter(|one| texts(one, "h2") == [t.work.agreements]);
        let [agreements] = &agreements.collect::<Vec<_>>()[..] else {
            panic!("one section of agreements");
        };
        let tried = [
            t.plan.experiment,
            ": ",
            &props.session.parts().plan.experiment,
        ]
        .concat();
        assert!(texts(agreements, "p").contains(&tried), "{agreements}");
        assert!(!sheet(language, example).contains(t.plan.experiment));
    }
}

#[test]
fn every_statement_of_a_thought_is_printed_with_the_answer_to_it() {
    let html = filled_in(Nl);
    let thoughts = all(&html, ".sheet-thought");
    assert_eq!(thoughts.len(), 4);
    assert_eq!(
        texts(&thoughts[0], "div:first-child > p"),
        [
            "Jouw antwoord: Mee eens",
            "‘Met 80 procent inzet haal ik ook wel 100 procent van mijn target.’",
            "Jouw antwoord: Mee oneens",
            "‘Om 100 procent te halen, moet ik er meer dan 100 procent in stoppen.’",
        ]
    );
    let others = thoughts[1..].iter();
    assert!(
        others
            .map(|one| texts(one, "div:first-child > p"))
            .all(|one| one.len() == 2)
    );
}

#[test]
fn how_many_statements_a_facet_rests_on_is_printed_once_where_facets_are_spoken_of() {
    for language in [Nl, En] {
        let foot = messages(language).result.facets_foot;
        assert_eq!(filled_in(language).matches(foot).count(), 1);
        let older = paper(&of_instrument(language, scan_0_1(), varied_session));
        assert!(!older.contains(foot));
    }
}

#[test]
fn questions_for_a_coach_are_printed_also_where_no_conversation_is_told() {
    for language in [Nl, En] {
        let props = of_instrument(language, scan_0_1(), varied_session);
        let lever = props.report.in_brief.lever.expect("something to gain");
        let html = paper(&props);
        let questions = &props.view.instrument.scales()[lever].coach_questions;
        let questions = questions.iter().map(|one| one.get(language).to_owned());
        assert_eq!(
            texts(&html, ".sheet-talk .sheet-question"),
            questions.collect::<Vec<_>>()
        );
        let title = messages(language).result.manager_questions;
        assert_eq!(texts(&html, ".sheet-talk h3"), [title]);
    }
}

/// Long texts move on to a third page: then a count of pages would be false.
#[test]
fn the_foot_says_which_part_of_the_sheet_it_ends() {
    for language in [Nl, En] {
        let t = &messages(language).parts;
        let feet = texts(&filled_in(language), ".sheet-foot > :last-child");
        assert_eq!(feet, [t.part_of(1, 2), t.part_of(2, 2)]);
    }
}
