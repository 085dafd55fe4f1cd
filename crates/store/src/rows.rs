//! Rows by name: what a backend reads and writes.

use std::ops::{Deref, DerefMut, Index};

use litemap::LiteMap;

/// Rows by name, as texts, in the order of their names. Names are without [`crate::PREFIX`].
///
/// A sorted vector: there are some dozens of rows, and the code of a tree costs the page more
/// than the search costs the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows(LiteMap<String, String>);

impl Rows {
    /// No rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// The names, in their order.
    pub fn into_keys(self) -> impl Iterator<Item = String> {
        self.into_iter().map(|(name, _)| name)
    }
}

impl Deref for Rows {
    type Target = LiteMap<String, String>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Rows {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Index<&str> for Rows {
    type Output = String;

    fn index(&self, name: &str) -> &String {
        self.get(name).expect("a row of this name")
    }
}

impl IntoIterator for Rows {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_tuple_vec().into_iter()
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = (&'a String, &'a String);
    type IntoIter = <&'a LiteMap<String, String> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter()
    }
}
