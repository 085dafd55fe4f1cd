//! The answers about a situation, which a link can hold behind its code where somebody chose that. They
//! are in no code: what is read aloud or scanned from paper stays as short as it is.

use model::Instrument;

/// What they begin with in a fragment, behind the code.
const NAME: &str = "&situation=";

/// The chosen option of each question, as the fragment of a link goes on behind its code: a digit a
/// question, 0 where none was chosen. Empty where a question has more than nine options.
pub fn situation_fragment(chosen: &[Option<usize>]) -> String {
    let mut text = String::from(NAME);
    for option in chosen {
        match option.map_or(0, |option| option + 1) {
            digit @ 0..=9 => text.push(char::from(b'0' + digit as u8)),
            _ => return String::new(),
        }
    }
    text
}

/// The chosen options in the fragment of a link; `None` where there are none, or none that these
/// questions have.
pub fn situation_in(text: &str, instrument: &Instrument) -> Option<Vec<Option<usize>>> {
    let (_, behind) = text.rsplit_once(NAME)?;
    let questions = instrument.context_questions();
    let digits = behind.as_bytes().get(..questions.len())?;
    let ends = behind.as_bytes().get(questions.len());
    if ends.is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let chosen = digits.iter().zip(questions).map(|(digit, question)| {
        let digit = usize::from(digit.checked_sub(b'0')?);
        (digit <= question.options.len()).then(|| digit.checked_sub(1))
    });
    let chosen: Vec<Option<usize>> = chosen.collect::<Option<_>>()?;
    chosen.iter().any(Option::is_some).then_some(chosen)
}
