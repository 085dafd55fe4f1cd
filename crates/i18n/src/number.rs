//! Numbers as a language writes them, made from integers: formatting a float would add
//! kilobytes to the page.

use model::Language;

/// `value` rounded half up to `places` decimals (0 to 6), with a point and without
/// trailing zeros, as files and attributes want it. Not for negative numbers.
pub fn decimal(value: f64, places: u32) -> String {
    let unit = 10_u64.pow(places.min(6));
    // Scores stand between 0 and 100; the conversion saturates for anything else.
    let scaled = (value * unit as f64 + 0.5) as u64;
    let (integer, rest) = (scaled / unit, scaled % unit);
    let mut text = integer.to_string();
    if rest > 0 {
        let digits = (rest + unit).to_string();
        text.push('.');
        text.push_str(digits[1..].trim_end_matches('0'));
    }
    text
}

/// A score on screen: a whole number, half away from zero.
pub fn whole_score(value: f64) -> String {
    // Scores stand between 0 and 100; the conversion saturates for anything else.
    ((value + 0.5) as u32).to_string()
}

/// A score in a file, and a border between two bands: one decimal, as the language writes it, such as `71,9`.
pub fn score_text(value: f64, language: Language) -> String {
    let tenths = (value * 10.0 + 0.5) as u32;
    let mark = match language {
        Language::Nl => ',',
        Language::En => '.',
    };
    let mut text = (tenths / 10).to_string();
    text.push(mark);
    text.push_str(&(tenths % 10).to_string());
    text
}
