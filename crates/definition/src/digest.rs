//! The digest of a definition.

use sha2::{Digest, Sha256};

/// `sha256:` and the lower-case hexadecimal SHA-256 (FIPS 180-4) of the file's bytes,
/// so that anyone can check it with a standard tool.
pub(super) fn digest(file: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let bytes = Sha256::digest(file);
    let mut text = String::from("sha256:");
    for byte in bytes {
        text.push(HEX[usize::from(byte >> 4)] as char);
        text.push(HEX[usize::from(byte & 15)] as char);
    }
    text
}
