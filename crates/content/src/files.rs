//! The compiled files as the build puts them beside the page, and how the page names them.

use crate::SOURCES;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use compiled::encode;
use model::Language;
use sha2::{Digest, Sha256, Sha384};

/// One compiled file: a version of a questionnaire in one language.
pub struct CompiledFile {
    /// Its name, which holds a hash of its bytes.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The element by which the page finds it, with the hash that it is held to.
    pub element: String,
}

/// Compiles every questionnaire into a file a version and language, in the order of
/// [`SOURCES`].
///
/// # Errors
/// A sentence with the faults of the first definition that is not sound.
pub fn compile_all() -> Result<Vec<CompiledFile>, String> {
    let mut files = Vec::new();
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
            let hash: String = Sha256::digest(&bytes)[..8]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let tag = language.tag();
            let name = format!("{}-{}-{tag}-{hash}.bin", source.id, source.version);
            let integrity = STANDARD.encode(Sha384::digest(&bytes));
            let element = format!(
                "<meta name=\"mindset-content\" content=\"./content/{name}\" data-id=\"{}\" \
                 data-version=\"{}\" data-digest=\"{}\" data-language=\"{tag}\" \
                 data-integrity=\"sha384-{integrity}\">",
                source.id,
                source.version,
                instrument.digest(),
            );
            files.push(CompiledFile {
                name,
                bytes,
                element,
            });
        }
    }
    Ok(files)
}
