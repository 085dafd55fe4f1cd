//! The random port on `crypto.getRandomValues`.

use super::window;
use platform::Random;

/// The browser's cryptographically secure random source.
pub struct Crypto;

impl Random for Crypto {
    fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let crypto = window().crypto();
        if crypto
            .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
            .is_err()
        {
            // An id must differ from the others, not be a secret.
            bytes = std::array::from_fn(|_| (js_sys::Math::random() * 256.0) as u8);
        }
        bytes
    }
}
