//! The markup of the thoughts to examine, and of the respondent's situation.

use super::html::{all, only, tags, texts, values};
use super::screens::*;
use crate::support::{Shape, answer, scan_0_1};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps, result_screen};
use model::Language::{self, Nl};
use model::{BeliefWork, Instrument, Session};
use report::Report;

fn thoughts(props: &ResultProps) -> String {
    part(props, "thoughts")
}

fn own(language: Language, session: impl Fn(&Instrument) -> Session) -> ResultProps {
    fixtures::result(language, Origin::Device, session)
}

/// The items whose thoughts stand under each heading.
fn by_heading(html: &str) -> Vec<(String, Vec<String>)> {
    let sections = all(html, ".sections > section");
    let sections = sections.iter().map(|section| {
        let read = tags(section);
        let items = values(&read, "data-item").into_iter().map(str::to_owned);
        (texts(section, "h2").concat(), items.collect())
    });
    sections.collect()
}

#[test]
fn thoughts_that_hold_back_come_before_thoughts_that_help() {
    for language in Language::ALL {
        let t = messages(language);
        let html = thoughts(&own(language, varied_session));
        let expected = [
            (t.result.beliefs, &["LIM-01", "LIM-02"][..]),
            (t.theme.helping_thoughts, &["LIM-11"]),
        ];
        let expected = expected.map(|(title, items)| {
            let items = items.iter().map(|item| (*item).to_owned());
            (title.to_owned(), items.collect())
        });
        assert_eq!(by_heading(&html), expected);
        assert!(html.contains(t.result.beliefs_lead));
        assert!(html.contains(t.result.beliefs_disagreed));
        assert!(!html.contains(t.result.no_beliefs));
    }
}

#[test]
fn a_belief_and_its_opposite_are_one_thought_with_one_counterpart() {
    let props = own(Nl, varied_session);
    let html = thoughts(&props);
    let card = only(&html, "[data-item=LIM-01]");
    assert_eq!(
        texts(&card, ".thought-words"),
        [
            "‘Met 80 procent inzet haal ik ook wel 100 procent van mijn target.’",
            "‘Om 100 procent te halen, moet ik er meer dan 100 procent in stoppen.’",
        ]
    );
    assert_eq!(
        texts(&card, ".thought-words + p"),
        ["Jouw antwoord: Mee eens", "Jouw antwoord: Mee oneens"]
    );
    let reframe = &props.view.instrument.reframes()[0];
    let help = [
        reframe.supporting.get(Nl),
        reframe.coaching_question.get(Nl),
    ];
    assert_eq!(texts(&card, ".helps dd"), help);
    assert_eq!(html.matches(help[0]).count(), 1);
}

#[test]
fn a_supporting_belief_disagreed_with_has_the_counterpart_of_its_opposite() {
    let props = own(Nl, varied_session);
    let card = only(&thoughts(&props), "[data-item=LIM-11]");
    let instrument = &props.view.instrument;
    let item = instrument.item_index("LIM-11").expect("the scan asks it");
    let reframe = instrument.reframe_when_disagreed(item).expect("it has one");
    let help = [
        reframe.supporting.get(Nl),
        reframe.coaching_question.get(Nl),
    ];
    assert_eq!(texts(&card, ".helps dd"), help);
    assert_eq!(texts(&card, ".thought-words").len(), 1);
}

#[test]
fn only_what_holds_back_is_offered_to_examine() {
    let t = &messages(Nl).work;
    let html = thoughts(&own(Nl, varied_session));
    let unfold = |id: &str| texts(&only(&html, &format!("[data-item={id}]")), "summary");
    assert_eq!(unfold("LIM-01"), [t.examine]);
    assert_eq!(unfold("LIM-11"), Vec::<String>::new());
    // Of the four limiting beliefs two were not agreed with.
    assert_eq!(texts(&html, ".contributions button").len(), 2);
    let offered = texts(&html, ".contributions button").concat();
    assert!(!offered.contains("Met oefenen word ik"), "{offered}");
}

#[test]
fn what_was_written_about_a_thought_stays_whatever_was_answered() {
    let written = |item: &str| BeliefWork {
        item_id: item.to_owned(),
        own_words: format!("about {item}"),
        ..BeliefWork::default()
    };
    let props = own(Nl, |instrument| {
        let mut parts = varied_session(instrument).parts().clone();
        // Disagreed with, in the middle, and a supporting belief in the middle.
        parts.belief_work = ["LIM-11", "LIM-03", "LIM-10"].map(written).into();
        Session::restore(instrument, parts)
    });
    let html = thoughts(&props);
    let found = by_heading(&html);
    let examined = (
        messages(Nl).work.examined.to_owned(),
        vec!["LIM-10".to_owned(), "LIM-03".to_owned()],
    );
    assert_eq!(found[2], examined);
    for id in ["LIM-11", "LIM-03", "LIM-10"] {
        let card = only(&html, &format!("[data-item={id}]"));
        assert!(card.contains(&format!("about {id}")), "{id}");
    }
}

#[test]
fn without_any_thought_to_examine_one_sentence_says_so() {
    for language in Language::ALL {
        let t = &messages(language).result;
        let html = thoughts(&own(language, straight_session));
        assert_eq!(texts(&html, ".sections > p"), [t.no_beliefs]);
        assert!(all(&html, ".thought").is_empty());
        assert!(!html.contains(t.beliefs_lead) && !html.contains(t.beliefs_disagreed));
    }
}

#[test]
fn with_supporting_beliefs_disagreed_with_alone_nothing_is_said_of_agreement() {
    let props = own(Nl, |instrument| {
        let items = instrument.items().iter();
        let raw = items.map(|item| Some(if item.id == "LIM-11" { 1 } else { 3 }));
        let mut parts = straight_session(instrument).parts().clone();
        parts.answers = answer(instrument, &raw.collect::<Vec<_>>());
        Session::restore(instrument, parts)
    });
    let html = thoughts(&props);
    let t = &messages(Nl).result;
    assert!(html.contains(t.beliefs_disagreed));
    assert!(!html.contains(t.beliefs_lead) && !html.contains(t.no_beliefs));
}

/// What its entry in the contents says of the thoughts.
fn entry(props: &ResultProps) -> String {
    let html = render(result_screen(props));
    texts(&html, ".part-list [data-opens=thoughts]").concat()
}

#[test]
fn the_entry_in_the_contents_counts_the_thoughts() {
    let entry = entry(&own(Nl, varied_session));
    assert!(entry.contains(&messages(Nl).parts.to_examine(3)), "{entry}");
}

/// The middle throughout, without an answer to any statement about thoughts.
fn without_thoughts(instrument: &Instrument) -> Session {
    let items = instrument.items().iter();
    let raw = items.map(|item| (!item.id.starts_with("LIM")).then_some(3));
    let mut parts = straight_session(instrument).parts().clone();
    parts.answers = answer(instrument, &raw.collect::<Vec<_>>());
    Session::restore(instrument, parts)
}

#[test]
fn where_nothing_is_known_of_the_thoughts_nothing_is_said_of_them() {
    for language in Language::ALL {
        let t = messages(language);
        let skipped = own(language, without_thoughts);
        let mut withheld = own(language, without_thoughts);
        let scales = withheld.view.instrument.scales().iter();
        let limiting: Vec<usize> = scales
            .enumerate()
            .filter(|(_, scale)| scale.id == "limiting_beliefs")
            .map(|(n, _)| n)
            .collect();
        withheld.report = Report::clone(&withheld.report)
            .withholding(&limiting)
            .into();
        let said = [t.result.too_few(0, 6, 8), t.files.not_shared.to_owned()];
        for (props, said) in [skipped, withheld].iter().zip(said) {
            let html = thoughts(props);
            assert!(html.contains(&said), "{said}");
            assert!(!html.contains(t.result.no_beliefs));
            assert!(!entry(props).contains(t.parts.none_to_examine));
        }
        // With answers of which none calls for a thought that is said.
        let known = own(language, straight_session);
        assert!(thoughts(&known).contains(t.result.no_beliefs));
        assert!(entry(&known).contains(t.parts.none_to_examine));
    }
}

#[test]
fn answers_about_effort_of_a_theme_that_was_withheld_are_not_said_to_be_missing() {
    let mut props = own(Nl, without_thoughts);
    let of = |props: &ResultProps| {
        let html = part(props, "influence");
        texts(&html, "[data-section=effort-answers] .effort-answer").len()
    };
    assert_eq!(of(&props), 6, "two of each facet");
    let every: Vec<usize> = (0..props.view.instrument.scales().len()).collect();
    props.report = Report::clone(&props.report).withholding(&every).into();
    assert_eq!(of(&props), 0);
}

#[test]
fn a_questionnaire_without_limiting_beliefs_has_no_thoughts() {
    let props = of_instrument(Nl, Shape::default().build(), straight_session);
    let html = render(result_screen(&props));
    assert!(all(&html, "[data-result-part=thoughts], [data-opens=thoughts]").is_empty());
    let props = of_instrument(Nl, scan_0_1(), straight_session);
    let html = render(result_screen(&props));
    assert_eq!(all(&html, "[data-result-part=thoughts]").len(), 1);
}

/// The rows of the situation, each as its texts.
fn situation(props: &ResultProps) -> Vec<Vec<String>> {
    let html = part(props, "influence");
    let rows = all(&html, ".two-sided-rows > li");
    rows.iter().map(|row| texts(row, "p, h3")).collect()
}

#[test]
fn every_answer_about_the_situation_says_what_can_be_done_with_it() {
    for language in Language::ALL {
        let props = own(language, varied_session);
        let t = &messages(language).result;
        let questions = props.view.instrument.context_questions().iter().enumerate();
        let expected: Vec<Vec<String>> = questions
            .map(|(n, question)| {
                // The fixture answers the first question with the first option, and so on.
                let option = &question.options[n];
                let comment = option.comment.as_ref().expect("the scan has it");
                [&question.text, &option.text]
                    .map(|text| text.get(language))
                    .into_iter()
                    .chain([t.context_comment, comment.get(language)])
                    .map(str::to_owned)
                    .collect()
            })
            .collect();
        assert_eq!(situation(&props), expected);
        assert!(part(&props, "influence").contains(t.context_lead));
    }
}

#[test]
fn questions_about_the_situation_without_an_answer_are_left_out() {
    let with = |context: [Option<usize>; 4]| {
        own(Nl, move |instrument: &Instrument| {
            let mut parts = straight_session(instrument).parts().clone();
            parts.context = context.into();
            Session::restore(instrument, parts)
        })
    };
    let props = with([None, Some(2), None, None]);
    let rows = situation(&props);
    assert_eq!(rows.len(), 1);
    let asked = &props.view.instrument.context_questions()[1];
    assert_eq!(rows[0][0], asked.text.get(Nl));
    let none = with([None; 4]);
    let t = &messages(Nl).result;
    let html = part(&none, "influence");
    assert!(!html.contains(t.context_lead) && situation(&none).is_empty());
}

#[test]
fn an_answer_without_a_comment_stands_alone() {
    let props = of_instrument(Nl, scan_0_1(), straight_session);
    let html = part(&props, "influence");
    assert!(!html.contains(messages(Nl).result.context_comment));
    assert_eq!(situation(&props)[0].len(), 2);
}
