//! Findings and faults as sentences: in both languages, each with what to do.

use crate::texts::never_said::{claims, never_said};
use definition::lint::{Advice, Entry, Finding, Remark, say, say_fault};
use definition::{Encoding, Fault, Kind, Problem};
use model::Language::{self, En, Nl};

/// One of each kind; the match names them all, so that a new one does not compile until it is
/// in the list.
fn remarks() -> Vec<Remark> {
    let all = vec![
        Remark::UnbalancedKeys { plus: 7, minus: 1 },
        Remark::FewItems(2),
        Remark::TooLong {
            characters: 140,
            fits: 120,
        },
        Remark::TwoIdeas("en".to_owned()),
        Remark::NoCounterpart("LIM-01".to_owned()),
        Remark::CounterpartOfNoBelief("LIM-01".to_owned()),
        Remark::SameInBothLanguages,
        Remark::Markup("<b>".to_owned()),
        Remark::SaidByProgram,
        Remark::Garbled("Ã«".to_owned()),
        Remark::SameVersion,
        Remark::KeyTurned("LIM-01".to_owned()),
        Remark::SameText(Entry::Answer),
        Remark::SameText(Entry::Theme),
        Remark::SameText(Entry::Aspect),
        Remark::SameText(Entry::Statement),
        Remark::SameText(Entry::Question),
    ];
    let number = |remark: &Remark| match remark {
        Remark::UnbalancedKeys { .. } => 0,
        Remark::FewItems(_) => 1,
        Remark::TooLong { .. } => 2,
        Remark::TwoIdeas(_) => 3,
        Remark::NoCounterpart(_) => 4,
        Remark::CounterpartOfNoBelief(_) => 5,
        Remark::SameInBothLanguages => 6,
        Remark::Markup(_) => 7,
        Remark::SaidByProgram => 8,
        Remark::Garbled(_) => 9,
        Remark::SameVersion => 10,
        Remark::KeyTurned(_) => 11,
        Remark::SameText(Entry::Answer) => 12,
        Remark::SameText(Entry::Theme) => 13,
        Remark::SameText(Entry::Aspect) => 14,
        Remark::SameText(Entry::Statement) => 15,
        Remark::SameText(Entry::Question) => 16,
    };
    let found: Vec<usize> = all.iter().map(number).collect();
    assert_eq!(found, (0..all.len()).collect::<Vec<usize>>());
    all
}

fn problems() -> Vec<Problem> {
    let id = || "ACC-01".to_owned();
    let kinds = [
        Kind::Object,
        Kind::List,
        Kind::Two,
        Kind::Text,
        Kind::Flag,
        Kind::Integer,
        Kind::Number,
    ];
    let mut all = vec![
        Problem::NoContent,
        Problem::TooBig(262_144),
        Problem::TooDeep(32),
        Problem::NotUtf8(Encoding::Utf16),
        Problem::NotUtf8(Encoding::Utf32),
        Problem::NotUtf8(Encoding::Windows1252),
        Problem::WebPage,
        Problem::RepeatedField,
        Problem::Truncated,
        Problem::Syntax,
        Problem::MissingLanguage("en"),
        Problem::MissingLanguage("nl"),
        Problem::MissingText("purpose"),
        Problem::TooLong(300),
        Problem::HiddenCharacter,
        Problem::NotHttps,
        Problem::DuplicateId(id()),
        Problem::ShippedId(id()),
        Problem::BadId(id()),
        Problem::BadVersion(id()),
        Problem::UnknownItem(id()),
        Problem::MissingItem(id()),
        Problem::NotACondition,
        Problem::UnknownScale(id()),
        Problem::UnknownFacet(id()),
        Problem::UnknownQuestion(id()),
        Problem::UnknownOption(id()),
        Problem::UnknownValue {
            value: id(),
            allowed: vec!["low", "mid", "high"],
        },
        Problem::NotPresentedOnce(id()),
        Problem::NotAPair,
        Problem::RepeatedPair,
        Problem::RepeatedReframe(id()),
        Problem::ScaleWithoutItems(id()),
        Problem::ResponseScale,
        Problem::BadNumber,
        Problem::BandGap,
        Problem::BandOverlap,
        Problem::Empty,
        Problem::TooMany(200),
    ];
    all.extend(kinds.map(Problem::Expected));
    all
}

/// Every sentence of a language, with what it is about.
fn sentences(language: Language) -> Vec<(String, String)> {
    let findings = remarks().into_iter().flat_map(|remark| {
        [Advice::Warning, Advice::Hint].map(|advice| {
            let place = String::new();
            let about = format!("{advice:?} {remark:?}");
            let remark = remark.clone();
            let finding = Finding {
                advice,
                place,
                remark,
            };
            (about, say(&finding, language))
        })
    });
    let faults = problems().into_iter().map(|problem| {
        let about = format!("{problem:?}");
        let place = String::new();
        (about, say_fault(&Fault { place, problem }, language))
    });
    findings.chain(faults).collect()
}

#[test]
fn everything_is_said_in_both_languages_and_says_what_to_do() {
    for ((about, nl), (_, en)) in sentences(Nl).into_iter().zip(sentences(En)) {
        assert_ne!(nl, en, "{about}");
        for said in [nl, en] {
            // What is the matter, and what to do about it.
            assert!(
                said.matches(". ").count() + said.matches(": ").count() >= 1,
                "{said}"
            );
            assert!(
                said.ends_with('.') && said.starts_with(|c: char| !c.is_lowercase()),
                "{said}"
            );
            assert!(said.chars().count() <= 260, "{said}");
        }
    }
}

/// Beginnings of words that another word stands for, beside what is never said at all.
fn not_used(language: Language) -> &'static [&'static str] {
    match language {
        Nl => &[
            "app",
            "aspect",
            "beperkend",
            "gebied",
            "indeling",
            "overtuiging",
            "spiegel",
            "uitkomst",
            "vragenlijst",
        ],
        En => &[
            "app",
            "aspect",
            "belief",
            "mirror",
            "outcome",
            "questionnaire",
        ],
    }
}

/// What is wrong with how a text is written, by the rules for every text that people read.
pub(super) fn ill_written(text: &str, language: Language) -> Vec<String> {
    let mut found: Vec<String> = [never_said(text), claims(text)]
        .concat()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let words = text.to_lowercase();
    let words = words.split(|one: char| !one.is_alphanumeric());
    let begins = |word: &str| {
        let mut terms = not_used(language).iter();
        // Only as a whole: "appraise" begins with it too.
        terms.any(|&term| word.starts_with(term) && (term != "app" || word.len() <= 4))
    };
    found.extend(words.filter(|word| begins(word)).map(str::to_owned));
    let count = |mark: char| text.chars().filter(|one| *one == mark).count();
    let marks = [
        ("straight quote", text.contains(['"', '\''])),
        ("quotes of another kind", text.contains(['“', '”', '„'])),
        ("‘ without ’", count('‘') > count('’')),
        ("double space", text.contains("  ")),
        ("line break or tab", text.contains(['\n', '\r', '\t'])),
        ("white space around it", text.trim() != text),
    ];
    let marks = marks.into_iter().filter(|(_, is_there)| *is_there);
    found.extend(marks.map(|(what, _)| what.to_owned()));
    found
}

#[test]
fn every_sentence_holds_to_the_rules_for_every_text() {
    for language in Language::ALL {
        for (about, said) in sentences(language) {
            let found = ill_written(&said, language);
            assert_eq!(found, Vec::<String>::new(), "{about}: {said}");
        }
    }
}

#[test]
fn what_breaks_a_rule_for_texts_is_found() {
    let cases = [
        ("Dit aspect", Nl, "aspect"),
        ("In een beperkend thema", Nl, "beperkend"),
        ("A limiting belief.", En, "belief"),
        ("These apps", En, "apps"),
        ("Geen percentiel", Nl, "percentiel"),
        ("It is validated.", En, "validated"),
        ("the \"id\"", En, "straight quote"),
        ("de “id”", Nl, "quotes of another kind"),
        ("de ‘id", Nl, "‘ without ’"),
        ("de  id", Nl, "double space"),
        ("de\tid", Nl, "line break or tab"),
        ("de id ", Nl, "white space around it"),
    ];
    for (text, language, what) in cases {
        assert_eq!(ill_written(text, language), [what], "{text}");
    }
    let fine = "‘Appraise’ is not validated, and one’s own.";
    assert_eq!(ill_written(fine, En), Vec::<String>::new());
}

#[test]
fn every_problem_has_a_sentence_of_its_own() {
    for language in Language::ALL {
        let mut said: Vec<String> = problems()
            .into_iter()
            .map(|problem| {
                let place = String::new();
                say_fault(&Fault { place, problem }, language)
            })
            .collect();
        let all = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), all);
    }
}

#[test]
fn what_is_quoted_stands_in_the_sentence() {
    let said = |remark| {
        let advice = Advice::Warning;
        let place = String::new();
        say(
            &Finding {
                advice,
                place,
                remark,
            },
            Nl,
        )
    };
    assert!(said(Remark::FewItems(1)).contains("één uitspraak."));
    assert!(said(Remark::FewItems(2)).contains("2 uitspraken."));
    let keys = Remark::UnbalancedKeys { plus: 1, minus: 5 };
    assert!(said(keys).starts_with("In dit thema staat 1 uitspraak op ‘+’ en 5 op ‘-’."));
    let long = Remark::TooLong {
        characters: 140,
        fits: 120,
    };
    assert!(
        said(long).contains("140 tekens")
            && said(Remark::TwoIdeas("maar".into())).contains("‘maar’")
    );
}

#[test]
fn what_may_stand_in_the_place_of_another_word_is_said_whole() {
    let said = |allowed: &[&'static str], language| {
        let allowed = allowed.to_vec();
        let value = "?".to_owned();
        let problem = Problem::UnknownValue { value, allowed };
        let place = String::new();
        say_fault(&Fault { place, problem }, language)
    };
    assert_eq!(
        said(&["+", "-"], Nl),
        "‘?’ kan hier niet staan. Gebruik ‘+’ of ‘-’."
    );
    assert_eq!(
        said(&["low", "mid", "high"], Nl),
        "‘?’ kan hier niet staan. Gebruik ‘low’, ‘mid’ of ‘high’."
    );
    assert_eq!(
        said(&["+", "-"], En),
        "‘?’ cannot stand here. Use ‘+’ or ‘-’."
    );
    assert_eq!(
        said(&["low", "mid", "high"], En),
        "‘?’ cannot stand here. Use ‘low’, ‘mid’ or ‘high’."
    );
}
