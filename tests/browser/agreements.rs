//! Agreements and influences on the result: each a record of its own, changed by field.

use crate::finishing::{file, result_of};
use crate::stage::{Stage, bodies, flush, keys, nl, record, rows};
use platform::doubles::Doubles;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// The stored records of a kind, in the order of their places.
pub fn records(doubles: &Doubles, kind: &str) -> Vec<Value> {
    let bodies = bodies(doubles).into_iter();
    let of_kind = bodies.filter(|(name, _)| name.starts_with(kind));
    let mut records: Vec<Value> = of_kind
        .map(|(_, text)| serde_json::from_str(&text).expect("a record is JSON"))
        .collect();
    records.sort_by_key(|one| one["position"].as_u64());
    records
}

/// What a field holds.
pub fn value(stage: &Stage, selector: &str) -> String {
    let field: HtmlInputElement = stage.find(selector).expect(selector).unchecked_into();
    field.value()
}

#[wasm_bindgen_test]
async fn ten_keys_in_an_agreement_are_one_commit_of_that_record_alone() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let attempt = record(&doubles);
    stage.press(nl().work.kinds[0]).await;
    stage.press(nl().work.kinds[3]).await;
    let others = records(&doubles, "agreements/");
    assert_eq!(others.len(), 2);
    let before = rows(&doubles);
    let typed = "abcdefghij";
    for end in 1..=typed.len() {
        stage.write("#agreement-1-indicator", &typed[..end]).await;
    }
    assert_eq!(rows(&doubles), before, "nothing is written yet");
    assert_eq!(doubles.timers.elapse(), 1, "one pause is waited for");
    flush().await;
    let after = rows(&doubles);
    let changed: Vec<_> = after
        .iter()
        .filter(|(name, row)| before.get(*name) != Some(row))
        .collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    let now = records(&doubles, "agreements/");
    assert_eq!(now[0], others[0]);
    assert_eq!(now[1]["agreement"]["indicator"], typed);
    assert_eq!(now[1]["agreement"]["text"], others[1]["agreement"]["text"]);
    assert_eq!(
        now[1]["sessionIds"],
        serde_json::json!([attempt["session"]["id"]])
    );
    assert_eq!(record(&doubles), attempt, "the attempt is not written");
    assert_eq!(value(&stage, "#agreement-1-indicator"), typed);
}

#[wasm_bindgen_test]
async fn changes_to_several_fields_in_a_row_all_stay() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().work.kinds[0]).await;
    stage.write("#agreement-0-why", "Omdat").await;
    stage.press_on("#agreement-0-rep").await;
    stage.write("#agreement-0-due", "2026-04-01").await;
    stage.press(nl().work.add_interim).await;
    stage.write("#agreement-0-result-0", "Half").await;
    doubles.page.hide();
    flush().await;
    let agreed = &records(&doubles, "agreements/")[0]["agreement"];
    assert_eq!(agreed["why"], "Omdat");
    assert_eq!(agreed["repConfirmed"], true);
    assert_eq!(agreed["due"], "2026-04-01");
    assert_eq!(agreed["interim"][0]["text"], "Half");
}

#[wasm_bindgen_test]
async fn what_is_removed_comes_back_in_its_place() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    for source in [0, 1, 2] {
        stage.press(nl().work.sources[source]).await;
        stage
            .write(
                &format!("#influence-{source}-reason"),
                &format!("Reden {source}"),
            )
            .await;
    }
    doubles.timers.elapse();
    flush().await;
    let before = records(&doubles, "influences/");
    stage
        .press_on("[data-entry=influence]:nth-child(2) button")
        .await;
    assert_eq!(records(&doubles, "influences/").len(), 2);
    assert_eq!(value(&stage, "#influence-1-reason"), "Reden 2");
    stage.press(nl().common.undo).await;
    assert_eq!(records(&doubles, "influences/"), before);
    assert_eq!(value(&stage, "#influence-1-reason"), "Reden 1");
}

#[wasm_bindgen_test]
async fn one_undo_brings_back_all_that_was_removed_on_this_screen() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    for source in [0, 1] {
        stage.press(nl().work.sources[source]).await;
    }
    let before = records(&doubles, "influences/");
    assert_eq!(before.len(), 2);
    stage.press_on("[data-entry=influence] button").await;
    assert!(stage.text().contains(nl().common.undo));
    // Something else is done in between, and it can still be taken back.
    stage.write("#label", "Noord").await;
    assert!(stage.text().contains(nl().common.undo));
    stage.press_on("[data-entry=influence] button").await;
    assert!(records(&doubles, "influences/").is_empty());
    stage.press(nl().common.undo).await;
    assert_eq!(records(&doubles, "influences/"), before);
}

#[wasm_bindgen_test]
async fn the_next_talk_starts_from_the_last_agreements_and_joins_them_to_it() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    let first = record(&doubles)["session"]["id"].clone();
    stage.press(nl().work.kinds[0]).await;
    stage
        .write("#agreement-0-text", "Drie klanten bellen")
        .await;
    assert!(stage.find("[data-section=look-back]").is_none(), "not yet");
    *doubles.clock.now.borrow_mut() = "2026-04-02T09:30:00+02:00".to_owned();
    stage.press(nl().common.to_start).await;
    stage.to_first_statement().await;
    stage.answer_all(&doubles, "4").await;
    stage.press(nl().journey.to_result).await;
    let looked_back = stage
        .find("[data-section=look-back]")
        .expect("they come back");
    let said = looked_back.text_content().unwrap_or_default();
    assert!(said.contains("Drie klanten bellen"), "{said}");
    stage.press_on("#back-0-outcome-0").await;
    stage.write("#back-0-learned", "Bellen helpt").await;
    doubles.timers.elapse();
    flush().await;
    let agreed = &records(&doubles, "agreements/")[0];
    assert_eq!(agreed["agreement"]["outcome"], "kept");
    assert_eq!(agreed["agreement"]["learned"], "Bellen helpt");
    assert_eq!(agreed["agreement"]["text"], "Drie klanten bellen");
    let joined = agreed["sessionIds"].as_array().expect("a list");
    assert_eq!((joined.len(), &joined[0]), (2, &first));
}

#[wasm_bindgen_test]
async fn agreements_go_into_the_file_when_chosen_and_are_stored_where_it_is_stored() {
    let doubles = Doubles::default();
    let stage = result_of(&doubles).await;
    stage.press(nl().work.kinds[0]).await;
    stage
        .write("#agreement-0-text", "Drie klanten bellen")
        .await;
    stage.press_on("#share-part-agreements").await;
    stage.press(nl().files.preview).await;
    stage.press(&nl().files.save_as("JSON")).await;
    let (_, content) = file(&doubles);
    let id = records(&doubles, "agreements/")[0]["id"].clone();
    assert_eq!(content["agreements"][0]["id"], id);
    assert_eq!(content["agreements"][0]["text"], "Drie klanten bellen");
    let bytes = doubles.downloads.0.borrow()[0].2.clone();
    let elsewhere = Doubles::default();
    let other = Stage::open(&elsewhere).await;
    other.choose_file(&elsewhere, &bytes).await;
    let entry = other.find("[data-entry=agreement]").expect("it is entry");
    let said = entry.text_content().unwrap_or_default();
    assert!(said.contains("Drie klanten bellen"), "{said}");
    assert!(
        records(&elsewhere, "agreements/").is_empty(),
        "nothing is stored yet"
    );
    other.press(nl().result.file_keep).await;
    assert_eq!(records(&elsewhere, "agreements/")[0]["id"], id);
    other.press(nl().common.my_data).await;
    let title = nl().data.result_of("2 maart 2026");
    other
        .press(&[nl().data.delete, ": ", &title].concat())
        .await;
    assert!(keys(&elsewhere).is_empty(), "nothing is left");
    other.press(nl().common.undo).await;
    assert_eq!(records(&elsewhere, "agreements/")[0]["id"], id);
}
