//! The words that a title is searched for.

/// The most words, and the most characters of each.
const MAX_WORDS: usize = 40;
const MAX_CHARACTERS: usize = 80;

/// Words that a title may hold, without regard to case and accents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words between the commas, semicolons and line breaks of a text: at most 40, of at most 80
    /// characters each. What is left out between two commas is no word.
    pub fn parse(text: &str) -> Self {
        let mut words = Vec::new();
        for word in text.split([',', ';', '\n']) {
            let word = folded(word.trim().chars().take(MAX_CHARACTERS));
            if !untrusted::is_blank(&word) && words.len() < MAX_WORDS {
                words.push(word);
            }
        }
        Self(words)
    }

    /// Whether there is none, so that no title can hold one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a title that is [`folded`] holds one of them, also within a longer word.
    pub(crate) fn are_in(&self, title: &str) -> bool {
        // Bytes, since searching for a text in a text is kilobytes of the page.
        let title = title.as_bytes();
        let is_in = |word: &String| {
            title
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        };
        self.0.iter().any(is_in)
    }
}

/// A text in lower case without the accents of Western European languages, whether a letter and its
/// accent are one character or two. By hand: the tables of Unicode are kilobytes of the page.
pub(crate) fn folded(text: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for character in text {
        folded.push(match character {
            '\u{300}'..='\u{36F}' => continue,
            'À'..='Å' | 'à'..='å' => 'a',
            'Ç' | 'ç' => 'c',
            'È'..='Ë' | 'è'..='ë' => 'e',
            'Ì'..='Ï' | 'ì'..='ï' => 'i',
            'Ñ' | 'ñ' => 'n',
            'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => 'o',
            'Ù'..='Ü' | 'ù'..='ü' => 'u',
            'Ý' | 'ý' | 'ÿ' => 'y',
            '\u{2010}'..='\u{2013}' => '-',
            '\u{A0}' | '\t' => ' ',
            other => other.to_ascii_lowercase(),
        });
    }
    folded
}
