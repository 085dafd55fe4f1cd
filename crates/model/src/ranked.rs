//! Putting some dozens of entries in order.

/// The entries so that whatever comes `before` another stands before it; equals keep their
/// order. By insertion: no list of the page has more than some hundreds, and the general sort
/// is compiled anew for every type, each some 3 KB of the program.
pub fn ranked<T>(entries: impl IntoIterator<Item = T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut list = Vec::new();
    for entry in entries {
        let at = list.partition_point(|earlier| !before(&entry, earlier));
        list.insert(at, entry);
    }
    list
}
