//! What a host may ask for, and how little the host events say.

use embedding::{Accent, Colour, Config, HostEvent, Logo, Persist, Sharing, Surface, Theme};
use embedding::{Palette, SummaryScore};
use model::Language;
use proptest::prelude::*;
use serde_json::Value;

fn read(pairs: &[(&str, &str)]) -> Config {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Config::read(pairs.iter().map(owned))
}

#[test]
fn every_wish_that_is_understood_is_taken() {
    let config = read(&[
        ("lang", "en-GB"),
        ("theme", "dark"),
        ("persist", "session"),
        ("share", "summary"),
        ("accent", "#A03"),
        ("coach", " Noor de Wit "),
        ("privacy", "https://coach.example/privacy?x=1#y"),
        ("custom", "1"),
        ("xapi", "on"),
    ]);
    let expected = Config {
        language: Some(Language::En),
        theme: Theme::Dark,
        persist: Persist::Session,
        sharing: Sharing::Summary,
        accent: Some(Colour([0xaa, 0x00, 0x33])),
        coach: "Noor de Wit".to_owned(),
        privacy: Some("https://coach.example/privacy?x=1#y".to_owned()),
        custom: true,
        xapi: true,
        ignored: Vec::new(),
    };
    assert_eq!(config, expected);
}

#[test]
fn what_is_not_understood_has_its_default_and_is_named_once() {
    let config = read(&[
        ("lang", "fr"),
        ("theme", "DARK"),
        ("persist", "forever"),
        ("share", "answers"),
        ("share", "everything"),
        ("accent", "red"),
        ("utm_source", "mail"),
    ]);
    assert_eq!(
        config.ignored,
        ["lang", "theme", "persist", "share", "accent"]
    );
    // Whoever asks that nothing be kept, and misspells it, is not given the opposite.
    assert_eq!(config.persist, Persist::None);
    let (ignored, persist) = (Vec::new(), Persist::Device);
    let others = Config {
        ignored,
        persist,
        ..config
    };
    assert_eq!(others, Config::default());
}

#[test]
fn a_link_is_https_or_nothing() {
    for wrong in [
        "http://coach.example/",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://coach.example@evil.example/",
        "https://coach.example\\evil",
        "https://coach.example/a b",
        "https://coach.example/\u{202e}",
        " https://coach.example/",
        "HTTPS://coach.example/",
        &format!("https://coach.example/{}", "x".repeat(2000)),
    ] {
        assert_eq!(read(&[("privacy", wrong)]).privacy, None, "{wrong}");
    }
}

#[test]
fn a_name_is_one_short_line_without_hidden_characters() {
    let long = "x".repeat(81);
    for wrong in ["a\nb", "a\u{202e}b", "a\u{2066}b", "a\u{0}b", long.as_str()] {
        assert_eq!(read(&[("coach", wrong)]).coach, "", "{wrong:?}");
    }
    let markup = "<img src=x onerror=alert(1)>";
    assert_eq!(read(&[("coach", markup)]).coach, markup, "text stays text");
}

#[test]
fn a_logo_is_a_small_picture_within_its_address() {
    // 64 KiB and not a byte more, as base64 writes it.
    let largest = "A".repeat(87_384);
    for kind in ["png", "jpeg", "webp", "gif", "svg+xml"] {
        for picture in ["AA==", "a+/9", &largest] {
            let address = format!("data:image/{kind};base64,{picture}");
            let logo = Logo::read(&address).expect("a logo");
            assert_eq!(*logo.address(), *address);
        }
    }
    for wrong in [
        "",
        "https://coach.example/logo.png",
        "data:image/png,AA==",
        "data:image/png;base64,",
        "data:image/png;base64,A A=",
        "data:image/png;base64,AA==\"",
        "data:image/bmp;base64,AA==",
        "data:image/svg+xml;charset=utf-8;base64,AA==",
        "data:IMAGE/png;base64,AA==",
        "data:text/html;base64,AA==",
        " data:image/png;base64,AA==",
        &format!("data:image/png;base64,{largest}AAAA"),
    ] {
        assert_eq!(Logo::read(wrong), None, "{wrong:.60}");
    }
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    let read = |text| Colour::read(text).expect("a colour");
    // Published figures: 21 for black on white, 4.54 for #767676 on white, and 8.59 for pure
    // blue on white (WebAIM's contrast checker).
    for (one, two, ratio) in [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#abc", "#aabbcc", 1.0),
    ] {
        let contrast = read(one).contrast(read(two));
        assert!((contrast - ratio).abs() < 0.005, "{one} {two} {contrast}");
    }
}

#[test]
fn an_accent_that_is_legible_already_stays_as_it_is() {
    let asked = Colour([0x0d, 0x5b, 0x63]);
    assert_eq!(Accent::of(asked).light.accent, asked);
    let asked = Colour([0x79, 0xcb, 0xc7]);
    assert_eq!(Accent::of(asked).dark.accent, asked);
}

#[test]
fn the_surfaces_are_those_of_the_style_sheet() {
    let sheet = include_str!("../../styles/tokens.css");
    for surface in [Surface::LIGHT, Surface::DARK] {
        for (name, colour) in [("paper", surface.paper), ("card", surface.card)] {
            let line = format!("--{name}: {};", colour.hex());
            assert!(sheet.contains(&line), "{line}");
        }
    }
}

#[test]
fn what_is_told_says_how_far_and_never_what_was_answered() {
    let events = [
        (HostEvent::Start, "start", "{}"),
        (
            HostEvent::Progress {
                answered: 3,
                total: 32,
            },
            "progress",
            r#"{"answered":3,"total":32}"#,
        ),
        (
            HostEvent::Complete {
                attempt: "a-1".into(),
            },
            "complete",
            r#"{"attemptId":"a-1"}"#,
        ),
        (
            HostEvent::Save { status: "full" },
            "save",
            r#"{"status":"full"}"#,
        ),
    ];
    for (event, name, detail) in events {
        assert_eq!((event.name(), event.detail().as_str()), (name, detail));
    }
}

proptest! {
    #[test]
    fn any_accent_becomes_legible_on_light_and_on_dark(red: u8, green: u8, blue: u8) {
        let asked = Colour([red, green, blue]);
        for surface in [Surface::LIGHT, Surface::DARK] {
            let palette = Palette::of(asked, surface);
            for ground in [surface.paper, surface.card, palette.soft] {
                prop_assert!(palette.accent.contrast(ground) >= 4.5);
            }
            prop_assert!(palette.on.contrast(palette.accent) >= 4.5);
        }
    }

    #[test]
    fn a_colour_is_read_back_as_it_was_written(red: u8, green: u8, blue: u8) {
        let colour = Colour([red, green, blue]);
        prop_assert_eq!(Colour::read(&colour.hex()), Some(colour));
    }

    #[test]
    fn no_address_breaks_the_reading(pairs in prop::collection::vec(("\\PC*|lang|theme|accent|coach|privacy|share|persist", "(?s).{0,90}"), 0..12)) {
        let config = Config::read(pairs);
        prop_assert!(config.privacy.is_none_or(|link| link.starts_with("https://")));
        prop_assert!(config.coach.chars().count() <= 80);
    }

    #[test]
    fn whatever_the_ids_are_what_is_told_is_json(attempt in "(?s).{0,20}", scale in "(?s).{0,20}", percent: Option<f64>) {
        let scores = vec![SummaryScore { scale, percent }];
        for event in [HostEvent::Complete { attempt: attempt.clone() }, HostEvent::Summary { attempt, scores }] {
            prop_assert!(serde_json::from_str::<Value>(&event.detail()).is_ok());
        }
    }
}
