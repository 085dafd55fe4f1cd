//! What a coach pastes: it says what was chosen, and nothing typed can become markup.

use builder::attributes::{Attributes, Field};
use builder::snippets::{Place, anchor, element, frame, policy};
use builder::texts::{field, texts};
use embedding::Config;
use model::Language;
use proptest::prelude::*;

fn place() -> Place {
    Place {
        folder: "https://mirror.example/v1/".to_owned(),
        integrity: "sha384-abc".to_owned(),
    }
}

fn chosen(choices: &[(Field, &str)]) -> Attributes {
    let none = Attributes::default();
    choices.iter().fold(none, |attributes, (field, value)| {
        attributes.with(*field, value)
    })
}

#[test]
fn with_nothing_chosen_the_snippet_is_as_short_as_it_can_be() {
    let expected = "<script type=\"module\" src=\"https://mirror.example/v1/embed.js\" \
        integrity=\"sha384-abc\" crossorigin></script>\n<mindset-mirror>\n  \
        <a href=\"https://mirror.example/v1/\">Open</a>\n</mindset-mirror>";
    assert_eq!(element(&place(), &Attributes::default(), "Open"), expected);
}

#[test]
fn defaults_are_not_written_and_what_cannot_be_used_is_left_out() {
    let attributes = chosen(&[
        (Field::Theme, "auto"),
        (Field::Persist, "device"),
        (Field::Share, "none"),
        (Field::Xapi, "off"),
        (Field::Lang, ""),
        (Field::Accent, "red"),
        (Field::Privacy, "http://coach.example/"),
        (Field::Logo, "javascript:alert(1)"),
    ]);
    assert_eq!(attributes.said().count(), 0);
    assert!(!attributes.is_sound(Field::Accent) && !attributes.is_sound(Field::Logo));
}

#[test]
fn a_plain_frame_is_asked_only_for_what_it_can_do() {
    let attributes = chosen(&[
        (Field::Theme, "dark"),
        (Field::Logo, "https://coach.example/logo.png"),
        (Field::Source, "https://coach.example/own.json"),
        (Field::Share, "summary"),
    ]);
    let text = frame(&place(), &attributes, "Title", "Open");
    assert!(text.contains("/v1/?theme=dark\""), "{text}");
    assert!(anchor(&place(), &attributes, "Open").contains("?theme=dark\""));
}

#[test]
fn the_policy_names_every_origin_that_is_asked() {
    let attributes = chosen(&[
        (Field::Logo, "https://images.example:8443/logo.png?x"),
        (Field::Source, "https://coach.example/own.json"),
    ]);
    assert_eq!(
        policy(&place(), &attributes),
        "script-src https://mirror.example;\nframe-src https://mirror.example;\n\
         img-src https://images.example:8443;\n\
         connect-src https://images.example:8443 https://coach.example;"
    );
}

#[test]
fn a_logo_alone_is_shown_and_fetched_and_an_origin_is_named_once() {
    let logo = (Field::Logo, "https://coach.example/logo.png");
    let source = (Field::Source, "https://coach.example/own.json");
    let expected = "script-src https://mirror.example;\nframe-src https://mirror.example;\n\
                    img-src https://coach.example;\nconnect-src https://coach.example;";
    assert_eq!(policy(&place(), &chosen(&[logo])), expected);
    assert_eq!(policy(&place(), &chosen(&[logo, source])), expected);
}

#[test]
fn a_colour_that_cannot_be_read_is_told_on_the_ground_where_it_cannot() {
    assert_eq!(chosen(&[(Field::Accent, "red")]).changed_accent(), None);
    let yellow = chosen(&[(Field::Accent, "#ffff00")]).changed_accent();
    let (light, dark) = yellow.expect("too light for light");
    assert!(light.is_some() && dark.is_none());
}

#[test]
fn every_field_has_its_texts_and_a_label_for_every_option() {
    for language in Language::ALL {
        for one in Field::ALL {
            let (label, _, options) = field(one, language);
            assert!(!label.is_empty());
            assert_eq!(options.len(), one.options().len(), "{one:?}");
        }
        assert!(
            texts(language)
                .tiers
                .iter()
                .flatten()
                .all(|text| !text.is_empty())
        );
    }
}

proptest! {
    #[test]
    fn nothing_typed_becomes_markup_and_the_frame_reads_it_back(coach in "\\PC{0,90}", link in "(https://[a-z]{1,9}\\.example/)?\\PC{0,60}") {
        let attributes = chosen(&[(Field::Coach, &coach), (Field::Privacy, &link), (Field::Accent, "#123456")]);
        let tag = element(&place(), &attributes, "Open");
        prop_assert_eq!(tag.matches('<').count(), 6, "{}", tag);
        prop_assert_eq!(tag.matches('"').count() % 2, 0);
        let text = frame(&place(), &attributes, "Title", "Open");
        prop_assert_eq!(text.matches('<').count(), 4);
        // Read back as a browser would: entities first, then the query.
        let address = text.split('"').nth(1).unwrap_or_default().replace("&amp;", "&");
        let query = address.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let config = Config::read(pairs.map(|(name, value)| (name.to_owned(), decoded(value))));
        prop_assert_eq!(config.ignored.len(), 0);
        if attributes.is_sound(Field::Coach) {
            prop_assert_eq!(config.coach, coach.trim());
        }
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits: Vec<u8> = rest.by_ref().take(2).collect();
                let digits = std::str::from_utf8(&digits).unwrap_or_default();
                bytes.push(u8::from_str_radix(digits, 16).unwrap_or_default());
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
