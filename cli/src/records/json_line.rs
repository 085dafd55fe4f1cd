//! One JSON line: an instrument's id, its version if need be, and the answers by item id.

use super::Record;
use super::id::Id;
use super::plain;
use super::tree::{self, Tree};
use crate::catalogue::{Catalogue, Definition};
use crate::library::{Answers, Day, Instrument, Language};
use crate::screen::quoted;
use std::borrow::Cow;

/// Fields by name; taking one out leaves the others.
struct Fields<'a>(Vec<(Cow<'a, str>, Tree<'a>)>);

impl<'a> Fields<'a> {
    fn of(tree: Tree<'a>) -> Result<Self, String> {
        match tree {
            Tree::Object(fields) => Ok(Self(fields)),
            other => Err(format!(
                "it is {}: a record is an object with `instrument` and `answers`",
                other.in_words()
            )),
        }
    }

    /// The value of a field; null where it is not there.
    fn take(&mut self, name: &str) -> Result<Tree<'a>, String> {
        let mut found = None;
        let is_it = |(field, _): &mut (Cow<str>, Tree)| field == name;
        for (_, value) in self.0.extract_if(.., is_it) {
            if found.replace(value).is_some() {
                return Err(format!("{name} is there twice"));
            }
        }
        Ok(found.unwrap_or(Tree::Null))
    }

    fn text(&mut self, name: &str) -> Result<Option<Cow<'a, str>>, String> {
        match self.take(name)? {
            Tree::Null => Ok(None),
            Tree::Text(text) => Ok(Some(text)),
            other => Err(format!("{name} is {}: it must be a text", other.in_words())),
        }
    }
}

/// Reads one line. The error is a clause without its place and its full stop.
pub(super) fn read(text: &[u8], catalogue: &Catalogue) -> Result<Record, String> {
    plain::read(text, catalogue).map_or_else(|| read_any(text, catalogue), Ok)
}

/// The same for every line, also one that is not plain; this takes four times as long.
pub(super) fn read_any(text: &[u8], catalogue: &Catalogue) -> Result<Record, String> {
    let mut fields = Fields::of(tree::read(text)?)?;
    let id = Id::read(fields.take("id")?)?;
    let instrument = fields.text("instrument")?;
    let instrument = instrument.ok_or("`instrument` is missing")?;
    let version = fields.text("version")?;
    let form = fields.text("form")?;
    let language = fields.text("language")?;
    let day = fields.text("day")?;
    let given = match fields.take("answers")? {
        Tree::Object(answers) => answers,
        Tree::Null => return Err("`answers` is missing".to_owned()),
        other => {
            let kind = other.in_words();
            return Err(format!(
                "answers is {kind}: it must be an object, from the id of a statement to a number"
            ));
        }
    };
    let items = given.iter().map(|(item, _)| &**item);
    let index = catalogue.find(&instrument, version.as_deref(), items)?;
    let definition = catalogue.get(index);
    let language = language.map(|tag| {
        let of_tag = Language::from_tag(&tag);
        of_tag.ok_or_else(|| format!("there is no language \"{}\"", quoted(&tag)))
    });
    let day = day.map(|text| {
        let of_text = Day::parse(&text);
        of_text.ok_or_else(|| {
            format!(
                "day is \"{}\": it must be a day such as 2026-03-31",
                quoted(&text)
            )
        })
    });
    Ok(Record {
        id,
        instrument: index,
        form: form.map_or_else(|| "self".to_owned(), |form| quoted(&form)),
        language: language.transpose()?,
        day: day.transpose()?,
        page_seconds: page_seconds(fields.take("pageSeconds")?, &definition.instrument)?,
        answers: answers(given, definition)?,
    })
}

fn answers(given: Vec<(Cow<str>, Tree)>, definition: &Definition) -> Result<Answers, String> {
    let instrument = &definition.instrument;
    let response = instrument.response_scale();
    let mut seen = vec![false; instrument.items().len()];
    let mut values = Vec::with_capacity(given.len());
    for (id, value) in given {
        let item = definition.item(&id).ok_or_else(|| {
            format!(
                "{} {} has no item \"{}\"",
                instrument.id(),
                instrument.version(),
                quoted(&id)
            )
        })?;
        if std::mem::replace(&mut seen[item], true) {
            return Err(format!("{id} is answered twice"));
        }
        let value = match value {
            Tree::Null => None,
            Tree::Whole(number) => match u8::try_from(number) {
                Ok(value) if (response.min..=response.max).contains(&value) => Some(value),
                _ => return Err(outside(&id, &number.to_string(), instrument)),
            },
            Tree::Text(text) => {
                let text = format!("\"{}\" is a text, and", quoted(&text));
                return Err(outside(&id, &text, instrument));
            }
            other => return Err(outside(&id, &other.in_words(), instrument)),
        };
        values.push((item, value));
    }
    Answers::from_values(instrument, values)
        .map_err(|item| format!("item {item} has a value that cannot be"))
}

fn outside(item: &str, value: &str, instrument: &Instrument) -> String {
    let response = instrument.response_scale();
    let (min, max) = (response.min, response.max);
    format!("{item}: {value} is not a whole number from {min} to {max}, or null")
}

fn page_seconds(given: Tree, instrument: &Instrument) -> Result<Vec<f64>, String> {
    let list = match given {
        Tree::Null => Vec::new(),
        Tree::List(list) => list,
        other => {
            let kind = other.in_words();
            return Err(format!(
                "pageSeconds is {kind}: it must be a list of numbers"
            ));
        }
    };
    let pages = instrument.pages().len();
    if list.len() > pages {
        let given = list.len();
        let pages = match pages {
            1 => "1 page".to_owned(),
            many => format!("{many} pages"),
        };
        return Err(format!(
            "pageSeconds has {given} entries; {} has {pages}",
            instrument.id()
        ));
    }
    let seconds = |value: Tree| match value {
        Tree::Whole(number) if number >= 0 => Ok(number as f64),
        Tree::Fraction(number) if number >= 0.0 => Ok(number),
        Tree::Whole(_) | Tree::Fraction(_) => {
            Err(format!("pageSeconds: {} is below 0", value.in_words()))
        }
        other => Err(format!("pageSeconds: {} is not a number", other.in_words())),
    };
    list.into_iter().map(seconds).collect()
}
