//! The input of `mindset score` and `mindset group`: JSON lines, result files, or anything else.

/// Reads an input by both commands. Whatever is printed is lines of text that steer no terminal.
pub(crate) fn read(bytes: &[u8]) {
    let (out, complaints) = mindset_commands::figures(bytes);
    let [out, complaints] = [out, complaints].map(|said| {
        let said = String::from_utf8(said).expect("text");
        assert!(!said.lines().any(crate::is_unsafe), "{said:?}");
        said
    });
    for line in out.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        assert!(line.is_object());
    }
    assert!(!out.is_empty(), "nothing was printed");
    for words in ["untagged", "expected", "invalid type", "EOF", "os error"] {
        assert!(
            !complaints.contains(words) || contains(bytes, words),
            "{complaints}"
        );
    }
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}
