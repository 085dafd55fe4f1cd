//! `mindset made-up`: records of people who do not exist, to measure and to try things with.
//!
//! The same seed gives the same records. Each person has a level for each scale, and each answer
//! adds chance to it, so that the answers to one scale go together as those of people do.

use crate::catalogue::Catalogue;
use crate::library::{Day, Instrument, Item, Key};
use crate::output;
use crate::screen::{json, quoted};
use anyhow::bail;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::io::Write;

/// Share of statements that are skipped.
const SKIPPED: f64 = 0.01;

/// Share of records in the questionnaire's first language.
const FIRST_LANGUAGE: f64 = 0.85;

/// The days over which the records are spread, in order of day.
const DAYS: u64 = 365;

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    instrument: &'a str,
    version: &'a str,
    language: &'a str,
    day: Option<Day>,
    answers: Given<'a>,
}

/// Answers by the id of their item, in the order of the questionnaire.
struct Given<'a>(&'a Instrument, Vec<Option<u8>>);

impl Serialize for Given<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        for (item, value) in self.0.items().iter().zip(&self.1) {
            map.serialize_entry(&item.id, value)?;
        }
        map.end()
    }
}

/// Writes this many records of the newest version of a questionnaire, one on a line.
pub fn run(
    catalogue: &Catalogue,
    id: &str,
    count: u64,
    seed: u64,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let instruments = catalogue.instruments();
    let Some(instrument) = instruments.iter().find(|known| known.id() == id) else {
        bail!("There is no instrument \"{}\".", quoted(id));
    };
    let languages: Vec<&str> = instrument.languages().map(|known| known.tag()).collect();
    let first = Day::parse("2026-01-01");
    let mut random = fastrand::Rng::with_seed(seed);
    for number in 0..count {
        let day = u32::try_from(number * DAYS / count).unwrap_or_default();
        let language = usize::from(random.f64() >= FIRST_LANGUAGE) % languages.len().max(1);
        let line = json(&Line {
            id: format!("p{number:08}"),
            instrument: instrument.id(),
            version: instrument.version(),
            language: languages.get(language).copied().unwrap_or_default(),
            day: first.and_then(|first| first.later(day)),
            answers: Given(instrument, answers(instrument, &mut random)),
        });
        output::write(out, &line)?;
    }
    Ok(output::finish(out)?)
}

fn answers(instrument: &Instrument, random: &mut fastrand::Rng) -> Vec<Option<u8>> {
    let response = instrument.response_scale();
    let (min, max) = (f64::from(response.min), f64::from(response.max));
    // In a response scale of 1 to 5, people differ by 0.8 and single answers by 0.9.
    let step = (max - min) / 4.0;
    let levels: Vec<f64> = instrument.scales().iter().map(|_| normal(random)).collect();
    let of_item = |item: &Item| {
        if random.f64() < SKIPPED {
            return None;
        }
        let level = levels.get(item.scale).copied().unwrap_or_default();
        let keyed = (min + max) / 2.0 + step * (0.2 + 0.8 * level + 0.9 * normal(random));
        let keyed = keyed.round().clamp(min, max);
        Some(match item.key {
            Key::Plus => keyed as u8,
            Key::Minus => (min + max - keyed) as u8,
        })
    };
    instrument.items().iter().map(of_item).collect()
}

/// Nearly a standard normal number: twelve uniform ones, less their mean (Irwin and Hall, 1927).
fn normal(random: &mut fastrand::Rng) -> f64 {
    (0..12).map(|_| random.f64()).sum::<f64>() - 6.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::catalogue;

    fn made(count: u64, seed: u64) -> String {
        let mut out = Vec::new();
        run(
            &catalogue(&[]).unwrap(),
            "sales-mindset",
            count,
            seed,
            &mut out,
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_seed_gives_the_same_records_and_another_gives_others() {
        assert_eq!(made(20, 1), made(20, 1));
        assert_ne!(made(20, 1), made(20, 2));
        assert_eq!(made(20, 1).lines().count(), 20);
    }
}
