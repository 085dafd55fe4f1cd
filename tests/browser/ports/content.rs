//! The list of questionnaires beside the page, as the script hands it over.

use js_sys::{JSON, Object, Reflect};
use model::InstrumentRef;
use platform_web::ports;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_questionnaire_is_listed_once_however_many_languages_it_has_files_in() {
    let file = |version: &str, digest: &str| {
        format!(r#"{{"id": "scan", "version": "{version}", "digest": "sha256:{digest}"}}"#)
    };
    let files = [file("2.0", "b"), file("2.0", "b"), file("1.0", "a")].join(",");
    let offered = Object::new();
    let listed = JSON::parse(&format!("[{files}]")).expect("it is JSON");
    Reflect::set(&offered, &"listed".into(), &listed).expect("an object takes a field");
    let page = js_sys::global();
    let name = "mindsetContent".into();
    Reflect::set(&page, &name, &offered).expect("the page takes a global");
    let reference = |version: &str, digest: &str| InstrumentRef {
        id: "scan".to_owned(),
        version: version.to_owned(),
        digest: format!("sha256:{digest}"),
    };
    let expected = [reference("2.0", "b"), reference("1.0", "a")];
    assert_eq!(ports().content.listed(), expected);
    Reflect::delete_property(&page, &name).expect("it can be taken away");
    assert!(ports().content.listed().is_empty());
}
