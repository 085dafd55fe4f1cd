//! What is noticed about single texts: their length, their languages, markup and two ideas.

use super::two_ideas::two_ideas;
use super::{Advice, Finding, Remark};
use crate::program_texts::program_text;
use model::{Instrument, Language, Scale, Text};
use untrusted::quoted;

// How many characters fit. A question has room kept for five lines, on a phone 390 px wide of
// 342 px in a semi-bold serif of 25 (`.legend` in `styles/screens.css`). By the metrics of bold
// serifs that takes 110 characters of words like ours with every narrow font and 99 times in 100
// with one of middle width; a wide one (DejaVu) needs a sixth line one time in four.
// The others leave a third more than the longest text of the definition that ships.
const STATEMENT: usize = 110;
const ANSWER: usize = 40;
const NAME: usize = 40;
const SITUATION: usize = 110;
const SITUATION_ANSWER: usize = 70;
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
            let place = format!("{place}.options[{o}].text");
            check(&place, &option.text, SITUATION_ANSWER);
        }
    }
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
        check(&at(&format!("facets[{f}].name")), &facet.name, NAME);
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
            check(&at("learning_goal"), &goals.learning, PARAGRAPH);
            check(&at("performance_goal"), &goals.performance, PARAGRAPH);
        }
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
