//! The content port: what `boot.js` has loaded, and can load.

use crate::offered::{self, bytes};
use js_sys::{Array, Reflect, Uint8Array};
use model::{InstrumentRef, Language};
use platform::{CompileDone, CompileError, Content, ContentDone, ContentError};
use wasm_bindgen::{JsCast, JsValue};

/// What `boot.js` offers, as `web/globals.d.ts` declares it.
const OFFERED: &str = "mindsetContent";

/// Files beside the page.
pub struct LoadedContent;

impl Content for LoadedContent {
    fn first_interface(&self) -> Vec<u8> {
        value("firstInterface").and_then(bytes).unwrap_or_default()
    }

    fn fetch_interface(&self, language: Language, done: ContentDone) {
        fetch("fetchInterface", &Array::of1(&language.tag().into()), done);
    }

    fn listed(&self) -> Vec<InstrumentRef> {
        let files = value("listed").map(|files| Array::from(&files));
        let mut listed: Vec<InstrumentRef> = Vec::new();
        for file in files.unwrap_or_default() {
            let part = |name| text(&file, name).unwrap_or_default();
            let reference = InstrumentRef {
                id: part("id"),
                version: part("version"),
                digest: part("digest"),
            };
            // There is a file a language.
            if !listed.contains(&reference) {
                listed.push(reference);
            }
        }
        listed
    }

    fn first(&self) -> Vec<u8> {
        value("first").and_then(bytes).unwrap_or_default()
    }

    fn fetch(&self, reference: &InstrumentRef, language: Language, done: ContentDone) {
        let given = Array::of2(&reference.digest.as_str().into(), &language.tag().into());
        fetch("fetch", &given, done);
    }

    fn compile(&self, definition: &[u8], done: CompileDone) {
        let given = Array::of1(&Uint8Array::from(definition));
        offered::ask(&[OFFERED, "compile"], &given, move |settled| {
            done(match settled {
                Ok(value) if value.has_type::<Uint8Array>() => {
                    bytes(value).ok_or(CompileError::NotLoaded)
                }
                Ok(value) => {
                    let said = |language: Language| text(&value, language.tag());
                    let said = Language::ALL.map(|one| said(one).unwrap_or_default());
                    Err(CompileError::Refused(said))
                }
                Err(_) => Err(CompileError::NotLoaded),
            });
        });
    }
}

/// Has `boot.js` fetch a file.
fn fetch(name: &str, given: &Array, done: ContentDone) {
    offered::ask(&[OFFERED, name], given, move |settled| {
        done(match settled {
            Ok(value) if value.is_null() => Err(ContentError::Unknown),
            Ok(value) => bytes(value).ok_or(ContentError::NotLoaded),
            Err(_) => Err(ContentError::NotLoaded),
        });
    });
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

fn value(name: &str) -> Option<JsValue> {
    offered::value(&[OFFERED, name])
}
