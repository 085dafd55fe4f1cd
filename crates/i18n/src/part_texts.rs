//! Texts of the way through a result.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts of the way through the parts of a result.
    PartTexts {
        contents: Text,
        overview: Text,
        by_theme: Text,
        thoughts: Text,
        influence: Text,
        agreements: Text,
        comparison: Text,
        sharing: Text,
        computed: Text,
        theme_of(n: usize, total: usize),
        part_of(n: usize, total: usize),
        next: Text,
        next_theme: Text,
        one_theme: Text,
        themes(n: usize),
        none_to_examine: Text,
        to_examine(n: usize),
        nothing_yet: Text,
        one_reason: Text,
        reasons(n: usize),
        none_yet: Text,
        one_agreement: Text,
        agreements_made(n: usize),
        rules_and_sources: Text,
    }
}
