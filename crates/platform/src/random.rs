//! Random bytes, and the ids made of them.

/// A source of random bytes.
pub trait Random {
    /// Sixteen unpredictable bytes.
    fn bytes(&self) -> [u8; 16];
}

/// A new random id: a version 4 UUID in its text form (RFC 4122; Leach, Mealling and
/// Salz, 2005).
pub fn new_id(random: &dyn Random) -> String {
    let mut bytes = random.bytes();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::with_capacity(36);
    for (n, byte) in bytes.into_iter().enumerate() {
        if matches!(n, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            id.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    id
}
