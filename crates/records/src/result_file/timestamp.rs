//! Whether a text is a moment in time.

/// Whether `text` is an RFC 3339 date and time with offset, on a day that exists, with
/// capital `T` and `Z`, at most nine decimals, and without leap seconds: what the Date of
/// a browser reads too.
pub(super) fn is_timestamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 20 || !fits(&bytes[..19], b"0000-00-00T00:00:00") {
        return false;
    }
    let two = |at: usize| u32::from(bytes[at] - b'0') * 10 + u32::from(bytes[at + 1] - b'0');
    let (year, month, day) = (two(0) * 100 + two(2), two(5), two(8));
    if !(1..=12).contains(&month) || !(1..=days(year, month)).contains(&day) {
        return false;
    }
    if two(11) > 23 || two(14) > 59 || two(17) > 59 {
        return false;
    }
    let mut rest = &bytes[19..];
    if let Some(decimals) = rest.strip_prefix(b".") {
        let digits = decimals.iter().take_while(|b| b.is_ascii_digit()).count();
        if !(1..=9).contains(&digits) {
            return false;
        }
        rest = &decimals[digits..];
    }
    match rest {
        b"Z" => true,
        [b'+' | b'-', offset @ ..] if fits(offset, b"00:00") => {
            let part = |at: usize| (offset[at] - b'0') * 10 + (offset[at + 1] - b'0');
            part(0) <= 23 && part(3) <= 59
        }
        _ => false,
    }
}

/// Whether `bytes` has a digit where the pattern has a 0, and the pattern's byte elsewhere.
fn fits(bytes: &[u8], pattern: &[u8]) -> bool {
    bytes.len() == pattern.len()
        && bytes.iter().zip(pattern).all(|(&byte, &wanted)| {
            if wanted == b'0' {
                byte.is_ascii_digit()
            } else {
                byte == wanted
            }
        })
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
