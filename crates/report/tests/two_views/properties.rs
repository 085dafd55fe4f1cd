//! What holds for two views whatever was answered and whatever was withheld.

use super::support::{Keyed, REVIEW, answers, items_named, load, scan, scan_text, turned};
use model::{Answer, Answers, Form, Instrument, Rating};
use proptest::prelude::*;
use report::{
    ConversationSheet, MAX_ALIKE, MAX_STATEMENTS, MAX_TOPICS, Pair, ScaleView, SheetReader, Side,
    TalkLength, TopicKind, TwoViews, View, pair,
};
use scoring::MIN_JOINT;
use std::rc::Rc;

/// Answers of 0 to 4, cut to the response scale of an instrument; 5 cannot be judged.
type Drawn = Vec<Option<u8>>;

/// The answers of a person who mostly answers around one value, sometimes anywhere.
fn drawn() -> impl Strategy<Value = Drawn> {
    (0_u8..=4, 0_u32..=60).prop_flat_map(|(side, missing)| {
        let value = prop_oneof![
            3 => Just(side),
            2 => side.saturating_sub(1)..=(side + 1).min(4),
            3 => 0_u8..=5,
        ];
        let answer = prop_oneof![
            100 - missing => value.prop_map(Some),
            missing + 1 => Just(None),
        ];
        prop::collection::vec(answer, 32)
    })
}

fn withheld() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..4, 0..3)
}

fn view(instrument: &Rc<Instrument>, form: Form, drawn: &Drawn, withheld: &[usize]) -> View {
    let response = instrument.response_scale();
    let items = instrument.items().len();
    let keyed: Keyed = drawn
        .iter()
        .take(items)
        .map(|value| value.filter(|&value| value < 5))
        .map(|value| value.map(|value| (response.min + value).min(response.max)))
        .collect();
    let cannot_judge = drawn.iter().take(items).enumerate();
    let cannot_judge = cannot_judge.filter(|(_, value)| **value == Some(5));
    let all: Answers = cannot_judge.fold(answers(instrument, &keyed), |all, (item, _)| {
        all.with(item, Answer::CannotJudge)
    });
    View::of_answers(instrument, form, &all, withheld, None)
}

/// The values that two answers count as.
fn keyed_pair(pair: &Pair, item: usize) -> [Option<u8>; 2] {
    [pair.rep(), pair.manager()].map(|view| {
        let rating = view.answers().rating(item).map(Rating::value);
        rating.map(|value| turned(pair.instrument(), item, value))
    })
}

fn is_withheld(pair: &Pair, scale: usize) -> bool {
    pair.rep().is_withheld(scale) || pair.manager().is_withheld(scale)
}

fn assert_sound(pair: &Pair, views: &TwoViews) {
    let instrument = pair.instrument();
    for item in items_named(views) {
        assert!(!is_withheld(pair, instrument.items()[item].scale));
        assert!(keyed_pair(pair, item).iter().all(Option::is_some));
    }
    assert!(views.topics.len() <= MAX_TOPICS);
    assert!(views.alike.statements.len() <= MAX_ALIKE);
    assert_eq!(
        views.one_question.is_some(),
        views.topics.is_empty() && shares_a_scale(views)
    );
    for topic in &views.topics {
        assert!(!is_withheld(pair, topic.scale));
        assert!(!views.alike.scales.contains(&topic.scale));
        assert!(topic.statements.len() <= MAX_STATEMENTS);
        assert!(topic.kind == TopicKind::Scale || !topic.statements.is_empty());
        for statement in &topic.statements {
            let [rep, manager] = keyed_pair(pair, statement.item).map(Option::unwrap);
            let higher = if rep > manager {
                Side::Rep
            } else {
                Side::Manager
            };
            assert_eq!(statement.higher, higher);
            assert_eq!(statement.steps, rep.abs_diff(manager));
            assert!(2 * u32::from(statement.steps) >= instrument.response_scale().steps());
            let mut alike = views.alike.statements.iter();
            assert!(alike.all(|one| one.item != statement.item));
        }
        let sizes = topic.statements.iter().map(|one| one.steps);
        assert!(sizes.rev().is_sorted());
    }
    for one in &views.scales {
        let withheld =
            [Side::Rep, Side::Manager].map(|side| *one.view(side) == ScaleView::NotShared);
        let expected = [pair.rep(), pair.manager()].map(|view| view.is_withheld(one.scale));
        assert_eq!(withheld, expected);
        let scored = [one.rep, one.manager].map(|view| matches!(view, ScaleView::Scored(_)));
        let compares = instrument.rules().precision;
        assert_eq!(one.difference.is_some(), compares && scored == [true, true]);
    }
    let joint = (0..instrument.items().len())
        .filter(|&item| keyed_pair(pair, item).iter().all(Option::is_some))
        .count() as u32;
    let similarity = views.similarity.map(|one| one.figures.joint);
    assert_eq!(similarity, (joint >= MIN_JOINT).then_some(joint));
}

/// Whether there is a scale that nobody withholds.
fn shares_a_scale(views: &TwoViews) -> bool {
    views.scales.iter().any(|one| one.not_shared_by().is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(800) })]

    #[test]
    fn what_is_said_of_two_views_holds_for_any_answers(
        own in drawn(),
        other in drawn(),
        by_rep in withheld(),
        by_manager in withheld(),
        which in 0_usize..3,
        form in prop::sample::select(vec![Form::Manager, Form::Observer]),
    ) {
        thread_local!(static ALL: [Rc<Instrument>; 3] = [scan(), load(scan_text("0.1.0")), load(REVIEW)]);
        ALL.with(|all| {
            let instrument = &all[which];
            let own = view(instrument, Form::SelfReport, &own, &by_rep);
            let other = view(instrument, form, &other, &by_manager);
            let (one, two) = (pair(&own, &other), pair(&other, &own));
            let (Ok(one), Ok(two)) = (&one, &two) else {
                assert_eq!(one.err(), two.err());
                return;
            };
            let views = TwoViews::new(one);
            assert_eq!(views, TwoViews::new(two));
            assert_sound(one, &views);
            for reader in [SheetReader::Rep, SheetReader::Manager, SheetReader::Coach] {
                for length in [TalkLength::Thirty, TalkLength::FortyFive] {
                    let sheet = ConversationSheet::new(one, &views, reader, length);
                    assert_eq!(sheet.topics.len(), views.topics.len());
                    let minutes: u32 = sheet.boxes.iter().map(|one| one.minutes).sum();
                    assert_eq!(minutes, length.minutes());
                }
            }
        });
    }

    #[test]
    fn what_is_withheld_has_no_effect_on_what_is_said(
        own in drawn(),
        other in drawn(),
        hidden in drawn(),
        scale in 0_usize..3,
    ) {
        thread_local!(static SCAN: Rc<Instrument> = scan());
        SCAN.with(|scan| {
            let mut changed = other.clone();
            for &item in &scan.scales()[scale].items {
                changed[item] = hidden[item];
            }
            let said = |other: &Drawn| {
                let own = view(scan, Form::SelfReport, &own, &[]);
                let pair = pair(&own, &view(scan, Form::Manager, other, &[scale]));
                pair.map(|pair| TwoViews::new(&pair))
            };
            assert_eq!(said(&other), said(&changed));
        });
    }
}
