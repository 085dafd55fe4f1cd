//! The conversation sheet: its time boxes, its topics and the goals that it ends in.

use super::support::{REVIEW, all, items_of, load, paired, scan, scan_text};
use model::{Form, Goal, Instrument, Owner};
use proptest::prelude::*;
use report::{ConversationSheet, SheetReader, TalkLength, TalkPart, TwoViews};
use serde_json::{Value, json};
use std::rc::Rc;

const LENGTHS: [TalkLength; 2] = [TalkLength::Thirty, TalkLength::FortyFive];
const READERS: [SheetReader; 3] = [SheetReader::Rep, SheetReader::Manager, SheetReader::Coach];

/// The sheet where the two differ everywhere, on the last scales most.
fn sheet(
    instrument: &Rc<Instrument>,
    reader: SheetReader,
    length: TalkLength,
) -> ConversationSheet {
    let response = instrument.response_scale();
    let own = all(instrument, response.min);
    let mut other = all(instrument, response.max);
    for &item in items_of(instrument, 0) {
        other[item] = Some(response.min + 1);
    }
    let pair = paired(instrument, &own, &other);
    ConversationSheet::new(&pair, &TwoViews::new(&pair), reader, length)
}

/// Part, step and minutes of each box.
fn boxes(sheet: &ConversationSheet) -> Vec<(TalkPart, Option<usize>, u32)> {
    let boxes = sheet.boxes.iter();
    boxes.map(|one| (one.part, one.step, one.minutes)).collect()
}

/// The scan with these minutes of its steps.
fn scan_with_steps(minutes: &[u32]) -> Rc<Instrument> {
    let mut definition: Value = serde_json::from_str(scan_text("0.2.0")).expect("JSON");
    let step = definition["conversation"]["steps"][0].clone();
    let steps = minutes.iter().map(|&minutes| {
        let mut step = step.clone();
        step["minutes"] = json!(minutes);
        step
    });
    definition["conversation"]["steps"] = steps.collect();
    load(&definition.to_string())
}

#[test]
fn thirty_minutes_are_the_steps_of_the_scans_own_conversation() {
    use TalkPart::{Agreements, Alike, Between, Topics};
    let expected = [
        (Alike, Some(0), 5),
        (Topics, Some(1), 10),
        (Between, Some(2), 5),
        (Between, Some(3), 5),
        (Agreements, Some(4), 5),
    ];
    let sheet = sheet(&scan(), SheetReader::Rep, TalkLength::Thirty);
    assert_eq!(boxes(&sheet), expected);
}

#[test]
fn of_fifteen_minutes_more_ten_go_to_the_topics_and_five_to_the_agreements() {
    let sheet = sheet(&scan(), SheetReader::Rep, TalkLength::FortyFive);
    let minutes: Vec<u32> = sheet.boxes.iter().map(|one| one.minutes).collect();
    assert_eq!(minutes, [5, 20, 5, 5, 10]);
}

#[test]
fn a_questionnaire_without_a_conversation_has_three_boxes() {
    use TalkPart::{Agreements, Alike, Topics};
    for text in [scan_text("0.1.0"), REVIEW] {
        let instrument = load(text);
        let [short, long] = LENGTHS.map(|length| sheet(&instrument, SheetReader::Coach, length));
        assert_eq!(
            boxes(&short),
            [(Alike, None, 5), (Topics, None, 15), (Agreements, None, 10)]
        );
        assert_eq!(
            boxes(&long),
            [(Alike, None, 5), (Topics, None, 25), (Agreements, None, 15)]
        );
    }
}

#[test]
fn steps_of_another_length_are_brought_to_thirty_minutes_in_proportion() {
    let minutes = |steps: &[u32]| {
        let sheet = sheet(
            &scan_with_steps(steps),
            SheetReader::Rep,
            TalkLength::Thirty,
        );
        boxes(&sheet)
            .into_iter()
            .map(|(_, step, minutes)| (step.is_some(), minutes))
            .collect()
    };
    let found: Vec<(bool, u32)> = minutes(&[10, 20, 10, 10, 10]);
    assert_eq!(found, [5, 10, 5, 5, 5].map(|one| (true, one)));
    // 30 of 70 minutes: 4.29, 8.57, 4.29, 8.57, 4.29; the larger remainders get the two that are left.
    let found: Vec<(bool, u32)> = minutes(&[10, 20, 10, 20, 10]);
    assert_eq!(found, [4, 9, 4, 9, 4].map(|one| (true, one)));
    // Too few steps, or one without a minute of its own: the three boxes of this program.
    for steps in [&[20, 10][..], &[1, 1000, 1], &[0, 0, 0]] {
        let found: Vec<(bool, u32)> = minutes(steps);
        assert_eq!(found, [5, 15, 10].map(|one| (false, one)), "{steps:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn the_minutes_add_up_and_each_part_has_its_place_whatever_the_steps(
        steps in prop::collection::vec(prop_oneof![0_u32..90, 0_u32..=10_000], 1..12)
    ) {
        let instrument = scan_with_steps(&steps);
        for length in LENGTHS {
            let sheet = sheet(&instrument, SheetReader::Manager, length);
            let minutes: u32 = sheet.boxes.iter().map(|one| one.minutes).sum();
            prop_assert_eq!(minutes, length.minutes());
            prop_assert!(sheet.boxes.iter().all(|one| one.minutes > 0));
            prop_assert_eq!(sheet.boxes[0].part, TalkPart::Alike);
            let last = sheet.boxes.last().map(|one| one.part);
            prop_assert_eq!(last, Some(TalkPart::Agreements));
            let topics = sheet.boxes.iter().filter(|one| one.part == TalkPart::Topics);
            prop_assert_eq!(topics.count(), 1);
        }
    }
}

#[test]
fn topics_stand_in_the_order_of_the_scales_on_every_sheet() {
    for text in [scan_text("0.2.0"), REVIEW] {
        let instrument = load(text);
        for reader in READERS {
            let sheet = sheet(&instrument, reader, TalkLength::Thirty);
            let scales: Vec<usize> = sheet.topics.iter().map(|one| one.topic.scale).collect();
            assert_eq!(scales.len(), 3);
            assert!(scales.is_sorted());
        }
    }
    // On screen the largest difference comes first, which is not that of the first scale.
    let scan = scan();
    let on_sheet = sheet(&scan, SheetReader::Coach, TalkLength::Thirty).topics;
    assert_eq!(on_sheet[0].topic.scale, 0);
}

#[test]
fn each_reader_has_statements_and_goals_of_their_own_first() {
    use Goal::{Learning, Performance};
    use Owner::{Manager, Rep};
    let scan = scan();
    let rep_first = [
        (Rep, Learning),
        (Rep, Performance),
        (Manager, Learning),
        (Manager, Performance),
    ];
    let manager_first = [
        (Manager, Learning),
        (Manager, Performance),
        (Rep, Learning),
        (Rep, Performance),
    ];
    for (reader, wording, goals) in [
        (SheetReader::Rep, Form::SelfReport, rep_first),
        (SheetReader::Manager, Form::Manager, manager_first),
        (SheetReader::Coach, Form::SelfReport, rep_first),
    ] {
        let sheet = sheet(&scan, reader, TalkLength::Thirty);
        assert_eq!((sheet.wording, sheet.goals), (wording, goals));
        for topic in &sheet.topics {
            // The rep's answers are all the lowest there are: the question of the low band.
            let expected = (reader == SheetReader::Rep).then_some(0);
            assert_eq!(topic.to_oneself, expected);
        }
    }
}

#[test]
fn a_sheet_without_topics_has_one_question() {
    let scan = scan();
    let pair = paired(&scan, &all(&scan, 4), &all(&scan, 4));
    let views = TwoViews::new(&pair);
    let sheet = ConversationSheet::new(&pair, &views, SheetReader::Coach, TalkLength::Thirty);
    assert_eq!(sheet.topics, []);
    assert_eq!(sheet.one_question, views.one_question);
    assert!(sheet.one_question.is_some());
    assert_eq!(sheet.alike, views.alike);
}
