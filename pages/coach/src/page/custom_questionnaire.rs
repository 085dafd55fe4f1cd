//! Checking a custom questionnaire: the file is read here and goes nowhere.

use crate::texts::texts;
use definition::InstrumentError;
use definition::limits::MAX_BYTES;
use definition::lint::{Advice, Finding, lint, same_version, say, say_fault, say_place};
use gloo::file::callbacks::{FileReader, read_as_bytes};
use model::{Instrument, Language};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

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
    // What was checked in this visit: two files of one id and version must be one.
    let earlier = use_mut_ref(Vec::<Instrument>::new);
    let onchange = {
        let (checked, reader) = (checked.clone(), reader.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = field.files().and_then(|files| files.get(0)) else {
                return;
            };
            let (checked, earlier) = (checked.clone(), earlier.clone());
            let file = gloo::file::File::from(file);
            // One byte more than is read tells the loader that there is too much.
            let start = file.slice(0, MAX_BYTES as u64 + 1);
            *reader.borrow_mut() = Some(read_as_bytes(&start, move |bytes| {
                let bytes = bytes.unwrap_or_default();
                let found = check(&bytes, &mut earlier.borrow_mut());
                checked.set(Some(Rc::new(found)));
            }));
            // The same file is chosen once more when it has been changed.
            field.set_value("");
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

/// Checks a file, and compares it with those that were checked before.
fn check(bytes: &[u8], earlier: &mut Vec<Instrument>) -> Checked {
    let custom = definition::custom_as_written(bytes, content::SHIPPED)?;
    let compared = |known: &Instrument| same_version(known, &custom);
    let mut findings: Vec<Finding> = earlier.iter().flat_map(compared).collect();
    findings.extend(lint(&custom));
    earlier.push(custom);
    Ok(findings)
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
