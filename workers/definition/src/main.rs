//! The one call that the worker's script makes: a custom definition in, a compiled file out.

use definition::lint::say_placed_fault;
use model::Language;
use wasm_bindgen::prelude::*;

/// A compiled file, or why there is none.
#[wasm_bindgen]
pub struct Outcome {
    bytes: Option<Vec<u8>>,
    why: [String; Language::ALL.len()],
}

#[wasm_bindgen]
impl Outcome {
    /// The compiled file in every language; nothing where the definition is not sound.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        self.bytes.clone()
    }

    /// The first fault and its place, in Dutch.
    #[wasm_bindgen(getter)]
    pub fn nl(&self) -> String {
        self.why[Language::Nl as usize].clone()
    }

    /// The first fault and its place, in English.
    #[wasm_bindgen(getter)]
    pub fn en(&self) -> String {
        self.why[Language::En as usize].clone()
    }
}

/// Checks a definition and compiles it.
#[wasm_bindgen]
pub fn compile(definition: &[u8]) -> Outcome {
    let refused = |why| Outcome { bytes: None, why };
    let instrument = match definition::custom_from_bytes(definition, content::SHIPPED) {
        Ok(instrument) => instrument,
        Err(error) => {
            let first = error.faults.first();
            return refused(Language::ALL.map(|language| {
                first.map_or_else(String::new, |fault| say_placed_fault(fault, language))
            }));
        }
    };
    let example = None;
    match compiled::encode_all(&compiled::Questionnaire {
        instrument,
        example,
    }) {
        Ok(bytes) => Outcome {
            bytes: Some(bytes),
            why: Default::default(),
        },
        Err(error) => refused(Language::ALL.map(|_| error.to_string())),
    }
}

fn main() {}
