//! What is noticed about single texts: their length, their languages, markup and two ideas.

use super::two_ideas::two_ideas;
use super::{Advice, Finding, Remark};
use crate::program_texts::program_text;
use model::{GoalExample, Instrument, Language, Scale, Text};
use untrusted::quoted;

// How many characters fit. A question has room kept for five lines, on a phone 390 px wide of
// 342 px in a semi-bold serif of 25 (`.legend` in `styles/screens.css`). By the metrics of bold
// serifs that takes 110 characters of words like ours with every narrow font and 99 times in 100
// with one of middle width; a wide one (DejaVu) needs a sixth line one time in four.
// The others leave at least a fifth more than the longest such text of the scan that ships.
const STATEMENT: usize = 110;
const ANSWER: usize = 40;
const NAME: usize = 40;
const SITUATION: usize = 110;
const SITUATION_ANSWER: usize = 70;
const HEADING: usize = 70;
const SENTENCE: usize = 180;
const PARAGRAPH: usize = 400;

/// So many words are a sentence; shorter texts are often the same word in both languages.
const SENTENCE_WORDS: usize = 4;

pub(super) fn texts(instrument: &Instrument, findings: &mut Vec<Finding>) {
    let mut check = |place: &str, text: &Text, fits: usize| look(findings, place, text, fits);
    check("meta.title", instrument.title(), NAME);
    let response = instrument.response_scale();
    for (n, option) in response.options.iter().enumerate() {
        let place = format!("response_scale.labels[{n}].text");
        check(&place, &option.label, ANSWER);
    }
    check("response_scale.skip", &response.skip, ANSWER);
    check("instructions.rep", instrument.instruction(), PARAGRAPH);
    for (n, scale) in instrument.scales().iter().enumerate() {
        of_scale(scale, n, &mut check);
    }
    for (n, item) in instrument.items().iter().enumerate() {
        check(&format!("items[{n}].text"), &item.text, STATEMENT);
    }
    for reframe in instrument.reframes() {
        let place = format!("reframes[{}]", reframe.entry);
        check(
            &[&place, ".supporting"].concat(),
            &reframe.supporting,
            SENTENCE,
        );
        check(
            &[&place, ".coaching_question"].concat(),
            &reframe.coaching_question,
            SENTENCE,
        );
    }
    for (n, question) in instrument.context_questions().iter().enumerate() {
        let place = format!("context_questions[{n}]");
        check(&[&place, ".text"].concat(), &question.text, SITUATION);
        for (o, option) in question.options.iter().enumerate() {
            let place = format!("{place}.options[{o}]");
            check(&[&place, ".text"].concat(), &option.text, SITUATION_ANSWER);
            if let Some(comment) = &option.comment {
                check(&[&place, ".comment"].concat(), comment, PARAGRAPH);
            }
        }
    }
    beside(instrument, &mut check);
    for (name, text) in instrument.texts() {
        let place = format!("ui_texts.{name}");
        match program_text(name) {
            None => look(findings, &place, text, PARAGRAPH),
            Some(said) if said == *text => {}
            Some(_) => findings.push(Finding {
                advice: Advice::Hint,
                place,
                remark: Remark::SaidByProgram,
            }),
        }
    }
}

fn of_scale(scale: &Scale, n: usize, check: &mut impl FnMut(&str, &Text, usize)) {
    let at = |part: &str| format!("scales[{n}].{part}");
    check(&at("name"), &scale.name, NAME);
    check(&at("short_name"), &scale.short_name, NAME);
    check(&at("definition"), &scale.definition, PARAGRAPH);
    for (f, facet) in scale.facets.iter().enumerate() {
        let at = |part: &str| at(&format!("facets[{f}].{part}"));
        check(&at("name"), &facet.name, NAME);
        if let Some(texts) = &facet.texts {
            check(&at("strong"), &texts.strong, SENTENCE);
            check(&at("to_gain"), &texts.to_gain, SENTENCE);
            check(&at("coach_question"), &texts.coach_question, SENTENCE);
        }
    }
    for (name, band) in ["low", "mid", "high"].into_iter().zip(&scale.bands) {
        let at = |part: &str| at(&format!("bands.{name}.{part}"));
        check(&at("label"), &band.label, NAME);
        check(&at("text"), &band.text, PARAGRAPH);
        if let Some(text) = &band.in_account {
            check(&at("in_account"), text, SENTENCE);
        }
    }
    if let Some(brief) = &scale.in_brief {
        check(
            &at("in_brief.strength_clear"),
            &brief.strength_clear,
            SENTENCE,
        );
        check(
            &at("in_brief.strength_mixed"),
            &brief.strength_mixed,
            SENTENCE,
        );
        check(&at("in_brief.lever"), &brief.lever, SENTENCE);
        if let Some(text) = &brief.lever_belief {
            check(&at("in_brief.lever_belief"), text, SENTENCE);
        }
    }
    for (n, line) in scale.from_to.iter().enumerate() {
        check(&at(&format!("from_to[{n}].from")), &line.from, SENTENCE);
        check(&at(&format!("from_to[{n}].to")), &line.to, SENTENCE);
    }
    for (list, questions) in [
        ("manager_questions", &scale.coach_questions),
        ("rep_reflection", &scale.self_questions),
    ] {
        for (q, question) in questions.iter().enumerate() {
            check(&at(&format!("{list}[{q}]")), question, SENTENCE);
        }
    }
    let goals = [
        ("commitment_examples", Some(&scale.goals)),
        ("manager_examples", scale.manager_goals.as_ref()),
    ];
    for (name, goals) in goals {
        if let Some(goals) = goals {
            let at = |part: &str| at(&[name, ".", part].concat());
            of_goal(&at("learning_goal"), &goals.learning, check);
            of_goal(&at("performance_goal"), &goals.performance, check);
        }
    }
}

/// An example agreement, given as one text or spread over its fields.
fn of_goal(place: &str, goal: &GoalExample, check: &mut impl FnMut(&str, &Text, usize)) {
    let fields = [
        ("indicator", &goal.indicator),
        ("first_step", &goal.first_step),
        ("situation", &goal.situation),
        ("response", &goal.response),
    ];
    let is_one_text = goal.weeks.is_none() && fields.iter().all(|(_, text)| text.is_none());
    match is_one_text {
        true => check(place, &goal.agreed, PARAGRAPH),
        false => check(&[place, ".agreed"].concat(), &goal.agreed, PARAGRAPH),
    }
    for (name, text) in fields {
        if let Some(text) = text {
            check(&[place, ".", name].concat(), text, PARAGRAPH);
        }
    }
}

/// What is said beside the scales.
fn beside(instrument: &Instrument, check: &mut impl FnMut(&str, &Text, usize)) {
    let parts = instrument.parts();
    for (n, pattern) in parts.patterns.iter().enumerate() {
        check(&format!("patterns[{n}].text"), &pattern.text, PARAGRAPH);
    }
    if let Some(talk) = &parts.conversation {
        check("conversation.title", &talk.title, HEADING);
        check("conversation.lead", &talk.lead, PARAGRAPH);
        check(
            "conversation.questions_title",
            &talk.questions_title,
            HEADING,
        );
        for (n, step) in talk.steps.iter().enumerate() {
            check(
                &format!("conversation.steps[{n}].text"),
                &step.text,
                SENTENCE,
            );
        }
    }
    for (n, moment) in parts.follow_up.iter().enumerate() {
        check(&format!("follow_up[{n}].title"), &moment.title, NAME);
        check(&format!("follow_up[{n}].text"), &moment.text, SENTENCE);
    }
    if let Some(effort) = &parts.effort {
        for (name, text, fits) in [
            ("title", &effort.title, NAME),
            ("lead", &effort.lead, PARAGRAPH),
            ("result", &effort.result, SENTENCE),
            ("incomplete", &effort.incomplete, SENTENCE),
            ("too_many", &effort.too_many, SENTENCE),
            ("as_goal", &effort.as_goal, SENTENCE),
            ("foot", &effort.foot, PARAGRAPH),
        ] {
            check(&["effort.", name].concat(), text, fits);
        }
        for (n, label) in effort.fields.iter().enumerate() {
            check(
                &format!("effort.fields[{n}].label"),
                label,
                SITUATION_ANSWER,
            );
        }
    }
    for (n, source) in parts.sources.iter().enumerate() {
        check(&format!("sources[{n}].text"), &source.text, PARAGRAPH);
        let place = format!("sources[{n}].certainty_text");
        check(&place, &source.certainty_text, PARAGRAPH);
    }
}

/// Looks at one text in every language; for two ideas, only where it is a statement.
fn look(findings: &mut Vec<Finding>, place: &str, text: &Text, fits: usize) {
    let mut add = |advice, place: String, remark| {
        findings.push(Finding {
            advice,
            place,
            remark,
        });
    };
    for language in Language::ALL {
        let said = text.get(language);
        let at = || [place, ".", language.tag()].concat();
        let characters = said.chars().count();
        if characters > fits {
            add(Advice::Warning, at(), Remark::TooLong { characters, fits });
        }
        if place.starts_with("items[")
            && let Some(sign) = two_ideas(said, language)
        {
            add(Advice::Hint, at(), Remark::TwoIdeas(sign));
        }
        if let Some(markup) = markup(said) {
            add(Advice::Hint, at(), Remark::Markup(markup));
        }
        if let Some(sign) = garbled(said) {
            add(Advice::Warning, at(), Remark::Garbled(sign));
        }
    }
    let [one, other] = Language::ALL.map(|language| text.get(language).trim());
    if one == other && one.chars().any(char::is_alphabetic) {
        let advice = match one.split_whitespace().nth(SENTENCE_WORDS - 1) {
            Some(_) => Advice::Warning,
            None => Advice::Hint,
        };
        add(advice, place.to_owned(), Remark::SameInBothLanguages);
    }
}

/// The beginning of what looks like a tag or an entity of HTML.
fn markup(text: &str) -> Option<String> {
    text.match_indices(['<', '&']).find_map(|(at, sign)| {
        let rest = &text[at..];
        let inside = &rest[1..];
        let end = match sign {
            "<" => inside
                .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
                .then(|| rest.find('>').map_or(rest.len(), |end| end + 1)),
            _ => inside
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
                .filter(|&end| end > 0 && inside[end..].starts_with(';'))
                .map(|end| end + 2),
        };
        end.map(|end| quoted(&rest[..end]))
    })
}

/// What is left of characters in a text that was once read in another encoding than it was
/// written in: U+FFFD in the place of one, or the bytes of UTF-8 read as Windows-1252, by which
/// `ë` becomes `Ã«` and a quotation mark `â€™`.
fn garbled(text: &str) -> Option<String> {
    let next = text.chars().skip(1).map(Some).chain([None]);
    text.chars().zip(next).find_map(|(one, next)| match next {
        _ if one == char::REPLACEMENT_CHARACTER => Some(one.to_string()),
        Some(next @ ('\u{A0}'..='\u{BF}' | '\u{152}'..='\u{178}' | '\u{2013}'..='\u{2122}'))
            if matches!(one, 'Ã' | 'Â') =>
        {
            Some([one, next].iter().collect())
        }
        Some('€') if one == 'â' => Some("â€".to_owned()),
        _ => None,
    })
}
