//! Reading a version out of what a tool says of itself.

/// True when `said` (such as `trunk 0.21.14`) names exactly the version `wanted`.
pub fn is(said: &str, wanted: &str) -> bool {
    said.split_whitespace()
        .any(|word| word.strip_prefix('v').unwrap_or(word) == wanted)
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn the_version_is_found_in_what_each_tool_says() {
        assert!(is("trunk 0.21.14\n", "0.21.14"));
        assert!(is("wasm-bindgen 0.2.129\n", "0.2.129"));
        assert!(is("wasm-opt version 132 (version_132)\n", "132"));
        assert!(is("v20.20.2", "20.20.2"));
    }

    #[test]
    fn a_longer_or_shorter_version_is_another_one() {
        assert!(!is("trunk 0.21.14", "0.21.1"));
        assert!(!is("trunk 0.21.1", "0.21.14"));
        assert!(!is("wasm-opt version 132", "13"));
        assert!(!is("trunk 0.21.14-beta.1", "0.21.14"));
        assert!(!is("", "0.21.14"));
    }
}
