//! Checks of what is said beside the scales: patterns, the conversation, the moments of coming back,
//! the calculator of effort and the sources.

use super::faults::Faults;
use crate::Problem;
use crate::limits::MAX_FOLLOW_UP_DAYS;
use crate::raw::{
    RawCondition, RawConversation, RawEffort, RawFollowUp, RawInstrument, RawPattern, RawSourceNote,
};
use model::{
    Band, Certainty, Condition, ContextPlace, Conversation, ConversationStep, EffortTexts,
    FollowUp, Pattern, SourceNote, Text,
};

/// The fields of the calculator, in their order.
const EFFORT_FIELDS: [&str; 4] = ["deals", "quotes_of_ten", "deals_of_ten", "weeks"];

const CONTEXT_PLACES: [(&str, ContextPlace); 2] = [
    ("before", ContextPlace::Before),
    ("after", ContextPlace::After),
];

const BANDS: [(&str, Band); 3] = [("low", Band::Low), ("mid", Band::Mid), ("high", Band::High)];

const CERTAINTIES: [(&str, Certainty); 4] = [
    ("model", Certainty::Model),
    ("survey", Certainty::Survey),
    ("practice_estimate", Certainty::PracticeEstimate),
    ("disputed", Certainty::Disputed),
];

pub(super) fn context_place(faults: &mut Faults, raw: Option<&str>) -> ContextPlace {
    let place = raw.and_then(|word| faults.word("presentation.context", word, &CONTEXT_PLACES));
    place.unwrap_or(ContextPlace::Before)
}

pub(super) fn patterns(faults: &mut Faults, raw: &RawInstrument) -> Vec<Pattern> {
    if !raw.patterns.is_empty() {
        let ids = raw.patterns.iter().map(|pattern| pattern.id.as_str());
        faults.ids("patterns", ids);
    }
    let mut pattern = |(n, pattern): (usize, &RawPattern)| Pattern {
        id: pattern.id.clone(),
        when: condition(faults, &format!("patterns[{n}].when"), &pattern.when, raw),
        text: faults.text(&format!("patterns[{n}].text"), &pattern.text),
    };
    raw.patterns.iter().enumerate().map(&mut pattern).collect()
}

/// A condition; one that is none of the kinds is a fault, and stands as one that always holds.
fn condition(
    faults: &mut Faults,
    place: &str,
    raw: &RawCondition,
    definition: &RawInstrument,
) -> Condition {
    let several = |faults: &mut Faults, name: &str, each: &[RawCondition]| {
        let place = [place, ".", name].concat();
        if each.is_empty() {
            faults.add(&place, Problem::Empty);
        }
        let each = each.iter().enumerate();
        each.map(|(n, one)| condition(faults, &format!("{place}[{n}]"), one, definition))
            .collect()
    };
    let RawCondition {
        all,
        any,
        scale,
        band,
        context,
        option,
        item,
        at_most,
    } = raw;
    let is_there = [
        all.is_some(),
        any.is_some(),
        scale.is_some() || !band.is_empty(),
        context.is_some() || !option.is_empty(),
        item.is_some() || at_most.is_some(),
    ];
    if is_there.into_iter().filter(|&there| there).count() != 1 {
        faults.add(place, Problem::NotACondition);
        return Condition::All(Vec::new());
    }
    match (all, any, scale, context, item, at_most) {
        (Some(each), ..) => Condition::All(several(faults, "all", each)),
        (_, Some(each), ..) => Condition::Any(several(faults, "any", each)),
        (_, _, Some(scale), ..) => Condition::Band {
            scale: known_scale(faults, place, scale, definition),
            bands: bands(faults, place, band),
        },
        (_, _, _, Some(context), ..) => known_answer(faults, place, context, option, definition),
        (_, _, _, _, Some(item), Some(value)) => {
            at_most_of(faults, place, item, *value, definition)
        }
        _ => {
            faults.add(place, Problem::NotACondition);
            Condition::All(Vec::new())
        }
    }
}

fn known_scale(faults: &mut Faults, place: &str, id: &str, definition: &RawInstrument) -> usize {
    let found = definition.scales.iter().position(|scale| scale.id == id);
    found.unwrap_or_else(|| {
        faults.add([place, ".scale"].concat(), Problem::UnknownScale(id.into()));
        0
    })
}

fn bands(faults: &mut Faults, place: &str, names: &[String]) -> Vec<Band> {
    if names.is_empty() {
        faults.add([place, ".band"].concat(), Problem::Empty);
    }
    let band = |name: &String| faults.word(&[place, ".band"].concat(), name, &BANDS);
    names.iter().filter_map(band).collect()
}

fn known_answer(
    faults: &mut Faults,
    place: &str,
    id: &str,
    names: &[String],
    definition: &RawInstrument,
) -> Condition {
    let mut questions = definition.context_questions.iter().enumerate();
    let Some((question, known)) = questions.find(|(_, question)| question.id == id) else {
        let problem = Problem::UnknownQuestion(id.into());
        faults.add([place, ".context"].concat(), problem);
        return Condition::All(Vec::new());
    };
    if names.is_empty() {
        faults.add([place, ".option"].concat(), Problem::Empty);
    }
    let mut option = |name: &String| {
        let found = known.options.iter().position(|option| option.id == *name);
        if found.is_none() {
            let problem = Problem::UnknownOption(name.clone());
            faults.add([place, ".option"].concat(), problem);
        }
        found
    };
    Condition::Context {
        question,
        options: names.iter().filter_map(&mut option).collect(),
    }
}

/// A condition that an answer of the scale can meet, and not every one.
fn at_most_of(
    faults: &mut Faults,
    place: &str,
    id: &str,
    value: u8,
    definition: &RawInstrument,
) -> Condition {
    let Some(item) = definition.items.iter().position(|item| item.id == id) else {
        faults.add([place, ".item"].concat(), Problem::UnknownItem(id.into()));
        return Condition::All(Vec::new());
    };
    let scale = &definition.response_scale;
    if !(scale.min..scale.max).contains(&value) {
        faults.add([place, ".at_most"].concat(), Problem::BadNumber);
    }
    Condition::AtMost { item, value }
}

pub(super) fn conversation(faults: &mut Faults, raw: &RawConversation) -> Conversation {
    if raw.steps.is_empty() {
        faults.add("conversation.steps", Problem::Empty);
    }
    let steps = raw.steps.iter().enumerate();
    Conversation {
        title: faults.name("conversation.title", &raw.title),
        lead: faults.text("conversation.lead", &raw.lead),
        steps: steps
            .map(|(n, step)| ConversationStep {
                minutes: step.minutes,
                text: faults.text(&format!("conversation.steps[{n}].text"), &step.text),
            })
            .collect(),
        questions_title: faults.name("conversation.questions_title", &raw.questions_title),
    }
}

/// The moments of coming back, each on a later day than the one before.
pub(super) fn follow_up(faults: &mut Faults, raw: &[RawFollowUp]) -> Vec<FollowUp> {
    let mut earlier = None;
    let moment = |(n, moment): (usize, &RawFollowUp)| {
        let place = |part: &str| format!("follow_up[{n}].{part}");
        let later = earlier.is_none_or(|day| day < moment.day);
        if !later || moment.day > MAX_FOLLOW_UP_DAYS {
            faults.add(place("day"), Problem::BadNumber);
        }
        earlier = Some(moment.day);
        FollowUp {
            day: moment.day,
            title: faults.name(&place("title"), &moment.title),
            text: faults.text(&place("text"), &moment.text),
        }
    };
    raw.iter().enumerate().map(moment).collect()
}

pub(super) fn effort(faults: &mut Faults, raw: &RawEffort) -> EffortTexts {
    let mut field = |name: &'static str| {
        let mut fields = raw.fields.iter().enumerate();
        match fields.find(|(_, field)| field.id == name) {
            Some((n, field)) => faults.name(&format!("effort.fields[{n}].label"), &field.label),
            None => {
                faults.add("effort.fields", Problem::MissingText(name));
                Text::new("", "")
            }
        }
    };
    let fields = EFFORT_FIELDS.map(&mut field);
    for (n, field) in raw.fields.iter().enumerate() {
        let place = format!("effort.fields[{n}].id");
        let known = faults.word(&place, &field.id, &EFFORT_FIELDS.map(|name| (name, ())));
        let again = raw.fields[..n].iter().any(|one| one.id == field.id);
        if known.is_some() && again {
            faults.add(place, Problem::DuplicateId(field.id.clone()));
        }
    }
    EffortTexts {
        title: faults.name("effort.title", &raw.title),
        lead: faults.text("effort.lead", &raw.lead),
        fields,
        result: faults.text("effort.result", &raw.result),
        incomplete: faults.text("effort.incomplete", &raw.incomplete),
        too_many: faults.text("effort.too_many", &raw.too_many),
        as_goal: faults.text("effort.as_goal", &raw.as_goal),
        foot: faults.text("effort.foot", &raw.foot),
    }
}

pub(super) fn sources(faults: &mut Faults, raw: &[RawSourceNote]) -> Vec<SourceNote> {
    if !raw.is_empty() {
        faults.ids("sources", raw.iter().map(|source| source.id.as_str()));
    }
    let source = |(n, note): (usize, &RawSourceNote)| {
        let place = |part: &str| format!("sources[{n}].{part}");
        let certainty = faults.word(&place("certainty"), &note.certainty, &CERTAINTIES);
        let source = note.source.as_ref();
        let mut line = |name: &'static str, text: Option<&String>| {
            let place = place(&["source.", name].concat());
            text.map(|text| faults.line(&place, name, text))
        };
        SourceNote {
            id: note.id.clone(),
            authors: line("authors", source.and_then(|one| one.authors.as_ref())),
            title: line("title", source.and_then(|one| one.title.as_ref())),
            year: source.and_then(|one| one.year),
            text: faults.text(&place("text"), &note.text),
            certainty: certainty.unwrap_or(Certainty::Disputed),
            certainty_text: faults.text(&place("certainty_text"), &note.certainty_text),
        }
    };
    raw.iter().enumerate().map(source).collect()
}
