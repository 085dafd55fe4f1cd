//! Base32 for people (Crockford, "Base 32", 2002): five bits a character, no letters that are taken
//! for others. Read forgivingly, written in one way.

use crate::bits::Bits;

/// The character of each value of five bits. I, L, O and U are not among them.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many bits a character holds.
pub const CHARACTER_BITS: usize = 5;

/// Characters of a group: what somebody holds in mind between hearing and writing (Cowan, "The
/// magical number 4 in short-term memory", 2001).
const GROUP: usize = 4;

/// A character that is none of the alphabet, and does not stand for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongCharacter {
    /// Its place among the characters that count, from 1.
    pub position: usize,
    /// The character.
    pub character: char,
}

/// The bits of a text. Case, spaces, dashes and dots do not count; O is 0, I and L are 1.
///
/// # Errors
/// The first character that cannot be one.
pub fn read(text: &str) -> Result<Bits, WrongCharacter> {
    let mut bits = Bits::default();
    let counting = text.chars().filter(|&one| !separates(one));
    for (character, position) in counting.zip(1..) {
        let value = value(character).ok_or(WrongCharacter {
            position,
            character,
        })?;
        bits.push(value, CHARACTER_BITS);
    }
    Ok(bits)
}

/// The text of bits; their number should be a multiple of five, since a text has whole characters.
pub fn write(bits: &[bool]) -> String {
    let values = bits.chunks(CHARACTER_BITS).map(crate::bits::number);
    let symbols = values.map(|value| char::from(ALPHABET[value as usize]));
    symbols.collect()
}

/// The same text in groups of four, with hyphens between them.
pub fn grouped(text: &str) -> String {
    let mut groups = String::with_capacity(text.len() + text.len() / GROUP);
    for (n, symbol) in text.chars().enumerate() {
        if n > 0 && n % GROUP == 0 {
            groups.push('-');
        }
        groups.push(symbol);
    }
    groups
}

fn value(character: char) -> Option<u32> {
    let symbol = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let mut alphabet = ALPHABET.iter();
    let value = alphabet.position(|&one| char::from(one) == symbol)?;
    Some(value as u32)
}

/// What stands between characters and does not count: also what word processors and keyboards make
/// of a space or a hyphen.
fn separates(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\r' | '\n' | '-' | '.' | '\u{A0}' | '\u{AD}' | '\u{2007}'
            ..='\u{2015}' | '\u{202F}' | '\u{2060}' | '\u{2212}' | '\u{FEFF}'
    )
}
