//! Text as it stands in Markdown: nothing in it becomes markup, HTML, a link, a mention or a
//! footnote, in CommonMark and in what GitHub, Obsidian and others make of it.

use untrusted::{is_invisible, is_unsafe};

/// Writes text as text, on one line.
///
/// What means something is escaped. That does not keep an address from becoming a link: many
/// programs look for one in the text when the escapes are gone. So an address, and a name after `@`
/// or `#`, is taken apart by emphasis on one letter: it reads the same, and is one text no more.
pub(super) fn escape(page: &mut String, text: &str) {
    let visible = text.chars().filter(|&one| !is_invisible(one));
    let on_one_line = visible.map(|one| if is_unsafe(one) { ' ' } else { one });
    let characters: Vec<char> = on_one_line.collect();
    let first = characters.iter().position(|one| *one != ' ');
    let characters = &characters[first.unwrap_or(characters.len())..];
    let digits = characters.iter().take_while(|one| one.is_ascii_digit());
    let digits = digits.count();
    let mut emphasised = false;
    for (at, &character) in characters.iter().enumerate() {
        let splits = takes_apart(characters, at);
        if splits != emphasised {
            page.push('*');
            emphasised = splits;
        }
        let follows_number = at == digits && at > 0;
        if is_special(characters, at) || (follows_number && matches!(character, '.' | ')')) {
            page.push('\\');
        }
        page.push(character);
    }
    if emphasised {
        page.push('*');
    }
}

/// Whether this character means something here: everywhere, at the beginning of a line, or beside
/// another one.
fn is_special(characters: &[char], at: usize) -> bool {
    let next = characters.get(at + 1).copied();
    let doubled = next == Some(characters[at]) || at > 0 && characters[at - 1] == characters[at];
    match characters[at] {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '^' | '$'
        | '{' | '}' | '@' => true,
        '+' | '-' => at == 0,
        '=' | '%' => at == 0 || doubled,
        ':' => at == 0 || next == Some('/'),
        '.' => next.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

/// Whether a link, a mention or a reference can only be there with this letter in one text with
/// those around it: the last one before the dot of a name, before that of `www.` whatever follows it,
/// or before `://`, and the first one after `@`, or after `#` where it is a number.
fn takes_apart(characters: &[char], at: usize) -> bool {
    if !characters[at].is_alphanumeric() {
        return false;
    }
    let next = |n: usize| characters.get(at + n).copied();
    let is_www = || {
        let mut last = characters[..=at].iter().rev().take(3);
        at >= 2 && last.all(|one| one.eq_ignore_ascii_case(&'w'))
    };
    let ends_label = next(1) == Some('.') && (next(2).is_some_and(char::is_alphabetic) || is_www());
    let ends_scheme = (next(1), next(2), next(3)) == (Some(':'), Some('/'), Some('/'));
    let before = characters[..at].iter().rev();
    let mut before = before.skip_while(|one| matches!(one, '-' | '_' | '.'));
    let begins_name = match before.next() {
        Some('@') => true,
        Some('#') => characters[at].is_ascii_digit() && characters[at - 1] == '#',
        _ => false,
    };
    ends_label || ends_scheme || begins_name
}
