//! The one call that the worker's script makes: a custom definition in, a compiled file out.

use wasm_bindgen::prelude::*;

/// A compiled file, or why there is none.
#[wasm_bindgen]
pub struct Outcome {
    bytes: Option<Vec<u8>>,
    place: String,
    faults: String,
}

#[wasm_bindgen]
impl Outcome {
    /// The compiled file in every language; nothing where the definition is not sound.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        self.bytes.clone()
    }

    /// The place of the first fault, such as `items[3].key`.
    #[wasm_bindgen(getter)]
    pub fn place(&self) -> String {
        self.place.clone()
    }

    /// Every fault with its place, a line each.
    #[wasm_bindgen(getter)]
    pub fn faults(&self) -> String {
        self.faults.clone()
    }
}

/// Checks a definition and compiles it.
#[wasm_bindgen]
pub fn compile(definition: &str) -> Outcome {
    let refused = |place: String, faults: String| Outcome {
        bytes: None,
        place,
        faults,
    };
    let instrument = match definition::custom_from_json(definition) {
        Ok(instrument) => instrument,
        Err(error) => {
            let first = error.faults.first().map(|fault| fault.place.clone());
            return refused(first.unwrap_or_default(), error.to_string());
        }
    };
    let example = None;
    match compiled::encode_all(&compiled::Questionnaire {
        instrument,
        example,
    }) {
        Ok(bytes) => Outcome {
            bytes: Some(bytes),
            place: String::new(),
            faults: String::new(),
        },
        Err(error) => refused(String::new(), error.to_string()),
    }
}

fn main() {}
