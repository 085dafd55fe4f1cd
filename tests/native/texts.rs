//! The texts: numbers, dates and plurals in both languages, the choice of language, and what
//! may never be said.

pub mod all;
pub mod never_said;
pub mod reading;
mod terms;

use crate::support;
use all::all;
use definition::lint::{Advice, Finding, Remark, say};
use i18n::{Template, decimal, long_date, negotiate, score_text, short_date, whole_score};
use interface_texts::{
    document_texts, messages, round_texts, talk_texts, team_reasons, team_texts,
};
use model::Form;
use model::Language::{self, En, Nl};
use never_said::{claims, never_said};
use reading::{sentence_length, sentences};
use serde_json::Value;

#[test]
fn a_score_has_one_decimal_after_the_mark_of_its_language() {
    // Exact in binary, so that a half is a half: 71.25 goes up, 71.21875 goes down.
    let cases = [
        (71.875, "71,9", "71.9"),
        (71.25, "71,3", "71.3"),
        (71.21875, "71,2", "71.2"),
        (37.5, "37,5", "37.5"),
        (99.96875, "100,0", "100.0"),
        (100.0, "100,0", "100.0"),
        (0.03125, "0,0", "0.0"),
        (0.0, "0,0", "0.0"),
    ];
    for (score, nl, en) in cases {
        assert_eq!(score_text(score, Nl), nl);
        assert_eq!(score_text(score, En), en);
    }
}

#[test]
fn a_score_on_screen_is_a_whole_number_and_a_half_goes_up() {
    let cases = [
        (71.875, "72"),
        (62.5, "63"),
        (37.5, "38"),
        (40.625, "41"),
        (71.25, "71"),
        (99.5, "100"),
        (100.0, "100"),
        (0.25, "0"),
        (0.0, "0"),
    ];
    for (score, whole) in cases {
        assert_eq!(whole_score(score), whole);
    }
}

#[test]
fn a_number_in_a_file_has_a_point_and_no_zeros_at_its_end() {
    let cases = [
        (71.875, 3, "71.875"),
        (71.875, 2, "71.88"),
        (71.875, 0, "72"),
        (12.5, 3, "12.5"),
        (3.0625, 2, "3.06"),
        (0.0078125, 2, "0.01"),
        (9.99609375, 2, "10"),
        (0.015625, 9, "0.015625"),
        (100.0, 3, "100"),
        (0.0, 3, "0"),
    ];
    for (value, places, text) in cases {
        assert_eq!(decimal(value, places), text);
    }
}

#[test]
fn a_date_is_written_out_in_the_language() {
    let date = "2026-11-23T21:58:04+01:00";
    assert_eq!(long_date(date, Nl), "23 november 2026");
    assert_eq!(long_date(date, En), "23 November 2026");
    assert_eq!(long_date("2024-03-02", Nl), "2 maart 2024");
    assert_eq!(short_date("2024-03-02", Nl), "2 mrt 2024");
    assert_eq!(short_date("2024-05-31", Nl), "31 mei 2024");
    assert_eq!(short_date("2024-08-09", En), "9 Aug 2024");
    assert_eq!(short_date("2024-13-09", En), "2024-13-09");
    assert_eq!(long_date("2024-01-09T00:00:00-11:00", En), "9 January 2024");
}

#[test]
fn what_is_no_date_is_shown_as_it_is() {
    let texts = [
        "",
        "gisteren",
        "2026",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-1-1",
        "2026-11-00T10:00:00Z",
        "2026-11-99T10:00:00Z",
        "2026-11-+5",
        "jaar-11-05",
        "2026-11-2é",
        "23/11/2026 om tien uur",
    ];
    for text in texts {
        assert_eq!(long_date(text, Nl), text);
        assert_eq!(long_date(text, En), text);
    }
}

#[test]
fn the_first_preferred_language_that_is_known_is_spoken() {
    let cases: [(&[&str], Language); 9] = [
        (&["nl-BE"], Nl),
        (&["en-US", "nl"], En),
        (&["nl", "en"], Nl),
        (&["de-DE", "en-GB", "nl"], En),
        (&["EN_us"], En),
        (&["de", "fr-BE"], Nl),
        (&["nds", "english"], Nl),
        (&[""], Nl),
        (&[], Nl),
    ];
    for (preferred, language) in cases {
        assert_eq!(
            negotiate(preferred.iter().copied()),
            language,
            "{preferred:?}"
        );
    }
}

#[test]
fn one_statement_is_not_statements() {
    let said = |language: Language, n| {
        let t = messages(language);
        t.journey.review_open(&t.start.statements(n))
    };
    assert_eq!(said(Nl, 1), "1 uitspraak zonder antwoord");
    assert_eq!(said(Nl, 2), "2 uitspraken zonder antwoord");
    assert_eq!(said(En, 1), "1 statement without an answer");
    assert_eq!(said(En, 2), "2 statements without an answer");
}

#[test]
fn questions_about_the_situation_are_counted_beside_the_statements_where_there_are_any() {
    let said = |language: Language, questions| messages(language).start.content(32, questions);
    assert_eq!(said(Nl, 4), "32 uitspraken en 4 korte vragen");
    assert_eq!(said(Nl, 1), "32 uitspraken en 1 korte vraag");
    assert_eq!(said(Nl, 0), "32 uitspraken");
    assert_eq!(said(En, 4), "32 statements and 4 short questions");
}

/// Words for several of what a text counts, in both languages.
const PLURALS: [&str; 22] = [
    "uitspraken",
    "vragen",
    "antwoorden",
    "minuten",
    "delen",
    "dagen",
    "keren",
    "punten",
    "tekens",
    "resultaten",
    "afspraken",
    "statements",
    "questions",
    "answers",
    "minutes",
    "parts",
    "days",
    "times",
    "points",
    "characters",
    "results",
    "agreements",
];

/// The plural that stands after a 1, where there is one.
fn wrong_plural(text: &str) -> Option<&str> {
    let mut words = text.split(|one: char| !one.is_alphanumeric()).peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        if word == "1" && PLURALS.contains(&next.to_lowercase().as_str()) {
            return Some(next);
        }
    }
    None
}

/// Every text in which a number stands, where that number is 1, by its field.
fn of_one(language: Language) -> Vec<(&'static str, String)> {
    let talk = talk_texts(language);
    let round = &round_texts(language).round;
    let t = messages(language);
    let one = &t.start.statements(1);
    let instrument = support::Shape {
        scales: &[("A", "+")],
        ..support::Shape::default()
    };
    // Nobody is told of fewer than two minutes.
    let minutes = instrument.build().estimated_minutes(Form::SelfReport);
    // Nothing is shown of fewer than five people.
    let (team, reasons) = (team_texts(language), team_reasons(language));
    let v = &team.view;
    vec![
        ("CommonTexts.of", t.common.of(1, 1)),
        ("TeamTexts.reading_of", team.team.reading_of(1, 1)),
        ("TeamViewTexts.pool_option", v.pool_option("a", 1)),
        ("TeamViewTexts.everyone", v.everyone(1)),
        ("TeamViewTexts.group_option", v.group_option("a", 1)),
        ("TeamViewTexts.refused_too_few", v.refused_too_few(1)),
        ("TeamViewTexts.refused_few_left", v.refused_few_left(5, 1)),
        (
            "TeamViewTexts.refused_few_left_groups",
            v.refused_few_left_groups(5, "a"),
        ),
        ("TeamViewTexts.refused_differs", v.refused_differs(5, 1)),
        ("TeamViewTexts.refused_together", v.refused_together(5)),
        ("TeamViewTexts.themes_hint", v.themes_hint(5)),
        ("TeamViewTexts.themes_hint_spread", v.themes_hint_spread(5)),
        ("TeamViewTexts.statements_later", v.statements_later(5)),
        ("TeamViewTexts.too_few_group", v.too_few_group(1)),
        ("TeamViewTexts.few_left_group", v.few_left_group(5, 1)),
        ("TeamViewTexts.spread_why", v.spread_why(8, 5)),
        ("TeamViewTexts.per_statement_why", v.per_statement_why(8, 5)),
        ("TeamViewTexts.reliability_why", v.reliability_why(8, 5)),
        ("TeamViewTexts.item_rest_why", v.item_rest_why(8, 5)),
        ("TeamViewTexts.omega_why", v.omega_why(8, 5)),
        ("TeamViewTexts.left_out", v.left_out_one.to_owned()),
        ("TeamViewTexts.left_out_pool", v.left_out_pool_one("a")),
        ("TeamViewTexts.left_out_more", v.left_out_more(1)),
        ("TeamReasonTexts.too_many", reasons.too_many(200_000)),
        ("TeamReasonTexts.at_line", reasons.at_line("a", 1)),
        ("StartTexts.fact_items", one.clone()),
        ("StartTexts.fact_questions", t.start.questions(1)),
        ("StartTexts.fact_duration", t.start.fact_duration(minutes)),
        ("StartTexts.resume", t.start.resume(1, 1)),
        (
            "JourneyTexts.context_kicker",
            t.journey.context_kicker(1, 1),
        ),
        (
            "JourneyTexts.first_interlude",
            t.journey.first_interlude(one),
        ),
        (
            "JourneyTexts.statements_first",
            t.journey.statements_first(one),
        ),
        (
            "JourneyTexts.context_interlude_text",
            t.journey.context_interlude_text(&t.start.questions(1)),
        ),
        ("StartTexts.fact_items_and_questions", t.start.content(1, 1)),
        ("JourneyTexts.interlude", t.journey.interlude(1, 1)),
        ("JourneyTexts.review_lead", t.journey.review_lead(0, one)),
        ("JourneyTexts.review_open", t.journey.review_open(one)),
        ("JourneyTexts.unscored", t.journey.unscored("A", 1, 1, 1)),
        ("PartTexts.theme_of", t.parts.theme_of(1, 1)),
        ("PartTexts.part_of", t.parts.part_of(1, 1)),
        ("PartTexts.themes", t.parts.one_theme.to_owned()),
        ("PartTexts.to_examine", t.parts.to_examine(1)),
        ("PartTexts.reasons", t.parts.one_reason.to_owned()),
        (
            "PartTexts.agreements_made",
            t.parts.one_agreement.to_owned(),
        ),
        ("CalculatorTexts.bounds", t.calculator.bounds(1)),
        ("CalculatorTexts.per_week", t.calculator.per_week(1)),
        ("CalculatorTexts.over", t.calculator.over(1)),
        ("CalculatorTexts.nearly", t.calculator.nearly(1)),
        ("CalculatorTexts.to_spare", t.calculator.to_spare("1")),
        (
            "CalculatorTexts.flow",
            t.calculator.flow("a", "1", "1", "1"),
        ),
        (
            "CalculatorTexts.flow_lost",
            t.calculator.flow_lost("a", "1", "1", "1"),
        ),
        ("PlanTexts.facts_answered", t.result.answered(1, 1)),
        ("PlanTexts.done", t.plan.done(1, 5)),
        ("AgreementTexts.minutes", t.agreement.duration(1)),
        ("ResultTexts.too_few", t.result.too_few(1, 1, 1)),
        ("ResultTexts.answered", t.result.answered(1, 1)),
        ("ResultTexts.follow_up_after", t.result.follow_up_day(1)),
        ("ResultTexts.rule_key", t.result.rule_key(0, 1)),
        ("ResultTexts.rule_missing", t.result.rule_missing(1, 1)),
        ("ResultTexts.sum", t.result.sum(1, 1, 1)),
        ("CheckInTexts.days", t.check_in.after(1)),
        (
            "TalkTexts.view_unfinished",
            talk.talk.view_unfinished("a", 1, 1),
        ),
        ("CodeErrorTexts.character", talk.errors.character("U", 1)),
        ("CodeErrorTexts.too_short", talk.errors.too_short(1)),
        ("RoundTexts.people", round.one_person.to_owned()),
        ("RoundTexts.goes", round.goes(1, 1)),
        ("RoundTexts.length", round.length(1)),
        ("RoundTexts.close_few", round.close_few_one.to_owned()),
        ("RoundTexts.character", round.character("U", 1)),
        ("RoundTexts.too_short", round.too_short(1)),
        ("TwoViewsTexts.minutes", talk.two_views.minutes(1)),
        ("TwoViewsTexts.joint", talk.two_views.joint(1)),
        (
            "DocumentTexts.record_refused",
            document_texts(language).record_refused(1, "a", "b"),
        ),
    ]
}

#[test]
fn nothing_of_which_there_is_one_is_said_in_the_plural() {
    assert_eq!(wrong_plural("Nu de 1 uitspraken"), Some("uitspraken"));
    assert_eq!(wrong_plural("11 statements, 1 statement"), None);
    for language in Language::ALL {
        let said = of_one(language);
        for (field, text) in &said {
            assert_eq!(wrong_plural(text), None, "{field}: {text}");
        }
        // None is left out: what is filled in with a number elsewhere is counted here.
        for text in all(language) {
            let numbers = text.given.iter().any(|one| one.parse::<u32>().is_ok());
            let counted = said.iter().any(|(field, _)| *field == text.field);
            assert!(!numbers || counted, "{} with 1", text.field);
        }
        let remarks = [
            Remark::UnbalancedKeys { plus: 1, minus: 0 },
            Remark::FewItems(1),
        ];
        for remark in remarks {
            let (advice, place) = (Advice::Warning, "scales[0]".to_owned());
            let finding = Finding {
                advice,
                place,
                remark,
            };
            let text = say(&finding, language);
            assert_eq!(wrong_plural(&text), None, "{text}");
        }
    }
}

#[test]
fn a_placeholder_is_filled_in_as_often_as_it_stands_there_and_values_are_not_read_again() {
    let t = &messages(En).result;
    let text = t.rule_key(1, 5);
    assert!(
        text.contains("from 1 to 5") && text.contains("(5 becomes 1)"),
        "{text}"
    );
    assert_eq!(t.interval("{high}", "{low}"), "{high} to {low}");
    assert_eq!(t.saved_file("a{b}.json"), "Saved as a{b}.json.");
    assert_eq!(messages(Nl).host.offered_by("Zoë"), "Aangeboden door Zoë.");
}

#[test]
fn a_template_with_a_placeholder_that_is_missing_or_unknown_or_open_is_found() {
    let has = |text, names: &[&str]| Template::new(text).has_placeholders(names);
    assert!(has("{n} of {total}", &["n", "total"]));
    assert!(has("{total}: {n} of {total}", &["n", "total"]));
    assert!(has("é {n}", &["n"]) && has("no place", &[]));
    for text in [
        "{n} of all",
        "{n} of {totals}",
        "{n} of {tota}",
        "{n} of {total} and {more}",
        "{n} of {}{total}",
        "{n} of total}{total}",
        "{n} of {total",
        "{n} of {total} {",
        "{n} of {{total}}",
    ] {
        assert!(!has(text, &["n", "total"]), "{text}");
    }
}

#[test]
fn every_text_says_something_and_shows_what_it_is_given() {
    for language in Language::ALL {
        for said in all(language) {
            assert!(!said.text.trim().is_empty(), "{} is empty", said.field);
            assert_eq!(said.text.trim(), said.text, "{}", said.field);
            assert!(
                !said.text.contains(['{', '}']),
                "{}: a placeholder",
                said.field
            );
            for given in &said.given {
                assert!(said.text.contains(given), "{}: {given}", said.field);
            }
        }
    }
}

#[test]
fn a_sentence_ends_in_a_mark_before_a_space_or_the_end_and_a_heading_is_none() {
    assert_eq!(
        sentences("Versie 1.2.3 is er. Werkt het? Ja (echt!) ‘Zo.’\nEen kop"),
        ["Versie 1.2.3 is er.", "Werkt het?", "Ja (echt!)", "‘Zo.’"]
    );
    let (count, words) = sentence_length(["Een – twee drie.", "Kop", "Een twee drie vier vijf!"]);
    assert_eq!((count, words), (2, 4.0));
}

/// Most words that a Dutch sentence has on average.
const DUTCH_WORDS: f64 = 12.0;

#[test]
fn a_dutch_sentence_has_at_most_twelve_words_on_average() {
    let said: Vec<String> = all(Nl).into_iter().map(|said| said.text).collect();
    let (count, words) = sentence_length(said.iter().map(String::as_str));
    assert!(count > 100, "{count} sentences are read");
    assert!(words <= DUTCH_WORDS, "{words:.2} words");
}

#[test]
fn every_text_differs_between_the_languages() {
    let texts = all(Nl).into_iter().zip(all(En));
    let alike: Vec<_> = texts
        .filter(|(nl, en)| nl.text == en.text)
        .map(|(nl, _)| nl.field)
        .collect();
    // The same words in both languages.
    let words = [
        "ResultTexts.column_score",
        "CalculatorTexts.deals",
        "TwoViewsTexts.minutes",
        "TeamViewTexts.scan_of",
        "TeamViewTexts.other_scan_of",
        "TeamViewTexts.omega",
        "TeamViewTexts.omega_is",
        "WorkTexts.by_team",
    ];
    assert_eq!(alike, words);
}

/// Words of judgement, and claims that are not true here.
fn faults(text: &str) -> Vec<&'static str> {
    let mut faults = never_said(text);
    faults.extend(claims(text));
    faults
}

/// Every text of a definition that is written in both languages.
fn written(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => match (&value["nl"], &value["en"]) {
            (Value::String(nl), Value::String(en)) => texts.extend([nl.clone(), en.clone()]),
            _ => fields.values().for_each(|inner| written(inner, texts)),
        },
        Value::Array(list) => list.iter().for_each(|inner| written(inner, texts)),
        _ => {}
    }
}

#[test]
fn forbidden_words_are_found_and_denials_are_not() {
    assert_eq!(faults("Een gevalideerde test"), ["gevalideerd"]);
    assert_eq!(faults("Validated by COTAN"), ["cotan", "validated"]);
    assert!(faults("Niet gevalideerd. Not validated, an unvalidated scan.").is_empty());
}

#[test]
fn no_interface_text_claims_validity_or_judges() {
    for language in Language::ALL {
        for said in all(language) {
            assert!(
                faults(&said.text).is_empty(),
                "{}: {}",
                said.field,
                said.text
            );
        }
    }
}

// The version before the one that ships is never changed; every other file of content is held to
// more by `content_rules`.
#[test]
fn no_text_of_the_first_version_claims_validity_or_judges() {
    let file = include_str!("../../content/sales-mindset/0.1.0.json");
    let definition = serde_json::from_str(file).expect("a bundled file is JSON");
    let mut texts = Vec::new();
    written(&definition, &mut texts);
    assert!(texts.len() > 200, "the definition's texts are read");
    for text in texts {
        assert!(faults(&text).is_empty(), "{text}");
    }
}

/// Words that only a questionnaire can say of itself: a period that its statements are about, how
/// long it takes in words, and the words of an answer scale from *disagree* to *agree*.
const OF_A_QUESTIONNAIRE: [&str; 17] = [
    "afgelopen",
    "drie maanden",
    "past month",
    "past three",
    "past week",
    "three months",
    "vijf minuten",
    "five minutes",
    "oneens",
    "mee eens",
    "het eens",
    "disagree",
    "agree with",
    "agreed with",
    "'agree'",
    "‘agree’",
    "in sales",
];

#[test]
fn the_interface_leaves_to_a_questionnaire_what_only_that_can_say() {
    for language in Language::ALL {
        for said in all(language) {
            // Texts of the scan that ships, which no other questionnaire shows.
            if said.field.contains(".sales_scan") {
                continue;
            }
            let mut text = said.text.to_lowercase();
            for given in said.given.iter().filter(|given| !given.is_empty()) {
                text = text.replace(&given.to_lowercase(), "…");
            }
            for words in OF_A_QUESTIONNAIRE {
                assert!(!text.contains(words), "{}: {text}", said.field);
            }
        }
    }
}
