//! Files handed to the reader.

/// Hands a file to the reader.
pub trait Downloads {
    /// Offers `bytes` as a file of this name. True when the browser has taken it; whether
    /// the reader then keeps the file cannot be known.
    fn save(&self, name: &str, media_type: &str, bytes: &[u8]) -> bool;
}
