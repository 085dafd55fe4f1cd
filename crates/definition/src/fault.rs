//! What can be wrong with a definition, said with its place in the file.

use super::Encoding;
use super::limits;
use std::fmt;
use untrusted::{Unparsed, quoted};

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An object: fields by name.
    Object,
    /// A list.
    List,
    /// A list of two numbers.
    Two,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// A whole number from 0 to at most 10,000; where an answer is meant, to 255.
    Integer,
    /// Any number.
    Number,
}

/// What is wrong at one place of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file has no content.
    NoContent,
    /// The file has more bytes than this.
    TooBig(usize),
    /// The file is nested more deeply than this.
    TooDeep(usize),
    /// The file is not UTF-8 text, but in this encoding.
    NotUtf8(Encoding),
    /// The file is a web page, or other markup.
    WebPage,
    /// The file breaks off before its end.
    Truncated,
    /// The file is not JSON.
    Syntax,
    /// A field stands twice in one object.
    RepeatedField,
    /// Something else stands here, or nothing does.
    Expected(Kind),
    /// A text lacks a language, or nothing can be seen of it in that language.
    MissingLanguage(&'static str),
    /// A text in the required texts is absent.
    MissingText(&'static str),
    /// An id occurs twice in a list, capitals and punctuation aside.
    DuplicateId(String),
    /// The id of a definition that does not ship, like that of one that does.
    ShippedId(String),
    /// A text has more characters than this.
    TooLong(usize),
    /// A text has a control character, a line break or a bidirectional control in it.
    HiddenCharacter,
    /// A text has an address in it that does not begin with `https://`.
    NotHttps,
    /// An id is not a letter and then at most 63 letters, digits, `-` or `_`; or the name of a field
    /// is empty, longer than 64 bytes or not safe to show.
    BadId(String),
    /// A version is not a letter or digit and then at most 63 letters, digits, `.`, `-`, `_` or `+`.
    BadVersion(String),
    /// A reference to an item that does not exist.
    UnknownItem(String),
    /// The item of this id names the facet, and is not in the facet's list.
    MissingItem(String),
    /// A condition that has the fields of no kind of condition, or of more than one.
    NotACondition,
    /// A reference to a scale that does not exist.
    UnknownScale(String),
    /// A reference to a facet that the scale does not have.
    UnknownFacet(String),
    /// A reference to a context question that does not exist.
    UnknownQuestion(String),
    /// A reference to an option that the context question does not have.
    UnknownOption(String),
    /// A value that is none of the words of a fixed list.
    UnknownValue {
        /// What stands in the file.
        value: String,
        /// The words that may stand there.
        allowed: Vec<&'static str>,
    },
    /// An item that stands on no page, or on more than one.
    NotPresentedOnce(String),
    /// Two items of a pair that are not of one scale and opposite keys.
    NotAPair,
    /// Two items that are a pair already.
    RepeatedPair,
    /// A second reframe of the item of this id: only the first would be shown.
    RepeatedReframe(String),
    /// A scale that cannot be scored: it has no items.
    ScaleWithoutItems(String),
    /// The response scale's labels are not one for each value from lowest to highest.
    ResponseScale,
    /// A share that is not between 0 and 1, or a number out of its range.
    BadNumber,
    /// Between two bands a stretch of scores belongs to neither.
    BandGap,
    /// Between two bands a stretch of scores belongs to both.
    BandOverlap,
    /// A list that must not be empty.
    Empty,
    /// A list with more entries than this.
    TooMany(usize),
}

/// One fault, with the place in the file where it stands, such as `items[3].scale`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path from the root of the file; empty for the whole of it. Safe to show.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// Why a definition was refused; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentError {
    /// All faults found, in the file's order of parts.
    pub faults: Vec<Fault>,
}

impl InstrumentError {
    pub(super) fn one(fault: Fault) -> Self {
        let faults = vec![fault];
        Self { faults }
    }

    pub(super) fn syntax(line: usize, column: usize) -> Self {
        Self::one(Fault {
            place: format!("line {line}, column {column}"),
            problem: Problem::Syntax,
        })
    }

    pub(super) fn unparsed(why: Unparsed) -> Self {
        let problem = match why {
            Unparsed::Empty => Problem::NoContent,
            Unparsed::TooBig => Problem::TooBig(limits::MAX_BYTES),
            Unparsed::TooDeep => Problem::TooDeep(limits::MAX_DEPTH),
            Unparsed::NotText => Problem::NotUtf8(Encoding::Windows1252),
            Unparsed::Truncated => Problem::Truncated,
            Unparsed::NotJson { line, column } => return Self::syntax(line, column),
        };
        let place = String::new();
        Self::one(Fault { place, problem })
    }
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.faults.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            if !fault.place.is_empty() {
                write!(f, "{}: ", fault.place)?;
            }
            write!(f, "{}", fault.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for InstrumentError {}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Object => "an object",
            Kind::List => "a list",
            Kind::Two => "a list of two",
            Kind::Text => "a text",
            Kind::Flag => "true or false",
            Kind::Integer => "a whole number",
            Kind::Number => "a number",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NoContent => f.write_str("the file is empty"),
            Problem::TooBig(most) => write!(f, "the file has more than {most} bytes"),
            Problem::TooDeep(most) => write!(f, "the file is nested deeper than {most} levels"),
            Problem::NotUtf8(encoding) => {
                write!(f, "the file is not UTF-8 text: it seems to be {encoding}")
            }
            Problem::WebPage => f.write_str("the file is a web page, not JSON"),
            Problem::Truncated => f.write_str("the file breaks off before its end"),
            Problem::Syntax => f.write_str("the file is not valid JSON"),
            Problem::RepeatedField => f.write_str("the field stands twice in one object"),
            Problem::Expected(kind) => write!(f, "{kind} is needed here"),
            Problem::MissingLanguage(tag) => write!(f, "the text in language \"{tag}\" is missing"),
            Problem::MissingText(name) => write!(f, "the text \"{name}\" is missing"),
            Problem::DuplicateId(id) => write!(
                f,
                "the id \"{}\" is used twice, capitals and punctuation aside",
                quoted(id)
            ),
            Problem::ShippedId(id) => write!(
                f,
                "the id \"{}\" is like that of a questionnaire that ships",
                quoted(id)
            ),
            Problem::TooLong(most) => write!(f, "the text has more than {most} characters"),
            Problem::HiddenCharacter => f.write_str("the text contains an invisible character"),
            Problem::NotHttps => f.write_str("an address in the text does not begin with https://"),
            Problem::BadId(id) => write!(
                f,
                "\"{}\" cannot be an id: a letter and then at most 63 letters, digits, \"-\" or \"_\" are needed",
                quoted(id)
            ),
            Problem::BadVersion(version) => write!(
                f,
                "\"{}\" cannot be a version: a letter or digit and then at most 63 letters, digits, \".\", \"-\", \"_\" or \"+\" are needed",
                quoted(version)
            ),
            Problem::UnknownItem(id) => write!(f, "there is no item \"{}\"", quoted(id)),
            Problem::MissingItem(id) => {
                write!(f, "the item \"{}\" names this facet and is not in its list", quoted(id))
            }
            Problem::NotACondition => f.write_str(
                "a condition needs \"all\", \"any\", \"scale\" and \"band\", \"context\" and \"option\", or \"item\" and \"at_most\"",
            ),
            Problem::UnknownScale(id) => write!(f, "there is no scale \"{}\"", quoted(id)),
            Problem::UnknownFacet(id) => write!(f, "the scale has no facet \"{}\"", quoted(id)),
            Problem::UnknownQuestion(id) => {
                write!(f, "there is no context question \"{}\"", quoted(id))
            }
            Problem::UnknownOption(id) => {
                write!(f, "the context question has no option \"{}\"", quoted(id))
            }
            Problem::UnknownValue { value, allowed } => write!(
                f,
                "\"{}\" is none of \"{}\"",
                quoted(value),
                allowed.join("\", \"")
            ),
            Problem::NotPresentedOnce(id) => {
                write!(
                    f,
                    "the item \"{}\" must stand on exactly one page",
                    quoted(id)
                )
            }
            Problem::NotAPair => f.write_str("a pair needs a \"+\" and a \"-\" item of one scale"),
            Problem::RepeatedPair => f.write_str("the two items are a pair already"),
            Problem::RepeatedReframe(id) => {
                write!(f, "the item \"{}\" has a reframe already", quoted(id))
            }
            Problem::ScaleWithoutItems(id) => {
                write!(
                    f,
                    "the scale \"{}\" cannot be scored: it has no items",
                    quoted(id)
                )
            }
            Problem::ResponseScale => {
                f.write_str("one label is needed for each value from lowest to highest, ascending")
            }
            Problem::BadNumber => f.write_str("the number is out of its range"),
            Problem::BandGap => f.write_str("the bands leave a gap"),
            Problem::BandOverlap => f.write_str("the bands overlap"),
            Problem::Empty => f.write_str("the list must not be empty"),
            Problem::TooMany(most) => write!(f, "the list has more than {most} entries"),
        }
    }
}
