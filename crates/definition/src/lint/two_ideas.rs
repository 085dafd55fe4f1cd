//! Whether a statement seems to say two things at once.
//!
//! Someone who holds one half and not the other cannot answer such a statement (Krosnick &
//! Presser 2010). No grammar is read here: this looks for a conjunction with enough words on
//! both sides, for a semicolon and for a second sentence. It is meant to be wrong rarely and
//! quietly, and gives hints only.

use model::Language;

/// Fewer words than this after a conjunction are the second half of a pair ("calls and mail").
const WORDS_AFTER: usize = 3;

/// Words that open a clause of their own when they follow a conjunction.
const SUBJECTS: [&[&str]; 2] = [
    &[
        "ik", "je", "jij", "u", "hij", "zij", "ze", "we", "wij", "het", "dat", "dit", "er", "dan",
    ],
    &[
        "i", "you", "he", "she", "it", "we", "they", "this", "that", "there", "then",
    ],
];

/// After the Dutch "of" these make it "whether", besides the words above.
const AFTER_WHETHER: [&str; 8] = [
    "de", "een", "iemand", "iets", "mijn", "onze", "wat", "alles",
];

/// Fixed pairs around a conjunction: the word before it, and the word after it.
const FIXED: [(&str, &str); 20] = [
    ("af", "toe"),
    ("nu", "dan"),
    ("min", "meer"),
    ("op", "neer"),
    ("heen", "weer"),
    ("keer", "keer"),
    ("eens", "altijd"),
    ("een", "twee"),
    ("een", "ander"),
    ("een", "andere"),
    ("vroeg", "laat"),
    ("now", "then"),
    ("more", "less"),
    ("again", "again"),
    ("over", "over"),
    ("back", "forth"),
    ("up", "down"),
    ("sooner", "later"),
    ("one", "two"),
    ("whether", "not"),
];

/// The word or mark at which a second idea seems to begin.
pub(super) fn two_ideas(statement: &str, language: Language) -> Option<String> {
    if statement.contains(';') && !statement.contains('&') {
        return Some(";".to_owned());
    }
    let words: Vec<&str> = statement.split_whitespace().collect();
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    (1..words.len()).find_map(|n| {
        if second_sentence(words[n - 1], words[n]) {
            return Some(words[n - 1].to_owned());
        }
        joins(&words, &bare, n, language).then(|| bare[n].clone())
    })
}

/// Lower case, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// Whether a sentence ends before this word: not after "bijv." or "e.g.", which go on in lower
/// case.
fn second_sentence(before: &str, word: &str) -> bool {
    let ended = before.trim_end_matches(['"', '\'', '”', '’', ')']);
    ended.ends_with(['.', '!', '?']) && word.starts_with(char::is_uppercase)
}

/// Whether the word at `n` joins two ideas.
fn joins(words: &[&str], bare: &[String], n: usize, language: Language) -> bool {
    let (before, after) = (&bare[n - 1], bare.get(n + 1));
    let Some(after) = after.map(String::as_str) else {
        return false;
    };
    let fixed = FIXED
        .iter()
        .any(|(left, right)| left == before && *right == after);
    // "Learning- and performance goals" is one word in two halves.
    if fixed || words[n - 1].ends_with('-') {
        return false;
    }
    let comma = words[n - 1].ends_with(',');
    let subject = SUBJECTS[language as usize].contains(&after);
    let long = n >= 2 && words.len() - n > WORDS_AFTER;
    match (language, bare[n].as_str()) {
        (_, "en/of" | "and/or") => true,
        (Language::Nl, "en") | (Language::En, "and" | "or") => subject || long,
        (Language::Nl, "of") => !subject && !AFTER_WHETHER.contains(&after) && long,
        // "Maar" is also "only", and "but" also "except".
        (Language::Nl, "maar") | (Language::En, "but") => comma || subject,
        _ => false,
    }
}
