//! The calculator of effort: typing, stepping, going on to another part, and taking it over.

use crate::agreements::{records, value};
use crate::finishing::result_of;
use crate::stage::{Stage, nl, rows};
use platform::doubles::Doubles;
use wasm_bindgen_test::wasm_bindgen_test;

const FIELDS: [&str; 4] = ["#effort-0", "#effort-1", "#effort-2", "#effort-3"];

async fn fill_in(stage: &Stage, numbers: [&str; 4]) {
    for (field, number) in FIELDS.into_iter().zip(numbers) {
        stage.write(field, number).await;
    }
}

fn outcome(stage: &Stage) -> String {
    let found = stage.find(".calculator-outcome [role=status]");
    found
        .and_then(|found| found.text_content())
        .unwrap_or_default()
}

async fn step(stage: &Stage, field: usize, more: bool) {
    let nth = if more { "last-child" } else { "first-child" };
    let button = format!(
        "[data-section=calculator-desk] .number-field:nth-child({}) button:{nth}",
        field + 1
    );
    stage.press_on(&button).await;
}

#[wasm_bindgen_test]
async fn the_outcome_follows_each_number_and_nothing_is_stored() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let before = rows(&doubles);
    assert!(stage.find("[data-flow]").is_none());
    fill_in(&stage, ["6", "5", "2", "6"]).await;
    assert_eq!(
        outcome(&stage),
        "Gesprekken per week: 10 op papier, 12 met een vijfde extra."
    );
    assert!(stage.find("[data-flow=extra]").is_some());
    stage.write(FIELDS[3], "").await;
    assert_eq!(value(&stage, FIELDS[3]), "", "empty is allowed");
    assert!(stage.find("[data-flow]").is_none());
    stage.write(FIELDS[3], "3").await;
    assert!(
        outcome(&stage).contains("20 op papier"),
        "{}",
        outcome(&stage)
    );
    assert_eq!(rows(&doubles), before);
}

#[wasm_bindgen_test]
async fn a_step_goes_on_from_what_was_typed_and_stays_within_the_bounds() {
    let stage = result_of(&Doubles::default()).await;
    step(&stage, 1, true).await;
    assert_eq!(value(&stage, FIELDS[1]), "1", "from nothing to the lowest");
    step(&stage, 1, false).await;
    assert_eq!(value(&stage, FIELDS[1]), "1");
    stage.write(FIELDS[1], "9").await;
    for expected in ["10", "10"] {
        step(&stage, 1, true).await;
        assert_eq!(value(&stage, FIELDS[1]), expected);
    }
    step(&stage, 1, false).await;
    assert_eq!(value(&stage, FIELDS[1]), "9");
    stage.write(FIELDS[1], "70").await;
    assert_eq!(value(&stage, FIELDS[1]), "70", "typing wins");
    step(&stage, 1, false).await;
    assert_eq!(value(&stage, FIELDS[1]), "10");
}

#[wasm_bindgen_test]
async fn taking_it_over_makes_a_performance_goal_with_its_day_and_shows_it() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press_on("[data-opens=influence]").await;
    fill_in(&stage, ["6", "5", "2", "6"]).await;
    stage.press(nl().calculator.take_over).await;
    let made = records(&doubles, "agreements/");
    assert_eq!(made.len(), 1);
    let agreement = &made[0]["agreement"];
    assert_eq!(agreement["owner"], "rep");
    assert_eq!(agreement["goal"], "performance");
    assert_eq!(
        agreement["text"],
        "Klantgesprekken per week: minstens 12. Aantal weken: 6."
    );
    // Six weeks after 2 March.
    assert_eq!(agreement["due"], "2026-04-13");
    let open = stage.find("[data-result-part=agreements]").expect("there");
    assert!(!open.has_attribute("hidden"));
    stage.press_on("[data-opens=influence]").await;
    assert!(
        outcome(&stage).contains("12"),
        "the numbers are still there"
    );
}

#[wasm_bindgen_test]
async fn the_example_is_calculated_with_and_takes_nothing_over() {
    let stage = Stage::open(&Doubles::default()).await;
    stage.press(nl().start.example).await;
    fill_in(&stage, ["6", "5", "2", "6"]).await;
    assert!(outcome(&stage).contains("10 op papier"));
    assert!(!stage.text().contains(nl().calculator.take_over));
}
