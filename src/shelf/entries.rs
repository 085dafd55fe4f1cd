//! What is kept, by key, in the order of the keys.

use super::entry::Entry;

/// A short list in place of the standard map, which is compiled anew for every type of value
/// and would take three kilobytes of the first load.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries(Vec<(String, Entry)>);

impl Entries {
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    pub fn contains(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Puts an entry in, in place of the one that was there.
    pub fn put(&mut self, key: String, entry: Entry) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = entry,
            Err(at) => self.0.insert(at, (key, entry)),
        }
    }

    /// Takes an entry out; what is left is a list of one or none.
    pub fn take(&mut self, key: &str) -> Self {
        Self(
            self.place(key)
                .ok()
                .map(|at| self.0.remove(at))
                .into_iter()
                .collect(),
        )
    }

    pub fn list(&self) -> &[(String, Entry)] {
        &self.0
    }

    pub fn into_list(self) -> Vec<(String, Entry)> {
        self.0
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(key))
    }
}
