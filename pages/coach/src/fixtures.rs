//! Example states of the coach's page, for the gallery. Native builds only.

use crate::attributes::{Attributes, Field};
use crate::page::{Builder, BuilderProps, findings};
use crate::snippets::Place;
use definition::lint::lint;
use model::Language;
use ui::fixtures::Fixture;
use yew::prelude::*;

/// What a coach fills in, all of it usable; the accent is too light to be legible on white.
const USABLE: [(Field, &str); 10] = [
    (Field::Lang, "en"),
    (Field::Theme, "dark"),
    (Field::Persist, "session"),
    (Field::Share, "summary"),
    (Field::Accent, "#ffcc00"),
    (Field::Coach, "Noordkaap Coaching"),
    (Field::Privacy, "https://coach.example/privacy"),
    (Field::Logo, "https://coach.example/logo.svg"),
    (Field::Source, "https://coach.example/questionnaire.json"),
    (Field::Xapi, "on"),
];

/// What cannot be used: no colour, and addresses of a kind that no browser may open.
const UNUSABLE: [(Field, &str); 4] = [
    (Field::Accent, "sunny"),
    (Field::Privacy, "javascript:alert(1)"),
    (Field::Logo, "logo"),
    (Field::Source, "ftp://coach.example/questionnaire.json"),
];

/// The page, whole, in a language.
pub fn pages(language: Language) -> Vec<Fixture> {
    [
        ("nothing chosen", &[][..]),
        ("everything chosen", &USABLE),
        ("values that cannot be used", &UNUSABLE),
    ]
    .map(|(state, chosen)| {
        let props = BuilderProps {
            language,
            place: Place {
                folder: "https://mirror.example/v1/".to_owned(),
                integrity: "sha384-oqVuAfXRKap7fdgcCY5uykM6".to_owned(),
            },
            attributes: chosen
                .iter()
                .fold(Attributes::default(), |attributes, (field, value)| {
                    attributes.with(*field, value)
                }),
        };
        Fixture::new("coach's page", state, html! { <Builder ..props /> })
    })
    .into()
}

/// What the page says of a coach's own definition, in a language.
pub fn components(language: Language) -> Vec<Fixture> {
    [
        ("no questionnaire", "{\"format\": 1}"),
        ("nothing to remark", TEN_STATEMENTS),
        ("with remarks", SALES_MINDSET),
    ]
    .map(|(state, text)| {
        let checked = definition::from_bytes(text.as_bytes()).map(|custom| lint(&custom));
        let html = html! { <div class="stack">{ findings(language, &checked) }</div> };
        Fixture::new("checked questionnaire", state, html)
    })
    .into()
}

const TEN_STATEMENTS: &str = include_str!("../../../content/examples/ten-statements.json");
const SALES_MINDSET: &str = include_str!("../../../content/sales-mindset/0.1.0.json");
