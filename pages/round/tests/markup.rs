//! The markup of the page of a round, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]

use markup::Page;
use model::Language;
use round_page::fixtures;
use std::sync::LazyLock;

/// A screen as markup: its name and state, and what is rendered.
type Rendered = (Language, &'static str, &'static str, String);

/// Every screen, rendered once for all tests.
static ALL: LazyLock<Vec<Rendered>> = LazyLock::new(|| {
    let rendered = Language::ALL.into_iter().flat_map(|language| {
        let pages = fixtures::pages(language).into_iter();
        pages.map(move |one| (language, one.name, one.state, markup::of(one.html)))
    });
    rendered.collect()
});

fn all() -> impl Iterator<Item = Page> {
    ALL.iter()
        .map(|(_, name, state, html)| Page::read([*name, ", ", *state].concat(), html))
}

fn page(language: Language, name: &str, state: &str) -> Page {
    let wanted = (language, name, state);
    let mut pages = ALL.iter();
    let found = pages.find(|one| (one.0, one.1, one.2) == wanted);
    Page::read(state, &found.expect("there is such a fixture").3)
}

#[test]
fn every_screen_is_sound_and_judges_nobody() {
    for page in all() {
        page.is_a_sound_screen();
        page.judges_nobody();
    }
}

#[test]
fn what_is_added_is_said_before_the_one_button_that_adds_it() {
    for language in Language::ALL {
        for state in ["to begin", "to add"] {
            let page = page(language, "round-own", state);
            assert_eq!(page.all("[data-section=goes]").len(), 1);
            assert_eq!(page.all("[data-part=button-primary]").len(), 1);
            let said = page.texts("[data-section=goes] p").concat();
            assert!(said.contains("32"), "{said}");
        }
        let nothing = page(language, "round-own", "no result");
        assert!(nothing.all("[data-part=button-primary]").is_empty());
        assert_eq!(nothing.all("[data-part=error][role=alert]").len(), 1);
    }
}

#[test]
fn fewer_than_five_people_are_not_offered_to_be_opened() {
    for language in Language::ALL {
        // What has too few is passed on, with everybody who is in it.
        let few = page(language, "round-closing", "too few");
        let enough = page(language, "round-closing", "of six");
        assert_eq!(few.all("[data-part=round-link]").len(), 1);
        assert!(enough.all("[data-part=round-link]").is_empty());
        let ways_on = [&few, &enough].map(|page| page.texts("[data-part=button-primary]"));
        assert_eq!(ways_on.each_ref().map(Vec::len), [1, 1]);
        assert_ne!(ways_on[0], ways_on[1]);
    }
}

#[test]
fn a_code_is_passed_on_as_a_link_and_as_a_picture_with_a_name() {
    let page = page(Language::Nl, "round-pass-on", "of three");
    let link = page.texts("[data-part=round-link]").concat();
    let (_, code) = link.split_once("#round=").expect("a fragment");
    assert_eq!(code.len(), 445);
    let picture = page.all("svg.qr");
    assert_eq!(picture.len(), 1);
    assert!(picture[0].value().attr("aria-label").is_some());
    assert_eq!(page.all("[data-part=button-primary]").len(), 1);
}

#[test]
fn a_picture_has_every_number_as_text_and_whole_points_below_ten_people() {
    for language in Language::ALL {
        for (state, people) in [("of six", "6"), ("of twelve", "12")] {
            let page = page(language, "round-picture", state);
            assert_eq!(page.texts(".round-count"), [people]);
            let scores = page.texts("[data-part=score]");
            assert_eq!(scores.len(), 4);
            let is_whole = |score: &String| score.chars().all(|one| one.is_ascii_digit());
            assert_eq!(scores.iter().all(is_whole), people == "6", "{scores:?}");
            assert_eq!(page.all("[data-section=statements] tbody tr").len(), 32);
            assert_eq!(page.all("[data-section=parts] tbody tr").len(), 16);
        }
    }
}

#[test]
fn in_a_frame_there_is_only_the_way_to_a_tab_of_its_own() {
    for language in Language::ALL {
        let page = page(language, "round", "in a frame");
        assert_eq!(page.all("a[target=_blank]").len(), 1);
        assert!(page.all("textarea, input, [data-section]").is_empty());
    }
}
