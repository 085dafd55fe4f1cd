//! The questionnaires whose records can be read: those that ship, and those that were named.

use crate::library::{Instrument, LARGEST_DEFINITION, Language, SOURCES};
use crate::lint::refused;
use crate::output::in_words;
use crate::screen::quoted;
use crate::sources::name_of;
use anyhow::{anyhow, bail};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// Definitions by id and version. Every version of an id is one of its own.
pub struct Catalogue {
    /// By id, and of each the newest version first.
    definitions: Vec<Definition>,
}

/// One definition of the catalogue.
pub struct Definition {
    /// The questionnaire.
    pub instrument: Instrument,
    /// Its items by id, as indices into its items.
    items: HashMap<String, usize>,
    /// Where it comes from, in words for a person.
    source: String,
}

impl Definition {
    fn new(instrument: Instrument, source: String) -> Self {
        let items = instrument.items().iter().enumerate();
        let items = items.map(|(n, item)| (item.id.clone(), n)).collect();
        Self {
            instrument,
            items,
            source,
        }
    }

    /// The item of this id, as an index into the instrument's items.
    pub fn item(&self, id: &str) -> Option<usize> {
        self.items.get(id).copied()
    }
}

/// The definitions that ship with the program, and those in these files.
///
/// # Errors
/// A file that cannot be read or would be refused, with every fault and its place; two
/// definitions of one id and version with different content, with both places.
pub fn catalogue(files: &[PathBuf]) -> anyhow::Result<Catalogue> {
    let mut definitions = Vec::new();
    for shipped in SOURCES {
        let source = format!("the {} that ships with this program", shipped.id);
        add(&mut definitions, shipped.definition.as_bytes(), source)?;
    }
    for file in files {
        let source = name_of(file);
        let mut bytes = Vec::new();
        // One byte more than is read tells the loader that there is too much.
        File::open(file)
            .and_then(|file| {
                file.take(LARGEST_DEFINITION as u64 + 1)
                    .read_to_end(&mut bytes)
            })
            .map_err(|error| {
                anyhow!(
                    "The questionnaire {source} cannot be read: {}.",
                    in_words(&error)
                )
            })?;
        add(&mut definitions, &bytes, source)?;
    }
    definitions.sort_by(|a, b| {
        let ids = a.instrument.id().cmp(b.instrument.id());
        ids.then_with(|| newer_first(a.instrument.version(), b.instrument.version()))
    });
    Ok(Catalogue { definitions })
}

fn add(definitions: &mut Vec<Definition>, bytes: &[u8], source: String) -> anyhow::Result<()> {
    let instrument = match definition::from_bytes(bytes) {
        Ok(instrument) => instrument,
        Err(error) => {
            let faults = refused(&error, Language::En);
            bail!("{source}\n  {}", faults.join("\n  "))
        }
    };
    let same = definitions.iter().find(|known| {
        known.instrument.id() == instrument.id()
            && known.instrument.version() == instrument.version()
    });
    match same {
        None => definitions.push(Definition::new(instrument, source)),
        // The same file twice is no contradiction.
        Some(known) if known.instrument.digest() == instrument.digest() => {}
        Some(known) => bail!(
            "Two definitions of {} version {} differ: {} and {source}. Give one of them another \
             id or version.",
            instrument.id(),
            instrument.version(),
            known.source
        ),
    }
    Ok(())
}

/// Numbers within versions are compared as numbers; what cannot be compared so, as text.
fn newer_first(a: &str, b: &str) -> Ordering {
    let known = version_compare::compare(b, a).ok();
    let known = known.and_then(|compared| compared.ord());
    known.unwrap_or(Ordering::Equal).then_with(|| b.cmp(a))
}

impl Catalogue {
    /// The definition at an index that [`Self::find`] gave.
    pub fn get(&self, index: usize) -> &Definition {
        &self.definitions[index]
    }

    /// The instruments, in the order of their indices.
    pub fn instruments(&self) -> Vec<&Instrument> {
        let all = self.definitions.iter();
        all.map(|definition| &definition.instrument).collect()
    }

    /// The index of the definition of this id and version.
    pub fn index_of(&self, id: &str, version: &str) -> Option<usize> {
        self.definitions
            .iter()
            .position(|known| known.instrument.id() == id && known.instrument.version() == version)
    }

    /// The index of the definition that a record belongs to: of the version that it names, or
    /// else of the newest that has all its items.
    ///
    /// # Errors
    /// A sentence without its full stop, that says what is not known.
    pub fn find<'a>(
        &self,
        id: &str,
        version: Option<&str>,
        items: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<usize, String> {
        let all = self.definitions.iter().enumerate();
        let of_id: Vec<(usize, &Definition)> = all
            .filter(|(_, definition)| definition.instrument.id() == id)
            .collect();
        let Some((_, newest)) = of_id.first() else {
            return Err(format!("there is no instrument \"{}\"", quoted(id)));
        };
        let versions = || {
            let all = of_id.iter().map(|(_, known)| known.instrument.version());
            all.collect::<Vec<_>>().join(", ")
        };
        if let Some(version) = version {
            let named = of_id
                .iter()
                .find(|(_, definition)| definition.instrument.version() == version);
            return named.map(|(index, _)| *index).ok_or_else(|| {
                format!(
                    "there is no version \"{}\" of {id}, only {}: add it with --questionnaire",
                    quoted(version),
                    versions()
                )
            });
        }
        let complete = of_id
            .iter()
            .find(|(_, definition)| items.clone().all(|item| definition.item(item).is_some()));
        if let Some((index, _)) = complete {
            return Ok(*index);
        }
        let lacking = items.clone().find(|item| newest.item(item).is_none());
        let lacking = quoted(lacking.unwrap_or_default());
        Err(match of_id.len() {
            1 => format!("{id} has no item \"{lacking}\""),
            _ => format!(
                "no version of {id} ({}) has all its items; the newest has no item \"{lacking}\"",
                versions()
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        let mut versions = ["0.9.0", "0.10.0", "1", "0.10.0-draft", "spring", "2024-09"];
        versions.sort_by(|a, b| newer_first(a, b));
        let place = |version| versions.iter().position(|&found| found == version);
        assert!(place("1") < place("0.10.0") && place("0.10.0") < place("0.9.0"));
        assert!(place("2024-09") < place("1"), "{versions:?}");
    }

    #[test]
    fn the_bundled_questionnaires_are_known_without_a_file() {
        let catalogue = catalogue(&[]).unwrap();
        let ids: Vec<&str> = catalogue
            .instruments()
            .iter()
            .map(|known| known.id())
            .collect();
        let shipped: Vec<&str> = SOURCES.iter().map(|source| source.id).collect();
        assert_eq!(ids, shipped);
        let items = ["ACC-01"].into_iter();
        let newest = ids.iter().position(|id| *id == "sales-mindset").unwrap();
        assert_eq!(catalogue.find("sales-mindset", None, items), Ok(newest));
    }

    #[test]
    fn a_record_is_of_the_version_it_names_or_of_the_newest_that_knows_its_items() {
        let catalogue = catalogue(&[]).unwrap();
        let version = |named, items: &[&str]| {
            let found = catalogue.find("sales-mindset", named, items.iter().copied())?;
            Ok::<_, String>(catalogue.get(found).instrument.version())
        };
        // ACC-03 is of the first version alone, ACC-09 of the newest, and ACC-01 of both.
        assert_eq!(version(None, &["ACC-01", "ACC-03"]), Ok("0.1.0"));
        assert_eq!(version(None, &["ACC-01", "ACC-09"]), Ok("0.2.0"));
        assert_eq!(version(None, &["ACC-01"]), Ok("0.2.0"));
        assert_eq!(version(None, &[]), Ok("0.2.0"));
        for named in ["0.1.0", "0.2.0"] {
            assert_eq!(version(Some(named), &["ACC-01"]), Ok(named));
        }
        let unknown = "there is no version \"0.3.0\" of sales-mindset, only 0.2.0, 0.1.0: add it with \
                       --questionnaire";
        assert_eq!(version(Some("0.3.0"), &["ACC-01"]), Err(unknown.to_owned()));
    }
}
