//! Reading what was chosen in a file input.

use js_sys::{Array, Promise, Uint8Array};
use platform::{Files, ReadError};
use platform_web::ports;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, File, HtmlInputElement};

use super::support::element;

/// A file input in which a file with these bytes has been chosen.
fn chosen(id: &str, bytes: &[u8]) -> HtmlInputElement {
    let input: HtmlInputElement = element("input").unchecked_into();
    input.set_type("file");
    input.set_id(id);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence(&parts, "result.json").expect("a valid file");
    let transfer = DataTransfer::new().expect("the browser can make one");
    transfer
        .items()
        .add_with_file(&file)
        .expect("it takes files");
    input.set_files(transfer.files().as_ref());
    input
}

/// Reads, and waits for the answer.
async fn read(files: &dyn Files, id: &str, max: u32) -> Result<Vec<u8>, ReadError> {
    let answer = Rc::new(RefCell::new(None));
    let heard = answer.clone();
    let promise = Promise::new(&mut |resolve, _| {
        let heard = heard.clone();
        let done = move |result| {
            heard.replace(Some(result));
            let _ = resolve.call0(&JsValue::NULL);
        };
        files.read(id, max, Box::new(done));
    });
    JsFuture::from(promise).await.expect("it is never rejected");
    answer.take().expect("there is an answer by now")
}

#[wasm_bindgen_test]
async fn the_bytes_of_a_chosen_file_arrive_and_the_same_file_can_be_chosen_again() {
    let files = ports().files;
    let input = chosen("pick", &[0, 255, 10, 13]);
    assert_eq!(read(&*files, "pick", 4).await, Ok(vec![0, 255, 10, 13]));
    assert_eq!(input.value(), "");
    let again = read(&*files, "pick", 4).await;
    assert_eq!(again, Err(ReadError::NothingChosen));
    input.remove();
}

#[wasm_bindgen_test]
async fn one_byte_too_many_is_refused_by_the_size() {
    let files = ports().files;
    let input = chosen("large", &[7; 1025]);
    let refused = read(&*files, "large", 1024).await;
    assert_eq!(refused, Err(ReadError::TooLarge { size: 1025 }));
    input.remove();
}

#[wasm_bindgen_test]
async fn an_input_that_is_not_there_has_nothing_chosen() {
    let nothing = read(&*ports().files, "nowhere", 1).await;
    assert_eq!(nothing, Err(ReadError::NothingChosen));
}
