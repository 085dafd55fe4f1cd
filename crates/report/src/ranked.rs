//! Putting a handful of entries in order.

/// The entries so that whatever comes `before` another stands before it; equals keep their
/// order. By insertion: the lists are a handful long, and the general sort is compiled anew
/// for every type, which cost 13 KB of the first load.
pub(super) fn ranked<T>(
    entries: impl IntoIterator<Item = T>,
    before: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut list = Vec::new();
    for entry in entries {
        let at = list.partition_point(|earlier| !before(&entry, earlier));
        list.insert(at, entry);
    }
    list
}
