//! The compiled files as the build puts them beside the page, and how the page names them.

use crate::SOURCES;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use compiled::{encode, encode_interface};
use i18n::{RoundMessages, TalkMessages, TeamMessages};
use interface_texts::{messages, round_texts, talk_texts, team_texts};
use model::Language;
use sha2::{Digest, Sha256, Sha384};

/// One compiled file: the interface's texts, or a version of a questionnaire, in one language.
pub struct CompiledFile {
    /// Its name, which holds a hash of its bytes.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The element by which the page finds it, with the hash that it is held to.
    pub element: String,
}

/// Compiles all texts of the page for the talk into a file a language.
///
/// # Errors
/// A sentence where they cannot be written.
pub fn compile_talk() -> Result<Vec<CompiledFile>, String> {
    let compiled = Language::ALL.into_iter().map(|language| {
        let texts = TalkMessages {
            interface: messages(language).clone(),
            own: talk_texts(language).clone(),
        };
        let bytes = encode_interface(&texts, language)
            .map_err(|error| format!("The texts of the talk cannot be written: {error}."))?;
        Ok(file("talk", "mindset-interface", "", language, bytes))
    });
    compiled.collect()
}

/// Compiles all texts of the page of a team into a file a language.
///
/// # Errors
/// A sentence where they cannot be written.
pub fn compile_team() -> Result<Vec<CompiledFile>, String> {
    let compiled = Language::ALL.into_iter().map(|language| {
        let texts = TeamMessages {
            interface: messages(language).clone(),
            own: team_texts(language).clone(),
        };
        let bytes = encode_interface(&texts, language)
            .map_err(|error| format!("The texts of the team page cannot be written: {error}."))?;
        Ok(file("team", "mindset-interface", "", language, bytes))
    });
    compiled.collect()
}

/// Compiles all texts of the page of a round into a file a language.
///
/// # Errors
/// A sentence where they cannot be written.
pub fn compile_round() -> Result<Vec<CompiledFile>, String> {
    let compiled = Language::ALL.into_iter().map(|language| {
        let texts = RoundMessages {
            interface: messages(language).clone(),
            own: round_texts(language).clone(),
        };
        let bytes = encode_interface(&texts, language)
            .map_err(|error| format!("The texts of the round cannot be written: {error}."))?;
        Ok(file("round", "mindset-interface", "", language, bytes))
    });
    compiled.collect()
}

/// Compiles the interface's texts into a file a language, and every questionnaire into a file a
/// version and language, in the order of [`SOURCES`].
///
/// # Errors
/// A sentence with the faults of the first definition that is not sound.
pub fn compile_all() -> Result<Vec<CompiledFile>, String> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let bytes = encode_interface(messages(language), language)
            .map_err(|error| format!("The interface's texts cannot be written: {error}."))?;
        files.push(file("interface", "mindset-interface", "", language, bytes));
    }
    for source in SOURCES {
        let place = format!("content/{}/{}.json", source.id, source.version);
        let questionnaire = source
            .questionnaire()
            .map_err(|error| format!("{place} is not sound:\n{error}"))?;
        let instrument = &questionnaire.instrument;
        if (instrument.id(), instrument.version()) != (source.id, source.version) {
            return Err(format!("{place} has another id or version inside."));
        }
        if source.example.is_some() && questionnaire.example.is_none() {
            return Err(format!("The example beside {place} does not belong to it."));
        }
        for language in Language::ALL {
            let bytes = encode(&questionnaire, language)
                .map_err(|error| format!("{place} cannot be written: {error}."))?;
            let stem = format!("{}-{}", source.id, source.version);
            let attributes = format!(
                "data-id=\"{}\" data-version=\"{}\" data-digest=\"{}\" ",
                source.id,
                source.version,
                instrument.digest(),
            );
            files.push(file(&stem, "mindset-content", &attributes, language, bytes));
        }
    }
    Ok(files)
}

/// A file with its language and the hash of its bytes in its name, and its element: a `meta` of
/// this name with these attributes.
fn file(
    stem: &str,
    meta: &str,
    attributes: &str,
    language: Language,
    bytes: Vec<u8>,
) -> CompiledFile {
    let hash: String = Sha256::digest(&bytes)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let tag = language.tag();
    let name = format!("{stem}-{tag}-{hash}.bin");
    let integrity = STANDARD.encode(Sha384::digest(&bytes));
    let element = format!(
        "<meta name=\"{meta}\" content=\"./content/{name}\" {attributes}data-language=\"{tag}\" \
         data-integrity=\"sha384-{integrity}\">"
    );
    CompiledFile {
        name,
        bytes,
        element,
    }
}
