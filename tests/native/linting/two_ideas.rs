//! Which statements seem to say two things, in both languages.

use super::after;
use definition::lint::{Advice, Remark};
use serde_json::json;

/// The word or mark that is pointed at, if any is.
fn sign(tag: &str, statement: &str) -> Option<String> {
    let found = after(|file| file["items"][0]["text"][tag] = json!(statement));
    assert!(found.len() < 2, "{found:?}");
    found.into_iter().next().map(|finding| {
        assert_eq!(finding.advice, Advice::Hint);
        assert_eq!(finding.place, format!("items[0].text.{tag}"));
        match finding.remark {
            Remark::TwoIdeas(sign) => sign,
            other => panic!("{statement}: {other:?}"),
        }
    })
}

#[test]
fn two_clauses_in_one_statement_give_a_hint_at_the_word_between_them() {
    let cases = [
        ("nl", "Ik bel klanten na en leg elke afspraak vast.", "en"),
        ("nl", "Ik plan mijn week, en ik houd me eraan.", "en"),
        ("nl", "Ik bel klanten of schrijf ze een mail.", "of"),
        (
            "nl",
            "Ik wil wel leren, maar heb er weinig tijd voor.",
            "maar",
        ),
        ("nl", "Ik wil wel leren maar ik heb weinig tijd.", "maar"),
        ("nl", "Ik plan mijn week; ik houd me eraan.", ";"),
        ("nl", "Ik plan mijn week. Ik houd me eraan.", "week."),
        ("nl", "Ik bespreek omzet en/of marge.", "en/of"),
        (
            "en",
            "I call customers and write down every agreement.",
            "and",
        ),
        ("en", "I plan my week and I keep to it.", "and"),
        ("en", "I call customers or send them a mail.", "or"),
        ("en", "I want to learn, but have little time.", "but"),
        ("en", "I discuss revenue and/or margin.", "and/or"),
    ];
    for (tag, statement, expected) in cases {
        assert_eq!(
            sign(tag, statement).as_deref(),
            Some(expected),
            "{statement}"
        );
    }
}

#[test]
fn ordinary_pairs_and_other_uses_of_the_words_give_none() {
    let cases = [
        ("nl", "Ik bespreek mijn cijfers en afspraken."),
        ("nl", "Ik kijk af en toe op een gesprek terug."),
        (
            "nl",
            "Ik werk aan leer- en prestatiedoelen met mijn manager.",
        ),
        ("nl", "Ik weet al vroeg of ik mijn target ga halen."),
        ("nl", "Ik vraag de klant of de afspraak nog klopt."),
        ("nl", "Ik heb maar weinig tijd om te leren."),
        (
            "nl",
            "Ik lees de mail van een klant, bijv. een klacht, meteen.",
        ),
        ("nl", "Mijn enige collega, Jan, luistert mee."),
        ("en", "I discuss my figures and agreements."),
        (
            "en",
            "I look back on a conversation now and then with my manager.",
        ),
        ("en", "I call a customer whether or not there is news."),
        ("en", "I do nothing but call all day."),
        ("en", "I handle things (e.g. a complaint) at once."),
    ];
    for (tag, statement) in cases {
        assert_eq!(sign(tag, statement), None, "{statement}");
    }
}
