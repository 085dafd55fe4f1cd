//! What is said of two views: scores side by side, what is alike, and the topics.

use super::support::{
    Keyed, REVIEW, all, compared, items_named, items_of, load, manager, rep, scan, scan_text,
    turned,
};
use model::Instrument;
use report::{By, CoachQuestion, MAX_ALIKE, ScaleView, Side, TopicKind, TwoViews, pair};
use std::rc::Rc;

/// Answers of 3 throughout, but for these items.
fn but_for(instrument: &Instrument, items: &[usize], keyed: u8) -> Keyed {
    let mut answers = all(instrument, 3);
    for &item in items {
        answers[item] = Some(keyed);
    }
    answers
}

/// Answers that vary, so that nothing asks for the notice on quality.
fn varied(instrument: &Instrument) -> Keyed {
    let items = instrument.items().iter().enumerate();
    items.map(|(n, _)| Some(2 + (n % 3) as u8)).collect()
}

#[test]
fn only_the_scales_of_the_other_form_are_compared_and_never_beliefs() {
    let scan = scan();
    let views = compared(&scan, &all(&scan, 3), &all(&scan, 3));
    let scales: Vec<usize> = views.scales.iter().map(|one| one.scale).collect();
    assert_eq!(scales, [0, 1, 2]);
}

#[test]
fn a_difference_is_highlighted_at_a_full_answer_step_and_not_one_answer_below() {
    let scan = scan();
    let items = items_of(&scan, 1);
    // Eight answers a step higher make 25 points exactly; seven make 21.875.
    for (higher, points) in [(8, 25.0), (7, 21.875)] {
        let own = but_for(&scan, &items[..higher], 4);
        let views = compared(&scan, &own, &all(&scan, 3));
        let difference = views.scales[1].difference.expect("two scores");
        assert_eq!(difference.difference, points);
        assert_eq!(difference.highlighted, points == 25.0);
        assert_eq!(views.scales[1].higher(), Some(Side::Rep));
        assert_eq!(views.topics.len(), usize::from(points == 25.0));
        let views = compared(&scan, &all(&scan, 3), &own);
        let difference = views.scales[1].difference.expect("two scores");
        assert_eq!(
            (difference.difference, difference.highlighted),
            (-points, points == 25.0)
        );
        assert_eq!(views.scales[1].higher(), Some(Side::Manager));
    }
}

#[test]
fn no_rounding_decides_on_which_side_of_the_highlight_a_difference_lies() {
    // Of six answers, 4 and 10 of 24 steps lie exactly a quarter apart; subtracted as doubles, the two
    // percentages are 24.999999999999996 apart.
    let scan = scan();
    let items = items_of(&scan, 0);
    let of_steps = |steps: u8| {
        let mut answers = all(&scan, 3);
        let mut left = steps;
        for (n, &item) in items.iter().enumerate() {
            let here = left.min(4);
            left -= if n < 6 { here } else { 0 };
            answers[item] = (n < 6).then_some(1 + here);
        }
        answers
    };
    for own in 0..=24 {
        for other in 0..=24 {
            let views = compared(&scan, &of_steps(own), &of_steps(other));
            let difference = views.scales[0].difference.expect("two scores");
            assert_eq!(
                difference.highlighted,
                own.abs_diff(other) >= 6,
                "{own} {other}"
            );
            assert_eq!(difference.alike, own.abs_diff(other) < 3, "{own} {other}");
            assert!(!(difference.alike && difference.highlighted));
        }
    }
}

#[test]
fn themes_less_than_half_an_answer_step_apart_are_alike() {
    let scan = scan();
    let items = items_of(&scan, 2);
    // Of eight items half a step on average is four steps in all: 12.5 points.
    let alike = |higher: usize| {
        let own = but_for(&scan, &items[..higher], 4);
        compared(&scan, &own, &all(&scan, 3)).alike.scales
    };
    assert_eq!(alike(3), [0, 1, 2]);
    assert_eq!(alike(4), [0, 1]);
}

#[test]
fn a_theme_that_is_a_topic_is_not_said_to_be_alike() {
    let scan = scan();
    let [first, second] = [items_of(&scan, 0)[0], items_of(&scan, 0)[1]];
    let mut own = but_for(&scan, &[first], 5);
    own[second] = Some(1);
    let views = compared(&scan, &own, &all(&scan, 3));
    assert_eq!(
        views.scales[0].difference.expect("two scores").difference,
        0.0
    );
    assert_eq!(views.alike.scales, [1, 2]);
    // Both statements are of one facet: they differ both ways, and nobody sees it higher.
    assert_eq!(views.topics.len(), 1);
    assert_eq!(views.topics[0].higher, None);
    let sides: Vec<Side> = views.topics[0]
        .statements
        .iter()
        .map(|one| one.higher)
        .collect();
    assert_eq!(sides, [Side::Rep, Side::Manager]);
}

#[test]
fn the_clearest_statements_on_which_both_agree_are_named_first_and_at_most_five() {
    let scan = scan();
    let (mut own, mut other) = (all(&scan, 3), all(&scan, 3));
    let items = items_of(&scan, 0);
    for (&item, (rep, manager)) in items.iter().zip([
        (4, 4),
        (3, 5),
        (5, 5),
        (1, 2),
        (4, 2),
        (1, 1),
        (5, 4),
        (2, 2),
    ]) {
        own[item] = Some(rep);
        other[item] = Some(manager);
    }
    let views = compared(&scan, &own, &other);
    let named: Vec<(usize, bool)> = views
        .alike
        .statements
        .iter()
        .map(|one| (one.item, one.is_high))
        .collect();
    let expected = [(2, true), (5, false), (3, false), (6, true), (0, true)];
    assert_eq!(named, expected.map(|(n, is_high)| (items[n], is_high)));
    assert_eq!(named.len(), MAX_ALIKE);
    for one in &views.alike.statements {
        assert_eq!(Some(turned(&scan, one.item, one.rep)), own[one.item]);
        assert_eq!(Some(turned(&scan, one.item, one.manager)), other[one.item]);
    }
}

#[test]
fn highlighted_themes_come_first_by_size_and_then_statements_of_other_themes() {
    let scan = scan();
    let mut own = all(&scan, 3);
    for &item in items_of(&scan, 0) {
        own[item] = Some(4);
    }
    for &item in items_of(&scan, 2) {
        own[item] = Some(1);
    }
    let far = items_of(&scan, 1)[5];
    own[far] = Some(5);
    let views = compared(&scan, &own, &all(&scan, 3));
    let topics: Vec<(TopicKind, usize, Option<Side>)> = views
        .topics
        .iter()
        .map(|one| (one.kind, one.scale, one.higher))
        .collect();
    assert_eq!(
        topics,
        [
            (TopicKind::Scale, 2, Some(Side::Manager)),
            (TopicKind::Scale, 0, Some(Side::Rep)),
            (TopicKind::Facet, 1, Some(Side::Rep)),
        ]
    );
    // Every answer to theme 0 is one step apart, which is too little to name one.
    assert!(views.topics[1].statements.is_empty());
    assert_eq!(views.topics[0].statements.len(), 3);
    assert_eq!(views.topics[2].facet, Some(scan.items()[far].facet));
    assert_eq!(views.topics[2].statements[0].item, far);
    assert_eq!(views.topics[2].statements[0].steps, 2);
}

#[test]
fn equal_differences_stand_in_the_order_of_the_scales() {
    let scan = scan();
    let views = compared(&scan, &all(&scan, 2), &all(&scan, 4));
    let scales: Vec<usize> = views.topics.iter().map(|one| one.scale).collect();
    assert_eq!(scales, [0, 1, 2]);
    assert!(views.topics.iter().all(|one| one.kind == TopicKind::Scale));
}

#[test]
fn the_largest_statement_decides_between_facets_and_their_sum_between_equals() {
    let scan = scan();
    let facet =
        |scale: usize, facet: usize| -> Vec<usize> { scan.facet_items(scale, facet).collect() };
    let mut own = all(&scan, 3);
    let mut other = all(&scan, 3);
    // Facet 0 of theme 0: one statement two steps apart. Facet 2 of theme 0: two of them. Facet 1 of
    // theme 1: one of three steps. Facet 3 of theme 2: one of two, later than the first.
    own[facet(0, 0)[0]] = Some(5);
    own[facet(0, 2)[0]] = Some(1);
    own[facet(0, 2)[1]] = Some(1);
    own[facet(1, 1)[0]] = Some(2);
    other[facet(1, 1)[0]] = Some(5);
    own[facet(2, 3)[0]] = Some(5);
    let views = compared(&scan, &own, &other);
    let topics: Vec<(usize, Option<usize>)> = views
        .topics
        .iter()
        .map(|one| (one.scale, one.facet))
        .collect();
    assert_eq!(topics, [(1, Some(1)), (0, Some(2)), (0, Some(0))]);
}

#[test]
fn the_facet_of_a_theme_is_where_most_of_its_difference_lies() {
    let scan = scan();
    let mut own = all(&scan, 3);
    for &item in items_of(&scan, 0) {
        own[item] = Some(4);
    }
    for item in scan.facet_items(0, 2) {
        own[item] = Some(5);
    }
    let views = compared(&scan, &own, &all(&scan, 3));
    assert_eq!(views.topics[0].facet, Some(2));
    assert_eq!(views.topics[0].question, Some(CoachQuestion::OfFacet(2)));
    let behind = views.topics[0].statements.iter().map(|one| one.item);
    assert_eq!(
        behind.collect::<Vec<_>>(),
        scan.facet_items(0, 2).collect::<Vec<_>>()
    );
}

#[test]
fn a_statement_that_differs_the_other_way_is_not_behind_a_theme() {
    let scan = scan();
    let mut own = all(&scan, 5);
    let against = items_of(&scan, 0)[0];
    own[against] = Some(1);
    let views = compared(&scan, &own, &all(&scan, 3));
    let topic = views
        .topics
        .iter()
        .find(|one| one.scale == 0)
        .expect("a topic");
    assert_eq!(topic.higher, Some(Side::Rep));
    assert!(topic.statements.iter().all(|one| one.higher == Side::Rep));
    assert!(topic.statements.iter().all(|one| one.item != against));
}

#[test]
fn every_topic_has_a_question_also_where_facets_have_none() {
    for text in [scan_text("0.1.0"), scan_text("0.2.0"), REVIEW] {
        let instrument = load(text);
        let response = instrument.response_scale();
        let (low, high) = (response.min, response.max);
        let mut own = all(&instrument, low);
        own[items_of(&instrument, 0)[0]] = Some(high);
        let views = compared(&instrument, &own, &all(&instrument, high));
        assert_eq!(views.topics.len(), 3);
        for topic in &views.topics {
            let scale = &instrument.scales()[topic.scale];
            let question = topic.question.expect("a question");
            assert!(question.text(scale).is_some());
        }
    }
}

#[test]
fn where_nothing_differs_there_is_one_question_about_what_the_rep_scores_lowest() {
    let scan = scan();
    let mut own = all(&scan, 4);
    for &item in items_of(&scan, 1) {
        own[item] = Some(3);
    }
    for item in scan.facet_items(1, 3) {
        own[item] = Some(2);
    }
    let views = compared(&scan, &own, &own);
    assert_eq!(views.topics, []);
    let one = views.one_question.expect("a question");
    assert_eq!((one.scale, one.question), (1, CoachQuestion::OfFacet(3)));
    // With a topic there is no need of it.
    let views = compared(&scan, &own, &all(&scan, 1));
    assert_eq!(views.one_question, None);
}

#[test]
fn a_withheld_theme_is_no_difference_and_nothing_of_it_is_known() {
    let scan = scan();
    // The largest difference there can be, in the theme that is withheld.
    let mut own = all(&scan, 3);
    for &item in items_of(&scan, 1) {
        own[item] = Some(5);
    }
    let mut other = all(&scan, 3);
    for &item in items_of(&scan, 1) {
        other[item] = Some(1);
    }
    for (by_rep, by_manager, by) in [
        (&[1][..], &[][..], By::Rep),
        (&[], &[1], By::Manager),
        (&[1], &[1], By::Both),
    ] {
        let pair = pair(
            &rep(&scan, &own, by_rep),
            &manager(&scan, &other, by_manager),
        );
        let views = TwoViews::new(&pair.expect("two themes are shared"));
        let theme = &views.scales[1];
        assert_eq!(theme.not_shared_by(), Some(by));
        assert_eq!(theme.difference, None);
        assert_eq!(theme.higher(), None);
        for (side, withheld) in [(Side::Rep, by_rep), (Side::Manager, by_manager)] {
            let is_hidden = *theme.view(side) == ScaleView::NotShared;
            assert_eq!(is_hidden, !withheld.is_empty());
        }
        assert_eq!(views.topics, []);
        assert_eq!(views.alike.scales, [0, 2]);
        assert_eq!(views.one_question.map(|one| one.scale), Some(0));
        let named = items_named(&views);
        assert!(named.iter().all(|&item| scan.items()[item].scale != 1));
    }
}

#[test]
fn what_is_withheld_changes_nothing_that_is_said() {
    let scan = scan();
    let own = varied(&scan);
    let said = |hidden: u8| {
        let mut other = varied(&scan);
        other.reverse();
        for &item in items_of(&scan, 2) {
            other[item] = Some(hidden);
        }
        let pair = pair(&rep(&scan, &own, &[]), &manager(&scan, &other, &[2]));
        TwoViews::new(&pair.expect("two themes are shared"))
    };
    assert_eq!(said(1), said(5));
}

#[test]
fn too_few_answers_give_no_score_and_say_how_many_there_are() {
    let scan = scan();
    let mut other = varied(&scan);
    for &item in &items_of(&scan, 0)[..3] {
        other[item] = None;
    }
    let views = compared(&scan, &varied(&scan), &other);
    let too_few = ScaleView::TooFew {
        answered: 5,
        needed: 6,
        total: 8,
    };
    assert_eq!(views.scales[0].manager, too_few);
    assert_eq!(views.scales[0].difference, None);
    assert_eq!(views.scales[0].not_shared_by(), None);
    assert!(matches!(views.scales[0].rep, ScaleView::Scored(_)));
}

#[test]
fn intervals_are_shown_of_both_or_of_none_where_either_asks_for_the_notice() {
    let scan = scan();
    let ranges = |own: &Keyed, other: &Keyed| {
        let views = compared(&scan, own, other).scales;
        let sides = views.iter().flat_map(|one| [one.rep, one.manager]);
        sides
            .map(|side| matches!(side, ScaleView::Scored(point) if point.range.is_some()))
            .collect::<Vec<_>>()
    };
    let varied = varied(&scan);
    // As given, the same answer throughout.
    let straight: Keyed = (0..32).map(|item| Some(turned(&scan, item, 4))).collect();
    assert_eq!(ranges(&varied, &varied), [true; 6]);
    assert_eq!(ranges(&straight, &varied), [false; 6]);
}

#[test]
fn a_conversation_is_compared_by_statement_those_two_steps_apart_first() {
    let review: Rc<Instrument> = load(REVIEW);
    let (mut own, other) = (all(&review, 3), all(&review, 3));
    let [one_step, two_steps] = [items_of(&review, 0)[1], items_of(&review, 3)[2]];
    own[one_step] = Some(2);
    own[two_steps] = Some(1);
    let views = compared(&review, &own, &other);
    assert!(views.scales.iter().all(|one| one.difference.is_none()));
    assert!(views.alike.scales.is_empty());
    let found: Vec<(usize, u8)> = views
        .topics
        .iter()
        .flat_map(|topic| &topic.statements)
        .map(|one| (one.item, one.steps))
        .collect();
    assert_eq!(found, [(two_steps, 2), (one_step, 1)]);
    assert_eq!(views.similarity, None);
}
