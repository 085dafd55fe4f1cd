//! The first screen: what leads on, and in which order.

use super::html::{all, only, texts};
use super::screens::{context, render, result};
use embedding::Config;
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::Origin;
use mindset_mirror::start::{offered, start_screen};
use model::Language;
use std::rc::Rc;

const WAYS: &str = ".start-ways button";

#[test]
fn the_example_stands_beside_the_start() {
    for language in Language::ALL {
        let t = &messages(language).start;
        let html = render(start_screen(&fixtures::start(language, false)));
        assert_eq!(texts(&html, WAYS), [t.begin, t.example]);
        assert_eq!(texts(&html, ".button-primary"), [t.begin]);
    }
}

#[test]
fn an_attempt_under_way_takes_the_first_place() {
    for language in Language::ALL {
        let t = &messages(language).start;
        let html = render(start_screen(&fixtures::start(language, true)));
        let go_on = t.resume(7, 32);
        let go_on = go_on.as_str();
        assert_eq!(texts(&html, WAYS), [go_on, t.example, t.begin_anew]);
        assert_eq!(texts(&html, ".button-primary"), [go_on]);
        // A frame is not measured by what is stored.
        assert_eq!(texts(&html, ".stored .button-primary"), [go_on]);
    }
}

#[test]
fn the_sheet_shows_the_example_in_whole_numbers() {
    for language in Language::ALL {
        let t = messages(language);
        let html = render(start_screen(&fixtures::start(language, false)));
        let sheet = only(&html, ".start-sheet");
        assert_eq!(texts(&sheet, "button"), [t.start.example_label]);
        assert_eq!(texts(&sheet, ".start-label"), [t.result.lever]);
        let example = result(language, Origin::Example, fixtures::example);
        let lever = texts(&example, ".panel-sentence");
        assert_eq!(texts(&sheet, ".start-sheet-sentence"), lever[..1]);
        let scales = context(language, false);
        let scales = scales.instrument.scales().iter();
        let names: Vec<&str> = scales.map(|scale| scale.short_name.get(language)).collect();
        assert_eq!(texts(&sheet, ".start-sheet-row > :first-child"), names);
        assert_eq!(texts(&sheet, ".number"), ["41", "59", "72", "34"]);
        assert_eq!(all(&sheet, "svg .bar-value").len(), names.len());
    }
}

#[test]
fn a_custom_questionnaire_has_no_example_and_promises_nothing_of_the_scan() {
    for language in Language::ALL {
        let t = messages(language);
        let mut props = fixtures::start(language, false);
        props.example = None;
        props.host = Rc::new(Config {
            custom: true,
            ..Config::default()
        });
        let html = render(start_screen(&props));
        assert_eq!(texts(&html, WAYS), [t.start.begin]);
        for text in [
            t.start.sales_scan_gets_title,
            t.start.sales_scan_for_whom,
            t.start.example_hint,
            t.start.example_label,
        ] {
            assert!(!html.contains(text), "{text}");
        }
        assert!(html.contains(t.host.custom_author));
    }
}

#[test]
fn who_offers_it_stands_outside_the_screen() {
    let view = context(Language::Nl, false);
    assert_eq!(render(offered(&view, &Config::default())), "");
    let host = Config {
        coach: "Noor & Wit".to_owned(),
        ..Config::default()
    };
    let html = render(offered(&view, &host));
    let said = messages(Language::Nl).host.offered_by("Noor & Wit");
    assert_eq!(texts(&html, "[data-part=offered]"), [said]);
    let mut props = fixtures::start(Language::Nl, false);
    props.host = Rc::new(host);
    assert!(!render(start_screen(&props)).contains("Noor"));
}
