//! A file under a passphrase, in the age format (age-encryption.org/v1).
//!
//! The key is made from the passphrase by scrypt (Percival, 2009). There is no way back without
//! the passphrase, and no second key.
//!
//! A crate and a wasm file of its own: the tables and texts that age brings would cost every
//! reader a quarter of the first load, and hardly anyone seals a file. It runs in a worker, which
//! a reader can stop.

mod passphrase;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use std::io::{self, Read, Write};
use untrusted::{MAX_SEALED_WORK, SealedFault, sealed_bytes};

pub use passphrase::{forms, sealed_form};

/// Work factor of scrypt: 2 to this power, in 64 MiB. About a second on a phone.
pub const WORK: u8 = 16;

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// Another passphrase, or the part that holds the key was changed: the format cannot tell the
    /// two apart.
    Refused,
    /// It asks for more work than [`untrusted::MAX_SEALED_WORK`].
    TooMuchWork,
    /// It is not sealed under a passphrase, it was cut off, or it was changed.
    Damaged,
    /// It holds more than was allowed.
    TooBig,
}

/// These bytes under a passphrase.
///
/// # Errors
/// When there is no source of chance.
pub fn seal(bytes: &[u8], passphrase: &str) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(secret(&sealed_form(passphrase)));
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

/// What is under this passphrase, of at most `max` bytes; also where it was typed in another
/// Unicode form, or with spaces around it. The file may be the text that age writes (armour).
///
/// # Errors
/// See [`NotOpened`].
pub fn open(sealed: &[u8], passphrase: &str, max: usize) -> Result<Vec<u8>, NotOpened> {
    // Before the library sees any of it.
    let sealed = sealed_bytes(sealed).map_err(|fault| match fault {
        SealedFault::TooMuchWork => NotOpened::TooMuchWork,
        SealedFault::ToKey | SealedFault::Damaged => NotOpened::Damaged,
    })?;
    for form in forms(passphrase) {
        match open_with(&sealed, &form, max) {
            Err(NotOpened::Refused) => {}
            opened => return opened,
        }
    }
    Err(NotOpened::Refused)
}

fn open_with(sealed: &[u8], passphrase: &str, max: usize) -> Result<Vec<u8>, NotOpened> {
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MAX_SEALED_WORK);
    let identity: &dyn Identity = &identity;
    let reader = Decryptor::new_buffered(sealed)
        .and_then(|decryptor| decryptor.decrypt([identity].into_iter()))
        .map_err(|error| match error {
            DecryptError::ExcessiveWork { .. } => NotOpened::TooMuchWork,
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                NotOpened::Refused
            }
            _ => NotOpened::Damaged,
        })?;
    let mut bytes = Vec::new();
    let most = u64::try_from(max).unwrap_or(u64::MAX);
    reader
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| NotOpened::Damaged)?;
    if bytes.len() > max {
        Err(NotOpened::TooBig)
    } else {
        Ok(bytes)
    }
}

fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.to_owned())
}
