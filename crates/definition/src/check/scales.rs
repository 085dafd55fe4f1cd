//! Checks of the scales and of the items they consist of.

use super::faults::Faults;
use crate::Problem;
use crate::limits::MAX_STATEMENT;
use crate::raw::{RawBandText, RawGoals, RawItem, RawScale};
use model::{BandText, Facet, GoalExamples, InBrief, Item, Key, Observable, Polarity, Scale};

pub(super) fn scale_of(faults: &mut Faults, n: usize, raw: &RawScale) -> Scale {
    let at = |part: &str| format!("scales[{n}].{part}");
    let polarity = match raw.polarity.as_str() {
        "supporting" => Polarity::Supporting,
        "limiting" => Polarity::Limiting,
        other => {
            faults.add(at("polarity"), Problem::UnknownValue(other.into()));
            Polarity::Supporting
        }
    };
    faults.ids(
        &at("facets"),
        raw.facets.iter().map(|facet| facet.id.as_str()),
    );
    let band = |faults: &mut Faults, name: &str, band: &RawBandText| BandText {
        label: faults.name(&at(&format!("bands.{name}.label")), &band.label),
        text: faults.text(&at(&format!("bands.{name}.text")), &band.text),
        in_account: band
            .in_account
            .as_ref()
            .map(|text| faults.text(&at(&format!("bands.{name}.in_account")), text)),
    };
    let goals = |faults: &mut Faults, name: &str, goals: &RawGoals| GoalExamples {
        learning: faults.text(
            &at(&[name, ".learning_goal"].concat()),
            &goals.learning_goal,
        ),
        performance: faults.text(
            &at(&[name, ".performance_goal"].concat()),
            &goals.performance_goal,
        ),
    };
    Scale {
        id: raw.id.clone(),
        name: faults.name(&at("name"), &raw.name),
        short_name: faults.name(&at("short_name"), &raw.short_name),
        polarity,
        definition: faults.text(&at("definition"), &raw.definition),
        facets: raw
            .facets
            .iter()
            .enumerate()
            .map(|(f, facet)| Facet {
                id: facet.id.clone(),
                name: faults.name(&at(&format!("facets[{f}].name")), &facet.name),
            })
            .collect(),
        bands: [
            band(faults, "low", &raw.bands.low),
            band(faults, "mid", &raw.bands.mid),
            band(faults, "high", &raw.bands.high),
        ],
        in_brief: raw.in_brief.as_ref().map(|brief| InBrief {
            strength_clear: faults.text(&at("in_brief.strength_clear"), &brief.strength_clear),
            strength_mixed: faults.text(&at("in_brief.strength_mixed"), &brief.strength_mixed),
            lever: faults.text(&at("in_brief.lever"), &brief.lever),
        }),
        coach_questions: faults.texts(&at("manager_questions"), &raw.manager_questions),
        self_questions: faults.texts(&at("rep_reflection"), &raw.rep_reflection),
        goals: goals(faults, "commitment_examples", &raw.commitment_examples),
        manager_goals: raw
            .manager_examples
            .as_ref()
            .map(|examples| goals(faults, "manager_examples", examples)),
        items: Vec::new(),
    }
}

pub(super) fn items(faults: &mut Faults, raw: &[RawItem], scales: &mut [Scale]) -> Vec<Item> {
    let mut items = Vec::with_capacity(raw.len());
    for (n, item) in raw.iter().enumerate() {
        let at = |part: &str| format!("items[{n}].{part}");
        let key = match item.key.as_str() {
            "+" => Key::Plus,
            "-" => Key::Minus,
            other => {
                faults.add(at("key"), Problem::UnknownValue(other.into()));
                Key::Plus
            }
        };
        let text = faults.text_within(&at("text"), &item.text, MAX_STATEMENT);
        let manager_text = item
            .manager_text
            .as_ref()
            .map(|text| faults.text_within(&at("manager_text"), text, MAX_STATEMENT));
        let observable = match item.observable_by_manager.as_deref() {
            None | Some("no") => Observable::No,
            Some("yes") => Observable::Yes,
            Some("partly") => Observable::Partly,
            Some(other) => {
                let problem = Problem::UnknownValue(other.into());
                faults.add(at("observable_by_manager"), problem);
                Observable::No
            }
        };
        let found = scales.iter().position(|scale| scale.id == item.scale);
        let facet = match found {
            None => {
                faults.add(at("scale"), Problem::UnknownScale(item.scale.clone()));
                None
            }
            Some(scale) => {
                scales[scale].items.push(n);
                let facet = scales[scale]
                    .facets
                    .iter()
                    .position(|facet| facet.id == item.facet);
                if facet.is_none() {
                    faults.add(at("facet"), Problem::UnknownFacet(item.facet.clone()));
                }
                facet
            }
        };
        items.push(Item {
            id: item.id.clone(),
            scale: found.unwrap_or_default(),
            facet: facet.unwrap_or_default(),
            key,
            text,
            manager_text,
            observable,
        });
    }
    items
}
