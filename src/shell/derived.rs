//! What is computed from a state once, and not again until the state is another one.

/// A value with the revision it was computed from.
pub(crate) struct Derived<K, V>(Option<(K, V)>);

impl<K, V> Default for Derived<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Derived<K, V> {
    /// Computes the value anew if `key` is another one than last time.
    pub fn refresh(&mut self, key: K, compute: impl FnOnce() -> V) {
        if self.0.as_ref().is_none_or(|(known, _)| *known != key) {
            self.0 = Some((key, compute()));
        }
    }

    /// The value, once it has been computed.
    pub fn get(&self) -> Option<&V> {
        self.0.as_ref().map(|(_, value)| value)
    }
}
