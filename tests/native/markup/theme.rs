//! The markup of one theme: what is said of it, and what is left out.

use super::html::{all, texts};
use super::result::with_steps;
use super::screens::*;
use crate::support::{Shape, sales_mindset, scan_0_1};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{Origin, ResultProps};
use model::Language::{self, En, Nl};
use model::{Band, Instrument, Polarity, Session, Text};
use report::Report;
use std::rc::Rc;

type MakeSession = fn(&Instrument) -> Session;

const SESSIONS: [MakeSession; 5] = [
    varied_session,
    undecided_session,
    mixed_session,
    straight_session,
    example,
];

fn own(language: Language, session: impl Fn(&Instrument) -> Session) -> ResultProps {
    fixtures::result(language, Origin::Device, session)
}

/// The theme of the scale with this index.
fn theme(props: &ResultProps, scale: usize) -> String {
    let id = &props.view.instrument.scales()[scale].id;
    part(props, &format!("theme-{id}"))
}

/// A text of the definition as it stands in markup.
fn shows(html: &str, text: &Text, language: Language) -> bool {
    html.contains(text.get(language))
}

#[test]
fn a_theme_has_its_own_name_below_its_heading_where_that_is_another() {
    for language in Language::ALL {
        let html = theme(&own(language, varied_session), 0);
        let instrument = sales_mindset();
        let scale = &instrument.scales()[0];
        assert_eq!(texts(&html, "h1"), [scale.short_name.get(language)]);
        assert_eq!(texts(&html, ".theme-name"), [scale.name.get(language)]);
    }
    let props = of_instrument(Nl, Shape::default().build(), straight_session);
    let html = theme(&props, 0);
    assert_eq!(texts(&html, "h1"), ["A (nl)"]);
    assert!(all(&html, ".theme-name").is_empty());
}

#[test]
fn a_score_stands_with_its_band_its_bar_and_its_axis() {
    let props = own(Nl, varied_session);
    let scored = props.report.scales[0].score.scored.as_ref();
    let scored = scored.expect("every statement is answered");
    // 12 of 32 steps.
    assert_eq!((scored.percent, scored.band), (37.5, Band::Mid));
    let html = theme(&props, 0);
    assert_eq!(texts(&html, ".theme-number"), [props.view.score(37.5)]);
    assert_eq!(texts(&html, ".theme-band"), ["Wisselend"]);
    assert_eq!(all(&html, ".theme-score .bar").len(), 1);
    assert_eq!(all(&html, ".theme-score .axis").len(), 1);
}

#[test]
fn only_a_theme_of_limiting_beliefs_says_that_lower_is_better() {
    for language in Language::ALL {
        let props = own(language, varied_session);
        let said = messages(language).result.lower_is_favourable;
        let says = [0, 1, 2, 3].map(|scale| {
            let html = theme(&props, scale);
            html.contains("←") && html.contains(said)
        });
        assert_eq!(says, [false, false, false, true]);
    }
}

#[test]
fn the_text_of_a_neighbouring_band_shows_only_at_a_border() {
    let instrument = sales_mindset();
    let scale = &instrument.scales()[0];
    for (steps, shown) in [
        (0, &[Band::Low][..]),
        (10, &[Band::Low]),
        (11, &[Band::Low, Band::Mid]),
        (12, &[Band::Low, Band::Mid]),
        (13, &[Band::Low, Band::Mid]),
        (14, &[Band::Mid]),
        (18, &[Band::Mid]),
        (19, &[Band::Mid, Band::High]),
        (20, &[Band::Mid, Band::High]),
        (21, &[Band::Mid, Band::High]),
        (22, &[Band::High]),
    ] {
        let props = own(Nl, |instrument| with_steps(instrument, steps));
        let html = theme(&props, 0);
        let bands = [Band::Low, Band::Mid, Band::High];
        let found = bands
            .into_iter()
            .filter(|&band| shows(&html, &scale.band(band).text, Nl));
        assert_eq!(found.collect::<Vec<_>>(), shown, "{steps} steps");
        // One text is open to read, and the other one is behind a fold that names its band.
        let t = &messages(Nl).result;
        let folds = texts(&html, ".theme-border summary");
        let neighbour = props.report.scales[0].neighbour;
        let named = neighbour.map(|band| t.border_open(scale.band(band).label.get(Nl)));
        assert_eq!(folds, named.into_iter().collect::<Vec<_>>());
        assert_eq!(folds.len() + 1, shown.len(), "{steps} steps");
    }
}

#[test]
fn no_sentence_of_a_facet_shows_unless_the_report_lists_it() {
    let (mut strong, mut to_gain, mut unsaid) = (0, 0, 0);
    for (language, session) in Language::ALL
        .into_iter()
        .flat_map(|language| SESSIONS.map(|session| (language, session)))
    {
        let props = own(language, session);
        for (n, report) in props.report.scales.iter().enumerate() {
            let html = theme(&props, n);
            let scale = &props.view.instrument.scales()[n];
            for (facet, of_facet) in scale.facets.iter().enumerate() {
                let said = of_facet.texts.as_ref().expect("the scan has them");
                let listed = &report.facets;
                let is_strong = listed.strong.contains(&facet);
                let is_to_gain = listed.to_gain.contains(&facet);
                assert_eq!(
                    shows(&html, &said.strong, language),
                    is_strong,
                    "{}",
                    of_facet.id
                );
                assert_eq!(
                    shows(&html, &said.to_gain, language),
                    is_to_gain,
                    "{}",
                    of_facet.id
                );
                strong += usize::from(is_strong);
                to_gain += usize::from(is_to_gain);
                unsaid += usize::from(listed.unsaid.contains(&facet));
            }
        }
    }
    assert!(
        strong > 0 && to_gain > 0 && unsaid > 0,
        "{strong} {to_gain} {unsaid}"
    );
}

#[test]
fn facets_stand_strong_before_to_gain_and_the_others_are_named_in_one_sentence() {
    let html = theme(&own(Nl, varied_session), 0);
    let t = &messages(Nl).result;
    assert_eq!(
        texts(&html, ".facets .label"),
        [t.facets_strong, t.facets_to_gain]
    );
    let names = ["Tussentijdse resultaten", "Van activiteit naar resultaat"];
    assert_eq!(texts(&html, ".facets .facet-name"), names);
    let unsaid =
        "De andere onderdelen zijn ‘Elkaar aanspreken’ en ‘Leerdoelen en prestatiedoelen’.";
    let foot = [unsaid, t.facets_foot].join(" ");
    assert_eq!(texts(&html, ".facets + p"), [foot]);
}

#[test]
fn names_are_listed_as_a_sentence_lists_them() {
    let listed = |names: &[&str]| messages(En).theme.quoted_names(names);
    assert_eq!(listed(&["A"]), "‘A’");
    assert_eq!(listed(&["A", "B"]), "‘A’ and ‘B’");
    assert_eq!(listed(&["A", "B", "C"]), "‘A’, ‘B’ and ‘C’");
}

#[test]
fn where_no_facet_stands_out_that_is_said() {
    let props = own(Nl, undecided_session);
    let facets = &props.report.scales[0].facets;
    assert!(facets.strong.is_empty() && facets.to_gain.is_empty());
    let html = theme(&props, 0);
    assert!(html.contains(messages(Nl).result.facets_title));
    let said = [
        messages(Nl).theme.facets_nothing,
        messages(Nl).result.facets_foot,
    ]
    .join(" ");
    assert_eq!(texts(&html, ".facets + p"), [said]);
    assert!(all(&html, ".facets .label").is_empty());
}

#[test]
fn a_theme_without_a_score_says_why_and_asks_nothing() {
    for language in Language::ALL {
        let html = theme(&own(language, mixed_session), 1);
        let t = &messages(language).result;
        assert!(html.contains(&t.too_few(0, 6, 8)));
        let none = ".theme-number, .bar, .axis, .disclosure, .theme-questions, .facets";
        assert!(all(&html, none).is_empty());
        for scale in sales_mindset().scales() {
            for band in &scale.bands {
                assert!(!shows(&html, &band.text, language));
                let in_account = band.in_account.as_ref().expect("the scan has it");
                assert!(!shows(&html, in_account, language));
            }
        }
    }
}

#[test]
fn of_a_theme_that_was_withheld_one_line_is_there() {
    let mut props = fixtures::result(Nl, file(Nl), varied_session);
    let report = Report::clone(&props.report).withholding(&[0]);
    props.report = Rc::new(report);
    let html = theme(&props, 0);
    assert_eq!(
        texts(&html, ".sections > *"),
        [messages(Nl).files.not_shared]
    );
    let html = theme(&props, 2);
    assert!(!html.contains(messages(Nl).files.not_shared));
}

#[test]
fn the_question_to_oneself_comes_before_that_of_the_coach() {
    let props = own(Nl, varied_session);
    let scale = &props.view.instrument.scales()[0];
    let html = theme(&props, 0);
    let own_question = scale.self_questions[1].get(Nl);
    assert_eq!(
        texts(&html, ".theme-questions p"),
        [
            own_question,
            "Welke drie activiteiten van deze week zie je over een maand terug in je resultaat?",
        ]
    );
    // Where there is nothing to gain, the coach asks about the theme.
    let html = theme(&own(Nl, undecided_session), 0);
    let asked = texts(&html, ".coach-question");
    assert_eq!(asked, [scale.coach_questions[0].get(Nl)]);
    for facet in &scale.facets {
        let said = facet.texts.as_ref().expect("the scan has them");
        assert!(!shows(&html, &said.coach_question, Nl), "{}", facet.id);
    }
}

#[test]
fn what_can_change_stands_in_pairs() {
    let props = own(En, varied_session);
    let html = theme(&props, 0);
    let t = &messages(En).result;
    let lines = &props.view.instrument.scales()[0].from_to;
    let said = lines
        .iter()
        .flat_map(|line| [line.from.get(En), line.to.get(En)]);
    assert_eq!(texts(&html, ".from-to dd"), said.collect::<Vec<_>>());
    assert_eq!(texts(&html, ".from-to dt"), [t.from, t.to, t.from, t.to]);
}

#[test]
fn what_moved_a_score_is_named_by_what_it_means_there() {
    let props = own(Nl, varied_session);
    let t = &messages(Nl).result;
    let titles = |scale: usize| texts(&theme(&props, scale), ".theme-columns h2");
    assert_eq!(titles(0), [t.lifted, t.lowered]);
    let limiting = sales_mindset().scales()[3].polarity;
    assert_eq!(limiting, Polarity::Limiting);
    assert_eq!(titles(3), [t.lifted_limiting, t.lowered_limiting]);
}

#[test]
fn a_theme_of_a_questionnaire_that_says_less_has_no_empty_block() {
    for instrument in [scan_0_1(), Shape::default().build()] {
        let props = of_instrument(Nl, instrument, straight_session);
        for scale in 0..props.view.instrument.scales().len() {
            let html = theme(&props, scale);
            assert!(all(&html, ".facets, .from-to").is_empty());
            assert_eq!(texts(&html, ".theme-questions p").len(), 2);
            for block in all(
                &html,
                ".theme section, .theme .stack, .theme-folds, .theme-questions",
            ) {
                assert!(!texts(&block, "p, dd").is_empty(), "{block}");
            }
        }
    }
}
