//! The talk code: the answers of one session in characters that can be read aloud.

use crate::bits::{Bits, Unread, number};
use crate::checksum::{CHECKSUM_BITS, checksum, is_intact};
use crate::crockford::{self, CHARACTER_BITS, WrongCharacter};
use crate::fragment::code_behind;
use crate::handed::{HandedOver, Shape, form_number};
use crate::radix;
use crate::salt::SALT_BITS;
use crate::{Salt, Seal};
use model::{
    Answers, Day, Form, Instrument, InstrumentRef, Language, Plan, Rater, Session, SessionParts,
    Step, Subject,
};
use serde::{Deserialize, Serialize};

/// Most characters of a code. A questionnaire that would take more is handed over as a file.
pub const MAX_CHARACTERS: usize = 96;

/// What the fragment of a link begins with, before the code.
pub const FRAGMENT: &str = "#code=";

/// Longest text that is looked at, in bytes: a whole link, with room for what a mail adds to it.
const MAX_TEXT: usize = 2_000;

/// The version of the format. 0 is none, so that a text of zeros, of which the checksum is right, is no
/// code.
const VERSION: u32 = 1;

const VERSION_BITS: usize = 2;
const DIGEST_BITS: usize = 12;
const LANGUAGE_BITS: usize = 1;
const FORM_BITS: usize = 2;
const DAY_BITS: usize = 14;

/// What stands before the part that depends on the questionnaire.
const HEADER_BITS: usize = VERSION_BITS + DIGEST_BITS + LANGUAGE_BITS + FORM_BITS + DAY_BITS;

/// Fewest characters of any code.
const MIN_CHARACTERS: usize = (HEADER_BITS + SALT_BITS + CHECKSUM_BITS).div_ceil(CHARACTER_BITS);

/// Day 0 of a code; the last one is 16,383 days later, 2064-11-08.
const FIRST_DAY: &str = "2020-01-01";

/// The answers of one session as they are handed over, and the one text that says them.
///
/// It holds the questionnaire, the form, the language, the day, which scales are withheld, the answers
/// to the others, and a [`Salt`]. There is no room for a name or a free text. Of a withheld scale it
/// holds that it is withheld and nothing else: its items are written as if they were skipped, so that
/// the length says nothing either.
///
/// # The text
/// Crockford's base32, five bits a character, the highest bit first:
///
/// | bits | what |
/// |---|---|
/// | 2 | version of the format: 1 |
/// | 12 | the first bits of the questionnaire's digest |
/// | 1 | language: 0 Dutch, 1 English |
/// | 2 | form: 0 self, 1 manager, 2 observer |
/// | 14 | day, from 2020-01-01 |
/// | one a scale of the form | whether it is withheld |
/// | as few as the items take | the answers as one number, an item a digit: skipped, then each option, then *cannot judge* on a form about another person |
/// | 17 | salt |
/// | 0 to 4 | zeros, so that the characters are full |
/// | 15 | checksum of all before it |
///
/// The scan of 32 statements takes 30 characters about oneself and 27 as the manager. Twelve bits of a
/// digest tell the questionnaires that somebody has apart; that one which they do not have is taken for
/// one that they have, of the same length, happens once in 4,096 times for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkCode {
    pub(crate) handed: HandedOver,
    pub(crate) salt: Salt,
    language: Language,
    day: Day,
    withheld: Vec<usize>,
    answers: Answers,
    text: String,
}

/// Why a session cannot be handed over as a code. It can be as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCode {
    /// The questionnaire has too many items.
    TooLong {
        /// How many characters it would take; more than [`MAX_CHARACTERS`].
        characters: usize,
    },
    /// The day is before 2020 or after November 2064, such as where nobody knows it.
    Day,
    /// The digest of the questionnaire is no SHA-256.
    Digest,
    /// The questionnaire asks nothing on this form.
    Form,
}

/// What is wrong with a text that should be a code. Nothing has been changed when one of these is
/// returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeFault {
    /// Nothing stands there.
    Empty,
    /// A character that a code never has.
    Character {
        /// Its place among the characters that count, from 1.
        position: usize,
        /// The character.
        character: char,
    },
    /// Characters are missing.
    TooShort {
        /// How many a code of this questionnaire and form has, where that can be told.
        expected: Option<usize>,
        /// How many there are.
        got: usize,
    },
    /// There are too many characters.
    TooLong {
        /// How many a code of this questionnaire and form has, where that can be told.
        expected: Option<usize>,
        /// How many there are; of a text that is longer than any link its bytes.
        got: usize,
    },
    /// A character is wrong, or two have changed places: the checksum does not fit the rest.
    Checksum,
    /// A code that a newer version of this program made.
    NewerFormat,
    /// A sound code of a questionnaire that is not among the known ones, or not of the one it was read
    /// by.
    UnknownQuestionnaire,
    /// Several of the known questionnaires begin with the same digest: only a file says which one.
    SeveralQuestionnaires,
    /// A sound code of a form that the questionnaire does not have.
    Form,
    /// A sound code of a day that is still to come.
    Day {
        /// The day it says.
        day: Day,
    },
    /// The checksum fits, and the rest cannot be: answers that the form does not have, or to a scale
    /// that is withheld. No program of ours wrote it.
    Answers,
}

impl From<WrongCharacter> for CodeFault {
    fn from(wrong: WrongCharacter) -> Self {
        let WrongCharacter {
            position,
            character,
        } = wrong;
        Self::Character {
            position,
            character,
        }
    }
}

/// The questionnaire that a text has to be read by, of those that are known. A text with a fault that
/// only [`TalkCode::read`] can name is given one too, wherever it begins as a code of it does.
///
/// # Errors
/// What is wrong with the text, as far as that can be told without the questionnaire.
pub fn questionnaire_of(text: &str, known: &[InstrumentRef]) -> Result<InstrumentRef, CodeFault> {
    let read = Symbols::read(text)?;
    let digest = Unread(&read.bits[VERSION_BITS..]).number(DIGEST_BITS);
    let mut found: Option<&InstrumentRef> = None;
    for one in known {
        if digest_start(one) != Some(digest) {
            continue;
        }
        if found.is_some_and(|before| before != one) {
            return Err(read.fault_or(CodeFault::SeveralQuestionnaires));
        }
        found = Some(one);
    }
    let unknown = || read.fault_or(CodeFault::UnknownQuestionnaire);
    found.cloned().ok_or_else(unknown)
}

impl TalkCode {
    /// What is handed over of a session, without the scales that are withheld, as indices into the
    /// instrument's. An item without an answer counts as skipped.
    ///
    /// # Errors
    /// Why it has to be a file.
    pub fn of_session(
        instrument: &Instrument,
        session: &Session,
        withheld: &[usize],
    ) -> Result<Self, NoCode> {
        if !instrument.has_form(session.form()) {
            return Err(NoCode::Form);
        }
        let shape = Shape::new(instrument, session.form());
        let layout = Layout::of(&shape);
        if layout.characters > MAX_CHARACTERS {
            let characters = layout.characters;
            return Err(NoCode::TooLong { characters });
        }
        let digest = digest_start(&instrument.reference()).ok_or(NoCode::Digest)?;
        let day = session.moment().day();
        let day_number = day_number(day).ok_or(NoCode::Day)?;
        let handed = HandedOver::new(instrument, &shape, session.answers(), withheld);
        let salt = Salt::of(&handed, &session.parts().id);
        let language = session.parts().language;

        let mut bits = Bits::default();
        bits.push(VERSION, VERSION_BITS);
        bits.push(digest, DIGEST_BITS);
        bits.push(language as u32, LANGUAGE_BITS);
        bits.push(form_number(shape.form), FORM_BITS);
        bits.push(day_number, DAY_BITS);
        bits.0.extend(&handed.withheld);
        let answers = radix::to_bits(shape.base, &handed.digits, layout.answers);
        bits.0.extend(answers);
        bits.push(salt.0, SALT_BITS);
        bits.push(0, layout.padding);
        bits.push(checksum(&bits.0).into(), CHECKSUM_BITS);
        Ok(Self {
            withheld: handed.withheld_scales(&shape),
            // Its own digits are answers of the form.
            answers: handed
                .answers(instrument, &shape)
                .unwrap_or_else(|| Answers::none(instrument)),
            text: crockford::write(&bits.0),
            handed,
            salt,
            language,
            day,
        })
    }

    /// The code in a text: the characters themselves, in any case and grouping, the fragment of a link,
    /// or the whole link. O is read as 0, I and L as 1. It must be of this instrument, and of no later
    /// day than the day after `today`, since somewhere tomorrow has begun.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str, instrument: &Instrument, today: Day) -> Result<Self, CodeFault> {
        let read = Symbols::read(text)?;
        let length = read.characters();
        if !read.intact {
            return Err(length_fault(&read, instrument).unwrap_or(CodeFault::Checksum));
        }
        let mut unread = Unread(&read.bits[VERSION_BITS..]);
        if digest_start(&instrument.reference()) != Some(unread.number(DIGEST_BITS)) {
            return Err(CodeFault::UnknownQuestionnaire);
        }
        let language = Language::ALL[unread.number(LANGUAGE_BITS) as usize];
        let form = form(unread.number(FORM_BITS), instrument).ok_or(CodeFault::Form)?;
        let shape = Shape::new(instrument, form);
        let layout = Layout::of(&shape);
        if length != layout.characters {
            return Err(other_length(layout.characters, length));
        }
        let day = day_of(unread.number(DAY_BITS)).ok_or(CodeFault::Answers)?;
        if today.later(1).is_some_and(|tomorrow| day > tomorrow) {
            return Err(CodeFault::Day { day });
        }
        let withheld = unread.take(shape.scales.len()).to_vec();
        let answers = unread.take(layout.answers);
        let digits = radix::from_bits(shape.base, shape.items.len(), answers);
        let handed = HandedOver {
            reference: instrument.reference(),
            form,
            withheld,
            digits: digits.ok_or(CodeFault::Answers)?,
        };
        let salt = Salt(unread.number(SALT_BITS));
        let padding = unread.number(layout.padding);
        let answers = handed.answers(instrument, &shape);
        Ok(Self {
            answers: answers.filter(|_| padding == 0).ok_or(CodeFault::Answers)?,
            withheld: handed.withheld_scales(&shape),
            text: crockford::write(&read.bits),
            handed,
            salt,
            language,
            day,
        })
    }

    /// Its text: capital letters and digits, without anything between them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its text for people, in groups of four with hyphens between them.
    pub fn grouped(&self) -> String {
        crockford::grouped(&self.text)
    }

    /// The fragment of a link that brings it: it goes behind the address of a page, and is sent to no
    /// server.
    pub fn fragment(&self) -> String {
        [FRAGMENT, &self.text].concat()
    }

    /// Its seal.
    pub fn seal(&self) -> Seal {
        Seal::of(self)
    }

    /// The questionnaire, exactly.
    pub fn reference(&self) -> &InstrumentRef {
        &self.handed.reference
    }

    /// Who answered about whom.
    pub fn form(&self) -> Form {
        self.handed.form
    }

    /// The language that the items were first shown in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The day it was completed, or begun where it was not.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The scales that are withheld, as indices into the instrument's, ascending.
    pub fn withheld(&self) -> &[usize] {
        &self.withheld
    }

    /// The answers; to the items of scales that are withheld, and to those that the form does not ask,
    /// there are none.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Its salt.
    pub fn salt(&self) -> Salt {
        self.salt
    }

    /// A completed session made of it, with a random id of its own and without any label: the code
    /// holds neither. `None` where this is another instrument than the one it was read by.
    pub fn session(&self, instrument: &Instrument, id: String) -> Option<Session> {
        let parts = SessionParts {
            id,
            wave: 1,
            language: self.language,
            rater: Rater {
                role: self.form(),
                ..Rater::default()
            },
            subject: Subject::default(),
            started_at: self.day.start(),
            completed_at: Some(self.day.start()),
            changed_since_completion: false,
            step: Step::Result,
            reviewing: false,
            answers: self.answers.clone(),
            context: Vec::new(),
            page_seconds: Vec::new(),
            belief_work: Vec::new(),
            plan: Plan::default(),
        };
        let is_same = instrument.is(self.reference());
        is_same.then(|| Session::restore(instrument, parts))
    }
}

/// How many bits and characters a form takes.
struct Layout {
    answers: usize,
    padding: usize,
    characters: usize,
}

impl Layout {
    fn of(shape: &Shape) -> Self {
        let answers = radix::width(shape.base, shape.items.len());
        let bits = HEADER_BITS + shape.scales.len() + answers + SALT_BITS + CHECKSUM_BITS;
        let characters = bits.div_ceil(CHARACTER_BITS);
        Self {
            answers,
            padding: characters * CHARACTER_BITS - bits,
            characters,
        }
    }
}

/// The characters of a text, of a number that a code can have.
struct Symbols {
    bits: Vec<bool>,
    /// Whether the checksum fits. Only then is anything else what was written.
    intact: bool,
}

impl Symbols {
    fn read(text: &str) -> Result<Self, CodeFault> {
        if text.len() > MAX_TEXT {
            return Err(CodeFault::TooLong {
                expected: None,
                got: text.len(),
            });
        }
        let Bits(bits) = crockford::read(&code_behind(text, FRAGMENT))?;
        let (expected, got) = (None, bits.len() / CHARACTER_BITS);
        match got {
            0 => return Err(CodeFault::Empty),
            _ if got < MIN_CHARACTERS => return Err(CodeFault::TooShort { expected, got }),
            _ if got > MAX_CHARACTERS => return Err(CodeFault::TooLong { expected, got }),
            _ => {}
        }
        let intact = is_intact(&bits);
        match number(&bits[..VERSION_BITS]) {
            VERSION => Ok(Self { bits, intact }),
            newer if intact && newer > VERSION => Err(CodeFault::NewerFormat),
            // What a code of another length begins with is told by its questionnaire.
            _ if !intact => Ok(Self { bits, intact }),
            _ => Err(CodeFault::Checksum),
        }
    }

    fn characters(&self) -> usize {
        self.bits.len() / CHARACTER_BITS
    }

    /// This fault, or else that the checksum does not fit, which makes any other uncertain.
    fn fault_or(&self, fault: CodeFault) -> CodeFault {
        if self.intact {
            fault
        } else {
            CodeFault::Checksum
        }
    }
}

/// What the number of characters says about a text of which the checksum does not fit; `None` where
/// some form of the questionnaire has that number. Then the form it names may be the wrong character.
fn length_fault(read: &Symbols, instrument: &Instrument) -> Option<CodeFault> {
    let length = read.characters();
    let length_of = |form| Layout::of(&Shape::new(instrument, form)).characters;
    let mut forms = Form::ALL.into_iter();
    if forms.any(|form| instrument.has_form(form) && length_of(form) == length) {
        return None;
    }
    let mut unread = Unread(&read.bits[VERSION_BITS + DIGEST_BITS + LANGUAGE_BITS..]);
    let form = form(unread.number(FORM_BITS), instrument)?;
    Some(other_length(length_of(form), length))
}

fn other_length(characters: usize, got: usize) -> CodeFault {
    let expected = Some(characters);
    match got < characters {
        true => CodeFault::TooShort { expected, got },
        false => CodeFault::TooLong { expected, got },
    }
}

/// The form of this number, where the questionnaire has it.
fn form(number: u32, instrument: &Instrument) -> Option<Form> {
    let mut forms = Form::ALL.into_iter();
    let form = forms.find(|&form| form_number(form) == number)?;
    instrument.has_form(form).then_some(form)
}

/// The first twelve bits of a digest; `None` where it is no SHA-256.
fn digest_start(reference: &InstrumentRef) -> Option<u32> {
    let digits = reference.digest.strip_prefix("sha256:")?;
    let is_whole = digits.len() == 64 && digits.bytes().all(|one| one.is_ascii_hexdigit());
    let start = digits.get(..DIGEST_BITS / 4).filter(|_| is_whole)?;
    u32::from_str_radix(start, 16).ok()
}

fn day_number(day: Day) -> Option<u32> {
    let days = day.since_1970() - Day::parse(FIRST_DAY)?.since_1970();
    let days = u32::try_from(days).ok()?;
    (days < 1 << DAY_BITS).then_some(days)
}

/// The day of a number; there is one for each of fourteen bits.
fn day_of(number: u32) -> Option<Day> {
    Day::parse(FIRST_DAY)?.later(number)
}
