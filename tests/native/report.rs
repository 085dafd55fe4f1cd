//! What is said about a result. Every expected value is worked out by hand: with four items
//! from 1 to 5 a scale has 16 steps, below 6 is low and above 10 is high.

pub mod contradictions;
pub mod patterns;
pub mod written;

use crate::support::moment;
use crate::support::{Shape, answer, load, text};
use model::{Answer, Rating, Session, SessionParts, Step};
use model::{Instrument, Language};
use model::{Plan, Rater, Subject};
use report::{Contribution, Report, ScaleReport, Strength, believed};
use serde_json::{Value, json};

const ABC: [(&str, &str); 3] = [("A", "++++"), ("B", "++++"), ("C", "++++")];

fn abc() -> Value {
    let scales = &ABC;
    let shape = Shape {
        scales,
        page: 4,
        ..Shape::default()
    };
    shape.json()
}

/// The same, with agreement unfavourable on the last scale.
fn ab_and_limiting() -> Instrument {
    let mut definition = abc();
    definition["scales"][2]["polarity"] = json!("limiting");
    load(&definition).expect("the definition holds")
}

/// A session with these raw answers; 0 is a skipped item.
fn session(instrument: &Instrument, raw: &[u8]) -> Session {
    let raw: Vec<Option<u8>> = raw.iter().map(|&one| (one > 0).then_some(one)).collect();
    let parts = SessionParts {
        id: "s".into(),
        wave: 1,
        language: Language::Nl,
        rater: Rater::default(),
        subject: Subject {
            pseudonym: String::new(),
        },
        started_at: moment("2026-03-02T09:30:00+01:00"),
        completed_at: Some(moment("2026-03-02T09:35:00+01:00")),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers: answer(instrument, &raw),
        context: Vec::new(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Plan::default(),
    };
    Session::restore(instrument, parts)
}

fn report(instrument: &Instrument, raw: &[u8]) -> Report {
    Report::new(instrument, &session(instrument, raw))
}

/// Strengths and lever of three scales of supporting statements.
fn brief(raw: &[u8; 12]) -> (Vec<Strength>, Option<usize>) {
    let instrument = load(&abc()).expect("the definition holds");
    let brief = report(&instrument, raw).in_brief;
    (brief.strengths, brief.lever)
}

fn named(moved: &[Contribution]) -> Vec<(usize, u8)> {
    moved.iter().map(|one| (one.item, one.value)).collect()
}

#[test]
fn the_two_firmest_scales_are_strengths_and_the_weakest_is_the_lever() {
    // 12, 16 and 8 steps: high, high, mid.
    let (strengths, lever) = brief(&[4, 4, 4, 4, 5, 5, 5, 5, 3, 3, 3, 3]);
    assert_eq!(strengths, [Strength::Clear(1), Strength::Clear(0)]);
    assert_eq!(lever, Some(2));
}

#[test]
fn a_scale_in_the_middle_is_a_mixed_strength() {
    // 4, 8 and 12 steps: low, mid, high.
    let (strengths, lever) = brief(&[2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
    assert_eq!(strengths, [Strength::Clear(2), Strength::Mixed(1)]);
    assert_eq!(lever, Some(0));
}

#[test]
fn equal_scales_keep_the_instruments_order_and_none_has_most_to_gain() {
    let (strengths, lever) = brief(&[3; 12]);
    assert_eq!(strengths, [Strength::Mixed(0), Strength::Mixed(1)]);
    assert_eq!(lever, None);
    // One step apart is apart.
    let (_, lever) = brief(&[3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2]);
    assert_eq!(lever, Some(2));
}

#[test]
fn scales_are_compared_by_share_and_not_by_sum() {
    // 12 of 16 steps against 10 of 12, where one item is left out.
    let (strengths, _) = brief(&[4, 4, 4, 4, 4, 4, 5, 0, 1, 1, 1, 1]);
    assert_eq!(strengths, [Strength::Clear(1), Strength::Clear(0)]);
}

#[test]
fn without_a_second_scale_the_firmest_answer_elsewhere_is_named() {
    // 16 steps, 5 steps (low, with a 4 and a 3 in it) and none.
    let (strengths, lever) = brief(&[5, 5, 5, 5, 1, 3, 4, 1, 1, 1, 1, 1]);
    assert_eq!(strengths, [Strength::Clear(0), Strength::Answer(6)]);
    assert_eq!(lever, Some(2));
}

#[test]
fn the_answer_presented_first_wins_a_tie() {
    let raw = [4, 1, 1, 1, 4, 1, 1, 1, 1, 1, 1, 1];
    assert_eq!(brief(&raw).0, [Strength::Answer(0)]);
    let mut definition = abc();
    let pages = definition["presentation"]["pages"].as_array_mut();
    pages.expect("pages are a list").swap(0, 1);
    let turned = load(&definition).expect("the definition holds");
    let strengths = report(&turned, &raw).in_brief.strengths;
    assert_eq!(strengths, [Strength::Answer(4)]);
}

#[test]
fn an_answer_in_the_middle_is_no_strength() {
    let (strengths, lever) = brief(&[3, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1]);
    assert_eq!(strengths, []);
    // 2, 2 and 0 steps.
    assert_eq!(lever, Some(2));
}

#[test]
fn disagreeing_with_a_reversed_statement_is_not_quoted_as_a_strength() {
    let shape = Shape {
        scales: &[("A", "+-++"), ("B", "++++")],
        ..Shape::default()
    };
    // The reversed 1 counts as 5: 4 of 16 steps, low.
    let brief = report(&shape.build(), &[1, 1, 1, 1, 1, 1, 1, 1]).in_brief;
    assert_eq!(brief.strengths, []);
    assert_eq!(brief.lever, Some(1));
}

#[test]
fn disagreeing_with_limiting_beliefs_is_the_clearest_strength() {
    // 15 and 8 of 16 steps, and no step at all towards the beliefs.
    let report = report(&ab_and_limiting(), &[5, 5, 5, 4, 3, 3, 3, 3, 1, 1, 1, 1]);
    let strengths = [Strength::Clear(2), Strength::Clear(0)];
    assert_eq!(report.in_brief.strengths, strengths);
    assert_eq!(report.in_brief.lever, Some(1));
}

#[test]
fn a_limiting_scale_is_turned_round_to_compare_and_never_to_show() {
    let report = report(&ab_and_limiting(), &[2, 2, 2, 2, 3, 3, 3, 3, 5, 5, 5, 5]);
    assert_eq!(report.in_brief.lever, Some(2));
    let scored = report.scales[2].score.scored.as_ref();
    let scored = scored.expect("every item is answered");
    assert_eq!((scored.raw, scored.percent), (20, 100.0));
}

#[test]
fn agreeing_with_a_limiting_belief_is_never_the_firmest_answer() {
    // 0, 0 and 4 steps towards the beliefs: that scale is the clear strength all the same.
    let raw = [1, 1, 1, 1, 1, 1, 1, 1, 5, 1, 1, 1];
    let brief = report(&ab_and_limiting(), &raw).in_brief;
    assert_eq!(brief.strengths, [Strength::Clear(2)]);
}

#[test]
fn without_a_score_there_is_no_lever() {
    // Two of four answered; three are needed.
    let (strengths, lever) = brief(&[5, 4, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0]);
    assert_eq!(strengths, [Strength::Answer(0)]);
    assert_eq!(lever, None);
    assert_eq!(brief(&[0; 12]), (Vec::new(), None));
}

#[test]
fn beliefs_are_those_agreed_with_the_strongest_first() {
    let raw = [5, 5, 5, 5, 5, 5, 5, 5, 4, 3, 5, 4];
    let instrument = ab_and_limiting();
    assert_eq!(report(&instrument, &raw).beliefs, [10, 8, 11]);
    let session = session(&instrument, &raw);
    let in_order: Vec<(usize, u8)> = believed(&instrument, session.answers())
        .map(|(item, rating)| (item, rating.value()))
        .collect();
    assert_eq!(in_order, [(8, 4), (10, 5), (11, 4)]);
}

#[test]
fn a_reversed_statement_of_a_limiting_scale_is_no_belief() {
    let shape = Shape {
        scales: &[("L", "+-++")],
        ..Shape::default()
    };
    let mut definition = shape.json();
    definition["scales"][0]["polarity"] = json!("limiting");
    let instrument = load(&definition).expect("the definition holds");
    assert_eq!(report(&instrument, &[4, 5, 2, 0]).beliefs, [0]);
}

#[test]
fn at_most_three_answers_are_named_on_each_side_the_strongest_first() {
    let shape = Shape {
        scales: &[("A", "+-+-+-+-")],
        ..Shape::default()
    };
    // They count as 4 5 5 1 3 2 2 4: +1 +2 +2 -2 0 -1 -1 +1 from the midpoint.
    let report = report(&shape.build(), &[4, 1, 5, 5, 3, 4, 2, 2]);
    let scale = &report.scales[0];
    assert_eq!(named(&scale.lifted), [(1, 1), (2, 5), (0, 4)]);
    assert_eq!(named(&scale.lowered), [(3, 5), (5, 4), (6, 2)]);
}

#[test]
fn every_item_says_how_it_was_answered_and_what_it_counts_as() {
    let shape = Shape {
        scales: &[("A", "+-+-")],
        ..Shape::default()
    };
    let instrument = shape.build();
    let report = report(&instrument, &[2, 2, 0, 5]);
    let lines: Vec<_> = report.scales[0]
        .items
        .iter()
        .map(|line| (line.item, line.answer, line.reversed, line.counts_as))
        .collect();
    let rated = |value| Rating::new(value, instrument.response_scale()).map(Answer::Rated);
    let expected = [
        (0, rated(2), false, Some(2)),
        (1, rated(2), true, Some(4)),
        (2, Some(Answer::Skipped), false, None),
        (3, rated(5), true, Some(1)),
    ];
    assert_eq!(lines, expected);
    assert_eq!((report.answered, report.total), (3, 4));
}

#[test]
fn the_question_to_oneself_goes_with_the_band() {
    let mut definition = abc();
    for scale in definition["scales"].as_array_mut().expect("a list") {
        scale["rep_reflection"] = json!(["low", "mid", "high"].map(text));
    }
    let instrument = load(&definition).expect("the definition holds");
    let report = report(&instrument, &[4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2]);
    let questions: Vec<Option<usize>> = report.scales.iter().map(|one| one.self_question).collect();
    assert_eq!(questions, [Some(2), Some(1), Some(0)]);
}

#[test]
fn an_instrument_of_another_size_is_reported_by_its_own_midpoint() {
    let shape = Shape {
        scales: &[("A", "++++"), ("B", "+++-")],
        range: (1, 3),
        ..Shape::default()
    };
    // 6 of 8 steps is high (above 5), 3 of 8 is on the lower cut and mixed.
    let report = report(&shape.build(), &[3, 3, 2, 2, 1, 2, 2, 2]);
    assert_eq!(report.in_brief.strengths, [Strength::Clear(0)]);
    assert_eq!(report.in_brief.lever, Some(1));
    assert_eq!(named(&report.scales[0].lifted), [(0, 3), (1, 3)]);
    assert_eq!(named(&report.scales[0].lowered), []);
    assert_eq!(named(&report.scales[1].lowered), [(4, 1)]);
}

#[test]
fn the_same_answer_throughout_raises_the_quality_notice() {
    let rules = json!({
        "longstring": 10, "irv_below": 0.0, "min_pairs": 9,
        "pair_inconsistency": { "numerator": 8, "denominator": 5 },
        "acquiescence": { "numerator": 3, "denominator": 2 },
        "fast_seconds_per_item": 2.0, "fast_pages": 2,
    });
    let shape = Shape {
        scales: &ABC,
        quality: rules,
        ..Shape::default()
    };
    let instrument = shape.build();
    let straight = report(&instrument, &[3; 12]).quality;
    assert_eq!((straight.longstring, straight.notice), (12, true));
    let varied = report(&instrument, &[3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3]).quality;
    assert_eq!((varied.longstring, varied.notice), (9, false));
}

#[test]
fn what_raised_a_score_lowered_it_where_every_statement_points_the_other_way() {
    let [forward, turned] = ["++++", "----"].map(|keys| {
        let scales = &[("A", keys)];
        let shape = Shape {
            scales,
            ..Shape::default()
        };
        report(&shape.build(), &[5, 4, 2, 1]).scales[0].clone()
    });
    let of = |item, value| Contribution { item, value };
    assert_eq!(forward.lifted, [of(0, 5), of(1, 4)]);
    assert_eq!(forward.lowered, [of(3, 1), of(2, 2)]);
    assert_eq!(turned.lifted, forward.lowered);
    assert_eq!(turned.lowered, forward.lifted);
    let counts = |report: &ScaleReport| -> Vec<Option<u8>> {
        report.items.iter().map(|line| line.counts_as).collect()
    };
    assert_eq!(counts(&forward), [5, 4, 2, 1].map(Some));
    assert_eq!(counts(&turned), [1, 2, 4, 5].map(Some));
    assert!(turned.items.iter().all(|line| line.reversed));
}

/// Two facets of two items each, with sentences for both where `with_sentences` says so.
fn with_facets(with_sentences: bool) -> Instrument {
    let shape = Shape {
        scales: &[("A", "++++")],
        ..Shape::default()
    };
    let mut definition = shape.json();
    let facets = ["f", "g"].map(|id| {
        let mut facet = json!({ "id": id, "name": text(id), "items": [] });
        if with_sentences {
            for name in ["strong", "to_gain", "coach_question"] {
                facet[name] = text(&format!("{id} {name}"));
            }
        }
        facet
    });
    definition["scales"][0]["facets"] = json!(facets);
    for item in [2, 3] {
        definition["items"][item]["facet"] = json!("g");
    }
    load(&definition).expect("the definition holds")
}

/// What a coach is given to ask about the one scale.
fn coach_question(instrument: &Instrument, raw: &[u8]) -> Option<String> {
    let report = report(instrument, raw);
    let question = report.scales[0].coach_question?;
    let text = question.text(&instrument.scales()[0]);
    Some(text.expect("it is there").get(Language::En).to_owned())
}

#[test]
fn a_coach_asks_about_the_first_facet_with_most_to_gain_or_else_about_the_scale() {
    let instrument = with_facets(true);
    let asks = |raw| coach_question(&instrument, raw);
    assert_eq!(asks(&[4, 4, 2, 2]).as_deref(), Some("g coach_question"));
    assert_eq!(asks(&[2, 2, 2, 2]).as_deref(), Some("f coach_question"));
    assert_eq!(asks(&[4, 4, 4, 4]).as_deref(), Some("question"));
    // Two of four answered; three are needed.
    assert_eq!(asks(&[2, 2, 0, 0]), None);
    let asks = coach_question(&with_facets(false), &[4, 4, 2, 2]);
    assert_eq!(asks.as_deref(), Some("question"));
}

/// Beliefs `L-1` and `L-3` with counterparts, that of the first called for by `L-2` and `L-4` too.
fn with_reframes() -> Instrument {
    let shape = Shape {
        scales: &[("L", "+-+--")],
        ..Shape::default()
    };
    let mut definition = shape.json();
    definition["scales"][0]["polarity"] = json!("limiting");
    let reframe = |item: &str, opposites: &[&str]| {
        json!({
            "item_id": item, "when_disagreed": opposites,
            "supporting": text("help"), "coaching_question": text("ask"),
        })
    };
    definition["reframes"] = json!([reframe("L-1", &["L-2", "L-4"]), reframe("L-3", &[])]);
    load(&definition).expect("the definition holds")
}

#[test]
fn beliefs_that_share_a_counterpart_are_one_thought() {
    let instrument = with_reframes();
    let thoughts = |raw: &[u8]| {
        let thoughts = report(&instrument, raw).thoughts.into_iter();
        let plain = thoughts.map(|one| {
            let reframe = one.reframe(&instrument).map(|reframe| reframe.item);
            (one.agreed, one.disagreed, reframe)
        });
        plain.collect::<Vec<_>>()
    };
    assert_eq!(thoughts(&[3, 3, 3, 3, 3]), []);
    // The strongest agreement first, with the opposites of it.
    assert_eq!(
        thoughts(&[4, 2, 5, 1, 3]),
        [(Some(2), vec![], Some(2)), (Some(0), vec![3, 1], Some(0))]
    );
    // Without the belief itself the opposites are one thought, and one without a counterpart another.
    assert_eq!(
        thoughts(&[3, 2, 3, 2, 1]),
        [(None, vec![4], None), (None, vec![1, 3], Some(0))]
    );
}

#[test]
fn two_opposites_without_a_counterpart_are_two_thoughts() {
    let shape = Shape {
        scales: &[("L", "--++")],
        ..Shape::default()
    };
    let mut definition = shape.json();
    definition["scales"][0]["polarity"] = json!("limiting");
    let instrument = load(&definition).expect("the definition holds");
    assert_eq!(report(&instrument, &[2, 2, 3, 3]).thoughts.len(), 2);
}
