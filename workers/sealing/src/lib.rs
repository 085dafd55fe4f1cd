//! A file under a passphrase, in the age format (age-encryption.org/v1).
//!
//! The key is made from the passphrase by scrypt (Percival, 2009). There is no way back without
//! the passphrase, and no second key.
//!
//! A crate and a wasm file of its own: the tables and texts that age brings would cost every
//! reader a quarter of the first load, and hardly anyone seals a file.

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use std::io::{self, Read, Write};

/// Work factor of scrypt: 2 to this power, in 64 MiB. About a second on a phone.
pub const WORK: u8 = 16;

/// Highest work factor that is accepted on opening: what other tools write by themselves, in
/// 256 MiB. A file from elsewhere must not stop the page.
pub const MOST_WORK: u8 = 18;

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// Another passphrase, or the file is damaged: the format cannot tell the two apart.
    Refused,
    /// It asks for more work than [`MOST_WORK`].
    TooMuchWork,
    /// It holds more than was allowed.
    TooBig,
}

/// These bytes under a passphrase.
///
/// # Errors
/// When there is no source of chance.
pub fn seal(bytes: &[u8], passphrase: &str) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let recipient: &dyn Recipient = &recipient;
    let encryptor =
        Encryptor::with_recipients([recipient].into_iter()).map_err(io::Error::other)?;
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(sealed)
}

/// What is under this passphrase, of at most `max` bytes.
///
/// # Errors
/// See [`NotOpened`].
pub fn open(sealed: &[u8], passphrase: &str, max: usize) -> Result<Vec<u8>, NotOpened> {
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let identity: &dyn Identity = &identity;
    let reader = Decryptor::new(sealed)
        .and_then(|decryptor| decryptor.decrypt([identity].into_iter()))
        .map_err(|error| match error {
            DecryptError::ExcessiveWork { .. } => NotOpened::TooMuchWork,
            _ => NotOpened::Refused,
        })?;
    let mut bytes = Vec::new();
    let most = u64::try_from(max).unwrap_or(u64::MAX);
    reader
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| NotOpened::Refused)?;
    if bytes.len() > max {
        Err(NotOpened::TooBig)
    } else {
        Ok(bytes)
    }
}

fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.to_owned())
}
