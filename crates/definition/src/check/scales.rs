//! Checks of the scales and of the items they consist of.

use super::faults::Faults;
use crate::Problem;
use crate::limits::{MAX_STATEMENT, MAX_WEEKS};
use crate::raw::{
    RawBandText, RawFacet, RawGoal, RawGoals, RawInstrument, RawItem, RawScale, RawText,
};
use crate::read::Named;
use model::{
    BandText, Facet, FacetTexts, FromTo, GoalExample, GoalExamples, InBrief, Item, Key, Observable,
    Polarity, Scale,
};

const POLARITIES: [(&str, Polarity); 2] = [
    ("supporting", Polarity::Supporting),
    ("limiting", Polarity::Limiting),
];

const KEYS: [(&str, Key); 2] = [("+", Key::Plus), ("-", Key::Minus)];

const OBSERVABLE: [(&str, Observable); 3] = [
    ("yes", Observable::Yes),
    ("partly", Observable::Partly),
    ("no", Observable::No),
];

pub(super) fn scale_of(faults: &mut Faults, n: usize, raw: &RawScale) -> Scale {
    let at = |part: &str| format!("scales[{n}].{part}");
    let polarity = faults.word(&at("polarity"), &raw.polarity, &POLARITIES);
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
        learning: goal(
            faults,
            &at(&[name, ".learning_goal"].concat()),
            &goals.learning_goal,
        ),
        performance: goal(
            faults,
            &at(&[name, ".performance_goal"].concat()),
            &goals.performance_goal,
        ),
    };
    Scale {
        id: raw.id.clone(),
        name: faults.name(&at("name"), &raw.name),
        short_name: faults.name(&at("short_name"), &raw.short_name),
        polarity: polarity.unwrap_or(Polarity::Supporting),
        definition: faults.text(&at("definition"), &raw.definition),
        facets: raw
            .facets
            .iter()
            .enumerate()
            .map(|(f, facet)| facet_of(faults, &at(&format!("facets[{f}]")), facet))
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
            lever_belief: brief
                .lever_belief
                .as_ref()
                .map(|text| faults.text(&at("in_brief.lever_belief"), text)),
        }),
        coach_questions: faults.texts(&at("manager_questions"), &raw.manager_questions),
        self_questions: faults.texts(&at("rep_reflection"), &raw.rep_reflection),
        from_to: raw
            .from_to
            .iter()
            .enumerate()
            .map(|(n, line)| FromTo {
                from: faults.text(&at(&format!("from_to[{n}].from")), &line.from),
                to: faults.text(&at(&format!("from_to[{n}].to")), &line.to),
            })
            .collect(),
        goals: goals(faults, "commitment_examples", &raw.commitment_examples),
        manager_goals: raw
            .manager_examples
            .as_ref()
            .map(|examples| goals(faults, "manager_examples", examples)),
        items: Vec::new(),
    }
}

/// An example agreement: one text, which says what is agreed, or the fields of an agreement.
fn goal(faults: &mut Faults, at: &str, raw: &RawGoal) -> GoalExample {
    let part = |name: &str| [at, ".", name].concat();
    let agreed = match &raw.agreed {
        Some(text) => faults.text(&part("agreed"), text),
        None => faults.text(at, &Named::of_languages(&raw.nl, &raw.en)),
    };
    let mut optional = |name: &str, text: &Option<RawText>| {
        let text = text.as_ref();
        text.map(|text| faults.text(&part(name), text))
    };
    let (indicator, first_step) = (
        optional("indicator", &raw.indicator),
        optional("first_step", &raw.first_step),
    );
    let (situation, response) = (
        optional("situation", &raw.situation),
        optional("response", &raw.response),
    );
    match (&situation, &response) {
        (Some(_), None) => faults.add(at, Problem::MissingText("response")),
        (None, Some(_)) => faults.add(at, Problem::MissingText("situation")),
        _ => {}
    }
    if raw
        .weeks
        .is_some_and(|weeks| !(1..=MAX_WEEKS).contains(&weeks))
    {
        faults.add(part("weeks"), Problem::BadNumber);
    }
    GoalExample {
        agreed,
        indicator,
        first_step,
        situation,
        response,
        weeks: raw.weeks,
    }
}

/// A facet. Its sentences stand there all three, or none of them.
fn facet_of(faults: &mut Faults, at: &str, raw: &RawFacet) -> Facet {
    let sentences = [
        ("strong", &raw.strong),
        ("to_gain", &raw.to_gain),
        ("coach_question", &raw.coach_question),
    ];
    let [strong, to_gain, coach_question] = sentences.map(|(name, text)| {
        let text = text.as_ref();
        text.map(|text| faults.text(&[at, ".", name].concat(), text))
    });
    let texts = match (strong, to_gain, coach_question) {
        (Some(strong), Some(to_gain), Some(coach_question)) => Some(FacetTexts {
            strong,
            to_gain,
            coach_question,
        }),
        (None, None, None) => None,
        _ => {
            for (name, text) in sentences {
                if text.is_none() {
                    faults.add(at, Problem::MissingText(name));
                }
            }
            None
        }
    };
    Facet {
        id: raw.id.clone(),
        name: faults.name(&[at, ".name"].concat(), &raw.name),
        texts,
    }
}

/// Where a facet lists its items, that they are those that name it: its sentences say something
/// of their answers.
pub(super) fn facets_list_their_items(faults: &mut Faults, raw: &RawInstrument) {
    for (n, scale) in raw.scales.iter().enumerate() {
        for (f, facet) in scale.facets.iter().enumerate() {
            if facet.items.is_empty() {
                continue;
            }
            let place = format!("scales[{n}].facets[{f}].items");
            let items = raw.items.iter();
            let own = items.filter(|item| item.scale == scale.id && item.facet == facet.id);
            let own: Vec<&String> = own.map(|item| &item.id).collect();
            for (i, id) in facet.items.iter().enumerate() {
                if !own.contains(&id) {
                    faults.add(format!("{place}[{i}]"), Problem::UnknownItem(id.clone()));
                }
            }
            for id in own {
                match facet.items.iter().filter(|listed| *listed == id).count() {
                    1 => {}
                    0 => faults.add(&place, Problem::MissingItem(id.clone())),
                    _ => faults.add(&place, Problem::DuplicateId(id.clone())),
                }
            }
        }
    }
}

pub(super) fn items(faults: &mut Faults, raw: &[RawItem], scales: &mut [Scale]) -> Vec<Item> {
    let mut items = Vec::with_capacity(raw.len());
    for (n, item) in raw.iter().enumerate() {
        let at = |part: &str| format!("items[{n}].{part}");
        let key = faults.word(&at("key"), &item.key, &KEYS);
        let text = faults.text_within(&at("text"), &item.text, MAX_STATEMENT);
        let manager_text = item
            .manager_text
            .as_ref()
            .map(|text| faults.text_within(&at("manager_text"), text, MAX_STATEMENT));
        let observable = item.observable_by_manager.as_ref();
        let observable = observable
            .and_then(|word| faults.word(&at("observable_by_manager"), word, &OBSERVABLE));
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
            key: key.unwrap_or(Key::Plus),
            text,
            manager_text,
            observable: observable.unwrap_or(Observable::No),
        });
    }
    items
}
