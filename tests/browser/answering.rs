//! Answering: the focus, the pointer, the arrow keys, Enter, the number keys, and back.

use crate::stage::{Stage, flush, nl, stored};
use model::{Instrument, Language};
use platform::doubles::Doubles;
use wasm_bindgen_test::wasm_bindgen_test;

async fn first_statement() -> (Doubles, Stage) {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    stage.to_first_statement().await;
    (doubles, stage)
}

fn instrument() -> Instrument {
    content::scan()
        .instrument()
        .expect("the bundled instrument holds")
}

fn legend(text: &str) -> Option<(String, String)> {
    Some(("legend".to_owned(), text.to_owned()))
}

#[wasm_bindgen_test]
async fn no_focus_is_taken_on_the_first_load() {
    let stage = Stage::open(&Doubles::default()).await;
    assert_eq!(stage.screen(), "start");
    assert_eq!(stage.focused(), None);
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_what_has_arrived() {
    let doubles = Doubles::default();
    let stage = Stage::open(&doubles).await;
    let instrument = instrument();
    stage.press(nl().start.begin).await;
    let heading = nl().journey.statements_first(&nl().start.statements(32));
    assert_eq!(stage.focused(), Some(("h1".to_owned(), heading)));
    stage.press(nl().common.go_on).await;
    let first = instrument.order().next().expect("there are items");
    let statement = instrument.items()[first].text.get(Language::Nl);
    assert_eq!(stage.focused(), legend(statement));
    stage.answer_statements(&doubles, |_| "4").await;
    let heading = nl().journey.context_interlude.to_owned();
    assert_eq!(stage.focused(), Some(("h1".to_owned(), heading)));
    stage.press(nl().common.go_on).await;
    let question = instrument.context_questions()[0].text.get(Language::Nl);
    assert_eq!(stage.focused(), legend(question));
}

#[wasm_bindgen_test]
async fn an_arrow_key_chooses_and_does_not_go_on() {
    let (doubles, stage) = first_statement().await;
    assert_eq!((stage.item(), stage.chosen()), ("RES-06".into(), None));
    for value in ["4", "5"] {
        stage.click(value, 0).await;
        assert_eq!(stage.item(), "RES-06");
        assert_eq!(stage.chosen().as_deref(), Some(value));
    }
    assert_eq!(stored(&doubles, "RES-06"), 5);
    stage.press(nl().common.go_on).await;
    assert_eq!(stage.item(), "ACC-08");
}

#[wasm_bindgen_test]
async fn a_pointer_chooses_and_goes_on() {
    let (doubles, stage) = first_statement().await;
    stage.click("4", 1).await;
    assert_eq!((stage.item(), stage.chosen()), ("ACC-08".into(), None));
    assert_eq!(stored(&doubles, "RES-06"), 4);
    assert!(stored(&doubles, "ACC-08").is_null());
}

#[wasm_bindgen_test]
async fn enter_goes_on_once_something_is_chosen() {
    let (doubles, stage) = first_statement().await;
    stage.enter("1").await;
    assert_eq!(stage.item(), "RES-06");
    stage.click("2", 0).await;
    stage.enter("2").await;
    assert_eq!(stage.item(), "ACC-08");
    assert_eq!(stored(&doubles, "RES-06"), 2);
}

#[wasm_bindgen_test]
async fn a_number_key_answers_where_there_is_such_an_option() {
    let (doubles, stage) = first_statement().await;
    for key in ["0", "6", "a", "Enter", "-1", "1.0"] {
        assert!(!doubles.page.press(key), "{key}");
    }
    flush().await;
    assert_eq!(stage.item(), "RES-06");
    assert!(doubles.page.press("3"));
    flush().await;
    assert_eq!(stage.item(), "ACC-08");
    assert_eq!(stored(&doubles, "RES-06"), 3);
    stage.press(nl().journey.stop).await;
    assert!(
        !doubles.page.press("3"),
        "nothing is asked on the first screen"
    );
}

#[wasm_bindgen_test]
async fn a_number_key_answers_a_question_about_the_situation_too() {
    let (doubles, stage) = first_statement().await;
    stage.answer_statements(&doubles, |_| "4").await;
    stage.press(nl().common.go_on).await;
    assert!(!doubles.page.press("6"), "it has five options");
    assert!(doubles.page.press("2"));
    flush().await;
    assert_eq!(stage.item(), "CTX-2");
    stage.press(nl().common.back).await;
    assert_eq!(
        (stage.item(), stage.chosen()),
        ("CTX-1".into(), Some("discussed".into()))
    );
}

#[wasm_bindgen_test]
async fn back_finds_the_answer_that_was_given() {
    let (doubles, stage) = first_statement().await;
    stage.click("4", 1).await;
    stage.press(nl().common.back).await;
    assert_eq!(
        (stage.item(), stage.chosen()),
        ("RES-06".into(), Some("4".into()))
    );
    stage.press(nl().common.back).await;
    assert_eq!(stage.screen(), "interlude");
    assert_eq!(stored(&doubles, "RES-06"), 4);
}

#[wasm_bindgen_test]
async fn the_back_key_goes_one_statement_back_and_leaves_only_from_the_start() {
    let (doubles, stage) = first_statement().await;
    stage.click("4", 1).await;
    assert!(doubles.history.go_back());
    flush().await;
    assert_eq!(stage.item(), "RES-06");
    for screen in ["interlude", "start"] {
        assert!(doubles.history.go_back());
        flush().await;
        assert_eq!(stage.screen(), screen);
    }
    assert!(!doubles.history.go_back());
}

#[wasm_bindgen_test]
async fn after_stopping_the_back_key_leaves() {
    let (doubles, stage) = first_statement().await;
    stage.press(nl().journey.stop).await;
    assert_eq!(stage.screen(), "start");
    assert!(!doubles.history.go_back());
}

#[wasm_bindgen_test]
async fn a_statement_can_be_left_out() {
    let (doubles, stage) = first_statement().await;
    let instrument = instrument();
    let skip = instrument.response_scale().skip.get(Language::Nl);
    stage.press(skip).await;
    assert_eq!(stage.item(), "ACC-08");
    let answers = stored(&doubles, "RES-06");
    assert!(answers.is_null());
    stage.press(nl().common.back).await;
    assert_eq!((stage.item(), stage.chosen()), ("RES-06".into(), None));
}

#[wasm_bindgen_test]
async fn another_language_keeps_the_place_and_the_choice() {
    let (_, stage) = first_statement().await;
    stage.click("4", 0).await;
    let english = stage
        .find("[data-language=en]")
        .expect("English is offered");
    english.click();
    flush().await;
    let root = stage.find("[data-part=root]").expect("there is a root");
    assert_eq!(root.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(
        (stage.item(), stage.chosen()),
        ("RES-06".into(), Some("4".into()))
    );
    assert!(stage.text().contains("Strongly disagree"));
}

#[wasm_bindgen_test]
async fn progress_counts_the_statements_behind_one() {
    let (_, stage) = first_statement().await;
    let progress = || {
        let bar = stage
            .find("progress[data-part=progress]")
            .expect("it is shown");
        ["value", "max"].map(|name| bar.get_attribute(name).unwrap_or_default())
    };
    assert_eq!(progress(), ["0", "32"]);
    stage.click("4", 1).await;
    assert_eq!(progress(), ["1", "32"]);
}
