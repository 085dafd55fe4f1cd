//! The markup of the part about agreements: what stands around them, each of their states, and what
//! is asked about earlier ones.

use super::html::{all, only, texts};
use super::screens::render;
use i18n::long_date;
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultPart, ResultProps, result_screen};
use model::Instrument;
use model::Language::{self, En, Nl};
use report::Report;
use std::rc::Rc;

const PART: &str = "[data-result-part=agreements]";

fn part_of(props: &ResultProps) -> String {
    only(&render(result_screen(props)), PART)
}

fn part(language: Language, state: &str) -> String {
    let mut all = fixtures::agreements(language).into_iter();
    let found = all.find(|(name, _)| *name == state);
    part_of(&found.expect("there is such a state").1)
}

/// The same result of the definition that came before, which has no conversation and no moments.
fn of_0_1(language: Language) -> ResultProps {
    let mut props = fixtures::result(language, Origin::Device, fixtures::example);
    let instrument: Rc<Instrument> = Rc::new(crate::support::scan_0_1());
    let session = fixtures::example(&instrument);
    props.report = Rc::new(Report::new(&instrument, &session));
    props.session = Rc::new(session);
    props.view.instrument = instrument;
    props.part = ResultPart::Agreements;
    props
}

#[test]
fn the_questions_of_the_lever_come_first_and_the_other_themes_are_folds() {
    for language in [Nl, En] {
        let html = part(language, "agreements of the example");
        let props = fixtures::result(language, Origin::Example, fixtures::example);
        let lever = props.report.in_brief.lever.expect("the example has one");
        let scales = props.view.instrument.scales();
        let said = |scale: usize| {
            let questions = scales[scale].coach_questions.iter();
            questions
                .map(|one| one.get(language).to_owned())
                .collect::<Vec<_>>()
        };
        let section = only(&html, "[data-section=coach-questions]");
        assert_eq!(
            texts(&section, "section > .coach-questions li"),
            said(lever)
        );
        let others: Vec<_> = (0..scales.len()).filter(|one| *one != lever).collect();
        let folded: Vec<_> = others.iter().flat_map(|one| said(*one)).collect();
        assert_eq!(texts(&section, "details li"), folded);
        let names = others
            .iter()
            .map(|one| scales[*one].short_name.get(language));
        assert_eq!(texts(&section, "summary"), names.collect::<Vec<_>>());
    }
}

#[test]
fn a_theme_that_was_withheld_asks_nothing() {
    let mut props = fixtures::result(Nl, fixtures::opened_file(Nl), fixtures::example);
    let instrument = props.view.instrument.clone();
    let lever = props.report.in_brief.lever.expect("the example has one");
    let report = Report::new(&instrument, &props.session).withholding(&[lever]);
    props.report = Rc::new(report);
    let html = only(&part_of(&props), "[data-section=coach-questions]");
    for (n, scale) in instrument.scales().iter().enumerate() {
        let asked = html.contains(scale.coach_questions[0].get(Nl));
        assert_eq!(asked, n != lever, "{}", scale.id);
    }
}

#[test]
fn a_step_of_the_conversation_has_a_bar_as_long_as_its_minutes_and_says_them() {
    for language in [Nl, En] {
        let html = part(language, "no agreements");
        let section = only(&html, "[data-section=conversation]");
        let t = &messages(language).agreement;
        let minutes = [5, 10, 5, 5, 5];
        let said = texts(&section, ".minutes-text");
        assert_eq!(said, minutes.map(|one| t.minutes(one)));
        for (row, minutes) in all(&section, "li").iter().zip(minutes) {
            assert!(row.contains(&format!("0 0 1 {}", 2 * minutes)), "{row}");
        }
        assert_eq!(minutes.iter().sum::<usize>(), 30);
    }
}

#[test]
fn each_moment_has_its_question_and_the_date_that_follows_from_the_result() {
    for language in [Nl, En] {
        let section = only(&part(language, "no agreements"), "[data-section=follow-up]");
        let t = &messages(language).result;
        let days = [0, 2, 7, 14, 30, 90].map(|day| t.follow_up_day(day));
        assert_eq!(texts(&section, ".moment-day > span:first-child"), days);
        // It was completed on 2 March 2026.
        let dates = [
            "2026-03-04",
            "2026-03-09",
            "2026-03-16",
            "2026-04-01",
            "2026-05-31",
        ];
        let dates = dates.map(|day| long_date(day, language));
        assert_eq!(texts(&section, ".moment-day > .muted"), dates);
        assert_eq!(all(&section, ".moment-question").len(), 6);
    }
}

#[test]
fn a_definition_without_conversation_and_moments_has_neither_and_keeps_its_questions() {
    let html = part_of(&of_0_1(Nl));
    assert!(
        all(
            &html,
            "[data-section=conversation], [data-section=follow-up]"
        )
        .is_empty()
    );
    let title = texts(&html, "[data-section=coach-questions] h2");
    assert_eq!(title, [messages(Nl).result.manager_questions]);
    assert_eq!(all(&html, "#add-agreement ~ * button").len(), 4);
}

#[test]
fn what_matters_stands_first_and_the_rest_is_in_a_fold_that_says_what_is_filled_in() {
    for language in [Nl, En] {
        let work = &messages(language).work;
        let t = &messages(language).agreement;
        let html = part(language, "a full agreement");
        let labels = texts(&html, ".agreement-main label");
        let first = [
            work.agreed,
            work.due,
            work.indicator,
            work.first_step,
            t.situation,
            t.response,
        ];
        assert_eq!(labels, first);
        let fold = only(&html, ".agreement > details:last-of-type");
        let filled = t.filled(&t.names.join(", "));
        assert_eq!(texts(&fold, "summary span"), [t.more, &filled]);
        for name in ["why", "helper", "obstacle", "origin-0", "result-0", "rep"] {
            assert_eq!(
                all(&fold, &format!("#agreement-0-{name}")).len(),
                1,
                "{name}"
            );
        }
        // Its texts are somebody's own, so no example is offered.
        assert!(!html.contains(work.example));
    }
}

#[test]
fn an_empty_agreement_says_nothing_of_what_is_filled_in_and_offers_examples() {
    let work = &messages(Nl).work;
    let html = part(Nl, "an agreement of each kind");
    let cards = all(&html, "[data-entry=agreement]");
    assert_eq!(cards.len(), 4);
    for (n, card) in cards.iter().enumerate() {
        let summaries = texts(card, "summary");
        assert_eq!(summaries, [work.example, messages(Nl).agreement.more]);
        // Where a learning goal comes from is asked of a learning goal alone.
        let learning = n % 2 == 0;
        assert_eq!(card.contains(work.origin), learning, "{n}");
        assert_eq!(card.contains(work.hr), learning, "{n}");
    }
}

#[test]
fn an_agreement_that_cannot_be_changed_is_said_in_words_without_fields() {
    for language in [Nl, En] {
        let full = fixtures::full_agreement(language);
        for state in ["an agreement to read", "an agreement in a file"] {
            let html = only(&part(language, state), "[data-section=agreements]");
            assert!(all(&html, "input, textarea, button").is_empty(), "{state}");
            let plan = messages(language)
                .agreement
                .if_then_said(&full.if_then.situation, &full.if_then.response);
            let day = long_date("2026-04-13", language);
            let interim = [
                long_date("2026-03-23", language),
                full.interim[0].text.clone(),
            ];
            for said in [
                &full.text,
                &full.indicator,
                &full.first_step,
                &plan,
                &full.why,
                &full.helper,
                &full.obstacle,
                &day,
                &interim.join(": "),
                &full.learned,
                &messages(language).work.origins[2].to_owned(),
            ] {
                assert!(texts(&html, "p, dd").contains(said), "{said}");
            }
        }
    }
}

#[test]
fn the_example_has_what_stands_around_agreements_and_none_of_its_own() {
    let html = part(Nl, "agreements of the example");
    assert!(all(&html, "[data-section=agreements]").is_empty());
    for name in ["coach-questions", "conversation", "follow-up"] {
        let selector = format!("[data-section={name}]");
        assert_eq!(all(&html, &selector).len(), 1, "{name}");
    }
}

#[test]
fn earlier_agreements_come_first_and_ask_how_it_went_and_what_was_learned_alone() {
    for language in [Nl, En] {
        let work = &messages(language).work;
        let mut all_states = fixtures::all(language).into_iter();
        let state = "with agreements and influences";
        let found = all_states.find(|one| one.name == "result" && one.state == state);
        let html = render(found.expect("there is such a fixture").html);
        let section = only(
            &html,
            "[data-result-part=overview] [data-section=look-back]",
        );
        assert_eq!(texts(&section, "legend"), [work.outcome]);
        let labels = texts(&section, "label");
        let mut expected = Vec::from(work.outcomes);
        expected.push(work.learned);
        assert_eq!(labels, expected);
        assert!(all(&section, "dl, button").is_empty());
    }
}
