//! Where in a text a code stands: in a link, in what a mail makes of one, or alone.

/// The code in a text: behind `name` (such as `#code=`, of which the `#` may be missing), where that
/// stands in it, and before what a link or a mail has put behind it; else all of it. ASCII characters
/// that an address holds encoded are read as themselves.
pub fn code_behind(text: &str, name: &str) -> String {
    let text = without_percents(text);
    code_in(&text, name.trim_start_matches('#')).to_owned()
}

fn code_in<'a>(text: &'a str, name: &str) -> &'a str {
    let name = name.as_bytes();
    if name.is_empty() {
        return text;
    }
    let mut places = text.as_bytes().windows(name.len());
    let place = places.rposition(|bytes| bytes.eq_ignore_ascii_case(name));
    // The name is ASCII: the place behind it is between two characters.
    let Some(behind) = place.and_then(|at| text.get(at + name.len()..)) else {
        return text;
    };
    let end = behind.find(['&', '>', ')', '"']);
    &behind[..end.unwrap_or(behind.len())]
}

/// A text with the ASCII characters that an address holds encoded, such as `%3D`, as themselves.
fn without_percents(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        let digits = rest.get(at + 1..at + 3);
        let byte = digits
            .filter(|digits| digits.bytes().all(|one| one.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .filter(u8::is_ascii);
        let (character, read) = byte.map_or(('%', 1), |byte| (char::from(byte), 3));
        plain.push(character);
        rest = &rest[at + read..];
    }
    plain.push_str(rest);
    plain
}
