//! Hashes of files: to check a copy by, and for `integrity` attributes.

use super::Files;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384};
use std::fmt::Write;

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// What `sha256sum --check` reads: a line a file.
pub fn sums(files: &Files) -> String {
    let lines = files
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes)));
    lines.collect()
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The integrity of every script, style sheet and program, as JSON by name.
pub fn integrities(files: &Files) -> String {
    let guarded = |name: &str| {
        [".js", ".css", ".wasm"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    let all: Map<String, Value> = files
        .iter()
        .filter(|(name, _)| guarded(name))
        .map(|(name, bytes)| (name.clone(), integrity(bytes).into()))
        .collect();
    format!("{:#}\n", Value::Object(all))
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn the_hashes_are_those_that_other_programs_compute() {
        // By sha256sum, and by `openssl dgst -sha384 -binary | openssl base64 -A`.
        assert_eq!(
            sha256(b"export {};"),
            "2e29cd9a98755c46896f7a2d56524db2d6d96b248e36db46de14c30bf47c8d05"
        );
        assert_eq!(
            integrity(b"export {};"),
            "sha384-OURA3k5hJ74BsGlX4ksLSFQSEcbEi1C7beG3lEqFBTVv+fXU25n0GbzRVMFK1W0P"
        );
    }

    #[test]
    fn a_line_of_the_sums_is_hash_two_spaces_name() {
        let sums = sums(&sample());
        assert_eq!(sums.lines().count(), sample().len());
        for line in sums.lines() {
            let (hash, name) = line.split_once("  ").unwrap();
            assert_eq!(hash, sha256(&sample()[name]));
        }
    }

    #[test]
    fn scripts_style_sheets_and_programs_have_an_integrity() {
        let all: Value = serde_json::from_str(&integrities(&sample())).unwrap();
        let names: Vec<&String> = all.as_object().unwrap().keys().collect();
        assert_eq!(
            names,
            ["app-1_bg.wasm", "base-1.css", "boot-1.js", "embed.js"]
        );
        assert_eq!(all["embed.js"], integrity(b"export {};"));
    }
}
