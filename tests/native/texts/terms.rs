//! One word for one thing: the words that the interface never uses, as another stands for what
//! they mean (docs/glossary.md).

use super::all::all;
use model::Language::{self, En, Nl};

/// Words that are never said, whole and in lower case.
fn refused(language: Language) -> &'static [&'static str] {
    match language {
        Nl => &[
            "vragenlijst",
            "vragenlijsten",
            "test",
            "tests",
            "app",
            "apps",
            "spiegel",
            "spiegels",
            "vraag",
            "vragen",
            "item",
            "items",
            "uitkomst",
            "uitkomsten",
            "gebied",
            "gebieden",
            "indeling",
            "indelingen",
            "schaal",
            "schalen",
            "facet",
            "facetten",
            "aspect",
            "aspecten",
            "overtuiging",
            "overtuigingen",
            "lezer",
            "lezers",
        ],
        En => &[
            "questionnaire",
            "questionnaires",
            "test",
            "tests",
            "app",
            "apps",
            "mirror",
            "mirrors",
            "question",
            "questions",
            "item",
            "items",
            "outcome",
            "outcomes",
            "range",
            "ranges",
            "region",
            "regions",
            "scale",
            "scales",
            "facet",
            "facets",
            "aspect",
            "aspects",
            "belief",
            "beliefs",
            "reader",
            "readers",
        ],
    }
}

/// Names in which such a word stands: of the product, and of what all answers lie on.
const NAMES: [&str; 2] = ["mindset mirror", "answer scale"];

/// Texts that say such a word and mean something else by it.
const EXCEPTIONS: [(&str, &[&str]); 16] = [
    // Questions about the situation.
    ("StartTexts.fact_one_question", &["vraag", "question"]),
    ("StartTexts.fact_questions", &["vragen", "questions"]),
    ("JourneyTexts.skip_context", &["vragen", "questions"]),
    // Questions to oneself or to another person.
    ("StartTexts.sales_scan_gets", &["vragen", "questions"]),
    ("ResultTexts.ask_yourself", &["vraag", "question"]),
    ("ResultTexts.manager_questions", &["vragen", "questions"]),
    ("ResultTexts.team_questions", &["vragen", "questions"]),
    ("ResultTexts.question", &["vraag", "question"]),
    ("ThemeTexts.coach_question", &["vraag", "question"]),
    ("ThemeTexts.team_question", &["vraag", "question"]),
    (
        "TwoViewsTexts.different_none_question",
        &["vraag", "question"],
    ),
    // Verbs.
    ("TwoViewsTexts.seal_differs", &["vraag"]),
    ("TwoViewsTexts.variant_leads", &["vraag"]),
    ("ReviewTexts.how_to_ask", &["vraag"]),
    ("ResultTexts.patterns_foot", &["test"]),
    ("WorkTexts.sortings", &["vraag"]),
];

/// The refused words in a text.
fn said(text: &str, language: Language) -> Vec<&'static str> {
    let mut text = text.to_lowercase();
    for name in NAMES {
        text = text.replace(name, "");
    }
    let words: Vec<&str> = text.split(|one: char| !one.is_alphanumeric()).collect();
    let refused = refused(language).iter().copied();
    refused.filter(|word| words.contains(word)).collect()
}

#[test]
fn a_refused_word_is_found_whole_and_in_any_case() {
    assert_eq!(
        said("Het 80%-gebied; de Uitkomst.", Nl),
        ["uitkomst", "gebied"]
    );
    assert_eq!(
        said("A questionnaire’s outcome", En),
        ["questionnaire", "outcome"]
    );
    assert!(said("De antwoordschaal, je testament en Mindset Mirror", Nl).is_empty());
    assert!(said("The answer scale of Mindset Mirror", En).is_empty());
}

#[test]
fn no_text_of_the_interface_uses_another_word_for_what_has_one() {
    for language in Language::ALL {
        for text in all(language) {
            let found = said(&text.text, language);
            let meant = EXCEPTIONS.iter().find(|(field, _)| *field == text.field);
            let allowed = meant.map_or(&[][..], |(_, words)| words);
            let other: Vec<_> = found
                .iter()
                .filter(|word| !allowed.contains(word))
                .collect();
            assert!(
                other.is_empty(),
                "{}: {other:?} in {}",
                text.field,
                text.text
            );
        }
    }
}

#[test]
fn every_exception_is_still_needed() {
    for (field, words) in EXCEPTIONS {
        let texts = Language::ALL.map(|language| {
            let found = all(language).into_iter().filter(|text| text.field == field);
            found
                .flat_map(|text| said(&text.text, language))
                .collect::<Vec<_>>()
        });
        for word in words {
            assert!(
                texts.iter().any(|said| said.contains(word)),
                "{field}: {word}"
            );
        }
    }
}
