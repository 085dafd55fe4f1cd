//! No sentence of a report contradicts an answer: whatever is said is held against the answers as
//! the definition's own JSON reads them, for made-up answers of every kind and for every combination
//! of bands and facets that the themes can show.

use super::written::{Given, Said, Steps, Written, band, list, neighbour, said, text};
use crate::scan_0_2::{definition, instrument, reframes_shown, session};
use model::{Band, Form, Instrument, Language, Session};
use proptest::prelude::*;
use report::{InBrief, Report, ScaleReport, Strength, lever_text};
use std::collections::{BTreeMap, BTreeSet};

/// The product's reading of the scan, and that of its authors.
pub struct Both {
    pub instrument: Instrument,
    pub written: Written,
}

impl Both {
    pub fn new() -> Self {
        let (instrument, written) = (instrument(), Written::new(definition()));
        let ids = instrument.items().iter().map(|item| &item.id);
        assert!(ids.eq(written.items.iter().map(|item| &item.id)));
        let response = instrument.response_scale();
        assert_eq!((response.min, response.max), (1, 5));
        Self {
            instrument,
            written,
        }
    }

    /// The answers of a session as a form keeps them, with the ids of what was chosen.
    pub fn given(&self, session: &Session) -> Given<'_> {
        let rating = |item| session.answers().rating(item).map(|rating| rating.value());
        let questions = self.instrument.context_questions().iter();
        let context = questions
            .zip(&session.parts().context)
            .filter_map(|(question, chosen)| {
                Some((&*question.id, &*question.options[(*chosen)?].id))
            });
        Given {
            raw: (0..self.written.items.len()).map(rating).collect(),
            context: context.collect(),
            of_others: session.form().is_about_another(),
        }
    }

    /// Fails where a report says anything that the answers do not.
    fn assert_nothing_contradicts(&self, session: &Session) {
        let given = self.given(session);
        let report = Report::new(&self.instrument, session);
        let steps: Vec<Option<Steps>> = self
            .written
            .scales
            .iter()
            .map(|scale| self.written.steps(scale, &given))
            .collect();
        for (scale, steps) in report.scales.iter().zip(&steps) {
            self.assert_scale(scale, *steps, &given);
        }
        self.assert_in_brief(&report.in_brief, &steps, &given);
        self.assert_beliefs(&report, &given);
        self.assert_lever_quotes(&report, &given);
        let patterns = self.written.patterns(&given);
        assert_eq!(report.pattern, patterns.first().copied());
    }

    fn assert_scale(&self, report: &ScaleReport, steps: Option<Steps>, given: &Given) {
        let scale = &self.written.scales[report.scale];
        let scored = report.score.scored.as_ref();
        let found = scored.map(|scored| (name(scored.band), scored.border));
        let expected = steps.map(|steps| (band(steps), neighbour(steps).is_some()));
        assert_eq!(found, expected, "{}", scale.id);
        // A question to oneself only with a score, and the one of its band.
        let questions = list(&self.written.definition["scales"][report.scale]["rep_reflection"]);
        assert_eq!(questions.len(), 3);
        let expected = steps.map(|steps| match band(steps) {
            "low" => 0,
            "mid" => 1,
            _ => 2,
        });
        assert_eq!(report.self_question, expected, "{}", scale.id);
        // The band beside it only at a border, and adjacent.
        let expected = steps.and_then(neighbour);
        assert_eq!(report.neighbour.map(name), expected, "{}", scale.id);
        // Each facet in the one list that its two answers put it in.
        let facets = &report.facets;
        let in_lists = [&facets.strong, &facets.to_gain, &facets.unsaid];
        for (n, (facet, said)) in scale
            .facets
            .iter()
            .zip(self.written.said(scale, given))
            .enumerate()
        {
            let found = in_lists.map(|list| list.iter().filter(|&&one| one == n).count());
            let expected = match said {
                Said::Strong => [1, 0, 0],
                Said::ToGain => [0, 1, 0],
                Said::Nothing | Said::Missing => [0, 0, 1],
            };
            assert_eq!(found, expected, "{} {} is {said:?}", scale.id, facet.id);
        }
        let in_lists: usize = in_lists.iter().map(|list| list.len()).sum();
        assert_eq!(in_lists, scale.facets.len(), "{}", scale.id);
        for (moved, lifted) in [(&report.lifted, true), (&report.lowered, false)] {
            for one in moved {
                assert_eq!(given.raw[one.item], Some(one.value));
                let counts_as = self.written.counts_as(one.item, given);
                let counts_as = counts_as.expect("it was answered");
                assert!(if lifted { counts_as > 3 } else { counts_as < 3 });
            }
        }
    }

    fn assert_in_brief(&self, brief: &InBrief, steps: &[Option<Steps>], given: &Given) {
        // How favourable each score is, over the steps that there can be: compared crosswise.
        let scales = self.written.scales.iter().zip(steps).enumerate();
        let favours: Vec<(usize, i32, i32)> = scales
            .filter_map(|(n, (scale, steps))| {
                let Steps { taken, most } = (*steps)?;
                Some((n, if scale.limiting { most - taken } else { taken }, most))
            })
            .collect();
        let are_equal = favours
            .iter()
            .all(|one| one.1 * favours[0].2 == favours[0].1 * one.2);
        // The one score there is has most to gain, but where it is favourable.
        let has_lever = match favours[..] {
            [(n, ..)] => {
                let favourable = if self.written.scales[n].limiting {
                    "low"
                } else {
                    "high"
                };
                band(steps[n].expect("it has a score")) != favourable
            }
            _ => !favours.is_empty() && !are_equal,
        };
        assert_eq!(brief.lever.is_some(), has_lever, "{favours:?}");
        if let Some(lever) = brief.lever {
            let of_lever = favours.iter().find(|one| one.0 == lever);
            let of_lever = of_lever.expect("the lever has a score");
            let mut others = favours.iter();
            assert!(others.all(|one| of_lever.1 * one.2 <= one.1 * of_lever.2));
        }
        assert!(brief.strengths.len() <= 2);
        for strength in &brief.strengths {
            match *strength {
                Strength::Clear(n) | Strength::Mixed(n) => {
                    assert_ne!(brief.lever, Some(n), "a strength is no lever");
                    let band = band(steps[n].expect("a strength has a score"));
                    let favourable = match self.written.scales[n].limiting {
                        true => "low",
                        false => "high",
                    };
                    let is_clear = matches!(strength, Strength::Clear(_));
                    assert_eq!(band, if is_clear { favourable } else { "mid" });
                }
                Strength::Answer(item) => {
                    let mut scales = self.written.scales.iter();
                    let scale = scales.find(|scale| scale.items.contains(&item));
                    assert!(!scale.expect("an item has a scale").limiting);
                    assert!(self.written.items[item].plus);
                    assert!(given.raw[item] > Some(3), "it was agreed with");
                }
            }
        }
    }

    /// The items of limiting scales with this keying and an answer on this side, by how firm it is.
    fn beliefs(&self, plus: bool, given: &Given) -> Vec<usize> {
        let scales = self.written.scales.iter().filter(|scale| scale.limiting);
        let firm = |item: usize| match (plus, given.raw[item]) {
            (true, Some(value)) if value > 3 => Some(value),
            (false, Some(value)) if value < 3 => Some(6 - value),
            _ => None,
        };
        let mut beliefs: Vec<usize> = scales
            .flat_map(|scale| scale.items.iter().copied())
            .filter(|&item| self.written.items[item].plus == plus && firm(item).is_some())
            .collect();
        beliefs.sort_by_key(|&item| (std::cmp::Reverse(firm(item)), item));
        beliefs
    }

    fn assert_beliefs(&self, report: &Report, given: &Given) {
        assert_eq!(report.beliefs, self.beliefs(true, given));
        assert_eq!(report.not_held, self.beliefs(false, given));
        let answer = |id: &str| {
            let item = self.written.items.iter().position(|item| item.id == id);
            // A reframe of an item in reserve is never called for.
            given.raw[item?]
        };
        let reframes = list(&self.written.definition["reframes"]).iter();
        let called: Vec<&str> = reframes
            .filter(|reframe| {
                let helpful = reframe["when_disagreed"].as_array().into_iter().flatten();
                let mut helpful = helpful.map(|id| answer(text(id)));
                answer(text(&reframe["item_id"])) > Some(3)
                    || helpful.any(|value| value.is_some_and(|value| value < 3))
            })
            .map(|reframe| text(&reframe["item_id"]))
            .collect();
        let found = reframes_shown(&self.instrument, report);
        assert_eq!(found, called);
    }

    /// A belief that the lever quotes was agreed with, none more; nothing else is quoted.
    fn assert_lever_quotes(&self, report: &Report, given: &Given) {
        let Some(lever) = report.in_brief.lever else {
            return;
        };
        let scale = &self.written.scales[lever];
        let agreed = self.beliefs(true, given).into_iter();
        let mut agreed = agreed.filter(|item| scale.items.contains(item));
        let expected = agreed.next();
        for language in Language::ALL {
            let quoted = |may_quote| {
                let text = lever_text(&self.instrument, report, lever, may_quote, language);
                assert!(!text.contains('{'), "{text}");
                let mut items = scale.items.iter().copied();
                items.find(|&item| text.contains(self.statement(item, language)))
            };
            assert_eq!(quoted(true), expected, "{}", scale.id);
            assert_eq!(quoted(false), None);
        }
    }

    fn statement(&self, item: usize, language: Language) -> &str {
        text(&self.written.definition["items"][item]["text"][language.tag()])
    }
}

fn name(band: Band) -> &'static str {
    match band {
        Band::Low => "low",
        Band::Mid => "mid",
        Band::High => "high",
    }
}

/// One answer: mostly on one side, so that every band comes about, sometimes anywhere or skipped.
fn answers_of_a_scale(items: usize) -> impl Strategy<Value = Vec<Option<u8>>> {
    (1_u8..=5, 0_u32..=40).prop_flat_map(move |(side, skipped)| {
        // How favourable the answer is, which the keying then turns into what is answered.
        let value = prop_oneof![
            4 => Just(side),
            2 => side.saturating_sub(1).max(1)..=(side + 1).min(5),
            1 => 1_u8..=5,
        ];
        let answer = prop_oneof![
            100 - skipped => value.prop_map(Some),
            skipped + 1 => Just(None),
        ];
        prop::collection::vec(answer, items)
    })
}

/// What is answered, from how favourable it is to be.
fn turned(both: &Both, scale: usize, favourable: &[Option<u8>]) -> Vec<(usize, Option<u8>)> {
    let scale = &both.written.scales[scale];
    let items = scale.items.iter().zip(favourable);
    items
        .map(|(&item, value)| {
            let agrees = both.written.items[item].plus != scale.limiting;
            let raw = value.map(|value| if agrees { value } else { 6 - value });
            (item, raw)
        })
        .collect()
}

pub fn raw_of(both: &Both, scales: &[Vec<Option<u8>>]) -> Vec<Option<u8>> {
    let mut raw = vec![None; both.written.items.len()];
    for (n, favourable) in scales.iter().enumerate() {
        for (item, value) in turned(both, n, favourable) {
            raw[item] = value;
        }
    }
    raw
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn nothing_that_is_said_contradicts_any_answers(
        scales in prop::collection::vec(answers_of_a_scale(8), 4),
        context in prop::collection::vec(prop::option::weighted(0.8, 0_usize..5), 4),
        form in prop::sample::select(Form::ALL.to_vec()),
    ) {
        thread_local!(static BOTH: Both = Both::new());
        BOTH.with(|both| {
            let raw = raw_of(both, &scales);
            let session = session(&both.instrument, form, &raw, &context);
            both.assert_nothing_contradicts(&session);
        });
    }
}

/// What can be told apart of one scale: its band, and what is said of each facet.
type Picture = (Option<&'static str>, Vec<Said>);

/// The answers to a scale in the order of its items, by how favourable they are.
pub type Answers = Vec<Option<u8>>;

/// Answers for every picture that a scale can give, by its band; for each picture away from the cuts
/// and at either of them, where it can lie there. Every pair of answers to every facet is tried, and
/// one with a skipped answer.
pub fn pictures(both: &Both, scale: usize) -> BTreeMap<Option<&'static str>, Vec<Vec<Answers>>> {
    let scale = &both.written.scales[scale];
    let mut pairs = vec![[None, Some(3)]];
    for one in 1..=5 {
        pairs.extend((one..=5).map(|other| [Some(one), Some(other)]));
    }
    let place = |item: usize| {
        let place = scale.items.iter().position(|one| *one == item);
        place.expect("the item of a facet is in its scale")
    };
    let facets = scale.facets.len();
    let mut found: BTreeMap<Picture, BTreeMap<Option<&'static str>, Answers>> = BTreeMap::new();
    for combination in 0..pairs.len().pow(facets as u32) {
        let chosen: Vec<[Option<u8>; 2]> = (0..facets)
            .map(|n| pairs[digit(combination, pairs.len(), n)])
            .collect();
        let values = || chosen.iter().flatten().flatten();
        let answered = values().count() as i32;
        let favour = values().map(|value| i32::from(value - 1)).sum::<i32>();
        let steps = (4 * answered >= 3 * scale.items.len() as i32).then_some(Steps {
            taken: match scale.limiting {
                true => 4 * answered - favour,
                false => favour,
            },
            most: 4 * answered,
        });
        let complete = chosen.iter().map(|[one, other]| Some([(*one)?, (*other)?]));
        let picture = (steps.map(band), said(&complete.collect::<Vec<_>>()));
        let at_a_cut = found.entry(picture).or_default();
        at_a_cut
            .entry(steps.and_then(neighbour))
            .or_insert_with(|| {
                let mut answers = vec![None; scale.items.len()];
                for (facet, [one, other]) in scale.facets.iter().zip(&chosen) {
                    answers[place(facet.items[0])] = *one;
                    answers[place(facet.items[1])] = *other;
                }
                answers
            });
    }
    let mut by_band = BTreeMap::new();
    for ((band, _), at_a_cut) in found {
        let pictures: &mut Vec<_> = by_band.entry(band).or_default();
        pictures.push(at_a_cut.into_values().collect());
    }
    by_band
}

/// The digit of a number at a place, in a numeral system of this base.
fn digit(number: usize, base: usize, place: usize) -> usize {
    number / base.pow(place as u32) % base
}

#[test]
fn nothing_contradicts_the_answers_in_any_combination_of_bands_and_facets() {
    let both = Both::new();
    let scales: Vec<_> = (0..both.written.scales.len())
        .map(|scale| pictures(&both, scale))
        .collect();
    let bands = [Some("low"), Some("mid"), Some("high"), None];
    for pictures in &scales {
        assert_eq!(pictures.len(), bands.len(), "every band comes about");
    }
    let (mut checked, mut seen) = (0, BTreeSet::new());
    for combination in 0..bands.len().pow(scales.len() as u32) {
        let of_scales: Vec<_> = scales
            .iter()
            .enumerate()
            .map(|(n, pictures)| {
                let band = bands[digit(combination, bands.len(), n)];
                (band, &pictures[&band])
            })
            .collect();
        // Every picture of every theme, where each has a score; otherwise those without one.
        let lengths = of_scales.iter().map(|(_, pictures)| pictures.len());
        let rounds = match of_scales.iter().all(|(band, _)| band.is_some()) {
            true => lengths.max(),
            false => lengths.min(),
        };
        for round in 0..rounds.expect("there are scales") {
            let mut answers = Vec::new();
            for (n, (band, pictures)) in of_scales.iter().enumerate() {
                let picture = round % pictures.len();
                let at_a_cut = &pictures[picture];
                let variant = checked % at_a_cut.len();
                seen.insert((n, *band, picture, variant));
                answers.push(at_a_cut[variant].clone());
            }
            let context = [6, 5, 4, 3].map(|options| (round % options).checked_sub(1));
            let raw = raw_of(&both, &answers);
            let session = session(&both.instrument, Form::SelfReport, &raw, &context);
            both.assert_nothing_contradicts(&session);
            checked += 1;
        }
    }
    let all = scales.iter().flat_map(BTreeMap::values).flatten();
    assert_eq!(seen.len(), all.map(Vec::len).sum::<usize>());
}
