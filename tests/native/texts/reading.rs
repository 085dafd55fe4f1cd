//! How easily texts are read: how many words their sentences have.

/// The sentences in a text: what ends in a full stop, a question mark or an exclamation mark
/// before a space or the end of a line. Names and headings, which end in none, are no sentences.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut from = 0;
        for (at, mark) in line.match_indices(['.', '?', '!']) {
            let end = at + mark.len();
            // Quotes and brackets that close belong to what they close.
            let end = end + line[end..].len() - line[end..].trim_start_matches(['’', ')']).len();
            if line[end..].is_empty() || line[end..].starts_with(' ') {
                sentences.push(line[from..end].trim());
                from = end;
            }
        }
    }
    sentences
}

/// How many words a text has; a number is one, a dash is none.
pub fn words(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// How many sentences the texts have together, and how many words a sentence on average.
pub fn sentence_length<'a>(texts: impl IntoIterator<Item = &'a str>) -> (usize, f64) {
    let texts = texts.into_iter().flat_map(sentences);
    let lengths: Vec<usize> = texts.map(words).collect();
    let count = lengths.len();
    (count, lengths.iter().sum::<usize>() as f64 / count as f64)
}
