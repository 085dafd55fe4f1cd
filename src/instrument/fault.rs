//! What can be wrong with a definition, said with its place in the file.

use std::fmt;

/// What is wrong at one place of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not JSON.
    Syntax,
    /// Something else stands here, or nothing does.
    Expected(&'static str),
    /// A text lacks a language, or is empty in it.
    MissingLanguage(&'static str),
    /// A text in the required texts is absent.
    MissingText(&'static str),
    /// An id occurs twice.
    DuplicateId(String),
    /// An id is empty, or longer than 64 bytes.
    BadId(String),
    /// A reference to an item that does not exist.
    UnknownItem(String),
    /// A reference to a scale that does not exist.
    UnknownScale(String),
    /// A reference to a facet that the scale does not have.
    UnknownFacet(String),
    /// A value outside the words allowed here.
    UnknownValue(String),
    /// An item that stands on no page, or on more than one.
    NotPresentedOnce(String),
    /// Two items of a pair that are not of one scale and opposite keys.
    NotAPair,
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
    /// Path from the root of the file.
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

    pub(super) fn syntax(error: serde_json::Error) -> Self {
        Self {
            faults: vec![Fault {
                place: format!("line {}, column {}", error.line(), error.column()),
                problem: Problem::Syntax,
            }],
        }
    }
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.faults.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}: {}", fault.place, fault.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for InstrumentError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Syntax => f.write_str("the file is not valid JSON"),
            Problem::Expected(kind) => write!(f, "{kind} is needed here"),
            Problem::MissingLanguage(tag) => write!(f, "the text in language \"{tag}\" is missing"),
            Problem::MissingText(name) => write!(f, "the text \"{name}\" is missing"),
            Problem::DuplicateId(id) => write!(f, "the id \"{id}\" is used twice"),
            Problem::BadId(id) => write!(f, "\"{id}\" cannot be an id: 1 to 64 bytes are needed"),
            Problem::UnknownItem(id) => write!(f, "there is no item \"{id}\""),
            Problem::UnknownScale(id) => write!(f, "there is no scale \"{id}\""),
            Problem::UnknownFacet(id) => write!(f, "the scale has no facet \"{id}\""),
            Problem::UnknownValue(value) => {
                write!(f, "\"{value}\" is not one of the values allowed")
            }
            Problem::NotPresentedOnce(id) => {
                write!(f, "the item \"{id}\" must stand on exactly one page")
            }
            Problem::NotAPair => f.write_str("a pair needs a \"+\" and a \"-\" item of one scale"),
            Problem::ScaleWithoutItems(id) => {
                write!(f, "the scale \"{id}\" cannot be scored: it has no items")
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
