//! What a definition must satisfy before it is an [`Instrument`].

use super::raw::*;
use super::*;
use std::collections::BTreeMap;
use std::fmt;

/// What is wrong at one place of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not JSON of the expected form.
    Syntax(String),
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
    pub(super) fn syntax(error: serde_json::Error) -> Self {
        Self {
            faults: vec![Fault {
                place: format!("line {}, column {}", error.line(), error.column()),
                problem: Problem::Syntax(error.to_string()),
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
            Problem::Syntax(why) => f.write_str(why),
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
        }
    }
}

/// Texts that standards and law ask to be said; a definition without one is refused.
const REQUIRED_TEXTS: [&str; 11] = [
    "purpose",
    "limits",
    "not_for_decisions",
    "voluntary",
    "privacy_local",
    "share_notice",
    "rights",
    "band_basis",
    "uncertainty",
    "quality_soft",
    "no_ai",
];

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: impl Into<String>, problem: Problem) {
        self.0.push(Fault {
            place: place.into(),
            problem,
        });
    }

    fn text(&mut self, place: &str, raw: &RawText) -> Text {
        let mut get = |language: Language| match raw.get(language.tag()) {
            Some(text) if !text.trim().is_empty() => text.as_str(),
            _ => {
                self.add(place, Problem::MissingLanguage(language.tag()));
                ""
            }
        };
        let nl = get(Language::Nl);
        let en = get(Language::En);
        Text::new(nl, en)
    }

    fn texts(&mut self, place: &str, raw: &[RawText]) -> Vec<Text> {
        raw.iter()
            .enumerate()
            .map(|(n, text)| self.text(&format!("{place}[{n}]"), text))
            .collect()
    }

    fn ids<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: Vec<&str> = Vec::new();
        for (n, id) in ids.enumerate() {
            if id.is_empty() || id.len() > 64 {
                self.add(format!("{place}[{n}].id"), Problem::BadId(id.into()));
            }
            if seen.contains(&id) {
                self.add(format!("{place}[{n}].id"), Problem::DuplicateId(id.into()));
            }
            seen.push(id);
        }
        if seen.is_empty() {
            self.add(place, Problem::Empty);
        }
    }

    fn share(&mut self, place: &str, share: RawShare) -> (u32, u32) {
        if share.denominator == 0 || share.numerator == 0 {
            self.add(place, Problem::BadNumber);
        }
        (share.numerator, share.denominator)
    }
}

/// Checks a parsed definition and resolves its references.
pub(super) fn check(
    raw: RawInstrument,
    content_hash: String,
) -> Result<Instrument, InstrumentError> {
    let mut faults = Faults::default();
    faults.ids("meta", [raw.meta.id.as_str()].into_iter());
    let title = faults.text("meta.title", &raw.meta.title);
    let rules = scoring_rules(&mut faults, &raw.scoring);
    let response_scale = response_scale(&mut faults, &raw.response_scale);
    let instruction = match raw.instructions.get("rep") {
        Some(text) => faults.text("instructions.rep", text),
        None => {
            faults.add("instructions", Problem::MissingText("rep"));
            Text::new("", "")
        }
    };
    faults.ids("scales", raw.scales.iter().map(|scale| scale.id.as_str()));
    faults.ids("items", raw.items.iter().map(|item| item.id.as_str()));
    let mut scales: Vec<Scale> = raw
        .scales
        .iter()
        .enumerate()
        .map(|(n, scale)| scale_of(&mut faults, n, scale))
        .collect();
    let items = items(&mut faults, &raw.items, &mut scales);
    for (n, scale) in scales.iter().enumerate() {
        if scale.items.is_empty() {
            faults.add(
                format!("scales[{n}]"),
                Problem::ScaleWithoutItems(scale.id.clone()),
            );
        }
    }
    let find = |id: &str| raw.items.iter().position(|item| item.id == id);
    let pairs = pairs(&mut faults, &raw.pairs, &items, find);
    let reframes = reframes(&mut faults, &raw.reframes, &raw, find);
    let pages = pages(&mut faults, &raw.presentation.pages, &raw.items, find);
    let context_questions = context_questions(&mut faults, &raw.context_questions);
    let texts = ui_texts(&mut faults, &raw.ui_texts);
    if !faults.0.is_empty() {
        return Err(InstrumentError { faults: faults.0 });
    }
    Ok(Instrument {
        id: raw.meta.id,
        version: raw.meta.version,
        content_hash,
        title,
        rules,
        response_scale,
        instruction,
        scales,
        items,
        pairs,
        reframes,
        pages,
        context_questions,
        texts,
    })
}

fn scoring_rules(faults: &mut Faults, raw: &RawScoring) -> ScoringRules {
    let min_answered = faults.share("scoring.min_answered", raw.min_answered);
    if min_answered.0 > min_answered.1 {
        faults.add("scoring.min_answered", Problem::BadNumber);
    }
    let cuts = band_cuts(faults, &raw.bands);
    let quality = raw.quality.as_ref().map(|rules| {
        if !(rules.irv_below >= 0.0 && rules.fast_seconds_per_item >= 0.0) {
            faults.add("scoring.quality", Problem::BadNumber);
        }
        QualityRules {
            longstring: rules.longstring,
            irv_below: rules.irv_below,
            min_pairs: rules.min_pairs,
            pair_inconsistency: faults.share(
                "scoring.quality.pair_inconsistency",
                rules.pair_inconsistency,
            ),
            acquiescence: faults.share("scoring.quality.acquiescence", rules.acquiescence),
            fast_seconds_per_item: rules.fast_seconds_per_item,
            fast_pages: rules.fast_pages,
        }
    });
    let change = raw.change.as_ref().map(|change| {
        if !(change.sd > 0.0 && (0.0..1.0).contains(&change.reliability)) {
            faults.add("scoring.change", Problem::BadNumber);
        }
        (change.sd, change.reliability)
    });
    ScoringRules {
        min_answered,
        cuts,
        show_border: raw.show_border,
        precision: raw.precision,
        quality,
        change,
    }
}

fn band_cuts(faults: &mut Faults, raw: &RawBands) -> BandCuts {
    let [low, mid, high] = [raw.low, raw.mid, raw.high];
    for (name, [from, to]) in [("low", low), ("mid", mid), ("high", high)] {
        if from > to {
            faults.add(format!("scoring.bands.{name}"), Problem::BadNumber);
        }
    }
    let mut meet = |place: &str, left: u32, right: u32| {
        if left < right {
            faults.add(place, Problem::BandGap);
        } else if left > right {
            faults.add(place, Problem::BandOverlap);
        }
    };
    meet("scoring.bands.low", 0, low[0]);
    meet("scoring.bands.mid", low[1], mid[0]);
    meet("scoring.bands.high", mid[1], high[0]);
    meet("scoring.bands.high", high[1], raw.parts);
    BandCuts {
        parts: raw.parts,
        low_below: low[1],
        high_above: high[0],
    }
}

fn response_scale(faults: &mut Faults, raw: &RawResponseScale) -> ResponseScale {
    let options: Vec<ResponseOption> = raw
        .labels
        .iter()
        .enumerate()
        .map(|(n, label)| ResponseOption {
            value: label.value,
            label: faults.text(&format!("response_scale.labels[{n}].text"), &label.text),
        })
        .collect();
    let complete =
        raw.min < raw.max && (raw.min..=raw.max).eq(options.iter().map(|option| option.value));
    if !complete {
        faults.add("response_scale.labels", Problem::ResponseScale);
    }
    ResponseScale {
        min: raw.min,
        max: raw.max.max(raw.min),
        options,
        skip: faults.text("response_scale.skip", &raw.skip),
    }
}

fn scale_of(faults: &mut Faults, n: usize, raw: &RawScale) -> Scale {
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
        label: faults.text(&at(&format!("bands.{name}.label")), &band.label),
        text: faults.text(&at(&format!("bands.{name}.text")), &band.text),
    };
    Scale {
        id: raw.id.clone(),
        name: faults.text(&at("name"), &raw.name),
        short_name: faults.text(&at("short_name"), &raw.short_name),
        polarity,
        definition: faults.text(&at("definition"), &raw.definition),
        facets: raw
            .facets
            .iter()
            .enumerate()
            .map(|(f, facet)| Facet {
                id: facet.id.clone(),
                name: faults.text(&at(&format!("facets[{f}].name")), &facet.name),
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
        goals: GoalExamples {
            learning: faults.text(
                &at("commitment_examples.learning_goal"),
                &raw.commitment_examples.learning_goal,
            ),
            performance: faults.text(
                &at("commitment_examples.performance_goal"),
                &raw.commitment_examples.performance_goal,
            ),
        },
        items: Vec::new(),
    }
}

fn items(faults: &mut Faults, raw: &[RawItem], scales: &mut [Scale]) -> Vec<Item> {
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
        let text = faults.text(&at("text"), &item.text);
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
        });
    }
    items
}

fn pairs(
    faults: &mut Faults,
    raw: &[RawPair],
    items: &[Item],
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(raw.len());
    for (n, pair) in raw.iter().enumerate() {
        let mut member = |name: &str, id: &str| {
            let found = find(id);
            if found.is_none() {
                faults.add(
                    format!("pairs[{n}].{name}"),
                    Problem::UnknownItem(id.into()),
                );
            }
            found
        };
        let (plus, minus) = (member("plus", &pair.plus), member("minus", &pair.minus));
        let (Some(plus), Some(minus)) = (plus, minus) else {
            continue;
        };
        let opposite = items[plus].key == Key::Plus && items[minus].key == Key::Minus;
        if !opposite || items[plus].scale != items[minus].scale {
            faults.add(format!("pairs[{n}]"), Problem::NotAPair);
        }
        if raw[..n].iter().any(|earlier| earlier.id == pair.id) {
            faults.add(
                format!("pairs[{n}].id"),
                Problem::DuplicateId(pair.id.clone()),
            );
        }
        pairs.push(Pair {
            id: pair.id.clone(),
            plus,
            minus,
        });
    }
    pairs
}

fn reframes(
    faults: &mut Faults,
    raw: &[RawReframe],
    definition: &RawInstrument,
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Reframe> {
    let mut reframes = Vec::with_capacity(raw.len());
    for (n, reframe) in raw.iter().enumerate() {
        let supporting = faults.text(&format!("reframes[{n}].supporting"), &reframe.supporting);
        let coaching_question = faults.text(
            &format!("reframes[{n}].coaching_question"),
            &reframe.coaching_question,
        );
        match find(&reframe.item_id) {
            Some(item) => reframes.push(Reframe {
                item,
                supporting,
                coaching_question,
            }),
            // A counterpart may stand ready for an item held in reserve.
            None if definition
                .reserve_items
                .iter()
                .any(|item| item.id == reframe.item_id) => {}
            None => faults.add(
                format!("reframes[{n}].item_id"),
                Problem::UnknownItem(reframe.item_id.clone()),
            ),
        }
    }
    reframes
}

fn pages(
    faults: &mut Faults,
    raw: &[Vec<String>],
    items: &[RawItem],
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Sheet> {
    if raw.is_empty() {
        faults.add("presentation.pages", Problem::Empty);
    }
    let mut shown = vec![0_u32; items.len()];
    let mut pages = Vec::with_capacity(raw.len());
    for (p, page) in raw.iter().enumerate() {
        if page.is_empty() {
            faults.add(format!("presentation.pages[{p}]"), Problem::Empty);
        }
        let mut sheet = Vec::with_capacity(page.len());
        for (n, id) in page.iter().enumerate() {
            let place = format!("presentation.pages[{p}][{n}]");
            match find(id) {
                None => faults.add(place, Problem::UnknownItem(id.clone())),
                Some(item) if shown[item] > 0 => {
                    faults.add(place, Problem::NotPresentedOnce(id.clone()));
                }
                Some(item) => {
                    shown[item] += 1;
                    sheet.push(item);
                }
            }
        }
        pages.push(sheet);
    }
    for (n, item) in items.iter().enumerate().filter(|(n, _)| shown[*n] == 0) {
        faults.add(
            format!("items[{n}]"),
            Problem::NotPresentedOnce(item.id.clone()),
        );
    }
    pages
}

fn context_questions(faults: &mut Faults, raw: &[RawContextQuestion]) -> Vec<ContextQuestion> {
    if !raw.is_empty() {
        faults.ids(
            "context_questions",
            raw.iter().map(|question| question.id.as_str()),
        );
    }
    raw.iter()
        .enumerate()
        .map(|(n, question)| {
            let place = format!("context_questions[{n}]");
            let ids = question.options.iter().map(|option| option.id.as_str());
            faults.ids(&format!("{place}.options"), ids);
            ContextQuestion {
                id: question.id.clone(),
                text: faults.text(&format!("{place}.text"), &question.text),
                options: question
                    .options
                    .iter()
                    .enumerate()
                    .map(|(o, option)| ContextOption {
                        id: option.id.clone(),
                        text: faults.text(&format!("{place}.options[{o}].text"), &option.text),
                    })
                    .collect(),
            }
        })
        .collect()
}

fn ui_texts(faults: &mut Faults, raw: &BTreeMap<String, RawText>) -> Vec<(String, Text)> {
    for name in REQUIRED_TEXTS {
        if !raw.contains_key(name) {
            faults.add("ui_texts", Problem::MissingText(name));
        }
    }
    raw.iter()
        .map(|(name, text)| (name.clone(), faults.text(&format!("ui_texts.{name}"), text)))
        .collect()
}
