//! Rust source as a list of words and marks, without its comments and strings.

/// The words (identifiers, numbers, lifetimes) and marks of Rust source, in order. `::` is one
/// mark. What stands in comments, strings and character literals is left out.
pub fn tokens(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        at += match rest {
            ['/', '/', ..] => line(rest),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] => string(rest),
            ['\'', ..] => quote(rest),
            [first, ..] if is_word(*first) => {
                let length = rest.iter().take_while(|c| is_word(**c)).count();
                let word: String = rest[..length].iter().collect();
                let raw = raw_string(&word, &rest[length..]);
                if raw == 0 {
                    found.push(word);
                }
                length + raw
            }
            [':', ':', ..] => {
                found.push("::".to_owned());
                2
            }
            [first, ..] => {
                if !first.is_whitespace() {
                    found.push(first.to_string());
                }
                1
            }
            [] => 1,
        };
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line(rest: &[char]) -> usize {
    rest.iter().take_while(|c| **c != '\n').count()
}

/// Block comments nest.
fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// A character literal is left out whole; of a lifetime only the mark.
fn quote(rest: &[char]) -> usize {
    match rest {
        [_, '\\', _, tail @ ..] => 4 + tail.iter().take_while(|c| **c != '\'').count(),
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}

/// The length of what follows `r`, `br` or `cr` when that opens a raw string; else 0.
fn raw_string(word: &str, rest: &[char]) -> usize {
    let hashes = rest.iter().take_while(|c| **c == '#').count();
    if !matches!(word, "r" | "br" | "cr") || rest.get(hashes) != Some(&'"') {
        return 0;
    }
    let mut at = hashes + 1;
    while at < rest.len() {
        let closes = rest[at] == '"' && rest[at + 1..].iter().take(hashes).all(|c| *c == '#');
        at += 1;
        if closes {
            return at + hashes;
        }
    }
    at
}

#[test]
fn words_in_comments_and_strings_are_left_out() {
    let source = "a /* b /* c */ d */ e // f\n\"g \\\" h\" i r#\"j \" k\"# l '\"' m '\\'' n";
    assert_eq!(tokens(source), ["a", "e", "i", "l", "m", "n"]);
}

#[test]
fn lifetimes_do_not_open_a_literal() {
    assert_eq!(tokens("<'a> x::y"), ["<", "a", ">", "x", "::", "y"]);
}
