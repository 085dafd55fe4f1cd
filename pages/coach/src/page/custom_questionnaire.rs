//! Checking a custom questionnaire: the file is read here and goes nowhere.

use crate::texts::texts;
use definition::InstrumentError;
use definition::lint::{Advice, Finding, lint, say, say_fault, say_place};
use gloo::file::callbacks::{FileReader, read_as_bytes};
use model::Language;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A file larger than this is no questionnaire; the loader refuses it by a lower bound.
const LARGEST: f64 = 4.0e6;

/// What came of reading one.
pub(crate) type Checked = Result<Vec<Finding>, InstrumentError>;

/// The page's language.
#[derive(Properties, PartialEq)]
pub struct CustomQuestionnaireProps {
    /// The page's language.
    pub language: Language,
}

/// A file field, and what is to be said of the file.
#[component]
pub fn CustomQuestionnaire(props: &CustomQuestionnaireProps) -> Html {
    let t = texts(props.language);
    let checked = use_state(|| None::<Rc<Checked>>);
    // Dropping the reader would stop it.
    let reader = use_mut_ref(|| None::<FileReader>);
    let onchange = {
        let (checked, reader) = (checked.clone(), reader.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = field.files().and_then(|files| files.get(0)) else {
                return;
            };
            let checked = checked.clone();
            let taken = file.size() <= LARGEST;
            let file = gloo::file::File::from(file);
            *reader.borrow_mut() = taken.then(|| {
                read_as_bytes(&file, move |bytes| {
                    let bytes = bytes.unwrap_or_default();
                    let found = definition::from_bytes(&bytes).map(|custom| lint(&custom));
                    checked.set(Some(Rc::new(found)));
                })
            });
        })
    };
    html! {
        <section class="section" data-section="custom">
            <h2>{ t.custom }</h2>
            <p>{ t.custom_lead }</p>
            <div class="file-button">
                <input id="custom-file" type="file" accept="application/json,.json" {onchange} />
                <label class="button" data-part="button" for="custom-file">{ t.custom_file }</label>
            </div>
            <div role="status" class="stack">
                if let Some(checked) = &*checked {
                    { findings(props.language, checked) }
                }
            </div>
        </section>
    }
}

/// What is to be said of a file that was read.
pub(crate) fn findings(language: Language, checked: &Checked) -> Html {
    let t = texts(language);
    let (lead, rows): (&str, Vec<(String, String)>) = match checked {
        Err(error) => (
            t.custom_refused,
            error
                .faults
                .iter()
                .map(|fault| (fault.place.clone(), say_fault(fault, language)))
                .collect(),
        ),
        Ok(findings) if findings.is_empty() => (t.custom_sound, Vec::new()),
        Ok(findings) => (
            t.custom_remarks,
            findings
                .iter()
                .map(|finding| {
                    let [warning, hint] = t.advice;
                    let kind = match finding.advice {
                        Advice::Warning => warning,
                        Advice::Hint => hint,
                    };
                    let sentence = [kind, ": ", &say(finding, language)].concat();
                    (finding.place.clone(), sentence)
                })
                .collect(),
        ),
    };
    html! {
        <>
            <p>{ lead }</p>
            <ul class="limits" role="list">
                { for rows.iter().map(|(place, sentence)| html! {
                    <li>
                        <span>{ sentence }</span>
                        <br />
                        <small class="muted">{ say_place(place, language) }{ " " }<code translate="no">{ place }</code></small>
                    </li>
                }) }
            </ul>
        </>
    }
}
